/* SPDX-License-Identifier: Apache-2.0 */
/*
 * abi_version.h - the number of the module's interface, typed here and nowhere else: the package reads it from here, and
 * refuses a module that says another. It grows with every change of exports.txt, or of what a call takes or leaves.
 */
#ifndef STEELYARD_ABI_VERSION_H
#define STEELYARD_ABI_VERSION_H

#define ENGINE_ABI_VERSION 3

#endif
