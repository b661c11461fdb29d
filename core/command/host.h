/* SPDX-License-Identifier: Apache-2.0 */
/*
 * host.h - all that differs between a POSIX system and a WASI host.
 * May use: table.
 */
#ifndef STEELYARD_COMMAND_HOST_H
#define STEELYARD_COMMAND_HOST_H

/*
 * POSIX: an interrupt ends the program at once with its exit status, and a closed pipe becomes an error of the write.
 * WASI has no signals (there the host ends the program) and no working directory: names are relative to PWD where the
 * host passes it on and opens it, else to what the host opens.
 */
void host_prepare(void);

#endif
