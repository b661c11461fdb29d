/* SPDX-License-Identifier: Apache-2.0 */
#include "output.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A descriptor that was set to never wait (by another program that shares it) is waited for all the same. */
static bool may_try_again(void) {
    struct pollfd ready = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (errno == EINTR) return true;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
    return poll(&ready, 1, -1) >= 0 || errno == EINTR;
}

output_status output_write(steelyard_span text) {
    size_t done_nbytes = 0;
    while (done_nbytes < text.nbytes) {
        ssize_t count = write(STDOUT_FILENO, text.bytes + done_nbytes, text.nbytes - done_nbytes);
        if (count == 0) return OUTPUT_FAILED;
        if (count > 0) done_nbytes += (size_t)count;
        else if (!may_try_again()) return errno == EPIPE ? OUTPUT_CLOSED : OUTPUT_FAILED;
    }
    return OUTPUT_OK;
}

static bool is_set(const char *value) {
    return value != NULL && value[0] != '\0';
}

bool output_has_colour(void) {
    const char *terminal = getenv("TERM");
    if (isatty(STDOUT_FILENO) != 1 || is_set(getenv("NO_COLOR"))) return false;
    return terminal == NULL || strcmp(terminal, "dumb") != 0;
}

void output_complain(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    (void)fputs("steelyard: ", stderr);
    (void)vfprintf(stderr, format, arguments);
    (void)fputc('\n', stderr);
    va_end(arguments);
}

void output_note(steelyard_span text) {
    if (text.nbytes != 0) (void)fwrite(text.bytes, 1, text.nbytes, stderr);
}

int output_precision(steelyard_span span) {
    return span.nbytes > INT_MAX ? INT_MAX : (int)span.nbytes;
}
