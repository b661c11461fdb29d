/* SPDX-License-Identifier: Apache-2.0 */
/*
 * assert.h - promises that one part of the engine makes to another. Bad input is never asserted on: it is an ordinary
 * answer. Live where STEELYARD_ASSERTIONS is defined (debug and fuzz builds); elsewhere a condition costs nothing, and
 * the shipped module never traps.
 * May use: nothing.
 */
#ifndef SY_ASSERT_H
#define SY_ASSERT_H

#ifdef STEELYARD_ASSERTIONS
#define SY_ASSERT(condition) ((condition) ? (void)0 : __builtin_trap())
#else
#define SY_ASSERT(condition) ((void)sizeof((condition) ? 1 : 0))
#endif

/* What the compiler can know is checked when it compiles. */
#define SY_STATIC_ASSERT(condition, text) _Static_assert(condition, text)

#endif
