/* SPDX-License-Identifier: Apache-2.0 */
#include "base/nearest.h"

#define NAME_NBYTES_MAX SY_NAME_NBYTES_MAX
_Static_assert(NAME_NBYTES_MAX < UINT8_MAX, "distances between names are bytes");

/* Three rows of the table of distances: that of this byte and, as neighbours may change places, the two before. */
typedef struct distance_rows {
    uint8_t rows[3][NAME_NBYTES_MAX + 1];
    uint8_t *two_before;
    uint8_t *before;
    uint8_t *now;
} distance_rows;

static uint32_t slips_allowed(size_t nbytes) {
    uint32_t slips = nbytes <= 4 ? 1 : nbytes <= 8 ? 2 : 3;
    return slips < nbytes ? slips : nbytes > 0 ? (uint32_t)nbytes - 1 : 0;
}

static uint8_t lesser(uint8_t left, uint8_t right) {
    return left < right ? left : right;
}

/* Makes the row of the byte after the last one made. */
static void turn(distance_rows *table) {
    uint8_t *free_row = table->two_before;
    table->two_before = table->before;
    table->before = table->now;
    table->now = free_row;
}

static bool change_places(sy_span left, sy_span right, size_t i, size_t j) {
    return i > 0 && j > 0 && left.bytes[i] == right.bytes[j - 1] && left.bytes[i - 1] == right.bytes[j];
}

/* The row of left's byte i: distances between left's first i + 1 bytes and each beginning of right. */
static void fill_row(distance_rows *table, sy_span left, sy_span right, size_t i) {
    table->now[0] = (uint8_t)(i + 1);
    for (size_t j = 0; j < right.nbytes; j += 1) {
        uint8_t replaced = (uint8_t)(table->before[j] + (left.bytes[i] != right.bytes[j]));
        uint8_t added_or_left_out = (uint8_t)(lesser(table->before[j + 1], table->now[j]) + 1);
        uint8_t least = lesser(replaced, added_or_left_out);
        if (change_places(left, right, i, j)) least = lesser(least, (uint8_t)(table->two_before[j - 1] + 1));
        table->now[j + 1] = least;
    }
}

/*
 * Slips between two names of at most NAME_NBYTES_MAX bytes: the distance of Damerau and Levenshtein in the form in
 * which no part is edited twice. Letters of the wrong case are no slip where nothing else differs.
 */
static uint32_t distance_between(sy_span left, sy_span right) {
    distance_rows table;
    if (sy_span_equal_ignoring_case(left, right)) return 0;
    table.two_before = table.rows[0];
    table.before = table.rows[1];
    table.now = table.rows[2];
    for (size_t j = 0; j <= right.nbytes; j += 1) table.now[j] = (uint8_t)j;
    for (size_t i = 0; i < left.nbytes; i += 1) {
        turn(&table);
        fill_row(&table, left, right, i);
    }
    return table.now[right.nbytes];
}

void sy_nearest_begin(sy_nearest *nearest, sy_span given) {
    nearest->given = given;
    nearest->best = (sy_span){NULL, 0};
    nearest->distance = slips_allowed(given.nbytes) + 1;
}

void sy_nearest_offer(sy_nearest *nearest, sy_span name) {
    sy_span given = nearest->given;
    uint32_t distance;
    if (given.nbytes == 0 || given.nbytes > NAME_NBYTES_MAX) return;
    if (name.nbytes == 0 || name.nbytes > NAME_NBYTES_MAX) return;
    distance = distance_between(given, name);
    if (distance >= nearest->distance) return;
    nearest->best = name;
    nearest->distance = distance;
}

sy_span sy_nearest_name(const sy_nearest *nearest) {
    return nearest->best;
}
