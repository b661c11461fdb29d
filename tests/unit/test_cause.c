/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_cause.c - why an equality fails: the first cause that fits, in the order of the contract. Each row's arithmetic is
 * done by hand. total = cash + gift - blocked, in EUR. Suspect cause.c, equality.c, rules.c.
 */
#include "engine.h"

#define OPTIONS(currency)                                                                                                    \
    "{" currency "\"profile\":{\"profile\":\"p\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},"                             \
    "\"currency\":{\"from\":\"option\"},\"unit\":\"option\",\"amounts\":{\"cash\":{\"at\":\"/c\"},\"gift\":{\"at\":\"/g\"}," \
    "\"blocked\":{\"at\":\"/b\"},\"total\":{\"at\":\"/t\"}},"                                                                \
    "\"formulas\":[{\"code\":\"f\",\"amount\":\"total\",\"is\":\"cash + gift - blocked\"}]}}"

static const char eur[] = OPTIONS("\"currency\":\"EUR\",\"unit\":\"major\",");
static const char jpy[] = OPTIONS("\"currency\":\"JPY\",\"unit\":\"major\",");
static const char open_unit[] = OPTIONS("");

static void the_first_cause_that_fits_is_named(void **state) {
    static const struct {
        const char *options, *cash, *gift, *blocked, *total; /* E = cash + gift - blocked, A = total */
        const char *finding;
    } rows[] = {
        {eur, "0.1", "0.2", "0", "0.30000000000000004", "\"delta\":\"0.00000000000000004\",\"cause\":\"float_drift\""},
        {eur, "1.00", "2.00", "0", "3.01", "\"delta\":\"0.01\",\"cause\":\"rounding\""},   /* 0.01 <= 3 * 0.005 */
        {eur, "1.00", "2.00", "0", "3.015", "\"delta\":\"0.015\",\"cause\":\"rounding\""}, /* just so */
        {eur, "1.00", "2.00", "0", "3.016", "\"delta\":\"0.016\",\"cause\":\"unknown\""},
        {eur, "5.00", "0", "2.00", "-3.00", "\"cause\":\"sign\""},
        {eur, "5.00", "0", "2.00", "300.00", "\"cause\":\"minor_units\""},
        {eur, "500.00", "0", "200.00", "3.00", "\"cause\":\"minor_units\""},
        {jpy, "5", "0", "2", "300", "\"cause\":\"unknown\""},           /* k is 0 */
        {open_unit, "5", "0", "2", "300", "\"cause\":\"minor_units\""}, /* k is 2 where unknown */
        {eur, "5.00", "1.50", "2.00", "3.00", "\"cause\":\"omitted\",\"term\":\"gift\""},
        {eur, "5.00", "1.50", "2.00", "6.00", "\"cause\":\"double_counted\",\"term\":\"gift\""},
        {eur, "5.00", "1.50", "2.00", "8.50", "\"cause\":\"flipped\",\"term\":\"blocked\""},
        {eur, "5.00", "1.00", "1.00", "6.00",
         "\"cause\":\"omitted\",\"term\":\"blocked\""}, /* goes before gift twice */
        {eur, "120.00", "0.34", "0", "120.43", "\"cause\":\"transposed\""},
        {eur, "1000.00", "0", "0", "100.00", "\"cause\":\"transposed\""}, /* padded in front */
        {eur, "0", "0", "0", "5.00", "\"cause\":\"unknown\""},            /* E is 0 */
        {eur, "99999999999999999999999999999999999999", "0", "0", "-99999999999999999999999999999999999999",
         "\"delta\":null,\"cause\":\"unknown\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        char body[512];
        const char *json;
        (void)snprintf(body, sizeof body, "{\"c\":%s,\"g\":%s,\"b\":%s,\"t\":%s}", rows[i].cash, rows[i].gift,
                       rows[i].blocked, rows[i].total);
        json = json_of(verify(rows[i].options, body));
        print_message("%s\n", body);
        if (strstr(json, rows[i].finding) == NULL) fail_msg("%s is not in %s", rows[i].finding, json);
    }
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_first_cause_that_fits_is_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
