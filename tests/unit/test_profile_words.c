/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_profile_words.c - a profile in words: each member of the language comes out as the sentence that its author would
 * say. The sentences were written by hand beside the profiles. Suspect profile_words*.c, profile_check.c.
 */
#include "engine.h"

static const char *words_of(const char *profile) {
    static char *text;
    steelyard_span span;
    steelyard_fault fault;
    engine_reset();
    if (steelyard_profile_explain(engine_arena(), span_of(profile), &span, &fault) != STEELYARD_OK)
        fail_msg("%s: %s", profile, text_of(fault.message));
    free(text);
    text = malloc(span.nbytes + 1);
    assert_non_null(text);
    memcpy(text, span.bytes, span.nbytes);
    text[span.nbytes] = '\0';
    return text;
}

/* A profile as small as they get, with these members besides. */
#define WITH(members)                                                                                                  \
    "{\"profile\":\"acme\",\"wallets\":{\"at\":\"/list\",\"as\":[\"list\"]},\"currency\":{\"from\":\"option\"},"       \
    "\"unit\":\"major\",\"amounts\":{\"total\":{\"at\":\"/sum\"},\"cash\":{\"at\":\"/own\"}}" members "}"

static void the_smallest_profile(void **state) {
    (void)state;
    assert_string_equal(words_of(WITH("")), "Profile acme\n"
                                            "\nKnown to auto, the least rank first\n"
                                            "  never: the option profile has to name it\n"
                                            "\nTime of the snapshot\n"
                                            "  not given, so that ages cannot be judged\n"
                                            "\nWallets\n"
                                            "  /list: each element of a list is a wallet\n"
                                            "\nMembers of a wallet\n"
                                            "  currency: the option currency\n"
                                            "\nAmounts, in major units, sent as a number\n"
                                            "  total: /sum\n"
                                            "  cash: /own\n"
                                            "\nWhat must hold, and the finding where it does not\n"
                                            "  nothing beyond what every profile asks of bodies, amounts and times\n"
                                            "\nBest verdict: valid, as there is no formula to recompute.\n");
}

