/* SPDX-License-Identifier: Apache-2.0 */
/*
 * printable.h - foreign text on a terminal. Texts of any origin come in; text that can neither steer a terminal nor
 * turn the order of what is read goes out, and its width.
 * May use: base.
 */
#ifndef SY_PRINTABLE_H
#define SY_PRINTABLE_H

#include "base/writer.h"

/* What a word means for whoever reads it: a colour where colours are asked for. */
typedef enum sy_tint { SY_TINT_GOOD, SY_TINT_BAD, SY_TINT_DOUBTFUL, SY_TINT_FAINT } sy_tint;

/* How many code points sy_printable_write writes. */
size_t sy_printable_width(sy_span text);
/*
 * The text, in which U+FFFD stands for each control (C0, DEL, C1), each line or paragraph separator, each mark that
 * turns the direction of writing, and each byte that is no UTF-8.
 */
void sy_printable_write(sy_writer *writer, sy_span text);
/* The same, cut to width_max code points, the last of which is then an ellipsis. */
void sy_printable_write_start(sy_writer *writer, sy_span text, size_t width_max);
/* A word of ours, in colour where `colour` is set; without it no escape is written. */
void sy_printable_write_tinted(sy_writer *writer, bool colour, sy_tint tint, sy_span word);

#endif
