/* SPDX-License-Identifier: Apache-2.0 */
#include "host.h"

#if defined(__wasi__)

#include <stdlib.h>
#include <unistd.h>

void host_prepare(void) {
    const char *directory = getenv("PWD");
    if (directory != NULL && chdir(directory) != 0) return; /* not opened: names stay relative to what is */
}

#else

#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "table.h"

/* Nothing is held back that could be lost: every write is whole before the next response is read. */
static void end(int number) {
    (void)number;
    _exit(EXIT_INTERRUPTED);
}

/* A shell that runs the program in the background has its interrupts ignored; that stays so. */
static void catch_interrupt(void) {
    struct sigaction before;
    struct sigaction action = {.sa_handler = end};
    if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
    (void)sigaction(SIGINT, &action, NULL);
}

void host_prepare(void) {
    struct sigaction action = {.sa_handler = SIG_IGN};
    (void)sigaction(SIGPIPE, &action, NULL);
    catch_interrupt();
}

#endif
