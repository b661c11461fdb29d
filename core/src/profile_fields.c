/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_fields.c - the members of a wallet that are judged. Pointers come in; a forest of fields goes out, in which
 * an object stands once however many fields it holds and is required where one of them is. It refuses to know bodies.
 *
 *   /balance/amount (required), /balance/currency   ->   0 balance (object, required)
 *                                                        1 amount in 0    2 currency in 0
 */
#include "profile.h"

uint32_t sy_names_find(const sy_names *names, sy_span name) {
    uint32_t slot = 0;
    while (slot < names->count && !sy_span_equal(names->names[slot], name)) slot += 1;
    return slot;
}

static uint32_t find_field(const sy_profile_compiler *compiler, uint32_t parent, sy_span name) {
    for (uint32_t i = 0; i < compiler->field_count; i += 1) {
        const sy_field *field = &compiler->fields[i];
        if (field->parent != parent) continue;
        if (sy_span_equal(sy_block_text(compiler->builder->block, field->name), name)) return i;
    }
    return SY_FIELD_NONE;
}

static uint32_t append_field(sy_profile_compiler *compiler, uint32_t node, sy_field field) {
    if (compiler->field_count == SY_FIELDS_MAX) {
        sy_builder_fault(compiler->builder, node, "a profile names at most 96 members", SY_SPAN(""));
        return SY_FIELD_NONE;
    }
    compiler->fields[compiler->field_count] = field;
    compiler->field_count += 1;
    return compiler->field_count - 1;
}

/* The object field `name` inside `parent`, made where it is not there yet. */
static uint32_t object_field(sy_profile_compiler *compiler, uint32_t node, uint32_t parent, sy_ref name, bool required) {
    uint32_t index = find_field(compiler, parent, sy_block_text(compiler->builder->block, name));
    sy_field field;
    if (index == SY_FIELD_NONE) {
        sy_fill_zero(&field, sizeof field);
        field.name = name;
        field.parent = parent;
        field.type = SY_FIELD_OBJECT;
        index = append_field(compiler, node, field);
    } else if (compiler->fields[index].type != SY_FIELD_OBJECT) {
        sy_builder_fault(compiler->builder, node, "a member that holds others is named as a value too",
                         sy_block_text(compiler->builder->block, name));
    }
    if (index != SY_FIELD_NONE && required) compiler->fields[index].required = 1;
    return index;
}

uint32_t sy_profile_add_field(sy_profile_compiler *compiler, uint32_t node, sy_span pointer, sy_field field) {
    sy_builder *builder = compiler->builder;
    sy_path path = sy_build_path(builder, node, pointer);
    const sy_ref *tokens;
    uint32_t parent = SY_FIELD_NONE;
    if (builder->status != STEELYARD_OK) return SY_FIELD_NONE;
    if (path.count == 0) {
        sy_builder_fault(builder, node, "the pointer of a member cannot be empty", pointer);
        return SY_FIELD_NONE;
    }
    tokens = sy_block_rows(builder->block, path);
    for (uint32_t i = 0; i + 1 < path.count; i += 1)
        parent = object_field(compiler, node, parent, tokens[i], field.required != 0);
    field.parent = parent;
    field.name = tokens[path.count - 1];
    if (find_field(compiler, parent, sy_block_text(builder->block, field.name)) != SY_FIELD_NONE)
        sy_builder_fault(builder, node, "two fields name the same member", pointer);
    return builder->status == STEELYARD_OK ? append_field(compiler, node, field) : SY_FIELD_NONE;
}

/* Adds the member at `at` of `object`, required where the object says so. */
static void add_at(sy_profile_compiler *compiler, uint32_t object, sy_field_type type, uint32_t slot) {
    sy_span at = sy_source_required_text(compiler->builder, object, "at");
    sy_field field;
    sy_fill_zero(&field, sizeof field);
    field.type = (uint8_t)type;
    field.slot = (uint8_t)slot;
    field.required = sy_source_flag(compiler->builder, object, "required");
    (void)sy_profile_add_field(compiler, object, at, field);
}

static sy_span last_token(sy_profile_compiler *compiler, uint32_t field) {
    if (field == SY_FIELD_NONE) return SY_SPAN("");
    return sy_block_text(compiler->builder->block, compiler->fields[field].name);
}

