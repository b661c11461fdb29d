/* SPDX-License-Identifier: Apache-2.0 */
/*
 * about.c - what the library says of itself: its version, and every list that a binding would otherwise type again.
 * Nothing comes in, JSON goes out.
 */
#include "base/fault.h"
#include "base/limits.h"
#include "report/cause.h"
#include "values/currency.h"
#include "values/vocabulary.h"
#include "json/json_write.h"

static void write_status(sy_json_writer *json, steelyard_status status, const char *name) {
    sy_json_write_object(json);
    sy_json_write_field_unsigned(json, "number", status);
    sy_json_write_field_text(json, "name", sy_span_of(name));
    sy_json_write_field_text(json, "code", steelyard_status_code(status));
    sy_json_write_field_text(json, "message", steelyard_status_message(status));
    sy_json_write_end(json);
}

static void write_statuses(sy_json_writer *json) {
    sy_json_write_field_array(json, "statuses");
#define WRITE_STATUS(number, name, code, message) write_status(json, STEELYARD_##name, #name);
    STEELYARD_STATUS_TABLE(WRITE_STATUS)
#undef WRITE_STATUS
    sy_json_write_end(json);
}

#define WRITE_TEXT(number, name, text) sy_json_write_text(json, sy_span_of(text));

static void write_public_lists(sy_json_writer *json) {
    sy_json_write_field_array(json, "verdicts");
    STEELYARD_VERDICT_TABLE(WRITE_TEXT)
    sy_json_write_end(json);
    sy_json_write_field_array(json, "operations");
    STEELYARD_DECIMAL_TABLE(WRITE_TEXT)
    sy_json_write_end(json);
    sy_json_write_field_array(json, "profiles");
    for (size_t i = 0; i < steelyard_profile_count(); i += 1) sy_json_write_text(json, steelyard_profile_name(i));
    sy_json_write_end(json);
}

static void write_words(sy_json_writer *json) {
    sy_json_write_field_array(json, "outcomes");
    for (uint32_t i = 0; i < SY_OUTCOME_COUNT; i += 1)
        sy_json_write_text(json, sy_vocabulary_outcome_name((sy_outcome)i));
    sy_json_write_end(json);
    sy_json_write_field_array(json, "amounts");
    for (uint32_t i = 0; i < SY_AMOUNT_COUNT; i += 1) sy_json_write_text(json, sy_vocabulary_amount_name(i));
    sy_json_write_end(json);
    sy_json_write_field_array(json, "causes");
    for (uint32_t i = 0; i < SY_CAUSE_COUNT; i += 1) sy_json_write_text(json, sy_cause_name((sy_cause)i));
    sy_json_write_end(json);
}

steelyard_status steelyard_about(steelyard_arena *arena, steelyard_span *json_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    sy_arena_begin(&memory, arena);
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    sy_json_write_object(&json);
    sy_json_write_field_text(&json, "version", SY_SPAN(STEELYARD_VERSION));
    write_statuses(&json);
    write_public_lists(&json);
    write_words(&json);
    sy_json_write_field_object(&json, "currencies");
    sy_json_write_field_text(&json, "date", sy_span_of(sy_currency_table_date));
    sy_json_write_field_unsigned(&json, "count", SY_CURRENCY_COUNT);
    sy_json_write_end(&json);
    sy_json_write_field_unsigned(&json, "maxBytes", SY_BODY_NBYTES_DEFAULT);
    sy_json_write_end(&json);
    return sy_json_write_finish(&json, json_out, fault_out);
}
