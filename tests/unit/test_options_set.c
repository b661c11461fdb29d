/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_options_set.c - one member set in a text of options: what stands beside it stays, nothing else slips in, and a
 * refusal says which text is wrong and where. Suspect options_set.c, options_read.c.
 */
#include "engine.h"

#define MARK "\xEF\xBB\xBF"
#define DEPTH_MAX 128

static steelyard_status set(const char *options, const char *name, const char *value, steelyard_span *set_out,
                            steelyard_fault *fault_out) {
    return steelyard_options_set(engine_arena(), span_of(options), span_of(name), span_of(value), set_out, fault_out);
}

static void the_member_is_set_and_the_others_stay(void **state) {
    static const struct {
        const char *options, *name, *value, *set;
    } rows[] = {
        {"", "a", "1", "{\"a\":1}"},
        {NULL, "a", " [1, 2]\n", "{\"a\":[1, 2]}"},
        {" { } ", "a", "null", "{\"a\":null}"},
        {"{\"b\":1.50, \"c\" : \"\\u0061\"}", "a", "{}", "{\"b\":1.50,\"c\":\"\\u0061\",\"a\":{}}"},
        {"{\"a\":1,\"b\":2}", "a", "3", "{\"b\":2,\"a\":3}"},
        {"{\"\\u0061\":1,\"a\":2}", "a", "3", "{\"a\":3}"},
        {"{\"b\":1,\"b\":2,\"a\":0}", "a", "3", "{\"b\":1,\"b\":2,\"a\":3}"}, /* for the compiler to refuse */
        {"{\"b\":{\"a\":1}}", "a", "{\"x\":1,\"x\":2}", "{\"b\":{\"a\":1},\"a\":{\"x\":1,\"x\":2}}"},
        {"{\"\":1}", "", "2", "{\"\":2}"},
        {"{}", "q\"\\\n", "1", "{\"q\\\"\\\\\\n\":1}"},
        {"{\"q\\u0022\":1}", "q\"", "2", "{\"q\\\"\":2}"},
        {MARK "{\"b\":1}", "a", MARK " 2", "{\"b\":1,\"a\":2}"},
        {"{}", "a", "\"1,\\\"unit\\\":2\"", "{\"a\":\"1,\\\"unit\\\":2\"}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        steelyard_span written;
        steelyard_fault fault;
        assert_int_equal(set(rows[i].options, rows[i].name, rows[i].value, &written, &fault), STEELYARD_OK);
        assert_string_equal(text_of(written), rows[i].set);
    }
    engine_reset();
}

/* The result is as it was, and the fault says which text is wrong, and where in it. */
static void a_refusal_names_its_text_and_the_offset(void **state) {
    static const struct {
        const char *options, *name, *value, *argument;
        size_t offset;
        bool is_json;
    } rows[] = {
        {"{}", "a", "1,\"unit\":2", "value", 1, false},
        {"{}", "a", "1}", "value", 1, false},
        {"{}", "a", "{},\"unit\":\"major\"", "value", 2, false},
        {"{}", "a", "1 2", "value", 2, false},
        {"{}", "a", "", "value", 0, false},
        {"{}", "a", " \n", "value", 2, false},
        {"{}", "a", "{", "value", 1, false},
        {"{}", "a", "'1'", "value", 0, false},
        {"{}", "a", "\"\xff\"", "value", 1, false},
        {"{}", "a", "\"\\ud800\"", "value", 1, false},
        {"{}", "a", MARK MARK "1", "value", 3, false},
        {"[]", "a", "1", "options", 0, true},
        {" 1", "a", "1", "options", 1, true},
        {MARK "null", "a", "1", "options", 3, true},
        {" ", "a", "1", "options", 1, false},
        {"{\"b\":1", "a", "1", "options", 6, false},
        {"{} {}", "a", "1", "options", 3, false},
        {"[", "a", "{", "options", 1, false},
        {"{}", "\xff", "1", "name", STEELYARD_NO_OFFSET, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        steelyard_span written = span_of("as it was");
        steelyard_fault fault;
        assert_int_equal(set(rows[i].options, rows[i].name, rows[i].value, &written, &fault), STEELYARD_CALL_ARGUMENT);
        assert_string_equal(text_of(fault.option), rows[i].argument);
        assert_int_equal(fault.offset, rows[i].offset);
        assert_true((fault.path.bytes != NULL) == rows[i].is_json);
        assert_true(fault.message.nbytes > 0);
        assert_string_equal(text_of(written), "as it was");
    }
    engine_reset();
}

/* A member lies one deeper than its value: what goes out can be read again, or it does not go out. */
static void a_value_may_be_as_deep_as_a_member_may(void **state) {
    for (size_t depth = DEPTH_MAX - 1; depth <= DEPTH_MAX + 1; depth += 1) {
        long_text value = {NULL, 0, 0, 0};
        steelyard_span written;
        steelyard_fault fault;
        steelyard_status status;
        (void)state;
        append(&value, " ");
        append_times(&value, "[", depth);
        append_times(&value, "]", depth);
        status = steelyard_options_set(engine_arena(), span_of("{\"b\":1}"), span_of("a"), long_span(&value), &written,
                                       &fault);
        assert_int_equal(status, depth < DEPTH_MAX ? STEELYARD_OK : STEELYARD_CALL_ARGUMENT);
        if (status == STEELYARD_OK) {
            assert_int_equal(
                steelyard_options_set(engine_arena(), written, span_of("b"), span_of("2"), &written, &fault),
                STEELYARD_OK);
            continue;
        }
        assert_string_equal(text_of(fault.option), "value");
        assert_int_equal(fault.offset, depth == DEPTH_MAX ? DEPTH_MAX : DEPTH_MAX + 1);
    }
    engine_reset();
}

/* In every arena that is too small it is out of memory and nothing else, and the arena is as it was. */
static void too_little_memory_is_said(void **state) {
    bool enough = false;
    (void)state;
    for (size_t nbytes = 0; nbytes < 4096 && !enough; nbytes += 1) {
        unsigned char *bytes = malloc(nbytes + 1);
        steelyard_span written = span_of("as it was");
        steelyard_arena arena;
        steelyard_fault fault;
        steelyard_status status;
        steelyard_arena_lend(&arena, nbytes == 0 ? NULL : bytes, nbytes);
        status = steelyard_options_set(&arena, span_of("{\"b\":[1,2],\"a\":1}"), span_of("a"), span_of("{\"x\":[]}"),
                                       &written, &fault);
        enough = status == STEELYARD_OK;
        if (!enough) {
            assert_int_equal(status, STEELYARD_MEMORY);
            assert_int_equal(arena.used_nbytes, 0);
            assert_true(fault.arena_nbytes > nbytes);
        }
        assert_string_equal(text_of(written), enough ? "{\"b\":[1,2],\"a\":{\"x\":[]}}" : "as it was");
        free(bytes);
    }
    assert_true(enough);
}

/* Compiling says of its options where they are wrong in the same way. */
static void compiling_says_the_same_of_options(void **state) {
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    (void)state;
    assert_int_equal(steelyard_compile(engine_arena(), span_of(" []"), &verifier, &fault), STEELYARD_CALL_ARGUMENT);
    assert_non_null(fault.path.bytes);
    assert_int_equal(fault.offset, 1);
    assert_int_equal(steelyard_compile(engine_arena(), span_of("{,}"), &verifier, &fault), STEELYARD_CALL_ARGUMENT);
    assert_null(fault.path.bytes);
    assert_int_equal(fault.offset, 1);
    assert_string_equal(text_of(fault.option), "options");
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_member_is_set_and_the_others_stay),
        cmocka_unit_test(a_refusal_names_its_text_and_the_offset),
        cmocka_unit_test(a_value_may_be_as_deep_as_a_member_may),
        cmocka_unit_test(too_little_memory_is_said),
        cmocka_unit_test(compiling_says_the_same_of_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
