/* SPDX-License-Identifier: Apache-2.0 */
/*
 * compile.c - options and profiles into a verifier. It conducts: the reader reads, options.c and profile.c compile.
 * The options JSON comes in; one block without pointers goes out. No rule of the language stands here.
 *
 *   arena: | documents and scratch ... | block being written |   ->   | block |
 */
#include "profile/compile.h"

#include "base/fault.h"
#include "options/options.h"
#include "options/options_read.h"
#include "profile/profile.h"
#include "profile/profile_choice.h"
#include "json/json_reader.h"
#include "json/json_write.h"

/* What is being compiled and from what. */
typedef struct compilation {
    sy_arena *memory;
    sy_builder builder;
    sy_document options;
    sy_profile_choice choice;
    uint32_t current; /* the source that is being compiled */
    sy_profile_compiler *compiler;
    sy_option_fault fault;
} compilation;

static void begin_verifier(compilation *work) {
    sy_bytes_clear(&work->builder, sizeof work->builder);
    work->compiler = sy_arena_allocate(work->memory, sizeof *work->compiler);
    work->builder.memory = work->memory;
    work->builder.verifier = sy_arena_allocate(work->memory, sizeof *work->builder.verifier);
    if (work->builder.verifier == NULL) {
        work->builder.status = STEELYARD_MEMORY;
        return;
    }
    work->builder.verifier->body_nbytes_max = SY_BODY_NBYTES_DEFAULT;
    work->builder.verifier->http_status = -1;
}

static void compile_profiles(compilation *work) {
    sy_profile *rows;
    sy_builder *builder = &work->builder;
    const sy_profile_choice *choice = &work->choice;
    builder->verifier->profiles = sy_builder_rows(builder, choice->source_count, sizeof *rows, &rows);
    builder->verifier->own_count = choice->own_count;
    builder->verifier->chosen = choice->chosen;
    for (uint32_t i = 0; rows != NULL && i < choice->source_count && builder->status == STEELYARD_OK; i += 1) {
        work->current = i;
        builder->source = &choice->sources[i].whole;
        sy_profile_compile(work->compiler, builder, choice->sources[i].whole_root, &rows[i]);
    }
    /* An own profile is reported by its name where the body is not JSON, as a built-in one is. */
    if (!choice->is_auto && builder->status == STEELYARD_OK)
        builder->verifier->profile_option = rows[choice->chosen].name;
}

/* The value in `document` that begins at an offset; SY_NODE_NONE where none does. */
static uint32_t value_at(const sy_document *document, uint32_t offset) {
    for (uint32_t node = 0; node < document->node_count; node += 1)
        if (document->nodes[node].start == offset && document->nodes[node].type != SY_NODE_KEY) return node;
    return SY_NODE_NONE;
}

/* The value that is at fault as it was given; SY_NODE_NONE where it comes from what the profile extends. */
static uint32_t given_node(const sy_profile_source *source, uint32_t node) {
    uint32_t offset;
    if (source->extended.text.bytes == NULL) return node;
    offset = sy_profile_extend_origin(&source->extended, sy_json_node_offset(&source->whole, node));
    return offset == SY_NO_ORIGIN ? SY_NODE_NONE : value_at(source->given, offset);
}

static void write_found(sy_writer *writer, const sy_builder *builder) {
    if (builder->fault_found.nbytes == 0) return;
    sy_writer_literal(writer, builder->fault_found_is_kind ? ", found " : ": ");
    if (builder->fault_found_is_kind) sy_writer_span(writer, builder->fault_found);
    else sy_json_write_string(writer, builder->fault_found);
}

static void write_help(sy_writer *writer, sy_span nearest, sy_span allowed) {
    if (nearest.bytes != NULL) {
        sy_writer_literal(writer, "; did you mean ");
        sy_json_write_string(writer, nearest);
        sy_writer_byte(writer, '?');
    } else {
        sy_writer_byte(writer, '.');
    }
    if (allowed.nbytes == 0) return;
    sy_writer_literal(writer, " Allowed: ");
    sy_writer_span(writer, allowed);
    sy_writer_byte(writer, '.');
}

