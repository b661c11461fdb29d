/* SPDX-License-Identifier: Apache-2.0 */
/*
 * locate.h - where the pointers of a profile lead in a body, and whether what stands there is one of some values.
 * A document and rows of the verifier come in; nodes and answers go out.
 * May use: decimal, json, verifier.
 */
#ifndef SY_LOCATE_H
#define SY_LOCATE_H

#include "verifier/verifier.h"
#include "json/json_node.h"

/* Where a pointer leads. */
typedef struct sy_place {
    sy_presence presence;
    uint32_t node;   /* where present; of duplicates the first */
    uint32_t holder; /* the deepest container reached */
    sy_span missing; /* where absent: the name that `holder` lacks */
} sy_place;

sy_place sy_locate(const steelyard_verifier *verifier, const sy_document *document, uint32_t from, sy_path path);

/* Whether the pointer led to null. */
bool sy_locate_is_null(const sy_document *document, const sy_place *place);

typedef enum sy_truth { SY_NO, SY_YES, SY_NOT_KNOWN } sy_truth;

/* Of a member that stands twice nothing is known; one that is absent is none of the values. */
sy_truth sy_locate_test(const steelyard_verifier *verifier, const sy_document *document, const sy_test *test,
                        uint32_t from);

#endif
