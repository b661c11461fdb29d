/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile.c - a profile's frame: name, detection, envelope, snapshot time, where the wallets stand.
 * The JSON document comes in, the sy_profile row goes out. It refuses to know rules and facets, which have files of
 * their own.
 */
#include "profile.h"

static void compile_name(sy_profile_compiler *compiler) {
    sy_span name = sy_source_required_text(compiler->builder, compiler->root, "profile");
    if (name.bytes == NULL) return;
    if (name.nbytes == 0 || name.nbytes > SY_NAME_NBYTES_MAX)
        sy_builder_fault(compiler->builder, compiler->root, "a profile's name has 1 to 64 bytes", name);
    compiler->name = name;
    compiler->profile->name = sy_build_text(compiler->builder, name);
}

/* A list of strings as a table of texts. */
static sy_ref text_list(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_source_member(builder, object, name, SY_NODE_ARRAY);
    sy_span texts[SY_LIST_MAX];
    uint32_t count = 0;
    if (sy_source_count(builder, list) == 0) return (sy_ref){0, 0};
    for (uint32_t node = sy_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_node_after(builder->source, list, node)) {
        texts[count] = sy_source_string(builder, node);
        count += 1;
    }
    return sy_build_texts(builder, texts, count);
}

static sy_detection detection(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"rank", "has", "without", "inside", "orFirstOfList", NULL};
    sy_span inside = sy_source_text(compiler->builder, object, "inside");
    sy_detection row;
    sy_fill_zero(&row, sizeof row);
    sy_source_only(compiler->builder, object, names);
    row.rank = sy_source_number(compiler->builder, object, "rank", 1000000, 1000000);
    row.has = text_list(compiler, object, "has");
    row.without = text_list(compiler, object, "without");
    row.in_first = sy_source_flag(compiler->builder, object, "orFirstOfList");
    if (inside.bytes != NULL) row.inside = sy_build_text(compiler->builder, inside);
    if (row.has.count == 0) sy_builder_fault(compiler->builder, object, "a detection names members", SY_SPAN("has"));
    return row;
}

static void compile_detections(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_source_member(builder, compiler->root, "detect", SY_NODE_ARRAY);
    sy_detection *rows;
    uint32_t row = 0;
    compiler->profile->detections = sy_build_rows(builder, sy_source_count(builder, list), sizeof *rows, &rows);
    if (rows == NULL) return;
    for (uint32_t node = sy_node_first(builder->source, list);
         node != SY_NODE_NONE && builder->status == STEELYARD_OK;
         node = sy_node_after(builder->source, list, node)) {
        if (!sy_node_is(builder->source, node, SY_NODE_OBJECT))
            sy_builder_fault(builder, node, "a detection is an object", SY_SPAN(""));
        rows[row] = detection(compiler, node);
        row += 1;
    }
}

static uint32_t shape(sy_profile_compiler *compiler, uint32_t node, sy_span name) {
    if (sy_span_equal(name, SY_SPAN("text"))) return SY_SHAPE_TEXT;
    if (sy_span_equal(name, SY_SPAN("texts"))) return SY_SHAPE_TEXTS;
    if (sy_span_equal(name, SY_SPAN("fields"))) return SY_SHAPE_FIELDS;
    if (sy_span_equal(name, SY_SPAN("messages"))) return SY_SHAPE_MESSAGES;
    sy_builder_fault(compiler->builder, node, "a message is one of text, texts, fields, messages", name);
    return 0;
}

static sy_message_source message_source(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"at", "as", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_source_member(builder, object, "as", SY_NODE_ARRAY);
    sy_message_source row;
    sy_fill_zero(&row, sizeof row);
    sy_source_only(builder, object, names);
    row.at = sy_source_path(builder, object, "at");
    if (list == SY_NODE_NONE) sy_builder_fault(builder, object, "a message has shapes", SY_SPAN("as"));
    if (sy_source_count(builder, list) == 0) return row;
    for (uint32_t node = sy_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_node_after(builder->source, list, node))
        row.shapes |= shape(compiler, node, sy_source_string(builder, node));
    return row;
}

static sy_ref message_sources(sy_profile_compiler *compiler, uint32_t error) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_source_member(builder, error, "messages", SY_NODE_ARRAY);
    sy_message_source *rows;
    uint32_t row = 0;
    sy_ref table = sy_build_rows(builder, sy_source_count(builder, list), sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t node = sy_node_first(builder->source, list);
         node != SY_NODE_NONE && builder->status == STEELYARD_OK;
         node = sy_node_after(builder->source, list, node)) {
        rows[row] = message_source(compiler, node);
        row += 1;
    }
    return table;
}

