/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: `unique` and `order` of a profile may name any text of a wallet, but only currencies and ids were ever
 * compared. A profile with `unique` of its own text `label` compared ids instead: wallets without one, whose labels
 * differed, were all said to stand twice, and wallets with the same label were not.
 */
#include "engine.h"

#define PROFILE                                                                                                        \
    "{\"currency\":\"EUR\",\"profile\":{\"profile\":\"p\",\"wallets\":{\"at\":\"\",\"as\":[\"list\"]},"                \
    "\"currency\":{\"from\":\"option\"},\"unit\":\"major\",\"amounts\":{\"cash\":{\"at\":\"/cash\"}},"                 \
    "\"texts\":{\"label\":{\"at\":\"/label\"}},\"unique\":{\"of\":\"label\",\"code\":\"label\"}}}"

static void labels_are_compared_where_labels_are_to_differ(void **state) {
    static const struct {
        const char *body;
        size_t findings;
    } rows[] = {
        {"[{\"label\":\"a\"},{\"label\":\"b\"},{\"label\":\"c\"}]", 0},
        {"[{\"label\":\"a\"},{\"label\":\"b\"},{\"label\":\"\\u0061\"}]", 1},
        {"[{},{},{}]", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1)
        assert_int_equal(steelyard_report_finding_count(verify(PROFILE, rows[i].body)), rows[i].findings);
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(labels_are_compared_where_labels_are_to_differ)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
