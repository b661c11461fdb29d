/* SPDX-License-Identifier: Apache-2.0 */
/*
 * engine.c - the engine as a WebAssembly module: what exports.txt lists, over the public header, with i32 alone.
 * Lengths come in beside bytes that the caller has written into memory; a status goes out, and a result to be read.
 * May use: <steelyard.h> alone. An export that carries a C function of that header has its name; what is the module's own
 * (the life of a call) is named engine_*.
 *
 * A call: address = begin(nbytes); write the input there; one operation, with the lengths of its parts; read
 * result() and result_nbytes(); end(). The parts stand one after the other, the longest last, so that begin may be
 * told an upper bound. Memory, low to high:
 *
 *   0          stack_nbytes     __heap_base
 *   | <- stack | static data    | input ... | arena, grows with the memory -> |
 *                               |<------ wiped by end, as far as touched ---->|
 */
#include <steelyard.h>

#include "abi_version.h"

_Static_assert(sizeof(size_t) == 4, "addresses and lengths are i32");

#define EXPORT(name) __attribute__((export_name(name)))

#define PAGE_NBYTES 65536u
/* Every parser's and writer's first taking fits before the memory has to grow; also where an input is empty. */
#define ARENA_NBYTES_MIN PAGE_NBYTES
#define PARTS_MAX 3

/* The linker's: where static data ends. */
extern unsigned char __heap_base;

static struct {
    bool begun;
    bool operated;         /* since begin */
    size_t input_nbytes;   /* what begin promised */
    size_t touched_nbytes; /* from the input's first byte, by the operations since begin */
    steelyard_arena arena;
    steelyard_span result;
    steelyard_verdict verdict;
    bool ok;
} engine = {.verdict = STEELYARD_VERDICT_MALFORMED};

static uintptr_t align_up(uintptr_t address) {
    return (address + 15u) & ~(uintptr_t)15u;
}

static uintptr_t input_address(void) {
    return align_up((uintptr_t)&__heap_base);
}

/* The memory's length; the linker keeps it below 4 GiB by a page, so that its end is an address too. */
static size_t memory_nbytes(void) {
    return __builtin_wasm_memory_size(0) * PAGE_NBYTES;
}

/* Makes the memory reach to nbytes: by a quarter at a time, as growing may copy, but by less where less is left. */
static bool reach(uint64_t nbytes) {
    size_t have_pages = __builtin_wasm_memory_size(0);
    uint64_t want_pages = (nbytes + PAGE_NBYTES - 1) / PAGE_NBYTES;
    size_t more_pages;
    if (want_pages <= have_pages) return true;
    if (want_pages > SIZE_MAX / PAGE_NBYTES) return false;
    more_pages = (size_t)want_pages - have_pages;
    if (__builtin_wasm_memory_grow(0, more_pages + have_pages / 4) != SIZE_MAX) return true;
    return __builtin_wasm_memory_grow(0, more_pages) != SIZE_MAX;
}

static bool extend_arena(steelyard_arena *arena, size_t nbytes_min) {
    if (!reach((uint64_t)(uintptr_t)arena->bytes + nbytes_min)) return false;
    arena->nbytes = memory_nbytes() - (uintptr_t)arena->bytes;
    return true;
}

/* Lends everything after the first nbytes of the input to the arena. */
static void lend_after(size_t nbytes) {
    uintptr_t start = align_up(input_address() + nbytes);
    size_t end = memory_nbytes();
    steelyard_arena_lend(&engine.arena, (void *)start, end > start ? end - start : 0);
    engine.arena.extend = extend_arena;
}

static void note_touched(void) {
    size_t nbytes = (uintptr_t)engine.arena.bytes - input_address() + engine.arena.touched_nbytes;
    if (nbytes > engine.touched_nbytes) engine.touched_nbytes = nbytes;
    engine.operated = true;
}

/* The fault as JSON, from the arena's byte `mark_nbytes` on; an empty span where memory ran out. */
static steelyard_span fault_json(const steelyard_fault *fault, size_t mark_nbytes) {
    steelyard_span json = {NULL, 0};
    steelyard_fault none;
    engine.arena.used_nbytes = mark_nbytes;
    if (steelyard_fault_json(&engine.arena, fault, &json, &none) != STEELYARD_OK) return (steelyard_span){NULL, 0};
    return json;
}

