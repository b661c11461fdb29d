/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_members.h"

#include "profile/profile_fields.h"
#include "profile/profile_parts.h"
#include "values/currency.h"

/* A text that is the name under which the wallet stands. */
static void add_key(sy_profile_compiler *compiler, uint32_t object, sy_field field) {
    static const char *const places[] = {"at", "in", "required", NULL};
    sy_builder *builder = compiler->builder;
    bool keyed = (compiler->profile->wallets_shapes & SY_WALLETS_KEYED) != 0 || compiler->profile->lists.count > 0;
    for (size_t i = 0; places[i] != NULL; i += 1) {
        uint32_t node = sy_config_any(builder, object, places[i]);
        if (node != SY_NODE_NONE) sy_builder_fault(builder, node, "a key has no place of its own", (sy_span){NULL, 0});
    }
    if (!keyed)
        sy_builder_fault(builder, object, "only wallets that are `keyed` or joined have a key", (sy_span){NULL, 0});
    sy_profile_fields_add_key(compiler, object, field);
}

static void add_id(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "in", "from", "type", "required", NULL};
    static const char *const types[] = {"uuid", "integer", "text", NULL};
    enum { FROM_KEY, FROM_MEMBER };
    static const char *const sources[] = {[FROM_KEY] = "key", [FROM_MEMBER] = "member", NULL};
    static const uint8_t field_types[] = {SY_FIELD_UUID, SY_FIELD_INTEGER_ID, SY_FIELD_TEXT};
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, "id", SY_NODE_OBJECT);
    uint32_t type;
    sy_field field;
    SY_WORDS_HAVE_ROWS(types, field_types);
    if (object == SY_NODE_NONE) return;
    sy_config_only(builder, object, names);
    type = sy_config_word(builder, object, "type", types, SY_WORD_REQUIRED);
    field = sy_profile_fields_of((sy_field_type)field_types[type], SY_TEXT_ID);
    if (sy_config_word(builder, object, "from", sources, FROM_MEMBER) == FROM_KEY) add_key(compiler, object, field);
    else (void)sy_profile_fields_add_placed(compiler, object, "at", field);
}

static void compile_currency_values(sy_profile_compiler *compiler, uint32_t object) {
    sy_builder *builder = compiler->builder;
    uint32_t values = sy_config_member(builder, object, "values", SY_NODE_OBJECT);
    if (values == SY_NODE_NONE) return;
    compiler->profile->currency_values = sy_profile_parts_value_names(compiler, object, "values",
                                                                      SY_CURRENCY_VALUES_MAX);
    for (uint32_t node = sy_json_node_first(builder->source, values);
         node != SY_NODE_NONE && builder->status == STEELYARD_OK;
         node = sy_json_node_after(builder->source, values, node)) {
        sy_span code = sy_config_string(builder, node);
        if (code.bytes != NULL) sy_config_currency_code(builder, node, code);
    }
}

/* Whether the profile gives the code digits. */
static bool has_digits(const sy_profile_compiler *compiler, sy_span code) {
    sy_ref table = compiler->profile->currency_digits;
    const sy_currency_row *rows = sy_verifier_rows(compiler->builder->verifier, table);
    for (uint32_t i = 0; i < table.count; i += 1)
        if (sy_span_equal(sy_verifier_text(compiler->builder->verifier, rows[i].code), code)) return true;
    return false;
}

static void compile_currency_option(sy_profile_compiler *compiler, uint32_t object) {
    sy_builder *builder = compiler->builder;
    sy_span code = sy_config_text(builder, object, "default");
    compiler->profile->currency_from_option = 1;
    if (code.bytes == NULL) return;
    compiler->profile->currency_default = sy_builder_text(builder, code);
    if (!sy_currency_is_well_formed(code) && !has_digits(compiler, code))
        sy_builder_fault(builder, sy_config_any(builder, object, "default"),
                         "a currency code is three capital letters, or one of `minorUnits`", code);
}

