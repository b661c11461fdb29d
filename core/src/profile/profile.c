/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile.c - a profile's frame: name, detection, envelope, snapshot time, where the wallets stand.
 * The JSON document comes in, the sy_profile row goes out. It refuses to know rules and facets, which have files of
 * their own.
 */
#include "profile/profile.h"

static const char *const members[] = {"$schema", "profile",  "extends",  "source", "detect", "envelope", "snapshot",
                                      "wallets", "id",       "currency", "status", "kind",   "unit",     "carrier",
                                      "amounts", "flags",    "texts",    "gifts",  "events", "pages",    "unique",
                                      "order",   "formulas", "derive",   "checks", NULL};

bool sy_profile_has_member(sy_span name) {
    for (size_t i = 0; members[i] != NULL; i += 1) {
        size_t nbytes = 0;
        while (members[i][nbytes] != '\0') nbytes += 1;
        if (sy_span_equal(name, (sy_span){members[i], nbytes})) return true;
    }
    return false;
}

static void compile_name(sy_profile_compiler *compiler) {
    sy_span name = sy_config_required_text(compiler->builder, compiler->root, "profile");
    if (name.bytes == NULL) return;
    if (name.nbytes == 0 || name.nbytes > SY_NAME_NBYTES_MAX)
        sy_builder_fault(compiler->builder, sy_config_any(compiler->builder, compiler->root, "profile"),
                         "a profile's name has 1 to 64 bytes", name);
    compiler->name = name;
    compiler->profile->name = sy_builder_text(compiler->builder, name);
}

/* `source` is for readers, and so is `$schema` for editors; a profile that gives either wrongly is wrong all the same. */
static void compile_source(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    uint32_t node = sy_config_any(builder, compiler->root, "source");
    (void)sy_config_text(builder, compiler->root, "$schema");
    if (node == SY_NODE_NONE) return;
    if (sy_json_node_is(builder->source, node, SY_NODE_ARRAY))
        (void)sy_profile_parts_texts(compiler, compiler->root, "source");
    else (void)sy_config_string(builder, node);
}

sy_ref sy_profile_parts_texts(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, object, name, SY_NODE_ARRAY);
    sy_span texts[SY_LIST_MAX];
    uint32_t count = 0;
    if (sy_config_count(builder, list) == 0) return (sy_ref){0, 0};
    for (uint32_t node = sy_json_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, list, node)) {
        texts[count] = sy_config_string(builder, node);
        count += 1;
    }
    return sy_builder_texts(builder, texts, count);
}

static sy_detection detection(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"rank", "has", "without", "inside", "orFirstOfList", "where", NULL};
    sy_span inside = sy_config_text(compiler->builder, object, "inside");
    sy_detection row;
    sy_bytes_clear(&row, sizeof row);
    sy_config_only(compiler->builder, object, names);
    row.rank = sy_config_number(compiler->builder, object, "rank", 1000000, 1000000);
    row.has = sy_profile_parts_texts(compiler, object, "has");
    row.without = sy_profile_parts_texts(compiler, object, "without");
    row.in_first = sy_config_flag(compiler->builder, object, "orFirstOfList");
    row.where = sy_profile_parts_test_member(compiler, object, "where");
    if (inside.bytes != NULL) row.inside = sy_builder_text(compiler->builder, inside);
    if (row.has.count == 0) sy_builder_fault(compiler->builder, object, "a detection names members", SY_SPAN("has"));
    return row;
}

static void compile_detections(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, compiler->root, "detect", SY_NODE_ARRAY);
    sy_detection *rows;
    uint32_t row = 0;
    compiler->profile->detections = sy_builder_rows(builder, sy_config_count(builder, list), sizeof *rows, &rows);
    if (rows == NULL) return;
    for (uint32_t node = sy_json_node_first(builder->source, list);
         node != SY_NODE_NONE && builder->status == STEELYARD_OK;
         node = sy_json_node_after(builder->source, list, node)) {
        if (!sy_json_node_is(builder->source, node, SY_NODE_OBJECT)) {
            sy_builder_fault_kind(builder, node, "an object is needed here");
            return;
        }
        rows[row] = detection(compiler, node);
        row += 1;
    }
}

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
    static const char *const shapes[] = {"text", "texts", "fields", "messages", "named", NULL}; /* SY_SHAPE_*, by bit */
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, object, "as", SY_NODE_ARRAY);
    sy_span field = sy_config_text(builder, object, "field");
    sy_message_source row;
    sy_bytes_clear(&row, sizeof row);
    sy_config_only(builder, object, names);
    (void)sy_config_required_text(builder, object, "at");
    row.at = sy_config_path(builder, object, "at");
    row.messages = name_or_names(compiler, object, "message");
    if (field.bytes != NULL) row.field = sy_builder_text(builder, field);
    if (sy_config_count(builder, list) == 0) {
        sy_builder_fault_among(builder, object, "`as` says what shapes messages have", (sy_span){NULL, 0}, shapes);
        return row;
    }
    for (uint32_t node = sy_json_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, list, node))
        row.shapes |= 1u << sy_config_word_at(builder, node, "messages have no such shape", shapes);
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
    (void)sy_config_required_text(builder, node, "at");
    envelope->error_code = sy_config_path(builder, node, "at");
    envelope->error_code_carriers = sy_profile_amounts_carriers(compiler, node, SY_CARRIER_STRING);
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

