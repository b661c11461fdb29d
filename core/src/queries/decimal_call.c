/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decimal_call.c - the public decimal arithmetic: texts in the syntax of JSON numbers come in, a plain text goes
 * out.
 */
#include "base/fault.h"
#include "decimal/decimal_sum.h"
#include "json/json_node.h"
#include "json/json_reader.h"

/* A number and how many fraction digits its text claims, which may be more than a decimal can hold. */
typedef struct operand {
    sy_decimal value;
    uint32_t written_scale;
} operand;

static steelyard_status parse(sy_span text, operand *out) {
    if (!sy_decimal_is_json_number(text)) return STEELYARD_DECIMAL_SYNTAX;
    return sy_decimal_parse_number(text, &out->value, &out->written_scale);
}

/* The value at the scale that exact arithmetic gives, or without trailing zeros where that does not fit. */
static void settle_scale(operand *result) {
    sy_decimal value = sy_decimal_trim(&result->value);
    result->value = value;
    if (result->written_scale > SY_SCALE_DIGITS_MAX) return;
    if (sy_decimal_quantize(&value, result->written_scale, SY_ROUND_DOWN, &result->value) != STEELYARD_OK)
        result->value = value;
}

static steelyard_status add_element(sy_arena *memory, const sy_document *list, uint32_t node, sy_decimal_sum *sum,
                                    uint32_t *written_scale) {
    operand element;
    steelyard_status status;
    if (!sy_json_node_is(list, node, SY_NODE_STRING)) return STEELYARD_DECIMAL_SYNTAX;
    status = parse(sy_json_node_text(memory, list, node), &element);
    if (status != STEELYARD_OK) return status;
    sy_decimal_sum_add(sum, &element.value);
    if (element.written_scale > *written_scale) *written_scale = element.written_scale;
    return STEELYARD_OK;
}

static steelyard_status sum_list(sy_arena *memory, sy_span json, operand *result) {
    sy_document list;
    sy_json_error error;
    sy_decimal_sum sum;
    steelyard_status status = sy_json_reader_read(memory, json, SY_BODY_NBYTES_MAX, &list, &error);
    if (status == STEELYARD_MEMORY) return status;
    if (status != STEELYARD_OK || !sy_json_node_is(&list, 0, SY_NODE_ARRAY)) return STEELYARD_CALL_ARGUMENT;
    sy_decimal_sum_begin(&sum);
    for (uint32_t node = sy_json_node_first(&list, 0); node != SY_NODE_NONE;
         node = sy_json_node_after(&list, 0, node)) {
        status = add_element(memory, &list, node, &sum, &result->written_scale);
        if (status != STEELYARD_OK) return status;
    }
    status = sy_decimal_sum_result(&sum, &result->value);
    if (status == STEELYARD_OK) settle_scale(result);
    return status;
}

/* `SCALE` or `SCALE MODE`: plain digits up to SY_SCALE_DIGITS_MAX and the name of a mode. */
static bool parse_quantum(sy_span text, uint32_t *scale_digits, sy_rounding *rounding) {
    size_t at = 0;
    uint32_t digits = 0;
    *rounding = SY_ROUND_HALF_EVEN;
    while (at < text.nbytes && at < 3 && sy_span_is_digit(text.bytes[at])) {
        digits = digits * 10 + (uint32_t)(text.bytes[at] - '0');
        at += 1;
    }
    *scale_digits = digits;
    if (at == 0 || digits > SY_SCALE_DIGITS_MAX) return false;
    if (at == text.nbytes) return true;
    return text.bytes[at] == ' ' && sy_decimal_rounding_by_name(sy_span_from(text, at + 1), rounding);
}

static steelyard_status quantize(sy_span left, sy_span right, operand *result) {
    uint32_t scale_digits;
    sy_rounding rounding;
    steelyard_status status = parse(left, result);
    if (!parse_quantum(right, &scale_digits, &rounding)) return STEELYARD_CALL_ARGUMENT;
    if (status != STEELYARD_OK) return status;
    return sy_decimal_quantize(&result->value, scale_digits, rounding, &result->value);
}

