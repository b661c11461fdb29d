/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_facets.h"

#include "base/assert.h"
#include "profile/profile_fields.h"
#include "profile/profile_parts.h"
#include "verifier/facet.h"

/* The most members that a facet may have, those of objects within its own counted, and a NULL that ends them. */
#define MEMBERS_MAX 24

/* Whether the member is the first of an object within the facet's: a description keeps these side by side. */
static bool begins_object(const sy_facet *facet, uint32_t index) {
    const char *inside = facet->members[index].inside;
    const char *before = index == 0 ? NULL : facet->members[index - 1].inside;
    if (inside == NULL || inside == before) return false;
    return before == NULL || !sy_span_equal(sy_span_of(before), sy_span_of(inside));
}

/* What an object of a facet may have; ends with NULL. */
typedef struct name_list {
    const char *names[MEMBERS_MAX];
    uint32_t count;
} name_list;

static void add_name(name_list *list, const char *name) {
    SY_ASSERT(list->count + 1 < MEMBERS_MAX);
    list->names[list->count] = name;
    list->count += 1;
}

/* Refuses what the description does not name in the facet's own object. */
static void refuse_others(sy_builder *builder, const sy_facet *facet, uint32_t object) {
    name_list list = {{NULL}, 0};
    for (uint32_t i = 0; i < facet->member_count; i += 1) {
        const sy_facet_member *member = &facet->members[i];
        if (member->inside == NULL) add_name(&list, member->name);
        else if (begins_object(facet, i)) add_name(&list, member->inside);
        if (member->kind == SY_FACET_LIST || member->kind == SY_FACET_RECORDS) add_name(&list, "required");
    }
    sy_config_only(builder, object, list.names);
}

/* The same in an object within it, whose members begin at `first`. */
static void refuse_others_inside(sy_builder *builder, const sy_facet *facet, uint32_t object, uint32_t first) {
    name_list list = {{NULL}, 0};
    if (object == SY_NODE_NONE) return;
    for (uint32_t i = first; i < facet->member_count && facet->members[i].inside != NULL; i += 1) {
        if (i > first && begins_object(facet, i)) break;
        add_name(&list, facet->members[i].name);
    }
    sy_config_only(builder, object, list.names);
}

static uint32_t list_field(sy_profile_compiler *compiler, uint32_t object, const sy_facet_member *member) {
    sy_field field = sy_profile_fields_of(SY_FIELD_LIST, 0);
    field.may_be_object = member->kind == SY_FACET_RECORDS;
    field.required = sy_config_flag(compiler->builder, object, "required");
    return sy_profile_fields_add(compiler, object, sy_config_required_text(compiler->builder, object, member->name),
                                 field);
}

/* A text that each wallet has for itself. */
static uint8_t text_slot(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    uint8_t slot = sy_profile_parts_slot(compiler, object, name, &compiler->texts, "there is no text of this name");
    for (uint32_t i = 0; i < compiler->field_count; i += 1) {
        const sy_field *field = &compiler->fields[i];
        if (sy_profile_fields_is_text(field, slot) && field->part == SY_PART_BODY)
            sy_builder_fault(compiler->builder, sy_config_any(compiler->builder, object, name),
                             "this text is the same for every wallet", compiler->texts.names[slot]);
    }
    return slot;
}

static sy_ref member_name(sy_profile_compiler *compiler, uint32_t object, const sy_facet_member *member) {
    sy_span text = member->required ? sy_config_required_text(compiler->builder, object, member->name)
                                    : sy_config_text(compiler->builder, object, member->name);
    return text.bytes == NULL ? (sy_ref){0, 0} : sy_builder_text(compiler->builder, text);
}

static sy_facet_value value_of(sy_profile_compiler *compiler, uint32_t object, const sy_facet_member *member) {
    sy_builder *builder = compiler->builder;
    sy_facet_value value = {{0, 0}, 0};
    switch ((sy_facet_kind)member->kind) {
    case SY_FACET_LIST:
    case SY_FACET_RECORDS: value.number = list_field(compiler, object, member); break;
    case SY_FACET_NAME: value.ref = member_name(compiler, object, member); break;
    case SY_FACET_AMOUNT_SLOT:
        value.number = sy_profile_parts_slot(compiler, object, member->name, &compiler->amounts,
                                             "there is no amount of this name");
        break;
    case SY_FACET_TEXT_SLOT: value.number = text_slot(compiler, object, member->name); break;
    case SY_FACET_VALUES: value.ref = sy_profile_parts_value_names(compiler, object, member->name, SY_LIST_MAX); break;
    case SY_FACET_NUMBER:
        value.number = sy_config_number(builder, object, member->name, member->most, member->otherwise);
        break;
    case SY_FACET_CHOICE:
        value.number = sy_config_word(builder, object, member->name, member->words, SY_WORD_REQUIRED);
        break;
    case SY_FACET_CODE:
        value.ref = member->required ? sy_profile_parts_required_code(compiler, object, member->name)
                                     : sy_profile_parts_code(compiler, object, member->name);
        break;
    case SY_FACET_OUTCOME: value.number = sy_profile_parts_outcome(compiler, object); break;
    }
    return value;
}

/* The object in which each member stands, SY_NODE_NONE where the profile leaves it out; what else is in it is refused. */
static void find_holders(sy_builder *builder, const sy_facet *facet, uint32_t object,
                         uint32_t holders_out[MEMBERS_MAX]) {
    SY_ASSERT(facet->member_count <= MEMBERS_MAX);
    refuse_others(builder, facet, object);
    for (uint32_t i = 0; i < facet->member_count; i += 1) {
        const char *inside = facet->members[i].inside;
        if (inside == NULL) {
            holders_out[i] = object;
        } else if (begins_object(facet, i)) {
            holders_out[i] = sy_config_member(builder, object, inside, SY_NODE_OBJECT);
            refuse_others_inside(builder, facet, holders_out[i], i);
        } else {
            holders_out[i] = holders_out[i - 1];
        }
    }
}

static void compile_facet(sy_profile_compiler *compiler, const sy_facet *facet, sy_ref *values_out) {
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, facet->name, SY_NODE_OBJECT);
    uint32_t holders[MEMBERS_MAX];
    sy_facet_value *values;
    if (object == SY_NODE_NONE) return;
    find_holders(builder, facet, object, holders);
    *values_out = sy_builder_rows(builder, facet->member_count, sizeof *values, &values);
    for (uint32_t i = 0; i < facet->member_count && values != NULL; i += 1)
        values[i] = value_of(compiler, holders[i], &facet->members[i]);
}

void sy_profile_facets_compile(sy_profile_compiler *compiler) {
    for (uint32_t i = 0; i < SY_FACET_COUNT; i += 1)
        compile_facet(compiler, sy_facet_at(i), &compiler->profile->facets[i]);
}
