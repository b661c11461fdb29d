/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explanations.c - the rows. A test runs every example and looks for its code in the answer, and another holds that no
 * status, verdict, cause or reason is without a row.
 */
#include "explain/explanations.h"

#include "base/assert.h"
#include "base/limits.h"

/* Bodies, as short as their providers let them be. */
#define PAYWINT_MORE(total, available, more)                                                                           \
    "{\"success\":true,\"data\":{\"current_balance\":" total ",\"available_balance\":" available "}" more "}"
#define PAYWINT(total, available) PAYWINT_MORE(total, available, "")
#define PAYOP_AT(time, code, available, referral, total)                                                               \
    "{\"snapshotAt\":\"" time "\",\"currencies\":[" PAYOP_WALLET(code, available, referral, total) "]}"
#define PAYOP_WALLET(code, available, referral, total)                                                                 \
    "{\"code\":\"" code "\",\"balance\":{\"available\":" available ",\"referral\":\"" referral                         \
    "\",\"pending\":\"0.00\",\"reserve\":\"0.00\",\"total\":\"" total "\"}}"
#define PAYOP(available, referral, total) PAYOP_AT("2026-01-01T00:00:00Z", "EUR", available, referral, total)
#define POPUP(id, amount, type) "{\"id\":" id ",\"currency_id\":1,\"amount\":" amount ",\"type\":\"" type "\"}"
#define JUICYWAY(status)                                                                                               \
    "{\"data\":{\"id\":\"w1\",\"status\":\"" status "\",\"balance\":{\"amount\":10.00,\"currency\":\"USD\"}}}"
#define PAYWALL(gifts, total)                                                                                          \
    "{\"IsSuccess\":true,\"IsFailure\":false,\"Value\":{\"Id\":\"00000000-0000-4000-8000-000000000001\","              \
    "\"WalletBalance\":0,\"GiftBalances\":[" gifts "],\"TotalGiftBalance\":" total ",\"BlockedBalance\":0,"            \
    "\"TotalBalance\":" total ",\"AvailableBalance\":" total "}}"

#define LISTS16 "[[[[[[[[[[[[[[[["
#define LISTS128 LISTS16 LISTS16 LISTS16 LISTS16 LISTS16 LISTS16 LISTS16 LISTS16
#define NINES "99999999999999999999999999999999999999"

SY_STATIC_ASSERT(sizeof(LISTS128) - 1 == SY_DEPTH_MAX, "one list more is too deep");
SY_STATIC_ASSERT(sizeof(NINES) - 1 == SY_COEFFICIENT_DIGITS_MAX, "one more is out of range");

#define LEDGER(amount, value) "{\"currencies\":{\"USD\":{\"" amount "\":\"" value "\"}}}"

#define PROFILE(name) "{\"profile\":\"" name "\"}"