static steelyard_status unary(steelyard_decimal_operation operation, sy_span left, operand *result) {
    steelyard_status status = parse(left, result);
    if (status != STEELYARD_OK) return status;
    result->value = operation == STEELYARD_DECIMAL_ABS ? sy_decimal_abs(&result->value)
                                                       : sy_decimal_negate(&result->value);
    settle_scale(result);
    return STEELYARD_OK;
}

/* Both operands are read before either is judged: text that is no number goes before a number that does not fit. */
static steelyard_status parse_both(sy_span left, sy_span right, operand *one, operand *other) {
    steelyard_status first = parse(left, one);
    steelyard_status second = parse(right, other);
    if (first == STEELYARD_DECIMAL_SYNTAX || second == STEELYARD_DECIMAL_SYNTAX) return STEELYARD_DECIMAL_SYNTAX;
    return first != STEELYARD_OK ? first : second;
}

static steelyard_status binary(steelyard_decimal_operation operation, sy_span left, sy_span right, operand *result) {
    operand one;
    operand other;
    steelyard_status status = parse_both(left, right, &one, &other);
    if (status != STEELYARD_OK) return status;
    if (operation == STEELYARD_DECIMAL_COMPARE) {
        result->value = sy_decimal_from_integer(sy_decimal_compare(&one.value, &other.value));
        return STEELYARD_OK;
    }
    result->written_scale = one.written_scale > other.written_scale ? one.written_scale : other.written_scale;
    if (operation == STEELYARD_DECIMAL_MULTIPLY) {
        result->written_scale = one.written_scale + other.written_scale;
        status = sy_decimal_multiply(&one.value, &other.value, &result->value);
    } else if (operation == STEELYARD_DECIMAL_ADD) {
        status = sy_decimal_add(&one.value, &other.value, &result->value);
    } else {
        status = sy_decimal_subtract(&one.value, &other.value, &result->value);
    }
    if (status == STEELYARD_OK) settle_scale(result);
    return status;
}

static steelyard_status calculate(sy_arena *memory, steelyard_decimal_operation operation, sy_span left, sy_span right,
                                  operand *result) {
    switch (operation) {
    case STEELYARD_DECIMAL_ADD:
    case STEELYARD_DECIMAL_SUBTRACT:
    case STEELYARD_DECIMAL_MULTIPLY:
    case STEELYARD_DECIMAL_COMPARE: return binary(operation, left, right, result);
    case STEELYARD_DECIMAL_NEGATE:
    case STEELYARD_DECIMAL_ABS: return unary(operation, left, result);
    case STEELYARD_DECIMAL_SUM: return sum_list(memory, left, result);
    case STEELYARD_DECIMAL_QUANTIZE: return quantize(left, right, result);
    case STEELYARD_DECIMAL_OPERATION_COUNT: break;
    }
    return STEELYARD_CALL_ARGUMENT;
}

steelyard_status steelyard_decimal(steelyard_arena *arena, steelyard_decimal_operation operation, steelyard_span left,
                                   steelyard_span right, steelyard_span *text_out, steelyard_fault *fault_out) {
    sy_arena memory;
    operand result;
    char digits[SY_DECIMAL_TEXT_NBYTES_MAX];
    sy_span text = {NULL, 0};
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    sy_bytes_clear(&result, sizeof result);
    status = calculate(&memory, operation, left, right, &result);
    if (status == STEELYARD_OK)
        text = sy_writer_copy(&memory, (sy_span){digits, sy_decimal_print(&result.value, 0, false, digits)});
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, left.nbytes);
    if (status == STEELYARD_OK) *text_out = text;
    if (status == STEELYARD_CALL_ARGUMENT)
        return sy_fault_named(fault_out, status,
                              operation == STEELYARD_DECIMAL_QUANTIZE ? SY_SPAN("right") : SY_SPAN("left"),
                              steelyard_status_message(status));
    return sy_fault_plain(fault_out, status);
}
