/* SPDX-License-Identifier: Apache-2.0 */
/*
 * steelyard.h - the one public header of Steelyard, an engine that checks money.
 *
 * Bytes of a provider's wallet response go in; a report comes out that says whether the snapshot is what it claims
 * to be. Nothing here allocates, does I/O, reads a clock or uses floating point. The caller lends memory, and every
 * function says what it left there.
 *
 * Words used throughout: a span is bytes with a length (never NUL-terminated, may hold NUL); `*_nbytes` counts
 * bytes; an out-parameter ends in `_out` and is written only where the status is STEELYARD_OK unless its text says
 * otherwise. All functions are reentrant: two calls that share no memory may run at the same time.
 */
#ifndef STEELYARD_H
#define STEELYARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version stands here alone; the build, the package and the command read it from this line. */
#define STEELYARD_VERSION "0.1.0"

#if defined(STEELYARD_SHARED) && defined(__GNUC__)
#define STEELYARD_EXPORT __attribute__((visibility("default")))
#else
#define STEELYARD_EXPORT
#endif
#if defined(__GNUC__)
#define STEELYARD_API STEELYARD_EXPORT __attribute__((warn_unused_result))
#else
#define STEELYARD_API STEELYARD_EXPORT
#endif

/*
 * The status table: number, C name, the code that users see, what it means. Numbers are explicit and never used
 * again. 0 to 99 are what calls return, 100 and up are what findings carry.
 */
#define STEELYARD_STATUS_TABLE(X)                                                                                      \
    X(0, OK, "ok", "Done.")                                                                                            \
    X(1, MEMORY, "memory", "There is not enough memory for this.")                                                     \
    X(2, OPTION_UNKNOWN, "option.unknown", "There is no option of this name.")                                         \
    X(3, OPTION_TYPE, "option.type", "The option has the wrong type.")                                                 \
    X(4, OPTION_VALUE, "option.value", "The option's value makes no sense.")                                           \
    X(5, CALL_BODY, "call.body", "The body is neither text nor bytes.")                                                \
    X(6, CALL_AMOUNT, "call.amount", "The amount is no decimal string above zero.")                                    \
    X(7, CALL_ARGUMENT, "call.argument", "An argument is not what this call takes.")                                   \
    X(8, DECIMAL_SYNTAX, "decimal.syntax", "The text is no JSON number.")                                              \
    X(9, DECIMAL_RANGE, "decimal.range", "The value has no coefficient below 10^38 with a scale from 0 to 38.")        \
    X(10, REPORT_NO_CANONICAL, "report.no_canonical", "There is no canonical snapshot of such a report.")              \
    X(100, JSON_SYNTAX, "json.syntax", "The text breaks the grammar of JSON.")                                         \
    X(101, JSON_UTF8, "json.utf8", "The bytes are not UTF-8.")                                                         \
    X(102, JSON_SURROGATE, "json.surrogate", "An escape names half of a surrogate pair.")                              \
    X(103, JSON_DEPTH, "json.depth", "Objects and lists are nested deeper than 128.")                                  \
    X(104, JSON_SIZE, "json.size", "The input is larger than maxBytes.")                                               \
    X(105, JSON_EMPTY, "json.empty", "There is nothing but white space.")                                              \
    X(106, JSON_TRAILING, "json.trailing", "Something follows the JSON value.")                                        \
    X(110, JSON_DUPLICATE_KEY, "json.duplicate_key", "A member name stands twice in one object.")                      \
    X(111, MEMBER_MISSING, "member.missing", "A required member is missing.")                                          \
    X(112, MEMBER_TYPE, "member.type", "A member has the wrong type.")                                                 \
    X(113, ID_SYNTAX, "id.syntax", "An id is not written as the provider writes ids.")                                 \
    X(114, AMOUNT_SYNTAX, "amount.syntax", "A string amount is no plain decimal.")                                     \
    X(115, AMOUNT_RANGE, "amount.range", "An amount cannot be held exactly in 38 digits.")                             \
    X(116, CURRENCY_SYNTAX, "currency.syntax", "A currency code is not three capital letters.")                        \
    X(117, TIMESTAMP_SYNTAX, "timestamp.syntax", "A time is not written as the provider writes times.")                \
    X(118, TIMESTAMP_RANGE, "timestamp.range", "A time lies outside the years 0000 to 9999.")                          \
    X(119, HEADER_SYNTAX, "header.syntax", "A header is neither plain digits nor true or false.")                      \
    X(120, PROFILE_UNDETECTED, "profile.undetected", "No profile fits this body.")                                     \
    X(130, AMOUNT_PRECISION, "amount.precision", "An amount has digits below the minor unit.")                         \
    X(140, SNAPSHOT_STALE, "snapshot.stale", "The snapshot is older than maxAge.")                                     \
    X(141, SNAPSHOT_FUTURE, "snapshot.future", "The snapshot is later than now.")                                      \
    X(150, AMOUNT_UNIT, "amount.unit", "The unit of an amount is not documented and not given.")                       \
    X(151, NO_DATA, "no_data", "The provider states no balance at all.")                                               \
    X(152, SNAPSHOT_AGE_UNKNOWN, "snapshot.age_unknown", "The snapshot says nothing of its time.")                     \
    X(160, AMOUNT_FORM, "amount.form", "A string stands where the provider sends numbers, or the reverse.")            \
    X(161, AMOUNT_SCALE, "amount.scale", "An amount is written with zeros below the minor unit.")                      \
    X(162, CURRENCY_UNKNOWN, "currency.unknown", "A well-formed currency code is in no table.")                        \
    X(163, CURRENCY_UNMAPPED, "currency.unmapped", "The currencies option lacks a provider's currency id.")            \
    X(164, STATUS_UNKNOWN, "status.unknown", "A wallet status is not documented.")                                     \
    X(165, TIMESTAMP_NOT_UTC, "timestamp.not_utc", "A time documented as UTC has another offset.")                     \
    X(200, PROFILE_RULE, "profile.rule", "A rule of the profile's own; its code is the profile's name and its own.")   \
    X(210, DIFF_TIME_REVERSED, "diff.time_reversed", "The later snapshot is the older one.")                           \
    X(211, DIFF_SAME_TIME, "diff.same_time", "Two snapshots of one time state different balances.")

