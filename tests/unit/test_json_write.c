/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_json_write.c - what the emitter of JSON promises: commas, colons, brackets, quotes and escapes in their places,
 * numbers in one grammar, names of amounts in byte order. The oracle is RFC 8259. Suspect json_write.c, numeral.c and
 * vocabulary.c.
 */
#include "engine.h"

#include "base/numeral.h"
#include "values/vocabulary.h"
#include "json/json_number.h"
#include "json/json_write.h"

/* An emitter over fresh memory. */
static void begin(sy_arena *memory, sy_writer *writer, sy_json_writer *json) {
    engine_reset();
    sy_arena_begin(memory, engine_arena());
    sy_writer_begin(writer, memory);
    sy_json_write_begin(json, writer);
}

static void assert_text(sy_json_writer *json, const char *expected) {
    steelyard_fault fault;
    steelyard_span text;
    assert_int_equal(sy_json_write_finish(json, &text, &fault), STEELYARD_OK);
    if (text.nbytes != strlen(expected) || memcmp(text.bytes, expected, text.nbytes) != 0)
        fail_msg("%.*s is not %s", (int)text.nbytes, text.bytes, expected);
}

static void punctuation_follows_what_is_opened_and_named(void **state) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    (void)state;
    begin(&memory, &writer, &json);
    sy_json_write_object(&json);
    sy_json_write_field_text(&json, "id", span_of("a"));
    sy_json_write_field_array(&json, "list");
    sy_json_write_end(&json);
    sy_json_write_field_array(&json, "values");
    sy_json_write_array(&json);
    sy_json_write_end(&json);
    sy_json_write_object(&json);
    sy_json_write_end(&json);
    sy_json_write_null(&json);
    sy_json_write_bool(&json, true);
    sy_json_write_bool(&json, false);
    sy_json_write_integer_or_null(&json, -1);
    sy_json_write_integer_or_null(&json, 0);
    sy_json_write_unsigned(&json, UINT64_MAX);
    sy_json_write_text(&json, (sy_span){NULL, 0});
    sy_json_write_text(&json, span_of(""));
    sy_json_write_plain(&json, span_of("1.00"));
    sy_json_write_open_string(&json);
    sy_writer_literal(json.writer, "in pieces");
    sy_json_write_close_string(&json);
    sy_json_write_end(&json);
    sy_json_write_field_object(&json, "inner");
    sy_json_write_field_unsigned(&json, "number", 7);
    sy_json_write_end(&json);
    sy_json_write_end(&json);
    assert_text(&json, "{\"id\":\"a\",\"list\":[],\"values\":[[],{},null,true,false,null,0,18446744073709551615,null,"
                       "\"\",\"1.00\",\"in pieces\"],\"inner\":{\"number\":7}}");
}

static void a_value_may_stand_alone(void **state) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    (void)state;
    begin(&memory, &writer, &json);
    sy_json_write_unsigned(&json, 12);
    assert_text(&json, "12");
}

/* As deep as a word has bits for containers, with objects and lists in turn. */
static void containers_close_in_the_order_in_which_they_opened(void **state) {
    char expected[4 * SY_JSON_WRITE_DEPTH_MAX + 1] = "";
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    (void)state;
    begin(&memory, &writer, &json);
    for (int depth = 0; depth < SY_JSON_WRITE_DEPTH_MAX; depth += 1) {
        if (depth % 2 == 0) sy_json_write_array(&json);
        else sy_json_write_object(&json);
        if (depth % 2 != 0) sy_json_write_field(&json, "");
        strcat(expected, depth % 2 == 0 ? "[" : "{\"\":");
    }
    for (int depth = SY_JSON_WRITE_DEPTH_MAX; depth > 0; depth -= 1) {
        sy_json_write_end(&json);
        strcat(expected, depth % 2 == 0 ? "}" : "]");
    }
    assert_text(&json, expected);
}

static void only_what_has_to_be_is_escaped(void **state) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    (void)state;
    begin(&memory, &writer, &json);
    sy_json_write_text(&json, span_of("\"a\\b/\b\f\n\r\t\x01\x1f\x7f\xc3\xa9"));
    assert_text(&json, "\"\\\"a\\\\b/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\xc3\xa9\"");
}

/* A field and its text go out in one piece, but for texts that need an escape or are not there. */
static void fields_take_texts_of_every_kind(void **state) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    (void)state;
    begin(&memory, &writer, &json);
    sy_json_write_object(&json);
    sy_json_write_field_text(&json, "escaped", span_of("a\"b"));
    sy_json_write_field_text(&json, "absent", (sy_span){NULL, 0});
    sy_json_write_field_text(&json, "empty", span_of(""));
    sy_json_write_name_text(&json, span_of("named"), span_of("c"));
    sy_json_write_field(&json, "amount");
    sy_json_write_plain(&json, span_of("1.00"));
    sy_json_write_name(&json, span_of("last"));
    sy_json_write_text(&json, span_of("d"));
    sy_json_write_end(&json);
    assert_text(&json, "{\"escaped\":\"a\\\"b\",\"absent\":null,\"empty\":\"\",\"named\":\"c\",\"amount\":\"1.00\","
                       "\"last\":\"d\"}");
}

