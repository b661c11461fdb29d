/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/profile_page.h"

#include "explain/facet_prose.h"
#include "explain/rule_prose.h"
#include "explain/say.h"

#define INDENT "  "

/* ---- pieces ---- */

static void begin_section(const sy_profile_reader *reader, const char *title) {
    sy_say(reader, "\n");
    sy_say(reader, title);
    sy_say(reader, "\n");
}

static void begin_line(const sy_profile_reader *reader) {
    sy_say(reader, INDENT);
}

static void end_line(const sy_profile_reader *reader) {
    sy_say(reader, "\n");
}

static void say_required(const sy_profile_reader *reader, uint32_t object) {
    if (sy_profile_reader_flag(reader, object, "required")) sy_say(reader, ", required");
}

/* `has a, b`: names in quotes would be read as JSON, so they stand bare. */
static void say_names(const sy_profile_reader *reader, uint32_t list) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(reader, list); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, list, node)) {
        sy_say_comma(reader, index);
        sy_say_escaped(reader, reader->texts[node]);
        index += 1;
    }
}

/* `PREPAID is prepaid, POSTPAID is postpaid` */
static void say_values(const sy_profile_reader *reader, uint32_t values) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(reader, values); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, values, node)) {
        sy_say(reader, index == 0 ? ": " : ", ");
        sy_say_escaped(reader, reader->texts[sy_json_node_key(node)]);
        sy_say(reader, " is ");
        sy_say_escaped(reader, reader->texts[node]);
        index += 1;
    }
}

static void say_code(const sy_profile_reader *reader, sy_span code) {
    sy_say_escaped(reader, reader->name);
    sy_say(reader, ".");
    sy_say_escaped(reader, code);
}

/* ---- the head ---- */

static void say_source(const sy_profile_reader *reader) {
    uint32_t source = sy_profile_reader_member(reader, 0, "source");
    if (source == SY_NODE_NONE) return;
    begin_section(reader, "Documented");
    if (sy_json_node_is(&reader->document, source, SY_NODE_STRING)) {
        begin_line(reader);
        sy_say_escaped(reader, reader->texts[source]);
        end_line(reader);
    }
    for (uint32_t node = sy_profile_reader_first(reader, source); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, source, node)) {
        begin_line(reader);
        sy_say_escaped(reader, reader->texts[node]);
        end_line(reader);
    }
}

static void say_head(const sy_profile_reader *reader) {
    sy_say(reader, "Profile ");
    sy_say_escaped(reader, reader->name);
    if (reader->base.bytes != NULL) sy_say(reader, ", which extends ");
    sy_say_escaped(reader, reader->base);
    end_line(reader);
    say_source(reader);
}

static void say_detection(const sy_profile_reader *reader, uint32_t detection) {
    uint32_t rank = sy_profile_reader_member(reader, detection, "rank");
    uint32_t without = sy_profile_reader_member(reader, detection, "without");
    uint32_t where = sy_profile_reader_member(reader, detection, "where");
    sy_span inside = sy_profile_reader_text(reader, detection, "inside");
    begin_line(reader);
    if (rank != SY_NODE_NONE) {
        sy_say(reader, "rank ");
        sy_say_escaped(reader, sy_json_node_token(&reader->document, rank));
        sy_say(reader, ": ");
    }
    sy_say(reader, sy_profile_reader_flag(reader, detection, "orFirstOfList")
                       ? "the body, or the first element of a list, has "
                       : "the body has ");
    say_names(reader, sy_profile_reader_member(reader, detection, "has"));
    if (inside.bytes != NULL) sy_say(reader, " with ");
    sy_say_escaped(reader, inside);
    if (without != SY_NODE_NONE) sy_say(reader, ", and none of ");
    say_names(reader, without);
    if (where != SY_NODE_NONE) sy_say(reader, ", and ");
    if (where != SY_NODE_NONE) sy_say_test(reader, where);
    end_line(reader);
}

static void say_detections(const sy_profile_reader *reader) {
    uint32_t detect = sy_profile_reader_member(reader, 0, "detect");
    uint32_t first = sy_profile_reader_first(reader, detect);
    begin_section(reader, "Known to auto, the least rank first");
    if (first == SY_NODE_NONE) {
        sy_say(reader, INDENT "never: the option profile has to name it\n");
        return;
    }
    for (uint32_t node = first; node != SY_NODE_NONE; node = sy_profile_reader_after(reader, detect, node))
        say_detection(reader, node);
}

/* ---- the envelope ---- */

