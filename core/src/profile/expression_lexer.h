/* SPDX-License-Identifier: Apache-2.0 */
/*
 * expression_lexer.h - the signs and words of the language of rules, once for its compiler and its explanations. A
 * text comes in; names, numbers, literals and signs go out, one by one.
 *
 *   token   = name | number | literal | sign
 *   name    = a letter or _, then letters, digits, _ and .
 *   number  = a digit, then the same
 *   literal = ' bytes '
 *   sign    = one byte, or two where it is followed by = (but == is two signs)
 *
 * May use: base.
 */
#ifndef SY_EXPRESSION_LEXER_H
#define SY_EXPRESSION_LEXER_H

#include "base/span.h"

/* Words that no name may have. */
typedef enum sy_expression_word {
    SY_EXPRESSION_NOT,
    SY_EXPRESSION_IS,
    SY_EXPRESSION_KNOWN,
    SY_EXPRESSION_UNIT,
    SY_EXPRESSION_WORD_COUNT /* no word of the language */
} sy_expression_word;

/* The signs that compare two sums. */
typedef enum sy_comparison {
    SY_COMPARISON_LESS,
    SY_COMPARISON_LESS_EQUAL,
    SY_COMPARISON_GREATER,
    SY_COMPARISON_GREATER_EQUAL,
    SY_COMPARISON_EQUAL,
    SY_COMPARISON_COUNT /* no comparison */
} sy_comparison;

/* The next token, and `rest` moves behind it; empty at the end. A literal comes with its quotes, as far as there are any. */
sy_span sy_expression_lexer_next(sy_span *rest);
/* What `rest` has before its next token is passed over. */
void sy_expression_lexer_skip_spaces(sy_span *rest);

bool sy_expression_lexer_is_name(sy_span token);
bool sy_expression_lexer_is_number(sy_span token);
/* Whether it begins like a literal; content_out is what stands in its quotes, bytes NULL where they are not closed. */
bool sy_expression_lexer_is_literal(sy_span token, sy_span *content_out);
sy_expression_word sy_expression_lexer_word(sy_span token);
sy_comparison sy_expression_lexer_comparison(sy_span token);

#endif
