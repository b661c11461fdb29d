/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_lexer.h - the tokens of JSON. Bytes and a place come in; the end of the token goes out, or the place of the first
 * byte that cannot continue it.
 * May use: base.
 */
#ifndef SY_JSON_LEXER_H
#define SY_JSON_LEXER_H

#include "base/span.h"

typedef struct sy_json_lexer {
    const char *bytes;
    size_t nbytes;
    size_t at;           /* the next byte to read */
    size_t error_offset; /* written where a function below fails */
} sy_json_lexer;

void sy_json_lexer_white_space(sy_json_lexer *lexer);
/* Each begins at the token's first byte and leaves `at` behind its last; STEELYARD_OK or STEELYARD_JSON_*. */
steelyard_status sy_json_lexer_string(sy_json_lexer *lexer, bool *escaped_out);
steelyard_status sy_json_lexer_number(sy_json_lexer *lexer);
steelyard_status sy_json_lexer_literal(sy_json_lexer *lexer, const char *literal);
/* The status for a byte (or the end) that no token may begin with, at lexer->at. */
steelyard_status sy_json_lexer_unexpected(sy_json_lexer *lexer);

#endif