static void say_flag_of_envelope(const sy_profile_reader *reader, uint32_t envelope, const char *name,
                                 const char *meaning) {
    uint32_t flag = sy_profile_reader_member(reader, envelope, name);
    if (flag == SY_NODE_NONE) return;
    begin_line(reader);
    if (sy_json_node_is(&reader->document, flag, SY_NODE_OBJECT)) sy_say_test(reader, flag);
    else sy_say_escaped(reader, reader->texts[flag]);
    if (!sy_json_node_is(&reader->document, flag, SY_NODE_OBJECT)) sy_say(reader, " is true");
    sy_say(reader, meaning);
    end_line(reader);
}

static void say_error(const sy_profile_reader *reader, uint32_t error) {
    sy_span at = sy_profile_reader_text(reader, error, "at");
    uint32_t unless = sy_profile_reader_member(reader, error, "unless");
    if (at.bytes == NULL) return;
    begin_line(reader);
    sy_say_escaped(reader, at);
    sy_say(reader, " is there");
    if (sy_profile_reader_flag(reader, error, "unlessEmpty")) sy_say(reader, " and not empty");
    if (unless != SY_NODE_NONE) sy_say(reader, " and none of ");
    say_names(reader, unless);
    sy_say(reader, ": the provider's error\n");
}

/* ` in detail or title`: what the members that hold messages are called, where that is said. */
static void say_message_names(const sy_profile_reader *reader, uint32_t source) {
    uint32_t names = sy_profile_reader_member(reader, source, "message");
    if (names == SY_NODE_NONE) return;
    if (sy_json_node_is(&reader->document, names, SY_NODE_STRING)) {
        sy_say(reader, " in ");
        sy_say_escaped(reader, reader->texts[names]);
    }
    for (uint32_t node = sy_profile_reader_first(reader, names); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, names, node)) {
        sy_say(reader, node == sy_profile_reader_first(reader, names) ? " in " : " or ");
        sy_say_escaped(reader, reader->texts[node]);
    }
}

static void say_messages(const sy_profile_reader *reader, uint32_t error) {
    uint32_t messages = sy_profile_reader_member(reader, error, "messages");
    sy_span code = sy_profile_reader_text(reader, error, "code");
    uint32_t index = 0;
    if (code.bytes == NULL)
        code = sy_profile_reader_text(reader, sy_profile_reader_member(reader, error, "code"), "at");
    if (sy_profile_reader_first(reader, messages) == SY_NODE_NONE) return;
    begin_line(reader);
    sy_say(reader, "the error's messages stand at ");
    for (uint32_t node = sy_profile_reader_first(reader, messages); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, messages, node)) {
        sy_say_comma(reader, index);
        sy_say_escaped(reader, sy_profile_reader_text(reader, node, "at"));
        say_message_names(reader, node);
        index += 1;
    }
    if (code.bytes != NULL) sy_say(reader, ", its code at ");
    sy_say_escaped(reader, code);
    end_line(reader);
}

static void say_envelope(const sy_profile_reader *reader) {
    uint32_t envelope = sy_profile_reader_member(reader, 0, "envelope");
    uint32_t error = sy_profile_reader_member(reader, envelope, "error");
    if (envelope == SY_NODE_NONE) return;
    begin_section(reader, "Around the wallets");
    say_flag_of_envelope(reader, envelope, "success", ": a success, else the provider's error");
    say_flag_of_envelope(reader, envelope, "failure", ": the provider's error");
    say_error(reader, error);
    say_messages(reader, error);
}

/* ---- time and wallets ---- */

static void say_carrier(const sy_profile_reader *reader, uint32_t object) {
    sy_span carrier = sy_profile_reader_text(reader, object, "carrier");
    if (sy_span_equal(carrier, SY_SPAN("string"))) sy_say(reader, ", sent as a string");
    if (sy_span_equal(carrier, SY_SPAN("number"))) sy_say(reader, ", sent as a number");
    if (sy_span_equal(carrier, SY_SPAN("either"))) sy_say(reader, ", sent as a number or a string");
}

static void say_snapshot(const sy_profile_reader *reader) {
    uint32_t snapshot = sy_profile_reader_member(reader, 0, "snapshot");
    begin_section(reader, "Time of the snapshot");
    begin_line(reader);
    if (snapshot == SY_NODE_NONE) {
        sy_say(reader, "not given, so that ages cannot be judged\n");
        return;
    }
    sy_say_escaped(reader, sy_profile_reader_text(reader, snapshot, "at"));
    sy_say(reader, ", ");
    sy_say_escaped(reader, sy_profile_reader_text(reader, snapshot, "type"));
    say_carrier(reader, snapshot);
    if (sy_profile_reader_flag(reader, snapshot, "utc")) sy_say(reader, ", documented as UTC");
    say_required(reader, snapshot);
    end_line(reader);
}

typedef struct shape_words {
    sy_span shape;
    const char *reader;
} shape_words;

