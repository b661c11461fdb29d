/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fault_json.h - what a call says of its failure, as the JSON that the module leaves for its caller. A fault comes in,
 * an object goes out: code, option and message always, the rest where the fault says it. It refuses to know the calls.
 */
#ifndef STEELYARD_WASM_FAULT_JSON_H
#define STEELYARD_WASM_FAULT_JSON_H

#include "base/writer.h"

void fault_json_write(sy_writer *writer, const steelyard_fault *fault);

#endif
