/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/rule_cause.h"

#include "base/assert.h"
#include "judge/amount_unit.h"
#include "judge/list_sum.h"

/* Where a term stands: its row, and of a sum the element. */
typedef struct term_origin {
    uint32_t row;
    uint32_t element; /* SY_NODE_NONE where the row is no sum */
} term_origin;

/* The terms of E with every sum taken apart. */
typedef struct term_list {
    sy_signed_term *terms; /* NULL while they are only counted */
    term_origin *origins;
    uint32_t count;
} term_list;

static void add_term(term_list *list, const sy_term *row, const sy_decimal *value, uint32_t written_scale,
                     term_origin origin) {
    if (list->terms != NULL) {
        list->terms[list->count].value = row->negative ? sy_decimal_negate(value) : *value;
        list->terms[list->count].written_scale = written_scale;
        list->origins[list->count] = origin;
    }
    list->count += 1;
}

static void add_elements_of(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                            term_list *list, const sy_term *row, uint32_t index) {
    sy_list_sum walk;
    sy_list_sum_begin(asked, &read->amounts[row->slot], &walk);
    while (sy_list_sum_next(asked, memory, &walk)) {
        bool fits = sy_amount_unit_divide(asked, read, wallet, row->slot, &walk.value);
        SY_ASSERT(fits); /* the sum was added up before */
        add_term(list, row, &walk.value.value, walk.value.written_scale, (term_origin){index, walk.node});
    }
}

static void add_terms(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                      sy_ref terms, term_list *list) {
    const sy_term *rows = sy_verifier_rows(asked->verifier, terms);
    for (uint32_t i = 0; i < terms.count; i += 1) {
        const sy_amount *amount = &read->amounts[rows[i].slot];
        const sy_decimal *constant = &rows[i].constant;
        term_origin origin = {i, SY_NODE_NONE};
        if (rows[i].is_constant) add_term(list, &rows[i], constant, constant->scale_digits, origin);
        else if (amount->sum != 0 && !amount->in_body) add_elements_of(asked, read, wallet, memory, list, &rows[i], i);
        else add_term(list, &rows[i], &amount->value, amount->written_scale, origin);
    }
}

/* `cash`, or `holds/3`, `holds/card` for one of those that a sum adds. */
static sy_span term_name(const sy_request *asked, sy_arena *memory, sy_ref terms, const term_origin *origin) {
    const sy_term *rows = sy_verifier_rows(asked->verifier, terms);
    const sy_document *document = asked->document;
    sy_span name = sy_verifier_text_at(asked->verifier, asked->profile->amount_names, rows[origin->row].slot);
    sy_span member = {NULL, 0};
    sy_writer writer;
    if (rows[origin->row].is_constant) return (sy_span){NULL, 0};
    if (origin->element == SY_NODE_NONE) return name;
    if (sy_json_node_is(document, document->nodes[origin->element].parent, SY_NODE_OBJECT))
        member = sy_json_node_text(memory, document, sy_json_node_key(origin->element));
    sy_writer_begin(&writer, memory);
    sy_writer_span(&writer, name);
    sy_writer_byte(&writer, '/');
    if (member.bytes != NULL) sy_writer_span(&writer, member);
    else sy_writer_unsigned(&writer, document->nodes[origin->element].position);
    return sy_writer_end(&writer);
}

/* The terms of a long list are scratch: a body that fails a rule in every wallet must not pile them up. */
void sy_rule_cause_find(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                        const sy_rule *rule, sy_finding *finding, sy_failure *failure) {
    size_t mark_nbytes = memory->arena->used_nbytes;
    term_list list = {NULL, NULL, 0};
    term_origin blamed_origin = {0, SY_NODE_NONE};
    uint32_t blamed = 0;
    uint32_t counted;
    sy_cause cause;
    add_terms(asked, read, wallet, memory, rule->terms, &list);
    list.terms = sy_arena_allocate_array(memory, list.count, sizeof *list.terms);
    list.origins = sy_arena_allocate_array(memory, list.count, sizeof *list.origins);
    if (list.terms == NULL || list.origins == NULL) return;
    counted = list.count;
    list.count = 0;
    add_terms(asked, read, wallet, memory, rule->terms, &list);
    SY_ASSERT(list.count == counted);
    failure->terms = list.terms;
    failure->term_count = list.count;
    cause = sy_cause_by_terms(failure, &blamed);
    SY_ASSERT(list.count == 0 || blamed < list.count);
    if (list.count > 0) blamed_origin = list.origins[blamed];
    if (cause == SY_CAUSE_UNKNOWN) cause = sy_cause_by_digits(failure);
    failure->terms = NULL;
    steelyard_arena_reset(memory->arena, mark_nbytes);
    if (cause >= SY_CAUSE_OMITTED && cause <= SY_CAUSE_FLIPPED)
        finding->term = term_name(asked, memory, rule->terms, &blamed_origin);
    finding->cause = sy_cause_name(cause);
}
