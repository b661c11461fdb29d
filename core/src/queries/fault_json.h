/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fault_json.h - a fault as JSON: code, option, message, and where a JSON text is wrong. A fault comes in, a text goes
 * out.
 * May use: base, json.
 */
#ifndef SY_FAULT_JSON_H
#define SY_FAULT_JSON_H

#include "base/writer.h"

void sy_fault_json_write(sy_writer *writer, const steelyard_fault *fault);

#endif