static steelyard_status fail_at(compilation *work, const sy_document *document, uint32_t node, const char *option,
                                steelyard_fault *fault_out) {
    (void)sy_fault_named(fault_out, STEELYARD_OPTION_VALUE, sy_span_of(option), SY_SPAN(""));
    fault_out->path = sy_json_node_pointer(work->memory, document, node, (sy_span){NULL, 0});
    fault_out->offset = sy_json_node_offset(document, node);
    return STEELYARD_OPTION_VALUE;
}

/* `/profile/formulas/0/is: there is no amount of this name: "avialable"; did you mean "available"? Allowed: ...` */
static steelyard_status profile_fault(compilation *work, steelyard_fault *fault_out) {
    const sy_builder *builder = &work->builder;
    const sy_profile_source *source = &work->choice.sources[work->current];
    uint32_t node = given_node(source, builder->fault_node);
    sy_span inherited = {NULL, 0};
    sy_writer writer;
    uint32_t extends = SY_NODE_NONE;
    bool in_list = work->current < work->choice.own_count;
    if (node == SY_NODE_NONE) {
        inherited = sy_json_node_pointer(work->memory, &source->whole, builder->fault_node, (sy_span){NULL, 0});
        (void)sy_json_node_member(source->given, source->given_root, SY_SPAN("extends"), &extends);
        node = extends;
    }
    (void)fail_at(work, source->given, node, in_list ? "profiles" : "profile", fault_out);
    sy_writer_begin(&writer, work->memory);
    sy_writer_span(&writer, fault_out->path);
    if (fault_out->path.nbytes > 0) sy_writer_literal(&writer, ": ");
    if (inherited.bytes != NULL) {
        sy_writer_literal(&writer, "with what it extends, at ");
        sy_writer_span(&writer, inherited);
        sy_writer_literal(&writer, ": ");
    }
    sy_writer_literal(&writer, builder->fault_text);
    write_found(&writer, builder);
    write_help(&writer, builder->fault_nearest, builder->fault_allowed);
    fault_out->message = sy_writer_end(&writer);
    fault_out->found = builder->fault_found;
    fault_out->nearest = builder->fault_nearest;
    fault_out->allowed = builder->fault_allowed;
    return STEELYARD_OPTION_VALUE;
}

static steelyard_status option_fault(const sy_option_fault *fault, steelyard_fault *fault_out) {
    return sy_fault_named(fault_out, fault->status, fault->name, sy_span_of(fault->text));
}

/* The choice of profiles is wrong: with its place, and the names that there are where one does not exist. */
static steelyard_status choice_fault(compilation *work, steelyard_fault *fault_out) {
    const sy_profile_choice *choice = &work->choice;
    sy_writer writer;
    (void)option_fault(&choice->fault, fault_out);
    if (choice->fault_node == SY_NODE_NONE) return fault_out->status;
    fault_out->path = sy_json_node_pointer(work->memory, choice->options, choice->fault_node, (sy_span){NULL, 0});
    fault_out->offset = sy_json_node_offset(choice->options, choice->fault_node);
    fault_out->found = choice->fault_found;
    fault_out->nearest = choice->fault_nearest;
    fault_out->allowed = choice->fault_allowed;
    sy_writer_begin(&writer, work->memory);
    sy_writer_span(&writer, fault_out->path);
    sy_writer_literal(&writer, ": ");
    sy_writer_span(&writer,
                   (sy_span){fault_out->message.bytes, fault_out->message.nbytes - 1}); /* without its full stop */
    if (choice->fault_found.bytes != NULL) {
        sy_writer_literal(&writer, ": ");
        sy_json_write_string(&writer, choice->fault_found);
    }
    write_help(&writer, choice->fault_nearest, choice->fault_allowed);
    fault_out->message = sy_writer_end(&writer);
    return fault_out->status;
}

/* Moves the block down over the scratch before it, byte by byte as they may overlap; both begin at a multiple of 8. */
static steelyard_verifier *settle(compilation *work) {
    steelyard_arena *arena = work->memory->arena;
    size_t first = work->memory->begin_nbytes;
    size_t begin = first + (size_t)(-((uintptr_t)arena->bytes + first) & 7u);
    size_t from = (size_t)((unsigned char *)work->builder.verifier - arena->bytes);
    size_t nbytes = arena->used_nbytes - from;
    work->builder.verifier->nbytes = (uint32_t)nbytes;
    for (size_t i = 0; i < nbytes; i += 1) arena->bytes[begin + i] = arena->bytes[from + i];
    arena->used_nbytes = begin + nbytes;
    return (steelyard_verifier *)(void *)(arena->bytes + begin);
}

