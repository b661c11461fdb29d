/* SPDX-License-Identifier: Apache-2.0 */
/*
 * status.c - names and messages of statuses and verdicts, out of the tables in steelyard.h.
 * The switches have no default: the compiler names a status that a table lacks.
 */
#include "base/assert.h"
#include "base/limits.h"
#include "base/span.h"

SY_STATIC_ASSERT(SY_COEFFICIENT_DIGITS_MAX == 38 && SY_SCALE_DIGITS_MAX == 38, "messages in steelyard.h state both");

steelyard_span steelyard_status_code(steelyard_status status) {
    switch (status) {
#define STATUS_CODE(number, name, code, message)                                                                       \
    case STEELYARD_##name: return SY_SPAN(code);
        STEELYARD_STATUS_TABLE(STATUS_CODE)
#undef STATUS_CODE
    }
    return SY_SPAN("");
}

steelyard_span steelyard_status_message(steelyard_status status) {
    switch (status) {
#define STATUS_MESSAGE(number, name, code, message)                                                                    \
    case STEELYARD_##name: return SY_SPAN(message);
        STEELYARD_STATUS_TABLE(STATUS_MESSAGE)
#undef STATUS_MESSAGE
    }
    return SY_SPAN("");
}

steelyard_span steelyard_verdict_name(steelyard_verdict verdict) {
    switch (verdict) {
#define VERDICT_NAME(number, name, text)                                                                               \
    case STEELYARD_VERDICT_##name: return SY_SPAN(text);
        STEELYARD_VERDICT_TABLE(VERDICT_NAME)
#undef VERDICT_NAME
    }
    return SY_SPAN("");
}
