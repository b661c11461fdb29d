/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_parts.h"

#include "profile/expression_lexer.h"

/* ---- names ---- */

uint32_t sy_profile_parts_find_name(const sy_names *names, sy_span name) {
    uint32_t slot = 0;
    if (name.nbytes > 0 && name.bytes[0] == '/') return names->count; /* no name; the table may hold pointers, too */
    while (slot < names->count && !sy_span_equal(names->names[slot], name)) slot += 1;
    return slot;
}

/* Words of conditions, and of places, would be read as something else. */
static bool is_reserved(sy_span name) {
    return sy_expression_lexer_word(name) != SY_EXPRESSION_WORD_COUNT || sy_span_equal(name, SY_SPAN("body"));
}

static bool is_name(sy_span name) {
    for (size_t i = 0; i < name.nbytes; i += 1) {
        char byte = name.bytes[i];
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
        if (!letter && (i == 0 || !sy_span_is_digit(byte))) return false;
    }
    return name.nbytes > 0 && name.nbytes <= SY_NAME_NBYTES_MAX && !is_reserved(name);
}

/* Whether another table has the name: in a condition it could mean either. */
static bool means_something(const sy_profile_compiler *compiler, const sy_names *names, sy_span name) {
    const sy_names *tables[] = {&compiler->amounts, &compiler->flags, &compiler->texts};
    if (names == &compiler->lists) return false;
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i += 1)
        if (tables[i] != names && sy_profile_parts_find_name(tables[i], name) < tables[i]->count) return true;
    return false;
}

uint32_t sy_profile_parts_name_slot(sy_profile_compiler *compiler, sy_names *names, uint32_t node, uint32_t count_max) {
    sy_span name = sy_json_node_text(compiler->builder->memory, compiler->builder->source, sy_json_node_key(node));
    uint32_t slot = sy_profile_parts_find_name(names, name);
    if (slot < names->count) return slot;
    if (!is_name(name))
        sy_builder_fault(
            compiler->builder, node,
            "a name has 1 to " SY_TEXT_OF(
                SY_NAME_NBYTES_MAX) " letters, digits and _, begins with no digit, and is no word of conditions",
            name);
    if (means_something(compiler, names, name))
        sy_builder_fault(compiler->builder, node, "this name means something else already", name);
    if (names->count == count_max) sy_builder_fault(compiler->builder, node, "there are too many names", name);
    if (compiler->builder->status != STEELYARD_OK) return 0;
    names->names[slot] = name;
    names->count += 1;
    return slot;
}

uint8_t sy_profile_parts_slot(sy_profile_compiler *compiler, uint32_t object, const char *name, const sy_names *names,
                              const char *text) {
    sy_span found = sy_config_required_text(compiler->builder, object, name);
    uint32_t slot = sy_profile_parts_find_name(names, found);
    if (found.bytes != NULL && slot == names->count)
        sy_builder_fault_among_names(compiler->builder, sy_config_any(compiler->builder, object, name), text, found,
                                     names->names, names->count);
    return (uint8_t)slot;
}

/* ---- lists ---- */

static uint32_t object_or_fault(sy_profile_compiler *compiler, uint32_t node) {
    if (node == SY_NODE_NONE || compiler->builder->status != STEELYARD_OK) return SY_NODE_NONE;
    if (sy_json_node_is(compiler->builder->source, node, SY_NODE_OBJECT)) return node;
    sy_builder_fault_kind(compiler->builder, node, "an object is needed here");
    return SY_NODE_NONE;
}

uint32_t sy_profile_parts_first_object(sy_profile_compiler *compiler, uint32_t container) {
    if (container == SY_NODE_NONE) return SY_NODE_NONE;
    return object_or_fault(compiler, sy_json_node_first(compiler->builder->source, container));
}

uint32_t sy_profile_parts_next_object(sy_profile_compiler *compiler, uint32_t container, uint32_t node) {
    return object_or_fault(compiler, sy_json_node_after(compiler->builder->source, container, node));
}

sy_ref sy_profile_parts_texts(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, object, name, SY_NODE_ARRAY);
    sy_span texts[SY_LIST_MAX];
    uint32_t count = 0;
    if (sy_config_count(builder, list) == 0) return (sy_ref){0, 0};
    for (uint32_t node = sy_json_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, list, node)) {
        texts[count] = sy_config_string(builder, node);
        count += 1;
    }
    return sy_builder_texts(builder, texts, count);
}

sy_ref sy_profile_parts_value_names(sy_profile_compiler *compiler, uint32_t object, const char *name, uint32_t max) {
    sy_builder *builder = compiler->builder;
    uint32_t values = sy_config_member(builder, object, name, SY_NODE_OBJECT);
    sy_value_name *rows;
    uint32_t row = 0;
    sy_ref table = sy_builder_rows(builder, sy_config_count_to(builder, values, max), sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t node = sy_json_node_first(builder->source, values); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, values, node)) {
        sy_span word = sy_config_string(builder, node);
        if (builder->status != STEELYARD_OK) break;
        rows[row].text = sy_builder_text(builder,
                                         sy_json_node_text(builder->memory, builder->source, sy_json_node_key(node)));
        rows[row].word = sy_builder_text(builder, word);
        row += 1;
    }
    return table;
}

