/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_page.c - a whole profile in words: where everything stands, then what must hold. A profile that is
 * open comes in, a page goes out. It refuses to say what a member that is not there would mean, but where silence
 * would be misread.
 */
#include "explain/profile_reader.h"

#define INDENT "  "

/* ---- pieces ---- */

static void begin_section(const sy_profile_reader *words, const char *title) {
    sy_say(words, "\n");
    sy_say(words, title);
    sy_say(words, "\n");
}

static void begin_line(const sy_profile_reader *words) {
    sy_say(words, INDENT);
}

static void end_line(const sy_profile_reader *words) {
    sy_say(words, "\n");
}

static void say_required(const sy_profile_reader *words, uint32_t object) {
    if (sy_profile_reader_flag(words, object, "required")) sy_say(words, ", required");
}

/* `has a, b`: names in quotes would be read as JSON, so they stand bare. */
static void say_names(const sy_profile_reader *words, uint32_t list) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(words, list); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, list, node)) {
        sy_say_comma(words, index);
        sy_say_escaped(words, words->texts[node]);
        index += 1;
    }
}

/* `PREPAID is prepaid, POSTPAID is postpaid` */
static void say_values(const sy_profile_reader *words, uint32_t values) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(words, values); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, values, node)) {
        sy_say(words, index == 0 ? ": " : ", ");
        sy_say_escaped(words, words->texts[sy_json_node_key(node)]);
        sy_say(words, " is ");
        sy_say_escaped(words, words->texts[node]);
        index += 1;
    }
}

static void say_code(const sy_profile_reader *words, sy_span code) {
    sy_say_escaped(words, words->name);
    sy_say(words, ".");
    sy_say_escaped(words, code);
}

/* ---- the head ---- */

static void say_source(const sy_profile_reader *words) {
    uint32_t source = sy_profile_reader_member(words, 0, "source");
    if (source == SY_NODE_NONE) return;
    begin_section(words, "Documented");
    if (sy_json_node_is(&words->document, source, SY_NODE_STRING)) {
        begin_line(words);
        sy_say_escaped(words, words->texts[source]);
        end_line(words);
    }
    for (uint32_t node = sy_profile_reader_first(words, source); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, source, node)) {
        begin_line(words);
        sy_say_escaped(words, words->texts[node]);
        end_line(words);
    }
}

static void say_head(const sy_profile_reader *words) {
    sy_say(words, "Profile ");
    sy_say_escaped(words, words->name);
    if (words->base.bytes != NULL) sy_say(words, ", which extends ");
    sy_say_escaped(words, words->base);
    end_line(words);
    say_source(words);
}

static void say_detection(const sy_profile_reader *words, uint32_t detection) {
    uint32_t rank = sy_profile_reader_member(words, detection, "rank");
    uint32_t without = sy_profile_reader_member(words, detection, "without");
    uint32_t where = sy_profile_reader_member(words, detection, "where");
    sy_span inside = sy_profile_reader_text(words, detection, "inside");
    begin_line(words);
    if (rank != SY_NODE_NONE) {
        sy_say(words, "rank ");
        sy_say_escaped(words, sy_json_node_token(&words->document, rank));
        sy_say(words, ": ");
    }
    sy_say(words, sy_profile_reader_flag(words, detection, "orFirstOfList")
                      ? "the body, or the first element of a list, has "
                      : "the body has ");
    say_names(words, sy_profile_reader_member(words, detection, "has"));
    if (inside.bytes != NULL) sy_say(words, " with ");
    sy_say_escaped(words, inside);
    if (without != SY_NODE_NONE) sy_say(words, ", and none of ");
    say_names(words, without);
    if (where != SY_NODE_NONE) sy_say(words, ", and ");
    if (where != SY_NODE_NONE) sy_say_test(words, where);
    end_line(words);
}

static void say_detections(const sy_profile_reader *words) {
    uint32_t detect = sy_profile_reader_member(words, 0, "detect");
    uint32_t first = sy_profile_reader_first(words, detect);
    begin_section(words, "Known to auto, the least rank first");
    if (first == SY_NODE_NONE) {
        sy_say(words, INDENT "never: the option profile has to name it\n");
        return;
    }
    for (uint32_t node = first; node != SY_NODE_NONE; node = sy_profile_reader_after(words, detect, node))
        say_detection(words, node);
}

