/* SPDX-License-Identifier: Apache-2.0 */
/*
 * amount_read.h - from a member's text to an exact decimal. A node comes in; the decimal with its written scale goes
 * out, and findings about form, syntax and range. Nothing is rounded and nothing guessed.
 * May use: base, decimal, json, verifier.
 */
#ifndef SY_AMOUNT_READ_H
#define SY_AMOUNT_READ_H

#include "judge/find.h"

/* The value of a number or string node, as it stands, without findings. */
steelyard_status sy_amount_read_value(const sy_request *asked, sy_arena *memory, uint32_t node, sy_amount *amount);
/* The same with findings about form, syntax and range. `carriers` are those that the provider documents. */
void sy_amount_read(const sy_request *asked, sy_findings *found, uint32_t node, uint32_t carriers, sy_amount *amount);

#endif