const sy_explanation sy_explanations[] = {
    /* ---- what calls return ---- */
    {"ok", SY_TOPIC_CALL, "The call did what was asked.", "Nothing.", SY_EXAMPLE_WORDS, NULL, NULL, NULL},
    {"memory", SY_TOPIC_CALL, "Nothing was judged, and nothing of the body was kept.",
     "In C lend as much as the fault's arena_nbytes says and call again. Elsewhere lower maxBytes, so that an answer of "
     "this size is refused with json.size.",
     SY_EXAMPLE_WORDS, NULL, NULL, NULL},
    {"option.unknown", SY_TOPIC_CALL,
     "An option that is passed over in silence would change what is checked without anybody noticing.",
     "Look at the name: the error says which one it is.", SY_EXAMPLE_COMPILE, "{\"curency\":\"USD\"}", NULL, NULL},
    {"option.type", SY_TOPIC_CALL, "A value of another type would have to be guessed at, and money is not guessed at.",
     "Pass the type that the option has; amounts and limits are strings, as numbers would lose digits.",
     SY_EXAMPLE_COMPILE, "{\"creditLimit\":100}", NULL, NULL},
    {"option.value", SY_TOPIC_CALL,
     "The option has the right type, but what it says cannot be followed. A profile with a mistake is such a value.",
     "Read the message: it names the place. For a profile `steelyard profile check FILE` gives line and column.",
     SY_EXAMPLE_COMPILE, "{\"currency\":\"usd\"}", NULL, NULL},
    {"call.body", SY_TOPIC_CALL,
     "A body that was parsed already has lost what is checked here: digits, duplicates, offsets.",
     "Pass the answer's text, or better its bytes: await response.arrayBuffer().", SY_EXAMPLE_WORDS, NULL,
     "steelyard.verify({ data: null })", NULL},
    {"call.amount", SY_TOPIC_CALL, "Whether nothing, or less than nothing, may be spent is no question.",
     "Pass a string such as \"10.00\".", SY_EXAMPLE_SPEND, PROFILE("paywint"), PAYWINT("10.00", "10.00"),
     "{\"amount\":\"0\"}"},
    {"call.argument", SY_TOPIC_CALL, "The call cannot begin with it.",
     "The error names the argument. Scales go from 0 to " SY_TEXT_OF(
         SY_SCALE_DIGITS_MAX) "; reports are those of this engine, whole.",
     SY_EXAMPLE_QUANTIZE, NULL, "1.005", "39"},
    {"decimal.syntax", SY_TOPIC_CALL,
     "Operands are written as JSON writes numbers, so that there is one way to read them.",
     "Take away group separators, plus signs and spaces, and write a point before the fraction.", SY_EXAMPLE_MULTIPLY,
     NULL, "1,5", "2"},
    {"decimal.range", SY_TOPIC_CALL, "What does not fit is refused: it is never rounded, never wrapped.",
     "Split the calculation, or drop digits that carry nothing.", SY_EXAMPLE_MULTIPLY, NULL, "1e30", "1e30"},
    {"report.no_canonical", SY_TOPIC_CALL,
     "A snapshot of an answer that could not be read would look like a wallet with nothing in it.",
     "Ask only where the verdict is none of malformed, provider_error and invalid; keep the last good snapshot meanwhile.",
     SY_EXAMPLE_CANONICAL, PROFILE("paywint"), "{\"success\":false}", NULL},

    /* ---- malformed ---- */
    {"json.syntax", SY_TOPIC_MALFORMED, "Parsers mend such texts in different ways, and would see different balances.",
     "Look at the offset. Often the answer is an error page in HTML, or was cut short: check status and content type.",
     SY_EXAMPLE_VERIFY, NULL, "{\"data\":{},}", NULL},
    {"json.utf8", SY_TOPIC_MALFORMED, "JSON is UTF-8; what other bytes mean depends on who reads them.",
     "Pass the bytes as they came, not a text that was decoded with another encoding.", SY_EXAMPLE_VERIFY, NULL,
     "{\"name\":\"\xff\"}", NULL},
    {"json.surrogate", SY_TOPIC_MALFORMED, "Such a text stands for no character, and two parsers may differ about it.",
     "Tell the provider: somewhere a text is cut in the middle of a character.", SY_EXAMPLE_VERIFY, NULL,
     "{\"name\":\"\\ud800\"}", NULL},
    {"json.depth", SY_TOPIC_MALFORMED,
     "No balance is nested so deeply; such texts are made to exhaust whoever reads them.",
     "Treat the answer as hostile or broken.", SY_EXAMPLE_VERIFY, NULL, LISTS128 "[", NULL},
    {"json.size", SY_TOPIC_MALFORMED, "The body was not read at all, so that size alone cannot harm.",
     "Raise maxBytes only where the provider really sends so much.", SY_EXAMPLE_VERIFY, "{\"maxBytes\":8}",
     "{\"data\":null}", NULL},
    {"json.empty", SY_TOPIC_MALFORMED, "No answer is not a balance of zero.",
     "Fetch again; look at the HTTP status, as 204 and 304 have no body.", SY_EXAMPLE_VERIFY, NULL, " ", NULL},
    {"json.trailing", SY_TOPIC_MALFORMED, "Which of two texts is the answer cannot be known.",
     "Verify one response at a time; for a file with one on each line there is `steelyard audit`.", SY_EXAMPLE_VERIFY,
     NULL, "{} {}", NULL},

    /* ---- invalid ---- */
    {"json.duplicate_key", SY_TOPIC_INVALID,
     "Parsers take the first, the last or neither: whoever sends both can show two balances to two readers.",
     "Do not use the wallet. Tell the provider, and look for something between you that rewrites answers.",
     SY_EXAMPLE_VERIFY, PROFILE("paywint"), PAYWINT("10.00", "10.00,\"available_balance\":99.00"), NULL},
    {"member.missing", SY_TOPIC_INVALID, "What is missing is not zero, and nothing is put in its place.",
     "Compare the path with the provider's documentation: another version of the API, or another profile, may fit.",
     SY_EXAMPLE_VERIFY, PROFILE("paywint"), "{\"success\":true,\"data\":{\"current_balance\":10.00}}", NULL},
    {"member.type", SY_TOPIC_INVALID, "A value of another type, null included, cannot be read without guessing.",
     "Compare the path with the provider's documentation.", SY_EXAMPLE_VERIFY, PROFILE("paywint"),
     PAYWINT("10.00", "true"), NULL},
    {"id.syntax", SY_TOPIC_INVALID, "An id that is written in another way may be taken for another wallet's.",
     "Tell the provider, or say in your profile how ids are written.", SY_EXAMPLE_VERIFY, PROFILE("popup"),
     POPUP("1.5", "10.00", "PREPAID"), NULL},
    {"amount.syntax", SY_TOPIC_INVALID,
     "Group separators, plus signs, spaces and leading zeros are read differently by different programs.",
     "Tell the provider; do not mend the text yourself.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"1,000.00\"", "0.00", "1000.00"), NULL},
    {"amount.range", SY_TOPIC_INVALID, "It would have to be rounded to be held, and amounts are never rounded here.",
     "No real balance is so long: suspect the source.", SY_EXAMPLE_VERIFY, PROFILE("paywint"),
     PAYWINT("1e400", "10.00"), NULL},
    {"currency.syntax", SY_TOPIC_INVALID, "Amounts without a certain currency cannot be added, printed or spent.",
     "Codes of other assets (USDT) are named in the option minorUnits; a provider's own spelling in a profile.",
     SY_EXAMPLE_VERIFY, PROFILE("payop"), PAYOP_AT("2026-01-01T00:00:00Z", "eur", "\"10.00\"", "0.00", "10.00"), NULL},
    {"timestamp.syntax", SY_TOPIC_INVALID, "A time that has to be guessed makes an old snapshot look new.",
     "RFC 3339 needs a T, seconds and an offset. Tell the provider, or say the type in your profile.",
     SY_EXAMPLE_VERIFY, PROFILE("payop"), PAYOP_AT("2026-01-01 00:00", "EUR", "\"10.00\"", "0.00", "10.00"), NULL},
    {"timestamp.range", SY_TOPIC_INVALID, "Mostly milliseconds stand where seconds are documented.",
     "Check the unit: a profile can say unix_milliseconds.", SY_EXAMPLE_VERIFY, PROFILE("paywint"),
     PAYWINT_MORE("10.00", "10.00", ",\"queryGeneratedTime\":1756883312350"), NULL},
    {"header.syntax", SY_TOPIC_INVALID, "Pages that are counted wrongly are wallets that are left out.",
     "Pass the headers as they came; several values of one header are no number.", SY_EXAMPLE_VERIFY,
     "{\"profile\":\"popup\",\"headers\":{\"X-Page\":\"one\"}}", "[" POPUP("1", "10.00", "PREPAID") "]", NULL},
    {"profile.undetected", SY_TOPIC_INVALID, "Without a profile nothing in the body has a meaning.",
     "Name the provider in the option profile, or describe yours in one: see core/profiles/README.md.",
     SY_EXAMPLE_VERIFY, NULL, "{\"balance\":10.00}", NULL},

    /* ---- fail, stale, unverifiable ---- */
    {"amount.precision", SY_TOPIC_FAIL,
     "Nobody can pay half a cent: such digits come from binary floating point, a division, or another currency.",
     "Do not round it away. Ask the provider; where the currency has more digits, say so in minorUnits.",
     SY_EXAMPLE_VERIFY, PROFILE("paywint"), PAYWINT("10.005", "10.00"), NULL},
    {"snapshot.stale", SY_TOPIC_STALE, "The money may have been spent since.",
     "Fetch again. Where that does not help, something between you and the provider keeps old answers.",
     SY_EXAMPLE_VERIFY, "{\"profile\":\"payop\",\"maxAge\":60,\"now\":\"2026-01-01T01:00:00Z\"}",
     PAYOP("\"10.00\"", "0.00", "10.00"), NULL},
    {"snapshot.future", SY_TOPIC_STALE, "One of two clocks is wrong, so that no age can be trusted.",
     "Compare your clock with a time server; then ask the provider.", SY_EXAMPLE_VERIFY,
     "{\"profile\":\"payop\",\"maxAge\":60,\"now\":\"2025-12-31T23:00:00Z\"}", PAYOP("\"10.00\"", "0.00", "10.00"),
     NULL},
    {"amount.unit", SY_TOPIC_UNVERIFIABLE, "10 may be ten units or ten hundredths: a factor of a hundred.",
     "Ask the provider, then say it in the option unit.", SY_EXAMPLE_VERIFY, PROFILE("juicyway"), JUICYWAY("active"),
     NULL},
    {"no_data", SY_TOPIC_UNVERIFIABLE, "No wallet is not a wallet with nothing in it.",
     "Do not show zero. Check the user or account that was asked for.", SY_EXAMPLE_VERIFY, PROFILE("paywint"),
     "{\"success\":true,\"data\":null}", NULL},
    {"snapshot.age_unknown", SY_TOPIC_UNVERIFIABLE, "An age was asked for, and the answer has no time to judge it by.",
     "Leave maxAge out for this provider, and bound the age by when you fetched.", SY_EXAMPLE_VERIFY,
     "{\"profile\":\"paywint\",\"maxAge\":60,\"now\":\"2026-01-01T00:00:00Z\"}", PAYWINT("10.00", "10.00"), NULL},

    /* ---- warn ---- */
    {"amount.form", SY_TOPIC_WARN,
     "The value is exact all the same, but the provider's API has changed, or is not the one documented.",
     "Check the version of the API; other readers may take the number for floating point.", SY_EXAMPLE_VERIFY,
     PROFILE("payop"), PAYOP("10.00", "0.00", "10.00"), NULL},
    {"amount.scale", SY_TOPIC_WARN,
     "The value is right; the writing hints at another currency or another rule of writing.",
     "Nothing, unless it comes with other findings.", SY_EXAMPLE_VERIFY, PROFILE("paywint"), PAYWINT("10.000", "10.00"),
     NULL},
    {"currency.unknown", SY_TOPIC_WARN, "How many digits it has is not known, so that precision is not judged.",
     "Name it with its digits in the option minorUnits.", SY_EXAMPLE_VERIFY,
     "{\"profile\":\"paywint\",\"currency\":\"XYZ\"}", PAYWINT("10.00", "10.00"), NULL},
    {"currency.unmapped", SY_TOPIC_WARN, "The wallet's currency stays unknown, and with it its digits.",
     "Add the id to the option currencies.", SY_EXAMPLE_VERIFY,
     "{\"profile\":\"popup\",\"currencies\":{\"2\":\"EUR\"}}", POPUP("1", "10.00", "PREPAID"), NULL},
    {"status.unknown", SY_TOPIC_WARN, "A wallet of unknown status is not spent from.",
     "Look the status up at the provider; a profile of your own can name it.", SY_EXAMPLE_VERIFY,
     "{\"profile\":\"juicyway\",\"unit\":\"major\"}", JUICYWAY("closing"), NULL},
    {"timestamp.not_utc", SY_TOPIC_WARN,
     "The time was converted; that it has another offset than documented hints at another server.",
     "Nothing, unless ages look wrong.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP_AT("2026-01-01T02:00:00+02:00", "EUR", "\"10.00\"", "0.00", "10.00"), NULL},
    {"profile.rule", SY_TOPIC_RULE,
     "Findings of this kind carry the profile's name and the rule's code, such as payop.total.",
     "Explain that code; for a profile of your own give its file, too.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"10.00\"", "20.00", "35.00"), NULL},

    /* ---- diff ---- */
    {"diff.time_reversed", SY_TOPIC_DIFF, "Changes read backwards turn payments into deposits.",
     "Swap the two; where they came in this order, a cache answered with an old one.", SY_EXAMPLE_DIFF,
     PROFILE("payop"), PAYOP_AT("2026-01-02T00:00:00Z", "EUR", "\"10.00\"", "0.00", "10.00"),
     PAYOP("\"10.00\"", "0.00", "10.00")},
    {"diff.same_time", SY_TOPIC_DIFF,
     "Both cannot be true: one of them was changed, or the time is not that of the balances.",
     "Keep both as they are and ask the provider.", SY_EXAMPLE_DIFF, PROFILE("payop"),
     PAYOP("\"10.00\"", "0.00", "10.00"), PAYOP("\"12.00\"", "0.00", "12.00")},

    /* ---- causes ---- */
    {"float_drift", SY_TOPIC_CAUSE,
     "The difference is below half a minor unit: no money is missing, but the provider's arithmetic cannot be trusted.",
     "Report it to the provider with the finding's expected and actual.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"0.10\"", "0.20", "0.30000000000000004"), NULL},
    {"rounding", SY_TOPIC_CAUSE, "The difference is no more than half a minor unit for each term.",
     "Ask for the amounts before rounding; where the difference grows from day to day it is not rounding.",
     SY_EXAMPLE_VERIFY, PROFILE("payop"), PAYOP("\"10.00\"", "20.00", "30.01"), NULL},
    {"sign", SY_TOPIC_CAUSE, "A debt is shown as a credit, or the reverse.",
     "Do not pay from this wallet until it is cleared up.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"10.00\"", "20.00", "-30.00"), NULL},
    {"minor_units", SY_TOPIC_CAUSE, "The two differ by a power of ten, as cents and units do.",
     "Check in which unit the provider sends each amount.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"10.00\"", "20.00", "3000.00"), NULL},
    {"omitted", SY_TOPIC_CAUSE, "The stated amount is what the others add up to without the term.",
     "Compare the finding's term: it may be newer than the stated amount.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"10.00\"", "20.00", "10.00"), NULL},
    {"double_counted", SY_TOPIC_CAUSE, "More is shown than there is.",
     "Do not pay out the difference; report the finding's term.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"10.00\"", "20.00", "50.00"), NULL},
    {"flipped", SY_TOPIC_CAUSE, "The stated amount is off by twice the term.",
     "Report the finding's term and its sign.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"10.00\"", "20.00", "-10.00"), NULL},
    {"counted_original", SY_TOPIC_CAUSE, "Gifts that were spent in part are shown as if they were whole.",
     "Take what remains of each gift as the truth.", SY_EXAMPLE_VERIFY, PROFILE("paywall"),
     PAYWALL("{\"Amount\":20.00,\"RemainingAmount\":5.00}", "20.00"), NULL},
    {"counted_expired", SY_TOPIC_CAUSE, "Money is shown that can no longer be spent.",
     "Take the expected amount; check that the option now is the time of the answer.", SY_EXAMPLE_VERIFY,
     "{\"profile\":\"paywall\",\"now\":\"2026-01-01T00:00:00Z\"}",
     PAYWALL("{\"Amount\":5.00},{\"Amount\":7.00,\"ExpirationDate\":\"2025-12-31T00:00:00Z\"}", "12.00"), NULL},
    {"transposed", SY_TOPIC_CAUSE, "Somebody typed the amount.", "Ask the provider where amounts are entered by hand.",
     SY_EXAMPLE_VERIFY, PROFILE("payop"), PAYOP("\"12.00\"", "24.00", "63.00"), NULL},
    {"unknown", SY_TOPIC_CAUSE, "The amounts contradict each other in a way that no usual mistake explains.",
     "Read the delta. Look for a pending payment of that amount, then ask the provider.", SY_EXAMPLE_VERIFY,
     PROFILE("payop"), PAYOP("\"10.00\"", "20.00", "35.00"), NULL},

    /* ---- why an equality or a check is undecided ---- */
    {"out_of_range", SY_TOPIC_REASON, "The terms fit, their sum does not.",
     "No real balance is so long: suspect the source.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"" NINES "\"", NINES, "1.00"), NULL},
    {"expiry_ambiguous", SY_TOPIC_REASON, "A date without a zone ends at different times around the world.",
     "Ask again two days later, or ask the provider for the time.", SY_EXAMPLE_VERIFY,
     "{\"profile\":\"paywall\",\"now\":\"2026-01-01T12:00:00Z\"}",
     PAYWALL("{\"Amount\":5.00},{\"Amount\":7.00,\"ExpirationDate\":\"2026-01-01\"}", "5.00"), NULL},
    {"now_unknown", SY_TOPIC_REASON, "Without the time it is not known which gifts count.", "Give the option now.",
     SY_EXAMPLE_VERIFY, PROFILE("paywall"),
     PAYWALL("{\"Amount\":5.00},{\"Amount\":7.00,\"ExpirationDate\":\"2025-12-31T00:00:00Z\"}", "5.00"), NULL},
    {"limit_unknown", SY_TOPIC_REASON, "Whether a debt is allowed depends on a limit that the answer does not hold.",
     "Give the option creditLimit.", SY_EXAMPLE_VERIFY, PROFILE("popup"), POPUP("1", "-5.00", "POSTPAID"), NULL},

    /* ---- verdicts ---- */
    {"verified", SY_TOPIC_VERDICT, "It is the best verdict; report.ok is true.",
     "Use the snapshot; look at warnings all the same.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"10.00\"", "20.00", "30.00"), NULL},
    {"valid", SY_TOPIC_VERDICT, "The provider documents no formula, or left its result out; report.ok is true.",
     "Use the snapshot, knowing that nothing could be recomputed.", SY_EXAMPLE_VERIFY, PROFILE("paywint"),
     PAYWINT("10.00", "10.00"), NULL},
    {"unverifiable", SY_TOPIC_VERDICT, "It is not ok: what is not known is not taken for granted.",
     "Give the fact that the finding asks for, mostly an option.", SY_EXAMPLE_VERIFY, PROFILE("juicyway"),
     JUICYWAY("active"), NULL},
    {"stale", SY_TOPIC_VERDICT, "It is not ok: the balance may have changed since.", "Fetch again.", SY_EXAMPLE_VERIFY,
     "{\"profile\":\"payop\",\"maxAge\":60,\"now\":\"2026-01-01T01:00:00Z\"}", PAYOP("\"10.00\"", "0.00", "10.00"),
     NULL},
    {"mismatch", SY_TOPIC_VERDICT, "It is not ok: at least one amount is wrong, and which one is not known.",
     "Do not pay from it. Read expected, actual, delta and cause of the findings.", SY_EXAMPLE_VERIFY, PROFILE("payop"),
     PAYOP("\"10.00\"", "20.00", "35.00"), NULL},
    {"invalid", SY_TOPIC_VERDICT, "It is not ok: there is no canonical snapshot, and totals are empty.",
     "Compare the findings' paths with the provider's documentation.", SY_EXAMPLE_VERIFY, PROFILE("paywint"),
     PAYWINT("10.00", "\"ten\""), NULL},
    {"provider_error", SY_TOPIC_VERDICT,
     "It is not ok: there are no wallets, and report.error holds what the provider says.",
     "Handle it as an error of the call: credentials, rate limits, ids.", SY_EXAMPLE_VERIFY, PROFILE("paywint"),
     "{\"success\":false,\"message\":\"No such user.\"}", NULL},
    {"malformed", SY_TOPIC_VERDICT, "It is not ok: the first byte that cannot be JSON is named.",
     "Look at the answer at that offset.", SY_EXAMPLE_VERIFY, PROFILE("paywint"), "{\"success\":tru", NULL},

    /* ---- answers of canSpend ---- */
    {"ok", SY_TOPIC_SPEND, "The wallet has at least this amount to spend, and nothing speaks against the snapshot.",
     "Pay; the provider has the last word.", SY_EXAMPLE_SPEND, PROFILE("paywint"), PAYWINT("10.00", "10.00"),
     "{\"amount\":\"10.00\"}"},
    {"not_ok", SY_TOPIC_SPEND, "A snapshot that is not what it claims to be is not paid from.",
     "Read verdict and findings of the report.", SY_EXAMPLE_SPEND, PROFILE("payop"),
     PAYOP("\"10.00\"", "20.00", "35.00"), "{\"amount\":\"1.00\"}"},
    {"no_wallet", SY_TOPIC_SPEND, "No wallet has the id or the currency that was asked for.",
     "Check the spelling; a wallet without a known currency has none.", SY_EXAMPLE_SPEND, PROFILE("paywint"),
     PAYWINT("10.00", "10.00"), "{\"amount\":\"1.00\",\"currency\":\"GBP\"}"},
    {"currency_mismatch", SY_TOPIC_SPEND, "The wallet of that id has another currency, or none that is known.",
     "Convert the amount yourself, or choose another wallet.", SY_EXAMPLE_SPEND,
     "{\"profile\":\"popup\",\"currencies\":{\"1\":\"USD\"}}", POPUP("1", "10.00", "PREPAID"),
     "{\"amount\":\"1.00\",\"wallet\":\"1\",\"currency\":\"EUR\"}"},
    {"several_wallets", SY_TOPIC_SPEND, "Which wallet is meant is not guessed.",
     "Name it by wallet, by currency, or by both.", SY_EXAMPLE_SPEND, PROFILE("payop"),
     "{\"snapshotAt\":\"2026-01-01T00:00:00Z\",\"currencies\":[" PAYOP_WALLET(
         "EUR", "\"10.00\"", "0.00", "10.00") "," PAYOP_WALLET("USD", "\"10.00\"", "0.00", "10.00") "]}",
     "{\"amount\":\"1.00\"}"},
    {"wallet_not_active", SY_TOPIC_SPEND, "The provider would refuse the payment.",
     "Choose another wallet, or have it opened again.", SY_EXAMPLE_SPEND,
     "{\"profile\":\"juicyway\",\"unit\":\"major\"}", JUICYWAY("frozen"), "{\"amount\":\"1.00\"}"},
    {"unit_unknown", SY_TOPIC_SPEND, "10 may be ten units or ten hundredths.", "Give the option unit.",
     SY_EXAMPLE_SPEND, PROFILE("juicyway"), JUICYWAY("active"), "{\"amount\":\"1.00\"}"},
    {"limit_unknown", SY_TOPIC_SPEND, "What may be spent cannot be told from what the answer holds.",
     "Give the option creditLimit; or look why the report has no amount spendable.", SY_EXAMPLE_SPEND, PROFILE("popup"),
     POPUP("1", "10.00", "POSTPAID"), "{\"amount\":\"1.00\"}"},
    {"insufficient", SY_TOPIC_SPEND, "The answer's shortfall says how much is missing.", "Pay less, or pay in first.",
     SY_EXAMPLE_SPEND, PROFILE("paywint"), PAYWINT("10.00", "10.00"), "{\"amount\":\"10.01\"}"},

    /* ---- entries of reconcile ---- */
    {"same", SY_TOPIC_LEDGER, "The ledger expects what the snapshot states, by value.", "Nothing.",
     SY_EXAMPLE_RECONCILE, PROFILE("paywint"), PAYWINT("10.00", "10.00"), LEDGER("available", "10")},
    {"within", SY_TOPIC_LEDGER, "The two differ by no more than the tolerance.",
     "Nothing for this entry; where it happens always, the tolerance hides a mistake.", SY_EXAMPLE_RECONCILE,
     PROFILE("paywint"), PAYWINT("10.00", "10.00"),
     "{\"tolerance\":\"0.01\",\"currencies\":{\"USD\":{\"available\":\"9.99\"}}}"},
    {"differs", SY_TOPIC_LEDGER, "The ledger expects another amount than the snapshot states.",
     "Read the entry's delta and cause, and look for the payment that one of the two lacks.", SY_EXAMPLE_RECONCILE,
     PROFILE("paywint"), PAYWINT("10.00", "10.00"), LEDGER("available", "7.35")},
    {"absent", SY_TOPIC_LEDGER, "The wallet is there, and states no amount of this name.",
     "Expect an amount that the provider gives: see the profile, or the report's amounts.", SY_EXAMPLE_RECONCILE,
     PROFILE("paywint"), PAYWINT("10.00", "10.00"), LEDGER("referral", "1.00")},
    {"other_amount", SY_TOPIC_LEDGER, "What the ledger expects is another amount of the provider's, the entry's term.",
     "Compare the ledger with that one: total and available are often taken for each other.", SY_EXAMPLE_RECONCILE,
     PROFILE("paywint"), PAYWINT("12.34", "10.00"), LEDGER("available", "12.34")},
    {"included", SY_TOPIC_LEDGER, "The ledger holds an amount, the entry's term, that the provider leaves out.",
     "Take the term from one side or add it to the other.", SY_EXAMPLE_RECONCILE, PROFILE("payop"),
     PAYOP("\"10.00\"", "3.21", "13.21"), "{\"currencies\":{\"EUR\":{\"total\":\"16.42\"}}}"},
};

const size_t sy_explanations_count = sizeof sy_explanations / sizeof sy_explanations[0];
