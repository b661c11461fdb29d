/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_reader.c - strict JSON: what is refused and at which byte, how deep, how long. Suspect reader.c, lexer.c, text.c.
 */
#include "engine.h"

#include "json/json_node.h"
#include "json/json_reader.h"

static steelyard_status read_span(steelyard_span text, sy_document *document, sy_json_error *error) {
    sy_arena memory;
    engine_reset();
    sy_arena_begin(&memory, engine_arena());
    return sy_json_reader_read(&memory, text, SY_BODY_NBYTES_MAX, document, error);
}

static void the_first_byte_that_cannot_continue_is_the_offset(void **state) {
    static const struct {
        const char *expectation;
        const char *text;
        const char *code;
        size_t offset, line, column;
    } rows[] = {
        {"nothing", "", "json.empty", 0, 1, 1},
        {"white space alone", " \n\t\r", "json.empty", 4, 2, 3},
        {"a byte order mark alone", "\xef\xbb\xbf", "json.empty", 3, 1, 4},
        {"two byte order marks", "\xef\xbb\xbf\xef\xbb\xbf{}", "json.syntax", 3, 1, 4},
        {"ends too early", "{\"a\":", "json.syntax", 5, 1, 6},
        {"ends inside a literal", "[tru", "json.syntax", 4, 1, 5},
        {"a wrong letter in a literal", "[trux]", "json.syntax", 4, 1, 5},
        {"a comma too many", "[1,]", "json.syntax", 3, 1, 4},
        {"a member's comma too many", "{\"a\":1,}", "json.syntax", 7, 1, 8},
        {"no colon", "{\"a\" 1}", "json.syntax", 5, 1, 6},
        {"the wrong bracket", "[1}", "json.syntax", 2, 1, 3},
        {"a leading zero", "[01]", "json.syntax", 2, 1, 3},
        {"a plus", "+1", "json.syntax", 0, 1, 1},
        {"a point without digits", "[1.]", "json.syntax", 3, 1, 4},
        {"an exponent without digits", "[1e+]", "json.syntax", 4, 1, 5},
        {"a minus alone", "-", "json.syntax", 1, 1, 2},
        {"NaN", "NaN", "json.syntax", 0, 1, 1},
        {"a control in a string", "[\"a\nb\"]", "json.syntax", 3, 1, 4},
        {"an unknown escape, at its backslash", "[\"a\\xb\"]", "json.syntax", 3, 1, 4},
        {"a wrong hexadecimal digit, at its backslash", "[\"\\u00g0\"]", "json.syntax", 2, 1, 3},
        {"an escape cut short by the end", "[\"\\u00", "json.syntax", 6, 1, 7},
        {"a lone high surrogate", "[\"\\ud800\"]", "json.surrogate", 2, 1, 3},
        {"a lone low surrogate", "[\"\\udc00\"]", "json.surrogate", 2, 1, 3},
        {"a high surrogate before another", "[\"\\ud800\\ud800\"]", "json.surrogate", 2, 1, 3},
        {"an overlong slash", "[\"\xc0\xaf\"]", "json.utf8", 2, 1, 3},
        {"a surrogate in UTF-8", "[\"\xed\xa0\x80\"]", "json.utf8", 2, 1, 3},
        {"a sequence cut short by the end", "[\"\xe2\x82", "json.utf8", 2, 1, 3},
        {"bad UTF-8 outside a string", "[\xff]", "json.utf8", 1, 1, 2},
        {"good UTF-8 outside a string", "[\xc3\xa9]", "json.syntax", 1, 1, 2},
        {"something behind the value", "{}\r\n 1", "json.trailing", 5, 2, 2},
        {"a comment", "{}//", "json.trailing", 2, 1, 3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_document document;
        sy_json_error error;
        steelyard_status status = read_span(span_of(rows[i].text), &document, &error);
        print_message("%s\n", rows[i].expectation);
        assert_string_equal(code_of(status), rows[i].code);
        assert_int_equal(error.status, status);
        assert_int_equal(error.offset, rows[i].offset);
        assert_int_equal(error.line, rows[i].line);
        assert_int_equal(error.column, rows[i].column);
    }
}

static void a_span_without_bytes_is_empty(void **state) {
    sy_document document;
    sy_json_error error;
    (void)state;
    assert_int_equal(read_span((steelyard_span){NULL, 0}, &document, &error), STEELYARD_JSON_EMPTY);
    assert_int_equal(error.offset, 0);
}

static void a_nul_byte_is_no_end(void **state) {
    sy_document document;
    sy_json_error error;
    (void)state;
    assert_int_equal(read_span((steelyard_span){"{}\0", 3}, &document, &error), STEELYARD_JSON_TRAILING);
    assert_int_equal(read_span((steelyard_span){"\"\0\"", 3}, &document, &error), STEELYARD_JSON_SYNTAX);
    assert_int_equal(error.offset, 1);
}

static void pointers_are_escaped_as_rfc_6901_says(void **state) {
    sy_document document;
    sy_json_error error;
    sy_arena memory;
    (void)state;
    assert_int_equal(read_span(span_of("{\"a/b\":{\"m~\\u006e\":[0,{\"\":1}]}}"), &document, &error), STEELYARD_OK);
    sy_arena_begin(&memory, engine_arena());
    assert_string_equal(text_of(sy_json_node_pointer(&memory, &document, document.node_count - 1, span_of(NULL))),
                        "/a~1b/m~0n/1/");
    assert_string_equal(text_of(sy_json_node_pointer(&memory, &document, 0, span_of("~/"))), "/~0~1");
    assert_string_equal(text_of(sy_json_node_pointer(&memory, &document, 0, span_of(NULL))), "");
}

static void a_number_may_have_a_million_digits(void **state) {
    static const struct {
        const char *expectation;
        const char *before, *digit, *after;
        const char *outcome;
    } rows[] = {
        {"a huge number", "", "7", "", "amount.range"},
        {"a huge fraction", "0.", "7", "", "amount.range"},
        {"a huge exponent", "1e", "9", "", "amount.range"},
        {"a huge negative exponent", "1e-", "9", "", "amount.range"},
        {"zero to a huge exponent", "0e", "9", "", NULL},
        {"one with a million zeros behind the point", "1.", "0", "", "amount.scale"},
        {"ten to the million, divided by as much", "1", "0", "e-1000000", "amount.scale"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        long_text body = {NULL, 0, 0, 0};
        const char *json;
        append(&body, "{\"available\":");
        append(&body, rows[i].before);
        append_times(&body, rows[i].digit, 1000000);
        append(&body, rows[i].after);
        append(&body, "}");
        print_message("%s\n", rows[i].expectation);
        engine_reset();
        json = json_of(verify_span("{\"profile\":{\"profile\":\"p\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},"
                                   "\"currency\":{\"from\":\"option\",\"default\":\"EUR\"},\"unit\":\"major\","
                                   "\"amounts\":{\"available\":{\"at\":\"/available\"}}}}",
                                   long_span(&body)));
        if (rows[i].outcome == NULL) assert_null(strstr(json, "\"code\""));
        else assert_non_null(strstr(json, rows[i].outcome));
    }
}

static void nesting_ends_at_128(void **state) {
    (void)state;
    for (size_t depth = 127; depth <= 130; depth += 1) {
        long_text body = {NULL, 0, 0, 0};
        sy_document document;
        sy_json_error error;
        steelyard_status status;
        append_times(&body, "{\"a\":[", depth / 2);
        append_times(&body, "{\"a\":", depth % 2);
        append(&body, "0");
        append_times(&body, "}", depth % 2);
        append_times(&body, "]}", depth / 2);
        status = read_span(long_span(&body), &document, &error);
        assert_int_equal(status, depth <= 128 ? STEELYARD_OK : STEELYARD_JSON_DEPTH);
        if (depth > 128) assert_int_equal(error.offset, 64 * 6);
    }
}

static void a_million_brackets_do_not_reach_the_stack(void **state) {
    long_text body = {NULL, 0, 0, 0};
    sy_document document;
    sy_json_error error;
    (void)state;
    append_times(&body, "[", 1000000);
    assert_int_equal(read_span(long_span(&body), &document, &error), STEELYARD_JSON_DEPTH);
    assert_int_equal(error.offset, 128);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_byte_that_cannot_continue_is_the_offset),
        cmocka_unit_test(a_span_without_bytes_is_empty),
        cmocka_unit_test(a_nul_byte_is_no_end),
        cmocka_unit_test(pointers_are_escaped_as_rfc_6901_says),
        cmocka_unit_test(a_number_may_have_a_million_digits),
        cmocka_unit_test(nesting_ends_at_128),
        cmocka_unit_test(a_million_brackets_do_not_reach_the_stack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