typedef enum steelyard_status {
#define STEELYARD_STATUS_ENUM(number, name, code, message) STEELYARD_##name = (number),
    STEELYARD_STATUS_TABLE(STEELYARD_STATUS_ENUM)
#undef STEELYARD_STATUS_ENUM
} steelyard_status;

/* Bytes with a length. `bytes` may be NULL where `nbytes` is 0. */
typedef struct steelyard_span {
    const char *bytes;
    size_t nbytes;
} steelyard_span;

/* The code of a status as users see it ("option.value"), and one sentence that says what it means. Static text. */
STEELYARD_API steelyard_span steelyard_status_code(steelyard_status status);
STEELYARD_API steelyard_span steelyard_status_message(steelyard_status status);

/* Verdicts, best first; the numbers are frozen. */
#define STEELYARD_VERDICT_TABLE(X)                                                                                     \
    X(0, VERIFIED, "verified")                                                                                         \
    X(1, VALID, "valid")                                                                                               \
    X(2, UNVERIFIABLE, "unverifiable")                                                                                 \
    X(3, STALE, "stale")                                                                                               \
    X(4, MISMATCH, "mismatch")                                                                                         \
    X(5, INVALID, "invalid")                                                                                           \
    X(6, PROVIDER_ERROR, "provider_error")                                                                             \
    X(7, MALFORMED, "malformed")

typedef enum steelyard_verdict {
#define STEELYARD_VERDICT_ENUM(number, name, text) STEELYARD_VERDICT_##name = (number),
    STEELYARD_VERDICT_TABLE(STEELYARD_VERDICT_ENUM)
#undef STEELYARD_VERDICT_ENUM
} steelyard_verdict;

STEELYARD_API steelyard_span steelyard_verdict_name(steelyard_verdict verdict);

