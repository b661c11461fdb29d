/* SPDX-License-Identifier: Apache-2.0 */
#include "options/options.h"

#include "base/sort.h"
#include "values/currency.h"
#include "json/json_string.h"

void sy_option_value_wrong(sy_option_fault *fault, steelyard_status status, const char *name, const char *text) {
    size_t nbytes = 0;
    if (fault->status != STEELYARD_OK) return;
    while (name[nbytes] != '\0') nbytes += 1;
    fault->status = status;
    fault->name = (sy_span){name, nbytes};
    fault->text = text;
}

/* The option's value where it has the type, else SY_NODE_NONE; another type is a fault. */
static uint32_t typed(sy_builder *builder, uint32_t root, const char *name, sy_node_type type, const char *text,
                      sy_option_fault *fault) {
    uint32_t node = sy_config_any(builder, root, name);
    if (node == SY_NODE_NONE || sy_json_node_is(builder->source, node, type)) return node;
    sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, name, text);
    return SY_NODE_NONE;
}

static sy_span string_option(sy_builder *builder, uint32_t root, const char *name, sy_option_fault *fault) {
    uint32_t node = typed(builder, root, name, SY_NODE_STRING, "a string is needed.", fault);
    return node == SY_NODE_NONE ? (sy_span){NULL, 0} : sy_config_string(builder, node);
}

/* A whole number written in plain digits, from min to max; -1 where absent or wrong. */
static int64_t integer_option(sy_builder *builder, uint32_t root, const char *name, int64_t min, int64_t max,
                              sy_option_fault *fault) {
    uint32_t node = typed(builder, root, name, SY_NODE_NUMBER, "a whole number is needed.", fault);
    sy_decimal value;
    sy_decimal low = sy_decimal_from_integer(min);
    sy_decimal high = sy_decimal_from_integer(max);
    if (node == SY_NODE_NONE) return -1;
    if (sy_decimal_parse_number(sy_json_node_token(builder->source, node), &value, NULL) != STEELYARD_OK ||
        sy_decimal_compare(&value, &low) < 0 || sy_decimal_compare(&value, &high) > 0) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, name, "the number makes no sense here.");
        return -1;
    }
    if (sy_decimal_has_digits_beyond(&value, 0)) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, name, "a whole number is needed.");
        return -1;
    }
    value = sy_decimal_trim(&value);
    return (int64_t)value.coefficient_low;
}

static void compile_unit(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    sy_span unit = string_option(builder, root, "unit", fault);
    if (unit.bytes == NULL) return;
    builder->block->unit_is_major = sy_span_equal(unit, SY_SPAN("major"));
    builder->block->unit_is_minor = sy_span_equal(unit, SY_SPAN("minor"));
    if (builder->block->unit_is_major == 0 && builder->block->unit_is_minor == 0)
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "unit", "unit is major or minor.");
}

static void read_now(sy_builder *builder, uint32_t root, bool *has_now, sy_time *now, sy_option_fault *fault) {
    sy_span text = string_option(builder, root, "now", fault);
    if (text.bytes == NULL) return;
    *has_now = sy_time_parse_rfc3339(text, now) == STEELYARD_OK;
    if (!*has_now)
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "now", "now is a time in the form of RFC 3339.");
}

static void compile_age(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t node = sy_config_any(builder, root, "maxAge");
    steelyard_status status = STEELYARD_OPTION_TYPE;
    sy_decimal *age = &builder->block->age_max;
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
    builder->block->has_age_max = status == STEELYARD_OK;
    if (status != STEELYARD_OK)
        sy_option_value_wrong(fault, status, "maxAge",
                              "maxAge is seconds, a decimal string or a whole number, not negative.");
}

