/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/page_line.h"

void sy_page_line_section(const sy_profile_reader *reader, const char *title) {
    sy_say(reader, "\n");
    sy_say(reader, title);
    sy_say(reader, "\n");
}

void sy_page_line_begin(const sy_profile_reader *reader) {
    sy_say(reader, SY_PAGE_LINE_INDENT);
}

void sy_page_line_end(const sy_profile_reader *reader) {
    sy_say(reader, "\n");
}

void sy_page_line_required(const sy_profile_reader *reader, uint32_t object) {
    if (sy_profile_reader_flag(reader, object, "required")) sy_say(reader, ", required");
}

void sy_page_line_names(const sy_profile_reader *reader, uint32_t list) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(reader, list); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, list, node)) {
        sy_say_comma(reader, index);
        sy_say_escaped(reader, reader->texts[node]);
        index += 1;
    }
}

void sy_page_line_values(const sy_profile_reader *reader, uint32_t values) {
    uint32_t index = 0;
    for (uint32_t node = sy_profile_reader_first(reader, values); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, values, node)) {
        sy_say(reader, index == 0 ? ": " : ", ");
        sy_say_escaped(reader, sy_profile_reader_key(reader, node));
        sy_say(reader, " is ");
        sy_say_escaped(reader, reader->texts[node]);
        index += 1;
    }
}

void sy_page_line_carrier(const sy_profile_reader *reader, uint32_t object) {
    sy_span carrier = sy_profile_reader_text(reader, object, "carrier");
    if (sy_span_equal(carrier, SY_SPAN("string"))) sy_say(reader, ", sent as a string");
    if (sy_span_equal(carrier, SY_SPAN("number"))) sy_say(reader, ", sent as a number");
    if (sy_span_equal(carrier, SY_SPAN("either"))) sy_say(reader, ", sent as a number or a string");
}