static sy_ref path_list(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_source_member(builder, object, name, SY_NODE_ARRAY);
    sy_path *rows;
    uint32_t row = 0;
    sy_ref table = sy_build_rows(builder, sy_source_count(builder, list), sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t node = sy_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_node_after(builder->source, list, node)) {
        rows[row] = sy_build_path(builder, node, sy_source_string(builder, node));
        row += 1;
    }
    return table;
}

static void compile_envelope(sy_profile_compiler *compiler) {
    static const char *const names[] = {"success", "failure", "code", "error", "warning", NULL};
    static const char *const error_names[] = {"at", "unless", "code", "messages", NULL};
    static const char *const warning_names[] = {"at", "code", NULL};
    sy_builder *builder = compiler->builder;
    sy_envelope *envelope = &compiler->profile->envelope;
    uint32_t object = sy_source_member(builder, compiler->root, "envelope", SY_NODE_OBJECT);
    uint32_t error = sy_source_member(builder, object, "error", SY_NODE_OBJECT);
    uint32_t warning = sy_source_member(builder, object, "warning", SY_NODE_OBJECT);
    sy_source_only(builder, object, names);
    sy_source_only(builder, error, error_names);
    sy_source_only(builder, warning, warning_names);
    envelope->success = sy_source_path(builder, object, "success");
    envelope->failure = sy_source_path(builder, object, "failure");
    envelope->code = sy_profile_code(compiler, object, "code");
    envelope->error_at = sy_source_path(builder, error, "at");
    envelope->error_unless = path_list(compiler, error, "unless");
    envelope->error_code = sy_source_path(builder, error, "code");
    envelope->error_messages = message_sources(compiler, error);
    envelope->warning_at = sy_source_path(builder, warning, "at");
    envelope->warning_code = sy_profile_code(compiler, warning, "code");
    if (envelope->success.count > 0 && envelope->failure.count > 0 && envelope->code.start == 0)
        sy_builder_fault(builder, object, "two flags need a code for where they disagree", SY_SPAN("code"));
}

static void compile_snapshot(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "type", "required", "utc", NULL};
    static const struct { sy_span name; uint8_t digits; } units[] = {
        {{"unix_seconds", 12}, 0},
        {{"unix_milliseconds", 17}, 3},
        {{"unix_microseconds", 17}, 6},
        {{"unix_nanoseconds", 16}, 9},
    };
    sy_builder *builder = compiler->builder;
    sy_snapshot *snapshot = &compiler->profile->snapshot;
    uint32_t object = sy_source_member(builder, compiler->root, "snapshot", SY_NODE_OBJECT);
    sy_span type = object == SY_NODE_NONE ? SY_SPAN("") : sy_source_required_text(builder, object, "type");
    if (object == SY_NODE_NONE) return;
    sy_source_only(builder, object, names);
    snapshot->at = sy_source_path(builder, object, "at");
    snapshot->required = sy_source_flag(builder, object, "required");
    snapshot->is_utc = sy_source_flag(builder, object, "utc");
    if (sy_span_equal(type, SY_SPAN("rfc3339"))) snapshot->type = SY_SNAPSHOT_RFC3339;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i += 1) {
        if (!sy_span_equal(type, units[i].name)) continue;
        snapshot->type = SY_SNAPSHOT_UNIX;
        snapshot->unit_digits = units[i].digits;
    }
    if (snapshot->at.count == 0) sy_builder_fault(builder, object, "a snapshot time has a pointer", SY_SPAN("at"));
    if (snapshot->type == SY_SNAPSHOT_NONE) sy_builder_fault(builder, object, "there is no time of this type", type);
}