static void compile_explain(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t node = sy_config_any(builder, root, "explain");
    if (node == SY_NODE_NONE) return;
    builder->block->explain = sy_json_node_is(builder->source, node, SY_NODE_TRUE);
    if (builder->block->explain == 0 && !sy_json_node_is(builder->source, node, SY_NODE_FALSE))
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

typedef struct key_order {
    const sy_builder *builder;
} key_order;

/* Compares the names where they stand: copies made while sorting would pile up. */
static bool key_goes_after(const void *context, uint32_t left, uint32_t right) {
    const sy_builder *builder = ((const key_order *)context)->builder;
    return sy_json_string_compare(key_content(builder->source, left), key_content(builder->source, right)) > 0;
}

/* The values of an object's members in byte order of their names; NULL where memory ran out or there are none. */
static uint32_t *sorted_members(sy_builder *builder, uint32_t object, uint32_t *count_out) {
    key_order order = {builder};
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
    sy_sort(values, filled, key_goes_after, &order);
    return values;
}

static void compile_limits(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t node = sy_config_any(builder, root, "creditLimit");
    uint32_t count = 0;
    uint32_t *members;
    sy_limit_row *rows;
    if (node == SY_NODE_NONE) return;
    if (!sy_json_node_is(builder->source, node, SY_NODE_OBJECT)) {
        builder->block->has_limit_for_all = read_limit(builder, node, &builder->block->limit_for_all, fault);
        return;
    }
    members = sorted_members(builder, node, &count);
    builder->block->limits = sy_builder_rows(builder, count, sizeof *rows, &rows);
    for (uint32_t i = 0; members != NULL && rows != NULL && i < count; i += 1) {
        sy_span wallet = sy_json_node_text(builder->memory, builder->source, sy_json_node_key(members[i]));
        rows[i].wallet = sy_builder_text(builder, wallet);
        (void)read_limit(builder, members[i], &rows[i].limit, fault);
    }
}

/* Header names differ by more than case, and values are strings. */
static void judge_headers(sy_builder *builder, uint32_t object, sy_option_fault *fault) {
    const sy_document *source = builder->source;
    sy_span *names = sy_arena_allocate_array(builder->memory, sy_json_node_count(source, object), sizeof *names);
    uint32_t count = 0;
    for (uint32_t node = sy_json_node_first(source, object); node != SY_NODE_NONE && names != NULL;
         node = sy_json_node_after(source, object, node)) {
        names[count] = sy_json_node_text(builder->memory, source, sy_json_node_key(node));
        if (!sy_json_node_is(source, node, SY_NODE_STRING))
            sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, "headers", "the value of a header is a string.");
        for (uint32_t i = 0; i < count; i += 1)
            if (sy_span_equal_ignoring_case(names[i], names[count]))
                sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "headers", "two headers differ in case alone.");
        count += 1;
    }
}

static uint32_t headers_option(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t node = typed(builder, root, "headers", SY_NODE_OBJECT, "an object of header to string is needed.", fault);
    if (node == SY_NODE_NONE) return node;
    if (sy_json_node_count(builder->source, node) > SY_HEADERS_MAX) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "headers", "there are too many headers.");
        return SY_NODE_NONE;
    }
    judge_headers(builder, node, fault);
    return node;
}