/* ---- the envelope ---- */

static void say_flag_of_envelope(const sy_profile_reader *words, uint32_t envelope, const char *name,
                                 const char *meaning) {
    uint32_t flag = sy_profile_reader_member(words, envelope, name);
    if (flag == SY_NODE_NONE) return;
    begin_line(words);
    if (sy_json_node_is(&words->document, flag, SY_NODE_OBJECT)) sy_say_test(words, flag);
    else sy_say_escaped(words, words->texts[flag]);
    if (!sy_json_node_is(&words->document, flag, SY_NODE_OBJECT)) sy_say(words, " is true");
    sy_say(words, meaning);
    end_line(words);
}

static void say_error(const sy_profile_reader *words, uint32_t error) {
    sy_span at = sy_profile_reader_text(words, error, "at");
    uint32_t unless = sy_profile_reader_member(words, error, "unless");
    if (at.bytes == NULL) return;
    begin_line(words);
    sy_say_escaped(words, at);
    sy_say(words, " is there");
    if (sy_profile_reader_flag(words, error, "unlessEmpty")) sy_say(words, " and not empty");
    if (unless != SY_NODE_NONE) sy_say(words, " and none of ");
    say_names(words, unless);
    sy_say(words, ": the provider's error\n");
}

/* ` in detail or title`: what the members that hold messages are called, where that is said. */
static void say_message_names(const sy_profile_reader *words, uint32_t source) {
    uint32_t names = sy_profile_reader_member(words, source, "message");
    if (names == SY_NODE_NONE) return;
    if (sy_json_node_is(&words->document, names, SY_NODE_STRING)) {
        sy_say(words, " in ");
        sy_say_escaped(words, words->texts[names]);
    }
    for (uint32_t node = sy_profile_reader_first(words, names); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, names, node)) {
        sy_say(words, node == sy_profile_reader_first(words, names) ? " in " : " or ");
        sy_say_escaped(words, words->texts[node]);
    }
}

static void say_messages(const sy_profile_reader *words, uint32_t error) {
    uint32_t messages = sy_profile_reader_member(words, error, "messages");
    sy_span code = sy_profile_reader_text(words, error, "code");
    uint32_t index = 0;
    if (code.bytes == NULL) code = sy_profile_reader_text(words, sy_profile_reader_member(words, error, "code"), "at");
    if (sy_profile_reader_first(words, messages) == SY_NODE_NONE) return;
    begin_line(words);
    sy_say(words, "the error's messages stand at ");
    for (uint32_t node = sy_profile_reader_first(words, messages); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, messages, node)) {
        sy_say_comma(words, index);
        sy_say_escaped(words, sy_profile_reader_text(words, node, "at"));
        say_message_names(words, node);
        index += 1;
    }
    if (code.bytes != NULL) sy_say(words, ", its code at ");
    sy_say_escaped(words, code);
    end_line(words);
}

static void say_envelope(const sy_profile_reader *words) {
    uint32_t envelope = sy_profile_reader_member(words, 0, "envelope");
    uint32_t error = sy_profile_reader_member(words, envelope, "error");
    if (envelope == SY_NODE_NONE) return;
    begin_section(words, "Around the wallets");
    say_flag_of_envelope(words, envelope, "success", ": a success, else the provider's error");
    say_flag_of_envelope(words, envelope, "failure", ": the provider's error");
    say_error(words, error);
    say_messages(words, error);
}

/* ---- time and wallets ---- */

static void say_carrier(const sy_profile_reader *words, uint32_t object) {
    sy_span carrier = sy_profile_reader_text(words, object, "carrier");
    if (sy_span_equal(carrier, SY_SPAN("string"))) sy_say(words, ", sent as a string");
    if (sy_span_equal(carrier, SY_SPAN("number"))) sy_say(words, ", sent as a number");
    if (sy_span_equal(carrier, SY_SPAN("either"))) sy_say(words, ", sent as a number or a string");
}

