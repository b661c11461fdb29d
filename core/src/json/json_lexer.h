/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_lexer.h - the tokens of JSON. Bytes and a place come in; the end of the token goes out, or the place of the first
 * byte that cannot continue it. It refuses to know nesting.
 */
#ifndef SY_LEXER_H
#define SY_LEXER_H

#include "base/span.h"

typedef struct sy_lexer {
    const char *bytes;
    size_t nbytes;
    size_t at;           /* the next byte to read */
    size_t error_offset; /* written where a function below fails */
} sy_lexer;

void sy_lex_white_space(sy_lexer *lexer);
/* Each begins at the token's first byte and leaves `at` behind its last; STEELYARD_OK or STEELYARD_JSON_*. */
steelyard_status sy_lex_string(sy_lexer *lexer, bool *escaped_out);
steelyard_status sy_lex_number(sy_lexer *lexer);
steelyard_status sy_lex_literal(sy_lexer *lexer, const char *literal);
/* The status for a byte (or the end) that no token may begin with, at lexer->at. */
steelyard_status sy_lex_unexpected(sy_lexer *lexer);

#endif