/*
 * Memory that the caller lends. Calls take from it in order and never give back; what they return lives in it until
 * the caller resets it to a mark it took (a value of used_nbytes). A call that fails for want of memory leaves
 * used_nbytes where it found it; after another failure the texts of the fault stand in the arena, too.
 *
 * extend (may be NULL): called where the lent bytes do not suffice; may make `nbytes` larger in place, to at least
 * nbytes_min, and return true. `bytes` must not move.
 */
typedef struct steelyard_arena {
    unsigned char *bytes;
    size_t nbytes;
    size_t used_nbytes;
    size_t touched_nbytes; /* the most that was ever in use: what a caller wipes who must leave no trace */
    bool (*extend)(struct steelyard_arena *arena, size_t nbytes_min);
} steelyard_arena;

/* An arena over nbytes at bytes, which stay the caller's. */
STEELYARD_EXPORT void steelyard_arena_lend(steelyard_arena *arena, void *bytes, size_t nbytes);
/* Drops everything taken after used_nbytes was `mark_nbytes` (0: everything). */
STEELYARD_EXPORT void steelyard_arena_reset(steelyard_arena *arena, size_t mark_nbytes);

/*
 * What a call says of its failure, besides the status that it returns. Its spans live in the arena or are static.
 * Written by every call that takes one, whatever the status.
 */
#define STEELYARD_NO_OFFSET SIZE_MAX
typedef struct steelyard_fault {
    steelyard_status status;
    steelyard_span option;  /* option.*: the name of the option; call.argument: of the argument; else bytes are NULL */
    steelyard_span message; /* one sentence; of a profile with all that stands below */
    /* Where in a JSON text that was given something is wrong; bytes NULL and STEELYARD_NO_OFFSET where that is not said. */
    steelyard_span path;    /* JSON Pointer (RFC 6901), "" for the whole */
    size_t offset;          /* of the value's first byte */
    steelyard_span found;   /* what stands there and is wrong; bytes NULL where that is nothing */
    steelyard_span nearest; /* the name that was probably meant */
    steelyard_span allowed; /* what may stand there, with `, ` between */
    /*
     * memory: lend an arena of at least this size, used as far as before the call, and call again; else 0. What a
     * call needs depends on what it finds, so the next call may ask once more, each time for at least twice what was
     * lent. Hostile input can need more than there is: the paths in a report may add up to the square of a body's length.
     */
    size_t arena_nbytes;
} steelyard_fault;

/*
 * The fault as a JSON object: code, option, message and, where a JSON text is wrong, path, offset, found, nearest and
 * allowed, each but the first three only where it applies. The text lies in the arena. Errors: STEELYARD_MEMORY.
 */
STEELYARD_API steelyard_status steelyard_fault_json(steelyard_arena *arena, const steelyard_fault *fault,
                                                    steelyard_span *json_out, steelyard_fault *fault_out);

/*
 * Options (and a profile, where one is given as an object) compiled once, for many bodies.
 *
 * A verifier is one block of `steelyard_verifier_nbytes` bytes without pointers: it may be copied, moved and stored
 * within one build of the library, at any address aligned to 8.
 */
typedef struct steelyard_verifier steelyard_verifier;

/*
 * Compiles options: the JSON object that the contract describes, or an empty span for the defaults.
 * Errors: STEELYARD_OPTION_UNKNOWN, _TYPE, _VALUE (the fault names the option; a wrong profile is a wrong
 * value of `profile`), STEELYARD_CALL_ARGUMENT (no JSON object), STEELYARD_MEMORY.
 */
STEELYARD_API steelyard_status steelyard_compile(steelyard_arena *arena, steelyard_span options_json,
                                                 const steelyard_verifier **verifier_out, steelyard_fault *fault_out);
STEELYARD_API size_t steelyard_verifier_nbytes(const steelyard_verifier *verifier);
/* Whether maxAge stands without now: then every steelyard_verify needs `now` among its call options. */
STEELYARD_API bool steelyard_verifier_wants_now(const steelyard_verifier *verifier);
/* The option maxBytes, or its default. */
STEELYARD_API size_t steelyard_verifier_body_nbytes_max(const steelyard_verifier *verifier);

