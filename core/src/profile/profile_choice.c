/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_choice.h"

#include "base/nearest.h"
#include "profile/builtin.h"
#include "json/json_reader.h"

static const char no_profile[] = "there is no profile of this name.";

static void fail_at(sy_profile_choice *choice, const char *option, uint32_t node, const char *text) {
    if (choice->fault.status == STEELYARD_OK) choice->fault_node = node;
    sy_option_value_wrong(&choice->fault, STEELYARD_OPTION_VALUE, option, text);
}

static bool failed(const sy_profile_choice *choice) {
    return choice->fault.status != STEELYARD_OK || choice->memory->exhausted;
}

static const char *option_of(const sy_profile_choice *choice, const sy_profile_source *source) {
    bool in_list = choice->list != SY_NODE_NONE && source->given == choice->options &&
                   source->given_root > choice->list && source->given_root < choice->options->nodes[choice->list].next;
    return in_list ? "profiles" : "profile";
}

/* A profile's own name; bytes NULL where it has none, which its compiler will say. */
static sy_span name_of(sy_profile_choice *choice, const sy_document *document, uint32_t root) {
    uint32_t node;
    if (sy_json_node_member(document, root, SY_SPAN("profile"), &node) != SY_PRESENT) return (sy_span){NULL, 0};
    if (!sy_json_node_is(document, node, SY_NODE_STRING)) return (sy_span){NULL, 0};
    return sy_json_node_text(choice->memory, document, node);
}

/* The profile of that name in the option `profiles`; own_count where there is none. */
static uint32_t find_own(sy_profile_choice *choice, sy_span name) {
    uint32_t index = 0;
    while (index < choice->own_count) {
        sy_span own = name_of(choice, choice->sources[index].given, choice->sources[index].given_root);
        if (own.bytes != NULL && sy_span_equal(own, name)) break;
        index += 1;
    }
    return index;
}

/* Adds a name that exists to the list, and lets it compete for the nearest. */
static void offer(sy_writer *writer, sy_nearest *nearest, sy_span name) {
    if (name.bytes == NULL) return;
    if (writer->nbytes > 0) sy_writer_literal(writer, ", ");
    sy_writer_span(writer, name);
    sy_nearest_offer(nearest, name);
}

/* The names that exist, and the nearest to the one that does not. Own names are read before the text is begun. */
static void offer_names(sy_profile_choice *choice, sy_span found) {
    sy_span own[SY_PROFILES_MAX];
    sy_nearest nearest;
    sy_writer writer;
    for (uint32_t i = 0; i < choice->own_count; i += 1)
        own[i] = name_of(choice, choice->sources[i].given, choice->sources[i].given_root);
    sy_nearest_begin(&nearest, found);
    sy_writer_begin(&writer, choice->memory);
    for (uint32_t i = 0; i < choice->own_count; i += 1) offer(&writer, &nearest, own[i]);
    for (size_t i = 0; i < steelyard_profile_count(); i += 1) offer(&writer, &nearest, steelyard_profile_name(i));
    choice->fault_allowed = sy_writer_end(&writer);
    choice->fault_nearest = sy_nearest_name(&nearest);
    choice->fault_found = found;
}

static void begin_source(sy_profile_source *source, const sy_document *document, uint32_t root) {
    source->given = document;
    source->given_root = root;
    source->whole = *document;
    source->whole_root = root;
}

static bool read_builtin(sy_profile_choice *choice, size_t index, sy_document *document_out) {
    sy_json_error error;
    return sy_json_reader_read(choice->memory, steelyard_profile_json(index), SY_OPTIONS_NBYTES_MAX, document_out,
                               &error) == STEELYARD_OK;
}

/* The next source is the built-in profile `index`. */
static void add_builtin(sy_profile_choice *choice, size_t index) {
    sy_document *document = sy_arena_allocate(choice->memory, sizeof *document);
    if (document == NULL || !read_builtin(choice, index, document)) return;
    begin_source(&choice->sources[choice->source_count], document, 0);
    choice->source_count += 1;
}

/* What one profile extends, up to the one that extends nothing. */
typedef struct chain {
    sy_document documents[SY_EXTENDS_MAX];
    uint32_t roots[SY_EXTENDS_MAX];
    uint32_t own_indices[SY_EXTENDS_MAX]; /* in the option `profiles`, so that none is taken for its own base */
    uint32_t count;
} chain;

