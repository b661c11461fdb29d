/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fields.c - the named members of one wallet. Its object comes in; amounts, flags, texts and the nodes of lists go
 * out, each absent, bad (a finding says why) or good. It refuses to compare one member with another.
 */
#include "currency.h"
#include "stages.h"

static void find_wrong_type(sy_session *session, uint32_t node) {
    (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
}

/* The member's text, or false with a finding where it is no string. */
static bool read_string(sy_session *session, uint32_t node, sy_span *text_out) {
    if (!sy_node_is(&session->document, node, SY_NODE_STRING)) {
        find_wrong_type(session, node);
        return false;
    }
    *text_out = sy_node_text(session->memory, &session->document, node);
    return true;
}

static bool is_plain_integer(sy_span digits) {
    if (sy_span_equal(digits, SY_SPAN("-0"))) return false;
    for (size_t i = 0; i < digits.nbytes; i += 1)
        if (!sy_byte_is_digit(digits.bytes[i]) && !(i == 0 && digits.bytes[i] == '-')) return false;
    return true;
}

/* The digits of an integer id as they stand. */
static bool read_integer(sy_session *session, uint32_t node, sy_span *digits_out) {
    if (!sy_node_is(&session->document, node, SY_NODE_NUMBER)) {
        find_wrong_type(session, node);
        return false;
    }
    *digits_out = sy_node_token(&session->document, node);
    if (is_plain_integer(*digits_out)) return true;
    (void)sy_find_status_at(session, STEELYARD_ID_SYNTAX, SY_OUTCOME_INVALID, node);
    return false;
}

static bool read_uuid(sy_session *session, uint32_t node, sy_text_value *value) {
    char uuid[SY_UUID_NBYTES];
    if (!read_string(session, node, &value->text)) return false;
    if (!sy_uuid_normalise(value->text, uuid)) {
        (void)sy_find_status_at(session, STEELYARD_ID_SYNTAX, SY_OUTCOME_INVALID, node);
        return false;
    }
    value->word = sy_copy_text(session->memory, (sy_span){uuid, sizeof uuid});
    return true;
}

/* The report's word for a documented value; false where it is not documented. */
static bool find_word(sy_session *session, sy_ref names, sy_span text, sy_span *word_out) {
    const sy_value_name *rows = sy_block_rows(session->block, names);
    for (uint32_t i = 0; i < names.count; i += 1) {
        if (!sy_span_equal(sy_text_of(session, rows[i].text), text)) continue;
        *word_out = sy_text_of(session, rows[i].word);
        return true;
    }
    return false;
}

static bool map_word(sy_session *session, uint32_t slot, uint32_t node, sy_text_value *value) {
    const sy_profile *profile = session->profile;
    sy_ref names = slot == SY_TEXT_STATUS ? profile->statuses : profile->kinds;
    if (find_word(session, names, value->text, &value->word)) return true;
    if (slot == SY_TEXT_STATUS) {
        (void)sy_find_status_at(session, STEELYARD_STATUS_UNKNOWN, SY_OUTCOME_WARN, node);
        return true;
    }
    (void)sy_find_at(session, sy_text_of(session, profile->kind_code), (sy_outcome)profile->kind_outcome, node,
                     sy_join(session->memory, sy_member_name(session, node), SY_SPAN(" is not among the documented ones.")));
    return false;
}

static bool read_text(sy_session *session, uint32_t slot, uint32_t node, sy_text_value *value) {
    if (!read_string(session, node, &value->text)) return false;
    value->word = value->text;
    if (slot != SY_TEXT_STATUS && slot != SY_TEXT_KIND) return true;
    return map_word(session, slot, node, value);
}

bool sy_currency_is_code(const sy_session *session, sy_span code) {
    int32_t minor_units;
    return sy_currency_is_well_formed(code) || sy_options_minor_units(session->block, code, &minor_units);
}

static bool read_currency(sy_session *session, uint32_t node, sy_text_value *value) {
    if (!read_string(session, node, &value->text)) return false;
    value->word = value->text;
    if (sy_currency_is_code(session, value->text)) return true;
    (void)sy_find_status_at(session, STEELYARD_CURRENCY_SYNTAX, SY_OUTCOME_INVALID, node);
    return false;
}

/* A provider's id of a currency, looked up in the options; without that option nothing is said. */
static bool read_currency_id(sy_session *session, uint32_t node, sy_text_value *value) {
    if (!read_integer(session, node, &value->text)) return false;
    if (sy_options_map_currency(session->block, value->text, &value->word)) return true;
    if (session->block->has_currency_map)
        (void)sy_find_status_at(session, STEELYARD_CURRENCY_UNMAPPED, SY_OUTCOME_WARN, node);
    return false;
}

static void read_flag(sy_session *session, uint32_t node, sy_flag_value *flag) {
    flag->node = node;
    flag->is_true = sy_node_is(&session->document, node, SY_NODE_TRUE);
    flag->state = SY_STATE_GOOD;
    if (flag->is_true || sy_node_is(&session->document, node, SY_NODE_FALSE)) return;
    flag->state = SY_STATE_BAD;
    find_wrong_type(session, node);
}

static bool read_text_field(sy_session *session, const sy_field *field, uint32_t node, sy_text_value *value) {
    switch ((sy_field_type)field->type) {
    case SY_FIELD_UUID: return read_uuid(session, node, value);
    case SY_FIELD_INTEGER_ID:
        if (!read_integer(session, node, &value->text)) return false;
        value->word = value->text;
        return true;
    case SY_FIELD_CURRENCY: return read_currency(session, node, value);
    case SY_FIELD_CURRENCY_ID: return read_currency_id(session, node, value);
    case SY_FIELD_TEXT:
    case SY_FIELD_OBJECT:
    case SY_FIELD_LIST:
    case SY_FIELD_AMOUNT:
    case SY_FIELD_FLAG: break;
    }
    return read_text(session, field->slot, node, value);
}

static void read_container(sy_session *session, uint32_t index, const sy_field *field, uint32_t node) {
    sy_node_type wanted = field->type == SY_FIELD_OBJECT ? SY_NODE_OBJECT : SY_NODE_ARRAY;
    if (sy_node_is(&session->document, node, wanted)) {
        session->field_nodes[index] = node;
        session->field_states[index] = SY_STATE_GOOD;
        return;
    }
    session->field_states[index] = SY_STATE_BAD;
    find_wrong_type(session, node);
}

static void set_state(sy_session *session, uint32_t index, const sy_field *field, sy_state state) {
    session->field_states[index] = (uint8_t)state;
    if (field->type == SY_FIELD_AMOUNT) session->amounts[field->slot].state = (uint8_t)state;
    else if (field->type == SY_FIELD_FLAG) session->flags[field->slot].state = (uint8_t)state;
    else if (field->type >= SY_FIELD_TEXT) session->texts[field->slot].state = (uint8_t)state;
}

static void read_value(sy_session *session, uint32_t index, const sy_field *field, uint32_t node) {
    sy_text_value *value = &session->texts[field->slot];
    if (field->type == SY_FIELD_OBJECT || field->type == SY_FIELD_LIST) {
        read_container(session, index, field, node);
    } else if (field->type == SY_FIELD_AMOUNT) {
        sy_read_amount(session, node, field->carried_as_string != 0, &session->amounts[field->slot]);
    } else if (field->type == SY_FIELD_FLAG) {
        read_flag(session, node, &session->flags[field->slot]);
    } else {
        value->node = node;
        value->state = read_text_field(session, field, node, value) ? SY_STATE_GOOD : SY_STATE_BAD;
    }
}

/* A member that is not there (or null): silent where it is optional. */
static void read_absent(sy_session *session, uint32_t index, const sy_field *field, uint32_t holder, uint32_t null_node) {
    set_state(session, index, field, field->required ? SY_STATE_BAD : SY_STATE_ABSENT);
    if (!field->required) return;
    if (null_node != SY_NODE_NONE) find_wrong_type(session, null_node);
    else (void)sy_find_missing(session, holder, sy_text_of(session, field->name));
}

static void read_field(sy_session *session, uint32_t index, const sy_field *field) {
    uint32_t holder = field->parent == SY_FIELD_NONE ? session->wallet_node : session->field_nodes[field->parent];
    uint32_t node;
    sy_presence presence;
    session->field_nodes[index] = SY_NODE_NONE;
    if (holder == SY_NODE_NONE) {
        set_state(session, index, field, (sy_state)session->field_states[field->parent]);
        return;
    }
    presence = sy_node_member(&session->document, holder, sy_text_of(session, field->name), &node);
    if (presence == SY_TWIN) set_state(session, index, field, SY_STATE_BAD);
    else if (presence == SY_ABSENT) read_absent(session, index, field, holder, SY_NODE_NONE);
    else if (sy_node_is(&session->document, node, SY_NODE_NULL)) read_absent(session, index, field, holder, node);
    else read_value(session, index, field, node);
}

void sy_read_fields(sy_session *session) {
    const sy_field *fields = sy_block_rows(session->block, session->profile->fields);
    for (uint32_t i = 0; i < session->profile->amount_names.count; i += 1) {
        session->amounts[i].state = SY_STATE_ABSENT;
        session->amounts[i].node = SY_NODE_NONE;
        session->amounts[i].from_option = false;
    }
    for (uint32_t i = 0; i < session->profile->text_names.count; i += 1) session->texts[i].state = SY_STATE_ABSENT;
    for (uint32_t i = 0; i < session->profile->flag_names.count; i += 1) session->flags[i].state = SY_STATE_ABSENT;
    for (uint32_t i = 0; i < session->profile->fields.count && !session->memory->exhausted; i += 1)
        read_field(session, i, &fields[i]);
}
