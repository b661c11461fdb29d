/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/rule_place.h"

/* Where codes stand beside facets: a list of rules at the top, or one member of an object at the top or one below it. */
typedef struct code_source {
    const char *section;
    const char *inside; /* NULL: the section itself */
    sy_rule_kind kind;
    bool is_list;
} code_source;

static const code_source sources[] = {
    {"envelope", NULL, SY_RULE_KIND_ENVELOPE, false}, {"envelope", "warning", SY_RULE_KIND_WARNING, false},
    {"kind", NULL, SY_RULE_KIND_KIND, false},         {"formulas", NULL, SY_RULE_KIND_FORMULA, true},
    {"checks", NULL, SY_RULE_KIND_CHECK, true},
};

typedef struct code_visitor {
    bool (*visit)(void *context, const sy_rule_place *place);
    void *context;
} code_visitor;

/* False where the visitor has seen enough. */
static bool visit_place(const code_visitor *visitor, sy_rule_place place) {
    return place.code.bytes == NULL || visitor->visit(visitor->context, &place);
}

static uint32_t object_inside(const sy_profile_reader *reader, uint32_t object, const char *inside) {
    return inside == NULL ? object : sy_profile_reader_member(reader, object, inside);
}

static bool visit_source(const sy_profile_reader *reader, const code_source *source, const code_visitor *visitor) {
    uint32_t section = sy_profile_reader_member(reader, 0, source->section);
    uint32_t object = object_inside(reader, section, source->inside);
    if (!source->is_list)
        return visit_place(
            visitor, (sy_rule_place){source->kind, section, sy_profile_reader_text(reader, object, "code"), NULL});
    for (uint32_t rule = sy_profile_reader_first(reader, section); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(reader, section, rule))
        if (!visit_place(visitor,
                         (sy_rule_place){source->kind, rule, sy_profile_reader_text(reader, rule, "code"), NULL}))
            return false;
    return true;
}

static bool visit_facet(const sy_profile_reader *reader, const sy_facet *facet, const code_visitor *visitor) {
    uint32_t section = sy_profile_reader_member(reader, 0, facet->name);
    for (uint32_t i = 0; i < facet->code_count; i += 1) {
        const sy_facet_member *member = &facet->members[facet->codes[i].member];
        uint32_t object = object_inside(reader, section, member->inside);
        sy_span code = sy_profile_reader_text(reader, object, member->name);
        if (!visit_place(visitor, (sy_rule_place){SY_RULE_KIND_FACET, section, code, &facet->codes[i]})) return false;
    }
    return true;
}

void sy_rule_place_each(const sy_profile_reader *reader, bool (*visit)(void *context, const sy_rule_place *place),
                        void *context) {
    code_visitor visitor = {visit, context};
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i += 1)
        if (!visit_source(reader, &sources[i], &visitor)) return;
    for (uint32_t index = 0; index < SY_FACET_COUNT; index += 1)
        if (!visit_facet(reader, sy_facet_at(index), &visitor)) return;
}

/* What the profile says at `outcome`; fail where it does not say. */
static sy_outcome stated_outcome(const sy_profile_reader *reader, uint32_t object) {
    sy_span stated = sy_profile_reader_text(reader, object, "outcome");
    for (uint32_t outcome = 0; outcome < SY_OUTCOME_COUNT; outcome += 1)
        if (sy_span_equal(sy_vocabulary_outcome_name((sy_outcome)outcome), stated)) return (sy_outcome)outcome;
    return SY_OUTCOME_FAIL;
}

sy_outcome sy_rule_place_outcome(const sy_profile_reader *reader, const sy_rule_place *place) {
    switch (place->kind) {
    case SY_RULE_KIND_ENVELOPE: return SY_OUTCOME_INVALID;
    case SY_RULE_KIND_WARNING: return SY_OUTCOME_WARN;
    case SY_RULE_KIND_FACET:
        if (place->finding->outcome != SY_OUTCOME_COUNT) return (sy_outcome)place->finding->outcome;
        break;
    case SY_RULE_KIND_FORMULA:
    case SY_RULE_KIND_CHECK:
    case SY_RULE_KIND_KIND: break;
    }
    return stated_outcome(reader, place->object);
}

bool sy_rule_place_is_formula(const sy_rule_place *place) {
    return place->kind == SY_RULE_KIND_FORMULA || (place->finding != NULL && place->finding->is_formula);
}
