/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain.c - what a code means. A code comes in, and perhaps a profile that makes codes of its own; a text goes out.
 * It conducts: rows stand in explanations.c, rules are put into words from their profiles.
 */
#include "base/fault.h"
#include "base/nearest.h"
#include "explain/explain_example.h"
#include "explain/explain_rule.h"
#include "explain/profile_explain.h"
#include "prose/phrases.h"

/* A code of the engine's may be explained more than once (`ok` is a status and an answer), and a rule be in two parts. */
#define PIECES_MAX 8

typedef struct explaining {
    sy_arena memory;
    sy_span code;
    sy_profile_reader own; /* the profile given; no name where there is none */
    sy_span pieces[PIECES_MAX];
    uint32_t piece_count;
} explaining;

/* ---- codes of the engine's own ---- */

static const char *topic_words(sy_topic topic) {
    switch (topic) {
    case SY_TOPIC_CALL: return "what a call returns";
    case SY_TOPIC_MALFORMED: return "a finding; the verdict is malformed";
    case SY_TOPIC_INVALID: return "a finding; the verdict is invalid";
    case SY_TOPIC_FAIL: return "a finding; the verdict is mismatch";
    case SY_TOPIC_STALE: return "a finding; the verdict is stale";
    case SY_TOPIC_UNVERIFIABLE: return "a finding; the verdict is unverifiable";
    case SY_TOPIC_WARN: return "a finding that warns; the verdict stays as it is";
    case SY_TOPIC_RULE: return "findings of a profile";
    case SY_TOPIC_DIFF: return "a finding of diff";
    case SY_TOPIC_CAUSE: return "why an equality failed (the finding's cause)";
    case SY_TOPIC_REASON: return "why something is not decided (the finding's reason)";
    case SY_TOPIC_VERDICT: return "a verdict";
    case SY_TOPIC_LEDGER: return "an entry of reconcile (its outcome or cause)";
    case SY_TOPIC_SPEND: break;
    }
    return "an answer of canSpend (its reason)";
}

/* Numbers that no status has are passed over: they have no code. */
static sy_span status_sentence(sy_span code) {
    for (int number = STEELYARD_OK; number <= STEELYARD_DIFF_SAME_TIME; number += 1)
        if (sy_span_equal(steelyard_status_code((steelyard_status)number), code))
            return steelyard_status_message((steelyard_status)number);
    return SY_SPAN("");
}

static sy_span verdict_sentence(sy_span code) {
    int verdict = STEELYARD_VERDICT_VERIFIED;
    while (!sy_span_equal(steelyard_verdict_name((steelyard_verdict)verdict), code)) verdict += 1;
    return sy_phrases_verdict_sentence((steelyard_verdict)verdict);
}

/* What the engine's tables say of the code, in a sentence. */
static void write_sentence(sy_writer *writer, const sy_explanation *row) {
    sy_span code = sy_span_of(row->code);
    switch (row->topic) {
    case SY_TOPIC_LEDGER:
    case SY_TOPIC_SPEND: return;
    case SY_TOPIC_CAUSE: sy_phrases_cause(writer, code, (sy_span){NULL, 0}); break;
    case SY_TOPIC_REASON: sy_phrases_reason(writer, code); break;
    case SY_TOPIC_VERDICT: sy_writer_span(writer, verdict_sentence(code)); break;
    case SY_TOPIC_CALL:
    case SY_TOPIC_MALFORMED:
    case SY_TOPIC_INVALID:
    case SY_TOPIC_FAIL:
    case SY_TOPIC_STALE:
    case SY_TOPIC_UNVERIFIABLE:
    case SY_TOPIC_WARN:
    case SY_TOPIC_RULE:
    case SY_TOPIC_DIFF: sy_writer_span(writer, status_sentence(code)); break;
    }
    sy_writer_byte(writer, ' ');
}

static void keep_piece(explaining *work, sy_writer *writer) {
    sy_span piece = sy_writer_end(writer);
    if (work->piece_count == PIECES_MAX) return;
    work->pieces[work->piece_count] = piece;
    work->piece_count += 1;
}

static void explain_row(explaining *work, const sy_explanation *row) {
    sy_example_answer answer;
    sy_writer writer;
    if (!sy_explain_example_run(work->memory.arena, row, &answer)) {
        work->memory.exhausted = true;
        return;
    }
    sy_writer_begin(&writer, &work->memory);
    sy_writer_literal(&writer, row->code);
    sy_writer_literal(&writer, ": ");
    sy_writer_literal(&writer, topic_words(row->topic));
    sy_writer_literal(&writer, "\n\n");
    write_sentence(&writer, row);
    sy_writer_literal(&writer, row->meaning);
    sy_writer_literal(&writer, "\nWhat to do: ");
    sy_writer_literal(&writer, row->advice);
    sy_writer_byte(&writer, '\n');
    sy_explain_example_write(&writer, row, &answer);
    keep_piece(work, &writer);
}

static void explain_rows(explaining *work) {
    for (size_t i = 0; i < sy_explanations_count && !work->memory.exhausted; i += 1)
        if (sy_span_equal(sy_span_of(sy_explanations[i].code), work->code)) explain_row(work, &sy_explanations[i]);
}

/* ---- codes of profiles ---- */