static void compile_headers(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t object = headers_option(builder, root, fault);
    sy_text_pair *rows;
    uint32_t row = 0;
    if (object == SY_NODE_NONE || fault->status != STEELYARD_OK) return;
    builder->block->has_headers = 1;
    builder->block->headers = sy_builder_rows(builder, sy_json_node_count(builder->source, object), sizeof *rows,
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

/*
 * Whether a member stands twice in the option at `value`, itself included. What stands twice inside a profile its
 * compiler says, with the place.
 */
static bool holds_duplicate(const sy_document *source, uint32_t value) {
    uint32_t key = sy_json_node_key(value);
    bool is_profile = sy_json_node_text_is(source, key, SY_SPAN("profile")) ||
                      sy_json_node_text_is(source, key, SY_SPAN("profiles"));
    uint32_t end = is_profile ? value : source->nodes[value].next;
    for (uint32_t node = key; node < end; node += 1) {
        if (source->nodes[node].type == SY_NODE_KEY && (source->nodes[node].flags & SY_NODE_DUPLICATE) != 0)
            return true;
    }
    return false;
}

/* The first member that is no option, or in which something stands twice, is the fault. */
static void judge_names(sy_builder *builder, uint32_t root, const char *const *names, sy_option_fault *fault) {
    const sy_document *source = builder->source;
    for (uint32_t node = sy_json_node_first(source, root); node != SY_NODE_NONE && fault->status == STEELYARD_OK;
         node = sy_json_node_after(source, root, node)) {
        size_t i = 0;
        uint32_t key = sy_json_node_key(node);
        sy_span name = sy_json_node_text(builder->memory, source, key);
        while (names[i] != NULL) {
            size_t nbytes = 0;
            while (names[i][nbytes] != '\0') nbytes += 1;
            if (sy_span_equal(name, (sy_span){names[i], nbytes})) break;
            i += 1;
        }
        if (names[i] == NULL) *fault = (sy_option_fault){STEELYARD_OPTION_UNKNOWN, name, "there is no such option."};
        else if (source->later_duplicate_count > 0 && holds_duplicate(source, node))
            *fault = (sy_option_fault){STEELYARD_OPTION_VALUE, name, "a member stands twice."};
    }
}

void sy_options_compile(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    static const char *const names[] = {"profile", "profiles",    "currency", "currencies", "minorUnits",
                                        "unit",    "creditLimit", "status",   "headers",    "now",
                                        "maxAge",  "maxBytes",    "explain",  NULL};
    steelyard_verifier *block = builder->block;
    sy_option_fault wrong_name = {STEELYARD_OK, {NULL, 0}, ""};
    bool has_now = false;
    int64_t nbytes;
    /* A name that is no option goes before anything wrong with `profile`, which has been looked at already. */
    judge_names(builder, root, names, &wrong_name);
    if (wrong_name.status != STEELYARD_OK) *fault = wrong_name;
    if (fault->status != STEELYARD_OK) return;
    sy_options_currency_compile(builder, root, fault);
    compile_unit(builder, root, fault);
    compile_limits(builder, root, fault);
    block->http_status = (int32_t)integer_option(builder, root, "status", 100, 599, fault);
    compile_headers(builder, root, fault);
    read_now(builder, root, &has_now, &block->now, fault);
    block->has_now = has_now;
    compile_age(builder, root, fault);
    nbytes = integer_option(builder, root, "maxBytes", 1, SY_BODY_NBYTES_MAX, fault);
    if (nbytes > 0) block->body_nbytes_max = (uint32_t)nbytes;
    compile_explain(builder, root, fault);
}

void sy_call_options_read(sy_builder *builder, uint32_t root, sy_call *call_out, sy_option_fault *fault) {
    static const char *const names[] = {"status", "headers", "now", NULL};
    judge_names(builder, root, names, fault);
    if (fault->status != STEELYARD_OK) return;
    call_out->document = builder->source;
    call_out->http_status = (int32_t)integer_option(builder, root, "status", 100, 599, fault);
    call_out->headers = headers_option(builder, root, fault);
    read_now(builder, root, &call_out->has_now, &call_out->now, fault);
}

bool sy_verifier_options_header(const steelyard_verifier *block, const sy_call *call, sy_arena *memory, sy_span name,
                                sy_span *value_out) {
    const sy_text_pair *rows = sy_verifier_rows(block, block->headers);
    if (call->headers != SY_NODE_NONE) {
        const sy_document *source = call->document;
        for (uint32_t node = sy_json_node_first(source, call->headers); node != SY_NODE_NONE;
             node = sy_json_node_after(source, call->headers, node)) {
            if (!sy_span_equal_ignoring_case(name, sy_json_node_text(memory, source, sy_json_node_key(node)))) continue;
            *value_out = sy_json_node_text(memory, source, node);
            return true;
        }
        return false;
    }
    for (uint32_t i = 0; i < block->headers.count; i += 1) {
        if (!sy_span_equal_ignoring_case(name, sy_verifier_text(block, rows[i].name))) continue;
        *value_out = sy_verifier_text(block, rows[i].value);
        return true;
    }
    return false;
}

bool sy_verifier_options_credit_limit(const steelyard_verifier *block, sy_span id, sy_decimal *limit_out) {
    const sy_limit_row *row;
    if (block->has_limit_for_all) {
        *limit_out = block->limit_for_all;
        return true;
    }
    if (id.bytes == NULL) return false;
    row = sy_verifier_find(block, block->limits, sizeof *row, id);
    if (row != NULL) *limit_out = row->limit;
    return row != NULL;
}
