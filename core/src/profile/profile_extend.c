/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_extend.h"

#include "profile/profile.h"
#include "json/json_string.h"

/* An object under way: its members of the base first, then those that only the profile above has. */
typedef struct frame {
    uint32_t base; /* SY_NODE_NONE where the base has no such object */
    uint32_t own;
    uint32_t next;
    bool in_own;
    bool any; /* a member has been written */
} frame;

typedef struct merger {
    const sy_document *base;
    const sy_document *own;
    sy_writer writer;
    sy_origin *origins;
    uint32_t origin_count;
    uint32_t origin_capacity;
    uint32_t depth;
    frame frames[SY_DEPTH_MAX + 1];
} merger;

/* A member's name as it stands, without its quotes. */
static sy_span name_of(const sy_document *document, uint32_t value) {
    sy_span token = sy_json_node_token(document, sy_json_node_key(value));
    return (sy_span){token.bytes + 1, token.nbytes - 2};
}

/* The value of the member of that name; no text is copied, as a text is being written. */
static uint32_t member_of(const sy_document *document, uint32_t object, sy_span name) {
    if (object == SY_NODE_NONE) return SY_NODE_NONE;
    for (uint32_t value = sy_json_node_first(document, object); value != SY_NODE_NONE;
         value = sy_json_node_after(document, object, value))
        if (sy_json_string_compare(name_of(document, value), name) == 0) return value;
    return SY_NODE_NONE;
}

static bool is_one_of(sy_span name, const sy_span *names, size_t count) {
    for (size_t i = 0; i < count; i += 1)
        if (sy_json_string_equal(name, names[i])) return true;
    return false;
}

/* What a profile says of itself alone. */
static bool is_not_inherited(sy_span name) {
    static const sy_span names[] = {{"profile", 7}, {"extends", 7}, {"detect", 6}, {"$schema", 7}};
    return is_one_of(name, names, sizeof names / sizeof names[0]);
}

static bool is_rule_list(sy_span name) {
    static const sy_span names[] = {{"formulas", 8}, {"derive", 6}, {"checks", 6}};
    return is_one_of(name, names, sizeof names / sizeof names[0]);
}

static void note_origin(merger *state, uint32_t own_offset, uint32_t nbytes) {
    if (state->origin_count == state->origin_capacity) return;
    state->origins[state->origin_count] = (sy_origin){(uint32_t)state->writer.nbytes, nbytes, own_offset};
    state->origin_count += 1;
}

static void write_own(merger *state, uint32_t value) {
    sy_span token = sy_json_node_token(state->own, value);
    note_origin(state, sy_json_node_offset(state->own, value), (uint32_t)token.nbytes);
    sy_writer_span(&state->writer, token);
}

static void write_name(merger *state, const sy_document *document, uint32_t value) {
    frame *top = &state->frames[state->depth - 1];
    if (top->any) sy_writer_byte(&state->writer, ',');
    top->any = true;
    sy_writer_span(&state->writer, sy_json_node_token(document, sy_json_node_key(value)));
    sy_writer_byte(&state->writer, ':');
}

static void open_object(merger *state, uint32_t base, uint32_t own) {
    uint32_t first = base == SY_NODE_NONE ? SY_NODE_NONE : sy_json_node_first(state->base, base);
    state->frames[state->depth] = (frame){base, own, first, false, false};
    state->depth += 1;
    note_origin(state, sy_json_node_offset(state->own, own), 1);
    sy_writer_byte(&state->writer, '{');
}

/* What tells rules of one list apart: the content of `code`, or of the derived `amount`; empty where there is none. */
static sy_span rule_name(const sy_document *document, uint32_t rule, sy_span member) {
    uint32_t value = sy_json_node_is(document, rule, SY_NODE_OBJECT) ? member_of(document, rule, member) : SY_NODE_NONE;
    if (value == SY_NODE_NONE || !sy_json_node_is(document, value, SY_NODE_STRING)) return (sy_span){NULL, 0};
    return (sy_span){sy_json_node_token(document, value).bytes + 1, sy_json_node_token(document, value).nbytes - 2};
}

static bool is_replaced(const merger *state, uint32_t rule, uint32_t own_list, sy_span member) {
    sy_span name = rule_name(state->base, rule, member);
    for (uint32_t own = sy_json_node_first(state->own, own_list); own != SY_NODE_NONE;
         own = sy_json_node_after(state->own, own_list, own))
        if (name.nbytes > 0 && sy_json_string_compare(rule_name(state->own, own, member), name) == 0) return true;
    return false;
}

