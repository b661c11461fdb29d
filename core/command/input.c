/* SPDX-License-Identifier: Apache-2.0 */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "table.h"

bool input_is_standard(const char *name) {
    return strcmp(name, "-") == 0;
}

bool input_standard_is_terminal(void) {
    return isatty(STDIN_FILENO) == 1;
}

static input_status status_of_errno(int number) {
    switch (number) {
    case ENOENT:
    case ENOTDIR: return INPUT_NO_FILE;
    case EISDIR: return INPUT_DIRECTORY;
    case EACCES:
    case EPERM: return INPUT_DENIED;
    default: return INPUT_UNREADABLE;
    }
}

const char *input_reason(input_status status) {
    switch (status) {
    case INPUT_OK:
    case INPUT_END: return "";
    case INPUT_MEMORY: return "memory: It does not fit into memory.";
    case INPUT_NO_FILE: return COMPLAINT_NO_FILE;
    case INPUT_DIRECTORY: return COMPLAINT_DIRECTORY;
    case INPUT_DENIED: return COMPLAINT_DENIED;
    case INPUT_UNREADABLE: return COMPLAINT_UNREADABLE;
    }
    return "";
}

/* A directory can be opened, and not every system refuses to read it. */
static input_status begin(cmd_input *input, int descriptor) {
    struct stat about;
    input->descriptor = descriptor;
    input->start = 0;
    input->end = 0;
    if (descriptor < 0 || fstat(descriptor, &about) != 0) return status_of_errno(errno);
    return S_ISDIR(about.st_mode) ? INPUT_DIRECTORY : INPUT_OK;
}

input_status input_open_file(cmd_input *input, const char *name) {
    input_status status = begin(input, open(name, O_RDONLY | O_CLOEXEC));
    if (status != INPUT_OK) input_close(input);
    return status;
}

input_status input_open_operand(cmd_input *input, const char *name) {
    if (input_is_standard(name)) return begin(input, STDIN_FILENO);
    return input_open_file(input, name);
}

void input_close(cmd_input *input) {
    if (input->descriptor > STDIN_FILENO) (void)close(input->descriptor);
    input->descriptor = -1;
}

/* A descriptor that was set to never wait (by another program that shares it) is waited for all the same. */
static bool may_try_again(int descriptor) {
    struct pollfd ready = {.fd = descriptor, .events = POLLIN};
    if (errno == EINTR) return true;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
    return poll(&ready, 1, -1) >= 0 || errno == EINTR;
}

/* Fills the chunk anew once it is used up; INPUT_END at the end of the file. */
static input_status refill(cmd_input *input) {
    ssize_t count;
    if (input->start < input->end) return INPUT_OK;
    do {
        count = read(input->descriptor, input->chunk, sizeof input->chunk);
    } while (count < 0 && may_try_again(input->descriptor));
    if (count < 0) return status_of_errno(errno);
    input->start = 0;
    input->end = (size_t)count;
    return count == 0 ? INPUT_END : INPUT_OK;
}

static size_t smaller_of(size_t left, size_t right) {
    return left < right ? left : right;
}

/* Appends what still fits below nbytes_max. */
static void keep(cmd_text *text, const char *bytes, size_t nbytes, size_t nbytes_max) {
    text_append(text, bytes, smaller_of(nbytes, nbytes_max - text->nbytes));
}

input_status input_read_body(cmd_input *input, size_t nbytes_max, cmd_text *body_out) {
    input_status status = INPUT_OK;
    text_empty(body_out);
    while (status == INPUT_OK && body_out->nbytes < nbytes_max && !body_out->failed) {
        status = refill(input);
        if (status != INPUT_OK) break;
        keep(body_out, input->chunk + input->start, input->end - input->start, nbytes_max);
        input->start = input->end;
    }
    if (body_out->failed) return INPUT_MEMORY;
    return status == INPUT_END ? INPUT_OK : status;
}

static bool is_blank(const char *bytes, size_t nbytes) {
    for (size_t i = 0; i < nbytes; i += 1) {
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') return false;
    }
    return true;
}

/* Hands on the chunk up to its first line feed, or all of it; true where the line ended. */
static bool take_piece(cmd_input *input, size_t nbytes_max, cmd_text *line, bool *blank) {
    const char *piece = input->chunk + input->start;
    size_t nbytes = input->end - input->start;
    const char *feed = memchr(piece, '\n', nbytes);
    if (feed != NULL) nbytes = (size_t)(feed - piece);
    *blank = *blank && is_blank(piece, nbytes);
    keep(line, piece, nbytes, nbytes_max);
    input->start += nbytes + (feed != NULL);
    return feed != NULL;
}

input_status input_read_line(cmd_input *input, size_t nbytes_max, cmd_text *line_out, bool *blank_out) {
    bool begun = false;
    bool ended = false;
    text_empty(line_out);
    *blank_out = true;
    while (!ended) {
        input_status status = refill(input);
        if (status == INPUT_END && begun) break;
        if (status != INPUT_OK) return status;
        begun = true;
        ended = take_piece(input, nbytes_max, line_out, blank_out);
    }
    return line_out->failed ? INPUT_MEMORY : INPUT_OK;
}