/*
 * Options with the member `name` set to a value, which is the text of exactly one JSON value. Members of other names
 * stay as they are written, those that stand twice included; options_json may be an empty span. What the options mean
 * steelyard_compile says. Errors: STEELYARD_CALL_ARGUMENT, STEELYARD_MEMORY. The fault of the first names `options`
 * (which are no JSON object; where they are JSON, `path` is "") or `value` (which is no JSON value, or too deep as a
 * member), with the offset in its text, or `name` (which is no UTF-8).
 */
STEELYARD_API steelyard_status steelyard_options_set(steelyard_arena *arena, steelyard_span options_json,
                                                     steelyard_span name, steelyard_span value_json,
                                                     steelyard_span *options_out, steelyard_fault *fault_out);

/* A report, in the arena it was made in. */
typedef struct steelyard_report steelyard_report;

/*
 * Judges one body. call_options_json: an object with any of `status`, `headers` and `now`, which go before those of
 * the verifier for this call alone, or an empty span. A bad body is an ordinary report; errors are those of
 * steelyard_compile. The report refers to the body's bytes and the verifier: they must outlive it.
 * Limits: bodies up to the option maxBytes (64 MiB by default, 2^31 - 1 at most).
 */
STEELYARD_API steelyard_status steelyard_verify(steelyard_arena *arena, const steelyard_verifier *verifier,
                                                steelyard_span call_options_json, steelyard_span body,
                                                const steelyard_report **report_out, steelyard_fault *fault_out);

/*
 * Reads back a report from its JSON, or a canonical snapshot (of which verdict and findings are not known: its verdict
 * reads as valid). STEELYARD_CALL_ARGUMENT where the text is neither. The report refers to the text's bytes.
 */
STEELYARD_API steelyard_status steelyard_report_read(steelyard_arena *arena, steelyard_span json,
                                                     const steelyard_report **report_out, steelyard_fault *fault_out);

STEELYARD_API steelyard_verdict steelyard_report_verdict(const steelyard_report *report);
/* verified or valid. */
STEELYARD_API bool steelyard_report_ok(const steelyard_report *report);
STEELYARD_API size_t steelyard_report_wallet_count(const steelyard_report *report);
STEELYARD_API size_t steelyard_report_finding_count(const steelyard_report *report);

typedef struct steelyard_wallet_view {
    steelyard_span id; /* bytes NULL where there is none; so for the texts below */
    steelyard_span currency;
    steelyard_span kind;
    steelyard_span status;
    int32_t minor_units; /* -1 where not known */
    bool unit_is_major;  /* false: the unit is not known */
} steelyard_wallet_view;

/* false where there is no wallet of that index. */
STEELYARD_API bool steelyard_report_wallet(const steelyard_report *report, size_t index,
                                           steelyard_wallet_view *view_out);
/*
 * An amount by its canonical name ("available"), printed into text_out as the report prints it. Returns its length,
 * 0 where the wallet has no such amount.
 */
#define STEELYARD_AMOUNT_NBYTES_MAX 96
STEELYARD_API size_t steelyard_report_amount(const steelyard_report *report, size_t wallet_index, steelyard_span name,
                                             char text_out[STEELYARD_AMOUNT_NBYTES_MAX]);

typedef struct steelyard_finding_view {
    steelyard_span code;
    steelyard_span outcome;
    steelyard_span cause; /* bytes NULL where there is none */
    bool has_wallet;
    size_t wallet;
    bool has_offset;
    size_t offset;
} steelyard_finding_view;

STEELYARD_API bool steelyard_report_finding(const steelyard_report *report, size_t index,
                                            steelyard_finding_view *view_out);

/* The report JSON of the contract, byte for byte. Errors: STEELYARD_MEMORY. */
STEELYARD_API steelyard_status steelyard_report_json(steelyard_arena *arena, const steelyard_report *report,
                                                     steelyard_span *json_out, steelyard_fault *fault_out);