static void say_shapes(const sy_profile_reader *reader, uint32_t shapes) {
    static const shape_words table[] = {
        {{"object", 6}, "an object is one wallet"},
        {{"list", 4}, "each element of a list is a wallet"},
        {{"keyed", 5}, "each member of an object is a wallet, its name is the key"},
    };
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(reader, shapes); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, shapes, node)) {
        for (size_t i = 0; i < sizeof table / sizeof table[0]; i += 1) {
            if (!sy_span_equal(table[i].shape, reader->texts[node])) continue;
            sy_say_comma(reader, index);
            sy_say(reader, table[i].reader);
            index += 1;
        }
    }
}

static void say_joined_lists(const sy_profile_reader *reader, uint32_t wallets) {
    uint32_t lists = sy_profile_reader_member(reader, wallets, "lists");
    sy_say(reader, INDENT "put together out of several lists, by ");
    sy_say_escaped(reader, sy_profile_reader_text(reader, wallets, "join"));
    end_line(reader);
    for (uint32_t list = sy_profile_reader_first(reader, lists); list != SY_NODE_NONE;
         list = sy_profile_reader_after(reader, lists, list)) {
        sy_say(reader, INDENT INDENT "list ");
        sy_say_escaped(reader, reader->texts[sy_json_node_key(list)]);
        sy_say(reader, " at ");
        sy_say_place(reader, list);
        say_required(reader, list);
        end_line(reader);
    }
}

static void say_wallets(const sy_profile_reader *reader) {
    uint32_t wallets = sy_profile_reader_member(reader, 0, "wallets");
    uint32_t skip = sy_profile_reader_member(reader, wallets, "skip");
    sy_span at = sy_profile_reader_text(reader, wallets, "at");
    begin_section(reader, "Wallets");
    if (sy_profile_reader_member(reader, wallets, "lists") != SY_NODE_NONE) {
        say_joined_lists(reader, wallets);
        return;
    }
    begin_line(reader);
    if (at.nbytes == 0) sy_say(reader, "the body itself");
    sy_say_escaped(reader, at);
    sy_say(reader, ": ");
    say_shapes(reader, sy_profile_reader_member(reader, wallets, "as"));
    if (skip != SY_NODE_NONE) sy_say(reader, ", but for ");
    say_names(reader, skip);
    if (sy_profile_reader_text(reader, wallets, "null").bytes != NULL)
        sy_say(reader, "; null means that there is no data");
    end_line(reader);
}

/* ---- members of a wallet ---- */

static void say_id(const sy_profile_reader *reader) {
    uint32_t id = sy_profile_reader_member(reader, 0, "id");
    if (id == SY_NODE_NONE) return;
    sy_say(reader, INDENT "id: ");
    sy_say_place(reader, id);
    sy_say(reader, ", ");
    sy_say_escaped(reader, sy_profile_reader_text(reader, id, "type"));
    say_required(reader, id);
    end_line(reader);
}

/* `digits behind the point: USDT 6, XBT 8`: currencies that the profile names itself. */
static void say_minor_units(const sy_profile_reader *reader, uint32_t currencies) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(reader, currencies); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, currencies, node)) {
        sy_say(reader, index == 0 ? INDENT "digits behind the point: " : ", ");
        sy_say_escaped(reader, reader->texts[sy_json_node_key(node)]);
        sy_say(reader, " ");
        sy_say_escaped(reader, sy_json_node_token(&reader->document, node));
        index += 1;
    }
    if (index > 0) end_line(reader);
}

static void say_currency(const sy_profile_reader *reader) {
    uint32_t currency = sy_profile_reader_member(reader, 0, "currency");
    sy_span code = sy_profile_reader_text(reader, currency, "default");
    sy_span letters = sy_profile_reader_text(reader, currency, "case");
    sy_say(reader, INDENT "currency: ");
    sy_say_place(reader, currency);
    if (code.bytes != NULL) sy_say(reader, ", else ");
    sy_say_escaped(reader, code);
    if (sy_span_equal(sy_profile_reader_text(reader, currency, "from"), SY_SPAN("id")))
        sy_say(reader, ", an id that the option currencies maps to a code");
    if (sy_span_equal(letters, SY_SPAN("lower"))) sy_say(reader, ", in small letters");
    if (sy_span_equal(letters, SY_SPAN("any"))) sy_say(reader, ", in letters of either case");
    say_required(reader, currency);
    say_values(reader, sy_profile_reader_member(reader, currency, "values"));
    end_line(reader);
    say_minor_units(reader, sy_profile_reader_member(reader, currency, "minorUnits"));
}

/* Status and kind. */
static void say_valued(const sy_profile_reader *reader, const char *name) {
    uint32_t object = sy_profile_reader_member(reader, 0, name);
    if (object == SY_NODE_NONE) return;
    begin_line(reader);
    sy_say(reader, name);
    sy_say(reader, ": ");
    sy_say_place(reader, object);
    say_required(reader, object);
    say_values(reader, sy_profile_reader_member(reader, object, "values"));
    end_line(reader);
}

