/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile.h - a client's ledger beside the provider's snapshot, amount by amount. A report and what the client expects
 * come in; what became of each expected amount goes out, with the most likely cause of a difference.
 * It refuses to print, to judge the snapshot itself, and to find anything near enough that the caller did not call so.
 *
 *   expected {"wallets":{"a":{"total":"10.00"}},"currencies":{"EUR":{"available":"7"}}}
 *
 *   expectation 0: wallet a              fits wallets of the report by id: one, none, several
 *   expectation 1: the sum over EUR      fits all wallets of the currency, taken together
 */
#ifndef SY_RECONCILE_H
#define SY_RECONCILE_H

#include "decimal/decimal_sum.h"
#include "report/amount_json.h"

/* What the ledger says of one wallet, or of all wallets of a currency. */
typedef struct sy_expectation {
    sy_span id;               /* bytes NULL: any */
    sy_span currency;         /* bytes NULL: any */
    bool is_sum;              /* the wallets of the currency taken together */
    bool unit_is_unknown;     /* the ledger is a stored snapshot that says so */
    uint16_t amounts_present; /* bit `word` */
    sy_decimal amounts[SY_AMOUNT_COUNT];
} sy_expectation;

typedef struct sy_ledger {
    bool is_complete; /* every wallet of the report has to be named */
    bool has_tolerance;
    sy_decimal tolerance;         /* not below zero */
    sy_expectation *expectations; /* wallets before currencies, as they stand */
    uint32_t expectation_count;
} sy_ledger;

/*
 * ledger.c: the ledger out of its JSON. STEELYARD_OK; STEELYARD_CALL_ARGUMENT, where the fault says at which
 * place what is wrong; a lack of memory stays in `memory`.
 */
steelyard_status sy_ledger_read(sy_arena *memory, sy_span json, sy_ledger *ledger_out, steelyard_fault *fault_out);

typedef enum sy_agreement {
    SY_AGREEMENT_SAME,
    SY_AGREEMENT_WITHIN, /* the tolerance that the caller stated */
    SY_AGREEMENT_DIFFERS,
    SY_AGREEMENT_ABSENT, /* the report has no such amount */
    SY_AGREEMENT_NO_WALLET,
    SY_AGREEMENT_SEVERAL_WALLETS, /* that fit, or that are expected where one fits */
    SY_AGREEMENT_UNIT_UNKNOWN,
    SY_AGREEMENT_COUNT
} sy_agreement;

sy_span sy_agreement_name(sy_agreement agreement);

/* The wallets that an expectation fits: indices into the report's, of a sum in the order of the document. */
typedef struct sy_match {
    const uint32_t *wallets;
    uint32_t count;
} sy_match;

/* What the wallets of an expectation hold together; of one wallet, what it holds. */
typedef struct sy_holding {
    const sy_expectation *expectation;
    sy_match match;
    sy_agreement obstacle;   /* why nothing can be compared, or SY_AGREEMENT_SAME */
    const sy_wallet *wallet; /* the first that fits, NULL where the expectation fits none or too many */
    bool unit_is_known;      /* of all of them, and of the ledger */
    int32_t minor_units;
    uint16_t amounts_present; /* given by all of them */
    sy_decimal_sum sums[SY_AMOUNT_COUNT];
} sy_holding;

typedef struct sy_reconcile {
    const steelyard_report *report;
    sy_ledger ledger;
    sy_match *matches;     /* one for each expectation */
    uint8_t *claim_counts; /* of each wallet: expectations that fit it alone, counted to 2 */
    bool *is_named;        /* of each wallet: whether any expectation fits it */
    uint32_t unexpected_count;
    uint64_t entry_counts[SY_AGREEMENT_COUNT];
    bool same;
    sy_holding holding; /* of the expectation last turned to */
} sy_reconcile;

/* One expected amount, and what became of it. */
typedef struct sy_entry {
    uint32_t word;
    sy_agreement agreement;
    sy_span id; /* of the wallet that fits, else as expected; bytes NULL: none */
    sy_span currency;
    const sy_decimal *expected;
    sy_decimal actual;
    sy_decimal delta; /* actual - expected */
    bool is_compared; /* same, within or differs */
    bool has_actual;
    bool has_delta;
    sy_span cause;        /* bytes NULL where nothing differs */
    uint32_t term_word;   /* the amount to blame, or SY_AMOUNT_COUNT */
    uint32_t term_wallet; /* the wallet to blame, or SY_NO_WALLET */
} sy_entry;

/*
 * Reads the ledger, finds its wallets and counts what became of each amount. STEELYARD_OK, STEELYARD_CALL_ARGUMENT or
 * STEELYARD_REPORT_NO_CANONICAL with the fault filled; a lack of memory stays in `memory`, where nothing may be read.
 */
steelyard_status sy_reconcile_begin(sy_reconcile *reconcile, sy_arena *memory, const steelyard_report *report,
                                    sy_span expected_json, steelyard_fault *fault_out);
/* Adds up the wallets of one expectation. */
void sy_reconcile_turn_to(sy_reconcile *reconcile, uint32_t expectation);
/* What became of an amount of the expectation turned to; false where none is expected. */
bool sy_reconcile_entry(const sy_reconcile *reconcile, uint32_t word, sy_entry *entry_out);

/* reconcile_cause.c: cause and term of an entry whose amounts differ. */
void sy_reconcile_cause_find(const sy_reconcile *reconcile, sy_entry *entry);

/* reconcile_json.c: one sentence on an entry. It names amounts, never wallets. */
void sy_reconcile_json_agreement(sy_writer *writer, const sy_reconcile *reconcile, const sy_entry *entry);
/* The expected amount as it is printed: like the actual one, or as written where there is nothing to print it like. */
void sy_reconcile_json_expected(sy_writer *writer, const sy_reconcile *reconcile, const sy_entry *entry);
/* `gift` or `wallets/3`; nothing where there is no term. */
void sy_reconcile_json_term(sy_writer *writer, const sy_entry *entry);
/* Fraction digits that the amounts of the expectation turned to are printed with at the least. */
uint32_t sy_reconcile_digits(const sy_holding *holding);

#endif
