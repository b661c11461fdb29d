/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/ledger.h"

#include "base/fault.h"
#include "base/nearest.h"
#include "report/record.h"
#include "json/json_node.h"
#include "json/json_reader.h"

#define TOO_MANY_DIGITS "The amount cannot be held exactly in " SY_TEXT_OF(SY_COEFFICIENT_DIGITS_MAX) " digits."

typedef struct ledger_source {
    sy_arena *memory;
    sy_document document;
    sy_ledger *ledger;
    const char *wrong;   /* the first complaint; NULL: none */
    uint32_t wrong_node; /* the value complained of */
    sy_span meant;       /* the name that was probably meant; bytes NULL: none */
} ledger_source;

static void complain(ledger_source *source, uint32_t node, const char *sentence) {
    if (source->wrong != NULL) return;
    source->wrong = sentence;
    source->wrong_node = node;
}

static void complain_of_name(ledger_source *source, uint32_t node, const char *sentence, const sy_nearest *nearest) {
    if (source->wrong == NULL) source->meant = sy_nearest_name(nearest);
    complain(source, node, sentence);
}

static bool is(const ledger_source *source, uint32_t node, sy_node_type type) {
    return sy_json_node_is(&source->document, node, type);
}

static sy_span name_of(ledger_source *source, uint32_t value) {
    return sy_json_node_text(source->memory, &source->document, sy_json_node_key(value));
}

/* Index of a member's name among `names`; `count`, and a complaint, where it is none of them. */
static uint32_t find_name(ledger_source *source, uint32_t value, const sy_span *names, uint32_t count) {
    sy_span name = name_of(source, value);
    sy_nearest nearest;
    uint32_t index = 0;
    while (index < count && !sy_span_equal(names[index], name)) index += 1;
    if (index < count) return index;
    sy_nearest_begin(&nearest, name);
    for (uint32_t i = 0; i < count; i += 1) sy_nearest_offer(&nearest, names[i]);
    complain_of_name(source, value, "There is no member of this name here.", &nearest);
    return count;
}

static bool read_decimal(ledger_source *source, uint32_t node, sy_decimal *value_out) {
    steelyard_status status;
    if (!is(source, node, SY_NODE_STRING)) {
        complain(source, node, "An amount is a decimal string, in quotes.");
        return false;
    }
    status = sy_decimal_parse_string(sy_json_node_text(source->memory, &source->document, node), value_out, NULL);
    if (status == STEELYARD_DECIMAL_SYNTAX) complain(source, node, "The text is no plain decimal.");
    else if (status != STEELYARD_OK) complain(source, node, TOO_MANY_DIGITS);
    return status == STEELYARD_OK;
}

/* The number of an amount's name; SY_AMOUNT_COUNT, and a complaint, where there is none of this name. */
static uint32_t read_amount_name(ledger_source *source, uint32_t value) {
    sy_span text = name_of(source, value);
    uint32_t name = sy_vocabulary_find_amount(text);
    sy_nearest nearest;
    if (name < SY_AMOUNT_COUNT) return name;
    sy_nearest_begin(&nearest, text);
    for (uint32_t i = 0; i < SY_AMOUNT_COUNT; i += 1) sy_nearest_offer(&nearest, sy_vocabulary_amount_name(i));
    complain_of_name(source, value, "There is no amount of this name.", &nearest);
    return SY_AMOUNT_COUNT;
}

/* Amounts by name. None at all would pass unnoticed where the wallet is not there. */
static void read_amounts(ledger_source *source, uint32_t object, sy_expectation *expectation) {
    if (!is(source, object, SY_NODE_OBJECT)) {
        complain(source, object, "An object of amounts is wanted here.");
        return;
    }
    if (sy_json_node_count(&source->document, object) == 0) complain(source, object, "No amount is expected here.");
    for (uint32_t node = sy_json_node_first(&source->document, object); node != SY_NODE_NONE && source->wrong == NULL;
         node = sy_json_node_after(&source->document, object, node)) {
        uint32_t name = read_amount_name(source, node);
        if (name == SY_AMOUNT_COUNT || !read_decimal(source, node, &expectation->amounts[name])) continue;
        expectation->amounts_present = sy_vocabulary_set_with(expectation->amounts_present, name);
    }
}

static sy_expectation *next_expectation(ledger_source *source) {
    sy_expectation *expectation = &source->ledger->expectations[source->ledger->expectation_count];
    source->ledger->expectation_count += 1;
    return expectation;
}

/* {"a":{"total":"10.00"}}: by id, or all wallets of a currency together. */
static void read_by_name(ledger_source *source, uint32_t object, bool is_sum) {
    for (uint32_t node = sy_json_node_first(&source->document, object); node != SY_NODE_NONE && source->wrong == NULL;
         node = sy_json_node_after(&source->document, object, node)) {
        sy_expectation *expectation = next_expectation(source);
        sy_span name = name_of(source, node);
        expectation->is_sum = is_sum;
        if (is_sum) expectation->currency = name;
        else expectation->id = name;
        read_amounts(source, node, expectation);
    }
}