static steelyard_fault plain_fault(steelyard_status status) {
    return (steelyard_fault){
        .status = status, .message = steelyard_status_message(status), .offset = STEELYARD_NO_OFFSET};
}

/* Ends an operation that failed. The fault's texts may lie anywhere in what was touched, so its JSON goes behind. */
static steelyard_status fail(const steelyard_fault *fault) {
    steelyard_fault memory_fault = plain_fault(STEELYARD_MEMORY);
    engine.result = fault_json(fault, engine.arena.touched_nbytes);
    if (engine.result.nbytes == 0) {
        fault = &memory_fault;
        engine.result = fault_json(fault, 0);
    }
    note_touched();
    return fault->status;
}

static steelyard_status finish(steelyard_status status, const steelyard_fault *fault) {
    if (status != STEELYARD_OK) return fail(fault);
    note_touched();
    return STEELYARD_OK;
}

static steelyard_status refuse(steelyard_status status) {
    steelyard_fault fault = plain_fault(status);
    return fail(&fault);
}

/*
 * Starts an operation: cuts its parts out of the input and lends what follows them to the arena. False where the
 * parts are longer than the input that was begun.
 */
static bool take_parts(size_t count, const size_t nbytes[PARTS_MAX], steelyard_span parts_out[PARTS_MAX]) {
    size_t start = 0;
    size_t i;
    engine.result = (steelyard_span){NULL, 0};
    lend_after(engine.begun ? engine.input_nbytes : 0);
    if (!engine.begun) return false;
    for (i = 0; i < count; i += 1) {
        if (nbytes[i] > engine.input_nbytes - start) return false;
        parts_out[i] = (steelyard_span){(const char *)(input_address() + start), nbytes[i]};
        start += nbytes[i];
    }
    lend_after(start);
    return true;
}

/* The same for two reports, or a report and a text, of which the first `reports` parts are read as reports. */
static steelyard_status take_reports(size_t reports, const size_t nbytes[PARTS_MAX],
                                     steelyard_span parts_out[PARTS_MAX],
                                     const steelyard_report *reports_out[PARTS_MAX], steelyard_fault *fault_out) {
    size_t i;
    if (!take_parts(2, nbytes, parts_out)) {
        *fault_out = plain_fault(STEELYARD_CALL_ARGUMENT);
        return STEELYARD_CALL_ARGUMENT;
    }
    for (i = 0; i < reports; i += 1) {
        steelyard_status status = steelyard_report_read(&engine.arena, parts_out[i], &reports_out[i], fault_out);
        if (status != STEELYARD_OK) return status;
    }
    return STEELYARD_OK;
}

EXPORT("engine_abi_version")
uint32_t engine_abi_version(void) {
    return ENGINE_ABI_VERSION;
}

/* Holds no local that lives in memory: what lies below its frame is then the whole stack. */
EXPORT("engine_end")
void engine_end(void) {
    size_t nbytes = engine.operated ? engine.touched_nbytes : engine.input_nbytes;
    if (!engine.begun) return;
    __builtin_memset((void *)input_address(), 0, nbytes);
    __builtin_memset((void *)0, 0, (uintptr_t)__builtin_frame_address(0));
    engine.begun = engine.operated = false;
    engine.input_nbytes = engine.touched_nbytes = 0;
    engine.result = (steelyard_span){NULL, 0};
    steelyard_arena_lend(&engine.arena, NULL, 0);
}

EXPORT("engine_begin")
uintptr_t engine_begin(size_t nbytes) {
    if (engine.begun) engine_end();
    if (!reach((uint64_t)input_address() + nbytes + ARENA_NBYTES_MIN)) return 0;
    engine.begun = true;
    engine.operated = false;
    engine.input_nbytes = nbytes;
    engine.touched_nbytes = 0;
    return input_address();
}

EXPORT("engine_result")
uintptr_t engine_result(void) {
    return (uintptr_t)engine.result.bytes;
}

EXPORT("engine_result_nbytes")
size_t engine_result_nbytes(void) {
    return engine.result.nbytes;
}

EXPORT("steelyard_compile")
steelyard_status engine_compile(size_t options_nbytes) {
    size_t nbytes[PARTS_MAX] = {options_nbytes};
    steelyard_span parts[PARTS_MAX];
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    steelyard_status status;
    if (!take_parts(1, nbytes, parts)) return refuse(STEELYARD_CALL_ARGUMENT);
    status = steelyard_compile(&engine.arena, parts[0], &verifier, &fault);
    if (status == STEELYARD_OK) {
        engine.result = (steelyard_span){(const char *)verifier, steelyard_verifier_nbytes(verifier)};
    }
    return finish(status, &fault);
}