static void say_snapshot(const sy_profile_reader *words) {
    uint32_t snapshot = sy_profile_reader_member(words, 0, "snapshot");
    begin_section(words, "Time of the snapshot");
    begin_line(words);
    if (snapshot == SY_NODE_NONE) {
        sy_say(words, "not given, so that ages cannot be judged\n");
        return;
    }
    sy_say_escaped(words, sy_profile_reader_text(words, snapshot, "at"));
    sy_say(words, ", ");
    sy_say_escaped(words, sy_profile_reader_text(words, snapshot, "type"));
    say_carrier(words, snapshot);
    if (sy_profile_reader_flag(words, snapshot, "utc")) sy_say(words, ", documented as UTC");
    say_required(words, snapshot);
    end_line(words);
}

typedef struct shape_words {
    sy_span shape;
    const char *words;
} shape_words;

static void say_shapes(const sy_profile_reader *words, uint32_t shapes) {
    static const shape_words table[] = {
        {{"object", 6}, "an object is one wallet"},
        {{"list", 4}, "each element of a list is a wallet"},
        {{"keyed", 5}, "each member of an object is a wallet, its name is the key"},
    };
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(words, shapes); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, shapes, node)) {
        for (size_t i = 0; i < sizeof table / sizeof table[0]; i += 1) {
            if (!sy_span_equal(table[i].shape, words->texts[node])) continue;
            sy_say_comma(words, index);
            sy_say(words, table[i].words);
            index += 1;
        }
    }
}

static void say_joined_lists(const sy_profile_reader *words, uint32_t wallets) {
    uint32_t lists = sy_profile_reader_member(words, wallets, "lists");
    sy_say(words, INDENT "put together out of several lists, by ");
    sy_say_escaped(words, sy_profile_reader_text(words, wallets, "join"));
    end_line(words);
    for (uint32_t list = sy_profile_reader_first(words, lists); list != SY_NODE_NONE;
         list = sy_profile_reader_after(words, lists, list)) {
        sy_say(words, INDENT INDENT "list ");
        sy_say_escaped(words, words->texts[sy_json_node_key(list)]);
        sy_say(words, " at ");
        sy_say_place(words, list);
        say_required(words, list);
        end_line(words);
    }
}

static void say_wallets(const sy_profile_reader *words) {
    uint32_t wallets = sy_profile_reader_member(words, 0, "wallets");
    uint32_t skip = sy_profile_reader_member(words, wallets, "skip");
    sy_span at = sy_profile_reader_text(words, wallets, "at");
    begin_section(words, "Wallets");
    if (sy_profile_reader_member(words, wallets, "lists") != SY_NODE_NONE) {
        say_joined_lists(words, wallets);
        return;
    }
    begin_line(words);
    if (at.nbytes == 0) sy_say(words, "the body itself");
    sy_say_escaped(words, at);
    sy_say(words, ": ");
    say_shapes(words, sy_profile_reader_member(words, wallets, "as"));
    if (skip != SY_NODE_NONE) sy_say(words, ", but for ");
    say_names(words, skip);
    if (sy_profile_reader_text(words, wallets, "null").bytes != NULL)
        sy_say(words, "; null means that there is no data");
    end_line(words);
}

/* ---- members of a wallet ---- */

static void say_id(const sy_profile_reader *words) {
    uint32_t id = sy_profile_reader_member(words, 0, "id");
    if (id == SY_NODE_NONE) return;
    sy_say(words, INDENT "id: ");
    sy_say_place(words, id);
    sy_say(words, ", ");
    sy_say_escaped(words, sy_profile_reader_text(words, id, "type"));
    say_required(words, id);
    end_line(words);
}

/* `digits behind the point: USDT 6, XBT 8`: currencies that the profile names itself. */
static void say_minor_units(const sy_profile_reader *words, uint32_t currencies) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(words, currencies); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, currencies, node)) {
        sy_say(words, index == 0 ? INDENT "digits behind the point: " : ", ");
        sy_say_escaped(words, words->texts[sy_json_node_key(node)]);
        sy_say(words, " ");
        sy_say_escaped(words, sy_json_node_token(&words->document, node));
        index += 1;
    }
    if (index > 0) end_line(words);
}

