/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_duplicates.h"

#include "base/sort.h"
#include "json/json_string.h"

/* Up to this many members every pair of hashes is compared; beyond it sorting is cheaper. */
#define PAIRWISE_MEMBERS_MAX 24u

typedef struct key_table {
    const char *bytes;
    const sy_node *nodes;
} key_table;

static sy_span key_content(const key_table *table, uint32_t key) {
    const sy_node *node = &table->nodes[key];
    return (sy_span){table->bytes + node->start + 1, node->nbytes - 2};
}

static int compare_names(const key_table *table, uint32_t left, uint32_t right) {
    unsigned escaped = (unsigned)(table->nodes[left].flags | table->nodes[right].flags) & SY_NODE_ESCAPED;
    if (escaped == 0) return sy_span_compare(key_content(table, left), key_content(table, right));
    return sy_json_string_compare(key_content(table, left), key_content(table, right));
}

static bool same_name(const key_table *table, uint32_t left, uint32_t right) {
    return table->nodes[left].position == table->nodes[right].position && compare_names(table, left, right) == 0;
}

static bool key_goes_after(const void *context, uint32_t left, uint32_t right) {
    const key_table *table = context;
    uint32_t left_hash = table->nodes[left].position;
    uint32_t right_hash = table->nodes[right].position;
    int order;
    if (left_hash != right_hash) return left_hash > right_hash;
    order = compare_names(table, left, right);
    return order != 0 ? order > 0 : left > right;
}

/* FNV-1a, 32 bits: only a filter, equal hashes are compared byte by byte. */
uint32_t sy_json_duplicates_hash(const char *bytes, const sy_node *key) {
    uint32_t hash = 2166136261u;
    sy_unescaper unescaper;
    if ((key->flags & SY_NODE_ESCAPED) == 0) {
        for (uint32_t i = 1; i + 1 < key->nbytes; i += 1)
            hash = (hash ^ (unsigned char)bytes[key->start + i]) * 16777619u;
        return hash;
    }
    sy_json_string_begin(&unescaper, (sy_span){bytes + key->start + 1, key->nbytes - 2});
    for (int byte = sy_json_string_next(&unescaper); byte >= 0; byte = sy_json_string_next(&unescaper))
        hash = (hash ^ (uint32_t)byte) * 16777619u;
    return hash;
}

static void mark_pair(sy_node *nodes, uint32_t first, uint32_t later, uint32_t *later_duplicate_count_out) {
    nodes[first].flags |= SY_NODE_DUPLICATE;
    if ((nodes[later].flags & SY_NODE_LATER_DUPLICATE) == 0) *later_duplicate_count_out += 1;
    nodes[later].flags |= SY_NODE_DUPLICATE | SY_NODE_LATER_DUPLICATE;
}

static void mark_pairwise(const key_table *table, sy_node *nodes, const uint32_t *keys, uint32_t count,
                          uint32_t *later_duplicate_count_out) {
    for (uint32_t later = 1; later < count; later += 1) {
        for (uint32_t first = 0; first < later; first += 1) {
            if (!same_name(table, keys[first], keys[later])) continue;
            mark_pair(nodes, keys[first], keys[later], later_duplicate_count_out);
            break;
        }
    }
}

static void mark_sorted(const key_table *table, sy_node *nodes, uint32_t *keys, uint32_t count,
                        uint32_t *later_duplicate_count_out) {
    sy_sort(keys, count, key_goes_after, table);
    for (uint32_t i = 1; i < count; i += 1) {
        if (same_name(table, keys[i - 1], keys[i])) mark_pair(nodes, keys[i - 1], keys[i], later_duplicate_count_out);
    }
}

static uint32_t count_members(const sy_node *nodes, uint32_t object, uint32_t end) {
    uint32_t count = 0;
    for (uint32_t key = object + 1; key < end; key = nodes[key + 1].next) count += 1;
    return count;
}

steelyard_status sy_json_duplicates_mark(sy_arena *memory, size_t reserved_nbytes, const char *bytes, sy_node *nodes,
                                         uint32_t object, uint32_t end, uint32_t *later_duplicate_count_out) {
    key_table table = {bytes, nodes};
    uint32_t few[PAIRWISE_MEMBERS_MAX];
    uint32_t *keys = few;
    uint32_t count = count_members(nodes, object, end);
    uint32_t filled = 0;
    if (count < 2) return STEELYARD_OK;
    if (count > PAIRWISE_MEMBERS_MAX) {
        size_t most = (SIZE_MAX - reserved_nbytes) / sizeof *keys;
        unsigned char *scratch = sy_arena_reserve(memory,
                                                  count > most ? SIZE_MAX : reserved_nbytes + count * sizeof *keys);
        if (scratch == NULL) return STEELYARD_MEMORY;
        keys = (uint32_t *)(void *)(scratch + reserved_nbytes);
    }
    for (uint32_t key = object + 1; key < end; key = nodes[key + 1].next) {
        keys[filled] = key;
        filled += 1;
    }
    if (count <= PAIRWISE_MEMBERS_MAX) mark_pairwise(&table, nodes, keys, count, later_duplicate_count_out);
    else mark_sorted(&table, nodes, keys, count, later_duplicate_count_out);
    return STEELYARD_OK;
}