/* The canonical snapshot. Errors: STEELYARD_REPORT_NO_CANONICAL, STEELYARD_MEMORY. */
STEELYARD_API steelyard_status steelyard_report_canonical(steelyard_arena *arena, const steelyard_report *report,
                                                          bool with_time, steelyard_span *json_out,
                                                          steelyard_fault *fault_out);
/*
 * The report for a person: verdict, a table of amounts, each finding in a sentence with its cause. `title` (a file's
 * name, may be empty) heads it; `colour` adds ANSI escapes. Errors: STEELYARD_MEMORY.
 */
STEELYARD_API steelyard_status steelyard_report_text(steelyard_arena *arena, const steelyard_report *report,
                                                     steelyard_span title, bool colour, steelyard_span *text_out,
                                                     steelyard_fault *fault_out);

/*
 * Exact changes between two reports or canonical snapshots, as the JSON object of the contract; same_out (may be NULL)
 * says whether every wallet is the same. Errors: STEELYARD_REPORT_NO_CANONICAL, STEELYARD_MEMORY.
 */
STEELYARD_API steelyard_status steelyard_diff(steelyard_arena *arena, const steelyard_report *before,
                                              const steelyard_report *after, steelyard_span *json_out, bool *same_out,
                                              steelyard_fault *fault_out);
/* The same for a person. */
STEELYARD_API steelyard_status steelyard_diff_text(steelyard_arena *arena, const steelyard_report *before,
                                                   const steelyard_report *after, bool colour, steelyard_span *text_out,
                                                   steelyard_fault *fault_out);

/*
 * May `amount` be paid? query_json: {"amount": "10.00", "wallet": id, "currency": code}, the last two optional.
 * The answer is the JSON object of the contract; allowed_out may be NULL.
 * Errors: STEELYARD_CALL_AMOUNT, STEELYARD_OPTION_UNKNOWN, STEELYARD_OPTION_TYPE, STEELYARD_MEMORY.
 */
STEELYARD_API steelyard_status steelyard_can_spend(steelyard_arena *arena, const steelyard_report *report,
                                                   steelyard_span query_json, steelyard_span *json_out,
                                                   bool *allowed_out, steelyard_fault *fault_out);

/*
 * A client's ledger against the provider's snapshot. expected_json says what the client expects:
 *
 *   {"tolerance": "0.01", "complete": true,
 *    "wallets": {ID: {AMOUNT: "10.00", ...}, ...}, "currencies": {CODE: {AMOUNT: "10.00", ...}, ...}}
 *
 * Every member may be left out, but not all. AMOUNT is a canonical name, its value a string amount; an amount of a
 * currency is the sum over all its wallets (of an overdraftLimit there is none where there are several). `wallets` may
 * also be a list as reports and canonical snapshots have it; an id or currency that is null there fits every wallet.
 * Without `tolerance` equality alone is the same; with it, a difference of as much, in major units, for each amount.
 * With `complete` every wallet of the report has to be named.
 *
 * The answer is a JSON object: `same`, `verdict`, `tolerance`, `entries` (one for each expected amount: `wallet`,
 * `currency`, `amount`, `expected`, `actual`, `delta`, `outcome`, `cause`, `term`, `message`) and `unexpected`, the
 * wallets that nothing names. same_out (may be NULL) is its `same`; the report's verdict has no part in it.
 * Errors: STEELYARD_REPORT_NO_CANONICAL; STEELYARD_CALL_ARGUMENT, where the fault names `expected`, and its message the
 * place as a JSON Pointer; STEELYARD_MEMORY. Time grows as n log n with wallets and expectations.
 */
STEELYARD_API steelyard_status steelyard_reconcile(steelyard_arena *arena, const steelyard_report *report,
                                                   steelyard_span expected_json, steelyard_span *json_out,
                                                   bool *same_out, steelyard_fault *fault_out);
