# SPDX-License-Identifier: Apache-2.0
"""Draws whole cases: a body and its options. The same seed and index give the same case, in any order of work."""

import random

from . import errors, moments, mutate, paywall, popup, simple_providers
from .tree import Writer
from .wallets import Case

MAKERS = {
    "paywint": simple_providers.paywint, "payop": simple_providers.payop, "juicyway": simple_providers.juicyway,
    "paywall": paywall.paywall, "popup": popup.popup,
}
_DRAW = ("paywint", "payop", "payop", "paywall", "paywall", "paywall", "juicyway", "popup", "popup")


def draw(seed, index, wrong_scale=100):
    """(options, body) of one case; `wrong_scale` is the share of mutations in percent of the usual."""
    rng = random.Random("%d/%d" % (seed, index))
    case = Case(rng)
    wrong = wrong_scale / 100
    if case.chance(0.015 * wrong):
        body = rng.choice(mutate.ODD_BODIES)
        _shared_options(case, None)
    else:
        body = _body(case, rng.choice(_DRAW), wrong)
    if case.chance(0.035 * wrong):
        mutate.wrong_option(case)
    return case.options, body


def _body(case, provider, wrong):
    if case.chance(0.06 * wrong):
        errors.envelope(case, provider)
    else:
        MAKERS[provider](case)
    _shared_options(case, provider)
    if case.chance(0.22 * wrong):
        mutate.mutate_tree(case)
    body = Writer(case.rng).write(case.tree)
    if case.chance(0.14 * wrong):
        body = mutate.mutate_text(case, body)
    return body


def _shared_options(case, provider):
    """Options that any body may come with."""
    rng = case.rng
    if case.chance(0.35):
        case.options["profile"] = "auto" if case.chance(0.15) or provider is None else provider
    if case.chance(0.012) or (provider is None and case.chance(0.5)):
        case.options["profile"] = rng.choice(tuple(MAKERS))
    if case.chance(0.35):
        case.options["explain"] = case.chance(0.9)
    if case.chance(0.03) and "now" not in case.options:
        simple_providers.set_clock(case, 1.0)
    if case.chance(0.02):
        case.options.setdefault("now", rng.choice(moments.LEAP[:6]))
    if case.chance(0.02):
        case.options.setdefault("unit", rng.choice(("major", "minor")))
    if case.chance(0.03):
        case.options.setdefault("status", rng.choice((200, 201, 299, 400, 404, 500, 399)))
    if case.chance(0.02):
        case.options.setdefault("maxBytes", rng.choice((1, 64, 300, 2000, 1048576)))
    _shuffle_options(case)


def _shuffle_options(case):
    names = list(case.options)
    case.rng.shuffle(names)
    case.options = {name: case.options[name] for name in names}