EXPORT("steelyard_options_set")
steelyard_status engine_options_set(size_t options_nbytes, size_t name_nbytes, size_t value_nbytes) {
    size_t nbytes[PARTS_MAX] = {options_nbytes, name_nbytes, value_nbytes};
    steelyard_span parts[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status;
    if (!take_parts(3, nbytes, parts)) return refuse(STEELYARD_CALL_ARGUMENT);
    status = steelyard_options_set(&engine.arena, parts[0], parts[1], parts[2], &engine.result, &fault);
    return finish(status, &fault);
}

static steelyard_status verify(const steelyard_span parts[PARTS_MAX], steelyard_fault *fault_out) {
    const steelyard_verifier *verifier = (const steelyard_verifier *)(uintptr_t)parts[0].bytes;
    const steelyard_report *report;
    steelyard_status status;
    if (parts[0].nbytes == 0 || parts[0].nbytes != steelyard_verifier_nbytes(verifier)) {
        *fault_out = plain_fault(STEELYARD_CALL_ARGUMENT);
        return STEELYARD_CALL_ARGUMENT;
    }
    status = steelyard_verify(&engine.arena, verifier, parts[1], parts[2], &report, fault_out);
    if (status != STEELYARD_OK) return status;
    engine.verdict = steelyard_report_verdict(report);
    engine.ok = steelyard_report_ok(report);
    return steelyard_report_json(&engine.arena, report, &engine.result, fault_out);
}

EXPORT("steelyard_verify")
steelyard_status engine_verify(size_t verifier_nbytes, size_t call_options_nbytes, size_t body_nbytes) {
    size_t nbytes[PARTS_MAX] = {verifier_nbytes, call_options_nbytes, body_nbytes};
    steelyard_span parts[PARTS_MAX];
    steelyard_fault fault;
    engine.verdict = STEELYARD_VERDICT_MALFORMED;
    engine.ok = false;
    if (!take_parts(3, nbytes, parts)) return refuse(STEELYARD_CALL_ARGUMENT);
    return finish(verify(parts, &fault), &fault);
}

EXPORT("steelyard_report_verdict")
steelyard_verdict engine_verdict(void) {
    return engine.verdict;
}

EXPORT("steelyard_report_ok")
uint32_t engine_ok(void) {
    return engine.ok ? 1 : 0;
}

EXPORT("steelyard_report_canonical")
steelyard_status engine_canonical(size_t report_nbytes, uint32_t with_time) {
    size_t nbytes[PARTS_MAX] = {report_nbytes};
    steelyard_span parts[PARTS_MAX];
    const steelyard_report *reports[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status = take_reports(1, nbytes, parts, reports, &fault);
    if (status == STEELYARD_OK) {
        status = steelyard_report_canonical(&engine.arena, reports[0], with_time != 0, &engine.result, &fault);
    }
    return finish(status, &fault);
}

EXPORT("steelyard_report_text")
steelyard_status engine_report_text(size_t report_nbytes, size_t title_nbytes, uint32_t colour) {
    size_t nbytes[PARTS_MAX] = {report_nbytes, title_nbytes};
    steelyard_span parts[PARTS_MAX];
    const steelyard_report *reports[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status = take_reports(1, nbytes, parts, reports, &fault);
    if (status == STEELYARD_OK) {
        status = steelyard_report_text(&engine.arena, reports[0], parts[1], colour != 0, &engine.result, &fault);
    }
    return finish(status, &fault);
}

EXPORT("steelyard_diff")
steelyard_status engine_diff(size_t before_nbytes, size_t after_nbytes) {
    size_t nbytes[PARTS_MAX] = {before_nbytes, after_nbytes};
    steelyard_span parts[PARTS_MAX];
    const steelyard_report *reports[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status = take_reports(2, nbytes, parts, reports, &fault);
    if (status == STEELYARD_OK) {
        status = steelyard_diff(&engine.arena, reports[0], reports[1], &engine.result, NULL, &fault);
    }
    return finish(status, &fault);
}

EXPORT("steelyard_diff_text")
steelyard_status engine_diff_text(size_t before_nbytes, size_t after_nbytes, uint32_t colour) {
    size_t nbytes[PARTS_MAX] = {before_nbytes, after_nbytes};
    steelyard_span parts[PARTS_MAX];
    const steelyard_report *reports[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status = take_reports(2, nbytes, parts, reports, &fault);
    if (status == STEELYARD_OK) {
        status = steelyard_diff_text(&engine.arena, reports[0], reports[1], colour != 0, &engine.result, &fault);
    }
    return finish(status, &fault);
}

EXPORT("steelyard_can_spend")
steelyard_status engine_can_spend(size_t report_nbytes, size_t query_nbytes) {
    size_t nbytes[PARTS_MAX] = {report_nbytes, query_nbytes};
    steelyard_span parts[PARTS_MAX];
    const steelyard_report *reports[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status = take_reports(1, nbytes, parts, reports, &fault);
    if (status == STEELYARD_OK) {
        status = steelyard_can_spend(&engine.arena, reports[0], parts[1], &engine.result, NULL, &fault);
    }
    return finish(status, &fault);
}

EXPORT("steelyard_reconcile")
steelyard_status engine_reconcile(size_t report_nbytes, size_t expected_nbytes) {
    size_t nbytes[PARTS_MAX] = {report_nbytes, expected_nbytes};
    steelyard_span parts[PARTS_MAX];
    const steelyard_report *reports[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status = take_reports(1, nbytes, parts, reports, &fault);
    if (status == STEELYARD_OK) {
        status = steelyard_reconcile(&engine.arena, reports[0], parts[1], &engine.result, NULL, &fault);
    }
    return finish(status, &fault);
}

EXPORT("steelyard_reconcile_text")
steelyard_status engine_reconcile_text(size_t report_nbytes, size_t expected_nbytes, uint32_t colour) {
    size_t nbytes[PARTS_MAX] = {report_nbytes, expected_nbytes};
    steelyard_span parts[PARTS_MAX];
    const steelyard_report *reports[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status = take_reports(1, nbytes, parts, reports, &fault);
    if (status == STEELYARD_OK) {
        status = steelyard_reconcile_text(&engine.arena, reports[0], parts[1], colour != 0, &engine.result, &fault);
    }
    return finish(status, &fault);
}

EXPORT("steelyard_decimal")
steelyard_status engine_decimal(uint32_t operation, size_t left_nbytes, size_t right_nbytes) {
    size_t nbytes[PARTS_MAX] = {left_nbytes, right_nbytes};
    steelyard_span parts[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status;
    if (!take_parts(2, nbytes, parts)) return refuse(STEELYARD_CALL_ARGUMENT);
    status = steelyard_decimal(&engine.arena, (steelyard_decimal_operation)operation, parts[0], parts[1],
                               &engine.result, &fault);
    return finish(status, &fault);
}

EXPORT("steelyard_explain")
steelyard_status engine_explain(size_t code_nbytes, size_t profile_nbytes) {
    size_t nbytes[PARTS_MAX] = {code_nbytes, profile_nbytes};
    steelyard_span parts[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status;
    if (!take_parts(2, nbytes, parts)) return refuse(STEELYARD_CALL_ARGUMENT);
    status = steelyard_explain(&engine.arena, parts[0], parts[1], &engine.result, &fault);
    return finish(status, &fault);
}

EXPORT("steelyard_profile_explain")
steelyard_status engine_profile_explain(size_t profile_nbytes) {
    size_t nbytes[PARTS_MAX] = {profile_nbytes};
    steelyard_span parts[PARTS_MAX];
    steelyard_fault fault;
    steelyard_status status;
    if (!take_parts(1, nbytes, parts)) return refuse(STEELYARD_CALL_ARGUMENT);
    status = steelyard_profile_explain(&engine.arena, parts[0], &engine.result, &fault);
    return finish(status, &fault);
}

EXPORT("steelyard_profile_json")
steelyard_status engine_profile(size_t index) {
    if (!take_parts(0, NULL, NULL) || index >= steelyard_profile_count()) return refuse(STEELYARD_CALL_ARGUMENT);
    engine.result = steelyard_profile_json(index);
    note_touched();
    return STEELYARD_OK;
}

EXPORT("steelyard_about")
steelyard_status engine_about(void) {
    steelyard_fault fault;
    if (!take_parts(0, NULL, NULL)) return refuse(STEELYARD_CALL_ARGUMENT);
    return finish(steelyard_about(&engine.arena, &engine.result, &fault), &fault);
}