/* The same for a person. */
STEELYARD_API steelyard_status steelyard_reconcile_text(steelyard_arena *arena, const steelyard_report *report,
                                                        steelyard_span expected_json, bool colour,
                                                        steelyard_span *text_out, steelyard_fault *fault_out);

/*
 * Exact decimal arithmetic on texts in the syntax of JSON numbers: number, C name, name. Numbers are never used again.
 * NEGATE and ABS take left alone; SUM a JSON array of strings in left; COMPARE prints -1, 0 or 1; the right of QUANTIZE
 * is `SCALE` or `SCALE MODE`, for instance "2 half_up".
 */
#define STEELYARD_DECIMAL_TABLE(X)                                                                                     \
    X(0, ADD, "add")                                                                                                   \
    X(1, SUBTRACT, "subtract")                                                                                         \
    X(2, MULTIPLY, "multiply")                                                                                         \
    X(3, COMPARE, "compare")                                                                                           \
    X(4, NEGATE, "negate")                                                                                             \
    X(5, ABS, "abs")                                                                                                   \
    X(6, SUM, "sum")                                                                                                   \
    X(7, QUANTIZE, "quantize")

typedef enum steelyard_decimal_operation {
#define STEELYARD_DECIMAL_ENUM(number, name, text) STEELYARD_DECIMAL_##name = number,
    STEELYARD_DECIMAL_TABLE(STEELYARD_DECIMAL_ENUM)
#undef STEELYARD_DECIMAL_ENUM
        STEELYARD_DECIMAL_OPERATION_COUNT
} steelyard_decimal_operation;

/*
 * Writes the result's text. Errors: STEELYARD_DECIMAL_SYNTAX, STEELYARD_DECIMAL_RANGE, STEELYARD_CALL_ARGUMENT
 * (an operation, scale or mode that does not exist), STEELYARD_MEMORY (SUM reads its list in the arena).
 */
STEELYARD_API steelyard_status steelyard_decimal(steelyard_arena *arena, steelyard_decimal_operation operation,
                                                 steelyard_span left, steelyard_span right, steelyard_span *text_out,
                                                 steelyard_fault *fault_out);

/*
 * What the library says of itself, a JSON object: `version`, `statuses` (each number, name, code, message), `verdicts`,
 * `outcomes`, `amounts`, `causes` and `operations` (names in the order of their numbers), `profiles`, `currencies`
 * (`date` and `count` of the table), `maxBytes` (the default of that option). Bindings need no list of their own.
 * Errors: STEELYARD_MEMORY.
 */
STEELYARD_API steelyard_status steelyard_about(steelyard_arena *arena, steelyard_span *json_out,
                                               steelyard_fault *fault_out);

/*
 * What a code means, why it matters, what to do, and an example: any code of a status, finding, cause, reason, verdict
 * or canSpend answer, and those that profiles make ("paywall.total"). profile_json: a profile of the caller's, whose
 * codes are then known too, or an empty span. Errors: STEELYARD_CALL_ARGUMENT (fault.option "code": there is no such
 * code; the message names the nearest) and those of steelyard_profile_explain.
 */
STEELYARD_API steelyard_status steelyard_explain(steelyard_arena *arena, steelyard_span code,
                                                 steelyard_span profile_json, steelyard_span *text_out,
                                                 steelyard_fault *fault_out);

/*
 * Compiles one profile by itself and says in words what it does. Errors, all with fault.option "profile":
 * STEELYARD_CALL_ARGUMENT (no JSON object), STEELYARD_OPTION_VALUE (the profile is wrong), STEELYARD_MEMORY.
 */
STEELYARD_API steelyard_status steelyard_profile_explain(steelyard_arena *arena, steelyard_span profile_json,
                                                         steelyard_span *text_out, steelyard_fault *fault_out);

/* The built-in profiles, in byte order of their names, as the data they are (JSON texts, static). */
STEELYARD_API size_t steelyard_profile_count(void);
STEELYARD_API steelyard_span steelyard_profile_name(size_t index);
STEELYARD_API steelyard_span steelyard_profile_json(size_t index);

#ifdef __cplusplus
}
#endif

#endif
