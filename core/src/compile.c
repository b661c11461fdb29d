/* SPDX-License-Identifier: Apache-2.0 */
/*
 * compile.c - options and profiles into a verifier. It conducts: the reader reads, options.c and profile.c compile.
 * The options JSON comes in; one block without pointers goes out. It refuses to hold rules of its own.
 *
 *   arena: | documents and scratch ... | block being written |   ->   | block |
 */
#include "builtin.h"
#include "fault.h"
#include "options.h"
#include "profile.h"

/* What is being compiled and from what. */
typedef struct compilation {
    sy_memory memory;
    sy_builder builder;
    sy_document options;
    sy_document *profiles;    /* documents of the profiles */
    uint32_t *profile_roots;
    uint32_t profile_count;
    sy_span profile_option;   /* bytes NULL for auto */
    sy_profile_compiler *compiler;
    sy_option_fault fault;
} compilation;

static bool read_json(compilation *work, sy_span text, sy_document *document_out) {
    sy_json_error error;
    return sy_read_json(&work->memory, text, SY_OPTIONS_NBYTES_MAX, document_out, &error) == STEELYARD_OK;
}

/* Reads the built-in profiles from index `first` on. */
static void choose_builtin(compilation *work, size_t first, size_t count) {
    work->profiles = sy_memory_take_array(&work->memory, count, sizeof *work->profiles);
    work->profile_roots = sy_memory_take_array(&work->memory, count, sizeof *work->profile_roots);
    if (work->profile_roots == NULL || work->profiles == NULL) return;
    work->profile_count = (uint32_t)count;
    for (size_t i = 0; i < count; i += 1)
        if (!read_json(work, steelyard_profile_json(first + i), &work->profiles[i])) return;
}

static void choose_own(compilation *work, uint32_t node) {
    work->profiles = sy_memory_take(&work->memory, sizeof *work->profiles);
    work->profile_roots = sy_memory_take(&work->memory, sizeof *work->profile_roots);
    if (work->profile_roots == NULL || work->profiles == NULL) return;
    work->profile_count = 1;
    work->profiles[0] = work->options;
    work->profile_roots[0] = node;
}

/* The option `profile`: a name, an object, or all for auto. */
static void choose_profiles(compilation *work) {
    uint32_t node = SY_NODE_NONE;
    size_t index;
    if (work->options.node_count > 0) (void)sy_node_member(&work->options, 0, SY_SPAN("profile"), &node);
    if (node != SY_NODE_NONE && sy_node_is(&work->options, node, SY_NODE_OBJECT)) {
        choose_own(work, node);
        return;
    }
    if (node != SY_NODE_NONE && !sy_node_is(&work->options, node, SY_NODE_STRING)) {
        sy_option_wrong(&work->fault, STEELYARD_OPTION_TYPE, "profile", "a profile is a name or an object.");
        return;
    }
    if (node == SY_NODE_NONE || sy_node_text_is(&work->options, node, SY_SPAN("auto"))) {
        choose_builtin(work, 0, steelyard_profile_count());
        return;
    }
    work->profile_option = sy_node_text(&work->memory, &work->options, node);
    index = sy_builtin_find(work->profile_option);
    if (index == steelyard_profile_count())
        sy_option_wrong(&work->fault, STEELYARD_OPTION_VALUE, "profile", "there is no built-in profile of this name.");
    else choose_builtin(work, index, 1);
}

static void begin_block(compilation *work) {
    sy_fill_zero(&work->builder, sizeof work->builder);
    work->compiler = sy_memory_take(&work->memory, sizeof *work->compiler);
    work->builder.memory = &work->memory;
    work->builder.block = sy_memory_take(&work->memory, sizeof *work->builder.block);
    if (work->builder.block == NULL) {
        work->builder.status = STEELYARD_MEMORY;
        return;
    }
    work->builder.block->body_nbytes_max = SY_BODY_NBYTES_DEFAULT;
    work->builder.block->http_status = -1;
}

