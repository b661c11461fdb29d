/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_fields.h"

#include "profile/profile_parts.h"

sy_field sy_profile_fields_of(sy_field_type type, uint32_t slot) {
    sy_field field;
    sy_bytes_clear(&field, sizeof field);
    field.type = (uint8_t)type;
    field.slot = (uint8_t)slot;
    return field;
}

bool sy_profile_fields_is_text(const sy_field *field, uint32_t slot) {
    return field->type >= SY_FIELD_TEXT && field->slot == slot;
}

static bool is_root(const sy_field *field) {
    return field->is_key != 0 || field->is_self != 0;
}

/* The field that stands where `wanted` would: of the same name in the same object of the same part. */
static uint32_t find_field(const sy_profile_compiler *compiler, const sy_field *wanted) {
    const steelyard_verifier *verifier = compiler->builder->verifier;
    sy_span name = sy_verifier_text(verifier, wanted->name);
    for (uint32_t i = 0; i < compiler->field_count; i += 1) {
        const sy_field *field = &compiler->fields[i];
        if (field->parent != wanted->parent || field->part != wanted->part || is_root(field)) continue;
        if (sy_span_equal(sy_verifier_text(verifier, field->name), name)) return i;
    }
    return SY_FIELD_NONE;
}

static uint32_t append_field(sy_profile_compiler *compiler, uint32_t node, sy_field field) {
    if (compiler->builder->status != STEELYARD_OK) return SY_FIELD_NONE;
    if (compiler->field_count == SY_FIELDS_MAX) {
        sy_builder_fault(compiler->builder, node, "a profile names at most " SY_TEXT_OF(SY_FIELDS_MAX) " members",
                         (sy_span){NULL, 0});
        return SY_FIELD_NONE;
    }
    if (field.part == SY_PART_BODY) compiler->profile->has_body_fields = 1;
    if (field.is_self != 0) compiler->profile->has_self_fields = 1;
    if (field.is_key != 0) compiler->profile->is_keyed = 1;
    compiler->fields[compiler->field_count] = field;
    compiler->field_count += 1;
    return compiler->field_count - 1;
}

/* The object `name` that holds `held`, made where it is not there yet. */
static uint32_t object_field(sy_profile_compiler *compiler, uint32_t node, sy_ref name, const sy_field *held,
                             uint32_t parent) {
    sy_field field = sy_profile_fields_of(SY_FIELD_OBJECT, 0);
    uint32_t index;
    field.name = name;
    field.parent = parent;
    field.part = held->part;
    index = find_field(compiler, &field);
    if (index == SY_FIELD_NONE) index = append_field(compiler, node, field);
    else if (compiler->fields[index].type != SY_FIELD_OBJECT)
        sy_builder_fault(compiler->builder, node, "a member that holds others is named as a value too",
                         sy_verifier_text(compiler->builder->verifier, name));
    if (index != SY_FIELD_NONE && held->required) compiler->fields[index].required = 1;
    return index;
}

/* A token of digits may be the index of an element: then what holds it may be a list. */
static void note_index(sy_profile_compiler *compiler, uint32_t parent, sy_ref token) {
    sy_span name = sy_verifier_text(compiler->builder->verifier, token);
    if (parent == SY_FIELD_NONE || compiler->builder->status != STEELYARD_OK || name.nbytes == 0) return;
    for (size_t i = 0; i < name.nbytes; i += 1)
        if (!sy_span_is_digit(name.bytes[i])) return;
    compiler->fields[parent].may_be_list = 1;
}

/* Two sums may add up parts of one list; any other member has one meaning. */
static bool may_share(const sy_profile_compiler *compiler, uint32_t index, const sy_field *field) {
    return index == SY_FIELD_NONE || (field->type == SY_FIELD_SUM && compiler->fields[index].type == SY_FIELD_SUM);
}

