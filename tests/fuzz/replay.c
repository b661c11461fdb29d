/* SPDX-License-Identifier: Apache-2.0 */
/*
 * replay.c - a fuzz target as an ordinary test, without libFuzzer: every file of the folders and files named as
 * arguments goes in, whole and cut short at every eighth, and so do a few inputs that no corpus keeps.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>

#include "fuzz.h"

#include <cmocka.h>

static const char *const *places;
static int place_count;

static void replay_bytes(const unsigned char *bytes, size_t nbytes) {
    /* A block of its own for each, so that reading past the end is seen. */
    uint8_t *copy = malloc(nbytes == 0 ? 1 : nbytes);
    assert_non_null(copy);
    if (nbytes > 0) memcpy(copy, bytes, nbytes);
    (void)LLVMFuzzerTestOneInput(copy, nbytes);
    free(copy);
}

static void replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    unsigned char bytes[65536];
    size_t nbytes;
    if (file == NULL) fail_msg("cannot read %s", path);
    nbytes = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    for (size_t eighth = 1; eighth <= 8; eighth += 1) replay_bytes(bytes, nbytes * eighth / 8);
}

/* Returns how many files there were. */
static int replay_place(const char *place) {
    DIR *folder = opendir(place);
    int count = 0;
    if (folder == NULL) {
        replay_file(place);
        return 1;
    }
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        char path[4096];
        if (entry->d_name[0] == '.') continue;
        (void)snprintf(path, sizeof path, "%s/%s", place, entry->d_name);
        replay_file(path);
        count += 1;
    }
    (void)closedir(folder);
    return count;
}

static void the_corpus_keeps_every_promise(void **state) {
    int count = 0;
    (void)state;
    for (int i = 0; i < place_count; i += 1) count += replay_place(places[i]);
    assert_true(count > 0);
}

static void no_bytes_and_single_bytes_keep_every_promise(void **state) {
    (void)state;
    replay_bytes(NULL, 0);
    for (unsigned byte = 0; byte < 256; byte += 1) {
        unsigned char bytes[1] = {(unsigned char)byte};
        replay_bytes(bytes, sizeof bytes);
    }
}

int main(int argument_count, char **arguments) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_corpus_keeps_every_promise),
        cmocka_unit_test(no_bytes_and_single_bytes_keep_every_promise),
    };
    places = (const char *const *)(arguments + 1);
    place_count = argument_count - 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