static sy_span read_text_or_null(ledger_source *source, uint32_t node) {
    if (is(source, node, SY_NODE_STRING)) return sy_json_node_text(source->memory, &source->document, node);
    if (!is(source, node, SY_NODE_NULL)) complain(source, node, "A string or null is wanted here.");
    return (sy_span){NULL, 0};
}

static void read_unit(ledger_source *source, uint32_t node, sy_expectation *expectation) {
    sy_span unit = read_text_or_null(source, node);
    if (unit.bytes != NULL && !sy_span_equal(unit, SY_SPAN("major")))
        complain(source, node, "A unit is major or null.");
    expectation->unit_is_unknown = unit.bytes == NULL;
}

/* Members of a wallet; those behind `amounts` say nothing that an amount depends on. */
enum wallet_member {
    WALLET_ID,
    WALLET_CURRENCY,
    WALLET_UNIT,
    WALLET_AMOUNTS,
    WALLET_MINOR_UNITS,
    WALLET_KIND,
    WALLET_STATUS,
    WALLET_RECORDS,
    WALLET_MEMBER_COUNT = WALLET_RECORDS + SY_RECORD_COUNT
};

/* One member of a wallet as reports and canonical snapshots print it; what no amount depends on is passed over. */
static bool read_wallet_member(ledger_source *source, uint32_t node, sy_expectation *expectation) {
    static const sy_span names[WALLET_MEMBER_COUNT] = {[WALLET_ID] = SY_SPAN_ENTRY("id"),
                                                       [WALLET_CURRENCY] = SY_SPAN_ENTRY("currency"),
                                                       [WALLET_UNIT] = SY_SPAN_ENTRY("unit"),
                                                       [WALLET_AMOUNTS] = SY_SPAN_ENTRY("amounts"),
                                                       [WALLET_MINOR_UNITS] = SY_SPAN_ENTRY("minorUnits"),
                                                       [WALLET_KIND] = SY_SPAN_ENTRY("kind"),
                                                       [WALLET_STATUS] = SY_SPAN_ENTRY("status"),
#define RECORD_NAME(NAME, name) SY_SPAN_ENTRY(#name), /* from WALLET_RECORDS on */
                                                       SY_RECORD_TABLE(RECORD_NAME)
#undef RECORD_NAME
    };
    uint32_t name = find_name(source, node, names, WALLET_MEMBER_COUNT);
    if (name == WALLET_ID) expectation->id = read_text_or_null(source, node);
    if (name == WALLET_CURRENCY) expectation->currency = read_text_or_null(source, node);
    if (name == WALLET_UNIT) read_unit(source, node, expectation);
    if (name == WALLET_AMOUNTS) read_amounts(source, node, expectation);
    return name == WALLET_AMOUNTS;
}

/* {"id":"a","currency":"EUR","amounts":{"total":"10.00"}} */
static void read_wallet(ledger_source *source, uint32_t object) {
    sy_expectation *expectation = next_expectation(source);
    bool has_amounts = false;
    if (!is(source, object, SY_NODE_OBJECT)) {
        complain(source, object, "A wallet is an object.");
        return;
    }
    for (uint32_t node = sy_json_node_first(&source->document, object); node != SY_NODE_NONE && source->wrong == NULL;
         node = sy_json_node_after(&source->document, object, node))
        has_amounts = read_wallet_member(source, node, expectation) || has_amounts;
    if (!has_amounts) complain(source, object, "The wallet has no amounts.");
}

static void read_wallets(ledger_source *source, uint32_t value) {
    if (is(source, value, SY_NODE_OBJECT)) {
        read_by_name(source, value, false);
        return;
    }
    if (!is(source, value, SY_NODE_ARRAY)) {
        complain(source, value, "Wallets are an object by id, or a list.");
        return;
    }
    for (uint32_t node = sy_json_node_first(&source->document, value); node != SY_NODE_NONE && source->wrong == NULL;
         node = sy_json_node_after(&source->document, value, node))
        read_wallet(source, node);
}

static void read_currencies(ledger_source *source, uint32_t value) {
    if (is(source, value, SY_NODE_OBJECT)) read_by_name(source, value, true);
    else complain(source, value, "Currencies are an object by code.");
}

static void read_tolerance(ledger_source *source, uint32_t value) {
    sy_ledger *ledger = source->ledger;
    ledger->has_tolerance = read_decimal(source, value, &ledger->tolerance);
    if (ledger->has_tolerance && ledger->tolerance.negative) complain(source, value, "A tolerance is not below zero.");
}

static void read_complete(ledger_source *source, uint32_t value) {
    source->ledger->is_complete = is(source, value, SY_NODE_TRUE);
    if (!source->ledger->is_complete && !is(source, value, SY_NODE_FALSE))
        complain(source, value, "This is true or false.");
}

/* A member given twice has no value, wherever it stands. */
static void refuse_duplicates(ledger_source *source) {
    const sy_document *document = &source->document;
    uint32_t node = 0;
    if (document->later_duplicate_count == 0) return;
    while (document->nodes[node].type != SY_NODE_KEY || (document->nodes[node].flags & SY_NODE_LATER_DUPLICATE) == 0)
        node += 1;
    complain(source, node + 1, "This member stands twice.");
}

