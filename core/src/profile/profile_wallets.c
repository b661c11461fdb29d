/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_wallets.h"

#include "profile/profile_fields.h"
#include "profile/profile_parts.h"

static void compile_shapes(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const words[] = {"object", "list", "keyed", NULL};
    static const uint32_t bits[] = {SY_WALLETS_OBJECT, SY_WALLETS_LIST, SY_WALLETS_KEYED};
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, object, "as", SY_NODE_ARRAY);
    uint32_t shapes = 0;
    SY_WORDS_HAVE_ROWS(words, bits);
    if (sy_config_count(builder, list) > 0)
        for (uint32_t node = sy_json_node_first(builder->source, list); node != SY_NODE_NONE;
             node = sy_json_node_after(builder->source, list, node))
            shapes |= bits[sy_config_word_at(builder, node, "wallets do not stand like this", words)];
    if (shapes == 0)
        sy_builder_fault_among(builder, object, "`as` says how the wallets stand", (sy_span){NULL, 0}, words);
    if ((shapes & SY_WALLETS_OBJECT) != 0 && (shapes & SY_WALLETS_KEYED) != 0)
        sy_builder_fault(builder, list, "one object cannot be a wallet and hold wallets", (sy_span){NULL, 0});
    compiler->profile->wallets_shapes = shapes;
}

static void compile_plain(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"at", "as", "null", "skip", NULL};
    static const char *const nulls[] = {"no_data", NULL}; /* its only word */
    sy_builder *builder = compiler->builder;
    sy_profile *profile = compiler->profile;
    sy_config_only(builder, object, names);
    profile->wallets_at = sy_config_required_path(builder, object, "at");
    profile->null_is_no_data = sy_config_any(builder, object, "null") != SY_NODE_NONE;
    (void)sy_config_word(builder, object, "null", nulls, 0);
    compile_shapes(compiler, object);
    profile->wallets_skip = sy_profile_parts_texts(compiler, object, "skip");
    if (profile->wallets_skip.count > 0 && (profile->wallets_shapes & SY_WALLETS_KEYED) == 0)
        sy_builder_fault(builder, object, "only a keyed object has members to skip", SY_SPAN("skip"));
}

static sy_list_row list_row(sy_profile_compiler *compiler, uint32_t object, sy_span name) {
    static const char *const names[] = {"at", "required", NULL};
    sy_builder *builder = compiler->builder;
    sy_list_row row;
    sy_config_only(builder, object, names);
    row.name = sy_builder_text(builder, name);
    row.at = sy_config_required_path(builder, object, "at");
    row.required = sy_config_flag(builder, object, "required");
    return row;
}

/* A list that is joined with itself would be read twice. */
static void judge_other_lists(sy_profile_compiler *compiler, uint32_t object, uint32_t lists) {
    sy_builder *builder = compiler->builder;
    sy_span at = sy_config_text(builder, object, "at");
    for (uint32_t node = sy_json_node_first(builder->source, lists); node != object && builder->status == STEELYARD_OK;
         node = sy_json_node_after(builder->source, lists, node))
        if (sy_span_equal(at, sy_config_text(builder, node, "at")))
            sy_builder_fault(builder, sy_config_any(builder, object, "at"), "two lists stand at one place", at);
}

static void compile_joined(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"join", "lists", NULL};
    static const char *const keys[] = {"currency", "id", NULL};
    static const uint8_t slots[] = {SY_TEXT_CURRENCY, SY_TEXT_ID};
    sy_builder *builder = compiler->builder;
    uint32_t lists = sy_config_member(builder, object, "lists", SY_NODE_OBJECT);
    sy_list_row *rows;
    SY_WORDS_HAVE_ROWS(keys, slots);
    sy_config_only(builder, object, names);
    compiler->profile->join_slot = slots[sy_config_word(builder, object, "join", keys, SY_WORD_REQUIRED)];
    if (sy_config_count(builder, lists) == 0)
        sy_builder_fault(builder, object, "joined wallets stand in lists", SY_SPAN("lists"));
    compiler->profile->lists = sy_builder_rows(builder, sy_config_count(builder, lists), sizeof *rows, &rows);
    if (rows == NULL) return;
    for (uint32_t node = sy_profile_parts_first_object(compiler, lists); node != SY_NODE_NONE;
         node = sy_profile_parts_next_object(compiler, lists, node)) {
        uint32_t slot = sy_profile_parts_name_slot(compiler, &compiler->lists, node, SY_LISTS_MAX);
        if (builder->status != STEELYARD_OK) return;
        rows[slot] = list_row(compiler, node, compiler->lists.names[slot]);
        judge_other_lists(compiler, node, lists);
    }
}

void sy_profile_wallets_check_join(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, "wallets", SY_NODE_OBJECT);
    if (compiler->profile->lists.count == 0) return;
    for (uint32_t i = 0; i < compiler->field_count; i += 1) {
        const sy_field *field = &compiler->fields[i];
        if (sy_profile_fields_is_text(field, compiler->profile->join_slot) && field->part == SY_PART_WALLET) return;
    }
    sy_builder_fault(builder, sy_config_any(builder, object, "join"), "no element of the lists says this",
                     compiler->texts.names[compiler->profile->join_slot]);
}

void sy_profile_wallets_compile(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, "wallets", SY_NODE_OBJECT);
    if (object == SY_NODE_NONE)
        sy_builder_fault(builder, compiler->root, "a profile says where the wallets stand", SY_SPAN("wallets"));
    else if (sy_config_any(builder, object, "join") != SY_NODE_NONE ||
             sy_config_any(builder, object, "lists") != SY_NODE_NONE)
        compile_joined(compiler, object);
    else compile_plain(compiler, object);
}
