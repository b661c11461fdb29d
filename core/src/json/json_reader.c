/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_reader.h"

#include "json/json_duplicates.h"
#include "json/json_lexer.h"

/* What may come next. */
typedef enum expectation {
    EXPECT_VALUE,
    EXPECT_FIRST_ELEMENT, /* or the closing bracket */
    EXPECT_FIRST_KEY,     /* or the closing brace */
    EXPECT_KEY,
    EXPECT_END_OF_VALUE /* a comma or a closing bracket; nothing at the top */
} expectation;

typedef struct reader {
    sy_json_lexer lexer;
    sy_arena *memory;
    sy_node *nodes;
    uint32_t node_count;
    uint32_t node_capacity;
    uint32_t later_duplicate_count;
    uint32_t depth;
    uint32_t open[SY_DEPTH_MAX];     /* the containers that enclose the place being read: depth of them are written */
    uint32_t position[SY_DEPTH_MAX]; /* and in each the member or element being read */
} reader;

/* The tables of open containers are long for what is mostly a few members, so they are not cleared. */
static void begin(reader *state, sy_arena *memory, sy_span text) {
    state->lexer = (sy_json_lexer){text.bytes, text.nbytes, 0, 0};
    state->memory = memory;
    state->nodes = NULL;
    state->node_count = 0;
    state->node_capacity = 0;
    state->later_duplicate_count = 0;
    state->depth = 0;
}

static steelyard_status fail(reader *state, steelyard_status status, size_t offset) {
    state->lexer.error_offset = offset;
    return status;
}

/* Room for one more node; the table stands at the arena's end. */
static bool make_room(reader *state) {
    size_t wanted = (size_t)state->node_count + 1;
    size_t capacity;
    if (state->node_count < state->node_capacity) return true;
    state->nodes = (sy_node *)(void *)sy_arena_reserve_array(state->memory, wanted, sizeof(sy_node), &capacity);
    if (state->nodes == NULL) return false;
    state->node_capacity = capacity < SY_NODE_NONE ? (uint32_t)capacity : SY_NODE_NONE;
    return true;
}

static steelyard_status add_node(reader *state, sy_node_type type, size_t start) {
    sy_node *node;
    if (!make_room(state)) return STEELYARD_MEMORY;
    node = &state->nodes[state->node_count];
    node->start = (uint32_t)start;
    node->nbytes = (uint32_t)(state->lexer.at - start);
    node->next = state->node_count + 1;
    node->parent = state->depth == 0 ? SY_NODE_NONE : state->open[state->depth - 1];
    node->position = state->depth == 0 ? 0 : state->position[state->depth - 1];
    node->type = (uint8_t)type;
    node->flags = 0;
    state->node_count += 1;
    return STEELYARD_OK;
}

static steelyard_status open_container(reader *state, sy_node_type type, expectation *expect) {
    size_t start = state->lexer.at;
    steelyard_status status;
    if (state->depth == SY_DEPTH_MAX) return fail(state, STEELYARD_JSON_DEPTH, start);
    state->lexer.at += 1;
    status = add_node(state, type, start);
    if (status != STEELYARD_OK) return status;
    state->open[state->depth] = state->node_count - 1;
    state->position[state->depth] = 0;
    state->depth += 1;
    *expect = type == SY_NODE_OBJECT ? EXPECT_FIRST_KEY : EXPECT_FIRST_ELEMENT;
    return STEELYARD_OK;
}

static steelyard_status close_container(reader *state) {
    uint32_t index = state->open[state->depth - 1];
    sy_node *node = &state->nodes[index];
    state->lexer.at += 1;
    node->nbytes = (uint32_t)(state->lexer.at - node->start);
    node->next = state->node_count;
    state->depth -= 1;
    if (node->type != SY_NODE_OBJECT) return STEELYARD_OK;
    return sy_json_duplicates_mark(state->memory, (size_t)state->node_count * sizeof(sy_node), state->lexer.bytes,
                                   state->nodes, index, state->node_count, &state->later_duplicate_count);
}

static steelyard_status read_string(reader *state, sy_node_type type) {
    size_t start = state->lexer.at;
    bool escaped = false;
    steelyard_status status = sy_json_lexer_string(&state->lexer, &escaped);
    if (status != STEELYARD_OK) return status;
    status = add_node(state, type, start);
    if (status == STEELYARD_OK && escaped) state->nodes[state->node_count - 1].flags = SY_NODE_ESCAPED;
    return status;
}

static steelyard_status read_number(reader *state) {
    size_t start = state->lexer.at;
    steelyard_status status = sy_json_lexer_number(&state->lexer);
    return status == STEELYARD_OK ? add_node(state, SY_NODE_NUMBER, start) : status;
}

static steelyard_status read_literal(reader *state, const char *literal, sy_node_type type) {
    size_t start = state->lexer.at;
    steelyard_status status = sy_json_lexer_literal(&state->lexer, literal);
    return status == STEELYARD_OK ? add_node(state, type, start) : status;
}

