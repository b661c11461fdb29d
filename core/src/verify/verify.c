/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verify.c - the conductor: reads a body, finds its profile, has its wallets judged, concludes.
 * A verifier and a body come in, a report goes out. It holds no rules of its own.
 */
#include "base/fault.h"
#include "judge/stages.h"

static void report_malformed(sy_session *session, const sy_json_error *error) {
    sy_finding *finding = sy_find_plain(session, steelyard_status_code(error->status), SY_OUTCOME_INVALID,
                                        steelyard_status_message(error->status));
    steelyard_report *report = session->report;
    report->verdict = STEELYARD_VERDICT_MALFORMED;
    report->profile = sy_verifier_text(session->block, session->block->profile_option);
    report->summary.failed = 1;
    report->findings = sy_arena_allocate(session->memory, sizeof *report->findings);
    if (finding == NULL || report->findings == NULL) return;
    finding->offset = error->offset;
    finding->line = error->line;
    finding->column = error->column;
    report->findings[0] = finding;
    report->finding_count = 1;
}

static void report_provider_error(sy_session *session) {
    steelyard_report *report = session->report;
    sy_summary none = {0, 0, 0, 0};
    report->verdict = STEELYARD_VERDICT_PROVIDER_ERROR;
    report->error.http_status = session->http_status;
    report->snapshot_at = (sy_span){NULL, 0};
    report->summary = none;
}

/* Whether the profile's top must be an object and is not. */
static bool top_is_wrong(const sy_session *session) {
    const sy_list_row *lists = sy_verifier_rows(session->block, session->profile->lists);
    sy_path path = session->profile->lists.count > 0 ? lists[0].at : session->profile->wallets_at;
    sy_span first = path.count > 0 ? sy_verifier_text_at(session->block, path, 0) : (sy_span){NULL, 0};
    if (path.count == 0 || sy_json_node_is(&session->document, 0, SY_NODE_OBJECT)) return false;
    return !sy_json_node_is(&session->document, 0, SY_NODE_ARRAY) || !sy_json_number_is_plain_integer(first);
}

static void judge_body(sy_session *session) {
    sy_envelope_verdict envelope = SY_ENVELOPE_UNDECIDED;
    session->top_is_wrong = top_is_wrong(session);
    if (session->top_is_wrong) (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, 0);
    else envelope = sy_envelope_judge(session);
    if (envelope == SY_ENVELOPE_ERROR || session->http_status >= 400) {
        report_provider_error(session);
        return;
    }
    sy_snapshot_time_judge(session);
    if (envelope == SY_ENVELOPE_SUCCESS) {
        sy_envelope_judge_warning(session);
        sy_wallets_judge(session);
    }
    sy_conclude(session);
}

static void judge_document(sy_session *session) {
    const sy_profile *profiles = sy_verifier_rows(session->block, session->block->profiles);
    bool is_auto = session->block->profile_option.start == 0;
    session->profile = is_auto ? sy_detect(session->block, &session->document) : &profiles[session->block->chosen];
    if (session->profile != NULL) {
        session->report->profile = sy_session_text(session, session->profile->name);
        judge_body(session);
    } else if (session->http_status >= 400) {
        report_provider_error(session);
    } else {
        (void)sy_find_status_at(session, STEELYARD_PROFILE_UNDETECTED, SY_OUTCOME_INVALID, 0);
        sy_conclude(session);
    }
}

static void begin_session(sy_session *session, sy_arena *memory, const steelyard_verifier *verifier,
                          const sy_call *call) {
    sy_bytes_clear(session, sizeof *session);
    session->memory = memory;
    session->block = verifier;
    session->call = *call;
    session->http_status = call->http_status >= 0 ? call->http_status : verifier->http_status;
    session->has_now = call->has_now || verifier->has_now;
    session->now = call->has_now ? call->now : verifier->now;
    session->report = sy_arena_allocate(memory, sizeof *session->report);
    if (session->report == NULL) return;
    for (uint32_t part = 0; part < SY_PARTS_MAX; part += 1) session->part_nodes[part] = SY_NODE_NONE;
    session->part_nodes[SY_PART_BODY] = 0;
    session->report->verdict = STEELYARD_VERDICT_VERIFIED;
    session->report->error.http_status = -1;
}

/* Reads the call options; STEELYARD_OK, or the fault's status. */
static steelyard_status read_call(sy_arena *memory, sy_span json, sy_document *document, sy_call *call,
                                  steelyard_fault *fault_out) {
    sy_builder builder;
    sy_option_fault fault = {STEELYARD_OK, {NULL, 0}, ""};
    sy_json_error error;
    steelyard_status status;
    size_t nbytes = 0;
    *call = (sy_call){.headers = SY_NODE_NONE, .http_status = -1};
    if (json.nbytes == 0) return STEELYARD_OK;
    status = sy_json_reader_read(memory, json, SY_OPTIONS_NBYTES_MAX, document, &error);
    if (status == STEELYARD_MEMORY) return sy_fault_memory(fault_out, memory, json.nbytes);
    if (status != STEELYARD_OK || !sy_json_node_is(document, 0, SY_NODE_OBJECT))
        return sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("options"),
                              SY_SPAN("call options are a JSON object."));
    sy_bytes_clear(&builder, sizeof builder);
    builder.memory = memory;
    builder.source = document;
    sy_call_options_read(&builder, 0, call, &fault);
    if (memory->exhausted) return sy_fault_memory(fault_out, memory, json.nbytes);
    while (fault.text[nbytes] != '\0') nbytes += 1;
    if (fault.status == STEELYARD_OK) return STEELYARD_OK;
    return sy_fault_named(fault_out, fault.status, fault.name, (sy_span){fault.text, nbytes});
}

steelyard_status steelyard_verify(steelyard_arena *arena, const steelyard_verifier *verifier,
                                  steelyard_span call_options_json, steelyard_span body,
                                  const steelyard_report **report_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_session *session;
    sy_document call_document;
    sy_call call;
    sy_json_error error;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = read_call(&memory, call_options_json, &call_document, &call, fault_out);
    if (status != STEELYARD_OK) return status;
    if (steelyard_verifier_wants_now(verifier) && !call.has_now)
        return sy_fault_named(fault_out, STEELYARD_OPTION_VALUE, SY_SPAN("maxAge"),
                              SY_SPAN("maxAge needs now: the engine has no clock."));
    session = sy_arena_allocate(&memory, sizeof *session);
    if (session != NULL) begin_session(session, &memory, verifier, &call);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, body.nbytes + call_options_json.nbytes);
    status = sy_json_reader_read(&memory, body, verifier->body_nbytes_max, &session->document, &error);
    if (status == STEELYARD_OK) judge_document(session);
    else if (status != STEELYARD_MEMORY) report_malformed(session, &error);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, body.nbytes + call_options_json.nbytes);
    *report_out = session->report;
    return sy_fault_none(fault_out);
}