static void say_currency(const sy_profile_reader *words) {
    uint32_t currency = sy_profile_reader_member(words, 0, "currency");
    sy_span code = sy_profile_reader_text(words, currency, "default");
    sy_span letters = sy_profile_reader_text(words, currency, "case");
    sy_say(words, INDENT "currency: ");
    sy_say_place(words, currency);
    if (code.bytes != NULL) sy_say(words, ", else ");
    sy_say_escaped(words, code);
    if (sy_span_equal(sy_profile_reader_text(words, currency, "from"), SY_SPAN("id")))
        sy_say(words, ", an id that the option currencies maps to a code");
    if (sy_span_equal(letters, SY_SPAN("lower"))) sy_say(words, ", in small letters");
    if (sy_span_equal(letters, SY_SPAN("any"))) sy_say(words, ", in letters of either case");
    say_required(words, currency);
    say_values(words, sy_profile_reader_member(words, currency, "values"));
    end_line(words);
    say_minor_units(words, sy_profile_reader_member(words, currency, "minorUnits"));
}

/* Status and kind. */
static void say_valued(const sy_profile_reader *words, const char *name) {
    uint32_t object = sy_profile_reader_member(words, 0, name);
    if (object == SY_NODE_NONE) return;
    begin_line(words);
    sy_say(words, name);
    sy_say(words, ": ");
    sy_say_place(words, object);
    say_required(words, object);
    say_values(words, sy_profile_reader_member(words, object, "values"));
    end_line(words);
}

/* Flags and texts. */
static void say_named(const sy_profile_reader *words, const char *section, const char *noun) {
    uint32_t objects = sy_profile_reader_member(words, 0, section);
    for (uint32_t node = sy_profile_reader_first(words, objects); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, objects, node)) {
        begin_line(words);
        sy_say(words, noun);
        sy_say_escaped(words, words->texts[sy_json_node_key(node)]);
        sy_say(words, ": ");
        sy_say_place(words, node);
        say_required(words, node);
        end_line(words);
    }
}

static void say_members(const sy_profile_reader *words) {
    begin_section(words, "Members of a wallet");
    say_id(words);
    say_currency(words);
    say_valued(words, "status");
    say_valued(words, "kind");
    say_named(words, "flags", "flag ");
    say_named(words, "texts", "text ");
}

/* ---- amounts ---- */

static void say_named_unit(const sy_profile_reader *words, sy_span unit) {
    if (sy_span_equal(unit, SY_SPAN("major"))) sy_say(words, "major units");
    else if (sy_span_equal(unit, SY_SPAN("minor"))) sy_say(words, "whole minor units of the currency");
    else sy_say(words, "a unit that the provider does not document; the option unit says it");
}

/* `CLP 2 digits, CVE 0 digits`: currencies that the provider counts in its own way. */
static void say_digits_of_currencies(const sy_profile_reader *words, uint32_t currencies) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(words, currencies); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, currencies, node)) {
        sy_say(words, index == 0 ? ", but for " : ", ");
        sy_say_escaped(words, words->texts[sy_json_node_key(node)]);
        sy_say(words, " with ");
        sy_say_escaped(words, sy_json_node_token(&words->document, node));
        sy_say(words, " digits behind the point");
        index += 1;
    }
}

/* The unit of the profile or of one amount. */
static void say_unit(const sy_profile_reader *words, uint32_t unit) {
    uint32_t digits = sy_profile_reader_member(words, unit, "digits");
    uint32_t minor = sy_profile_reader_member(words, unit, "minor");
    if (sy_json_node_is(&words->document, unit, SY_NODE_STRING)) {
        say_named_unit(words, words->texts[unit]);
    } else if (minor != SY_NODE_NONE) {
        say_named_unit(words, SY_SPAN("minor"));
        say_digits_of_currencies(words, minor);
    } else if (digits != SY_NODE_NONE) {
        sy_say(words, "integers with ");
        sy_say_escaped(words, sy_json_node_token(&words->document, digits));
        sy_say(words, " digits behind the point");
    } else {
        sy_say(words, "integers with as many digits behind the point as stated at ");
        sy_say_place(words, unit);
    }
}

