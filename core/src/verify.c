/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verify.c - the conductor: reads a body, finds its profile, walks its wallets through the stages, concludes.
 * A verifier and a body come in, a report goes out. It holds no rules of its own.
 */
#include "fault.h"
#include "stages.h"

static void report_malformed(sy_session *session, const sy_json_error *error) {
    sy_finding *finding = sy_find_plain(session, steelyard_status_code(error->status), SY_OUTCOME_INVALID,
                                        steelyard_status_message(error->status));
    steelyard_report *report = session->report;
    report->verdict = STEELYARD_VERDICT_MALFORMED;
    report->profile = sy_block_text(session->block, session->block->profile_option);
    report->summary.failed = 1;
    report->findings = sy_memory_take(session->memory, sizeof *report->findings);
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

static sy_compared compared_text(const sy_text_value *text) {
    if (text->state != SY_STATE_GOOD) return (sy_compared){{NULL, 0}, SY_NODE_NONE};
    return (sy_compared){text->word, text->node};
}

/* What the wallet's stages have found is what the report says of it. */
static void keep_wallet(sy_session *session) {
    sy_wallet *wallet = session->wallet;
    const sy_text_value *texts = session->texts;
    const sy_unique *unique = &session->profile->unique;
    if (texts[SY_TEXT_STATUS].state == SY_STATE_GOOD) wallet->status = texts[SY_TEXT_STATUS].word;
    if (texts[SY_TEXT_KIND].state == SY_STATE_GOOD) wallet->kind = texts[SY_TEXT_KIND].word;
    for (uint32_t word = 0; word < SY_WORD_COUNT; word += 1)
        if (session->amounts[word].state == SY_STATE_GOOD) sy_wallet_set(wallet, word, &session->amounts[word].value);
    session->unique[session->wallet_index] = compared_text(&texts[unique->slot]);
    session->order[session->wallet_index] = compared_text(&texts[unique->order_slot]);
}

static void judge_wallet(sy_session *session, uint32_t node) {
    uint32_t index = session->report->wallet_count;
    session->wallet = &session->report->wallets[index];
    session->wallet_index = index;
    session->wallet_node = node;
    session->wallet_nodes[index] = node;
    session->report->wallet_count = index + 1;
    sy_read_fields(session);
    if (session->texts[SY_TEXT_ID].state == SY_STATE_GOOD) session->wallet->id = session->texts[SY_TEXT_ID].word;
    sy_judge_unit(session);
    sy_judge_gifts(session);
    sy_judge_events(session);
    sy_apply_rules(session);
    keep_wallet(session);
    session->wallet = NULL;
}

static bool take_wallets(sy_session *session, uint32_t count) {
    sy_memory *memory = session->memory;
    session->report->wallets = sy_memory_take_array(memory, count, sizeof(sy_wallet));
    session->wallet_nodes = sy_memory_take_array(memory, count, sizeof(uint32_t));
    session->unique = sy_memory_take_array(memory, count, sizeof *session->unique);
    session->order = sy_memory_take_array(memory, count, sizeof *session->order);
    session->unexplained_capacity = session->block->currency_map.count + 1;
    session->unexplained_codes =
        sy_memory_take_array(memory, session->unexplained_capacity, sizeof *session->unexplained_codes);
    return !memory->exhausted;
}

static void judge_list(sy_session *session, uint32_t list) {
    const sy_document *document = &session->document;
    uint32_t count = sy_node_count(document, list);
    if (count == 0)
        (void)sy_find_status_at(session, STEELYARD_NO_DATA, SY_OUTCOME_UNVERIFIABLE, list);
    if (!take_wallets(session, count)) return;
    for (uint32_t node = sy_node_first(document, list); node != SY_NODE_NONE && !session->memory->exhausted;
         node = sy_node_after(document, list, node)) {
        if (sy_node_is(document, node, SY_NODE_OBJECT)) judge_wallet(session, node);
        else (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
    }
    sy_judge_uniqueness(session);
    sy_judge_pages(session, list);
}

/* The wallets at a node: one object, a list, null where that means no data, else a wrong type. */
static void judge_wallets_at(sy_session *session, uint32_t node) {
    const sy_profile *profile = session->profile;
    const sy_document *document = &session->document;
    if (sy_node_is(document, node, SY_NODE_ARRAY) && (profile->wallets_shapes & SY_WALLETS_LIST) != 0) {
        judge_list(session, node);
    } else if (sy_node_is(document, node, SY_NODE_OBJECT) && (profile->wallets_shapes & SY_WALLETS_OBJECT) != 0) {
        if (take_wallets(session, 1)) judge_wallet(session, node);
    } else if (sy_node_is(document, node, SY_NODE_NULL) && profile->null_is_no_data) {
        (void)sy_find_status_at(session, STEELYARD_NO_DATA, SY_OUTCOME_UNVERIFIABLE, node);
    } else {
        (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
    }
}

static void judge_wallets(sy_session *session) {
    sy_place place = sy_resolve(session, session->profile->wallets_at);
    if (place.presence == SY_PRESENT) judge_wallets_at(session, place.node);
    else if (place.presence == SY_ABSENT) (void)sy_find_missing(session, place.holder, place.missing);
}

/* Whether the profile's top must be an object and is not. */
static bool top_is_wrong(const sy_session *session) {
    return session->profile->wallets_at.count > 0 && !sy_node_is(&session->document, 0, SY_NODE_OBJECT);
}

static void judge_body(sy_session *session) {
    sy_envelope_verdict envelope = SY_ENVELOPE_UNDECIDED;
    if (top_is_wrong(session))
        (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, 0);
    else envelope = sy_judge_envelope(session);
    if (envelope == SY_ENVELOPE_ERROR || session->http_status >= 400) {
        report_provider_error(session);
        return;
    }
    sy_judge_snapshot(session);
    if (envelope == SY_ENVELOPE_SUCCESS) {
        sy_judge_envelope_warning(session);
        judge_wallets(session);
    }
    sy_conclude(session);
}

static void judge_document(sy_session *session) {
    const sy_profile *profiles = sy_block_rows(session->block, session->block->profiles);
    bool is_auto = session->block->profile_option.start == 0;
    session->profile = is_auto ? sy_detect(session->block, &session->document) : &profiles[0];
    if (session->profile != NULL) {
        session->report->profile = sy_text_of(session, session->profile->name);
        judge_body(session);
    } else if (session->http_status >= 400) {
        report_provider_error(session);
    } else {
        (void)sy_find_status_at(session, STEELYARD_PROFILE_UNDETECTED, SY_OUTCOME_INVALID, 0);
        sy_conclude(session);
    }
}

static void begin_session(sy_session *session, sy_memory *memory, const steelyard_verifier *verifier,
                          const sy_call *call) {
    sy_fill_zero(session, sizeof *session);
    session->memory = memory;
    session->block = verifier;
    session->call = *call;
    session->http_status = call->http_status >= 0 ? call->http_status : verifier->http_status;
    session->has_now = call->has_now || verifier->has_now;
    session->now = call->has_now ? call->now : verifier->now;
    session->report = sy_memory_take(memory, sizeof *session->report);
    if (session->report == NULL) return;
    session->report->verdict = STEELYARD_VERDICT_VERIFIED;
    session->report->error.http_status = -1;
}

/* Reads the call options; STEELYARD_OK, or the fault's status. */
static steelyard_status read_call(sy_memory *memory, sy_span json, sy_document *document, sy_call *call,
                                  steelyard_fault *fault_out) {
    sy_builder builder;
    sy_option_fault fault = {STEELYARD_OK, {NULL, 0}, ""};
    sy_json_error error;
    steelyard_status status;
    size_t nbytes = 0;
    *call = (sy_call){.headers = SY_NODE_NONE, .http_status = -1};
    if (json.nbytes == 0) return STEELYARD_OK;
    status = sy_read_json(memory, json, SY_OPTIONS_NBYTES_MAX, document, &error);
    if (status == STEELYARD_MEMORY) return sy_fault_memory(fault_out, memory, json.nbytes);
    if (status != STEELYARD_OK || !sy_node_is(document, 0, SY_NODE_OBJECT))
        return sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("options"),
                              SY_SPAN("call options are a JSON object."));
    sy_fill_zero(&builder, sizeof builder);
    builder.memory = memory;
    builder.source = document;
    sy_options_read_call(&builder, 0, call, &fault);
    if (memory->exhausted) return sy_fault_memory(fault_out, memory, json.nbytes);
    while (fault.text[nbytes] != '\0') nbytes += 1;
    if (fault.status == STEELYARD_OK) return STEELYARD_OK;
    return sy_fault_named(fault_out, fault.status, fault.name, (sy_span){fault.text, nbytes});
}

steelyard_status steelyard_verify(steelyard_arena *arena, const steelyard_verifier *verifier,
                                  steelyard_span call_options_json, steelyard_span body,
                                  const steelyard_report **report_out, steelyard_fault *fault_out) {
    sy_memory memory;
    sy_session *session;
    sy_document call_document;
    sy_call call;
    sy_json_error error;
    steelyard_status status;
    sy_memory_begin(&memory, arena);
    status = read_call(&memory, call_options_json, &call_document, &call, fault_out);
    if (status != STEELYARD_OK) return status;
    if (steelyard_verifier_wants_now(verifier) && !call.has_now)
        return sy_fault_named(fault_out, STEELYARD_OPTION_VALUE, SY_SPAN("maxAge"),
                              SY_SPAN("maxAge needs now: the engine has no clock."));
    session = sy_memory_take(&memory, sizeof *session);
    if (session != NULL) begin_session(session, &memory, verifier, &call);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, body.nbytes + call_options_json.nbytes);
    status = sy_read_json(&memory, body, verifier->body_nbytes_max, &session->document, &error);
    if (status == STEELYARD_OK) judge_document(session);
    else if (status != STEELYARD_MEMORY) report_malformed(session, &error);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, body.nbytes + call_options_json.nbytes);
    *report_out = session->report;
    return sy_fault_none(fault_out);
}
