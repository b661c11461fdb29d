/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_lexer.h"

#include "base/numeral.h"
#include "base/utf8.h"
#include "json/json_string.h"

static steelyard_status fail(sy_json_lexer *lexer, steelyard_status status, size_t offset) {
    lexer->error_offset = offset;
    return status;
}

void sy_json_lexer_white_space(sy_json_lexer *lexer) {
    while (lexer->at < lexer->nbytes) {
        char byte = lexer->bytes[lexer->at];
        if (byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t') return;
        lexer->at += 1;
    }
}

steelyard_status sy_json_lexer_unexpected(sy_json_lexer *lexer) {
    if (lexer->at < lexer->nbytes && (unsigned char)lexer->bytes[lexer->at] >= 0x80 &&
        sy_utf8_sequence_nbytes(lexer->bytes + lexer->at, lexer->nbytes - lexer->at) == 0)
        return fail(lexer, STEELYARD_JSON_UTF8, lexer->at);
    return fail(lexer, STEELYARD_JSON_SYNTAX, lexer->at);
}

/*
 * The unit of the \uXXXX escape at `at`. An escape that the text's end cuts short is an end too early; any other wrong
 * byte is reported at the backslash.
 */
static steelyard_status lex_unicode_unit(sy_json_lexer *lexer, size_t at, uint32_t *unit_out) {
    char digits[4] = {'0', '0', '0', '0'};
    size_t given = lexer->nbytes - at - 2 < 4 ? lexer->nbytes - at - 2 : 4;
    int32_t unit;
    for (size_t i = 0; i < given; i += 1) digits[i] = lexer->bytes[at + 2 + i];
    unit = sy_json_string_hexadecimal4(digits);
    if (unit < 0) return fail(lexer, STEELYARD_JSON_SYNTAX, at);
    if (given < 4) return fail(lexer, STEELYARD_JSON_SYNTAX, lexer->nbytes);
    *unit_out = (uint32_t)unit;
    return STEELYARD_OK;
}

/* The second half of a surrogate pair whose first stands at `high_at`. */
static steelyard_status lex_low_surrogate(sy_json_lexer *lexer, size_t high_at) {
    size_t at = high_at + 6;
    uint32_t unit = 0;
    steelyard_status status;
    if (at == lexer->nbytes) return fail(lexer, STEELYARD_JSON_SYNTAX, at);
    if (lexer->bytes[at] != '\\') return fail(lexer, STEELYARD_JSON_SURROGATE, high_at);
    if (at + 1 == lexer->nbytes) return fail(lexer, STEELYARD_JSON_SYNTAX, at + 1);
    if (lexer->bytes[at + 1] != 'u') return fail(lexer, STEELYARD_JSON_SURROGATE, high_at);
    status = lex_unicode_unit(lexer, at, &unit);
    if (status != STEELYARD_OK) return status;
    if (unit < 0xDC00 || unit > 0xDFFF) return fail(lexer, STEELYARD_JSON_SURROGATE, high_at);
    lexer->at = at + 6;
    return STEELYARD_OK;
}

static steelyard_status lex_unicode_escape(sy_json_lexer *lexer) {
    size_t at = lexer->at;
    uint32_t unit = 0;
    steelyard_status status = lex_unicode_unit(lexer, at, &unit);
    if (status != STEELYARD_OK) return status;
    if (unit >= 0xDC00 && unit <= 0xDFFF) return fail(lexer, STEELYARD_JSON_SURROGATE, at);
    if (unit >= 0xD800 && unit <= 0xDBFF) return lex_low_surrogate(lexer, at);
    lexer->at = at + 6;
    return STEELYARD_OK;
}

static steelyard_status lex_escape(sy_json_lexer *lexer) {
    size_t at = lexer->at;
    if (at + 1 == lexer->nbytes) return fail(lexer, STEELYARD_JSON_SYNTAX, lexer->nbytes);
    switch (lexer->bytes[at + 1]) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't': lexer->at = at + 2; return STEELYARD_OK;
    case 'u': return lex_unicode_escape(lexer);
    default: return fail(lexer, STEELYARD_JSON_SYNTAX, at);
    }
}

/* Moves over bytes that stand for themselves in a string. */
static void skip_plain(sy_json_lexer *lexer) {
    while (lexer->at < lexer->nbytes) {
        unsigned char byte = (unsigned char)lexer->bytes[lexer->at];
        if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') return;
        lexer->at += 1;
    }
}

steelyard_status sy_json_lexer_string(sy_json_lexer *lexer, bool *escaped_out) {
    *escaped_out = false;
    lexer->at += 1;
    for (;;) {
        unsigned char byte;
        skip_plain(lexer);
        if (lexer->at == lexer->nbytes) return fail(lexer, STEELYARD_JSON_SYNTAX, lexer->at);
        byte = (unsigned char)lexer->bytes[lexer->at];
        if (byte == '"') break;
        if (byte == '\\') {
            steelyard_status status = lex_escape(lexer);
            if (status != STEELYARD_OK) return status;
            *escaped_out = true;
        } else if (byte >= 0x80) {
            size_t nbytes = sy_utf8_sequence_nbytes(lexer->bytes + lexer->at, lexer->nbytes - lexer->at);
            if (nbytes == 0) return fail(lexer, STEELYARD_JSON_UTF8, lexer->at);
            lexer->at += nbytes;
        } else {
            return fail(lexer, STEELYARD_JSON_SYNTAX, lexer->at);
        }
    }
    lexer->at += 1;
    return STEELYARD_OK;
}

steelyard_status sy_json_lexer_number(sy_json_lexer *lexer) {
    sy_numeral numeral;
    bool is_good = sy_numeral_scan((sy_span){lexer->bytes, lexer->nbytes}, lexer->at, &numeral);
    lexer->at = numeral.end;
    return is_good ? STEELYARD_OK : sy_json_lexer_unexpected(lexer);
}

steelyard_status sy_json_lexer_literal(sy_json_lexer *lexer, const char *literal) {
    for (size_t i = 0; literal[i] != '\0'; i += 1) {
        if (lexer->at == lexer->nbytes || lexer->bytes[lexer->at] != literal[i]) return sy_json_lexer_unexpected(lexer);
        lexer->at += 1;
    }
    return STEELYARD_OK;
}
