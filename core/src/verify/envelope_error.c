/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/envelope_error.h"

#include "base/assert.h"
#include "judge/locate.h"

/* Messages as they are collected: a count first, then the texts. */
typedef struct collector {
    const sy_request *asked;
    sy_arena *memory;
    sy_span *messages; /* NULL while they are only counted */
    uint32_t count;
} collector;

static void add_message(collector *list, sy_span field, uint32_t node) {
    if (list->messages != NULL) {
        sy_span text = sy_json_node_text(list->memory, list->asked->document, node);
        if (field.bytes != NULL) {
            text = sy_writer_join(list->memory, SY_SPAN(": "), text);
            text = sy_writer_join(list->memory, field, text);
        }
        list->messages[list->count] = text;
    }
    list->count += 1;
}

static bool is_string(const collector *list, uint32_t node) {
    return sy_json_node_is(list->asked->document, node, SY_NODE_STRING);
}

static bool add_texts(collector *list, uint32_t array, sy_span field) {
    const sy_document *document = list->asked->document;
    if (!sy_json_node_is(document, array, SY_NODE_ARRAY)) return false;
    for (uint32_t node = sy_json_node_first(document, array); node != SY_NODE_NONE;
         node = sy_json_node_after(document, array, node)) {
        if (!is_string(list, node)) return false;
        add_message(list, field, node);
    }
    return true;
}

/* An object of field to what is wrong with it: a list of strings, or one string. */
static bool add_fields(collector *list, uint32_t object, bool as_strings) {
    if (!sy_json_node_is(list->asked->document, object, SY_NODE_OBJECT) ||
        sy_json_node_has_duplicate(list->asked->document, object))
        return false;
    for (uint32_t node = sy_json_node_first(list->asked->document, object); node != SY_NODE_NONE;
         node = sy_json_node_after(list->asked->document, object, node)) {
        sy_span field = sy_json_node_text(list->memory, list->asked->document, sy_json_node_key(node));
        if (as_strings && is_string(list, node)) add_message(list, field, node);
        else if (as_strings || !add_texts(list, node, field)) return false;
    }
    return true;
}

/* A member under either name; SY_NODE_NONE where absent or null. */
static uint32_t either(const collector *list, uint32_t object, sy_span first, sy_span second) {
    uint32_t value;
    const sy_document *document = list->asked->document;
    if (sy_json_node_member(document, object, first, &value) == SY_ABSENT)
        (void)sy_json_node_member(document, object, second, &value);
    if (value != SY_NODE_NONE && sy_json_node_is(document, value, SY_NODE_NULL)) return SY_NODE_NONE;
    return value;
}

/* The first of the members that the profile names. */
static uint32_t first_named(const collector *list, uint32_t object, sy_ref names) {
    uint32_t value = SY_NODE_NONE;
    for (uint32_t i = 0; i < names.count && value == SY_NODE_NONE; i += 1) {
        sy_span name = sy_verifier_text_at(list->asked->verifier, names, i);
        value = either(list, object, name, name);
    }
    return value;
}

static uint32_t field_of(const collector *list, uint32_t object, sy_ref named) {
    sy_span name = sy_verifier_text(list->asked->verifier, named);
    return name.bytes != NULL ? either(list, object, name, name)
                              : either(list, object, SY_SPAN("Field"), SY_SPAN("field"));
}

/*
 * An object with a message. Where the profile names the member, an element without one is passed over: the providers
 * that have names of their own for it leave it out. Otherwise it is not what is documented.
 */
static bool add_message_object(collector *list, uint32_t object, const sy_message_source *source) {
    bool named = source->messages.count > 0;
    uint32_t message;
    uint32_t field;
    sy_span field_text = {NULL, 0};
    if (!sy_json_node_is(list->asked->document, object, SY_NODE_OBJECT) ||
        sy_json_node_has_duplicate(list->asked->document, object))
        return false;
    message = named ? first_named(list, object, source->messages)
                    : either(list, object, SY_SPAN("Message"), SY_SPAN("message"));
    field = field_of(list, object, source->field);
    if (message == SY_NODE_NONE || !is_string(list, message)) return named;
    if (field != SY_NODE_NONE && !is_string(list, field) && !named && source->field.start == 0) return false;
    if (field != SY_NODE_NONE && is_string(list, field))
        field_text = sy_json_node_text(list->memory, list->asked->document, field);
    add_message(list, field_text, message);
    return true;
}