static bool carrier_is_string(sy_profile_compiler *compiler, uint32_t object, bool fallback) {
    sy_span carrier = sy_source_text(compiler->builder, object, "carrier");
    if (carrier.bytes == NULL) return fallback;
    if (sy_span_equal(carrier, SY_SPAN("string"))) return true;
    if (!sy_span_equal(carrier, SY_SPAN("number")))
        sy_builder_fault(compiler->builder, object, "carrier is number or string", carrier);
    return false;
}

static void add_amount(sy_profile_compiler *compiler, uint32_t object, uint32_t slot, bool as_string) {
    static const char *const names[] = {"at", "required", "carrier", NULL};
    static const char *const option_names[] = {"option", "when", NULL};
    sy_builder *builder = compiler->builder;
    sy_field field;
    uint32_t index;
    if (sy_source_any(builder, object, "option") != SY_NODE_NONE) {
        sy_source_only(builder, object, option_names);
        return;
    }
    sy_source_only(builder, object, names);
    sy_fill_zero(&field, sizeof field);
    field.type = SY_FIELD_AMOUNT;
    field.slot = (uint8_t)slot;
    field.required = sy_source_flag(builder, object, "required");
    field.carried_as_string = carrier_is_string(compiler, object, as_string);
    index = sy_profile_add_field(compiler, object, sy_source_required_text(builder, object, "at"), field);
    compiler->amounts.members[slot] = last_token(compiler, index);
}

/* Slot of a name, added behind the others where it is new. */
static uint32_t name_slot(sy_profile_compiler *compiler, sy_names *names, uint32_t node, uint32_t count_max) {
    sy_span name = sy_node_text(compiler->builder->memory, compiler->builder->source, sy_node_key(node));
    uint32_t slot = sy_names_find(names, name);
    if (slot < names->count) return slot;
    if (names->count == count_max || name.nbytes > SY_NAME_NBYTES_MAX || name.nbytes == 0) {
        sy_builder_fault(compiler->builder, node, "too many names, or a name that is too long", name);
        return 0;
    }
    names->names[slot] = name;
    names->count += 1;
    return slot;
}

static uint32_t next_member(sy_profile_compiler *compiler, uint32_t object, uint32_t node) {
    if (compiler->builder->status != STEELYARD_OK) return SY_NODE_NONE;
    if (!sy_node_is(compiler->builder->source, node, SY_NODE_OBJECT)) {
        sy_builder_fault(compiler->builder, node, "an object is needed here", SY_SPAN(""));
        return SY_NODE_NONE;
    }
    return sy_node_after(compiler->builder->source, object, node);
}

static void add_amounts(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    bool as_string = carrier_is_string(compiler, compiler->root, false);
    uint32_t object = sy_source_member(builder, compiler->root, "amounts", SY_NODE_OBJECT);
    uint32_t node = object == SY_NODE_NONE ? SY_NODE_NONE : sy_node_first(builder->source, object);
    if (node == SY_NODE_NONE) sy_builder_fault(builder, compiler->root, "a profile names amounts", SY_SPAN("amounts"));
    while (node != SY_NODE_NONE && builder->status == STEELYARD_OK) {
        uint32_t slot = name_slot(compiler, &compiler->amounts, node, SY_AMOUNT_NAMES_MAX);
        uint32_t after = next_member(compiler, object, node);
        if (builder->status == STEELYARD_OK) add_amount(compiler, node, slot, as_string);
        node = after;
    }
}

/* Flags and texts: {"name": {"at": pointer, "required": bool}}. */
static void add_named(sy_profile_compiler *compiler, const char *member, sy_names *names, uint32_t count_max,
                      sy_field_type type) {
    static const char *const allowed[] = {"at", "required", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_source_member(builder, compiler->root, member, SY_NODE_OBJECT);
    uint32_t node = object == SY_NODE_NONE ? SY_NODE_NONE : sy_node_first(builder->source, object);
    while (node != SY_NODE_NONE && builder->status == STEELYARD_OK) {
        uint32_t slot = name_slot(compiler, names, node, count_max);
        uint32_t after = next_member(compiler, object, node);
        if (builder->status == STEELYARD_OK) {
            sy_source_only(builder, node, allowed);
            add_at(compiler, node, type, slot);
        }
        node = after;
    }
}

static void add_id(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "type", "required", NULL};
    uint32_t object = sy_source_member(compiler->builder, compiler->root, "id", SY_NODE_OBJECT);
    sy_span type;
    if (object == SY_NODE_NONE) return;
    sy_source_only(compiler->builder, object, names);
    type = sy_source_required_text(compiler->builder, object, "type");
    if (sy_span_equal(type, SY_SPAN("uuid"))) add_at(compiler, object, SY_FIELD_UUID, SY_TEXT_ID);
    else if (sy_span_equal(type, SY_SPAN("integer"))) add_at(compiler, object, SY_FIELD_INTEGER_ID, SY_TEXT_ID);
    else if (sy_span_equal(type, SY_SPAN("text"))) add_at(compiler, object, SY_FIELD_TEXT, SY_TEXT_ID);
    else sy_builder_fault(compiler->builder, object, "type is one of uuid, integer, text", type);
}

