/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_nearest.c - which name was probably meant, and when nobody can say. Distances are counted by hand.
 * Suspect nearest.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/nearest.h"

static sy_span span_of(const char *text) {
    return (sy_span){text, strlen(text)};
}

#define NAMES_MAX 6

static void what_was_meant(void **state) {
    static const struct {
        const char *expectation;
        const char *given;
        const char *names[NAMES_MAX];
        const char *nearest; /* NULL: none is near */
    } rows[] = {
        {"two neighbours changed places", "avialable", {"cash", "available", "total"}, "available"},
        {"a byte is left out", "availble", {"available"}, "available"},
        {"a byte is added", "totall", {"gift", "total"}, "total"},
        {"a byte is replaced", "tatal", {"total"}, "total"},
        {"one slip in four bytes", "gitf", {"gift"}, "gift"},
        {"two slips in four bytes are too many", "gfti", {"gift"}, NULL},
        {"two slips in five bytes", "totla", {"tatal"}, "tatal"},
        {"two slips in eight bytes", "currnecx", {"currency"}, "currency"},
        {"three slips in eight bytes are too many", "curnrexx", {"currency"}, NULL},
        {"three slips in nine bytes", "abcdefghi", {"abcxyzghi"}, "abcxyzghi"},
        {"four slips in nine bytes are too many", "abcdefghi", {"abwxyzghi"}, NULL},
        {"the nearer goes before the earlier", "totall", {"tonally", "total"}, "total"},
        {"of equally near ones the first", "tota", {"total", "totan"}, "total"},
        {"case alone is always near", "TOTALBALANCE", {"totals", "totalBalance"}, "totalBalance"},
        {"a name of one byte is near in the other case", "A", {"b", "a"}, "a"},
        {"one byte is not near another", "x", {"y"}, NULL},
        {"one slip of two bytes is near", "ad", {"id"}, "id"},
        {"two slips of two bytes are nothing in common", "xy", {"id"}, NULL},
        {"equal is nearest of all", "total", {"totals", "total"}, "total"},
        {"nothing given", "", {"a"}, NULL},
        {"an empty name is passed over", "a", {""}, NULL},
        {"nothing to choose from", "total", {NULL}, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_nearest nearest;
        sy_span found;
        sy_nearest_begin(&nearest, span_of(rows[i].given));
        for (size_t j = 0; j < NAMES_MAX && rows[i].names[j] != NULL; j += 1)
            sy_nearest_offer(&nearest, span_of(rows[i].names[j]));
        found = sy_nearest_name(&nearest);
        if (rows[i].nearest == NULL) {
            if (found.bytes != NULL) fail_msg("%s: %.*s", rows[i].expectation, (int)found.nbytes, found.bytes);
        } else if (found.bytes == NULL || !sy_span_equal(found, span_of(rows[i].nearest))) {
            fail_msg("%s: %.*s", rows[i].expectation, (int)found.nbytes, found.bytes);
        }
    }
}

/* A name of so many bytes whose last byte differs. */
static sy_span long_name(char *bytes, size_t nbytes, char last) {
    memset(bytes, 'a', nbytes);
    bytes[nbytes - 1] = last;
    return (sy_span){bytes, nbytes};
}

static void names_of_64_bytes_are_compared_and_longer_ones_passed_over(void **state) {
    char given[65], name[65];
    (void)state;
    for (size_t nbytes = 64; nbytes <= 65; nbytes += 1) {
        sy_nearest nearest;
        sy_nearest_begin(&nearest, long_name(given, nbytes, 'x'));
        sy_nearest_offer(&nearest, long_name(name, nbytes, 'y'));
        assert_int_equal(sy_nearest_name(&nearest).bytes != NULL, nbytes == 64);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_meant),
        cmocka_unit_test(names_of_64_bytes_are_compared_and_longer_ones_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
