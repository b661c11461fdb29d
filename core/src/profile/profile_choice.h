/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_choice.h - which profiles an options object asks for, each with what it extends laid under it. The options'
 * document comes in; documents to compile go out, or the first fault.
 * May use: base, json, options.
 */
#ifndef SY_PROFILE_CHOICE_H
#define SY_PROFILE_CHOICE_H

#include "options/option_value.h"
#include "profile/profile_extend.h"

/* One profile to compile. */
typedef struct sy_profile_source {
    const sy_document *given; /* where it stands as it was given */
    uint32_t given_root;
    sy_document whole; /* what is compiled: the same, or merged with what it extends */
    uint32_t whole_root;
    sy_extended extended; /* where `whole` comes from; without a text where nothing is extended */
    sy_span base_name;    /* of the profile that it extends */
} sy_profile_source;

typedef struct sy_profile_choice {
    sy_arena *memory;
    const sy_document *options; /* or a profile by itself */
    sy_profile_source *sources; /* the options' own, then built-in ones or the one of option `profile` */
    uint32_t source_count;
    uint32_t own_count; /* of the option `profiles` */
    uint32_t chosen;    /* the one that option `profile` asks for */
    uint32_t list;      /* the option `profiles`, or SY_NODE_NONE */
    bool is_auto;
    sy_option_fault fault;
    uint32_t fault_node; /* in the options: where `fault` is; SY_NODE_NONE where it is the option itself */
    sy_span fault_found; /* a name that is no profile's; bytes NULL where that is not the fault */
    sy_span fault_nearest;
    sy_span fault_allowed;
} sy_profile_choice;

/* Reads the options `profile` and `profiles`. Memory faults stay in choice->memory. */
void sy_profile_choice_read(sy_profile_choice *choice);
/* The same of a document that is one profile and nothing else. */
void sy_profile_choice_alone(sy_profile_choice *choice);

#endif