static void each_member_has_its_sentence(void **state) {
    static const struct {
        const char *profile;
        const char *sentences[4];
    } rows[] = {
        {WITH(",\"source\":\"docs.acme.example\""), {"\nDocumented\n  docs.acme.example\n"}},
        {WITH(",\"source\":[\"a\",\"b\"]"), {"\nDocumented\n  a\n  b\n"}},
        {WITH(",\"detect\":[{\"rank\":7,\"has\":[\"a\",\"b\"],\"without\":[\"c\"]},{\"has\":[\"d\"],\"inside\":\"e\","
              "\"orFirstOfList\":true}]"),
         {"  rank 7: the body has a, b, and none of c\n",
          "  the body, or the first element of a list, has d with e\n"}},
        {WITH(
             ",\"envelope\":{\"success\":\"/ok\",\"error\":{\"at\":\"/error\",\"unless\":[\"/list\"],\"code\":\"/error/code\","
             "\"messages\":[{\"at\":\"/error/text\",\"as\":[\"text\"]}]},\"warning\":{\"at\":\"/notes\",\"code\":\"notes\"}}"),
         {"  /ok is true: a success, else the provider's error\n",
          "  /error is there and none of /list: the provider's error\n",
          "  the error's messages stand at /error/text, its code at /error/code\n",
          "  acme.notes (warn): /notes should be empty in an answer that is a success.\n"}},
        {WITH(",\"envelope\":{\"success\":\"/ok\",\"failure\":\"/bad\",\"code\":\"both\"}"),
         {"  /bad is true: the provider's error\n",
          "  acme.both (invalid): exactly one of /ok and /bad must be true.\n"}},
        {WITH(
             ",\"envelope\":{\"error\":{\"at\":\"/error\",\"unlessEmpty\":true,\"messages\":[{\"at\":\"/error\",\"as\":[\"texts\"]}]}}"),
         {"  /error is there and not empty: the provider's error\n", "  the error's messages stand at /error\n"}},
        {WITH(
             ",\"envelope\":{\"error\":{\"at\":\"/errors\",\"unlessEmpty\":true,\"unless\":[\"/list\"],\"code\":\"/errors/0/code\","
             "\"messages\":[{\"at\":\"/errors\",\"as\":[\"messages\"],\"message\":[\"detail\",\"title\"]},"
             "{\"at\":\"/more\",\"as\":[\"messages\"],\"message\":\"text\"}]}}"),
         {"  /errors is there and not empty and none of /list: the provider's error\n",
          "  the error's messages stand at /errors in detail or title, /more in text, its code at /errors/0/code\n"}},
        {WITH(",\"envelope\":{\"error\":{\"at\":\"/error\",\"unlessEmpty\":false}}"),
         {"  /error is there: the provider's error\n"}},
        {WITH(",\"snapshot\":{\"at\":\"/at\",\"type\":\"unix_milliseconds\",\"required\":true}"),
         {"  /at, unix_milliseconds, required\n"}},
        {WITH(",\"snapshot\":{\"at\":\"/at\",\"type\":\"rfc3339\",\"utc\":true}"),
         {"  /at, rfc3339, documented as UTC\n"}},
        {WITH(",\"id\":{\"at\":\"/id\",\"type\":\"uuid\",\"required\":true}"), {"  id: /id, uuid, required\n"}},
        {WITH(",\"status\":{\"at\":\"/state\",\"values\":{\"OPEN\":\"active\",\"SHUT\":\"closed\"}}"),
         {"  status: /state: OPEN is active, SHUT is closed\n"}},
        {WITH(
             ",\"kind\":{\"at\":\"/kind\",\"required\":true,\"values\":{\"P\":\"prepaid\"},\"code\":\"kind\",\"outcome\":\"warn\"}"),
         {"  kind: /kind, required: P is prepaid\n", "  acme.kind (warn): /kind must be one of P.\n"}},
        {WITH(
             ",\"flags\":{\"open\":{\"at\":\"/is_open\",\"required\":true}},\"texts\":{\"region\":{\"at\":\"/region\"}}"),
         {"  flag open: /is_open, required\n", "  text region: /region\n"}},
        {WITH(",\"carrier\":\"string\""), {"Amounts, in major units, sent as a string\n"}},
        {WITH(",\"formulas\":[{\"code\":\"sum\",\"amount\":\"total\",\"is\":\"cash + 1.50\"}]"),
         {"  acme.sum (fail): total must be cash + 1.50, in each wallet.\n", "Best verdict: verified, where"}},
        {WITH(
             ",\"derive\":[{\"amount\":\"spendable\",\"as\":\"total - cash\",\"when\":[\"unit is known\",\"total > 0\"]}]"),
         {"  spendable: where it is not given, total - cash where the unit is known and total is above 0\n"}},
        {WITH(",\"flags\":{\"open\":{\"at\":\"/o\"}},\"checks\":[{\"code\":\"c\",\"outcome\":\"warn\",\"at\":\"total\","
              "\"that\":\"-total <= cash - 1\","
              "\"when\":[\"not open\",\"currency is not 'XXX'\",\"total = cash\"],\"unknown\":\"limit_unknown\"}]"),
         {"  acme.c (warn): -total must be at most cash - 1, in each wallet where open is false and currency is not 'XXX' and total "
          "equals cash; where an amount for it is not known, the finding is unverifiable with the reason limit_unknown.\n"}},
        {WITH(",\"id\":{\"at\":\"/id\",\"type\":\"text\"},\"unique\":{\"of\":\"id\",\"code\":\"twice\"},"
              "\"order\":{\"of\":\"id\",\"direction\":\"descending\",\"code\":\"order\",\"outcome\":\"warn\"}"),
         {"  acme.twice (fail): no two wallets may have the same id.\n",
          "  acme.order (warn): the wallets must stand by id, descending.\n"}},
        /* Escapes of JSON are undone, and what would steer a terminal is not let through. */
        {WITH(",\"source\":\"\\u0061\\u001b[31m\\u202e\""), {"\n  a\xef\xbf\xbd[31m\xef\xbf\xbd\n"}},
        {"{\"profile\":\"acme\",\"wallets\":{\"at\":\"\",\"as\":[\"object\",\"list\"],\"null\":\"no_data\"},"
         "\"currency\":{\"from\":\"id\",\"at\":\"/c\",\"required\":true},\"unit\":\"option\","
         "\"amounts\":{\"total\":{\"at\":\"/t\",\"required\":true,\"carrier\":\"string\"},"
         "\"overdraftLimit\":{\"option\":\"creditLimit\",\"when\":[\"total < 0\"]}}}",
         {"  the body itself: an object is one wallet, each element of a list is a wallet; null means that there is no data\n",
          "  currency: /c, an id that the option currencies maps to a code, required\n",
          "Amounts, in a unit that the provider does not document; the option unit says it, sent as a number\n"
          "  total: /t, required, sent as a string\n",
          "  overdraftLimit: the option creditLimit where total is below 0\n"}},
        {"{\"profile\":\"acme\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},\"currency\":{\"from\":\"option\",\"default\":\"USD\"},"
         "\"unit\":\"major\",\"amounts\":{\"total\":{\"at\":\"/t\"}}}",
         {"  currency: the option currency, else USD\n"}},
        {"{\"profile\":\"acme\",\"wallets\":{\"at\":\"\",\"as\":[\"keyed\"]},\"currency\":{\"from\":\"key\","
         "\"values\":{\"USD.F\":\"USDF\"},\"minorUnits\":{\"USDF\":4,\"XBT\":8}},"
         "\"unit\":\"major\",\"amounts\":{\"total\":{\"at\":\"\"}}}",
         {"  currency: the name under which the wallet stands: USD.F is USDF\n  digits behind the point: USDF 4, XBT 8\n\nAmounts"}},
        {"{\"profile\":\"acme\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},\"currency\":{\"from\":\"option\","
         "\"minorUnits\":{}},\"unit\":\"major\",\"amounts\":{\"total\":{\"at\":\"/t\"}}}",
         {"  currency: the option currency\n\nAmounts"}},
        {"{\"profile\":\"acme\",\"extends\":\"payop\",\"source\":\"docs.acme.example\",\"checks\":[{\"code\":\"debt\","
         "\"at\":\"pending\",\"that\":\"pending >= 0\"}]}",
         {"Profile acme, which extends payop\n\nDocumented\n  docs.acme.example\n",
          "  acme.total (fail): total must be available + referral + pending + reserved",
          "  acme.debt (fail): pending must be at least 0, in each wallet.\n",
          "  never: the option profile has to name it\n"}},
        {"{\"profile\":\"acme\",\"wallets\":{\"join\":\"currency\",\"lists\":{\"free\":{\"at\":\"/free\",\"required\":true},"
         "\"held\":{\"at\":\"/held\"}}},"
         "\"currency\":{\"from\":\"member\",\"at\":\"/code\",\"case\":\"lower\",\"values\":{\"usdt\":\"USDT\"}},"
         "\"unit\":{\"minor\":{\"ISK\":2}},"
         "\"amounts\":{\"available\":{\"at\":\"/amount\",\"in\":\"free\"},\"pending\":{\"at\":\"/amount\",\"in\":\"held\","
         "\"unit\":{\"digits\":4},\"carrier\":\"either\"},"
         "\"cards\":{\"sum\":\"/parts\",\"of\":\"/amount\",\"where\":{\"at\":\"/type\",\"is\":[\"card\",7]},\"in\":\"free\"}}}",
         {"  put together out of several lists, by currency\n    list free at /free, required\n    list held at /held\n",
          "  currency: /code, in small letters: usdt is USDT\n",
          "\nAmounts, in whole minor units of the currency, but for ISK with 2 digits behind the point, sent as a number\n"
          "  available: /amount in the list free\n"
          "  pending: /amount in the list held, sent as a number or a string, in integers with 4 digits behind the point\n",
          "  cards: the sum of /amount over what stands in /parts in the list free, where /type is 'card' or 7\n"}},
        {"{\"profile\":\"acme\",\"envelope\":{\"success\":{\"at\":\"/status\",\"is\":\"ok\"}},\"wallets\":{\"at\":\"/w\","
         "\"as\":[\"keyed\"],\"skip\":[\"as_of\"]},"
         "\"currency\":{\"from\":\"key\"},\"unit\":{\"at\":\"/scale\",\"in\":\"body\"},\"amounts\":{\"total\":{\"at\":\"\"}}}",
         {"  /status is 'ok': a success, else the provider's error\n",
          "  /w: each member of an object is a wallet, its name is the key, but for as_of\n",
          "  currency: the name under which the wallet stands\n",
          "in integers with as many digits behind the point as stated at /scale of the body, sent as a number\n  total: the wallet "
          "itself\n"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const char *text = words_of(rows[i].profile);
        for (size_t j = 0; j < 4 && rows[i].sentences[j] != NULL; j += 1)
            if (strstr(text, rows[i].sentences[j]) == NULL) fail_msg("no `%s` in\n%s", rows[i].sentences[j], text);
    }
}

static void every_built_in_profile_can_be_said(void **state) {
    (void)state;
    for (size_t i = 0; i < steelyard_profile_count(); i += 1) {
        steelyard_span text;
        steelyard_fault fault;
        engine_reset();
        assert_int_equal(steelyard_profile_explain(engine_arena(), steelyard_profile_json(i), &text, &fault),
                         STEELYARD_OK);
        assert_true(text.nbytes > 500);
    }
}

static void refused(const char *profile, steelyard_status status, size_t offset, const char *message) {
    steelyard_span text;
    steelyard_fault fault;
    engine_reset();
    assert_int_equal(steelyard_profile_explain(engine_arena(), span_of(profile), &text, &fault), status);
    assert_string_equal(text_of(fault.option), "profile");
    if (strstr(text_of(fault.message), message) == NULL) fail_msg("%s: %s", profile, text_of(fault.message));
    assert_int_equal(fault.offset, offset);
}

static void what_is_wrong_is_refused(void **state) {
    (void)state;
    refused("", STEELYARD_CALL_ARGUMENT, 0, "There is nothing but white space.");
    refused("{\n\"profile\": }", STEELYARD_CALL_ARGUMENT, 13, "The text breaks the grammar of JSON.");
    refused("\"paywall\"", STEELYARD_CALL_ARGUMENT, STEELYARD_NO_OFFSET, "a profile is a JSON object.");
    refused("null", STEELYARD_CALL_ARGUMENT, STEELYARD_NO_OFFSET, "a profile is a JSON object.");
}

/* The offset is that of the value in the text given, white space and byte order mark before it included. */
static void a_wrong_rule_is_found_in_the_text_that_was_given(void **state) {
    static const char *const before[] = {"", " \n ", "\xef\xbb\xbf"};
    (void)state;
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i += 1) {
        char profile[1024];
        steelyard_span text;
        steelyard_fault fault;
        (void)snprintf(profile, sizeof profile, "%s%s", before[i],
                       WITH(",\"formulas\":[{\"code\":\"sum\",\"amount\":\"total\",\"is\":\"cash + gold\"}]"));
        assert_int_equal(steelyard_profile_explain(engine_arena(), span_of(profile), &text, &fault),
                         STEELYARD_OPTION_VALUE);
        assert_string_equal(text_of(fault.path), "/formulas/0/is");
        assert_int_equal(fault.offset, (size_t)(strstr(profile, "\"cash + gold\"") - profile));
        assert_int_equal(strncmp(text_of(fault.message), "/formulas/0/is: ", 16), 0);
    }
}

static void every_arena_is_enough_or_said_to_be_too_small(void **state) {
    static unsigned char bytes[256 * 1024];
    steelyard_status status = STEELYARD_MEMORY;
    (void)state;
    for (size_t nbytes = 0; nbytes <= sizeof bytes && status == STEELYARD_MEMORY; nbytes += 500) {
        steelyard_arena arena;
        steelyard_span text;
        steelyard_fault fault;
        steelyard_arena_lend(&arena, bytes, nbytes);
        status = steelyard_profile_explain(&arena, steelyard_profile_json(0), &text, &fault);
        if (status != STEELYARD_MEMORY) break;
        assert_int_equal(arena.used_nbytes, 0);
        assert_true(fault.arena_nbytes > nbytes);
    }
    assert_int_equal(status, STEELYARD_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_profile),
        cmocka_unit_test(each_member_has_its_sentence),
        cmocka_unit_test(every_built_in_profile_can_be_said),
        cmocka_unit_test(what_is_wrong_is_refused),
        cmocka_unit_test(a_wrong_rule_is_found_in_the_text_that_was_given),
        cmocka_unit_test(every_arena_is_enough_or_said_to_be_too_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
