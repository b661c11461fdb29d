/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_write.h - JSON that goes out. Values come in, their JSON text is added to a writer.
 * May use: base.
 */
#ifndef SY_JSON_WRITE_H
#define SY_JSON_WRITE_H

#include "base/writer.h"

/* A JSON string with its quotes: \b \f \n \r \t \" \\ and \u00xx for other controls, nothing else escaped. */
void sy_json_write_string(sy_writer *writer, sy_span text);
/* A JSON string, or null where text.bytes is NULL. */
void sy_json_write_text(sy_writer *writer, sy_span text);

#endif
