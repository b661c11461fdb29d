/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/expression_lexer.h"

static bool is_name_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || sy_span_is_digit(byte);
}

static size_t word_nbytes(sy_span text) {
    size_t nbytes = 0;
    while (nbytes < text.nbytes && (is_name_byte(text.bytes[nbytes]) || text.bytes[nbytes] == '.')) nbytes += 1;
    return nbytes;
}

/* Up to the second quote, or to the end. */
static size_t literal_nbytes(sy_span text) {
    size_t nbytes = 1;
    while (nbytes < text.nbytes && text.bytes[nbytes] != '\'') nbytes += 1;
    return nbytes < text.nbytes ? nbytes + 1 : nbytes;
}

/* `<=` and `>=` are one sign; `==` is two. */
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
    else if (is_name_byte(token.bytes[0])) token.nbytes = word_nbytes(token);
    else token.nbytes = sign_nbytes(token);
    *rest = sy_span_from(*rest, token.nbytes);
    return token;
}

bool sy_expression_lexer_is_name(sy_span token) {
    return token.nbytes > 0 && is_name_byte(token.bytes[0]) && !sy_span_is_digit(token.bytes[0]);
}

bool sy_expression_lexer_is_open(sy_span token) {
    return token.nbytes > 0 && token.bytes[0] == '\'' && (token.nbytes == 1 || token.bytes[token.nbytes - 1] != '\'');
}
