/* SPDX-License-Identifier: Apache-2.0 */
#include "options/options_currency.h"

#include "base/sort.h"
#include "values/currency.h"
#include "verifier/verifier_options.h"

/* One code with digits, as collected: those of `currencies` stand before those of `minorUnits`. */
typedef struct collected {
    sy_span code;
    int32_t minor_units;
    bool from_map;
} collected;

static bool collected_goes_after(const void *context, uint32_t left, uint32_t right) {
    const collected *rows = context;
    int order = sy_span_compare(rows[left].code, rows[right].code);
    return order != 0 ? order > 0 : left > right;
}

static int32_t digits_of(sy_builder *builder, uint32_t node, const char *option, sy_option_fault *fault) {
    sy_decimal value;
    sy_decimal most = sy_decimal_from_integer(SY_MINOR_UNITS_MAX);
    if (!sy_json_node_is(builder->source, node, SY_NODE_NUMBER)) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, option, "minor units are a whole number.");
        return 0;
    }
    if (sy_decimal_parse_number(sy_json_node_token(builder->source, node), &value, NULL) != STEELYARD_OK ||
        value.negative || sy_decimal_compare(&value, &most) > 0) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, option,
                              "minor units are from 0 to " SY_TEXT_OF(SY_MINOR_UNITS_MAX) ".");
        return 0;
    }
    if (sy_decimal_has_digits_beyond(&value, 0)) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, option, "minor units are a whole number.");
        return 0;
    }
    value = sy_decimal_trim(&value);
    return (int32_t)value.coefficient_low;
}

/* Rows of the objects in `currencies` that state their digits. */
static uint32_t collect_map(sy_builder *builder, uint32_t map, collected *rows, sy_option_fault *fault) {
    uint32_t count = 0;
    if (map == SY_NODE_NONE) return 0;
    for (uint32_t node = sy_json_node_first(builder->source, map); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, map, node)) {
        uint32_t digits = SY_NODE_NONE;
        uint32_t code = SY_NODE_NONE;
        (void)sy_json_node_member(builder->source, node, SY_SPAN("minorUnits"), &digits);
        (void)sy_json_node_member(builder->source, node, SY_SPAN("code"), &code);
        if (digits == SY_NODE_NONE || code == SY_NODE_NONE) continue;
        if (!sy_json_node_is(builder->source, code, SY_NODE_STRING)) continue;
        rows[count].code = sy_config_string(builder, code);
        rows[count].minor_units = digits_of(builder, digits, "currencies", fault);
        rows[count].from_map = true;
        count += 1;
    }
    return count;
}

static uint32_t collect_minor_units(sy_builder *builder, uint32_t object, collected *rows, sy_option_fault *fault) {
    uint32_t count = 0;
    if (object == SY_NODE_NONE) return 0;
    for (uint32_t node = sy_json_node_first(builder->source, object); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, object, node)) {
        rows[count].code = sy_json_node_text(builder->memory, builder->source, sy_json_node_key(node));
        rows[count].minor_units = digits_of(builder, node, "minorUnits", fault);
        rows[count].from_map = false;
        count += 1;
    }
    return count;
}

/* Whether row `later` says again what `first` has said; two different digits in `currencies` are a fault. */
static bool repeats(const collected *first, const collected *later, sy_option_fault *fault) {
    if (!sy_span_equal(first->code, later->code)) return false;
    if (later->from_map && first->minor_units != later->minor_units)
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "currencies", "one code has two different minor units.");
    return true;
}

static void keep_rows(sy_builder *builder, const collected *rows, uint32_t *order, uint32_t count,
                      sy_option_fault *fault) {
    sy_currency_row *kept;
    uint32_t kept_count = 0;
    uint32_t first = 0;
    sy_ref table;
    sy_sort(order, count, collected_goes_after, rows);
    table = sy_builder_rows(builder, count, sizeof *kept, &kept);
    for (uint32_t i = 0; kept != NULL && i < count; i += 1) {
        const collected *row = &rows[order[i]];
        if (i > 0 && repeats(&rows[order[first]], row, fault)) continue;
        if (!sy_currency_is_custom_code(row->code))
            sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, row->from_map ? "currencies" : "minorUnits",
                                  "a code with minor units is " SY_CURRENCY_CODE_FORM ".");
        first = i;
        kept[kept_count].code = sy_builder_text(builder, row->code);
        kept[kept_count].minor_units = row->minor_units;
        kept_count += 1;
    }
    builder->verifier->currency_rows = (sy_ref){table.start, kept_count};
}

