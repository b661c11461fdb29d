/* SPDX-License-Identifier: Apache-2.0 */
#include "prose/phrases.h"

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

sy_tint sy_phrases_outcome_tint(uint8_t outcome) {
    switch ((sy_outcome)outcome) {
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

typedef struct phrase {
    sy_span code;
    const char *words;
} phrase;

#define PHRASE(code, words)                                                                                            \
    { {(code), sizeof(code) - 1}, (words) }

/* Each goes between `Most likely: ` and the term or a full stop. */
static const phrase causes[] = {
    PHRASE("float_drift", "the sum was computed in binary floating point, which is off by less than half a minor unit"),
    PHRASE("rounding", "the amounts were rounded one by one before they were added"),
    PHRASE("sign", "the whole amount has the wrong sign"),
    PHRASE("minor_units", "minor units were taken for major units, or the reverse"),
    PHRASE("omitted", "one amount was left out"),
    PHRASE("double_counted", "one amount was counted twice"),
    PHRASE("flipped", "one amount was added instead of subtracted, or the reverse"),
    PHRASE("counted_original", "gifts were counted with their original amounts instead of what remains of them"),
    PHRASE("counted_expired", "expired gifts were counted"),
    PHRASE("transposed", "two neighbouring digits changed places"),
};

/* Each goes between `Not decided: ` and a full stop. */
static const phrase reasons[] = {
    PHRASE("out_of_range", "the recomputed value does not fit 38 digits"),
    PHRASE("expiry_ambiguous", "the expiry date of a gift names no time zone, and the sum depends on it"),
    PHRASE("now_unknown", "whether gifts have expired depends on the present time, which the option now can give"),
    PHRASE("limit_unknown", "the credit limit is not known; the option creditLimit can give it"),
};

/* The words for a code; NULL where there are none. */
static const char *words_of(const phrase *phrases, size_t count, sy_span code) {
    for (size_t i = 0; i < count; i += 1)
        if (sy_span_equal(phrases[i].code, code)) return phrases[i].words;
    return NULL;
}

/* A profile of the user's own has codes that only its author can explain: they stand as they are. */
static void write_words_or_code(sy_writer *writer, const char *words, sy_span code) {
    if (words != NULL) sy_writer_literal(writer, words);
    else sy_printable_write(writer, code);
}

void sy_phrases_cause(sy_writer *writer, sy_span cause, sy_span term) {
    if (sy_span_equal(cause, SY_SPAN("unknown"))) {
        sy_writer_literal(writer, "No known cause fits.");
        return;
    }
    sy_writer_literal(writer, "Most likely: ");
    write_words_or_code(writer, words_of(causes, sizeof causes / sizeof causes[0], cause), cause);
    if (term.bytes != NULL) {
        sy_writer_literal(writer, ": ");
        sy_printable_write(writer, term);
    }
    sy_writer_byte(writer, '.');
}

void sy_phrases_reason(sy_writer *writer, sy_span reason) {
    sy_writer_literal(writer, "Not decided: ");
    write_words_or_code(writer, words_of(reasons, sizeof reasons / sizeof reasons[0], reason), reason);
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