static void add_currency(sy_profile_compiler *compiler) {
    static const char *const names[] = {"from", "at", "in", "required", "case", "values", "minorUnits", NULL};
    static const char *const option_names[] = {"from", "default", "minorUnits", NULL};
    enum { FROM_OPTION, FROM_MEMBER, FROM_ID, FROM_KEY };
    static const char *const sources[] = {
        [FROM_OPTION] = "option", [FROM_MEMBER] = "member", [FROM_ID] = "id", [FROM_KEY] = "key", NULL};
    static const char *const cases[] = {
        [SY_CASE_UPPER] = "upper", [SY_CASE_LOWER] = "lower", [SY_CASE_ANY] = "any", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, "currency", SY_NODE_OBJECT);
    uint32_t from;
    sy_field field;
    if (object == SY_NODE_NONE) {
        sy_builder_fault(builder, compiler->root, "a profile says where the currency comes from", SY_SPAN("currency"));
        return;
    }
    from = sy_config_word(builder, object, "from", sources, SY_WORD_REQUIRED);
    sy_config_only(builder, object, from == FROM_OPTION ? option_names : names);
    if (builder->status != STEELYARD_OK) return;
    compiler->profile->currency_digits = sy_config_currency_rows(
        builder, sy_config_member(builder, object, "minorUnits", SY_NODE_OBJECT), SY_CURRENCY_VALUES_MAX);
    if (from == FROM_OPTION) {
        compile_currency_option(compiler, object);
        return;
    }
    compiler->profile->currency_case = (uint8_t)sy_config_word(builder, object, "case", cases, SY_CASE_UPPER);
    compile_currency_values(compiler, object);
    field = sy_profile_fields_of(from == FROM_ID ? SY_FIELD_CURRENCY_ID : SY_FIELD_CURRENCY, SY_TEXT_CURRENCY);
    if (from == FROM_KEY) add_key(compiler, object, field);
    else (void)sy_profile_fields_add_placed(compiler, object, "at", field);
}

static void add_status(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "in", "required", "values", NULL};
    uint32_t object = sy_config_member(compiler->builder, compiler->root, "status", SY_NODE_OBJECT);
    if (object == SY_NODE_NONE) return;
    sy_config_only(compiler->builder, object, names);
    (void)sy_profile_fields_add_placed(compiler, object, "at", sy_profile_fields_of(SY_FIELD_TEXT, SY_TEXT_STATUS));
    compiler->profile->statuses = sy_profile_parts_value_names(compiler, object, "values", SY_LIST_MAX);
}

static void add_kind(sy_profile_compiler *compiler) {
    static const char *const names[] = {"at", "in", "required", "values", "code", "outcome", NULL};
    uint32_t object = sy_config_member(compiler->builder, compiler->root, "kind", SY_NODE_OBJECT);
    if (object == SY_NODE_NONE) return;
    sy_config_only(compiler->builder, object, names);
    (void)sy_profile_fields_add_placed(compiler, object, "at", sy_profile_fields_of(SY_FIELD_TEXT, SY_TEXT_KIND));
    compiler->profile->kinds = sy_profile_parts_value_names(compiler, object, "values", SY_LIST_MAX);
    compiler->profile->kind_code = sy_profile_parts_required_code(compiler, object, "code");
    compiler->profile->kind_outcome = sy_profile_parts_outcome(compiler, object);
}

/* Flags and texts: {"name": {"at": pointer, "in": part, "required": bool}}. */
static void add_named(sy_profile_compiler *compiler, const char *member, sy_names *names, uint32_t count_max,
                      sy_field_type type) {
    static const char *const allowed[] = {"at", "in", "required", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t object = sy_config_member(builder, compiler->root, member, SY_NODE_OBJECT);
    for (uint32_t node = sy_profile_parts_first_object(compiler, object); node != SY_NODE_NONE;
         node = sy_profile_parts_next_object(compiler, object, node)) {
        uint32_t slot = sy_profile_parts_name_slot(compiler, names, node, count_max);
        if (type == SY_FIELD_TEXT && slot < SY_TEXT_SLOT_COUNT)
            sy_builder_fault(builder, node, "id, currency, status and kind are members of the profile itself",
                             names->names[slot]);
        sy_config_only(builder, node, allowed);
        (void)sy_profile_fields_add_placed(compiler, node, "at", sy_profile_fields_of(type, slot));
    }
}

/* The names that every profile has. */
static void begin_names(sy_profile_compiler *compiler) {
    static const sy_span texts[SY_TEXT_SLOT_COUNT] = {{"id", 2}, {"currency", 8}, {"status", 6}, {"kind", 4}};
    for (uint32_t slot = 0; slot < SY_TEXT_SLOT_COUNT; slot += 1) compiler->texts.names[slot] = texts[slot];
    compiler->texts.count = SY_TEXT_SLOT_COUNT;
    for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1) {
        compiler->amounts.names[word] = sy_vocabulary_amount_name(word);
        compiler->amounts.members[word] = SY_SPAN("");
    }
    compiler->amounts.count = SY_AMOUNT_COUNT;
}

void sy_profile_members_compile(sy_profile_compiler *compiler) {
    begin_names(compiler);
    add_id(compiler);
    add_currency(compiler);
    add_status(compiler);
    add_kind(compiler);
    add_named(compiler, "flags", &compiler->flags, SY_FLAGS_MAX, SY_FIELD_FLAG);
    add_named(compiler, "texts", &compiler->texts, SY_TEXTS_MAX, SY_FIELD_TEXT);
}
