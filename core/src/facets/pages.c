/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pages.c - pagination headers against each other and against the rows of the list. Headers and a list come in,
 * findings go out. Nothing is judged with a header that does not parse, or with a page or size of zero.
 */
#include "base/assert.h"
#include "decimal/natural.h"
#include "facets/facets.h"

/* The headers by index, in the order in which findings name them. */
#define HEADER(member) ((member)-SY_PAGES_HEADER_FIRST)
enum {
    HEADER_NUMBER = HEADER(SY_PAGES_NUMBER),
    HEADER_PER_PAGE = HEADER(SY_PAGES_PER_PAGE),
    HEADER_TOTAL_COUNT = HEADER(SY_PAGES_TOTAL_COUNT),
    HEADER_TOTAL_PAGES = HEADER(SY_PAGES_TOTAL_PAGES),
    HEADER_SIZE = HEADER(SY_PAGES_SIZE),
    HEADER_HAS_MORE = HEADER(SY_PAGES_HAS_MORE)
};

/* Findings about headers stand behind those about options. */
#define RANK_HEADERS 1u

typedef struct page_header {
    sy_span name;
    sy_span text; /* as given */
    sy_natural number;
    bool is_given;
    bool is_good;
    bool is_true; /* of X-Has-More */
} page_header;

typedef struct page {
    page_header headers[SY_PAGES_HEADER_COUNT];
    sy_natural rows;
    sy_natural pages; /* as stated, else as recomputed */
    sy_natural scratch[3];
    bool pages_are_known;
} page;

static sy_finding *find(sy_findings *found, sy_span code, sy_outcome outcome, uint32_t header, const page_header *given,
                        sy_span message) {
    sy_finding *finding = sy_find_plain(found, code, outcome, sy_writer_join(found->memory, given->name, message));
    if (finding == NULL) return NULL;
    finding->header = given->name;
    finding->rank = RANK_HEADERS + header;
    return finding;
}

static void find_wrong(const sy_request *asked, const sy_facet_value *facet, sy_findings *found, const page *state,
                       uint32_t header, sy_span expected, sy_span actual) {
    sy_finding *finding = find(found, sy_verifier_text(asked->verifier, facet[SY_PAGES_CODE].ref), SY_OUTCOME_FAIL,
                               header, &state->headers[header],
                               SY_SPAN(" does not fit the body or the other headers."));
    if (finding == NULL) return;
    finding->expected = expected;
    finding->actual = actual;
}

static void read_header(const sy_request *asked, const sy_facet_value *facet, sy_findings *found, uint32_t index,
                        page_header *header) {
    SY_ASSERT(index < SY_PAGES_HEADER_COUNT);
    header->name = sy_verifier_text(asked->verifier, facet[SY_PAGES_HEADER_FIRST + index].ref);
    if (header->name.bytes == NULL) return;
    header->is_given = sy_verifier_options_header(asked->verifier, asked->call, found->memory, header->name,
                                                  &header->text);
    if (!header->is_given) return;
    if (index == HEADER_HAS_MORE) {
        header->is_true = sy_span_equal(header->text, SY_SPAN("true"));
        header->is_good = header->is_true || sy_span_equal(header->text, SY_SPAN("false"));
    } else {
        header->is_good = sy_natural_parse(header->text, &header->number);
    }
    if (!header->is_good)
        (void)find(found, steelyard_status_code(STEELYARD_HEADER_SYNTAX), SY_OUTCOME_INVALID, index, header,
                   SY_SPAN(" is neither plain digits nor true or false, whichever it should be."));
}

static bool is_usable(const page *state, uint32_t header) {
    return state->headers[header].is_good && !sy_natural_is_zero(&state->headers[header].number);
}

/* Page from 1, per page from 1 to the profile's bound. */
static void judge_bounds(const sy_request *asked, const sy_facet_value *facet, sy_findings *found, page *state) {
    const page_header *number = &state->headers[HEADER_NUMBER];
    const page_header *per_page = &state->headers[HEADER_PER_PAGE];
    sy_natural *bound = &state->scratch[0];
    sy_span none = {NULL, 0};
    sy_natural_from_integer(facet[SY_PAGES_PER_PAGE_MAX].number, bound);
    if (number->is_good && sy_natural_is_zero(&number->number))
        find_wrong(asked, facet, found, state, HEADER_NUMBER, none, number->text);
    if (!per_page->is_good) return;
    if (sy_natural_is_zero(&per_page->number) || sy_natural_compare(&per_page->number, bound) > 0)
        find_wrong(asked, facet, found, state, HEADER_PER_PAGE, none, per_page->text);
}

