/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verify.c - the conductor: reads a body, finds its profile, has its wallets judged, concludes.
 * A verifier and a body come in, a report goes out. It holds no rules of its own.
 */
#include "base/fault.h"
#include "options/call_options.h"
#include "verify/conclude.h"
#include "verify/detect.h"
#include "verify/envelope.h"
#include "verify/snapshot_time.h"
#include "verify/wallets.h"
#include "json/json_number.h"
#include "json/json_reader.h"

static void report_malformed(sy_findings *found, const sy_json_error *error, steelyard_report *report) {
    sy_finding *finding = sy_find_plain(found, steelyard_status_code(error->status), SY_OUTCOME_INVALID,
                                        steelyard_status_message(error->status));
    report->verdict = STEELYARD_VERDICT_MALFORMED;
    report->profile = sy_verifier_text(found->asked->verifier, found->asked->verifier->profile_option);
    report->summary.failed = 1;
    report->findings = sy_arena_allocate(found->memory, sizeof *report->findings);
    if (finding == NULL || report->findings == NULL) return;
    finding->offset = error->offset;
    finding->line = error->line;
    finding->column = error->column;
    report->findings[0] = finding;
    report->finding_count = 1;
}

static void report_provider_error(const sy_request *asked, steelyard_report *report) {
    report->verdict = STEELYARD_VERDICT_PROVIDER_ERROR;
    report->error.http_status = asked->http_status;
    report->snapshot_at = (sy_span){NULL, 0};
    report->summary = (sy_summary){0, 0, 0, 0};
}

/* Whether the profile's top must be an object and is not. */
static bool top_is_wrong(const sy_request *asked) {
    const sy_list_row *lists = sy_verifier_rows(asked->verifier, asked->profile->lists);
    sy_path path = asked->profile->lists.count > 0 ? lists[0].at : asked->profile->wallets_at;
    sy_span first = path.count > 0 ? sy_verifier_text_at(asked->verifier, path, 0) : (sy_span){NULL, 0};
    if (path.count == 0 || sy_json_node_is(asked->document, 0, SY_NODE_OBJECT)) return false;
    return !sy_json_node_is(asked->document, 0, SY_NODE_ARRAY) || !sy_json_number_is_plain_integer(first);
}

static void judge_by_profile(const sy_request *asked, sy_findings *found, steelyard_report *report) {
    sy_envelope_verdict envelope = SY_ENVELOPE_UNDECIDED;
    sy_roster roster = {.places = NULL};
    bool is_wrong = top_is_wrong(asked);
    bool error_is_doubtful = false;
    if (is_wrong) (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, 0);
    else envelope = sy_envelope_judge(asked, found, &report->error, &error_is_doubtful);
    if (envelope == SY_ENVELOPE_ERROR || asked->http_status >= 400) {
        report_provider_error(asked, report);
        return;
    }
    sy_snapshot_time_judge(asked, found, is_wrong || error_is_doubtful, &report->snapshot_at);
    if (envelope == SY_ENVELOPE_SUCCESS) {
        sy_envelope_judge_warning(asked, found);
        sy_wallets_judge(asked, found, &roster, report);
    }
    sy_conclude(asked, &roster, found, report);
}

/* The profile that the options name, else the one that fits; NULL where none does. */
static const sy_profile *choose_profile(const steelyard_verifier *verifier, const sy_document *document) {
    const sy_profile *profiles = sy_verifier_rows(verifier, verifier->profiles);
    bool is_auto = verifier->profile_option.start == 0;
    return is_auto ? sy_detect(verifier, document) : &profiles[verifier->chosen];
}

static void judge_document(const sy_request *asked, sy_findings *found, steelyard_report *report) {
    sy_roster nobody = {.places = NULL};
    if (asked->profile != NULL) {
        report->profile = sy_verifier_text(asked->verifier, asked->profile->name);
        judge_by_profile(asked, found, report);
    } else if (asked->http_status >= 400) {
        report_provider_error(asked, report);
    } else {
        (void)sy_find_status_at(found, STEELYARD_PROFILE_UNDETECTED, SY_OUTCOME_INVALID, 0);
        sy_conclude(asked, &nobody, found, report);
    }
}

static void ask(const steelyard_verifier *verifier, const sy_call *call, sy_request *asked_out) {
    *asked_out = (sy_request){.verifier = verifier, .call = call};
    asked_out->http_status = call->http_status >= 0 ? call->http_status : verifier->http_status;
    asked_out->has_now = call->has_now || verifier->has_now;
    asked_out->now = call->has_now ? call->now : verifier->now;
}

/* Reads the body and judges it; NULL where memory ran out. */
static const steelyard_report *verify(sy_arena *memory, sy_request *asked, sy_span body) {
    steelyard_report *report = sy_arena_allocate(memory, sizeof *report);
    sy_document *document = sy_arena_allocate(memory, sizeof *document);
    sy_findings found;
    sy_json_error error;
    steelyard_status status;
    if (report == NULL || document == NULL) return NULL;
    report->verdict = STEELYARD_VERDICT_VERIFIED;
    report->error.http_status = -1;
    sy_find_begin(&found, memory, asked);
    status = sy_json_reader_read(memory, body, asked->verifier->body_nbytes_max, document, &error);
    if (status == STEELYARD_OK) {
        asked->document = document;
        asked->profile = choose_profile(asked->verifier, document);
        judge_document(asked, &found, report);
    } else if (status != STEELYARD_MEMORY) {
        report_malformed(&found, &error, report);
    }
    return memory->exhausted ? NULL : report;
}

steelyard_status steelyard_verify(steelyard_arena *arena, const steelyard_verifier *verifier,
                                  steelyard_span call_options_json, steelyard_span body,
                                  const steelyard_report **report_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_document call_document;
    sy_call call;
    sy_request asked;
    const steelyard_report *report;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_call_options_read(&memory, call_options_json, &call_document, &call, fault_out);
    if (status != STEELYARD_OK) return status;
    if (steelyard_verifier_wants_now(verifier) && !call.has_now)
        return sy_fault_named(fault_out, STEELYARD_OPTION_VALUE, SY_SPAN("maxAge"),
                              SY_SPAN("maxAge needs now: the engine has no clock."));
    ask(verifier, &call, &asked);
    report = verify(&memory, &asked, body);
    if (report == NULL) return sy_fault_memory(fault_out, &memory, body.nbytes + call_options_json.nbytes);
    *report_out = report;
    return sy_fault_none(fault_out);
}