/* After everything that can fail has been tried: what failed, in the order in which it counts. */
static steelyard_status outcome(compilation *work, size_t input_nbytes, steelyard_fault *fault_out) {
    steelyard_status status = STEELYARD_OK;
    (void)sy_arena_allocate(work->memory, 0); /* rounds the block's end up */
    if (work->memory->exhausted) return sy_fault_memory(fault_out, work->memory, input_nbytes);
    if (work->fault.status != STEELYARD_OK) status = option_fault(&work->fault, fault_out);
    else if (work->choice.fault.status != STEELYARD_OK) status = choice_fault(work, fault_out);
    else if (work->builder.status != STEELYARD_OK) status = profile_fault(work, fault_out);
    if (work->memory->exhausted) return sy_fault_memory(fault_out, work->memory, input_nbytes);
    return status;
}

steelyard_status steelyard_compile(steelyard_arena *arena, steelyard_span options_json,
                                   const steelyard_verifier **verifier_out, steelyard_fault *fault_out) {
    compilation work;
    sy_arena memory;
    steelyard_status status;
    sy_bytes_clear(&work, sizeof work);
    sy_arena_begin(&memory, arena);
    work.memory = &memory;
    status = options_json.nbytes == 0 ? STEELYARD_OK : sy_options_read(&memory, options_json, &work.options, fault_out);
    if (status != STEELYARD_OK) return status;
    work.choice.memory = &memory;
    work.choice.options = &work.options;
    sy_profile_choice_read(&work.choice);
    begin_verifier(&work);
    if (options_json.nbytes > 0 && work.builder.status == STEELYARD_OK) {
        work.builder.source = &work.options;
        work.fault = work.choice.fault; /* so that the first wrong option counts, in the order of options.c */
        sy_options_compile(&work.builder, 0, &work.fault);
        if (work.fault.status == work.choice.fault.status && work.fault.text == work.choice.fault.text)
            work.fault.status = STEELYARD_OK; /* said with its place */
    }
    if (work.fault.status == STEELYARD_OK && work.choice.fault.status == STEELYARD_OK &&
        work.builder.status == STEELYARD_OK)
        compile_profiles(&work);
    status = outcome(&work, options_json.nbytes, fault_out);
    if (status != STEELYARD_OK) return status;
    *verifier_out = settle(&work);
    return sy_fault_none(fault_out);
}

static steelyard_status refuse_text(const sy_json_error *error, steelyard_status status, steelyard_fault *fault_out) {
    if (status == STEELYARD_OK)
        return sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("profile"),
                              SY_SPAN("a profile is a JSON object."));
    (void)sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("profile"), steelyard_status_message(status));
    fault_out->offset = error->offset;
    return STEELYARD_CALL_ARGUMENT;
}

steelyard_status sy_compile_alone(sy_arena *memory, sy_span profile_json, sy_span *whole_out,
                                  steelyard_fault *fault_out) {
    compilation work;
    sy_json_error error;
    steelyard_status status;
    sy_bytes_clear(&work, sizeof work);
    work.memory = memory;
    work.choice.memory = memory;
    work.choice.options = &work.options;
    status = sy_json_reader_read(memory, profile_json, SY_OPTIONS_NBYTES_MAX, &work.options, &error);
    if (status == STEELYARD_MEMORY) return sy_fault_memory(fault_out, memory, profile_json.nbytes);
    if (status != STEELYARD_OK || !sy_json_node_is(&work.options, 0, SY_NODE_OBJECT))
        return refuse_text(&error, status, fault_out);
    sy_profile_choice_alone(&work.choice);
    begin_verifier(&work);
    if (work.choice.fault.status == STEELYARD_OK && work.builder.status == STEELYARD_OK) compile_profiles(&work);
    status = outcome(&work, profile_json.nbytes, fault_out);
    if (status != STEELYARD_OK) return status;
    *whole_out = sy_json_node_token(&work.choice.sources[0].whole, work.choice.sources[0].whole_root);
    return sy_fault_none(fault_out);
}
