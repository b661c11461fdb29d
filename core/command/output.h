/* SPDX-License-Identifier: Apache-2.0 */
/*
 * output.h - standard output and standard error. Texts come in; what goes out is all or a status.
 * Nothing is held back: what was said stands, whatever happens next.
 * May use: text.
 */
#ifndef STEELYARD_COMMAND_OUTPUT_H
#define STEELYARD_COMMAND_OUTPUT_H

#include "text.h"

typedef enum output_status {
    OUTPUT_OK,
    OUTPUT_CLOSED, /* nobody reads on: the end, and no error */
    OUTPUT_FAILED
} output_status;

output_status output_write(steelyard_span text);

/* Whether standard output is a terminal that is to have colours: NO_COLOR and TERM are asked. */
bool output_has_colour(void);

#if defined(__GNUC__)
#define OUTPUT_LIKE_PRINTF __attribute__((format(printf, 1, 2)))
#else
#define OUTPUT_LIKE_PRINTF
#endif

/* A line `steelyard: ...` on standard error. */
void output_complain(const char *format, ...) OUTPUT_LIKE_PRINTF;
/* A text on standard error as it stands. */
void output_note(steelyard_span text);

/* For "%.*s": the length and bytes of a span or string; what is longer than any message is cut. */
#define OUTPUT_SPAN(span) output_precision(span), (span).nbytes == 0 ? "" : (span).bytes
#define OUTPUT_STRING(string) output_precision(span_of_string(string)), (string)
int output_precision(steelyard_span span);

#endif