/* A list each of whose elements has one of the shapes. */
static bool add_elements(collector *list, uint32_t array, const sy_message_source *source) {
    const sy_document *document = list->asked->document;
    if (!sy_json_node_is(document, array, SY_NODE_ARRAY)) return false;
    for (uint32_t node = sy_json_node_first(document, array); node != SY_NODE_NONE;
         node = sy_json_node_after(document, array, node)) {
        if ((source->shapes & SY_SHAPE_TEXTS) != 0 && is_string(list, node))
            add_message(list, (sy_span){NULL, 0}, node);
        else if ((source->shapes & SY_SHAPE_MESSAGES) == 0 || !add_message_object(list, node, source)) return false;
    }
    return true;
}

/* One shape of the source must fit; what an unfitting one has counted is taken back. */
static bool add_source(collector *list, const sy_message_source *source) {
    sy_place place = sy_locate(list->asked->verifier, list->asked->document, 0, source->at);
    uint32_t before = list->count;
    if (place.presence == SY_ABSENT || sy_locate_is_null(list->asked->document, &place)) return true;
    if (place.presence == SY_DUPLICATE) return false;
    if ((source->shapes & SY_SHAPE_TEXT) != 0 && is_string(list, place.node)) {
        add_message(list, (sy_span){NULL, 0}, place.node);
        return true;
    }
    if ((source->shapes & (SY_SHAPE_TEXTS | SY_SHAPE_MESSAGES)) != 0 && add_elements(list, place.node, source))
        return true;
    list->count = before;
    if ((source->shapes & SY_SHAPE_FIELDS) != 0 && add_fields(list, place.node, false)) return true;
    list->count = before;
    return (source->shapes & SY_SHAPE_NAMED) != 0 && add_fields(list, place.node, true);
}

static bool add_sources(collector *list) {
    const sy_envelope *envelope = &list->asked->profile->envelope;
    const sy_message_source *sources = sy_verifier_rows(list->asked->verifier, envelope->error_messages);
    for (uint32_t i = 0; i < envelope->error_messages.count; i += 1)
        if (!add_source(list, &sources[i])) return false;
    return true;
}

/* The code, where it is carried as documented; false where it is something else. */
static bool read_code(const sy_request *asked, sy_arena *memory, sy_span *code_out) {
    const sy_envelope *envelope = &asked->profile->envelope;
    sy_place place = sy_locate(asked->verifier, asked->document, 0, envelope->error_code);
    if (envelope->error_code.count == 0 || place.presence == SY_ABSENT || sy_locate_is_null(asked->document, &place))
        return true;
    if (place.presence == SY_DUPLICATE) return false;
    if (sy_json_node_is(asked->document, place.node, SY_NODE_STRING)) {
        *code_out = sy_json_node_text(memory, asked->document, place.node);
        return (envelope->error_code_carriers & SY_CARRIER_STRING) != 0;
    }
    *code_out = sy_json_node_token(asked->document, place.node);
    return sy_json_node_is(asked->document, place.node, SY_NODE_NUMBER) &&
           (envelope->error_code_carriers & SY_CARRIER_NUMBER) != 0;
}

void sy_envelope_error_read(const sy_request *asked, sy_arena *memory, sy_error *error_out) {
    collector list = {asked, memory, NULL, 0};
    sy_span code = {NULL, 0};
    uint32_t counted;
    if (!read_code(asked, memory, &code) || !add_sources(&list)) return;
    list.messages = sy_arena_allocate_array(memory, list.count + 1u, sizeof *list.messages);
    if (list.messages == NULL) return;
    counted = list.count;
    list.count = 0;
    (void)add_sources(&list);
    SY_ASSERT(list.count == counted);
    error_out->code = code;
    error_out->messages = list.messages;
    error_out->message_count = list.count;
}
