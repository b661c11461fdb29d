/* SPDX-License-Identifier: Apache-2.0 */
/*
 * check_wallet.c - judges one wallet response with the installed library, and prints what the accessors give: verdict,
 * amounts, findings. No JSON is made or read here.
 *
 *   check_wallet FILE [OPTIONS]      OPTIONS is a JSON object, for instance {"currency":"TRY"}
 *
 * Ends with 0 where the response is ok, 1 where it is not, 2 after wrong usage, 3 where the file cannot be read.
 *
 * The library never allocates. This program lends it a little memory, and where a call says STEELYARD_MEMORY it lends
 * as much as the fault asks for and begins again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <steelyard.h>
#include <string.h>

/* Enough for an ordinary response. Large ones ask for more. */
#define FIRST_LOAN_NBYTES ((size_t)16 * 1024)

enum { EXIT_OK = 0, EXIT_NOT_OK = 1, EXIT_USAGE = 2, EXIT_FILE = 3 };

/* Every amount that a report may hold, in its order. */
static const char *const AMOUNT_NAMES[] = {
    "cash", "gift", "blocked", "pending", "reserved", "referral", "total", "available", "overdraftLimit", "spendable",
};

static steelyard_span span_of(const char *text) {
    return (steelyard_span){text, strlen(text)};
}

/* Provider's text goes to a terminal: whatever is not plain ASCII is shown as its bytes. */
static void print_span(steelyard_span span) {
    if (span.bytes == NULL) {
        fputs("not known", stdout);
        return;
    }
    for (size_t i = 0; i < span.nbytes; i += 1) {
        unsigned char byte = (unsigned char)span.bytes[i];
        if (byte >= 0x20 && byte < 0x7f) {
            putchar(byte);
        } else {
            printf("\\x%02x", byte);
        }
    }
}

static void print_amounts(const steelyard_report *report, size_t wallet_index) {
    char text[STEELYARD_AMOUNT_NBYTES_MAX];
    for (size_t i = 0; i < sizeof AMOUNT_NAMES / sizeof AMOUNT_NAMES[0]; i += 1) {
        size_t nbytes = steelyard_report_amount(report, wallet_index, span_of(AMOUNT_NAMES[i]), text);
        if (nbytes > 0) {
            printf("  %-15s %.*s\n", AMOUNT_NAMES[i], (int)nbytes, text);
        }
    }
}

static void print_wallets(const steelyard_report *report) {
    steelyard_wallet_view wallet;
    for (size_t i = 0; steelyard_report_wallet(report, i, &wallet); i += 1) {
        printf("wallet %zu, id ", i);
        print_span(wallet.id);
        fputs(", currency ", stdout);
        print_span(wallet.currency);
        puts(wallet.unit_is_major ? "" : ", unit not known");
        print_amounts(report, i);
    }
}

static void print_findings(const steelyard_report *report) {
    steelyard_finding_view finding;
    for (size_t i = 0; steelyard_report_finding(report, i, &finding); i += 1) {
        print_span(finding.outcome);
        fputs(": ", stdout);
        print_span(finding.code);
        if (finding.has_wallet) {
            printf(", wallet %zu", finding.wallet);
        }
        if (finding.has_offset) {
            printf(", byte %zu", finding.offset);
        }
        if (finding.cause.bytes != NULL) {
            fputs(", cause ", stdout);
            print_span(finding.cause);
        }
        putchar('\n');
    }
}

static int print_report(const steelyard_report *report) {
    fputs("verdict ", stdout);
    print_span(steelyard_verdict_name(steelyard_report_verdict(report)));
    putchar('\n');
    print_wallets(report);
    print_findings(report);
    return steelyard_report_ok(report) ? EXIT_OK : EXIT_NOT_OK;
}

/* Both calls, in the memory lent. The report lives as long as that memory, the options and the body do. */
static steelyard_status judge(steelyard_arena *arena, steelyard_span options, steelyard_span body,
                              const steelyard_report **report_out, steelyard_fault *fault_out) {
    const steelyard_verifier *verifier;
    steelyard_status status = steelyard_compile(arena, options, &verifier, fault_out);
    if (status != STEELYARD_OK) {
        return status;
    }
    return steelyard_verify(arena, verifier, (steelyard_span){NULL, 0}, body, report_out, fault_out);
}

static int explain_fault(const steelyard_fault *fault) {
    fprintf(stderr, "check_wallet: %.*s%s%.*s\n", (int)fault->option.nbytes,
            fault->option.nbytes > 0 ? fault->option.bytes : "", fault->option.nbytes > 0 ? ": " : "",
            (int)fault->message.nbytes, fault->message.nbytes > 0 ? fault->message.bytes : "");
    return EXIT_USAGE;
}

/* Lends memory until it suffices. A fault never asks for less than it has, so this ends. */
static int check(steelyard_span options, steelyard_span body) {
    size_t loan_nbytes = FIRST_LOAN_NBYTES;
    for (;;) {
        steelyard_arena arena;
        steelyard_fault fault;
        const steelyard_report *report;
        void *loan = malloc(loan_nbytes);
        if (loan == NULL) {
            fprintf(stderr, "check_wallet: there are no %zu bytes to lend\n", loan_nbytes);
            return EXIT_FILE;
        }
        steelyard_arena_lend(&arena, loan, loan_nbytes);
        steelyard_status status = judge(&arena, options, body, &report, &fault);
        int result = status == STEELYARD_OK ? print_report(report) : EXIT_USAGE;
        bool wants_more = status == STEELYARD_MEMORY && fault.arena_nbytes > loan_nbytes;
        if (status != STEELYARD_OK && !wants_more) {
            result = explain_fault(&fault); /* its text may live in the loan */
        }
        free(loan);
        if (!wants_more) {
            return result;
        }
        fprintf(stderr, "check_wallet: %zu bytes did not do, lending %zu\n", loan_nbytes, fault.arena_nbytes);
        loan_nbytes = fault.arena_nbytes;
    }
}

/* The whole file; `bytes` is NULL where it cannot be read. The caller frees it. */
static steelyard_span read_file(const char *path) {
    steelyard_span file = {NULL, 0};
    FILE *stream = fopen(path, "rb");
    if (stream == NULL) {
        return file;
    }
    size_t room_nbytes = 0;
    char *bytes = NULL;
    size_t nbytes = 0;
    do {
        if (nbytes == room_nbytes) {
            room_nbytes = room_nbytes == 0 ? 65536 : room_nbytes * 2;
            char *more = realloc(bytes, room_nbytes);
            if (more == NULL) {
                break;
            }
            bytes = more;
        }
        nbytes += fread(bytes + nbytes, 1, room_nbytes - nbytes, stream);
    } while (nbytes == room_nbytes);
    if (ferror(stream) || !feof(stream)) {
        free(bytes);
    } else {
        file = (steelyard_span){bytes, nbytes};
    }
    fclose(stream);
    return file;
}

int main(int argument_count, char **arguments) {
    if (argument_count != 2 && argument_count != 3) {
        fputs("usage: check_wallet FILE [OPTIONS]\n", stderr);
        return EXIT_USAGE;
    }
    steelyard_span body = read_file(arguments[1]);
    if (body.bytes == NULL) {
        perror(arguments[1]);
        return EXIT_FILE;
    }
    int result = check(argument_count == 3 ? span_of(arguments[2]) : (steelyard_span){NULL, 0}, body);
    free((void *)body.bytes);
    return result;
}
