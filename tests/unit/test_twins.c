/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_twins.c - member names given twice, in objects so large that comparing every pair would not end: 100,000 pairs are
 * sorted in a moment, 5,000,000,000 comparisons of names with equal hashes are not. Suspect twins.c, sort.c.
 */
#include "engine.h"

#include "json/json_reader.h"

#define MEMBERS ((size_t)100000)

static uint32_t later_twins(const long_text *body) {
    sy_arena memory;
    sy_document document;
    sy_json_error error;
    engine_reset();
    sy_arena_begin(&memory, engine_arena());
    assert_int_equal(sy_json_reader_read(&memory, long_span(body), SY_BODY_NBYTES_MAX, &document, &error),
                     STEELYARD_OK);
    return document.later_duplicate_count;
}

static void few_members_are_compared_pair_by_pair(void **state) {
    static const struct {
        const char *body;
        uint32_t later_twins;
    } rows[] = {
        {"{}", 0},
        {"{\"a\":1}", 0},
        {"{\"a\":1,\"a\":2}", 1},
        {"{\"a\":1,\"\\u0061\":2,\"b\":3,\"a\":4}", 2},
        {"{\"\":1,\"\":2}", 1},
        {"{\"a\":{\"a\":1},\"A\":{\"a\":1}}", 0},
        {"{\"a\":{\"b\":1,\"b\":2},\"a\":{\"b\":1,\"b\":2}}", 3},
        {"{\"\\ud83d\\ude00\":1,\"\xf0\x9f\x98\x80\":2}", 1},
        {"{\"\\/\":1,\"/\":2,\"\\n\":3,\"\\u000a\":4}", 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        long_text body = {NULL, 0, 0, 0};
        append(&body, rows[i].body);
        assert_int_equal(later_twins(&body), rows[i].later_twins);
    }
}

/* 24 members are compared pair by pair, 25 are sorted. */
static void both_ways_find_the_same(void **state) {
    (void)state;
    for (size_t count = 20; count < 30; count += 1) {
        long_text body = {NULL, 0, 0, 0};
        append(&body, "{");
        append_numbered(&body, "\"k%u\":0", count);
        append(&body, ",\"\\u006b3\":0,\"k3\":0}");
        assert_int_equal(later_twins(&body), 2);
    }
}

static void a_hundred_thousand_different_names_have_no_twin(void **state) {
    long_text body = {NULL, 0, 0, 0};
    (void)state;
    append(&body, "{");
    append_numbered(&body, "\"name%u\":0", 2 * MEMBERS);
    append(&body, "}");
    assert_int_equal(later_twins(&body), 0);
}

static void a_hundred_thousand_equal_names_are_all_twins(void **state) {
    long_text body = {NULL, 0, 0, 0};
    (void)state;
    append(&body, "{");
    append(&body, "\"another name\":0");
    for (size_t i = 1; i < MEMBERS; i += 1) append(&body, i % 2 == 0 ? ",\"name\":0" : ",\"n\\u0061me\":0");
    append(&body, "}");
    assert_int_equal(later_twins(&body), MEMBERS - 2);
}

static uint32_t fnv(uint32_t hash, const char *bytes, size_t nbytes) {
    for (size_t i = 0; i < nbytes; i += 1) hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash;
}

#define BLOCK_NBYTES 8
#define BLOCKS 17
#define SLOTS (1u << 20)

/* Two different blocks that lead from one hash to the same other one: a birthday search. */
static uint32_t collide(uint32_t hash, char first[BLOCK_NBYTES + 1], char second[BLOCK_NBYTES + 1]) {
    uint32_t *slots = calloc(SLOTS, sizeof *slots);
    assert_non_null(slots);
    for (uint32_t number = 1;; number += 1) {
        uint32_t reached, slot;
        (void)snprintf(first, BLOCK_NBYTES + 1, "%08x", number * 2654435761u);
        reached = fnv(hash, first, BLOCK_NBYTES);
        for (slot = reached % SLOTS; slots[slot] != 0; slot = (slot + 1) % SLOTS) {
            (void)snprintf(second, BLOCK_NBYTES + 1, "%08x", slots[slot] * 2654435761u);
            if (fnv(hash, second, BLOCK_NBYTES) != reached) continue;
            free(slots);
            return reached;
        }
        slots[slot] = number;
    }
}

/* Two choices at each of 17 blocks make 131,072 names with one hash. */
static void a_hundred_thousand_names_of_one_hash_have_no_twin(void **state) {
    static char blocks[BLOCKS][2][BLOCK_NBYTES + 1];
    long_text body = {NULL, 0, 0, 0};
    uint32_t hash = 2166136261u;
    (void)state;
    for (size_t i = 0; i < BLOCKS; i += 1) hash = collide(hash, blocks[i][0], blocks[i][1]);
    for (size_t name = 0; name < MEMBERS; name += 1) {
        append(&body, name == 0 ? "{\"" : ",\"");
        for (size_t i = 0; i < BLOCKS; i += 1) append(&body, blocks[i][name >> i & 1]);
        assert_int_equal(fnv(2166136261u, body.bytes + body.nbytes - BLOCKS * BLOCK_NBYTES, BLOCKS * BLOCK_NBYTES),
                         hash);
        append(&body, "\":0");
    }
    append(&body, "}");
    assert_int_equal(later_twins(&body), 0);
}

static void every_later_twin_is_a_finding_in_document_order(void **state) {
    long_text body = {NULL, 0, 0, 0};
    const steelyard_report *report;
    steelyard_finding_view view, before = {.offset = 0};
    (void)state;
    append(&body, "{\"IsSuccess\":true,\"IsFailure\":false,\"Value\":[],\"x\":{\"n\":0");
    append_times(&body, ",\"n\":0", MEMBERS);
    append(&body, "}}");
    engine_reset();
    report = verify_span("{\"profile\":\"paywall\"}", long_span(&body));
    assert_string_equal(verdict_of(report), "invalid");
    assert_int_equal(steelyard_report_finding_count(report), MEMBERS + 1); /* and no_data */
    for (size_t i = 0; i <= MEMBERS; i += 1) {
        assert_true(steelyard_report_finding(report, i, &view));
        assert_true(view.has_offset && (i == 0 || view.offset > before.offset));
        before = view;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_members_are_compared_pair_by_pair),
        cmocka_unit_test(both_ways_find_the_same),
        cmocka_unit_test(a_hundred_thousand_different_names_have_no_twin),
        cmocka_unit_test(a_hundred_thousand_equal_names_are_all_twins),
        cmocka_unit_test(a_hundred_thousand_names_of_one_hash_have_no_twin),
        cmocka_unit_test(every_later_twin_is_a_finding_in_document_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
