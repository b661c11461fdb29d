/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_facets.c - what a profile switches on by name: gifts, events, pages, uniqueness and order.
 * JSON objects come in, facet rows go out. It refuses to know how a facet judges.
 */
#include "profile/profile.h"

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

/* A member's name inside a list's elements; absent where the profile does not give one. */
static sy_ref member_name(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_span text = sy_config_text(compiler->builder, object, name);
    return text.bytes == NULL ? (sy_ref){0, 0} : sy_builder_text(compiler->builder, text);
}

static uint32_t list_field(sy_profile_compiler *compiler, uint32_t object) {
    sy_field field;
    sy_bytes_clear(&field, sizeof field);
    field.type = SY_FIELD_LIST;
    field.required = sy_config_flag(compiler->builder, object, "required");
    return sy_profile_fields_add(compiler, object, sy_config_required_text(compiler->builder, object, "at"), field);
}

static void compile_gifts(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at",      "required",  "id",     "owner", "amount", "remaining",
                                        "expires", "unlimited", "usedUp", "total", "codes",  NULL};
    static const char *const code_names[] = {"total", "remaining", "owner", "flags", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, "gifts", SY_NODE_OBJECT);
    uint32_t codes = sy_config_member(builder, object, "codes", SY_NODE_OBJECT);
    sy_gift_facet *gifts = &compiler->profile->gifts;
    gifts->field = SY_FIELD_NONE;
    if (object == SY_NODE_NONE) return;
    sy_config_only(builder, object, names);
    sy_config_only(builder, codes, code_names);
    gifts->field = list_field(compiler, object);
    gifts->id = member_name(compiler, object, "id");
    gifts->owner = member_name(compiler, object, "owner");
    (void)sy_config_required_text(builder, object, "amount");
    gifts->amount = member_name(compiler, object, "amount");
    gifts->remaining = member_name(compiler, object, "remaining");
    gifts->expires = member_name(compiler, object, "expires");
    gifts->unlimited = member_name(compiler, object, "unlimited");
    gifts->used_up = member_name(compiler, object, "usedUp");
    gifts->total_code = sy_profile_parts_code(compiler, codes, "total");
    gifts->remaining_code = sy_profile_parts_code(compiler, codes, "remaining");
    gifts->owner_code = sy_profile_parts_code(compiler, codes, "owner");
    gifts->flags_code = sy_profile_parts_code(compiler, codes, "flags");
    gifts->total_slot = sy_profile_parts_slot(compiler, object, "total", &compiler->amounts,
                                              "there is no amount of this name");
}

static void compile_events(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "required", "action", "time", "owner", "actions", "codes", NULL};
    static const char *const code_names[] = {"status", "owner", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, "events", SY_NODE_OBJECT);
    uint32_t codes = sy_config_member(builder, object, "codes", SY_NODE_OBJECT);
    sy_event_facet *events = &compiler->profile->events;
    events->field = SY_FIELD_NONE;
    if (object == SY_NODE_NONE) return;
    sy_config_only(builder, object, names);
    sy_config_only(builder, codes, code_names);
    events->field = list_field(compiler, object);
    (void)sy_config_required_text(builder, object, "action");
    (void)sy_config_required_text(builder, object, "time");
    events->action = member_name(compiler, object, "action");
    events->time = member_name(compiler, object, "time");
    events->owner = member_name(compiler, object, "owner");
    events->actions = sy_profile_parts_value_names(compiler, object, "actions", SY_LIST_MAX);
    events->status_code = sy_profile_parts_code(compiler, codes, "status");
    events->owner_code = sy_profile_parts_code(compiler, codes, "owner");
}

static void compile_pages(sy_profile_compiler *compiler) {
    static const char *const names[] = {"code", "perPageMax", "headers", NULL};
    static const char *const header_names[] = {"page",     "perPage", "totalCount", "totalPages",
                                               "pageSize", "hasMore", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, "pages", SY_NODE_OBJECT);
    uint32_t headers = sy_config_member(builder, object, "headers", SY_NODE_OBJECT);
    sy_page_facet *pages = &compiler->profile->pages;
    if (object == SY_NODE_NONE) return;
    sy_config_only(builder, object, names);
    sy_config_only(builder, headers, header_names);
    pages->code = sy_profile_parts_required_code(compiler, object, "code");
    pages->per_page_max = sy_config_number(builder, object, "perPageMax", 1000000, 1000000);
    for (uint32_t i = 0; i < SY_PAGE_HEADER_COUNT; i += 1)
        pages->headers[i] = member_name(compiler, headers, header_names[i]);
}

/* A text that each wallet has for itself. */
static uint8_t text_slot(sy_profile_compiler *compiler, uint32_t object) {
    uint8_t slot = sy_profile_parts_slot(compiler, object, "of", &compiler->texts, "there is no text of this name");
    for (uint32_t i = 0; i < compiler->field_count; i += 1) {
        const sy_field *field = &compiler->fields[i];
        if (field->type >= SY_FIELD_TEXT && field->slot == slot && field->part == SY_PART_BODY)
            sy_builder_fault(compiler->builder, sy_config_any(compiler->builder, object, "of"),
                             "this text is the same for every wallet", compiler->texts.names[slot]);
    }
    return slot;
}

static void compile_unique(sy_profile_compiler *compiler) {
    static const char *const names[] = {"of", "code", "outcome", NULL};
    uint32_t object = sy_config_member(compiler->builder, compiler->root, "unique", SY_NODE_OBJECT);
    sy_unique *unique = &compiler->profile->unique;
    if (object == SY_NODE_NONE) return;
    sy_config_only(compiler->builder, object, names);
    unique->code = sy_profile_parts_required_code(compiler, object, "code");
    unique->slot = text_slot(compiler, object);
    unique->outcome = sy_profile_parts_outcome(compiler, object);
}

static void compile_order(sy_profile_compiler *compiler) {
    static const char *const names[] = {"of", "direction", "code", "outcome", NULL};
    static const char *const directions[] = {"descending", "ascending", NULL};
    uint32_t object = sy_config_member(compiler->builder, compiler->root, "order", SY_NODE_OBJECT);
    sy_unique *unique = &compiler->profile->unique;
    if (object == SY_NODE_NONE) return;
    sy_config_only(compiler->builder, object, names);
    unique->order_ascends = sy_config_word(compiler->builder, object, "direction", directions, SY_WORD_REQUIRED) == 1;
    unique->order_code = sy_profile_parts_required_code(compiler, object, "code");
    unique->order_slot = text_slot(compiler, object);
    unique->order_outcome = sy_profile_parts_outcome(compiler, object);
}

void sy_profile_facets_compile(sy_profile_compiler *compiler) {
    compile_gifts(compiler);
    compile_events(compiler);
    compile_pages(compiler);
    compile_unique(compiler);
    compile_order(compiler);
}
