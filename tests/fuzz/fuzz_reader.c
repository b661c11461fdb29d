/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_reader.c - strict JSON: the table of nodes is well-formed, twins are those that comparing every pair finds, and
 * an error's offset is the first byte that cannot continue a JSON text. Suspect reader.c, lexer.c, twins.c, text.c.
 */
#include "fuzz.h"

#include "json/json_node.h"
#include "json/json_reader.h"

#define PAIRS_MEMBERS_MAX 300

static void check_node(const sy_document *document, uint32_t index) {
    const sy_node *node = &document->nodes[index];
    REQUIRE(node->next > index && node->next <= document->node_count);
    REQUIRE(node->nbytes > 0 && node->start <= document->nbytes && node->nbytes <= document->nbytes - node->start);
    REQUIRE((node->parent == SY_NODE_NONE) == (index == 0));
    if (index == 0) return;
    REQUIRE(node->parent < index && document->nodes[node->parent].next >= node->next);
    REQUIRE(document->nodes[node->parent].type <= SY_NODE_ARRAY);
}

/* Marks of twins against every pair of names, unescaped and compared byte by byte. */
static uint32_t check_twins(sy_arena *memory, const sy_document *document, uint32_t object) {
    sy_span names[PAIRS_MEMBERS_MAX];
    uint32_t values[PAIRS_MEMBERS_MAX];
    uint32_t count = 0;
    uint32_t later_twins = 0;
    for (uint32_t value = sy_json_node_first(document, object); value != SY_NODE_NONE;
         value = sy_json_node_after(document, object, value)) {
        bool is_later = false;
        if (count == PAIRS_MEMBERS_MAX) return UINT32_MAX;
        names[count] = sy_json_node_text(memory, document, sy_json_node_key(value));
        values[count] = value;
        for (uint32_t i = 0; i < count; i += 1) {
            if (!fuzz_equal(names[i], names[count])) continue;
            is_later = true;
            REQUIRE((document->nodes[sy_json_node_key(values[i])].flags & SY_NODE_DUPLICATE) != 0);
        }
        REQUIRE(((document->nodes[sy_json_node_key(value)].flags & SY_NODE_LATER_DUPLICATE) != 0) == is_later);
        later_twins += is_later;
        count += 1;
    }
    return later_twins;
}

static void check_document(sy_arena *memory, const sy_document *document) {
    uint32_t later_twins = 0;
    bool counted = true;
    for (uint32_t i = 0; i < document->node_count; i += 1) {
        check_node(document, i);
        if (document->nodes[i].type != SY_NODE_KEY) (void)sy_json_node_pointer(memory, document, i, (sy_span){NULL, 0});
        if (document->nodes[i].type == SY_NODE_OBJECT) {
            uint32_t found = check_twins(memory, document, i);
            counted = counted && found != UINT32_MAX;
            later_twins += found;
        }
    }
    REQUIRE(document->nodes[0].next == document->node_count);
    if (counted) REQUIRE(later_twins == document->later_duplicate_count);
}

/* What stands before the error can be continued: read alone it is whole, or ends too early. */
static void check_error(sy_arena *memory, sy_span text, const sy_json_error *error) {
    sy_document document;
    sy_json_error earlier;
    steelyard_status status;
    REQUIRE(error->offset <= text.nbytes && error->line >= 1 && error->column >= 1);
    status = sy_json_reader_read(memory, (sy_span){text.bytes, error->offset}, text.nbytes, &document, &earlier);
    if (status != STEELYARD_OK) REQUIRE(earlier.offset == error->offset);
    if (error->status == STEELYARD_JSON_TRAILING) REQUIRE(status == STEELYARD_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    sy_span text = {(const char *)data, nbytes};
    sy_arena memory;
    sy_document document;
    sy_json_error error = {STEELYARD_OK, 0, 0, 0};
    steelyard_status status;
    sy_arena_begin(&memory, fuzz_arena());
    status = sy_json_reader_read(&memory, text, nbytes, &document, &error);
    if (status == STEELYARD_OK) check_document(&memory, &document);
    else check_error(&memory, text, &error);
    REQUIRE(status == STEELYARD_OK || status == error.status);
    if (nbytes > 0) REQUIRE(sy_json_reader_read(&memory, text, nbytes - 1, &document, &error) == STEELYARD_JSON_SIZE);
    return 0;
}
