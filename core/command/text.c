/* SPDX-License-Identifier: Apache-2.0 */
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* Most lines and options fit into this at once. */
#define CAPACITY_NBYTES_FIRST 256u

void text_empty(cmd_text *text) {
    text->nbytes = 0;
    text->failed = false;
}

void text_free(cmd_text *text) {
    free(text->bytes);
    *text = (cmd_text){0};
}

/* Doubling keeps the copying in proportion to the text, however small its pieces are. */
static size_t capacity_for(size_t capacity_nbytes, size_t nbytes_min) {
    if (capacity_nbytes < CAPACITY_NBYTES_FIRST) capacity_nbytes = CAPACITY_NBYTES_FIRST;
    while (capacity_nbytes < nbytes_min) {
        if (capacity_nbytes > SIZE_MAX / 2) return nbytes_min;
        capacity_nbytes *= 2;
    }
    return capacity_nbytes;
}

bool text_reserve(cmd_text *text, size_t nbytes) {
    size_t capacity_nbytes;
    char *bytes;
    if (text->failed) return false;
    if (nbytes <= text->capacity_nbytes - text->nbytes) return true;
    text->failed = true;
    if (nbytes > SIZE_MAX - text->nbytes) return false;
    capacity_nbytes = capacity_for(text->capacity_nbytes, text->nbytes + nbytes);
    bytes = realloc(text->bytes, capacity_nbytes);
    if (bytes == NULL) return false;
    text->bytes = bytes;
    text->capacity_nbytes = capacity_nbytes;
    text->failed = false;
    return true;
}

void text_append(cmd_text *text, const char *bytes, size_t nbytes) {
    if (nbytes == 0 || !text_reserve(text, nbytes)) return;
    memcpy(text->bytes + text->nbytes, bytes, nbytes);
    text->nbytes += nbytes;
}

void text_append_span(cmd_text *text, steelyard_span span) {
    text_append(text, span.bytes, span.nbytes);
}

void text_append_string(cmd_text *text, const char *string) {
    text_append(text, string, strlen(string));
}

void text_append_number(cmd_text *text, uint64_t number) {
    char digits[20]; /* 2^64 - 1 has as many */
    size_t start = sizeof digits;
    do {
        start -= 1;
        digits[start] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    text_append(text, digits + start, sizeof digits - start);
}

static void append_escape(cmd_text *text, unsigned char byte) {
    static const char hexadecimal[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u', '0', '0', hexadecimal[byte >> 4], hexadecimal[byte & 15]};
    if (byte >= ' ') {
        escape[1] = (char)byte;
        text_append(text, escape, 2);
        return;
    }
    text_append(text, escape, sizeof escape);
}

void text_append_json_string(cmd_text *text, steelyard_span string) {
    text_append_string(text, "\"");
    for (size_t i = 0; i < string.nbytes; i += 1) {
        unsigned char byte = (unsigned char)string.bytes[i];
        if (byte < ' ' || byte == '"' || byte == '\\') append_escape(text, byte);
        else text_append(text, string.bytes + i, 1);
    }
    text_append_string(text, "\"");
}

steelyard_span text_span(const cmd_text *text) {
    return (steelyard_span){text->bytes, text->nbytes};
}

steelyard_span span_of_string(const char *string) {
    return (steelyard_span){string, strlen(string)};
}

bool span_equal(steelyard_span left, steelyard_span right) {
    return left.nbytes == right.nbytes && (left.nbytes == 0 || memcmp(left.bytes, right.bytes, left.nbytes) == 0);
}

bool string_ends_with(const char *string, const char *end) {
    size_t nbytes = strlen(string);
    size_t end_nbytes = strlen(end);
    return nbytes >= end_nbytes && strcmp(string + nbytes - end_nbytes, end) == 0;
}
