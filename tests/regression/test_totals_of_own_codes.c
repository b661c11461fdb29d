/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: the table of totals had room for every code of ISO 4217 and every code that the options give digits, but
 * not for those that the profile gives digits. A body whose wallets were in more currencies than that wrote past the
 * table's end, into the sums that were then begun there: the last totals had no currency, no wallets and no amounts.
 * Now all three sources count. Suspect verify/conclude.c.
 */
#include "engine.h"

/* More codes than ISO 4217 has, none of them in it. */
#define CODES 200

static void every_code_of_the_profile_has_its_total(void **state) {
    long_text options = {NULL, 0, 0, 0};
    long_text body = {NULL, 0, 0, 0};
    const char *json;
    size_t totals = 0;
    (void)state;
    append(&options, "{\"profile\":{\"profile\":\"p\",\"wallets\":{\"at\":\"\",\"as\":[\"list\"]},\"unit\":\"major\","
                     "\"amounts\":{\"cash\":{\"at\":\"/cash\"}},\"currency\":{\"from\":\"member\",\"at\":\"/code\","
                     "\"minorUnits\":{");
    append_numbered(&options, "\"Q%u\":2", CODES);
    append(&options, "}}}}");
    append(&body, "[");
    append_numbered(&body, "{\"cash\":\"1.00\",\"code\":\"Q%u\"}", CODES);
    append(&body, "]");
    json = strstr(json_of(verify(options.bytes, body.bytes)), "\"totals\":");
    assert_non_null(json);
    assert_null(strstr(json, "{\"currency\":null"));
    while ((json = strstr(json, "\"wallets\":1,\"amounts\":{\"cash\":\"1.00\"")) != NULL) {
        totals += 1;
        json += 1;
    }
    assert_int_equal(totals, CODES);
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_code_of_the_profile_has_its_total)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
