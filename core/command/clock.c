/* SPDX-License-Identifier: Apache-2.0 */
#include "clock.h"

#include <stddef.h>
#include <time.h>

/* Writes `.999Z` and the NUL. */
static void write_milliseconds(char *text, long milliseconds) {
    text[0] = '.';
    text[1] = (char)('0' + milliseconds / 100 % 10);
    text[2] = (char)('0' + milliseconds / 10 % 10);
    text[3] = (char)('0' + milliseconds % 10);
    text[4] = 'Z';
    text[5] = '\0';
}

bool clock_now(char text_out[CLOCK_TEXT_NBYTES]) {
    struct timespec now;
    struct tm utc;
    size_t nbytes;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0 || gmtime_r(&now.tv_sec, &utc) == NULL) return false;
    nbytes = strftime(text_out, CLOCK_TEXT_NBYTES - 6, "%Y-%m-%dT%H:%M:%S", &utc);
    if (nbytes == 0) return false;
    write_milliseconds(text_out + nbytes, now.tv_nsec / 1000000);
    return true;
}
