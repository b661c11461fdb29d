/* SPDX-License-Identifier: Apache-2.0 */
/*
 * detect.h - which profile a body fits, by the members at its top. A document and the compiled profiles come in, one
 * profile goes out. Values are looked at only where a profile names them.
 * May use: base, json, judge, verifier.
 */
#ifndef SY_DETECT_H
#define SY_DETECT_H

#include "verifier/verifier.h"
#include "json/json_node.h"

/* The profile that fits the body among those compiled in, the options' own first; NULL where none does. */
const sy_profile *sy_detect(const steelyard_verifier *verifier, const sy_document *document);

#endif
