/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_choice.h"

#include "base/nearest.h"
#include "profile/builtin.h"
#include "json/json_reader.h"

static const char no_profile[] = "there is no profile of this name.";

static void fail_at(sy_profile_choice *set, const char *option, uint32_t node, const char *text) {
    if (set->fault.status == STEELYARD_OK) set->fault_node = node;
    sy_option_value_wrong(&set->fault, STEELYARD_OPTION_VALUE, option, text);
}

static bool failed(const sy_profile_choice *set) {
    return set->fault.status != STEELYARD_OK || set->memory->exhausted;
}

static const char *option_of(const sy_profile_choice *set, const sy_profile_source *source) {
    bool in_list = set->list != SY_NODE_NONE && source->given == set->options && source->given_root > set->list &&
                   source->given_root < set->options->nodes[set->list].next;
    return in_list ? "profiles" : "profile";
}

/* A profile's own name; bytes NULL where it has none, which its compiler will say. */
static sy_span name_of(sy_profile_choice *set, const sy_document *document, uint32_t root) {
    uint32_t node;
    if (sy_json_node_member(document, root, SY_SPAN("profile"), &node) != SY_PRESENT) return (sy_span){NULL, 0};
    if (!sy_json_node_is(document, node, SY_NODE_STRING)) return (sy_span){NULL, 0};
    return sy_json_node_text(set->memory, document, node);
}

/* The profile of that name in the option `profiles`; own_count where there is none. */
static uint32_t find_own(sy_profile_choice *set, sy_span name) {
    uint32_t index = 0;
    while (index < set->own_count) {
        sy_span own = name_of(set, set->sources[index].given, set->sources[index].given_root);
        if (own.bytes != NULL && sy_span_equal(own, name)) break;
        index += 1;
    }
    return index;
}

/* One name more that exists. */
static void offer(sy_writer *writer, sy_nearest *nearest, sy_span name) {
    if (name.bytes == NULL) return;
    if (writer->nbytes > 0) sy_writer_literal(writer, ", ");
    sy_writer_span(writer, name);
    sy_nearest_offer(nearest, name);
}

/* The names that exist, and the nearest to the one that does not. Own names are read before the text is begun. */
static void offer_names(sy_profile_choice *set, sy_span found) {
    sy_span own[SY_PROFILES_MAX];
    sy_nearest nearest;
    sy_writer writer;
    for (uint32_t i = 0; i < set->own_count; i += 1)
        own[i] = name_of(set, set->sources[i].given, set->sources[i].given_root);
    sy_nearest_begin(&nearest, found);
    sy_writer_begin(&writer, set->memory);
    for (uint32_t i = 0; i < set->own_count; i += 1) offer(&writer, &nearest, own[i]);
    for (size_t i = 0; i < steelyard_profile_count(); i += 1) offer(&writer, &nearest, steelyard_profile_name(i));
    set->fault_allowed = sy_writer_end(&writer);
    set->fault_nearest = sy_nearest_name(&nearest);
    set->fault_found = found;
}

static void begin_source(sy_profile_source *source, const sy_document *document, uint32_t root) {
    source->given = document;
    source->given_root = root;
    source->whole = *document;
    source->whole_root = root;
}

static bool read_builtin(sy_profile_choice *set, size_t index, sy_document *document_out) {
    sy_json_error error;
    return sy_json_reader_read(set->memory, steelyard_profile_json(index), SY_OPTIONS_NBYTES_MAX, document_out,
                               &error) == STEELYARD_OK;
}

/* The next source is the built-in profile `index`. */
static void add_builtin(sy_profile_choice *set, size_t index) {
    sy_document *document = sy_arena_allocate(set->memory, sizeof *document);
    if (document == NULL || !read_builtin(set, index, document)) return;
    begin_source(&set->sources[set->source_count], document, 0);
    set->source_count += 1;
}

/* What one profile extends, up to the one that extends nothing. */
typedef struct chain {
    sy_document documents[SY_EXTENDS_MAX];
    uint32_t roots[SY_EXTENDS_MAX];
    uint32_t own_indices[SY_EXTENDS_MAX]; /* in the option `profiles`, so that none is taken for its own base */
    uint32_t count;
} chain;

