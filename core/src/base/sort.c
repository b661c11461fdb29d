/* SPDX-License-Identifier: Apache-2.0 */
#include "base/sort.h"

/* Restores the heap below `root`: every parent goes after both its children. */
static void sift_down(uint32_t *indices, size_t root, size_t count, sy_order goes_after, const void *context) {
    uint32_t moving = indices[root];
    for (;;) {
        size_t child = 2 * root + 1;
        if (child >= count) break;
        if (child + 1 < count && goes_after(context, indices[child + 1], indices[child])) child += 1;
        if (!goes_after(context, indices[child], moving)) break;
        indices[root] = indices[child];
        root = child;
    }
    indices[root] = moving;
}

void sy_sort(uint32_t *indices, size_t count, sy_order goes_after, const void *context) {
    for (size_t root = count / 2; root > 0; root -= 1) sift_down(indices, root - 1, count, goes_after, context);
    for (size_t end = count; end > 1; end -= 1) {
        uint32_t last = indices[end - 1];
        indices[end - 1] = indices[0];
        indices[0] = last;
        sift_down(indices, 0, end - 1, goes_after, context);
    }
}