static void compile_rows(sy_builder *builder, uint32_t map, uint32_t minor_units, sy_option_fault *fault) {
    uint32_t count = 0;
    collected *rows;
    uint32_t *order;
    if (map != SY_NODE_NONE) count += sy_json_node_count(builder->source, map);
    if (minor_units != SY_NODE_NONE) count += sy_json_node_count(builder->source, minor_units);
    (void)sy_builder_rows(builder, count, sizeof *rows, &rows);
    (void)sy_builder_rows(builder, count, sizeof *order, &order);
    if (rows == NULL || order == NULL) return;
    count = collect_map(builder, map, rows, fault);
    count += collect_minor_units(builder, minor_units, rows + count, fault);
    for (uint32_t i = 0; i < count; i += 1) order[i] = i;
    keep_rows(builder, rows, order, count, fault);
}

/* A code that may be named: three capital letters, or one that the options give digits. */
static bool is_code(const sy_builder *builder, sy_span code) {
    int32_t minor_units;
    return sy_currency_is_well_formed(code) || sy_verifier_options_minor_units(builder->verifier, code, &minor_units);
}

/* The code of one entry of `currencies`, a string or {code, minorUnits}. */
static sy_span map_code(sy_builder *builder, uint32_t node, sy_option_fault *fault) {
    static const char text[] = "an entry is a code, or an object with code and perhaps minorUnits.";
    uint32_t code = node;
    if (sy_json_node_is(builder->source, node, SY_NODE_OBJECT)) {
        for (uint32_t value = sy_json_node_first(builder->source, node); value != SY_NODE_NONE;
             value = sy_json_node_after(builder->source, node, value)) {
            if (!sy_json_node_text_is(builder->source, sy_json_node_key(value), SY_SPAN("code")) &&
                !sy_json_node_text_is(builder->source, sy_json_node_key(value), SY_SPAN("minorUnits")))
                sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "currencies", text);
        }
        if (sy_json_node_member(builder->source, node, SY_SPAN("code"), &code) == SY_ABSENT) code = node;
    }
    if (!sy_json_node_is(builder->source, code, SY_NODE_STRING)) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, "currencies", text);
        return SY_SPAN("");
    }
    return sy_config_string(builder, code);
}

/* A member of `currencies`. */
typedef struct mapped {
    sy_span id;
    uint32_t node; /* of its value */
} mapped;

static bool mapped_goes_after(const void *context, uint32_t left, uint32_t right) {
    const mapped *members = context;
    return sy_span_compare(members[left].id, members[right].id) > 0;
}

/* Pairs of id and code in byte order of the ids. */
static void compile_map(sy_builder *builder, uint32_t map, sy_option_fault *fault) {
    uint32_t count = sy_json_node_count(builder->source, map);
    mapped *members;
    uint32_t *order;
    sy_text_pair *rows;
    uint32_t filled = 0;
    (void)sy_builder_rows(builder, count, sizeof *members, &members);
    (void)sy_builder_rows(builder, count, sizeof *order, &order);
    builder->verifier->currency_map = sy_builder_rows(builder, count, sizeof *rows, &rows);
    if (members == NULL || order == NULL || rows == NULL) return;
    for (uint32_t node = sy_json_node_first(builder->source, map); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, map, node)) {
        members[filled].id = sy_json_node_text(builder->memory, builder->source, sy_json_node_key(node));
        members[filled].node = node;
        order[filled] = filled;
        filled += 1;
    }
    sy_sort(order, filled, mapped_goes_after, members);
    for (uint32_t i = 0; i < filled; i += 1) {
        sy_span code = map_code(builder, members[order[i]].node, fault);
        if (fault->status == STEELYARD_OK && !is_code(builder, code))
            sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "currencies", "this is no currency code.");
        rows[i].name = sy_builder_text(builder, members[order[i]].id);
        rows[i].value = sy_builder_text(builder, code);
    }
}

void sy_options_currency_compile(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t map = sy_option_value_typed(builder, root, "currencies", SY_NODE_OBJECT, "an object is needed.", fault);
    uint32_t minor_units = sy_option_value_typed(builder, root, "minorUnits", SY_NODE_OBJECT, "an object is needed.",
                                                 fault);
    uint32_t currency = sy_config_any(builder, root, "currency");
    sy_span code;
    if (fault->status != STEELYARD_OK) return;
    compile_rows(builder, map, minor_units, fault);
    builder->verifier->has_currency_map = map != SY_NODE_NONE;
    if (map != SY_NODE_NONE) compile_map(builder, map, fault);
    if (currency == SY_NODE_NONE || fault->status != STEELYARD_OK) return;
    if (!sy_json_node_is(builder->source, currency, SY_NODE_STRING)) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, "currency", "a string is needed.");
        return;
    }
    code = sy_config_string(builder, currency);
    builder->verifier->currency = sy_builder_text(builder, code);
    if (!is_code(builder, code))
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "currency", "a currency is three capital letters.");
}
