/* SPDX-License-Identifier: Apache-2.0 */
/*
 * expression_lexer.h - the tokens of the little language of rules, for the compiler and for whoever says rules in words. A text
 * comes in, tokens go out one by one; what they mean is not known here.
 * May use: base.
 */
#ifndef SY_EXPRESSION_LEXER_H
#define SY_EXPRESSION_LEXER_H

#include "base/span.h"

/* Moves over spaces. */
void sy_expression_lexer_skip_spaces(sy_span *rest);
/* The next name, number, literal with its quotes, or sign; empty at the end. `rest` moves behind it. */
sy_span sy_expression_lexer_next(sy_span *rest);
/* Begins with a letter or `_`: a name or a word of the language. */
bool sy_expression_lexer_is_name(sy_span token);
/* A quote without its second: the text ended within a literal. */
bool sy_expression_lexer_is_open(sy_span token);

#endif