static void compile_profiles(compilation *work) {
    sy_profile *rows;
    sy_builder *builder = &work->builder;
    if (work->profile_option.bytes != NULL)
        builder->block->profile_option = sy_build_text(builder, work->profile_option);
    builder->block->profiles = sy_build_rows(builder, work->profile_count, sizeof *rows, &rows);
    for (uint32_t i = 0; rows != NULL && i < work->profile_count && builder->status == STEELYARD_OK; i += 1) {
        builder->source = &work->profiles[i];
        sy_profile_compile(work->compiler, builder, work->profile_roots[i], &rows[i]);
    }
    /* An own profile is reported by its name where the body is not JSON, as a built-in one is. */
    if (work->profile_count == 1 && builder->status == STEELYARD_OK)
        builder->block->profile_option = rows[0].name;
}

/* `/formulas/0/is: there is no amount of this name: "foo".` */
static steelyard_status profile_fault(compilation *work, steelyard_fault *fault_out) {
    sy_builder *builder = &work->builder;
    sy_span pointer = sy_node_pointer(&work->memory, builder->source, builder->fault_node, (sy_span){NULL, 0});
    sy_writer writer;
    sy_writer_begin(&writer, &work->memory);
    sy_write(&writer, pointer);
    sy_write_literal(&writer, ": ");
    sy_write_literal(&writer, builder->fault_text);
    if (builder->fault_name.nbytes > 0) {
        sy_write_literal(&writer, ": ");
        sy_write_json_string(&writer, builder->fault_name);
    }
    sy_write_byte(&writer, '.');
    return sy_fault_named(fault_out, STEELYARD_OPTION_VALUE, SY_SPAN("profile"), sy_writer_end(&writer));
}

static steelyard_status option_fault(compilation *work, steelyard_fault *fault_out) {
    size_t nbytes = 0;
    while (work->fault.text[nbytes] != '\0') nbytes += 1;
    return sy_fault_named(fault_out, work->fault.status, work->fault.name, (sy_span){work->fault.text, nbytes});
}

/* Moves the block down over the scratch before it, byte by byte as they may overlap; both begin at a multiple of 8. */
static steelyard_verifier *settle(compilation *work) {
    steelyard_arena *arena = work->memory.arena;
    size_t begin = work->memory.begin_nbytes + (size_t)(-((uintptr_t)arena->bytes + work->memory.begin_nbytes) & 7u);
    size_t from = (size_t)((unsigned char *)work->builder.block - arena->bytes);
    size_t nbytes = arena->used_nbytes - from;
    work->builder.block->nbytes = (uint32_t)nbytes;
    for (size_t i = 0; i < nbytes; i += 1) arena->bytes[begin + i] = arena->bytes[from + i];
    arena->used_nbytes = begin + nbytes;
    return (steelyard_verifier *)(void *)(arena->bytes + begin);
}

static steelyard_status read_options(compilation *work, sy_span options_json, steelyard_fault *fault_out) {
    if (options_json.nbytes == 0) return STEELYARD_OK;
    if (read_json(work, options_json, &work->options) && sy_node_is(&work->options, 0, SY_NODE_OBJECT))
        return STEELYARD_OK;
    if (work->memory.exhausted) return sy_fault_memory(fault_out, &work->memory, options_json.nbytes);
    return sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("options"),
                          SY_SPAN("options are a JSON object."));
}

steelyard_status steelyard_compile(steelyard_arena *arena, steelyard_span options_json,
                                   const steelyard_verifier **verifier_out, steelyard_fault *fault_out) {
    compilation work;
    steelyard_status status;
    sy_fill_zero(&work, sizeof work);
    sy_memory_begin(&work.memory, arena);
    status = read_options(&work, options_json, fault_out);
    if (status != STEELYARD_OK) return status;
    choose_profiles(&work);
    begin_block(&work);
    if (options_json.nbytes > 0 && work.builder.status == STEELYARD_OK) {
        work.builder.source = &work.options;
        sy_options_compile(&work.builder, 0, &work.fault);
    }
    if (work.fault.status == STEELYARD_OK && work.builder.status == STEELYARD_OK) compile_profiles(&work);
    (void)sy_memory_take(&work.memory, 0); /* rounds the block's end up */
    if (work.memory.exhausted) return sy_fault_memory(fault_out, &work.memory, options_json.nbytes);
    if (work.fault.status != STEELYARD_OK) return option_fault(&work, fault_out);
    if (work.builder.status != STEELYARD_OK) return profile_fault(&work, fault_out);
    *verifier_out = settle(&work);
    return sy_fault_none(fault_out);
}
