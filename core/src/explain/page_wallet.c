/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/page_wallet.h"

#include "explain/page_line.h"
#include "explain/rule_prose.h"

static void say_id(const sy_profile_reader *reader) {
    uint32_t id = sy_profile_reader_member(reader, 0, "id");
    if (id == SY_NODE_NONE) return;
    sy_say(reader, SY_PAGE_LINE_INDENT "id: ");
    sy_say_place(reader, id);
    sy_say(reader, ", ");
    sy_say_escaped(reader, sy_profile_reader_text(reader, id, "type"));
    sy_page_line_required(reader, id);
    sy_page_line_end(reader);
}

/* `digits behind the point: USDT 6, XBT 8`: currencies that the profile names itself. */
static void say_minor_units(const sy_profile_reader *reader, uint32_t currencies) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(reader, currencies); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, currencies, node)) {
        sy_say(reader, index == 0 ? SY_PAGE_LINE_INDENT "digits behind the point: " : ", ");
        sy_say_escaped(reader, sy_profile_reader_key(reader, node));
        sy_say(reader, " ");
        sy_say_escaped(reader, sy_json_node_token(&reader->document, node));
        index += 1;
    }
    if (index > 0) sy_page_line_end(reader);
}

static void say_currency(const sy_profile_reader *reader) {
    uint32_t currency = sy_profile_reader_member(reader, 0, "currency");
    sy_span code = sy_profile_reader_text(reader, currency, "default");
    sy_span letters = sy_profile_reader_text(reader, currency, "case");
    sy_say(reader, SY_PAGE_LINE_INDENT "currency: ");
    sy_say_place(reader, currency);
    if (code.bytes != NULL) sy_say(reader, ", else ");
    sy_say_escaped(reader, code);
    if (sy_span_equal(sy_profile_reader_text(reader, currency, "from"), SY_SPAN("id")))
        sy_say(reader, ", an id that the option currencies maps to a code");
    if (sy_span_equal(letters, SY_SPAN("lower"))) sy_say(reader, ", in small letters");
    if (sy_span_equal(letters, SY_SPAN("any"))) sy_say(reader, ", in letters of either case");
    sy_page_line_required(reader, currency);
    sy_page_line_values(reader, sy_profile_reader_member(reader, currency, "values"));
    sy_page_line_end(reader);
    say_minor_units(reader, sy_profile_reader_member(reader, currency, "minorUnits"));
}

/* Status and kind. */
static void say_valued(const sy_profile_reader *reader, const char *name) {
    uint32_t object = sy_profile_reader_member(reader, 0, name);
    if (object == SY_NODE_NONE) return;
    sy_page_line_begin(reader);
    sy_say(reader, name);
    sy_say(reader, ": ");
    sy_say_place(reader, object);
    sy_page_line_required(reader, object);
    sy_page_line_values(reader, sy_profile_reader_member(reader, object, "values"));
    sy_page_line_end(reader);
}

/* Flags and texts. */
static void say_named(const sy_profile_reader *reader, const char *section, const char *noun) {
    uint32_t objects = sy_profile_reader_member(reader, 0, section);
    for (uint32_t node = sy_profile_reader_first(reader, objects); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, objects, node)) {
        sy_page_line_begin(reader);
        sy_say(reader, noun);
        sy_say_escaped(reader, sy_profile_reader_key(reader, node));
        sy_say(reader, ": ");
        sy_say_place(reader, node);
        sy_page_line_required(reader, node);
        sy_page_line_end(reader);
    }
}

static void say_members(const sy_profile_reader *reader) {
    sy_page_line_section(reader, "Members of a wallet");
    say_id(reader);
    say_currency(reader);
    say_valued(reader, "status");
    say_valued(reader, "kind");
    say_named(reader, "flags", "flag ");
    say_named(reader, "texts", "text ");
}

static void say_named_unit(const sy_profile_reader *reader, sy_span unit) {
    if (sy_span_equal(unit, SY_SPAN("major"))) sy_say(reader, "major units");
    else if (sy_span_equal(unit, SY_SPAN("minor"))) sy_say(reader, "whole minor units of the currency");
    else sy_say(reader, "a unit that the provider does not document; the option unit says it");
}