static void compile_snapshot(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "type", "required", "utc", "carrier", NULL};
    static const char *const types[] = {"rfc3339",           "unix_seconds",     "unix_milliseconds",
                                        "unix_microseconds", "unix_nanoseconds", NULL};
    sy_builder *builder = compiler->builder;
    sy_snapshot *snapshot = &compiler->profile->snapshot;
    uint32_t object = sy_config_member(builder, compiler->root, "snapshot", SY_NODE_OBJECT);
    uint32_t type;
    if (object == SY_NODE_NONE) return;
    sy_config_only(builder, object, names);
    (void)sy_config_required_text(builder, object, "at");
    type = sy_config_word(builder, object, "type", types, SY_WORD_REQUIRED);
    snapshot->at = sy_config_path(builder, object, "at");
    snapshot->required = sy_config_flag(builder, object, "required");
    snapshot->is_utc = sy_config_flag(builder, object, "utc");
    snapshot->carriers = (uint8_t)sy_profile_amounts_carriers(compiler, object, SY_CARRIER_NUMBER);
    snapshot->type = type == 0 ? SY_SNAPSHOT_RFC3339 : SY_SNAPSHOT_UNIX;
    snapshot->unit_digits = (uint8_t)(type == 0 ? 0 : 3 * (type - 1));
    if (snapshot->at.count == 0)
        sy_builder_fault(builder, object, "the pointer of a member cannot be empty", SY_SPAN("at"));
}

/* The documented members at the top: a duplicate of one of them leaves the envelope undecided. */
static void collect_envelope_members(sy_profile_compiler *compiler) {
    const sy_profile *profile = compiler->profile;
    const sy_envelope *envelope = &profile->envelope;
    const steelyard_verifier *verifier = compiler->builder->verifier;
    const sy_message_source *sources = sy_verifier_rows(verifier, envelope->error_messages);
    const sy_list_row *lists = sy_verifier_rows(verifier, profile->lists);
    sy_path paths[8 + SY_LISTS_MAX + SY_LIST_MAX] = {envelope->success.at, envelope->failure.at, envelope->error_at,
                                                     envelope->error_code, envelope->warning_at, profile->snapshot.at,
                                                     profile->wallets_at};
    sy_span names[8 + SY_LISTS_MAX + SY_LIST_MAX];
    uint32_t path_count = 7;
    uint32_t count = 0;
    for (uint32_t i = 0; i < envelope->error_messages.count; i += 1) paths[path_count + i] = sources[i].at;
    path_count += envelope->error_messages.count;
    for (uint32_t i = 0; i < profile->lists.count; i += 1) paths[path_count + i] = lists[i].at;
    path_count += profile->lists.count;
    for (uint32_t i = 0; i < path_count; i += 1) {
        if (paths[i].count == 0) continue;
        names[count] = sy_verifier_text_at(verifier, paths[i], 0);
        count += 1;
    }
    compiler->profile->envelope.members = sy_builder_texts(compiler->builder, names, count);
}

static void keep_names(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    sy_profile *profile = compiler->profile;
    profile->amount_names = sy_builder_texts(builder, compiler->amounts.names, compiler->amounts.count);
    profile->amount_members = sy_builder_texts(builder, compiler->amounts.members, compiler->amounts.count);
    profile->flag_names = sy_builder_texts(builder, compiler->flags.names, compiler->flags.count);
    profile->text_names = sy_builder_texts(builder, compiler->texts.names, compiler->texts.count);
    sy_profile_fields_keep(compiler);
}

/* A member named twice, wherever it stands in the profile. */
static void judge_duplicates(sy_profile_compiler *compiler) {
    const sy_document *source = compiler->builder->source;
    uint32_t end = source->nodes[compiler->root].next;
    if (source->later_duplicate_count == 0) return;
    for (uint32_t node = compiler->root; node < end; node += 1) {
        if (source->nodes[node].type != SY_NODE_KEY || (source->nodes[node].flags & SY_NODE_LATER_DUPLICATE) == 0)
            continue;
        sy_builder_fault(compiler->builder, node + 1, "this member stands twice",
                         sy_json_node_text(compiler->builder->memory, source, node));
        return;
    }
}

static void judge_size(sy_profile_compiler *compiler) {
    if (sy_json_node_token(compiler->builder->source, compiler->root).nbytes > SY_PROFILE_NBYTES_MAX)
        sy_builder_fault(compiler->builder, compiler->root, "a profile has at most 256 KiB", (sy_span){NULL, 0});
}

void sy_profile_compile(sy_profile_compiler *compiler, sy_builder *builder, uint32_t root, sy_profile *profile) {
    sy_bytes_clear(compiler, sizeof *compiler);
    compiler->builder = builder;
    compiler->profile = profile;
    compiler->root = root;
    judge_size(compiler);
    judge_duplicates(compiler);
    sy_config_only(builder, root, members);
    compile_name(compiler);
    compile_source(compiler);
    compile_detections(compiler);
    compile_envelope(compiler);
    compile_snapshot(compiler);
    sy_profile_wallets_compile(compiler);
    sy_profile_members_compile(compiler);
    sy_profile_wallets_check_join(compiler);
    sy_profile_amounts_compile(compiler);
    sy_profile_facets_compile(compiler);
    sy_profile_rules_compile(compiler);
    if (builder->status != STEELYARD_OK) return;
    collect_envelope_members(compiler);
    keep_names(compiler);
}
