# SPDX-License-Identifier: Apache-2.0
"""Which of some profiles a body has, by the members at its top: the least rank, ties by order."""

import functools

from . import profile_language as language
from .profile_envelope import rank

OF_THEIR_OWN = ("paywint", "payop", "paywall", "juicyway", "popup")   # detected by their own reference


def first(profiles, top):
    """The profile that fits best, or None."""
    best = None
    for profile in profiles:
        its_rank = rank(profile.data, top)
        if its_rank is not None and (best is None or its_rank < best[0]):
            best = its_rank, profile
    return best[1] if best else None


@functools.lru_cache(maxsize=None)
def other_built_in():
    """The built-in profiles that are read by the language alone."""
    names = [name for name in language.built_in_names() if name not in OF_THEIR_OWN]
    return tuple(language.compile_profile(language.built_in(name)) for name in names)
