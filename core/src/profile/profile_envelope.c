/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_envelope.h"

#include "base/assert.h"
#include "profile/profile_parts.h"

/* A string, or a list of strings, as a table of texts. */
static sy_ref name_or_names(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_builder *builder = compiler->builder;
    uint32_t node = sy_config_any(builder, object, name);
    sy_span text;
    if (node == SY_NODE_NONE) return (sy_ref){0, 0};
    if (sy_json_node_is(builder->source, node, SY_NODE_ARRAY)) return sy_profile_parts_texts(compiler, object, name);
    text = sy_config_string(builder, node);
    return sy_builder_texts(builder, &text, 1);
}

static sy_message_source message_source(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"at", "as", "message", "field", NULL};
    static const char *const shapes[] = {"text", "texts", "fields", "messages", "named", NULL};
    static const uint32_t bits[] = {SY_SHAPE_TEXT, SY_SHAPE_TEXTS, SY_SHAPE_FIELDS, SY_SHAPE_MESSAGES, SY_SHAPE_NAMED};
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, object, "as", SY_NODE_ARRAY);
    sy_span field = sy_config_text(builder, object, "field");
    sy_message_source row;
    SY_WORDS_HAVE_ROWS(shapes, bits);
    sy_bytes_clear(&row, sizeof row);
    sy_config_only(builder, object, names);
    row.at = sy_config_required_path(builder, object, "at");
    row.messages = name_or_names(compiler, object, "message");
    if (field.bytes != NULL) row.field = sy_builder_text(builder, field);
    if (sy_config_count(builder, list) == 0) {
        sy_builder_fault_among(builder, object, "`as` says what shapes messages have", (sy_span){NULL, 0}, shapes);
        return row;
    }
    for (uint32_t node = sy_json_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, list, node))
        row.shapes |= bits[sy_config_word_at(builder, node, "messages have no such shape", shapes)];
    return row;
}

static sy_ref message_sources(sy_profile_compiler *compiler, uint32_t error) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, error, "messages", SY_NODE_ARRAY);
    sy_message_source *rows;
    uint32_t row = 0;
    sy_ref table = sy_builder_rows(builder, sy_config_count(builder, list), sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t node = sy_profile_parts_first_object(compiler, list); node != SY_NODE_NONE;
         node = sy_profile_parts_next_object(compiler, list, node)) {
        rows[row] = message_source(compiler, node);
        row += 1;
    }
    return table;
}

static sy_ref path_list(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, object, name, SY_NODE_ARRAY);
    sy_path *rows;
    uint32_t row = 0;
    sy_ref table = sy_builder_rows(builder, sy_config_count(builder, list), sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t node = sy_json_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, list, node)) {
        rows[row] = sy_builder_path(builder, node, sy_config_string(builder, node));
        row += 1;
    }
    return table;
}

/* A pointer of a boolean, or a test. */
static sy_envelope_flag envelope_flag(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_builder *builder = compiler->builder;
    uint32_t node = sy_config_any(builder, object, name);
    sy_envelope_flag flag;
    sy_bytes_clear(&flag, sizeof flag);
    if (node == SY_NODE_NONE) return flag;
    if (sy_json_node_is(builder->source, node, SY_NODE_OBJECT)) {
        flag.test = sy_profile_parts_test(compiler, node);
        flag.at = flag.test.at;
    } else {
        flag.at = sy_config_path(builder, object, name);
    }
    if (flag.at.count == 0) sy_builder_fault(builder, node, "a flag is a member of the body", (sy_span){NULL, 0});
    return flag;
}

/* A pointer of a string, or {"at", "carrier"} where the code is a number or may be. */
static void compile_error_code(sy_profile_compiler *compiler, uint32_t error) {
    static const char *const names[] = {"at", "carrier", NULL};
    sy_builder *builder = compiler->builder;
    sy_envelope *envelope = &compiler->profile->envelope;
    uint32_t node = sy_config_any(builder, error, "code");
    envelope->error_code_carriers = SY_CARRIER_STRING;
    if (node == SY_NODE_NONE) return;
    if (!sy_json_node_is(builder->source, node, SY_NODE_OBJECT)) {
        envelope->error_code = sy_config_path(builder, error, "code");
        return;
    }
    sy_config_only(builder, node, names);
    envelope->error_code = sy_config_required_path(builder, node, "at");
    envelope->error_code_carriers = sy_profile_parts_carriers(compiler, node, SY_CARRIER_STRING);
}

