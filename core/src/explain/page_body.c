/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/page_body.h"

#include "explain/page_line.h"

static void say_detection(const sy_profile_reader *reader, uint32_t detection) {
    uint32_t rank = sy_profile_reader_member(reader, detection, "rank");
    uint32_t without = sy_profile_reader_member(reader, detection, "without");
    uint32_t where = sy_profile_reader_member(reader, detection, "where");
    sy_span inside = sy_profile_reader_text(reader, detection, "inside");
    sy_page_line_begin(reader);
    if (rank != SY_NODE_NONE) {
        sy_say(reader, "rank ");
        sy_say_escaped(reader, sy_json_node_token(&reader->document, rank));
        sy_say(reader, ": ");
    }
    sy_say(reader, sy_profile_reader_flag(reader, detection, "orFirstOfList")
                       ? "the body, or the first element of a list, has "
                       : "the body has ");
    sy_page_line_names(reader, sy_profile_reader_member(reader, detection, "has"));
    if (inside.bytes != NULL) sy_say(reader, " with ");
    sy_say_escaped(reader, inside);
    if (without != SY_NODE_NONE) sy_say(reader, ", and none of ");
    sy_page_line_names(reader, without);
    if (where != SY_NODE_NONE) sy_say(reader, ", and ");
    if (where != SY_NODE_NONE) sy_say_test(reader, where);
    sy_page_line_end(reader);
}

static void say_detections(const sy_profile_reader *reader) {
    uint32_t detect = sy_profile_reader_member(reader, 0, "detect");
    uint32_t first = sy_profile_reader_first(reader, detect);
    sy_page_line_section(reader, "Known to auto, the least rank first");
    if (first == SY_NODE_NONE) {
        sy_say(reader, SY_PAGE_LINE_INDENT "never: the option profile has to name it\n");
        return;
    }
    for (uint32_t node = first; node != SY_NODE_NONE; node = sy_profile_reader_after(reader, detect, node))
        say_detection(reader, node);
}

static void say_flag_of_envelope(const sy_profile_reader *reader, uint32_t envelope, const char *name,
                                 const char *meaning) {
    uint32_t flag = sy_profile_reader_member(reader, envelope, name);
    if (flag == SY_NODE_NONE) return;
    sy_page_line_begin(reader);
    if (sy_json_node_is(&reader->document, flag, SY_NODE_OBJECT)) sy_say_test(reader, flag);
    else sy_say_escaped(reader, reader->texts[flag]);
    if (!sy_json_node_is(&reader->document, flag, SY_NODE_OBJECT)) sy_say(reader, " is true");
    sy_say(reader, meaning);
    sy_page_line_end(reader);
}

static void say_error(const sy_profile_reader *reader, uint32_t error) {
    sy_span at = sy_profile_reader_text(reader, error, "at");
    uint32_t unless = sy_profile_reader_member(reader, error, "unless");
    if (at.bytes == NULL) return;
    sy_page_line_begin(reader);
    sy_say_escaped(reader, at);
    sy_say(reader, " is there");
    if (sy_profile_reader_flag(reader, error, "unlessEmpty")) sy_say(reader, " and not empty");
    if (unless != SY_NODE_NONE) sy_say(reader, " and none of ");
    sy_page_line_names(reader, unless);
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
    sy_page_line_begin(reader);
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
    sy_page_line_end(reader);
}

static void say_envelope(const sy_profile_reader *reader) {
    uint32_t envelope = sy_profile_reader_member(reader, 0, "envelope");
    uint32_t error = sy_profile_reader_member(reader, envelope, "error");
    if (envelope == SY_NODE_NONE) return;
    sy_page_line_section(reader, "Around the wallets");
    say_flag_of_envelope(reader, envelope, "success", ": a success, else the provider's error");
    say_flag_of_envelope(reader, envelope, "failure", ": the provider's error");
    say_error(reader, error);
    say_messages(reader, error);
}

static void say_snapshot(const sy_profile_reader *reader) {
    uint32_t snapshot = sy_profile_reader_member(reader, 0, "snapshot");
    sy_page_line_section(reader, "Time of the snapshot");
    sy_page_line_begin(reader);
    if (snapshot == SY_NODE_NONE) {
        sy_say(reader, "not given, so that ages cannot be judged\n");
        return;
    }
    sy_say_escaped(reader, sy_profile_reader_text(reader, snapshot, "at"));
    sy_say(reader, ", ");
    sy_say_escaped(reader, sy_profile_reader_text(reader, snapshot, "type"));
    sy_page_line_carrier(reader, snapshot);
    if (sy_profile_reader_flag(reader, snapshot, "utc")) sy_say(reader, ", documented as UTC");
    sy_page_line_required(reader, snapshot);
    sy_page_line_end(reader);
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
    sy_say(reader, SY_PAGE_LINE_INDENT "put together out of several lists, by ");
    sy_say_escaped(reader, sy_profile_reader_text(reader, wallets, "join"));
    sy_page_line_end(reader);
    for (uint32_t list = sy_profile_reader_first(reader, lists); list != SY_NODE_NONE;
         list = sy_profile_reader_after(reader, lists, list)) {
        sy_say(reader, SY_PAGE_LINE_INDENT SY_PAGE_LINE_INDENT "list ");
        sy_say_escaped(reader, sy_profile_reader_key(reader, list));
        sy_say(reader, " at ");
        sy_say_place(reader, list);
        sy_page_line_required(reader, list);
        sy_page_line_end(reader);
    }
}

static void say_wallets(const sy_profile_reader *reader) {
    uint32_t wallets = sy_profile_reader_member(reader, 0, "wallets");
    uint32_t skip = sy_profile_reader_member(reader, wallets, "skip");
    sy_span at = sy_profile_reader_text(reader, wallets, "at");
    sy_page_line_section(reader, "Wallets");
    if (sy_profile_reader_member(reader, wallets, "lists") != SY_NODE_NONE) {
        say_joined_lists(reader, wallets);
        return;
    }
    sy_page_line_begin(reader);
    if (at.nbytes == 0) sy_say(reader, "the body itself");
    sy_say_escaped(reader, at);
    sy_say(reader, ": ");
    say_shapes(reader, sy_profile_reader_member(reader, wallets, "as"));
    if (skip != SY_NODE_NONE) sy_say(reader, ", but for ");
    sy_page_line_names(reader, skip);
    if (sy_profile_reader_text(reader, wallets, "null").bytes != NULL)
        sy_say(reader, "; null means that there is no data");
    sy_page_line_end(reader);
}

void sy_page_body_write(const sy_profile_reader *reader) {
    say_detections(reader);
    say_envelope(reader);
    say_snapshot(reader);
    say_wallets(reader);
}
