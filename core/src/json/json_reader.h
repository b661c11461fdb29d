/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_reader.h - strict JSON (RFC 8259 over UTF-8). Bytes come in; a document goes out, or the first error with its
 * offset. No number becomes a value here: whoever needs one reads its digits.
 * May use: base.
 */
#ifndef SY_JSON_READER_H
#define SY_JSON_READER_H

#include "base/arena.h"
#include "json/json_document.h"

/*
 * Reads one JSON text of at most nbytes_max bytes. STEELYARD_OK; STEELYARD_MEMORY; or a STEELYARD_JSON_* status, with
 * error_out filled: the first byte that cannot continue a JSON text, the length where it ends too early, of an escape
 * its backslash, of invalid UTF-8 the first byte of the sequence, of depth the bracket, of size nbytes_max.
 */
steelyard_status sy_json_reader_read(sy_arena *memory, sy_span text, size_t nbytes_max, sy_document *document_out,
                                     sy_json_error *error_out);

#endif
