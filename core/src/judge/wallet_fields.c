/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/wallet_fields.h"

#include "base/assert.h"
#include "decimal/decimal.h"
#include "judge/amount_read.h"
#include "judge/list_sum.h"
#include "judge/wallet_currency.h"
#include "values/currency.h"
#include "values/uuid.h"
#include "json/json_number.h"

static void find_wrong_type(sy_findings *found, uint32_t node) {
    (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
}

static bool find_wrong_id(sy_findings *found, uint32_t node) {
    (void)sy_find_status_at(found, STEELYARD_ID_SYNTAX, SY_OUTCOME_INVALID, node);
    return false;
}

/* What the member says, as it stands: the text of a string, the digits of a number, the name of a wallet. */
static bool read_text(const sy_request *asked, sy_findings *found, const sy_field *field, uint32_t node,
                      sy_text_value *value) {
    bool as_number = field->type == SY_FIELD_INTEGER_ID || field->type == SY_FIELD_CURRENCY_ID ||
                     field->type == SY_FIELD_DIGITS;
    if (field->is_key != 0) {
        value->text = sy_json_node_text(found->memory, asked->document, sy_json_node_key(node));
    } else if (!sy_json_node_is(asked->document, node, as_number ? SY_NODE_NUMBER : SY_NODE_STRING)) {
        find_wrong_type(found, node);
        return false;
    } else {
        value->text = as_number ? sy_json_node_token(asked->document, node)
                                : sy_json_node_text(found->memory, asked->document, node);
    }
    value->said = value->text;
    return true;
}

/* The digits of an integer id as they stand. */
static bool read_integer(sy_findings *found, uint32_t node, const sy_text_value *value) {
    return sy_json_number_is_plain_integer(value->text) || find_wrong_id(found, node);
}

static bool read_uuid(sy_findings *found, uint32_t node, sy_text_value *value) {
    char uuid[SY_UUID_NBYTES];
    if (!sy_uuid_normalise(value->text, uuid)) return find_wrong_id(found, node);
    value->said = sy_writer_copy(found->memory, (sy_span){uuid, sizeof uuid});
    return true;
}

/* How many digits an amount has behind its point: 0 to 38, written plainly. */
static bool read_digits(sy_findings *found, uint32_t node, const sy_text_value *value) {
    sy_decimal digits;
    sy_decimal most = sy_decimal_from_integer(SY_SCALE_DIGITS_MAX);
    if (sy_json_number_is_plain_integer(value->text) &&
        sy_decimal_parse_number(value->text, &digits, NULL) == STEELYARD_OK && !digits.negative &&
        sy_decimal_compare(&digits, &most) <= 0)
        return true;
    find_wrong_type(found, node);
    return false;
}

/* The report's word for a documented value; false where it is not documented. */
static bool find_said(const sy_request *asked, sy_ref names, sy_span text, sy_span *said_out) {
    const sy_value_name *rows = sy_verifier_rows(asked->verifier, names);
    for (uint32_t i = 0; i < names.count; i += 1) {
        if (!sy_span_equal(sy_verifier_text(asked->verifier, rows[i].text), text)) continue;
        *said_out = sy_verifier_text(asked->verifier, rows[i].word);
        return true;
    }
    return false;
}

static bool map_said(const sy_request *asked, sy_findings *found, uint32_t slot, uint32_t node, sy_text_value *value) {
    const sy_profile *profile = asked->profile;
    sy_ref names = slot == SY_TEXT_STATUS ? profile->statuses : profile->kinds;
    if (names.count == 0 || find_said(asked, names, value->text, &value->said)) return true;
    if (slot == SY_TEXT_STATUS) {
        (void)sy_find_status_at(found, STEELYARD_STATUS_UNKNOWN, SY_OUTCOME_WARN, node);
        return true;
    }
    (void)sy_find_at(
        found, sy_verifier_text(asked->verifier, profile->kind_code), (sy_outcome)profile->kind_outcome, node,
        sy_writer_join(found->memory, sy_find_member_name(found, node), SY_SPAN(" is not among the documented ones.")));
    return false;
}

/* The code in capitals; false where it is not written in the provider's case. */
static bool convert_case(const sy_request *asked, sy_arena *memory, sy_text_value *value) {
    uint32_t letters = asked->profile->currency_case;
    char *bytes;
    if (letters == SY_CASE_UPPER) return true;
    bytes = sy_arena_allocate(memory, value->text.nbytes + 1);
    if (bytes == NULL) return false;
    for (size_t i = 0; i < value->text.nbytes; i += 1) {
        char byte = value->text.bytes[i];
        if (letters == SY_CASE_LOWER && byte >= 'A' && byte <= 'Z') return false;
        bytes[i] = byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
    }
    value->said = (sy_span){bytes, value->text.nbytes};
    return true;
}

/* A code that the profile's `values` give is no fault of the response's. */
static sy_span mapped_complaint(sy_findings *found, uint32_t node, sy_span code) {
    sy_span name = sy_writer_join(found->memory, sy_find_member_name(found, node), SY_SPAN(" stands for "));
    sy_span text = sy_writer_join(found->memory, name, code);
    return sy_writer_join(found->memory, text,
                          SY_SPAN(", which is no code of three capital letters and has no minorUnits."));
}

static bool judge_code(const sy_request *asked, sy_findings *found, uint32_t node, bool in_case,
                       const sy_text_value *value, bool mapped) {
    if (in_case && sy_wallet_currency_is_code(asked, value->said)) return true;
    if (mapped)
        (void)sy_find_at(found, steelyard_status_code(STEELYARD_CURRENCY_SYNTAX), SY_OUTCOME_INVALID, node,
                         mapped_complaint(found, node, value->said));
    else if (asked->profile->currency_case == SY_CASE_UPPER)
        (void)sy_find_status_at(found, STEELYARD_CURRENCY_SYNTAX, SY_OUTCOME_INVALID, node);
    else
        (void)sy_find_at(found, steelyard_status_code(STEELYARD_CURRENCY_SYNTAX), SY_OUTCOME_INVALID, node,
                         sy_writer_join(found->memory, sy_find_member_name(found, node),
                                        in_case
                                            ? SY_SPAN(" is no code of three letters, and minorUnits does not name it.")
                                            : SY_SPAN(" is not in small letters, as this provider writes codes.")));
    return false;
}

static bool read_currency(const sy_request *asked, sy_findings *found, uint32_t node, sy_text_value *value) {
    bool mapped = find_said(asked, asked->profile->currency_values, value->text, &value->said);
    bool in_case = mapped || convert_case(asked, found->memory, value);
    return judge_code(asked, found, node, in_case, value, mapped);
}

/* A provider's id of a currency, looked up in the options, then in the profile; without either nothing is said. */
static bool read_currency_id(const sy_request *asked, sy_values *read, sy_findings *found, uint32_t node,
                             sy_text_value *value) {
    sy_ref values = asked->profile->currency_values;
    if (!read_integer(found, node, value)) return false;
    read->currency_is_mapped = sy_verifier_options_map_currency(asked->verifier, value->text, &value->said);
    if (read->currency_is_mapped) return true;
    if (find_said(asked, values, value->text, &value->said)) return judge_code(asked, found, node, true, value, true);
    read->currency_is_unmapped = true;
    if (asked->verifier->has_currency_map || values.count > 0)
        (void)sy_find_status_at(found, STEELYARD_CURRENCY_UNMAPPED, SY_OUTCOME_WARN, node);
    return false;
}

static void read_flag(const sy_request *asked, sy_findings *found, uint32_t node, sy_flag_value *flag) {
    flag->node = node;
    flag->is_true = sy_json_node_is(asked->document, node, SY_NODE_TRUE);
    flag->state = SY_STATE_GOOD;
    if (flag->is_true || sy_json_node_is(asked->document, node, SY_NODE_FALSE)) return;
    flag->state = SY_STATE_BAD;
    find_wrong_type(found, node);
}

static bool read_text_field(const sy_request *asked, sy_values *read, sy_findings *found, const sy_field *field,
                            uint32_t node, sy_text_value *value) {
    if (!read_text(asked, found, field, node, value)) return false;
    switch ((sy_field_type)field->type) {
    case SY_FIELD_UUID: return read_uuid(found, node, value);
    case SY_FIELD_INTEGER_ID: return read_integer(found, node, value);
    case SY_FIELD_CURRENCY: return read_currency(asked, found, node, value);
    case SY_FIELD_CURRENCY_ID: return read_currency_id(asked, read, found, node, value);
    case SY_FIELD_DIGITS: return read_digits(found, node, value);
    case SY_FIELD_TEXT:
    case SY_FIELD_OBJECT:
    case SY_FIELD_LIST:
    case SY_FIELD_AMOUNT:
    case SY_FIELD_SUM:
    case SY_FIELD_FLAG: break;
    }
    if (field->slot != SY_TEXT_STATUS && field->slot != SY_TEXT_KIND) return true;
    return map_said(asked, found, field->slot, node, value);
}

static void read_container(const sy_request *asked, sy_values *read, sy_findings *found, uint32_t index,
                           const sy_field *field, uint32_t node) {
    bool is_object = sy_json_node_is(asked->document, node, SY_NODE_OBJECT);
    bool is_list = sy_json_node_is(asked->document, node, SY_NODE_ARRAY);
    if (field->type == SY_FIELD_OBJECT ? is_object || (is_list && field->may_be_list != 0)
                                       : is_list || (is_object && field->may_be_object != 0)) {
        read->field_nodes[index] = node;
        read->field_states[index] = SY_STATE_GOOD;
        return;
    }
    read->field_states[index] = SY_STATE_BAD;
    find_wrong_type(found, node);
}

static void set_state(sy_values *read, uint32_t index, const sy_field *field, sy_state state) {
    read->field_states[index] = (uint8_t)state;
    if (field->type == SY_FIELD_AMOUNT || field->type == SY_FIELD_SUM)
        read->amounts[field->slot].state = (uint8_t)state;
    else if (field->type == SY_FIELD_FLAG) read->flags[field->slot].state = (uint8_t)state;
    else if (field->type >= SY_FIELD_TEXT) read->texts[field->slot].state = (uint8_t)state;
}

static void read_value(const sy_request *asked, sy_values *read, sy_findings *found, uint32_t index,
                       const sy_field *field, uint32_t node) {
    sy_text_value *value;
    SY_ASSERT(node < asked->document->node_count);
    if (field->type == SY_FIELD_OBJECT || field->type == SY_FIELD_LIST) {
        read_container(asked, read, found, index, field, node);
    } else if (field->type == SY_FIELD_AMOUNT) {
        sy_amount_read(asked, found, node, field->carriers, &read->amounts[field->slot]);
        read->amounts[field->slot].in_body = field->part == SY_PART_BODY;
    } else if (field->type == SY_FIELD_SUM) {
        sy_list_sum_read(asked, read, found, index, node);
        read->amounts[field->slot].in_body = field->part == SY_PART_BODY;
    } else if (field->type == SY_FIELD_FLAG) {
        read_flag(asked, found, node, &read->flags[field->slot]);
    } else {
        SY_ASSERT(field->slot < asked->profile->text_names.count);
        value = &read->texts[field->slot];
        value->node = node;
        value->in_body = field->part == SY_PART_BODY;
        value->state = read_text_field(asked, read, found, field, node, value) ? SY_STATE_GOOD : SY_STATE_BAD;
    }
}

/* A member that is not there (or null): silent where it is optional. */
static void read_absent(const sy_request *asked, sy_values *read, sy_findings *found, uint32_t index,
                        const sy_field *field, uint32_t holder, uint32_t null_node) {
    set_state(read, index, field, field->required ? SY_STATE_BAD : SY_STATE_ABSENT);
    read->is_missing[index] = true;
    if (!field->required || sy_list_sum_was_missed(asked, index)) return;
    if (field->part == SY_PART_BODY && null_node == SY_NODE_NONE &&
        sy_find_was_missed(found, holder, sy_verifier_text(asked->verifier, field->name)))
        return;
    if (null_node != SY_NODE_NONE) find_wrong_type(found, null_node);
    else (void)sy_find_missing(found, holder, sy_verifier_text(asked->verifier, field->name));
}

/* The name of a wallet is no name where the wallet stands in a list. */
static void read_key(const sy_request *asked, sy_values *read, sy_findings *found, uint32_t index,
                     const sy_field *field, uint32_t node) {
    uint32_t parent = asked->document->nodes[node].parent;
    if (parent != SY_NODE_NONE && sy_json_node_is(asked->document, parent, SY_NODE_OBJECT))
        read_value(asked, read, found, index, field, node);
    else set_state(read, index, field, SY_STATE_ABSENT);
}

/* The wallet itself is the amount. */
static void read_self(const sy_request *asked, sy_values *read, sy_findings *found, uint32_t index,
                      const sy_field *field, uint32_t node) {
    if (sy_json_node_is(asked->document, node, SY_NODE_NULL)) read_absent(asked, read, found, index, field, node, node);
    else read_value(asked, read, found, index, field, node);
}

static void read_member(const sy_request *asked, sy_values *read, sy_findings *found, uint32_t index,
                        const sy_field *field, uint32_t holder) {
    uint32_t node;
    sy_presence presence = sy_json_node_step(asked->document, holder, sy_verifier_text(asked->verifier, field->name),
                                             &node);
    if (presence == SY_DUPLICATE) set_state(read, index, field, SY_STATE_BAD);
    else if (presence == SY_ABSENT) read_absent(asked, read, found, index, field, holder, SY_NODE_NONE);
    else if (sy_json_node_is(asked->document, node, SY_NODE_NULL))
        read_absent(asked, read, found, index, field, holder, node);
    else read_value(asked, read, found, index, field, node);
}

/*
 * What a member is whose holder has no value: of a broken one nothing is known, of one that is missing what is optional
 * is simply not there.
 */
static sy_state state_below(const sy_values *read, const sy_field *field) {
    uint32_t parent = field->parent;
    sy_state state = (sy_state)read->field_states[parent];
    return state == SY_STATE_BAD && read->is_missing[parent] && field->required == 0 ? SY_STATE_ABSENT : state;
}

static void read_field(const sy_request *asked, const sy_wallet_parts *parts, sy_values *read, sy_findings *found,
                       uint32_t index, const sy_field *field) {
    bool is_top = field->parent == SY_FIELD_NONE;
    SY_ASSERT(index < SY_FIELDS_MAX && field->part < SY_PARTS_MAX && (is_top || field->parent < index));
    uint32_t holder = is_top ? parts->nodes[field->part] : read->field_nodes[field->parent];
    read->field_nodes[index] = SY_NODE_NONE;
    read->is_missing[index] = !is_top && holder == SY_NODE_NONE && read->is_missing[field->parent];
    if (holder == SY_NODE_NONE) set_state(read, index, field, is_top ? SY_STATE_ABSENT : state_below(read, field));
    else if (field->is_key != 0) read_key(asked, read, found, index, field, holder);
    else if (field->is_self != 0) read_self(asked, read, found, index, field, holder);
    else read_member(asked, read, found, index, field, holder);
}

static void clear(const sy_request *asked, sy_values *read) {
    read->currency_is_mapped = false;
    read->currency_is_unmapped = false;
    for (uint32_t i = 0; i < asked->profile->amount_names.count; i += 1) {
        read->amounts[i].state = SY_STATE_ABSENT;
        read->amounts[i].node = SY_NODE_NONE;
        read->amounts[i].sum = 0;
        read->amounts[i].from_option = false;
        read->amounts[i].is_too_long = false;
    }
    for (uint32_t i = 0; i < asked->profile->text_names.count; i += 1) read->texts[i].state = SY_STATE_ABSENT;
    for (uint32_t i = 0; i < asked->profile->flag_names.count; i += 1) read->flags[i].state = SY_STATE_ABSENT;
}

static void read_fields(const sy_request *asked, const sy_wallet_parts *parts, sy_values *read, sy_findings *found,
                        bool of_body) {
    const sy_field *fields = sy_verifier_rows(asked->verifier, asked->profile->fields);
    for (uint32_t i = 0; i < asked->profile->fields.count && !found->memory->exhausted; i += 1)
        if ((fields[i].part == SY_PART_BODY) == of_body) read_field(asked, parts, read, found, i, &fields[i]);
}

void sy_wallet_fields_read_body(const sy_request *asked, const sy_wallet_parts *parts, sy_values *read,
                                sy_findings *found) {
    clear(asked, read);
    read_fields(asked, parts, read, found, true);
}

void sy_wallet_fields_read(const sy_request *asked, const sy_wallet_parts *parts, const sy_values *of_body,
                           sy_values *read, sy_findings *found) {
    if (of_body == NULL) clear(asked, read);
    else *read = *of_body;
    read_fields(asked, parts, read, found, false);
}
