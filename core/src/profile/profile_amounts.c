/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_amounts.h"

#include "profile/profile_fields.h"
#include "profile/profile_parts.h"

/* The text slot that holds the digits at a pointer; one field serves all amounts that ask for it. */
static uint32_t digits_slot(sy_profile_compiler *compiler, uint32_t object) {
    static const char marks[] = "0123456789";
    sy_builder *builder = compiler->builder;
    sy_span pointer = sy_config_required_text(builder, object, "at");
    uint8_t part = sy_profile_fields_part(compiler, object);
    sy_span name = sy_writer_join(builder->memory, pointer, (sy_span){marks + part, 1});
    uint32_t slot;
    sy_field field;
    SY_STATIC_ASSERT(sizeof marks == SY_PARTS_MAX + 1, "a mark for each part");
    if (pointer.nbytes > 0 && pointer.bytes[0] != '/')
        sy_builder_fault(builder, sy_config_any(builder, object, "at"), "a JSON Pointer begins with /", pointer);
    slot = 0; /* the name may look like a pointer, which is no name for sy_profile_parts_find_name */
    while (slot < compiler->texts.count && !sy_span_equal(compiler->texts.names[slot], name)) slot += 1;
    if (slot < compiler->texts.count || builder->status != STEELYARD_OK) return slot;
    if (slot == SY_TEXTS_MAX) {
        sy_builder_fault(builder, object, "there are too many texts", pointer);
        return 0;
    }
    compiler->texts.names[slot] = name;
    compiler->texts.count += 1;
    field = sy_profile_fields_of(SY_FIELD_DIGITS, slot);
    field.part = part;
    (void)sy_profile_fields_add(compiler, sy_config_any(builder, object, "at"), pointer, field);
    return slot;
}

static sy_unit unit_object(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const minor_names[] = {"minor", NULL};
    static const char *const digits_names[] = {"digits", NULL};
    static const char *const member_names[] = {"at", "in", NULL};
    sy_builder *builder = compiler->builder;
    sy_unit unit = {{0, 0}, SY_UNIT_DIGITS, 0, 0, 0};
    if (sy_config_any(builder, object, "minor") != SY_NODE_NONE) {
        sy_config_only(builder, object, minor_names);
        unit.type = SY_UNIT_MINOR;
        unit.exceptions = sy_config_currency_rows(builder, sy_config_member(builder, object, "minor", SY_NODE_OBJECT),
                                                  SY_LIST_MAX);
    } else if (sy_config_any(builder, object, "digits") != SY_NODE_NONE) {
        sy_config_only(builder, object, digits_names);
        unit.digits = (uint8_t)sy_config_number(builder, object, "digits", SY_SCALE_DIGITS_MAX, 0);
    } else {
        sy_config_only(builder, object, member_names);
        unit.type = SY_UNIT_MEMBER;
        unit.slot = (uint8_t)digits_slot(compiler, object);
    }
    return unit;
}

