/* SPDX-License-Identifier: Apache-2.0 */
#include "prose/phrases.h"

#include "base/limits.h"
#include "report/cause.h"

#define NO_CAUSE "No known cause fits."

sy_span sy_phrases_verdict_sentence(steelyard_verdict verdict) {
    switch (verdict) {
    case STEELYARD_VERDICT_VERIFIED:
        return SY_SPAN("The provider's formulas were recomputed from its own amounts, and everything holds.");
    case STEELYARD_VERDICT_VALID:
        return SY_SPAN("Nothing contradicts the snapshot; it states no formula to recompute.");
    case STEELYARD_VERDICT_UNVERIFIABLE:
        return SY_SPAN("Nothing failed, but a fact is missing without which the snapshot cannot be verified.");
    case STEELYARD_VERDICT_STALE: return SY_SPAN("The snapshot is too old, or later than the present time.");
    case STEELYARD_VERDICT_MISMATCH: return SY_SPAN("A check failed: the snapshot is not what it claims to be.");
    case STEELYARD_VERDICT_INVALID:
        return SY_SPAN("The body is JSON, but not of the shape that the profile documents.");
    case STEELYARD_VERDICT_PROVIDER_ERROR: return SY_SPAN("The provider answered with an error, not with balances.");
    case STEELYARD_VERDICT_MALFORMED: break;
    }
    return SY_SPAN("The body is not the JSON that is asked for; nothing was read from it.");
}

sy_tint sy_phrases_verdict_tint(steelyard_verdict verdict) {
    if (verdict <= STEELYARD_VERDICT_VALID) return SY_TINT_GOOD;
    return verdict <= STEELYARD_VERDICT_STALE ? SY_TINT_DOUBTFUL : SY_TINT_BAD;
}

sy_tint sy_phrases_outcome_tint(sy_outcome outcome) {
    switch (outcome) {
    case SY_OUTCOME_PASS: return SY_TINT_GOOD;
    case SY_OUTCOME_STALE:
    case SY_OUTCOME_UNVERIFIABLE:
    case SY_OUTCOME_WARN: return SY_TINT_DOUBTFUL;
    case SY_OUTCOME_INVALID:
    case SY_OUTCOME_FAIL:
    case SY_OUTCOME_COUNT: break;
    }
    return SY_TINT_BAD;
}

/* Each goes between `Most likely: ` and the term or a full stop; that nothing is known has a sentence of its own. */
static const char *const cause_words[] = {
    [SY_CAUSE_FLOAT_DRIFT] =
        "the sum was computed in binary floating point, which is off by less than half a minor unit",
    [SY_CAUSE_ROUNDING] = "the amounts were rounded one by one before they were added",
    [SY_CAUSE_SIGN] = "the whole amount has the wrong sign",
    [SY_CAUSE_MINOR_UNITS] = "minor units were taken for major units, or the reverse",
    [SY_CAUSE_OMITTED] = "one amount was left out",
    [SY_CAUSE_DOUBLE_COUNTED] = "one amount was counted twice",
    [SY_CAUSE_FLIPPED] = "one amount was added instead of subtracted, or the reverse",
    [SY_CAUSE_COUNTED_ORIGINAL] = "gifts were counted with their original amounts instead of what remains of them",
    [SY_CAUSE_COUNTED_EXPIRED] = "expired gifts were counted",
    [SY_CAUSE_TRANSPOSED] = "two neighbouring digits changed places",
    [SY_CAUSE_UNKNOWN] = NULL,
};

static const char *const ledger_cause_words[] = {
    [SY_RECONCILE_CAUSE_FLOAT_DRIFT] = "the ledger's amount was computed in binary floating point",
    [SY_RECONCILE_CAUSE_ROUNDING] = "one side is rounded, the other is not",
    [SY_RECONCILE_CAUSE_SIGN] = "the whole amount has the wrong sign",
    [SY_RECONCILE_CAUSE_MINOR_UNITS] = "minor units were taken for major units, or the reverse",
    [SY_RECONCILE_CAUSE_OTHER_AMOUNT] = "the ledger holds another amount of the provider's",
    [SY_RECONCILE_CAUSE_OMITTED] = "the ledger leaves out what the provider counts",
    [SY_RECONCILE_CAUSE_INCLUDED] = "the ledger counts what the provider does not",
    [SY_RECONCILE_CAUSE_DOUBLE_COUNTED] = "the ledger counts one wallet twice",
    [SY_RECONCILE_CAUSE_FLIPPED] = "the ledger adds what the provider subtracts, or the reverse",
    [SY_RECONCILE_CAUSE_TRANSPOSED] = "two neighbouring digits changed places",
    [SY_RECONCILE_CAUSE_UNKNOWN] = NULL,
};