static void add_currency(sy_profile_compiler *compiler) {
    static const char *const names[] = {"from", "at", "required", "default", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_source_member(builder, compiler->root, "currency", SY_NODE_OBJECT);
    sy_span from;
    sy_span code;
    if (object == SY_NODE_NONE) {
        sy_builder_fault(builder, compiler->root, "a profile says where the currency comes from", SY_SPAN("currency"));
        return;
    }
    sy_source_only(builder, object, names);
    from = sy_source_required_text(builder, object, "from");
    code = sy_source_text(builder, object, "default");
    if (code.bytes != NULL) compiler->profile->currency_default = sy_build_text(builder, code);
    if (code.bytes != NULL && !sy_currency_is_well_formed(code))
        sy_builder_fault(builder, object, "a currency code is three capital letters", code);
    compiler->profile->currency_from_option = sy_span_equal(from, SY_SPAN("option"));
    if (compiler->profile->currency_from_option) return;
    if (sy_span_equal(from, SY_SPAN("member"))) add_at(compiler, object, SY_FIELD_CURRENCY, SY_TEXT_CURRENCY);
    else if (sy_span_equal(from, SY_SPAN("id"))) add_at(compiler, object, SY_FIELD_CURRENCY_ID, SY_TEXT_CURRENCY);
    else sy_builder_fault(builder, object, "from is one of option, member, id", from);
}

static void add_status(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "required", "values", NULL};
    uint32_t object = sy_source_member(compiler->builder, compiler->root, "status", SY_NODE_OBJECT);
    if (object == SY_NODE_NONE) return;
    sy_source_only(compiler->builder, object, names);
    add_at(compiler, object, SY_FIELD_TEXT, SY_TEXT_STATUS);
    compiler->profile->statuses = sy_profile_value_names(compiler, object, "values");
}

static void add_kind(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "required", "values", "code", "outcome", NULL};
    uint32_t object = sy_source_member(compiler->builder, compiler->root, "kind", SY_NODE_OBJECT);
    if (object == SY_NODE_NONE) return;
    sy_source_only(compiler->builder, object, names);
    (void)sy_source_required_text(compiler->builder, object, "code");
    add_at(compiler, object, SY_FIELD_TEXT, SY_TEXT_KIND);
    compiler->profile->kinds = sy_profile_value_names(compiler, object, "values");
    compiler->profile->kind_code = sy_profile_code(compiler, object, "code");
    compiler->profile->kind_outcome = sy_profile_outcome(compiler, object);
}

static void begin_names(sy_profile_compiler *compiler) {
    static const sy_span texts[SY_TEXT_SLOT_COUNT] = {{"id", 2}, {"currency", 8}, {"status", 6}, {"kind", 4}};
    for (uint32_t word = 0; word < SY_WORD_COUNT; word += 1) {
        compiler->amounts.names[word] = sy_word_name(word);
        compiler->amounts.members[word] = SY_SPAN("");
    }
    for (uint32_t slot = 0; slot < SY_TEXT_SLOT_COUNT; slot += 1) compiler->texts.names[slot] = texts[slot];
    compiler->amounts.count = SY_WORD_COUNT;
    compiler->texts.count = SY_TEXT_SLOT_COUNT;
}

void sy_profile_compile_fields(sy_profile_compiler *compiler) {
    begin_names(compiler);
    add_id(compiler);
    add_currency(compiler);
    add_status(compiler);
    add_kind(compiler);
    add_named(compiler, "flags", &compiler->flags, SY_FLAGS_MAX, SY_FIELD_FLAG);
    add_named(compiler, "texts", &compiler->texts, SY_TEXTS_MAX, SY_FIELD_TEXT);
    add_amounts(compiler);
}