/* As many as there are elements and members; wallets go first whichever stands first. */
static void read_expectations(ledger_source *source, uint32_t wallets, uint32_t currencies) {
    size_t count = 0;
    if (wallets != SY_NODE_NONE) count += sy_json_node_count(&source->document, wallets);
    if (currencies != SY_NODE_NONE) count += sy_json_node_count(&source->document, currencies);
    source->ledger->expectations = sy_arena_allocate_array(source->memory, count, sizeof(sy_expectation));
    if (source->ledger->expectations == NULL) return;
    if (wallets != SY_NODE_NONE) read_wallets(source, wallets);
    if (currencies != SY_NODE_NONE && source->wrong == NULL) read_currencies(source, currencies);
}

static bool is_container(const ledger_source *source, uint32_t node) {
    return is(source, node, SY_NODE_OBJECT) || is(source, node, SY_NODE_ARRAY);
}

enum ledger_member { LEDGER_TOLERANCE, LEDGER_COMPLETE, LEDGER_WALLETS, LEDGER_CURRENCIES, LEDGER_MEMBER_COUNT };

static void read_ledger(ledger_source *source) {
    static const sy_span names[LEDGER_MEMBER_COUNT] = {
        [LEDGER_TOLERANCE] = SY_SPAN_ENTRY("tolerance"),
        [LEDGER_COMPLETE] = SY_SPAN_ENTRY("complete"),
        [LEDGER_WALLETS] = SY_SPAN_ENTRY("wallets"),
        [LEDGER_CURRENCIES] = SY_SPAN_ENTRY("currencies"),
    };
    uint32_t wallets = SY_NODE_NONE;
    uint32_t currencies = SY_NODE_NONE;
    refuse_duplicates(source);
    for (uint32_t node = sy_json_node_first(&source->document, 0); node != SY_NODE_NONE && source->wrong == NULL;
         node = sy_json_node_after(&source->document, 0, node)) {
        uint32_t name = find_name(source, node, names, LEDGER_MEMBER_COUNT);
        if (name == LEDGER_TOLERANCE) read_tolerance(source, node);
        if (name == LEDGER_COMPLETE) read_complete(source, node);
        if (name == LEDGER_WALLETS) wallets = node;
        if (name == LEDGER_CURRENCIES) currencies = node;
        if ((name == LEDGER_WALLETS || name == LEDGER_CURRENCIES) && !is_container(source, node))
            complain(source, node, "An object is wanted here.");
    }
    if (source->wrong != NULL) return;
    read_expectations(source, wallets, currencies);
    if (source->ledger->expectation_count == 0 && !source->ledger->is_complete)
        complain(source, 0, "Nothing is expected: name wallets or currencies.");
}

/* `/wallets/a/totl: There is no amount of this name. Did you mean total?` */
static sy_span compose_complaint(ledger_source *source) {
    sy_span pointer = sy_json_node_pointer(source->memory, &source->document, source->wrong_node, (sy_span){NULL, 0});
    sy_writer writer;
    sy_writer_begin(&writer, source->memory);
    sy_writer_span(&writer, pointer);
    if (pointer.nbytes != 0) sy_writer_literal(&writer, ": ");
    sy_writer_literal(&writer, source->wrong);
    if (source->meant.bytes != NULL) {
        sy_writer_literal(&writer, " Did you mean ");
        sy_writer_span(&writer, source->meant);
        sy_writer_byte(&writer, '?');
    }
    return sy_writer_end(&writer);
}

/* `offset 17: The text breaks the grammar of JSON.` */
static sy_span compose_json_error(sy_arena *memory, const sy_json_error *error) {
    sy_writer writer;
    sy_writer_begin(&writer, memory);
    sy_writer_literal(&writer, "offset ");
    sy_writer_unsigned(&writer, error->offset);
    sy_writer_literal(&writer, ": ");
    sy_writer_span(&writer, steelyard_status_message(error->status));
    return sy_writer_end(&writer);
}

steelyard_status sy_ledger_read(sy_arena *memory, sy_span json, sy_ledger *ledger_out, steelyard_fault *fault_out) {
    ledger_source source;
    sy_json_error error;
    steelyard_status status;
    sy_span complaint;
    sy_bytes_clear(&source, sizeof source);
    sy_bytes_clear(ledger_out, sizeof *ledger_out);
    source.memory = memory;
    source.ledger = ledger_out;
    status = sy_json_reader_read(memory, json, SY_BODY_NBYTES_MAX, &source.document, &error);
    if (status == STEELYARD_MEMORY || memory->exhausted) return STEELYARD_OK;
    if (status == STEELYARD_OK && !is(&source, 0, SY_NODE_OBJECT))
        complain(&source, 0, "The expectation is no object.");
    else if (status == STEELYARD_OK) read_ledger(&source);
    if (status == STEELYARD_OK && source.wrong == NULL) return STEELYARD_OK;
    complaint = status == STEELYARD_OK ? compose_complaint(&source) : compose_json_error(memory, &error);
    return sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("expected"), complaint);
}