/* Total pages are ceil(count / per page). */
static void judge_total_pages(const sy_request *asked, const sy_facet_value *facet, sy_findings *found, page *state) {
    const page_header *pages = &state->headers[HEADER_TOTAL_PAGES];
    const page_header *count = &state->headers[HEADER_TOTAL_COUNT];
    bool can_divide = count->is_good && is_usable(state, HEADER_PER_PAGE);
    sy_natural *recomputed = &state->scratch[0];
    if (can_divide)
        sy_natural_divide_up(&count->number, &state->headers[HEADER_PER_PAGE].number, &state->scratch[1], recomputed);
    state->pages_are_known = pages->is_given ? pages->is_good : can_divide;
    if (state->pages_are_known) state->pages = pages->is_given ? pages->number : *recomputed;
    if (pages->is_good && can_divide && sy_natural_compare(&pages->number, recomputed) != 0)
        find_wrong(asked, facet, found, state, HEADER_TOTAL_PAGES, sy_natural_print(found->memory, recomputed),
                   pages->text);
}

static void judge_size(const sy_request *asked, const sy_facet_value *facet, sy_findings *found, const page *state) {
    const page_header *size = &state->headers[HEADER_SIZE];
    if (!size->is_good || sy_natural_compare(&size->number, &state->rows) == 0) return;
    find_wrong(asked, facet, found, state, HEADER_SIZE, sy_natural_print(found->memory, &state->rows), size->text);
}

static void judge_more(const sy_request *asked, const sy_facet_value *facet, sy_findings *found, const page *state) {
    const page_header *more = &state->headers[HEADER_HAS_MORE];
    bool expected;
    if (!more->is_good || !state->pages_are_known || !is_usable(state, HEADER_NUMBER)) return;
    expected = sy_natural_compare(&state->headers[HEADER_NUMBER].number, &state->pages) < 0;
    if (expected == more->is_true) return;
    find_wrong(asked, facet, found, state, HEADER_HAS_MORE, expected ? SY_SPAN("true") : SY_SPAN("false"), more->text);
}

/* Rows that the count leaves for this page: count - (page - 1) * per page, within 0 and per page. */
static void judge_count(const sy_request *asked, const sy_facet_value *facet, sy_findings *found, page *state) {
    const page_header *count = &state->headers[HEADER_TOTAL_COUNT];
    const sy_natural *per_page = &state->headers[HEADER_PER_PAGE].number;
    sy_natural *before = &state->scratch[0];
    sy_natural *left = &state->scratch[1];
    sy_natural *pages_before = &state->scratch[2];
    if (!count->is_good || !is_usable(state, HEADER_NUMBER) || !is_usable(state, HEADER_PER_PAGE)) return;
    sy_natural_from_integer(1, left);
    *pages_before = state->headers[HEADER_NUMBER].number;
    sy_natural_subtract(pages_before, left);
    sy_natural_multiply(pages_before, per_page, before);
    sy_natural_from_integer(0, left);
    if (sy_natural_compare(&count->number, before) > 0) {
        *left = count->number;
        sy_natural_subtract(left, before);
    }
    if (sy_natural_compare(left, per_page) > 0) *left = *per_page;
    if (sy_natural_compare(left, &state->rows) == 0) return;
    find_wrong(asked, facet, found, state, HEADER_TOTAL_COUNT, sy_natural_print(found->memory, left),
               sy_natural_print(found->memory, &state->rows));
}

static void judge_pages(const sy_request *asked, const sy_facet_value *facet, uint32_t list, sy_findings *found) {
    page *state;
    bool has_headers = asked->call->headers != SY_NODE_NONE || asked->verifier->has_headers;
    if (!has_headers) return;
    state = sy_arena_allocate(found->memory, sizeof *state);
    if (state == NULL) return;
    sy_natural_from_integer(sy_json_node_count(asked->document, list), &state->rows);
    for (uint32_t i = 0; i < SY_PAGES_HEADER_COUNT; i += 1) read_header(asked, facet, found, i, &state->headers[i]);
    judge_bounds(asked, facet, found, state);
    judge_count(asked, facet, found, state);
    judge_total_pages(asked, facet, found, state);
    judge_size(asked, facet, found, state);
    judge_more(asked, facet, found, state);
}

const sy_facet_judge sy_facets_pages = {.list = judge_pages};