static void compile_envelope(sy_profile_compiler *compiler) {
    static const char *const names[] = {"success", "failure", "code", "error", "warning", NULL};
    static const char *const error_names[] = {"at", "unless", "unlessEmpty", "code", "messages", NULL};
    static const char *const warning_names[] = {"at", "code", NULL};
    sy_builder *builder = compiler->builder;
    sy_envelope *envelope = &compiler->profile->envelope;
    uint32_t object = sy_config_member(builder, compiler->root, "envelope", SY_NODE_OBJECT);
    uint32_t error = sy_config_member(builder, object, "error", SY_NODE_OBJECT);
    uint32_t warning = sy_config_member(builder, object, "warning", SY_NODE_OBJECT);
    sy_config_only(builder, object, names);
    sy_config_only(builder, error, error_names);
    sy_config_only(builder, warning, warning_names);
    envelope->success = envelope_flag(compiler, object, "success");
    envelope->failure = envelope_flag(compiler, object, "failure");
    envelope->code = sy_profile_parts_code(compiler, object, "code");
    envelope->error_at = sy_config_path(builder, error, "at");
    envelope->error_unless = path_list(compiler, error, "unless");
    envelope->error_unless_empty = sy_config_flag(builder, error, "unlessEmpty");
    compile_error_code(compiler, error);
    envelope->error_messages = message_sources(compiler, error);
    if (warning != SY_NODE_NONE) {
        (void)sy_config_required_text(builder, warning, "at");
        envelope->warning_code = sy_profile_parts_required_code(compiler, warning, "code");
    }
    envelope->warning_at = sy_config_path(builder, warning, "at");
    if (envelope->success.at.count > 0 && envelope->failure.at.count > 0 && envelope->code.start == 0)
        sy_builder_fault(builder, object, "two flags need a code for where they disagree", SY_SPAN("code"));
}

/* How a time is written. */
typedef struct time_form {
    uint8_t type;        /* sy_snapshot_type */
    uint8_t unit_digits; /* of sy_snapshot */
} time_form;

static void compile_snapshot(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "type", "required", "utc", "carrier", NULL};
    static const char *const types[] = {"rfc3339",           "unix_seconds",     "unix_milliseconds",
                                        "unix_microseconds", "unix_nanoseconds", NULL};
    static const time_form forms[] = {{SY_SNAPSHOT_RFC3339, 0},
                                      {SY_SNAPSHOT_UNIX, 0},
                                      {SY_SNAPSHOT_UNIX, 3},
                                      {SY_SNAPSHOT_UNIX, 6},
                                      {SY_SNAPSHOT_UNIX, 9}};
    sy_builder *builder = compiler->builder;
    sy_snapshot *snapshot = &compiler->profile->snapshot;
    uint32_t object = sy_config_member(builder, compiler->root, "snapshot", SY_NODE_OBJECT);
    const time_form *form;
    SY_WORDS_HAVE_ROWS(types, forms);
    if (object == SY_NODE_NONE) return;
    sy_config_only(builder, object, names);
    (void)sy_config_required_text(builder, object, "at");
    form = &forms[sy_config_word(builder, object, "type", types, SY_WORD_REQUIRED)];
    snapshot->at = sy_config_path(builder, object, "at");
    snapshot->required = sy_config_flag(builder, object, "required");
    snapshot->is_utc = sy_config_flag(builder, object, "utc");
    snapshot->carriers = (uint8_t)sy_profile_parts_carriers(compiler, object, SY_CARRIER_NUMBER);
    snapshot->type = form->type;
    snapshot->unit_digits = form->unit_digits;
    if (snapshot->at.count == 0)
        sy_builder_fault(builder, object, "the pointer of a member cannot be empty", SY_SPAN("at"));
}

void sy_profile_envelope_compile(sy_profile_compiler *compiler) {
    compile_envelope(compiler);
    compile_snapshot(compiler);
}

/* Members at the top that a profile names: each flag and place once, those of messages, and where wallets stand. */
#define FLAGS_AND_PLACES 7
#define TOP_MEMBERS_MAX (FLAGS_AND_PLACES + SY_LIST_MAX + SY_LISTS_MAX)

typedef struct top_members {
    const steelyard_verifier *verifier;
    sy_span names[TOP_MEMBERS_MAX];
    uint32_t count;
} top_members;

/* The member at the top through which a path leads. */
static void add_top(top_members *members, sy_path path) {
    if (path.count == 0) return;
    SY_ASSERT(members->count < TOP_MEMBERS_MAX);
    members->names[members->count] = sy_verifier_text_at(members->verifier, path, 0);
    members->count += 1;
}

/* A duplicate of a documented member leaves the envelope undecided. */
void sy_profile_envelope_keep_members(sy_profile_compiler *compiler) {
    const sy_profile *profile = compiler->profile;
    const sy_envelope *envelope = &profile->envelope;
    const sy_path paths[FLAGS_AND_PLACES] = {envelope->success.at, envelope->failure.at, envelope->error_at,
                                             envelope->error_code, envelope->warning_at, profile->snapshot.at,
                                             profile->wallets_at};
    const sy_message_source *sources = sy_verifier_rows(compiler->builder->verifier, envelope->error_messages);
    const sy_list_row *lists = sy_verifier_rows(compiler->builder->verifier, profile->lists);
    top_members members = {.verifier = compiler->builder->verifier, .count = 0};
    for (uint32_t i = 0; i < FLAGS_AND_PLACES; i += 1) add_top(&members, paths[i]);
    for (uint32_t i = 0; i < envelope->error_messages.count; i += 1) add_top(&members, sources[i].at);
    for (uint32_t i = 0; i < profile->lists.count; i += 1) add_top(&members, lists[i].at);
    compiler->profile->envelope.members = sy_builder_texts(compiler->builder, members.names, members.count);
}
