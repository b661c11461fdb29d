# SPDX-License-Identifier: Apache-2.0
"""Small facts about text that no locale may change."""

_ASCII_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def ascii_lower(text):
    """Lower case for A to Z only."""
    return text.translate(_ASCII_LOWER)


def byte_order(text):
    """A sort key: the order of the UTF-8 bytes."""
    return text.encode("utf-8")
