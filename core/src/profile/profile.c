/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile.h"

#include "profile/profile_amounts.h"
#include "profile/profile_envelope.h"
#include "profile/profile_facets.h"
#include "profile/profile_fields.h"
#include "profile/profile_members.h"
#include "profile/profile_parts.h"
#include "profile/profile_rules.h"
#include "profile/profile_wallets.h"
#include "verifier/facet.h"

/* What a profile has at its top, beside the facets. */
static const char *const members[] = {"$schema", "profile", "extends",  "source",   "detect", "envelope", "snapshot",
                                      "wallets", "id",      "currency", "status",   "kind",   "unit",     "carrier",
                                      "amounts", "flags",   "texts",    "formulas", "derive", "checks",   NULL};
#define MEMBER_COUNT (sizeof members / sizeof members[0] - 1)

bool sy_profile_has_member(sy_span name) {
    for (size_t i = 0; i < MEMBER_COUNT; i += 1)
        if (sy_span_equal(name, sy_span_of(members[i]))) return true;
    for (uint32_t i = 0; i < SY_FACET_COUNT; i += 1)
        if (sy_span_equal(name, sy_span_of(sy_facet_at(i)->name))) return true;
    return false;
}

static void refuse_other_members(sy_builder *builder, uint32_t root) {
    const char *names[MEMBER_COUNT + SY_FACET_COUNT + 1];
    for (size_t i = 0; i < MEMBER_COUNT; i += 1) names[i] = members[i];
    for (uint32_t i = 0; i < SY_FACET_COUNT; i += 1) names[MEMBER_COUNT + i] = sy_facet_at(i)->name;
    names[MEMBER_COUNT + SY_FACET_COUNT] = NULL;
    sy_config_only(builder, root, names);
}

static void compile_name(sy_profile_compiler *compiler) {
    sy_span name = sy_config_required_text(compiler->builder, compiler->root, "profile");
    if (name.bytes == NULL) return;
    if (name.nbytes == 0 || name.nbytes > SY_NAME_NBYTES_MAX)
        sy_builder_fault(compiler->builder, sy_config_any(compiler->builder, compiler->root, "profile"),
                         "a profile's name has 1 to " SY_TEXT_OF(SY_NAME_NBYTES_MAX) " bytes", name);
    compiler->name = name;
    compiler->profile->name = sy_builder_text(compiler->builder, name);
}

/* `source` is for readers, and so is `$schema` for editors; a profile that gives either wrongly is wrong all the same. */
static void compile_source(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    uint32_t node = sy_config_any(builder, compiler->root, "source");
    (void)sy_config_text(builder, compiler->root, "$schema");
    if (node == SY_NODE_NONE) return;
    if (sy_json_node_is(builder->source, node, SY_NODE_ARRAY))
        (void)sy_profile_parts_texts(compiler, compiler->root, "source");
    else (void)sy_config_string(builder, node);
}

static sy_detection detection(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"rank", "has", "without", "inside", "orFirstOfList", "where", NULL};
    sy_span inside = sy_config_text(compiler->builder, object, "inside");
    sy_detection row;
    sy_bytes_clear(&row, sizeof row);
    sy_config_only(compiler->builder, object, names);
    row.rank = sy_config_number(compiler->builder, object, "rank", SY_DETECTION_RANK_MAX, SY_DETECTION_RANK_MAX);
    row.has = sy_profile_parts_texts(compiler, object, "has");
    row.without = sy_profile_parts_texts(compiler, object, "without");
    row.in_first = sy_config_flag(compiler->builder, object, "orFirstOfList");
    row.where = sy_profile_parts_test_member(compiler, object, "where");
    if (inside.bytes != NULL) row.inside = sy_builder_text(compiler->builder, inside);
    if (row.has.count == 0) sy_builder_fault(compiler->builder, object, "a detection names members", SY_SPAN("has"));
    return row;
}

static void compile_detections(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, compiler->root, "detect", SY_NODE_ARRAY);
    sy_detection *rows;
    uint32_t row = 0;
    compiler->profile->detections = sy_builder_rows(builder, sy_config_count(builder, list), sizeof *rows, &rows);
    if (rows == NULL) return;
    for (uint32_t node = sy_json_node_first(builder->source, list);
         node != SY_NODE_NONE && builder->status == STEELYARD_OK;
         node = sy_json_node_after(builder->source, list, node)) {
        if (!sy_json_node_is(builder->source, node, SY_NODE_OBJECT)) {
            sy_builder_fault_kind(builder, node, "an object is needed here");
            return;
        }
        rows[row] = detection(compiler, node);
        row += 1;
    }
}

static void keep_names(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    sy_profile *profile = compiler->profile;
    profile->amount_names = sy_builder_texts(builder, compiler->amounts.names, compiler->amounts.count);
    profile->amount_members = sy_builder_texts(builder, compiler->amounts.members, compiler->amounts.count);
    profile->flag_names = sy_builder_texts(builder, compiler->flags.names, compiler->flags.count);
    profile->text_names = sy_builder_texts(builder, compiler->texts.names, compiler->texts.count);
    sy_profile_fields_keep(compiler);
}

/* A member named twice, wherever it stands in the profile. */
static void judge_duplicates(sy_profile_compiler *compiler) {
    const sy_document *source = compiler->builder->source;
    uint32_t end = source->nodes[compiler->root].next;
    if (source->later_duplicate_count == 0) return;
    for (uint32_t node = compiler->root; node < end; node += 1) {
        if (source->nodes[node].type != SY_NODE_KEY || (source->nodes[node].flags & SY_NODE_LATER_DUPLICATE) == 0)
            continue;
        sy_builder_fault(compiler->builder, node + 1, "this member stands twice",
                         sy_json_node_text(compiler->builder->memory, source, node));
        return;
    }
}

static void judge_size(sy_profile_compiler *compiler) {
    if (sy_json_node_token(compiler->builder->source, compiler->root).nbytes > SY_PROFILE_NBYTES_MAX)
        sy_builder_fault(compiler->builder, compiler->root,
                         "a profile has at most " SY_TEXT_OF(SY_PROFILE_KIB_MAX) " KiB", (sy_span){NULL, 0});
}

void sy_profile_compile(sy_profile_compiler *compiler, sy_builder *builder, uint32_t root, sy_profile *profile) {
    sy_bytes_clear(compiler, sizeof *compiler);
    compiler->builder = builder;
    compiler->profile = profile;
    compiler->root = root;
    judge_size(compiler);
    judge_duplicates(compiler);
    refuse_other_members(builder, root);
    compile_name(compiler);
    compile_source(compiler);
    compile_detections(compiler);
    sy_profile_envelope_compile(compiler);
    sy_profile_wallets_compile(compiler);
    sy_profile_members_compile(compiler);
    sy_profile_wallets_check_join(compiler);
    sy_profile_amounts_compile(compiler);
    sy_profile_facets_compile(compiler);
    sy_profile_rules_compile(compiler);
    if (builder->status != STEELYARD_OK) return;
    sy_profile_envelope_keep_members(compiler);
    keep_names(compiler);
}
