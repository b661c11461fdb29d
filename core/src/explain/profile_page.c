/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/profile_page.h"

#include "explain/page_body.h"
#include "explain/page_line.h"
#include "explain/page_wallet.h"
#include "explain/rule_prose.h"

static void say_source(const sy_profile_reader *reader) {
    uint32_t source = sy_profile_reader_member(reader, 0, "source");
    if (source == SY_NODE_NONE) return;
    sy_page_line_section(reader, "Documented");
    if (sy_json_node_is(&reader->document, source, SY_NODE_STRING)) {
        sy_page_line_begin(reader);
        sy_say_escaped(reader, reader->texts[source]);
        sy_page_line_end(reader);
    }
    for (uint32_t node = sy_profile_reader_first(reader, source); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, source, node)) {
        sy_page_line_begin(reader);
        sy_say_escaped(reader, reader->texts[node]);
        sy_page_line_end(reader);
    }
}

static void say_head(const sy_profile_reader *reader) {
    sy_say(reader, "Profile ");
    sy_say_escaped(reader, reader->name);
    if (reader->base.bytes != NULL) sy_say(reader, ", which extends ");
    sy_say_escaped(reader, reader->base);
    sy_page_line_end(reader);
    say_source(reader);
}

typedef struct rule_lines {
    const sy_profile_reader *reader;
    uint32_t count;
    bool has_formula;
} rule_lines;

/* `acme.total (fail): balance must be available + reserved, in each wallet.` */
static bool say_rule_line(void *context, const sy_rule_place *place) {
    rule_lines *lines = context;
    const sy_profile_reader *reader = lines->reader;
    sy_page_line_begin(reader);
    sy_say_escaped(reader, reader->name);
    sy_say(reader, ".");
    sy_say_escaped(reader, place->code);
    sy_say(reader, " (");
    sy_say_span(reader, sy_vocabulary_outcome_name(sy_rule_place_outcome(reader, place)));
    sy_say(reader, "): ");
    sy_rule_prose_rule(reader, place, SY_NAMING_REPORT);
    sy_page_line_end(reader);
    lines->count += 1;
    lines->has_formula = lines->has_formula || sy_rule_place_is_formula(place);
    return true;
}

/* Without a formula no report can be better than valid: whoever writes a profile should know. */
static void say_rules(const sy_profile_reader *reader) {
    rule_lines lines = {reader, 0, false};
    sy_page_line_section(reader, "What must hold, and the finding where it does not");
    sy_rule_place_each(reader, say_rule_line, &lines);
    if (lines.count == 0)
        sy_say(reader, SY_PAGE_LINE_INDENT "nothing beyond what every profile asks of bodies, amounts and times\n");
    sy_say(reader, "\nBest verdict: ");
    sy_say(reader, lines.has_formula ? "verified, where a formula could be recomputed and everything holds.\n"
                                     : "valid, as there is no formula to recompute.\n");
}

void sy_profile_page_write(const sy_profile_reader *reader) {
    say_head(reader);
    sy_page_body_write(reader);
    sy_page_wallet_write(reader);
    say_rules(reader);
}
