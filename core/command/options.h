/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options.h - from flags to a verifier. The values of flags and the files that they name come in, one JSON object of
 * options goes to the engine. It refuses to know which options there are and what they may be: the engine judges.
 */
#ifndef STEELYARD_COMMAND_OPTIONS_H
#define STEELYARD_COMMAND_OPTIONS_H

#include "run.h"

/* Sets run->verifier, or stops the run and says why. */
void options_compile(cmd_run *run);

#endif