uint32_t sy_profile_fields_add(sy_profile_compiler *compiler, uint32_t node, sy_span pointer, sy_field field) {
    sy_builder *builder = compiler->builder;
    sy_path path = sy_builder_path(builder, node, pointer);
    const sy_ref *tokens;
    field.parent = SY_FIELD_NONE;
    if (builder->status != STEELYARD_OK) return SY_FIELD_NONE;
    if (path.count == 0) {
        field.is_self = 1;
        if (field.type != SY_FIELD_AMOUNT || field.part == SY_PART_BODY)
            sy_builder_fault(builder, node, "only an amount can be the wallet itself", (sy_span){NULL, 0});
        return append_field(compiler, node, field);
    }
    tokens = sy_verifier_rows(builder->verifier, path);
    for (uint32_t i = 0; i + 1 < path.count; i += 1) {
        note_index(compiler, field.parent, tokens[i]);
        field.parent = object_field(compiler, node, tokens[i], &field, field.parent);
    }
    note_index(compiler, field.parent, tokens[path.count - 1]);
    field.name = tokens[path.count - 1];
    if (builder->status == STEELYARD_OK && !may_share(compiler, find_field(compiler, &field), &field))
        sy_builder_fault(builder, node, "two fields name the same member", pointer);
    return append_field(compiler, node, field);
}

uint8_t sy_profile_fields_part(sy_profile_compiler *compiler, uint32_t object) {
    sy_builder *builder = compiler->builder;
    uint32_t node = sy_config_member(builder, object, "in", SY_NODE_STRING);
    sy_span names[SY_LISTS_MAX + 1] = {{"body", 4}};
    sy_span in;
    uint32_t slot;
    if (node == SY_NODE_NONE) return SY_PART_WALLET;
    in = sy_config_string(builder, node);
    if (sy_span_equal(in, SY_SPAN("body"))) return SY_PART_BODY;
    slot = sy_profile_parts_find_name(&compiler->lists, in);
    if (slot < compiler->lists.count) return (uint8_t)(SY_PART_LISTS + slot);
    for (uint32_t i = 0; i < compiler->lists.count; i += 1) names[i + 1] = compiler->lists.names[i];
    sy_builder_fault_among_names(builder, node, "there is no list of this name", in, names, compiler->lists.count + 1);
    return SY_PART_WALLET;
}

uint32_t sy_profile_fields_add_placed(sy_profile_compiler *compiler, uint32_t object, const char *at, sy_field field) {
    sy_builder *builder = compiler->builder;
    sy_span pointer = sy_config_required_text(builder, object, at);
    uint32_t node = sy_config_any(builder, object, at);
    field.required = sy_config_flag(builder, object, "required");
    field.part = sy_profile_fields_part(compiler, object);
    return sy_profile_fields_add(compiler, node, pointer, field);
}

void sy_profile_fields_add_key(sy_profile_compiler *compiler, uint32_t node, sy_field field) {
    field.is_key = 1;
    field.required = 1;
    field.parent = SY_FIELD_NONE;
    (void)append_field(compiler, node, field);
}

void sy_profile_fields_keep(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    sy_field *fields;
    sy_sum_row *sums;
    sy_unit *units;
    compiler->profile->fields = sy_builder_rows(builder, compiler->field_count, sizeof *fields, &fields);
    for (uint32_t i = 0; fields != NULL && i < compiler->field_count; i += 1) fields[i] = compiler->fields[i];
    compiler->profile->sums = sy_builder_rows(builder, compiler->sum_count, sizeof *sums, &sums);
    for (uint32_t i = 0; sums != NULL && i < compiler->sum_count; i += 1) sums[i] = compiler->sums[i];
    compiler->profile->units = sy_builder_rows(builder, compiler->amounts.count, sizeof *units, &units);
    for (uint32_t i = 0; units != NULL && i < compiler->amounts.count; i += 1) units[i] = compiler->units[i];
}