/* The base's rules, but for those that the profile above has anew, then its own. */
static void write_rules(merger *state, uint32_t base_list, uint32_t own_list, sy_span member) {
    bool any = false;
    note_origin(state, sy_json_node_offset(state->own, own_list), 1);
    sy_writer_byte(&state->writer, '[');
    for (uint32_t rule = sy_json_node_first(state->base, base_list); rule != SY_NODE_NONE;
         rule = sy_json_node_after(state->base, base_list, rule)) {
        if (is_replaced(state, rule, own_list, member)) continue;
        if (any) sy_writer_byte(&state->writer, ',');
        any = true;
        sy_writer_span(&state->writer, sy_json_node_token(state->base, rule));
    }
    for (uint32_t rule = sy_json_node_first(state->own, own_list); rule != SY_NODE_NONE;
         rule = sy_json_node_after(state->own, own_list, rule)) {
        if (any) sy_writer_byte(&state->writer, ',');
        any = true;
        write_own(state, rule);
    }
    sy_writer_byte(&state->writer, ']');
}

static bool both_are(const merger *state, uint32_t base, uint32_t own, sy_node_type type) {
    return sy_json_node_is(state->base, base, type) && sy_json_node_is(state->own, own, type);
}

/* An object is merged, with nothing where the base has none; anything else is taken over. */
static void write_value(merger *state, uint32_t base, uint32_t own) {
    if (sy_json_node_is(state->own, own, SY_NODE_OBJECT)) open_object(state, base, own);
    else write_own(state, own);
}

/* A member that both have. */
static void merge_member(merger *state, uint32_t base, uint32_t own) {
    sy_span name = name_of(state->base, base);
    bool at_top = state->depth == 1;
    if (sy_json_node_is(state->own, own, SY_NODE_NULL)) return;
    write_name(state, state->base, base);
    if (at_top && is_rule_list(name) && both_are(state, base, own, SY_NODE_ARRAY))
        write_rules(state, base, own,
                    sy_json_string_equal(name, SY_SPAN("derive")) ? SY_SPAN("amount") : SY_SPAN("code"));
    else write_value(state, sy_json_node_is(state->base, base, SY_NODE_OBJECT) ? base : SY_NODE_NONE, own);
}

static void step_base(merger *state, frame *top) {
    uint32_t value = top->next;
    sy_span name = name_of(state->base, value);
    uint32_t own = member_of(state->own, top->own, name);
    top->next = sy_json_node_after(state->base, top->base, value);
    if (own != SY_NODE_NONE) {
        merge_member(state, value, own);
    } else if (state->depth > 1 || !is_not_inherited(name)) {
        write_name(state, state->base, value);
        sy_writer_span(&state->writer, sy_json_node_token(state->base, value));
    }
}

static void step_own(merger *state, frame *top) {
    uint32_t value = top->next;
    sy_span name = name_of(state->own, value);
    top->next = sy_json_node_after(state->own, top->own, value);
    if (member_of(state->base, top->base, name) != SY_NODE_NONE) return;
    if (state->depth == 1 && sy_json_string_equal(name, SY_SPAN("extends"))) return;
    if (sy_json_node_is(state->own, value, SY_NODE_NULL) && (state->depth > 1 || sy_profile_has_member(name))) return;
    write_name(state, state->own, value);
    write_value(state, SY_NODE_NONE, value);
}

static void step(merger *state) {
    frame *top = &state->frames[state->depth - 1];
    if (top->next != SY_NODE_NONE) {
        if (top->in_own) step_own(state, top);
        else step_base(state, top);
    } else if (!top->in_own) {
        top->in_own = true;
        top->next = sy_json_node_first(state->own, top->own);
    } else {
        state->depth -= 1;
        sy_writer_byte(&state->writer, '}');
    }
}

/* Whether no container at or below `root` has too many members. */
static bool is_small(const sy_document *document, uint32_t root) {
    for (uint32_t node = root; node < document->nodes[root].next; node += 1)
        if (document->nodes[node].type <= SY_NODE_ARRAY && sy_json_node_count(document, node) > SY_MERGED_MEMBERS_MAX)
            return false;
    return true;
}

bool sy_profile_extend(sy_arena *memory, const sy_document *base, uint32_t base_root, const sy_document *own,
                       uint32_t own_root, sy_extended *extended_out) {
    merger *state = sy_arena_allocate(memory, sizeof *state);
    uint32_t own_nodes = own->nodes[own_root].next - own_root;
    if (state == NULL || !is_small(base, base_root) || !is_small(own, own_root)) return false;
    state->base = base;
    state->own = own;
    state->origin_capacity = own_nodes + 1u;
    state->origins = sy_arena_allocate_array(memory, state->origin_capacity, sizeof *state->origins);
    if (state->origins == NULL) return false;
    sy_writer_begin(&state->writer, memory);
    open_object(state, base_root, own_root);
    while (state->depth > 0) step(state);
    extended_out->text = sy_writer_end(&state->writer);
    extended_out->origins = state->origins;
    extended_out->origin_count = state->origin_count;
    return !memory->exhausted;
}

uint32_t sy_profile_extend_origin(const sy_extended *extended, uint32_t merged_offset) {
    for (uint32_t i = 0; i < extended->origin_count; i += 1) {
        const sy_origin *origin = &extended->origins[i];
        if (merged_offset < origin->merged_offset || merged_offset - origin->merged_offset >= origin->nbytes) continue;
        return origin->own_offset + (merged_offset - origin->merged_offset);
    }
    return SY_NO_ORIGIN;
}
