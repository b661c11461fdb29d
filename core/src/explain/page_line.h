/* SPDX-License-Identifier: Apache-2.0 */
/*
 * page_line.h - what the lines of a profile's page are made of. Titles, objects and lists of a profile come in, lines
 * and pieces of them go out.
 * May use: json.
 */
#ifndef SY_PAGE_LINE_H
#define SY_PAGE_LINE_H

#include "explain/say.h"

#define SY_PAGE_LINE_INDENT "  "

/* An empty line and a title. */
void sy_page_line_section(const sy_profile_reader *reader, const char *title);
void sy_page_line_begin(const sy_profile_reader *reader);
void sy_page_line_end(const sy_profile_reader *reader);
/* `, required` where the object says so. */
void sy_page_line_required(const sy_profile_reader *reader, uint32_t object);
/* `, sent as a string`, where the object says so. */
void sy_page_line_carrier(const sy_profile_reader *reader, uint32_t object);
/* `a, b`: names in quotes would be read as JSON, so they stand bare. */
void sy_page_line_names(const sy_profile_reader *reader, uint32_t list);
/* `: PREPAID is prepaid, POSTPAID is postpaid` */
void sy_page_line_values(const sy_profile_reader *reader, uint32_t values);

#endif