SY_STATIC_ASSERT(sizeof cause_words / sizeof cause_words[0] == SY_CAUSE_COUNT, "every cause has its words");
SY_STATIC_ASSERT(sizeof ledger_cause_words / sizeof ledger_cause_words[0] == SY_RECONCILE_CAUSE_COUNT,
                 "every cause of a ledger has its words");

typedef struct phrase {
    sy_span code;
    const char *words;
} phrase;

#define PHRASE(code, words)                                                                                            \
    { SY_SPAN_ENTRY(code), (words) }

/* Each goes between `Not decided: ` and a full stop. */
static const phrase reasons[] = {
    PHRASE("out_of_range", "the recomputed value does not fit " SY_TEXT_OF(SY_COEFFICIENT_DIGITS_MAX) " digits"),
    PHRASE("expiry_ambiguous", "the expiry date of a gift names no time zone, and the sum depends on it"),
    PHRASE("now_unknown", "whether gifts have expired depends on the present time, which the option now can give"),
    PHRASE("limit_unknown", "the credit limit is not known; the option creditLimit can give it"),
};

/* `words` where there are some, else the code: a profile of the user's own has codes that only its author can explain. */
static void write_words_or_code(sy_writer *writer, const char *words, sy_span code) {
    if (words != NULL) sy_writer_literal(writer, words);
    else sy_printable_write(writer, code);
}

static void write_most_likely(sy_writer *writer, const char *words, sy_span code, sy_span term) {
    sy_writer_literal(writer, "Most likely: ");
    write_words_or_code(writer, words, code);
    if (term.bytes != NULL) {
        sy_writer_literal(writer, ": ");
        sy_printable_write(writer, term);
    }
    sy_writer_byte(writer, '.');
}

void sy_phrases_cause(sy_writer *writer, sy_span cause, sy_span term) {
    const char *words = NULL;
    if (sy_span_equal(cause, sy_cause_name(SY_CAUSE_UNKNOWN))) {
        sy_writer_literal(writer, NO_CAUSE);
        return;
    }
    for (uint32_t i = 0; i < SY_CAUSE_COUNT; i += 1)
        if (sy_span_equal(cause, sy_cause_name((sy_cause)i))) words = cause_words[i];
    write_most_likely(writer, words, cause, term);
}

void sy_phrases_ledger_cause(sy_writer *writer, sy_reconcile_cause cause, sy_span term) {
    if (cause == SY_RECONCILE_CAUSE_UNKNOWN) sy_writer_literal(writer, NO_CAUSE);
    else write_most_likely(writer, ledger_cause_words[cause], sy_reconcile_cause_name(cause), term);
}

void sy_phrases_reason(sy_writer *writer, sy_span reason) {
    const char *words = NULL;
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i += 1)
        if (sy_span_equal(reason, reasons[i].code)) words = reasons[i].words;
    sy_writer_literal(writer, "Not decided: ");
    write_words_or_code(writer, words, reason);
    sy_writer_byte(writer, '.');
}

void sy_phrases_count(sy_writer *writer, uint64_t count, const char *noun) {
    sy_writer_unsigned(writer, count);
    sy_writer_byte(writer, ' ');
    sy_writer_literal(writer, noun);
    if (count != 1) sy_writer_byte(writer, 's');
}

void sy_phrases_left_out(sy_writer *writer, size_t indent_width, uint64_t count, const char *noun) {
    if (count == 0) return;
    sy_writer_spaces(writer, indent_width);
    sy_writer_unsigned(writer, count);
    sy_writer_literal(writer, " more ");
    sy_writer_literal(writer, noun);
    sy_writer_literal(writer, count == 1 ? " is left out here.\n" : "s are left out here.\n");
}