/* ---- findings ---- */

static bool is_code(sy_span code) {
    for (size_t i = 0; i < code.nbytes; i += 1) {
        char byte = code.bytes[i];
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (!letter && !sy_span_is_digit(byte) && byte != '_' && byte != '-' && byte != '.') return false;
    }
    return code.nbytes > 0 && code.nbytes <= SY_NAME_NBYTES_MAX;
}

sy_ref sy_profile_parts_code(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_span code = sy_config_text(compiler->builder, object, name);
    if (code.bytes == NULL) return (sy_ref){0, 0};
    if (!is_code(code))
        sy_builder_fault(compiler->builder, sy_config_any(compiler->builder, object, name),
                         "a code has 1 to " SY_TEXT_OF(SY_NAME_NBYTES_MAX) " letters, digits, _, - and .", code);
    if (code.nbytes > compiler->name.nbytes && code.bytes[compiler->name.nbytes] == '.' &&
        sy_span_equal((sy_span){code.bytes, compiler->name.nbytes}, compiler->name))
        sy_builder_fault(compiler->builder, sy_config_any(compiler->builder, object, name),
                         "the profile's name is put before a code by itself", code);
    return sy_builder_dotted(compiler->builder, compiler->name, code);
}

sy_ref sy_profile_parts_required_code(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    (void)sy_config_required_text(compiler->builder, object, name);
    return sy_profile_parts_code(compiler, object, name);
}

uint8_t sy_profile_parts_outcome(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const words[] = {"fail", "warn", "invalid", NULL}; /* the first one where none is given */
    static const uint8_t outcomes[] = {SY_OUTCOME_FAIL, SY_OUTCOME_WARN, SY_OUTCOME_INVALID};
    SY_WORDS_HAVE_ROWS(words, outcomes);
    return outcomes[sy_config_word(compiler->builder, object, "outcome", words, 0)];
}

/* ---- values ---- */

uint32_t sy_profile_parts_carriers(sy_profile_compiler *compiler, uint32_t object, uint32_t fallback) {
    static const char *const words[] = {"number", "string", "either", NULL};
    static const uint32_t carriers[] = {SY_CARRIER_NUMBER, SY_CARRIER_STRING, SY_CARRIER_NUMBER | SY_CARRIER_STRING};
    SY_WORDS_HAVE_ROWS(words, carriers);
    if (sy_config_any(compiler->builder, object, "carrier") == SY_NODE_NONE) return fallback;
    return carriers[sy_config_word(compiler->builder, object, "carrier", words, SY_WORD_REQUIRED)];
}

static sy_test_value test_value(sy_builder *builder, uint32_t node) {
    sy_test_value value;
    sy_bytes_clear(&value, sizeof value);
    value.type = builder->source->nodes[node].type;
    if (sy_json_node_is(builder->source, node, SY_NODE_OBJECT) ||
        sy_json_node_is(builder->source, node, SY_NODE_ARRAY)) {
        sy_builder_fault_kind(builder, node, "a string, a number, true, false or null is needed here");
    } else if (sy_json_node_is(builder->source, node, SY_NODE_STRING)) {
        value.text = sy_builder_text(builder, sy_config_string(builder, node));
    } else if (sy_json_node_is(builder->source, node, SY_NODE_NUMBER)) {
        sy_span digits = sy_json_node_token(builder->source, node);
        if (sy_decimal_parse_number(digits, &value.number, NULL) != STEELYARD_OK)
            sy_builder_fault(builder, node,
                             "the number cannot be held exactly in " SY_TEXT_OF(SY_COEFFICIENT_DIGITS_MAX) " digits",
                             digits);
    }
    return value;
}

static sy_ref values(sy_builder *builder, uint32_t node) {
    bool is_list = sy_json_node_is(builder->source, node, SY_NODE_ARRAY);
    uint32_t count = is_list ? sy_config_count(builder, node) : 1;
    sy_test_value *rows;
    sy_ref table;
    if (count == 0) sy_builder_fault(builder, node, "a test names at least one value", (sy_span){NULL, 0});
    table = sy_builder_rows(builder, count, sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t i = 0, value = is_list ? sy_json_node_first(builder->source, node) : node; i < count; i += 1) {
        rows[i] = test_value(builder, value);
        if (i + 1 < count) value = sy_json_node_after(builder->source, node, value);
    }
    return table;
}

sy_test sy_profile_parts_test(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"at", "is", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t is = sy_config_any(builder, object, "is");
    sy_test test;
    sy_bytes_clear(&test, sizeof test);
    sy_config_only(builder, object, names);
    test.at = sy_config_required_path(builder, object, "at");
    if (is == SY_NODE_NONE) sy_builder_fault(builder, object, "this member is missing", SY_SPAN("is"));
    else test.values = values(builder, is);
    return test;
}

sy_test sy_profile_parts_test_member(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    uint32_t node = sy_config_member(compiler->builder, object, name, SY_NODE_OBJECT);
    sy_test test;
    sy_bytes_clear(&test, sizeof test);
    return node == SY_NODE_NONE ? test : sy_profile_parts_test(compiler, node);
}
