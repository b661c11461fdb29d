/* SPDX-License-Identifier: Apache-2.0 */
/*
 * commands.h - what each command does with its operands. A run with a compiled verifier comes in; reports and
 * snapshots are printed, and the run keeps the exit status. How each is called commands.json says.
 */
#ifndef STEELYARD_COMMAND_COMMANDS_H
#define STEELYARD_COMMAND_COMMANDS_H

#include "run.h"

/* Each file is one body. */
void command_verify(cmd_run *run);
/* Each line of each file is one body; memory is bounded by the longest line, and that by maxBytes. */
void command_audit(cmd_run *run);
/* The canonical snapshot of one body. */
void command_normalize(cmd_run *run);
/* The exact changes between two bodies. */
void command_diff(cmd_run *run);
/* One body against the file that --expected names. */
void command_reconcile(cmd_run *run);
/* The built-in profiles. Needs no verifier. */
void command_profiles(cmd_run *run);
/* `profile check FILE`: a profile in words, or where it is wrong. Needs no verifier. */
void command_profile(cmd_run *run);
/* What a code means. Needs no verifier. */
void command_explain(cmd_run *run);

#endif
