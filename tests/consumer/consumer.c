/* SPDX-License-Identifier: Apache-2.0 */
/* consumer.c - adds two amounts with the installed library, in memory of its own. Ends with 0 where that is exact. */
#include <stdio.h>
#include <steelyard.h>
#include <string.h>

int main(void) {
    static unsigned char memory[65536];
    steelyard_arena arena;
    steelyard_span sum;
    steelyard_fault fault;
    steelyard_arena_lend(&arena, memory, sizeof memory);
    if (steelyard_decimal(&arena, STEELYARD_DECIMAL_ADD, (steelyard_span){"0.1", 3}, (steelyard_span){"0.2", 3}, &sum,
                          &fault) != STEELYARD_OK) {
        return 1;
    }
    printf("%.*s\n", (int)sum.nbytes, sum.bytes);
    return sum.nbytes == 3 && memcmp(sum.bytes, "0.3", 3) == 0 && steelyard_profile_count() > 0 ? 0 : 1;
}
