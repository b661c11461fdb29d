/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explanations.h - what the codes of the engine's own mean, one row for each. Nothing comes in but an index or a code;
 * rows of words and examples go out. Codes of profiles are explained from their rules instead. What an example gives
 * is not written down: it is worked out when the example is shown.
 * May use: base.
 */
#ifndef SY_EXPLANATIONS_H
#define SY_EXPLANATIONS_H

#include "base/span.h"

typedef enum sy_topic {
    SY_TOPIC_CALL,      /* what a call returns */
    SY_TOPIC_MALFORMED, /* findings, by the verdict that they make */
    SY_TOPIC_INVALID,
    SY_TOPIC_FAIL,
    SY_TOPIC_STALE,
    SY_TOPIC_UNVERIFIABLE,
    SY_TOPIC_WARN,
    SY_TOPIC_RULE,
    SY_TOPIC_DIFF,
    SY_TOPIC_CAUSE,
    SY_TOPIC_REASON,
    SY_TOPIC_VERDICT,
    SY_TOPIC_SPEND,
    SY_TOPIC_LEDGER
} sy_topic;

/* How an example is run. `body` and `more` are what its call takes besides options. */
typedef enum sy_example {
    SY_EXAMPLE_WORDS,     /* not at all: `body` is shown as it is; NULL where there is nothing to show */
    SY_EXAMPLE_COMPILE,   /* the options are refused */
    SY_EXAMPLE_VERIFY,    /* the body's findings and verdict */
    SY_EXAMPLE_CANONICAL, /* the report has no canonical snapshot */
    SY_EXAMPLE_SPEND,     /* the body, and the question in `more` */
    SY_EXAMPLE_DIFF,      /* two bodies */
    SY_EXAMPLE_RECONCILE, /* the body, and what is expected in `more` */
    SY_EXAMPLE_MULTIPLY,  /* two operands */
    SY_EXAMPLE_QUANTIZE   /* an operand, and the scale in `more` */
} sy_example;

typedef struct sy_explanation {
    const char *code;
    sy_topic topic;
    const char *meaning; /* why it matters; what it means is the first sentence, where no table of the engine says it */
    const char *advice;
    sy_example example;
    const char *options;
    const char *body;
    const char *more;
} sy_explanation;

extern const sy_explanation sy_explanations[];
extern const size_t sy_explanations_count;

#endif
