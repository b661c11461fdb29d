/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report.h - a report as the engine holds it: verdict, wallets, totals, findings, all texts ready to be printed.
 * The stages of verification and the reader of reports fill it; everything that prints, compares or decides reads it.
 * May use: base, decimal, values.
 */
#ifndef SY_REPORT_H
#define SY_REPORT_H

#include "base/span.h"
#include "decimal/decimal.h"
#include "report/record.h"
#include "values/currency.h"
#include "values/vocabulary.h"

typedef struct sy_wallet {
    sy_span id; /* bytes NULL: none; so for every text below */
    sy_span currency;
    sy_span kind;
    sy_span status;
    int32_t minor_units; /* SY_MINOR_UNITS_NONE where not known */
    sy_amount_set amounts_present;
    sy_amount_set amounts_shared; /* stated once for all wallets, so that adding them up would be wrong */
    bool unit_is_major;
    bool currency_is_known; /* in the table or given digits by the options */
    sy_decimal amounts[SY_AMOUNT_COUNT];
    sy_records records[SY_RECORD_COUNT]; /* lists of rows: gifts, limits */
    sy_decimal cap;                      /* what may be spent at the most, where has_cap */
    bool has_cap;
    bool cap_is_unknown; /* then nobody knows what may be spent */
} sy_wallet;

typedef struct sy_total {
    sy_span currency;
    int32_t minor_units;
    uint32_t wallet_count;
    sy_amount_set amounts_present; /* given by every wallet of the currency */
    sy_amount_set amounts_fit;     /* of those: not out of range */
    sy_decimal amounts[SY_AMOUNT_COUNT];
} sy_total;

typedef struct sy_finding {
    struct sy_finding *next; /* in the order in which they were found */
    sy_span code;
    sy_span path; /* bytes NULL: does not apply; so for every text below */
    sy_span expected;
    sy_span actual;
    sy_span delta;
    sy_span cause;
    sy_span term;
    sy_span reason;
    sy_span header;
    sy_span message;
    uint64_t offset; /* SY_NO_OFFSET where none */
    uint64_t line;   /* 0 where none */
    uint64_t column;
    uint32_t wallet; /* SY_NO_WALLET where none */
    uint32_t rank;   /* among those without an offset: options before headers */
    uint8_t outcome;
    bool delta_is_null;
} sy_finding;

#define SY_NO_OFFSET UINT64_MAX
#define SY_NO_WALLET UINT32_MAX

typedef struct sy_error {
    int32_t http_status; /* -1: null */
    sy_span code;
    sy_span *messages;
    uint32_t message_count;
} sy_error;

typedef struct sy_summary {
    uint32_t formulas;
    uint32_t failed;
    uint32_t unverifiable;
    uint32_t warnings;
} sy_summary;

struct steelyard_report {
    steelyard_verdict verdict;
    bool is_snapshot; /* read back from a canonical snapshot: verdict and findings are not known */
    sy_span profile;
    sy_span snapshot_at;
    sy_wallet *wallets;
    sy_total *totals;
    sy_finding **findings; /* in the report's order */
    sy_error error;        /* of a provider_error */
    sy_summary summary;
    uint32_t wallet_count;
    uint32_t total_count;
    uint32_t finding_count;
};

/* Fraction digits that the wallet's amounts are printed with at the least. */
uint32_t sy_report_wallet_digits(const sy_wallet *wallet);
/* `major`, or bytes NULL where the unit of its amounts is not known. */
sy_span sy_report_wallet_unit(const sy_wallet *wallet);
bool sy_report_wallet_has(const sy_wallet *wallet, uint32_t name);
/* The wallet no longer has the amount. */
void sy_report_wallet_clear(sy_wallet *wallet, uint32_t name);
void sy_report_wallet_set(sy_wallet *wallet, uint32_t name, const sy_decimal *amount);

#endif
