/* SPDX-License-Identifier: Apache-2.0 */
#include "options/options.h"

#include "base/sort.h"
#include "options/options_currency.h"
#include "json/json_string.h"

static void compile_unit(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    sy_span unit = sy_option_value_text(builder, root, "unit", fault);
    if (unit.bytes == NULL) return;
    builder->verifier->unit_is_major = sy_span_equal(unit, SY_SPAN("major"));
    builder->verifier->unit_is_minor = sy_span_equal(unit, SY_SPAN("minor"));
    if (builder->verifier->unit_is_major == 0 && builder->verifier->unit_is_minor == 0)
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "unit", "unit is major or minor.");
}

static void compile_age(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t node = sy_config_any(builder, root, "maxAge");
    steelyard_status status = STEELYARD_OPTION_TYPE;
    sy_decimal *age = &builder->verifier->age_max;
    if (node == SY_NODE_NONE) return;
    if (sy_json_node_is(builder->source, node, SY_NODE_STRING)) {
        status = sy_decimal_parse_string(sy_config_string(builder, node), age, NULL);
        if (status != STEELYARD_OK) status = STEELYARD_OPTION_VALUE;
    } else if (sy_json_node_is(builder->source, node, SY_NODE_NUMBER)) {
        status = sy_decimal_parse_number(sy_json_node_token(builder->source, node), age, NULL);
        if (status != STEELYARD_OK) status = STEELYARD_OPTION_VALUE;
        else if (sy_decimal_has_digits_beyond(age, 0)) status = STEELYARD_OPTION_TYPE;
    }
    if (status == STEELYARD_OK && age->negative) status = STEELYARD_OPTION_VALUE;
    builder->verifier->has_age_max = status == STEELYARD_OK;
    if (status != STEELYARD_OK)
        sy_option_value_wrong(fault, status, "maxAge",
                              "maxAge is seconds, a decimal string or a whole number, not negative.");
}

static void compile_explain(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t node = sy_config_any(builder, root, "explain");
    if (node == SY_NODE_NONE) return;
    builder->verifier->explain = sy_json_node_is(builder->source, node, SY_NODE_TRUE);
    if (builder->verifier->explain == 0 && !sy_json_node_is(builder->source, node, SY_NODE_FALSE))
        sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, "explain", "true or false is needed.");
}

/* A decimal string that is not negative. */
static bool read_limit(sy_builder *builder, uint32_t node, sy_decimal *limit, sy_option_fault *fault) {
    static const char text[] = "a credit limit is a decimal string, not negative.";
    if (!sy_json_node_is(builder->source, node, SY_NODE_STRING)) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, "creditLimit", text);
        return false;
    }
    if (sy_decimal_parse_string(sy_config_string(builder, node), limit, NULL) == STEELYARD_OK && !limit->negative)
        return true;
    sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "creditLimit", text);
    return false;
}

/* A member's name as it stands, without its quotes. */
static sy_span key_content(const sy_document *source, uint32_t value) {
    sy_span token = sy_json_node_token(source, sy_json_node_key(value));
    return (sy_span){token.bytes + 1, token.nbytes - 2};
}

/* Compares the names where they stand: copies made while sorting would pile up. */
static bool key_goes_after(const void *context, uint32_t left, uint32_t right) {
    const sy_document *source = context;
    return sy_json_string_compare(key_content(source, left), key_content(source, right)) > 0;
}

/* The values of an object's members in byte order of their names; NULL where memory ran out or there are none. */
static uint32_t *sorted_members(sy_builder *builder, uint32_t object, uint32_t *count_out) {
    uint32_t *values;
    uint32_t filled = 0;
    *count_out = sy_json_node_count(builder->source, object);
    (void)sy_builder_rows(builder, *count_out, sizeof *values, &values);
    if (values == NULL) return NULL;
    for (uint32_t node = sy_json_node_first(builder->source, object); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, object, node)) {
        values[filled] = node;
        filled += 1;
    }
    sy_sort(values, filled, key_goes_after, builder->source);
    return values;
}

static void compile_limits(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t node = sy_config_any(builder, root, "creditLimit");
    uint32_t count = 0;
    uint32_t *members;
    sy_limit_row *rows;
    if (node == SY_NODE_NONE) return;
    if (!sy_json_node_is(builder->source, node, SY_NODE_OBJECT)) {
        builder->verifier->has_limit_for_all = read_limit(builder, node, &builder->verifier->limit_for_all, fault);
        return;
    }
    members = sorted_members(builder, node, &count);
    builder->verifier->limits = sy_builder_rows(builder, count, sizeof *rows, &rows);
    for (uint32_t i = 0; members != NULL && rows != NULL && i < count; i += 1) {
        sy_span wallet = sy_json_node_text(builder->memory, builder->source, sy_json_node_key(members[i]));
        rows[i].wallet = sy_builder_text(builder, wallet);
        (void)read_limit(builder, members[i], &rows[i].limit, fault);
    }
}

static void compile_headers(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t object = sy_option_value_headers(builder, root, fault);
    sy_text_pair *rows;
    uint32_t row = 0;
    if (object == SY_NODE_NONE || fault->status != STEELYARD_OK) return;
    builder->verifier->has_headers = 1;
    builder->verifier->headers = sy_builder_rows(builder, sy_json_node_count(builder->source, object), sizeof *rows,
                                                 &rows);
    if (rows == NULL) return;
    for (uint32_t node = sy_json_node_first(builder->source, object); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, object, node)) {
        rows[row].name = sy_builder_text(builder,
                                         sy_json_node_text(builder->memory, builder->source, sy_json_node_key(node)));
        rows[row].value = sy_builder_text(builder, sy_config_string(builder, node));
        row += 1;
    }
}

void sy_options_compile(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    static const char *const names[] = {"profile", "profiles",    "currency", "currencies", "minorUnits",
                                        "unit",    "creditLimit", "status",   "headers",    "now",
                                        "maxAge",  "maxBytes",    "explain",  NULL};
    steelyard_verifier *verifier = builder->verifier;
    sy_option_fault wrong_name = {STEELYARD_OK, {NULL, 0}, ""};
    int64_t nbytes;
    /* A name that is no option goes before anything wrong with `profile`, which has been looked at already. */
    sy_option_value_only(builder, root, names, &wrong_name);
    if (wrong_name.status != STEELYARD_OK) *fault = wrong_name;
    if (fault->status != STEELYARD_OK) return;
    sy_options_currency_compile(builder, root, fault);
    compile_unit(builder, root, fault);
    compile_limits(builder, root, fault);
    verifier->http_status = (int32_t)sy_option_value_integer(builder, root, "status", SY_HTTP_STATUS_MIN,
                                                             SY_HTTP_STATUS_MAX, fault);
    compile_headers(builder, root, fault);
    verifier->has_now = sy_option_value_now(builder, root, &verifier->now, fault);
    compile_age(builder, root, fault);
    nbytes = sy_option_value_integer(builder, root, "maxBytes", 1, SY_BODY_NBYTES_MAX, fault);
    if (nbytes > 0) verifier->body_nbytes_max = (uint32_t)nbytes;
    compile_explain(builder, root, fault);
}
