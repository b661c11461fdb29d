/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options.h - from flags to a verifier. The values of flags and the files that they name come in, one JSON object of
 * options goes to the engine, which judges it: which options there are, what they may be and what is JSON.
 */
#ifndef STEELYARD_COMMAND_OPTIONS_H
#define STEELYARD_COMMAND_OPTIONS_H

#include "run.h"

/* Sets run->verifier, or stops the run and says why. */
void options_compile(cmd_run *run);

/* Sets a member of the JSON object to the JSON value; otherwise the object stays as it was. */
steelyard_status options_set(cmd_run *run, cmd_text *object, const char *name, const cmd_text *value,
                             steelyard_fault *fault_out);

#endif