/* Whatever memory there is: all of the text, or a status; never a part. */
static void fields_fit_whole_or_not_at_all(void **state) {
    static unsigned char bytes[256];
    (void)state;
    for (size_t nbytes = 0; nbytes <= sizeof bytes; nbytes += 1) {
        steelyard_arena arena;
        steelyard_fault fault;
        steelyard_span text;
        sy_arena memory;
        sy_writer writer;
        sy_json_writer json;
        steelyard_arena_lend(&arena, bytes, nbytes);
        sy_arena_begin(&memory, &arena);
        sy_writer_begin(&writer, &memory);
        sy_json_write_begin(&json, &writer);
        sy_json_write_object(&json);
        sy_json_write_field_text(&json, "id", span_of("a"));
        sy_json_write_field_text(&json, "kind", span_of("b"));
        sy_json_write_end(&json);
        if (sy_json_write_finish(&json, &text, &fault) == STEELYARD_OK)
            assert_true(sy_span_equal(text, span_of("{\"id\":\"a\",\"kind\":\"b\"}")));
        else assert_true(nbytes < 21);
    }
}

static void a_lack_of_memory_is_a_status(void **state) {
    unsigned char bytes[64];
    steelyard_arena arena;
    steelyard_fault fault;
    steelyard_span text;
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    (void)state;
    steelyard_arena_lend(&arena, bytes, sizeof bytes);
    sy_arena_begin(&memory, &arena);
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    sy_json_write_array(&json);
    for (int i = 0; i < 40; i += 1) sy_json_write_text(&json, span_of("\n"));
    sy_json_write_end(&json);
    assert_int_equal(sy_json_write_finish(&json, &text, &fault), STEELYARD_MEMORY);
}

/* Whole: where the number ends; broken: the byte that cannot continue it. */
static void numbers_have_one_grammar(void **state) {
    static const struct {
        const char *text;
        bool is_good;
        size_t end;
        size_t fraction_digits;
    } cases[] = {
        {"0", true, 1, 0},       {"-0", true, 2, 0},    {"10", true, 2, 0},   {"01", true, 1, 0},
        {"1.50", true, 4, 2},    {"1.", false, 2, 0},   {"1.x", false, 2, 0}, {"-", false, 1, 0},
        {"", false, 0, 0},       {"+1", false, 0, 0},   {".5", false, 0, 0},  {"1e5", true, 3, 0},
        {"1.0E-05", true, 7, 1}, {"1e", false, 2, 0},   {"1e+", false, 3, 0}, {"1ex", false, 2, 0},
        {"-1.25,2", true, 5, 2}, {"1e5.2", true, 3, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i += 1) {
        sy_numeral parts;
        bool is_good = sy_numeral_scan(span_of(cases[i].text), 0, &parts);
        if (is_good != cases[i].is_good || parts.end != cases[i].end ||
            parts.fraction_end - parts.fraction_start != cases[i].fraction_digits)
            fail_msg("%s ends at %u", cases[i].text, (unsigned)parts.end);
    }
}

static void integers_are_ordered_by_value_and_other_texts_by_their_bytes(void **state) {
    (void)state;
    assert_true(sy_json_number_is_plain_integer(span_of("-10")));
    assert_false(sy_json_number_is_plain_integer(span_of("-0")));
    assert_false(sy_json_number_is_plain_integer(span_of("010")));
    assert_false(sy_json_number_is_plain_integer(span_of("1.0")));
    assert_int_equal(sy_json_number_compare_texts(span_of("9"), span_of("10")), -1);
    assert_int_equal(sy_json_number_compare_texts(span_of("-9"), span_of("-10")), 1);
    assert_int_equal(sy_json_number_compare_texts(span_of("-1"), span_of("0")), -1);
    assert_int_equal(sy_json_number_compare_texts(span_of("9"), span_of("a")), -1);
    assert_int_equal(sy_json_number_compare_texts(span_of("a"), span_of("a")), 0);
}

static void amounts_stand_in_byte_order_each_once(void **state) {
    (void)state;
    for (uint32_t i = 1; i < SY_AMOUNT_COUNT; i += 1)
        assert_true(sy_span_compare(sy_vocabulary_amount_name(sy_vocabulary_amounts_in_byte_order[i - 1]),
                                    sy_vocabulary_amount_name(sy_vocabulary_amounts_in_byte_order[i])) < 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(punctuation_follows_what_is_opened_and_named),
        cmocka_unit_test(a_value_may_stand_alone),
        cmocka_unit_test(containers_close_in_the_order_in_which_they_opened),
        cmocka_unit_test(only_what_has_to_be_is_escaped),
        cmocka_unit_test(fields_take_texts_of_every_kind),
        cmocka_unit_test(fields_fit_whole_or_not_at_all),
        cmocka_unit_test(a_lack_of_memory_is_a_status),
        cmocka_unit_test(numbers_have_one_grammar),
        cmocka_unit_test(integers_are_ordered_by_value_and_other_texts_by_their_bytes),
        cmocka_unit_test(amounts_stand_in_byte_order_each_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
