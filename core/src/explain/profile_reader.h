/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_reader.h - a profile in words. A profile's JSON text comes in, that a compiler has found right; sentences go
 * out. It refuses to know how rules are compiled and judged: it reads what the profile's author wrote.
 *
 * All texts are unescaped before a word is written, as nothing else may be taken while a writer is open:
 *
 *   sy_profile_reader_open              the document, and the text of each string and name in it
 *   words.writer = ...         from here on sentences are written
 */
#ifndef SY_PROFILE_READER_H
#define SY_PROFILE_READER_H

#include "profile/expression_lexer.h"
#include "prose/printable.h"
#include "json/json_node.h"

typedef struct sy_profile_reader {
    sy_document document;
    sy_span *texts; /* of node: what a string or a name says */
    sy_span name;   /* of the profile */
    sy_span base;   /* of the one that it was laid over; bytes NULL where there is none */
    sy_writer *writer;
} sy_profile_reader;

/* Whether the text is a JSON object, read and ready; false too where memory ran out. */
bool sy_profile_reader_open(sy_profile_reader *words, sy_arena *memory, sy_span json);

/* ---- looking up; an object may be SY_NODE_NONE, which has no members ---- */

uint32_t sy_profile_reader_member(const sy_profile_reader *words, uint32_t object, const char *name);
/* What a string member says; bytes NULL where it is none. */
sy_span sy_profile_reader_text(const sy_profile_reader *words, uint32_t object, const char *name);
bool sy_profile_reader_flag(const sy_profile_reader *words, uint32_t object, const char *name);
/* The first value inside, the one after it; SY_NODE_NONE where there is none. */
uint32_t sy_profile_reader_first(const sy_profile_reader *words, uint32_t container);
uint32_t sy_profile_reader_after(const sy_profile_reader *words, uint32_t container, uint32_t value);
/* What the profile says of an amount, flag or text: its object, SY_NODE_NONE where it says nothing. */
uint32_t sy_profile_reader_subject(const sy_profile_reader *words, sy_span name);
/* Whether a rule derives the amount where the provider does not give it. */
bool sy_profile_reader_is_derived(const sy_profile_reader *words, sy_span name);

/* ---- writing ---- */

/* Words of ours. */
void sy_say(const sy_profile_reader *words, const char *text);
/* Words of the profile's author. */
void sy_say_escaped(const sy_profile_reader *words, sy_span text);
/* What parts the elements of a list; `index` counts them from 0. */
void sy_say_comma(const sy_profile_reader *words, uint32_t index);
/* Where a member stands: `/TotalBalance`, `/amount in the list pending`, `the option creditLimit`. */
void sy_say_place(const sy_profile_reader *words, uint32_t object);
/* Of a name that is no word of the report but near to one: it is for rules only, and that may be a slip. */
void sy_say_near_word(const sy_profile_reader *words, sy_span name);
/* `/type is "pending" or "held"` */
void sy_say_test(const sy_profile_reader *words, uint32_t test);
/*
 * A name of a rule in the provider's word: the last part of its pointer. Where another member's pointer ends alike, where
 * the provider has none, and for status and kind it is the name itself.
 */
void sy_say_member_name(const sy_profile_reader *words, sy_span name);

/* ---- rule_prose.c: the language of rules ---- */

typedef enum sy_mood {
    SY_MOOD_IS,  /* `gift is at least 0` */
    SY_MOOD_MUST /* `gift must be at least 0` */
} sy_mood;

/* `cash + gift`; provider: with the provider's names. */
void sy_rule_prose_sum(const sy_profile_reader *words, sy_span text, bool provider);
void sy_rule_prose_condition(const sy_profile_reader *words, sy_span text, sy_mood mood, bool provider);
/* ` where allowOverdraft is true and overdraftLimit is at least 0`; nothing where the rule always applies. */
void sy_rule_prose_when(const sy_profile_reader *words, uint32_t rule, bool provider);
/* `fail` where the rule does not say. */
sy_span sy_rule_prose_outcome(const sy_profile_reader *words, uint32_t rule);

/* What makes findings of its own in a profile. */
typedef enum sy_rule_kind {
    SY_KIND_FORMULA,
    SY_KIND_CHECK,
    SY_KIND_ENVELOPE,
    SY_KIND_WARNING,
    SY_KIND_KIND,
    SY_KIND_UNIQUE,
    SY_KIND_ORDER,
    SY_KIND_PAGES,
    SY_KIND_GIFT_TOTAL,
    SY_KIND_GIFT_REMAINING,
    SY_KIND_GIFT_OWNER,
    SY_KIND_GIFT_FLAGS,
    SY_KIND_EVENT_STATUS,
    SY_KIND_EVENT_OWNER
} sy_rule_kind;

typedef struct sy_rule_place {
    sy_rule_kind kind;
    uint32_t object; /* that says it: the formula, the gifts */
    sy_span code;    /* without the profile's name */
} sy_rule_place;

/* Calls visit for each code that the profile makes, in the order of the document's language, until it says false. */
void sy_rule_prose_each_code(const sy_profile_reader *words, bool (*visit)(void *context, const sy_rule_place *place),
                             void *context);
/* `total must be cash + gift` and a full stop; what the rule asks for, whichever kind it is. */
void sy_rule_prose_rule(const sy_profile_reader *words, const sy_rule_place *place, bool provider);
/* The outcome of the finding. */
sy_span sy_rule_prose_finding_outcome(const sy_profile_reader *words, const sy_rule_place *place);

/* ---- profile_page.c ---- */

/* The whole profile, section by section. */
void sy_profile_page_write(const sy_profile_reader *words);

#endif