/* The document of the profile `name`, seen from the one with index `from` among the options' own. */
static bool find_base(sy_profile_choice *set, chain *bases, sy_span name, uint32_t from) {
    uint32_t own = find_own(set, name);
    size_t builtin = sy_builtin_find(name);
    sy_document *document = &bases->documents[bases->count];
    bases->roots[bases->count] = 0;
    bases->own_indices[bases->count] = UINT32_MAX;
    if (own < set->own_count && own != from) {
        *document = *set->options;
        bases->roots[bases->count] = set->sources[own].given_root;
        bases->own_indices[bases->count] = own;
    } else if (builtin == steelyard_profile_count() || !read_builtin(set, builtin, document)) {
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

/* What is too long or holds duplicates is compiled as it is, for the fault. */
static bool may_be_merged(const sy_document *document, uint32_t root) {
    return sy_json_node_token(document, root).nbytes <= SY_PROFILE_NBYTES_MAX && !holds_duplicate(document, root);
}

/* Follows `extends` to its end. False after a fault. */
static bool collect_bases(sy_profile_choice *set, const sy_profile_source *source, uint32_t index, chain *bases) {
    const char *option = option_of(set, source);
    uint32_t node = extends_of(source->given, source->given_root);
    const sy_document *document = source->given;
    uint32_t place = node;
    uint32_t from = index < set->own_count ? index : UINT32_MAX;
    while (node != SY_NODE_NONE) {
        sy_span name;
        if (!sy_json_node_is(document, node, SY_NODE_STRING)) {
            fail_at(set, option, place, "`extends` names a profile.");
            return false;
        }
        name = sy_json_node_text(set->memory, document, node);
        if (bases->count == SY_EXTENDS_MAX) {
            fail_at(set, option, place, "profiles extend one another at most 8 times, and never in a circle.");
            return false;
        }
        if (!find_base(set, bases, name, from)) {
            if (set->fault.status == STEELYARD_OK) offer_names(set, name);
            fail_at(set, option, place, no_profile);
            return false;
        }
        document = &bases->documents[bases->count - 1];
        if (!may_be_merged(document, bases->roots[bases->count - 1])) {
            fail_at(set, option, place, "the profile that it extends is too long, or names a member twice.");
            return false;
        }
        node = extends_of(document, bases->roots[bases->count - 1]);
        from = bases->own_indices[bases->count - 1];
    }
    return true;
}

/* Lays the document at `root` over what has been merged so far. */
static bool lay_over(sy_profile_choice *set, sy_document *merged, uint32_t *merged_root, const sy_document *document,
                     uint32_t root, sy_extended *extended_out) {
    sy_json_error error;
    if (!sy_profile_extend(set->memory, merged, *merged_root, document, root, extended_out)) return false;
    *merged_root = 0;
    return sy_json_reader_read(set->memory, extended_out->text, SY_OPTIONS_NBYTES_MAX, merged, &error) == STEELYARD_OK;
}

/* A profile that extends another is compiled as what both make. */
static void extend_source(sy_profile_choice *set, uint32_t index) {
    sy_profile_source *source = &set->sources[index];
    chain *bases;
    sy_document merged;
    uint32_t merged_root;
    uint32_t node = extends_of(source->given, source->given_root);
    bool fits = true;
    if (node == SY_NODE_NONE || failed(set) || !may_be_merged(source->given, source->given_root)) return;
    bases = sy_arena_allocate(set->memory, sizeof *bases);
    if (bases == NULL || !collect_bases(set, source, index, bases)) return;
    source->base_name = sy_json_node_text(set->memory, source->given, node);
    merged = bases->documents[bases->count - 1];
    merged_root = bases->roots[bases->count - 1];
    for (uint32_t i = bases->count - 1; i > 0 && fits; i -= 1)
        fits = lay_over(set, &merged, &merged_root, &bases->documents[i - 1], bases->roots[i - 1], &source->extended);
    fits = fits && lay_over(set, &merged, &merged_root, source->given, source->given_root, &source->extended);
    if (!fits) fail_at(set, option_of(set, source), node, "one of the two profiles has an object of too many members.");
    source->whole = merged;
    source->whole_root = merged_root;
}

/* The option `profiles`: objects with different names. */
static void read_own(sy_profile_choice *set) {
    const sy_document *options = set->options;
    set->own_count = 0;
    for (uint32_t node = sy_json_node_first(options, set->list); node != SY_NODE_NONE && !failed(set);
         node = sy_json_node_after(options, set->list, node)) {
        sy_span name;
        if (!sy_json_node_is(options, node, SY_NODE_OBJECT)) {
            sy_option_value_wrong(&set->fault, STEELYARD_OPTION_TYPE, "profiles",
                                  "a list of profile objects is needed.");
            return;
        }
        name = name_of(set, options, node);
        if (name.bytes != NULL && find_own(set, name) < set->own_count)
            fail_at(set, "profiles", node, "two profiles have one name.");
        begin_source(&set->sources[set->own_count], options, node);
        set->own_count += 1;
    }
    set->source_count = set->own_count;
}

static uint32_t list_count(sy_profile_choice *set) {
    uint32_t count;
    if (set->list == SY_NODE_NONE) return 0;
    if (!sy_json_node_is(set->options, set->list, SY_NODE_ARRAY)) {
        sy_option_value_wrong(&set->fault, STEELYARD_OPTION_TYPE, "profiles", "a list of profile objects is needed.");
        return 0;
    }
    count = sy_json_node_count(set->options, set->list);
    if (count <= SY_PROFILES_MAX) return count;
    fail_at(set, "profiles", set->list, "there are at most 32 profiles of the options' own.");
    return 0;
}

/* A name: of the option `profiles`, else a built-in one. */
static void choose_name(sy_profile_choice *set, uint32_t node) {
    sy_span name = sy_json_node_text(set->memory, set->options, node);
    size_t builtin = sy_builtin_find(name);
    set->chosen = find_own(set, name);
    if (set->chosen < set->own_count) return;
    if (builtin < steelyard_profile_count()) {
        add_builtin(set, builtin);
        return;
    }
    offer_names(set, name);
    fail_at(set, "profile", node, no_profile);
}

/* The option `profile`: a name, an object, or all for auto. */
static void choose(sy_profile_choice *set, uint32_t node) {
    const sy_document *options = set->options;
    set->chosen = set->own_count;
    if (node == SY_NODE_NONE ||
        (sy_json_node_is(options, node, SY_NODE_STRING) && sy_json_node_text_is(options, node, SY_SPAN("auto")))) {
        set->is_auto = true;
        for (size_t i = 0; i < steelyard_profile_count(); i += 1) add_builtin(set, i);
    } else if (sy_json_node_is(options, node, SY_NODE_STRING)) {
        choose_name(set, node);
    } else if (sy_json_node_is(options, node, SY_NODE_OBJECT)) {
        begin_source(&set->sources[set->source_count], options, node);
        set->source_count += 1;
    } else {
        sy_option_value_wrong(&set->fault, STEELYARD_OPTION_TYPE, "profile", "a profile is a name or an object.");
    }
}

static bool take_sources(sy_profile_choice *set, size_t count) {
    set->sources = sy_arena_allocate_array(set->memory, count, sizeof *set->sources);
    return set->sources != NULL;
}

void sy_profile_choice_read(sy_profile_choice *set) {
    uint32_t node = SY_NODE_NONE;
    bool has_options = set->options->node_count > 0;
    set->list = SY_NODE_NONE;
    set->fault_node = SY_NODE_NONE;
    if (has_options) (void)sy_json_node_member(set->options, 0, SY_SPAN("profiles"), &set->list);
    if (has_options) (void)sy_json_node_member(set->options, 0, SY_SPAN("profile"), &node);
    if (!take_sources(set, list_count(set) + steelyard_profile_count() + 1)) return;
    if (set->list != SY_NODE_NONE && !failed(set)) read_own(set);
    if (!failed(set)) choose(set, node);
    for (uint32_t i = 0; i < set->source_count && !failed(set); i += 1) extend_source(set, i);
}

void sy_profile_choice_alone(sy_profile_choice *set) {
    set->list = SY_NODE_NONE;
    set->fault_node = SY_NODE_NONE;
    if (!take_sources(set, 1)) return;
    begin_source(&set->sources[0], set->options, 0);
    set->source_count = 1;
    extend_source(set, 0);
}
