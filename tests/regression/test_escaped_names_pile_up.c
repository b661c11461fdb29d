/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: every comparison of two header names, and of two wallet ids of creditLimit, copied the names that hold
 * escapes into the arena, where nothing is given back: 500 headers with names of 1,000 bytes took 250 MB.
 */
#include "engine.h"

static void names_with_escapes_are_copied_once(void **state) {
    static const char *const options[] = {"{\"headers\":{", "{\"creditLimit\":{"};
    (void)state;
    for (size_t i = 0; i < 2; i += 1) {
        long_text text = {NULL, 0, 0, 0};
        append(&text, options[i]);
        for (unsigned number = 0; number < 500; number += 1) {
            char name[32];
            (void)snprintf(name, sizeof name, "%s\"\\u0061%03u", number == 0 ? "" : ",", number);
            append(&text, name);
            append_times(&text, "0123456789", 100);
            append(&text, "\":\"1\"");
        }
        append(&text, "}}");
        engine_reset();
        engine_arena()->touched_nbytes = 0;
        (void)compile(text.bytes);
        assert_in_range(engine_arena()->touched_nbytes, text.nbytes, 8 * text.nbytes);
    }
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_with_escapes_are_copied_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