/* `CLP 2 digits, CVE 0 digits`: currencies that the provider counts in its own way. */
static void say_digits_of_currencies(const sy_profile_reader *reader, uint32_t currencies) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(reader, currencies); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, currencies, node)) {
        sy_say(reader, index == 0 ? ", but for " : ", ");
        sy_say_escaped(reader, sy_profile_reader_key(reader, node));
        sy_say(reader, " with ");
        sy_say_escaped(reader, sy_json_node_token(&reader->document, node));
        sy_say(reader, " digits behind the point");
        index += 1;
    }
}

/* The unit of the profile or of one amount. */
static void say_unit(const sy_profile_reader *reader, uint32_t unit) {
    uint32_t digits = sy_profile_reader_member(reader, unit, "digits");
    uint32_t minor = sy_profile_reader_member(reader, unit, "minor");
    if (sy_json_node_is(&reader->document, unit, SY_NODE_STRING)) {
        say_named_unit(reader, reader->texts[unit]);
    } else if (minor != SY_NODE_NONE) {
        say_named_unit(reader, SY_SPAN("minor"));
        say_digits_of_currencies(reader, minor);
    } else if (digits != SY_NODE_NONE) {
        sy_say(reader, "integers with ");
        sy_say_escaped(reader, sy_json_node_token(&reader->document, digits));
        sy_say(reader, " digits behind the point");
    } else {
        sy_say(reader, "integers with as many digits behind the point as stated at ");
        sy_say_place(reader, unit);
    }
}

static void say_amount(const sy_profile_reader *reader, uint32_t amount) {
    uint32_t unit = sy_profile_reader_member(reader, amount, "unit");
    sy_page_line_begin(reader);
    sy_say_escaped(reader, sy_profile_reader_key(reader, amount));
    sy_say(reader, ": ");
    sy_say_place(reader, amount);
    sy_page_line_required(reader, amount);
    sy_page_line_carrier(reader, amount);
    sy_say_near_word(reader, sy_profile_reader_key(reader, amount));
    if (unit != SY_NODE_NONE) sy_say(reader, ", in ");
    if (unit != SY_NODE_NONE) say_unit(reader, unit);
    sy_rule_prose_when(reader, amount, SY_NAMING_REPORT);
    sy_page_line_end(reader);
}

static void say_derived(const sy_profile_reader *reader) {
    uint32_t derive = sy_profile_reader_member(reader, 0, "derive");
    for (uint32_t rule = sy_profile_reader_first(reader, derive); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(reader, derive, rule)) {
        sy_page_line_begin(reader);
        sy_say_escaped(reader, sy_profile_reader_text(reader, rule, "amount"));
        sy_say(reader, ": where it is not given, ");
        sy_rule_prose_sum(reader, sy_profile_reader_text(reader, rule, "as"), SY_NAMING_REPORT);
        sy_rule_prose_when(reader, rule, SY_NAMING_REPORT);
        sy_page_line_end(reader);
    }
}

static void say_amounts(const sy_profile_reader *reader) {
    uint32_t amounts = sy_profile_reader_member(reader, 0, "amounts");
    uint32_t unit = sy_profile_reader_member(reader, 0, "unit");
    sy_span carrier = sy_profile_reader_text(reader, 0, "carrier");
    sy_say(reader, "\nAmounts, in ");
    if (unit != SY_NODE_NONE) say_unit(reader, unit);
    if (carrier.bytes == NULL) sy_say(reader, ", sent as a number");
    sy_page_line_carrier(reader, 0);
    sy_page_line_end(reader);
    for (uint32_t node = sy_profile_reader_first(reader, amounts); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, amounts, node))
        say_amount(reader, node);
    say_derived(reader);
}

void sy_page_wallet_write(const sy_profile_reader *reader) {
    say_members(reader);
    say_amounts(reader);
}