static void say_amount(const sy_profile_reader *words, uint32_t amount) {
    uint32_t unit = sy_profile_reader_member(words, amount, "unit");
    begin_line(words);
    sy_say_escaped(words, words->texts[sy_json_node_key(amount)]);
    sy_say(words, ": ");
    sy_say_place(words, amount);
    say_required(words, amount);
    say_carrier(words, amount);
    sy_say_near_word(words, words->texts[sy_json_node_key(amount)]);
    if (unit != SY_NODE_NONE) sy_say(words, ", in ");
    if (unit != SY_NODE_NONE) say_unit(words, unit);
    sy_rule_prose_when(words, amount, false);
    end_line(words);
}

static void say_derived(const sy_profile_reader *words) {
    uint32_t derive = sy_profile_reader_member(words, 0, "derive");
    for (uint32_t rule = sy_profile_reader_first(words, derive); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(words, derive, rule)) {
        begin_line(words);
        sy_say_escaped(words, sy_profile_reader_text(words, rule, "amount"));
        sy_say(words, ": where it is not given, ");
        sy_rule_prose_sum(words, sy_profile_reader_text(words, rule, "as"), false);
        sy_rule_prose_when(words, rule, false);
        end_line(words);
    }
}

static void say_amounts(const sy_profile_reader *words) {
    uint32_t amounts = sy_profile_reader_member(words, 0, "amounts");
    uint32_t unit = sy_profile_reader_member(words, 0, "unit");
    sy_span carrier = sy_profile_reader_text(words, 0, "carrier");
    sy_say(words, "\nAmounts, in ");
    if (unit != SY_NODE_NONE) say_unit(words, unit);
    if (carrier.bytes == NULL) sy_say(words, ", sent as a number");
    say_carrier(words, 0);
    end_line(words);
    for (uint32_t node = sy_profile_reader_first(words, amounts); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, amounts, node))
        say_amount(words, node);
    say_derived(words);
}

/* ---- what must hold ---- */

typedef struct rule_lines {
    const sy_profile_reader *words;
    uint32_t count;
} rule_lines;

/* `acme.total (fail): balance must be available + reserved, in each wallet.` */
static bool say_rule_line(void *context, const sy_rule_place *place) {
    rule_lines *lines = context;
    const sy_profile_reader *words = lines->words;
    begin_line(words);
    say_code(words, place->code);
    sy_say(words, " (");
    sy_say_escaped(words, sy_rule_prose_finding_outcome(words, place));
    sy_say(words, "): ");
    sy_rule_prose_rule(words, place, false);
    end_line(words);
    lines->count += 1;
    return true;
}

static void say_rules(const sy_profile_reader *words) {
    rule_lines lines = {words, 0};
    begin_section(words, "What must hold, and the finding where it does not");
    sy_rule_prose_each_code(words, say_rule_line, &lines);
    if (lines.count == 0) sy_say(words, INDENT "nothing beyond what every profile asks of bodies, amounts and times\n");
}

/* Without a formula no report can be better than valid: whoever writes a profile should know. */
static void say_best_verdict(const sy_profile_reader *words) {
    uint32_t gift_codes = sy_profile_reader_member(words, sy_profile_reader_member(words, 0, "gifts"), "codes");
    bool has_gifts = sy_profile_reader_text(words, gift_codes, "total").bytes != NULL;
    bool has_formula = sy_profile_reader_first(words, sy_profile_reader_member(words, 0, "formulas")) != SY_NODE_NONE;
    sy_say(words, "\nBest verdict: ");
    sy_say(words, has_formula || has_gifts ? "verified, where a formula could be recomputed and everything holds.\n"
                                           : "valid, as there is no formula to recompute.\n");
}

void sy_profile_page_write(const sy_profile_reader *words) {
    say_head(words);
    say_detections(words);
    say_envelope(words);
    say_snapshot(words);
    say_wallets(words);
    say_members(words);
    say_amounts(words);
    say_rules(words);
    say_best_verdict(words);
}
