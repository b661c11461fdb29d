/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_parts.c - {"at": pointer, "is": value or list of values}: whether a member is one of some values. A JSON
 * object comes in, a sy_test goes out. It refuses to know what hangs on the answer.
 */
#include "profile/profile.h"

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
            sy_builder_fault(builder, node, "the number cannot be held exactly in 38 digits", digits);
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
    (void)sy_config_required_text(builder, object, "at");
    test.at = sy_config_path(builder, object, "at");
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