static steelyard_status read_value(reader *state, expectation *expect) {
    *expect = EXPECT_END_OF_VALUE;
    if (state->lexer.at == state->lexer.nbytes) return sy_json_lexer_unexpected(&state->lexer);
    switch (state->lexer.bytes[state->lexer.at]) {
    case '{': return open_container(state, SY_NODE_OBJECT, expect);
    case '[': return open_container(state, SY_NODE_ARRAY, expect);
    case '"': return read_string(state, SY_NODE_STRING);
    case 't': return read_literal(state, "true", SY_NODE_TRUE);
    case 'f': return read_literal(state, "false", SY_NODE_FALSE);
    case 'n': return read_literal(state, "null", SY_NODE_NULL);
    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9': return read_number(state);
    default: return sy_json_lexer_unexpected(&state->lexer);
    }
}

static char next_byte(const reader *state) {
    return state->lexer.at < state->lexer.nbytes ? state->lexer.bytes[state->lexer.at] : '\0';
}

/* A member's name and the colon behind it. */
static steelyard_status read_key(reader *state, expectation *expect) {
    sy_node *key;
    steelyard_status status;
    if (next_byte(state) != '"') return sy_json_lexer_unexpected(&state->lexer);
    status = read_string(state, SY_NODE_KEY);
    if (status != STEELYARD_OK) return status;
    key = &state->nodes[state->node_count - 1];
    key->position = sy_json_duplicates_hash(state->lexer.bytes, key);
    sy_json_lexer_white_space(&state->lexer);
    if (next_byte(state) != ':') return sy_json_lexer_unexpected(&state->lexer);
    state->lexer.at += 1;
    *expect = EXPECT_VALUE;
    return STEELYARD_OK;
}

/* What follows a value inside a container: a comma, or the bracket that closes it. */
static steelyard_status read_end_of_value(reader *state, expectation *expect) {
    bool in_object = state->nodes[state->open[state->depth - 1]].type == SY_NODE_OBJECT;
    if (next_byte(state) == (in_object ? '}' : ']')) return close_container(state);
    if (next_byte(state) != ',') return sy_json_lexer_unexpected(&state->lexer);
    state->lexer.at += 1;
    state->position[state->depth - 1] += 1;
    *expect = in_object ? EXPECT_KEY : EXPECT_VALUE;
    return STEELYARD_OK;
}

static steelyard_status read_step(reader *state, expectation *expect) {
    sy_json_lexer_white_space(&state->lexer);
    switch (*expect) {
    case EXPECT_VALUE: return read_value(state, expect);
    case EXPECT_FIRST_ELEMENT:
        if (next_byte(state) != ']') return read_value(state, expect);
        *expect = EXPECT_END_OF_VALUE;
        return close_container(state);
    case EXPECT_FIRST_KEY:
        if (next_byte(state) != '}') return read_key(state, expect);
        *expect = EXPECT_END_OF_VALUE;
        return close_container(state);
    case EXPECT_KEY: return read_key(state, expect);
    case EXPECT_END_OF_VALUE: return read_end_of_value(state, expect);
    }
    return STEELYARD_OK;
}

static steelyard_status read_text(reader *state) {
    expectation expect = EXPECT_VALUE;
    steelyard_status status;
    if (state->lexer.nbytes >= 3 && sy_span_equal((sy_span){state->lexer.bytes, 3}, SY_SPAN("\xEF\xBB\xBF")))
        state->lexer.at = 3;
    sy_json_lexer_white_space(&state->lexer);
    if (state->lexer.at == state->lexer.nbytes) return fail(state, STEELYARD_JSON_EMPTY, state->lexer.at);
    do {
        status = read_step(state, &expect);
        if (status != STEELYARD_OK) return status;
    } while (state->depth > 0);
    sy_json_lexer_white_space(&state->lexer);
    if (state->lexer.at < state->lexer.nbytes) return fail(state, STEELYARD_JSON_TRAILING, state->lexer.at);
    return STEELYARD_OK;
}

static void locate_error(sy_span text, steelyard_status status, size_t offset, sy_json_error *error_out) {
    size_t line_start = 0;
    error_out->status = status;
    error_out->offset = offset;
    error_out->line = 1;
    for (size_t i = 0; i < offset && i < text.nbytes; i += 1) {
        if (text.bytes[i] != '\n') continue;
        error_out->line += 1;
        line_start = i + 1;
    }
    error_out->column = offset - line_start + 1;
}

steelyard_status sy_json_reader_read(sy_arena *memory, sy_span text, size_t nbytes_max, sy_document *document_out,
                                     sy_json_error *error_out) {
    reader state;
    steelyard_status status;
    if (text.nbytes > nbytes_max) {
        locate_error(text, STEELYARD_JSON_SIZE, nbytes_max, error_out);
        return STEELYARD_JSON_SIZE;
    }
    begin(&state, memory, text);
    if (sy_arena_allocate(memory, 0) == NULL) return STEELYARD_MEMORY; /* aligns the table */
    status = read_text(&state);
    if (status != STEELYARD_OK) {
        if (status != STEELYARD_MEMORY) locate_error(text, status, state.lexer.error_offset, error_out);
        return status;
    }
    sy_arena_commit(memory, (size_t)state.node_count * sizeof(sy_node));
    *document_out = (sy_document){text.bytes, text.nbytes, state.nodes, state.node_count, state.later_duplicate_count};
    return STEELYARD_OK;
}