/* The unit at member `unit` of `object`. */
static sy_unit unit_member(sy_profile_compiler *compiler, uint32_t object, sy_unit fallback) {
    static const char *const words[] = {
        [SY_UNIT_MAJOR] = "major", [SY_UNIT_OPTION] = "option", [SY_UNIT_MINOR] = "minor", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t node = sy_config_any(builder, object, "unit");
    sy_unit unit = {{0, 0}, SY_UNIT_MAJOR, 0, 0, 0};
    if (node == SY_NODE_NONE) return fallback;
    if (sy_json_node_is(builder->source, node, SY_NODE_OBJECT)) return unit_object(compiler, node);
    unit.type = (uint8_t)sy_config_word_at(builder, node, "there is no such unit", words);
    return unit;
}

static void compile_default_unit(sy_profile_compiler *compiler) {
    static const char *const words[] = {"major", "minor", "option", NULL};
    sy_unit none = {{0, 0}, SY_UNIT_MAJOR, 0, 0, 0};
    if (sy_config_any(compiler->builder, compiler->root, "unit") == SY_NODE_NONE)
        (void)sy_config_word(compiler->builder, compiler->root, "unit", words, SY_WORD_REQUIRED);
    compiler->unit = unit_member(compiler, compiler->root, none);
}

static sy_field amount_field(sy_profile_compiler *compiler, uint32_t object, uint32_t slot, sy_field_type type) {
    sy_field field = sy_profile_fields_of(type, slot);
    field.carriers = (uint8_t)sy_profile_parts_carriers(compiler, object, compiler->carriers);
    compiler->units[slot] = unit_member(compiler, object, compiler->unit);
    compiler->units[slot].is_stated = 1;
    return field;
}

/* The provider's name for the amount: the last token of its pointer. */
static void keep_member_name(sy_profile_compiler *compiler, uint32_t slot, uint32_t field) {
    if (field == SY_FIELD_NONE || compiler->fields[field].is_self != 0) return;
    compiler->amounts.members[slot] = sy_verifier_text(compiler->builder->verifier, compiler->fields[field].name);
}

static void add_sum(sy_profile_compiler *compiler, uint32_t object, uint32_t slot) {
    static const char *const names[] = {"sum", "of", "where", "in", "required", "carrier", "unit", NULL};
    sy_builder *builder = compiler->builder;
    sy_field field = amount_field(compiler, object, slot, SY_FIELD_SUM);
    sy_sum_row *row = &compiler->sums[compiler->sum_count];
    sy_config_only(builder, object, names);
    row->of = sy_config_path(builder, object, "of");
    row->where = sy_profile_parts_test_member(compiler, object, "where");
    field.sum = (uint8_t)compiler->sum_count;
    compiler->sum_count += 1;
    keep_member_name(compiler, slot, sy_profile_fields_add_placed(compiler, object, "sum", field));
}

static void add_amount(sy_profile_compiler *compiler, uint32_t object, uint32_t slot) {
    static const char *const names[] = {"at", "in", "required", "carrier", "unit", NULL};
    static const char *const option_names[] = {"option", "when", NULL};
    sy_builder *builder = compiler->builder;
    sy_field field;
    if (sy_config_any(builder, object, "option") != SY_NODE_NONE) {
        sy_config_only(builder, object, option_names);
        return;
    }
    if (sy_config_any(builder, object, "sum") != SY_NODE_NONE) {
        add_sum(compiler, object, slot);
        return;
    }
    sy_config_only(builder, object, names);
    field = amount_field(compiler, object, slot, SY_FIELD_AMOUNT);
    keep_member_name(compiler, slot, sy_profile_fields_add_placed(compiler, object, "at", field));
}

/* Where providers call several amounts alike (`/total/value`, `/free/value`), only our names tell them apart. */
static void drop_common_names(sy_profile_compiler *compiler) {
    sy_names *amounts = &compiler->amounts;
    bool common[SY_AMOUNT_NAMES_MAX] = {false};
    for (uint32_t left = 0; left < amounts->count; left += 1)
        for (uint32_t right = 0; right < amounts->count; right += 1)
            if (left != right && sy_span_equal(amounts->members[left], amounts->members[right])) common[left] = true;
    for (uint32_t slot = 0; slot < amounts->count; slot += 1)
        if (common[slot]) amounts->members[slot] = SY_SPAN("");
}

/* A wallet that is a bare amount has no members, so that nothing but its name can tell wallets apart. */
static void judge_bare_amounts(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    if (compiler->profile->has_self_fields == 0 || compiler->profile->is_keyed != 0) return;
    sy_builder_fault(builder, sy_config_any(builder, compiler->root, "amounts"),
                     "an amount can be the wallet itself only where currency or id are read from the key",
                     (sy_span){NULL, 0});
}

void sy_profile_amounts_compile(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, "amounts", SY_NODE_OBJECT);
    compile_default_unit(compiler);
    compiler->carriers = sy_profile_parts_carriers(compiler, compiler->root, SY_CARRIER_NUMBER);
    compiler->profile->carriers = (uint8_t)compiler->carriers;
    for (uint32_t slot = 0; slot < SY_AMOUNT_NAMES_MAX; slot += 1) compiler->units[slot] = compiler->unit;
    if (object == SY_NODE_NONE || sy_json_node_first(builder->source, object) == SY_NODE_NONE)
        sy_builder_fault(builder, compiler->root, "a profile names amounts", SY_SPAN("amounts"));
    for (uint32_t node = sy_profile_parts_first_object(compiler, object); node != SY_NODE_NONE;
         node = sy_profile_parts_next_object(compiler, object, node)) {
        uint32_t slot = sy_profile_parts_name_slot(compiler, &compiler->amounts, node, SY_AMOUNT_NAMES_MAX);
        if (builder->status == STEELYARD_OK) add_amount(compiler, node, slot);
    }
    judge_bare_amounts(compiler);
    drop_common_names(compiler);
}