typedef struct rule_search {
    explaining *work;
    sy_profile_reader *reader;
    sy_nearest *nearest; /* NULL while an equal code is sought */
} rule_search;

/* Whether the code is the profile's name, a dot and this. */
static bool is_code(const explaining *work, sy_span name, sy_span code) {
    sy_span given = work->code;
    if (given.nbytes != name.nbytes + 1 + code.nbytes || given.bytes[name.nbytes] != '.') return false;
    return sy_span_equal((sy_span){given.bytes, name.nbytes}, name) &&
           sy_span_equal(sy_span_from(given, name.nbytes + 1), code);
}

static bool explain_place(void *context, const sy_rule_place *place) {
    rule_search *search = context;
    sy_writer writer;
    if (!is_code(search->work, search->reader->name, place->code)) return true;
    sy_writer_begin(&writer, &search->work->memory);
    search->reader->writer = &writer;
    sy_explain_rule(search->reader, place);
    keep_piece(search->work, &writer);
    return true;
}

static bool offer_place(void *context, const sy_rule_place *place) {
    rule_search *search = context;
    char *bytes;
    sy_span name = search->reader->name;
    sy_span whole = {NULL, name.nbytes + 1 + place->code.nbytes};
    if (whole.nbytes > SY_NAME_NBYTES_MAX) return true;
    bytes = sy_arena_allocate(&search->work->memory, whole.nbytes);
    if (bytes == NULL) return false;
    sy_bytes_copy(bytes, name.bytes, name.nbytes);
    bytes[name.nbytes] = '.';
    sy_bytes_copy(bytes + name.nbytes + 1, place->code.bytes, place->code.nbytes);
    whole.bytes = bytes;
    sy_nearest_offer(search->nearest, whole);
    return true;
}

/* Goes through the codes of the profile given and of the built-in ones, of which only one can have the code's name. */
static void visit_profiles(explaining *work, sy_nearest *nearest) {
    sy_profile_reader reader;
    rule_search search = {work, &work->own, nearest};
    if (work->own.name.bytes != NULL)
        sy_rule_place_each(&work->own, nearest == NULL ? explain_place : offer_place, &search);
    search.reader = &reader;
    for (size_t i = 0; i < steelyard_profile_count() && work->piece_count == 0; i += 1) {
        if (sy_span_equal(steelyard_profile_name(i), work->own.name)) continue;
        if (sy_profile_reader_open(&reader, &work->memory, steelyard_profile_json(i)))
            sy_rule_place_each(&reader, nearest == NULL ? explain_place : offer_place, &search);
    }
}

/* ---- a code that does not exist ---- */

/* `there is no code of this name: "amount.precison"; did you mean "amount.precision"?` */
static sy_span refusal(explaining *work, sy_span nearest) {
    sy_writer writer;
    sy_writer_begin(&writer, &work->memory);
    sy_writer_literal(&writer, "there is no code of this name: \"");
    sy_printable_write_start(&writer, work->code, SY_NAME_NBYTES_MAX);
    sy_writer_literal(&writer, nearest.bytes == NULL ? "\"." : "\"; did you mean \"");
    sy_printable_write(&writer, nearest);
    if (nearest.bytes != NULL) sy_writer_literal(&writer, "\"?");
    return sy_writer_end(&writer);
}

static steelyard_status refuse(explaining *work, steelyard_fault *fault_out) {
    sy_nearest nearest;
    sy_span message;
    sy_span found;
    sy_nearest_begin(&nearest, work->code);
    for (size_t i = 0; i < sy_explanations_count; i += 1)
        sy_nearest_offer(&nearest, sy_span_of(sy_explanations[i].code));
    visit_profiles(work, &nearest);
    message = refusal(work, sy_nearest_name(&nearest));
    found = sy_writer_copy(&work->memory, work->code); /* the fault outlives what the caller gave */
    if (work->memory.exhausted) return sy_fault_memory(fault_out, &work->memory, work->code.nbytes);
    (void)sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("code"), message);
    fault_out->found = found;
    fault_out->nearest = sy_nearest_name(&nearest);
    return STEELYARD_CALL_ARGUMENT;
}

/* The pieces, an empty line between two. */
static void write_pieces(const explaining *work, sy_writer *writer) {
    for (uint32_t i = 0; i < work->piece_count; i += 1) {
        if (i > 0) sy_writer_byte(writer, '\n');
        sy_writer_span(writer, work->pieces[i]);
    }
}

steelyard_status steelyard_explain(steelyard_arena *arena, steelyard_span code, steelyard_span profile_json,
                                   steelyard_span *text_out, steelyard_fault *fault_out) {
    explaining work;
    sy_writer writer;
    sy_bytes_clear(&work, sizeof work);
    sy_arena_begin(&work.memory, arena);
    work.code = code;
    if (profile_json.nbytes > 0) {
        steelyard_status status = sy_profile_explain_open(&work.memory, profile_json, &work.own, fault_out);
        if (status != STEELYARD_OK) return status;
    }
    explain_rows(&work);
    if (!work.memory.exhausted) visit_profiles(&work, NULL);
    if (work.piece_count == 0 && !work.memory.exhausted) return refuse(&work, fault_out);
    sy_writer_begin(&writer, &work.memory);
    write_pieces(&work, &writer);
    return sy_fault_finish_text(&writer, text_out, fault_out);
}