/* The document of the profile `name`, seen from the one with index `from` among the options' own. */
static bool find_base(sy_profile_choice *choice, chain *bases, sy_span name, uint32_t from) {
    uint32_t own = find_own(choice, name);
    size_t builtin = sy_builtin_find(name);
    sy_document *document = &bases->documents[bases->count];
    bases->roots[bases->count] = 0;
    bases->own_indices[bases->count] = UINT32_MAX;
    if (own < choice->own_count && own != from) {
        *document = *choice->options;
        bases->roots[bases->count] = choice->sources[own].given_root;
        bases->own_indices[bases->count] = own;
    } else if (builtin == steelyard_profile_count() || !read_builtin(choice, builtin, document)) {
        return false;
    }
    bases->count += 1;
    return true;
}

/* The `extends` of a profile: its node, or SY_NODE_NONE. */
static uint32_t extends_of(const sy_document *document, uint32_t root) {
    uint32_t node;
    if (sy_json_node_member(document, root, SY_SPAN("extends"), &node) != SY_PRESENT) return SY_NODE_NONE;
    return node;
}

static bool holds_duplicate(const sy_document *document, uint32_t root) {
    if (document->later_duplicate_count == 0) return false;
    for (uint32_t node = root; node < document->nodes[root].next; node += 1)
        if (document->nodes[node].type == SY_NODE_KEY && (document->nodes[node].flags & SY_NODE_DUPLICATE) != 0)
            return true;
    return false;
}

/* A profile that is too long or holds duplicates is compiled without its base: its compiler then says what is wrong. */
static bool may_be_merged(const sy_document *document, uint32_t root) {
    return sy_json_node_token(document, root).nbytes <= SY_PROFILE_NBYTES_MAX && !holds_duplicate(document, root);
}

/* Follows `extends` to its end. False after a fault. */
static bool collect_bases(sy_profile_choice *choice, const sy_profile_source *source, uint32_t index, chain *bases) {
    const char *option = option_of(choice, source);
    uint32_t node = extends_of(source->given, source->given_root);
    const sy_document *document = source->given;
    uint32_t place = node;
    uint32_t from = index < choice->own_count ? index : UINT32_MAX;
    while (node != SY_NODE_NONE) {
        sy_span name;
        if (!sy_json_node_is(document, node, SY_NODE_STRING)) {
            fail_at(choice, option, place, "`extends` names a profile.");
            return false;
        }
        name = sy_json_node_text(choice->memory, document, node);
        if (bases->count == SY_EXTENDS_MAX) {
            fail_at(choice, option, place,
                    "profiles extend one another at most " SY_TEXT_OF(SY_EXTENDS_MAX) " times, and never in a circle.");
            return false;
        }
        if (!find_base(choice, bases, name, from)) {
            if (choice->fault.status == STEELYARD_OK) offer_names(choice, name);
            fail_at(choice, option, place, no_profile);
            return false;
        }
        document = &bases->documents[bases->count - 1];
        if (!may_be_merged(document, bases->roots[bases->count - 1])) {
            fail_at(choice, option, place, "the profile that it extends is too long, or names a member twice.");
            return false;
        }
        node = extends_of(document, bases->roots[bases->count - 1]);
        from = bases->own_indices[bases->count - 1];
    }
    return true;
}

/* Lays the document at `root` over what has been merged so far. */
static bool lay_over(sy_profile_choice *choice, sy_document *merged, uint32_t *merged_root, const sy_document *document,
                     uint32_t root, sy_extended *extended_out) {
    sy_json_error error;
    if (!sy_profile_extend(choice->memory, merged, *merged_root, document, root, extended_out)) return false;
    *merged_root = 0;
    return sy_json_reader_read(choice->memory, extended_out->text, SY_OPTIONS_NBYTES_MAX, merged, &error) ==
           STEELYARD_OK;
}

/* A profile that extends another is compiled as what both make. */
static void extend_source(sy_profile_choice *choice, uint32_t index) {
    sy_profile_source *source = &choice->sources[index];
    chain *bases;
    sy_document merged;
    uint32_t merged_root;
    uint32_t node = extends_of(source->given, source->given_root);
    bool fits = true;
    if (node == SY_NODE_NONE || failed(choice) || !may_be_merged(source->given, source->given_root)) return;
    bases = sy_arena_allocate(choice->memory, sizeof *bases);
    if (bases == NULL || !collect_bases(choice, source, index, bases)) return;
    source->base_name = sy_json_node_text(choice->memory, source->given, node);
    merged = bases->documents[bases->count - 1];
    merged_root = bases->roots[bases->count - 1];
    for (uint32_t i = bases->count - 1; i > 0 && fits; i -= 1)
        fits = lay_over(choice, &merged, &merged_root, &bases->documents[i - 1], bases->roots[i - 1],
                        &source->extended);
    fits = fits && lay_over(choice, &merged, &merged_root, source->given, source->given_root, &source->extended);
    if (!fits)
        fail_at(choice, option_of(choice, source), node, "one of the two profiles has an object of too many members.");
    source->whole = merged;
    source->whole_root = merged_root;
}

