/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/expression_lexer.h"

static const sy_span words[SY_EXPRESSION_WORD_COUNT] = {
    [SY_EXPRESSION_NOT] = {"not", 3},
    [SY_EXPRESSION_IS] = {"is", 2},
    [SY_EXPRESSION_KNOWN] = {"known", 5},
    [SY_EXPRESSION_UNIT] = {"unit", 4},
};

static const sy_span comparisons[SY_COMPARISON_COUNT] = {
    [SY_COMPARISON_LESS] = {"<", 1},    [SY_COMPARISON_LESS_EQUAL] = {"<=", 2},
    [SY_COMPARISON_GREATER] = {">", 1}, [SY_COMPARISON_GREATER_EQUAL] = {">=", 2},
    [SY_COMPARISON_EQUAL] = {"=", 1},
};

static uint32_t index_of(sy_span token, const sy_span *tokens, uint32_t count) {
    uint32_t index = 0;
    while (index < count && !sy_span_equal(tokens[index], token)) index += 1;
    return index;
}

static bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static bool is_name_byte(char byte) {
    return is_letter(byte) || sy_span_is_digit(byte);
}

static size_t name_nbytes(sy_span text) {
    size_t nbytes = 0;
    while (nbytes < text.nbytes && (is_name_byte(text.bytes[nbytes]) || text.bytes[nbytes] == '.')) nbytes += 1;
    return nbytes;
}

static size_t literal_nbytes(sy_span text) {
    size_t nbytes = 1;
    while (nbytes < text.nbytes && text.bytes[nbytes] != '\'') nbytes += 1;
    return nbytes < text.nbytes ? nbytes + 1 : nbytes;
}

static size_t sign_nbytes(sy_span text) {
    return text.nbytes > 1 && text.bytes[1] == '=' && text.bytes[0] != '=' ? 2 : 1;
}

void sy_expression_lexer_skip_spaces(sy_span *rest) {
    while (rest->nbytes > 0 && rest->bytes[0] == ' ') *rest = sy_span_from(*rest, 1);
}

sy_span sy_expression_lexer_next(sy_span *rest) {
    sy_span token;
    sy_expression_lexer_skip_spaces(rest);
    token = *rest;
    if (token.nbytes == 0) return token;
    if (token.bytes[0] == '\'') token.nbytes = literal_nbytes(token);
    else if (is_name_byte(token.bytes[0])) token.nbytes = name_nbytes(token);
    else token.nbytes = sign_nbytes(token);
    *rest = sy_span_from(*rest, token.nbytes);
    return token;
}

bool sy_expression_lexer_is_name(sy_span token) {
    return token.nbytes > 0 && is_letter(token.bytes[0]);
}

bool sy_expression_lexer_is_number(sy_span token) {
    return token.nbytes > 0 && sy_span_is_digit(token.bytes[0]);
}

bool sy_expression_lexer_is_literal(sy_span token, sy_span *content_out) {
    *content_out = (sy_span){NULL, 0};
    if (token.nbytes == 0 || token.bytes[0] != '\'') return false;
    if (token.nbytes > 1 && token.bytes[token.nbytes - 1] == '\'')
        *content_out = (sy_span){token.bytes + 1, token.nbytes - 2};
    return true;
}

sy_expression_word sy_expression_lexer_word(sy_span token) {
    return (sy_expression_word)index_of(token, words, SY_EXPRESSION_WORD_COUNT);
}

sy_comparison sy_expression_lexer_comparison(sy_span token) {
    return (sy_comparison)index_of(token, comparisons, SY_COMPARISON_COUNT);
}