/* Flags and texts. */
static void say_named(const sy_profile_reader *reader, const char *section, const char *noun) {
    uint32_t objects = sy_profile_reader_member(reader, 0, section);
    for (uint32_t node = sy_profile_reader_first(reader, objects); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, objects, node)) {
        begin_line(reader);
        sy_say(reader, noun);
        sy_say_escaped(reader, reader->texts[sy_json_node_key(node)]);
        sy_say(reader, ": ");
        sy_say_place(reader, node);
        say_required(reader, node);
        end_line(reader);
    }
}

static void say_members(const sy_profile_reader *reader) {
    begin_section(reader, "Members of a wallet");
    say_id(reader);
    say_currency(reader);
    say_valued(reader, "status");
    say_valued(reader, "kind");
    say_named(reader, "flags", "flag ");
    say_named(reader, "texts", "text ");
}

/* ---- amounts ---- */

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
        sy_say_escaped(reader, reader->texts[sy_json_node_key(node)]);
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
    begin_line(reader);
    sy_say_escaped(reader, reader->texts[sy_json_node_key(amount)]);
    sy_say(reader, ": ");
    sy_say_place(reader, amount);
    say_required(reader, amount);
    say_carrier(reader, amount);
    sy_say_near_word(reader, reader->texts[sy_json_node_key(amount)]);
    if (unit != SY_NODE_NONE) sy_say(reader, ", in ");
    if (unit != SY_NODE_NONE) say_unit(reader, unit);
    sy_rule_prose_when(reader, amount, false);
    end_line(reader);
}

static void say_derived(const sy_profile_reader *reader) {
    uint32_t derive = sy_profile_reader_member(reader, 0, "derive");
    for (uint32_t rule = sy_profile_reader_first(reader, derive); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(reader, derive, rule)) {
        begin_line(reader);
        sy_say_escaped(reader, sy_profile_reader_text(reader, rule, "amount"));
        sy_say(reader, ": where it is not given, ");
        sy_rule_prose_sum(reader, sy_profile_reader_text(reader, rule, "as"), false);
        sy_rule_prose_when(reader, rule, false);
        end_line(reader);
    }
}

static void say_amounts(const sy_profile_reader *reader) {
    uint32_t amounts = sy_profile_reader_member(reader, 0, "amounts");
    uint32_t unit = sy_profile_reader_member(reader, 0, "unit");
    sy_span carrier = sy_profile_reader_text(reader, 0, "carrier");
    sy_say(reader, "\nAmounts, in ");
    if (unit != SY_NODE_NONE) say_unit(reader, unit);
    if (carrier.bytes == NULL) sy_say(reader, ", sent as a number");
    say_carrier(reader, 0);
    end_line(reader);
    for (uint32_t node = sy_profile_reader_first(reader, amounts); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, amounts, node))
        say_amount(reader, node);
    say_derived(reader);
}

/* ---- what must hold ---- */

typedef struct rule_lines {
    const sy_profile_reader *reader;
    uint32_t count;
} rule_lines;

/* `acme.total (fail): balance must be available + reserved, in each wallet.` */
static bool say_rule_line(void *context, const sy_rule_place *place) {
    rule_lines *lines = context;
    const sy_profile_reader *reader = lines->reader;
    begin_line(reader);
    say_code(reader, place->code);
    sy_say(reader, " (");
    sy_say_escaped(reader, sy_rule_prose_finding_outcome(reader, place));
    sy_say(reader, "): ");
    sy_rule_prose_rule(reader, place, false);
    end_line(reader);
    lines->count += 1;
    return true;
}

static void say_rules(const sy_profile_reader *reader) {
    rule_lines lines = {reader, 0};
    begin_section(reader, "What must hold, and the finding where it does not");
    sy_rule_prose_each_code(reader, say_rule_line, &lines);
    if (lines.count == 0)
        sy_say(reader, INDENT "nothing beyond what every profile asks of bodies, amounts and times\n");
}

/* Without a formula no report can be better than valid: whoever writes a profile should know. */
static void say_best_verdict(const sy_profile_reader *reader) {
    bool has_formula = sy_profile_reader_first(reader, sy_profile_reader_member(reader, 0, "formulas")) != SY_NODE_NONE;
    sy_say(reader, "\nBest verdict: ");
    sy_say(reader, has_formula || sy_facet_prose_has_formula(reader)
                       ? "verified, where a formula could be recomputed and everything holds.\n"
                       : "valid, as there is no formula to recompute.\n");
}

void sy_profile_page_write(const sy_profile_reader *reader) {
    say_head(reader);
    say_detections(reader);
    say_envelope(reader);
    say_snapshot(reader);
    say_wallets(reader);
    say_members(reader);
    say_amounts(reader);
    say_rules(reader);
    say_best_verdict(reader);
}