/* The option `profiles`: objects with different names. */
static void read_own(sy_profile_choice *choice) {
    const sy_document *options = choice->options;
    choice->own_count = 0;
    for (uint32_t node = sy_json_node_first(options, choice->list); node != SY_NODE_NONE && !failed(choice);
         node = sy_json_node_after(options, choice->list, node)) {
        sy_span name;
        if (!sy_json_node_is(options, node, SY_NODE_OBJECT)) {
            sy_option_value_wrong(&choice->fault, STEELYARD_OPTION_TYPE, "profiles",
                                  "a list of profile objects is needed.");
            return;
        }
        name = name_of(choice, options, node);
        if (name.bytes != NULL && find_own(choice, name) < choice->own_count)
            fail_at(choice, "profiles", node, "two profiles have one name.");
        begin_source(&choice->sources[choice->own_count], options, node);
        choice->own_count += 1;
    }
    choice->source_count = choice->own_count;
}

static uint32_t list_count(sy_profile_choice *choice) {
    uint32_t count;
    if (choice->list == SY_NODE_NONE) return 0;
    if (!sy_json_node_is(choice->options, choice->list, SY_NODE_ARRAY)) {
        sy_option_value_wrong(&choice->fault, STEELYARD_OPTION_TYPE, "profiles",
                              "a list of profile objects is needed.");
        return 0;
    }
    count = sy_json_node_count(choice->options, choice->list);
    if (count <= SY_PROFILES_MAX) return count;
    fail_at(choice, "profiles", choice->list,
            "there are at most " SY_TEXT_OF(SY_PROFILES_MAX) " profiles of the options' own.");
    return 0;
}

/* A name: of the option `profiles`, else a built-in one. */
static void choose_name(sy_profile_choice *choice, uint32_t node) {
    sy_span name = sy_json_node_text(choice->memory, choice->options, node);
    size_t builtin = sy_builtin_find(name);
    choice->chosen = find_own(choice, name);
    if (choice->chosen < choice->own_count) return;
    if (builtin < steelyard_profile_count()) {
        add_builtin(choice, builtin);
        return;
    }
    offer_names(choice, name);
    fail_at(choice, "profile", node, no_profile);
}

/* The option `profile`: a name, an object, or all for auto. */
static void choose(sy_profile_choice *choice, uint32_t node) {
    const sy_document *options = choice->options;
    choice->chosen = choice->own_count;
    if (node == SY_NODE_NONE ||
        (sy_json_node_is(options, node, SY_NODE_STRING) && sy_json_node_text_is(options, node, SY_SPAN("auto")))) {
        choice->is_auto = true;
        for (size_t i = 0; i < steelyard_profile_count(); i += 1) add_builtin(choice, i);
    } else if (sy_json_node_is(options, node, SY_NODE_STRING)) {
        choose_name(choice, node);
    } else if (sy_json_node_is(options, node, SY_NODE_OBJECT)) {
        begin_source(&choice->sources[choice->source_count], options, node);
        choice->source_count += 1;
    } else {
        sy_option_value_wrong(&choice->fault, STEELYARD_OPTION_TYPE, "profile", "a profile is a name or an object.");
    }
}

static bool allocate_sources(sy_profile_choice *choice, size_t count) {
    choice->sources = sy_arena_allocate_array(choice->memory, count, sizeof *choice->sources);
    return choice->sources != NULL;
}

void sy_profile_choice_read(sy_profile_choice *choice) {
    uint32_t node = SY_NODE_NONE;
    bool has_options = choice->options->node_count > 0;
    choice->list = SY_NODE_NONE;
    choice->fault_node = SY_NODE_NONE;
    if (has_options) (void)sy_json_node_member(choice->options, 0, SY_SPAN("profiles"), &choice->list);
    if (has_options) (void)sy_json_node_member(choice->options, 0, SY_SPAN("profile"), &node);
    if (!allocate_sources(choice, list_count(choice) + steelyard_profile_count() + 1)) return;
    if (choice->list != SY_NODE_NONE && !failed(choice)) read_own(choice);
    if (!failed(choice)) choose(choice, node);
    for (uint32_t i = 0; i < choice->source_count && !failed(choice); i += 1) extend_source(choice, i);
}

void sy_profile_choice_alone(sy_profile_choice *choice) {
    choice->list = SY_NODE_NONE;
    choice->fault_node = SY_NODE_NONE;
    if (!allocate_sources(choice, 1)) return;
    begin_source(&choice->sources[0], choice->options, 0);
    choice->source_count = 1;
    extend_source(choice, 0);
}
