/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallet_fields.c - the named members of one wallet. Its object comes in; amounts, flags, texts and the nodes of lists go
 * out, each absent, bad (a finding says why) or good. It refuses to compare one member with another.
 */
#include "judge/stages.h"
#include "values/currency.h"
#include "values/uuid.h"

static void find_wrong_type(sy_session *session, uint32_t node) {
    (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
}

bool sy_json_number_is_plain_integer(sy_span digits) {
    size_t sign = digits.nbytes > 0 && digits.bytes[0] == '-' ? 1 : 0;
    if (digits.nbytes == sign || sy_span_equal(digits, SY_SPAN("-0"))) return false;
    if (digits.nbytes > sign + 1 && digits.bytes[sign] == '0') return false;
    for (size_t i = sign; i < digits.nbytes; i += 1)
        if (!sy_span_is_digit(digits.bytes[i])) return false;
    return true;
}

static bool find_wrong_id(sy_session *session, uint32_t node) {
    (void)sy_find_status_at(session, STEELYARD_ID_SYNTAX, SY_OUTCOME_INVALID, node);
    return false;
}

/* What the member says, as it stands: the text of a string, the digits of a number, the name of a wallet. */
static bool take_text(sy_session *session, const sy_field *field, uint32_t node, sy_text_value *value) {
    bool as_number = field->type == SY_FIELD_INTEGER_ID || field->type == SY_FIELD_CURRENCY_ID ||
                     field->type == SY_FIELD_DIGITS;
    if (field->is_key != 0) {
        value->text = sy_json_node_text(session->memory, &session->document, sy_json_node_key(node));
    } else if (!sy_json_node_is(&session->document, node, as_number ? SY_NODE_NUMBER : SY_NODE_STRING)) {
        find_wrong_type(session, node);
        return false;
    } else {
        value->text = as_number ? sy_json_node_token(&session->document, node)
                                : sy_json_node_text(session->memory, &session->document, node);
    }
    value->word = value->text;
    return true;
}

/* The digits of an integer id as they stand. */
static bool read_integer(sy_session *session, uint32_t node, const sy_text_value *value) {
    return sy_json_number_is_plain_integer(value->text) || find_wrong_id(session, node);
}

static bool read_uuid(sy_session *session, uint32_t node, sy_text_value *value) {
    char uuid[SY_UUID_NBYTES];
    if (!sy_uuid_normalise(value->text, uuid)) return find_wrong_id(session, node);
    value->word = sy_writer_copy(session->memory, (sy_span){uuid, sizeof uuid});
    return true;
}

/* How many digits an amount has behind its point: 0 to 38, written plainly. */
static bool read_digits(sy_session *session, uint32_t node, const sy_text_value *value) {
    sy_decimal digits;
    sy_decimal most = sy_decimal_from_integer(SY_SCALE_DIGITS_MAX);
    if (sy_json_number_is_plain_integer(value->text) &&
        sy_decimal_parse_number(value->text, &digits, NULL) == STEELYARD_OK && !digits.negative &&
        sy_decimal_compare(&digits, &most) <= 0)
        return true;
    find_wrong_type(session, node);
    return false;
}

/* The report's word for a documented value; false where it is not documented. */
static bool find_word(sy_session *session, sy_ref names, sy_span text, sy_span *word_out) {
    const sy_value_name *rows = sy_verifier_rows(session->block, names);
    for (uint32_t i = 0; i < names.count; i += 1) {
        if (!sy_span_equal(sy_session_text(session, rows[i].text), text)) continue;
        *word_out = sy_session_text(session, rows[i].word);
        return true;
    }
    return false;
}

static bool map_word(sy_session *session, uint32_t slot, uint32_t node, sy_text_value *value) {
    const sy_profile *profile = session->profile;
    sy_ref names = slot == SY_TEXT_STATUS ? profile->statuses : profile->kinds;
    if (names.count == 0 || find_word(session, names, value->text, &value->word)) return true;
    if (slot == SY_TEXT_STATUS) {
        (void)sy_find_status_at(session, STEELYARD_STATUS_UNKNOWN, SY_OUTCOME_WARN, node);
        return true;
    }
    (void)sy_find_at(session, sy_session_text(session, profile->kind_code), (sy_outcome)profile->kind_outcome, node,
                     sy_writer_join(session->memory, sy_find_member_name(session, node),
                                    SY_SPAN(" is not among the documented ones.")));
    return false;
}

bool sy_wallet_currency_digits(const sy_session *session, sy_span code, int32_t *minor_units_out) {
    sy_ref table = session->profile->currency_digits;
    const sy_currency_row *rows = sy_verifier_rows(session->block, table);
    if (sy_verifier_options_minor_units(session->block, code, minor_units_out)) return true;
    for (uint32_t i = 0; i < table.count; i += 1) {
        if (!sy_span_equal(sy_session_text(session, rows[i].code), code)) continue;
        *minor_units_out = rows[i].minor_units;
        return true;
    }
    return sy_currency_find(code, minor_units_out);
}

bool sy_wallet_currency_is_code(const sy_session *session, sy_span code) {
    int32_t minor_units;
    return sy_currency_is_well_formed(code) || sy_wallet_currency_digits(session, code, &minor_units);
}

/* The code in capitals; false where it is not written in the provider's case. */
static bool take_case(sy_session *session, sy_text_value *value) {
    uint32_t letters = session->profile->currency_case;
    char *bytes;
    if (letters == SY_CASE_UPPER) return true;
    bytes = sy_arena_allocate(session->memory, value->text.nbytes + 1);
    if (bytes == NULL) return false;
    for (size_t i = 0; i < value->text.nbytes; i += 1) {
        char byte = value->text.bytes[i];
        if (letters == SY_CASE_LOWER && byte >= 'A' && byte <= 'Z') return false;
        bytes[i] = byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
    }
    value->word = (sy_span){bytes, value->text.nbytes};
    return true;
}

/* A code that the profile's `values` give is no fault of the response's. */
static sy_span mapped_complaint(sy_session *session, uint32_t node, sy_span code) {
    sy_span name = sy_writer_join(session->memory, sy_find_member_name(session, node), SY_SPAN(" stands for "));
    sy_span text = sy_writer_join(session->memory, name, code);
    return sy_writer_join(session->memory, text,
                          SY_SPAN(", which is no code of three capital letters and has no minorUnits."));
}

static bool judge_code(sy_session *session, uint32_t node, bool in_case, const sy_text_value *value, bool mapped) {
    if (in_case && sy_wallet_currency_is_code(session, value->word)) return true;
    if (mapped)
        (void)sy_find_at(session, steelyard_status_code(STEELYARD_CURRENCY_SYNTAX), SY_OUTCOME_INVALID, node,
                         mapped_complaint(session, node, value->word));
    else if (session->profile->currency_case == SY_CASE_UPPER)
        (void)sy_find_status_at(session, STEELYARD_CURRENCY_SYNTAX, SY_OUTCOME_INVALID, node);
    else
        (void)sy_find_at(session, steelyard_status_code(STEELYARD_CURRENCY_SYNTAX), SY_OUTCOME_INVALID, node,
                         sy_writer_join(session->memory, sy_find_member_name(session, node),
                                        in_case
                                            ? SY_SPAN(" is no code of three letters, and minorUnits does not name it.")
                                            : SY_SPAN(" is not in small letters, as this provider writes codes.")));
    return false;
}

static bool read_currency(sy_session *session, uint32_t node, sy_text_value *value) {
    bool mapped = find_word(session, session->profile->currency_values, value->text, &value->word);
    bool in_case = mapped || take_case(session, value);
    return judge_code(session, node, in_case, value, mapped);
}

/* A provider's id of a currency, looked up in the options, then in the profile; without either nothing is said. */
static bool read_currency_id(sy_session *session, uint32_t node, sy_text_value *value) {
    sy_ref values = session->profile->currency_values;
    if (!read_integer(session, node, value)) return false;
    session->values.currency_is_mapped = sy_verifier_options_map_currency(session->block, value->text, &value->word);
    if (session->values.currency_is_mapped) return true;
    if (find_word(session, values, value->text, &value->word)) return judge_code(session, node, true, value, true);
    session->values.currency_is_unmapped = true;
    if (session->block->has_currency_map || values.count > 0)
        (void)sy_find_status_at(session, STEELYARD_CURRENCY_UNMAPPED, SY_OUTCOME_WARN, node);
    return false;
}

static void read_flag(sy_session *session, uint32_t node, sy_flag_value *flag) {
    flag->node = node;
    flag->is_true = sy_json_node_is(&session->document, node, SY_NODE_TRUE);
    flag->state = SY_STATE_GOOD;
    if (flag->is_true || sy_json_node_is(&session->document, node, SY_NODE_FALSE)) return;
    flag->state = SY_STATE_BAD;
    find_wrong_type(session, node);
}

static bool read_text_field(sy_session *session, const sy_field *field, uint32_t node, sy_text_value *value) {
    if (!take_text(session, field, node, value)) return false;
    switch ((sy_field_type)field->type) {
    case SY_FIELD_UUID: return read_uuid(session, node, value);
    case SY_FIELD_INTEGER_ID: return read_integer(session, node, value);
    case SY_FIELD_CURRENCY: return read_currency(session, node, value);
    case SY_FIELD_CURRENCY_ID: return read_currency_id(session, node, value);
    case SY_FIELD_DIGITS: return read_digits(session, node, value);
    case SY_FIELD_TEXT:
    case SY_FIELD_OBJECT:
    case SY_FIELD_LIST:
    case SY_FIELD_AMOUNT:
    case SY_FIELD_SUM:
    case SY_FIELD_FLAG: break;
    }
    if (field->slot != SY_TEXT_STATUS && field->slot != SY_TEXT_KIND) return true;
    return map_word(session, field->slot, node, value);
}

static void read_container(sy_session *session, uint32_t index, const sy_field *field, uint32_t node) {
    bool is_object = sy_json_node_is(&session->document, node, SY_NODE_OBJECT);
    bool is_list = sy_json_node_is(&session->document, node, SY_NODE_ARRAY);
    if (field->type == SY_FIELD_OBJECT ? is_object || (is_list && field->may_be_list != 0) : is_list) {
        session->values.field_nodes[index] = node;
        session->values.field_states[index] = SY_STATE_GOOD;
        return;
    }
    session->values.field_states[index] = SY_STATE_BAD;
    find_wrong_type(session, node);
}

static void set_state(sy_session *session, uint32_t index, const sy_field *field, sy_state state) {
    sy_values *values = &session->values;
    values->field_states[index] = (uint8_t)state;
    if (field->type == SY_FIELD_AMOUNT || field->type == SY_FIELD_SUM)
        values->amounts[field->slot].state = (uint8_t)state;
    else if (field->type == SY_FIELD_FLAG) values->flags[field->slot].state = (uint8_t)state;
    else if (field->type >= SY_FIELD_TEXT) values->texts[field->slot].state = (uint8_t)state;
}

static void read_value(sy_session *session, uint32_t index, const sy_field *field, uint32_t node) {
    sy_text_value *value = &session->values.texts[field->slot];
    if (field->type == SY_FIELD_OBJECT || field->type == SY_FIELD_LIST) {
        read_container(session, index, field, node);
    } else if (field->type == SY_FIELD_AMOUNT) {
        sy_amount_read(session, node, field->carriers, &session->values.amounts[field->slot]);
        session->values.amounts[field->slot].in_body = field->part == SY_PART_BODY;
    } else if (field->type == SY_FIELD_SUM) {
        sy_list_sum_read(session, index, node);
        session->values.amounts[field->slot].in_body = field->part == SY_PART_BODY;
    } else if (field->type == SY_FIELD_FLAG) {
        read_flag(session, node, &session->values.flags[field->slot]);
    } else {
        value->node = node;
        value->in_body = field->part == SY_PART_BODY;
        value->state = read_text_field(session, field, node, value) ? SY_STATE_GOOD : SY_STATE_BAD;
    }
}

/* A member that is not there (or null): silent where it is optional. */
static void read_absent(sy_session *session, uint32_t index, const sy_field *field, uint32_t holder,
                        uint32_t null_node) {
    set_state(session, index, field, field->required ? SY_STATE_BAD : SY_STATE_ABSENT);
    session->values.is_missing[index] = true;
    if (!field->required || sy_list_sum_was_missed(session, index)) return;
    if (field->part == SY_PART_BODY && null_node == SY_NODE_NONE &&
        sy_find_was_missed(session, holder, sy_session_text(session, field->name)))
        return;
    if (null_node != SY_NODE_NONE) find_wrong_type(session, null_node);
    else (void)sy_find_missing(session, holder, sy_session_text(session, field->name));
}

/* The name of a wallet is no name where the wallet stands in a list. */
static void read_key(sy_session *session, uint32_t index, const sy_field *field, uint32_t node) {
    uint32_t parent = session->document.nodes[node].parent;
    if (parent != SY_NODE_NONE && sy_json_node_is(&session->document, parent, SY_NODE_OBJECT))
        read_value(session, index, field, node);
    else set_state(session, index, field, SY_STATE_ABSENT);
}

/* The wallet itself is the amount. */
static void read_self(sy_session *session, uint32_t index, const sy_field *field, uint32_t node) {
    if (sy_json_node_is(&session->document, node, SY_NODE_NULL)) read_absent(session, index, field, node, node);
    else read_value(session, index, field, node);
}

static void read_member(sy_session *session, uint32_t index, const sy_field *field, uint32_t holder) {
    uint32_t node;
    sy_presence presence = sy_json_node_step(&session->document, holder, sy_session_text(session, field->name), &node);
    if (presence == SY_DUPLICATE) set_state(session, index, field, SY_STATE_BAD);
    else if (presence == SY_ABSENT) read_absent(session, index, field, holder, SY_NODE_NONE);
    else if (sy_json_node_is(&session->document, node, SY_NODE_NULL)) read_absent(session, index, field, holder, node);
    else read_value(session, index, field, node);
}

/*
 * What a member is whose holder has no value: of a broken one nothing is known, of one that is missing what is optional
 * is simply not there.
 */
static sy_state state_below(const sy_session *session, const sy_field *field) {
    uint32_t parent = field->parent;
    sy_state state = (sy_state)session->values.field_states[parent];
    return state == SY_STATE_BAD && session->values.is_missing[parent] && field->required == 0 ? SY_STATE_ABSENT
                                                                                               : state;
}

static void read_field(sy_session *session, uint32_t index, const sy_field *field) {
    sy_values *values = &session->values;
    bool is_top = field->parent == SY_FIELD_NONE;
    uint32_t holder = is_top ? session->part_nodes[field->part] : values->field_nodes[field->parent];
    values->field_nodes[index] = SY_NODE_NONE;
    values->is_missing[index] = !is_top && holder == SY_NODE_NONE && values->is_missing[field->parent];
    if (holder == SY_NODE_NONE)
        set_state(session, index, field, is_top ? SY_STATE_ABSENT : state_below(session, field));
    else if (field->is_key != 0) read_key(session, index, field, holder);
    else if (field->is_self != 0) read_self(session, index, field, holder);
    else read_member(session, index, field, holder);
}

static void clear(sy_session *session) {
    sy_values *values = &session->values;
    values->currency_is_mapped = false;
    values->currency_is_unmapped = false;
    for (uint32_t i = 0; i < session->profile->amount_names.count; i += 1) {
        values->amounts[i].state = SY_STATE_ABSENT;
        values->amounts[i].node = SY_NODE_NONE;
        values->amounts[i].sum = 0;
        values->amounts[i].from_option = false;
        values->amounts[i].is_too_long = false;
    }
    for (uint32_t i = 0; i < session->profile->text_names.count; i += 1) values->texts[i].state = SY_STATE_ABSENT;
    for (uint32_t i = 0; i < session->profile->flag_names.count; i += 1) values->flags[i].state = SY_STATE_ABSENT;
}

static void read_fields(sy_session *session, bool of_body) {
    const sy_field *fields = sy_verifier_rows(session->block, session->profile->fields);
    for (uint32_t i = 0; i < session->profile->fields.count && !session->memory->exhausted; i += 1)
        if ((fields[i].part == SY_PART_BODY) == of_body) read_field(session, i, &fields[i]);
}

void sy_wallet_fields_read_body(sy_session *session) {
    if (session->profile->has_body_fields == 0) return;
    session->body = sy_arena_allocate(session->memory, sizeof *session->body);
    if (session->body == NULL) return;
    clear(session);
    read_fields(session, true);
    session->body->values = session->values;
}

void sy_wallet_fields_read(sy_session *session) {
    if (session->body == NULL) clear(session);
    else session->values = session->body->values;
    read_fields(session, false);
}
