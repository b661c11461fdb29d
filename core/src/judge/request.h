/* SPDX-License-Identifier: Apache-2.0 */
/*
 * request.h - what one verification is asked: by which profile which body is judged, and what the call says beside it.
 * The conductor fills it before anything is judged; from then on nobody writes it.
 * May use: json, values, verifier.
 */
#ifndef SY_REQUEST_H
#define SY_REQUEST_H

#include "values/time.h"
#include "verifier/verifier.h"
#include "verifier/verifier_options.h"
#include "json/json_node.h"

typedef struct sy_request {
    const steelyard_verifier *verifier;
    const sy_profile *profile; /* NULL until one is found that fits */
    const sy_document *document;
    const sy_call *call;
    int32_t http_status; /* -1: not given */
    bool has_now;
    sy_time now;
} sy_request;

#endif