static void compile_wallets(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "as", "null", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_source_member(builder, compiler->root, "wallets", SY_NODE_OBJECT);
    uint32_t list = sy_source_member(builder, object, "as", SY_NODE_ARRAY);
    sy_span null = sy_source_text(builder, object, "null");
    if (object == SY_NODE_NONE) {
        sy_builder_fault(builder, compiler->root, "a profile says where the wallets stand", SY_SPAN("wallets"));
        return;
    }
    sy_source_only(builder, object, names);
    compiler->profile->wallets_at = sy_source_path(builder, object, "at");
    compiler->profile->null_is_no_data = null.bytes != NULL;
    if (null.bytes != NULL && !sy_span_equal(null, SY_SPAN("no_data")))
        sy_builder_fault(builder, object, "null can only mean no_data", null);
    for (uint32_t i = 0; i < sy_source_count(builder, list); i += 1) {
        uint32_t node = i == 0 ? sy_node_first(builder->source, list) : list + 1 + i;
        sy_span as = sy_source_string(builder, node);
        if (sy_span_equal(as, SY_SPAN("object"))) compiler->profile->wallets_shapes |= SY_WALLETS_OBJECT;
        else if (sy_span_equal(as, SY_SPAN("list"))) compiler->profile->wallets_shapes |= SY_WALLETS_LIST;
        else sy_builder_fault(builder, node, "wallets are an object or a list", as);
    }
    if (compiler->profile->wallets_shapes == 0)
        sy_builder_fault(builder, object, "wallets are an object or a list", SY_SPAN("as"));
}

static void compile_unit(sy_profile_compiler *compiler) {
    sy_span unit = sy_source_required_text(compiler->builder, compiler->root, "unit");
    compiler->profile->unit_is_known = sy_span_equal(unit, SY_SPAN("major"));
    if (unit.bytes != NULL && !compiler->profile->unit_is_known && !sy_span_equal(unit, SY_SPAN("option")))
        sy_builder_fault(compiler->builder, compiler->root, "unit is major or option", unit);
}

/* The documented members at the top: a twin of one of them leaves the envelope undecided. */
static void collect_envelope_members(sy_profile_compiler *compiler) {
    const sy_profile *profile = compiler->profile;
    const sy_envelope *envelope = &profile->envelope;
    const sy_message_source *sources = sy_block_rows(compiler->builder->block, envelope->error_messages);
    sy_path paths[8 + SY_LIST_MAX] = {envelope->success,    envelope->failure,  envelope->error_at, envelope->error_code,
                                      envelope->warning_at, profile->snapshot.at, profile->wallets_at};
    sy_span names[8 + SY_LIST_MAX];
    uint32_t path_count = 7;
    uint32_t count = 0;
    for (uint32_t i = 0; i < envelope->error_messages.count; i += 1) {
        paths[path_count] = sources[i].at;
        path_count += 1;
    }
    for (uint32_t i = 0; i < path_count; i += 1) {
        if (paths[i].count == 0) continue;
        names[count] = sy_block_text_at(compiler->builder->block, paths[i], 0);
        count += 1;
    }
    compiler->profile->envelope.members = sy_build_texts(compiler->builder, names, count);
}

static void keep_names(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    sy_profile *profile = compiler->profile;
    sy_field *rows;
    profile->amount_names = sy_build_texts(builder, compiler->amounts.names, compiler->amounts.count);
    profile->amount_members = sy_build_texts(builder, compiler->amounts.members, compiler->amounts.count);
    profile->flag_names = sy_build_texts(builder, compiler->flags.names, compiler->flags.count);
    profile->text_names = sy_build_texts(builder, compiler->texts.names, compiler->texts.count);
    profile->fields = sy_build_rows(builder, compiler->field_count, sizeof *rows, &rows);
    for (uint32_t i = 0; rows != NULL && i < compiler->field_count; i += 1) rows[i] = compiler->fields[i];
}

void sy_profile_compile(sy_profile_compiler *compiler, sy_builder *builder, uint32_t root, sy_profile *profile) {
    static const char *const names[] = {"profile", "source",  "detect",   "envelope", "snapshot", "wallets", "id",
                                        "currency", "status", "kind",     "unit",     "carrier",  "amounts", "flags",
                                        "texts",   "gifts",   "events",   "pages",    "unique",   "order",   "formulas",
                                        "derive",  "checks",  NULL};
    sy_fill_zero(compiler, sizeof *compiler);
    compiler->builder = builder;
    compiler->profile = profile;
    compiler->root = root;
    if (builder->source->later_twin_count > 0)
        sy_builder_fault(builder, root, "a member of the profile stands twice", SY_SPAN(""));
    sy_source_only(builder, root, names);
    compile_name(compiler);
    compile_detections(compiler);
    compile_envelope(compiler);
    compile_snapshot(compiler);
    compile_wallets(compiler);
    compile_unit(compiler);
    sy_profile_compile_fields(compiler);
    sy_profile_compile_facets(compiler);
    sy_profile_compile_rules(compiler);
    if (builder->status != STEELYARD_OK) return;
    collect_envelope_members(compiler);
    keep_names(compiler);
}
