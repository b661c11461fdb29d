# SPDX-License-Identifier: Apache-2.0
"""Bodies of the built-in profiles that are read by the language alone: documented examples, changed a little or a lot.

What comes in is a `Case`; what it gets is a tree and options. The examples are those of tests/cases/samples.
"""

import copy
import json
import pathlib
import re

from oracle import decimals, profile_detect

from . import amounts
from .tree import Num, Obj, lists_in, objects_in
from .wallets import COMMON_CODES, pick_code

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "cases" / "samples"
_AMOUNT = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_CODE = re.compile(r"[A-Za-z]{3}")


def _read(path):
    return json.loads(path.read_text("utf-8"), object_pairs_hook=lambda pairs: Obj(*pairs), parse_int=Num,
                      parse_float=Num)


SAMPLES = tuple((profile.name, _read(path)) for profile in profile_detect.other_built_in()
                for path in sorted(FOLDER.glob(profile.name + "*.json"))
                if not path.name.endswith(".headers.json"))


def fill(case):
    """The tree of an example and the profile among the options."""
    rng = case.rng
    name, sample = rng.choice(SAMPLES)
    case.tree = copy.deepcopy(sample)
    if case.chance(0.5):
        case.options["profile"] = name
    elif case.chance(0.15):
        case.options["profile"] = {"profile": "mine", "extends": name, "snapshot": {"at": "/at", "type": "rfc3339"}}
    for _ in range(rng.choice((0, 1, 2, 3))):
        rng.choice((_amount, _amount, _amount, _code, _code_everywhere, _element, _word))(case)


def _pairs(case, wanted):
    return [pair for holder in objects_in(case.tree) for pair in holder.pairs if wanted(pair[1])]


def _amount(case):
    """Another amount: by a unit, by a factor, with the sign turned, finer than the currency has it, or any."""
    pairs = _pairs(case, lambda value: isinstance(value, str) and _AMOUNT.fullmatch(value))
    if not pairs:
        return
    pair = case.rng.choice(pairs)
    ticks = decimals.read(pair[1])[0]
    unit = amounts.unit(decimals.scale_of(ticks))
    changed = case.rng.choice((ticks + unit, ticks - unit, -ticks, 0, ticks * 100, ticks + unit // 2, ticks,
                               amounts.signed(case.rng, 2, 0.3), amounts.huge(case.rng)))
    text = decimals.write(changed if decimals.fits(changed) else ticks, case.rng.choice((0, 0, 2, 3)))
    is_number = isinstance(pair[1], Num) != case.chance(0.05)
    pair[1] = Num(text) if is_number else text


def _code(case):
    pairs = _pairs(case, lambda value: isinstance(value, str) and _CODE.fullmatch(value))
    if pairs:
        pair = case.rng.choice(pairs)
        code = pick_code(case)
        pair[1] = code.lower() if pair[1].islower() else code


def _code_everywhere(case):
    """The same other currency wherever one stands."""
    code = case.rng.choice(COMMON_CODES + ("ISK", "CLP", "IDR", "MGA", "UGX", "CVE"))
    for pair in _pairs(case, lambda value: isinstance(value, str) and _CODE.fullmatch(value)):
        pair[1] = code.lower() if pair[1].islower() else code


def _element(case):
    """A wallet twice, none, or in another order."""
    lists = [held for held in lists_in(case.tree) if held]
    if not lists:
        return
    held = case.rng.choice(lists)
    way = case.rng.random()
    if way < 0.5:
        held.insert(case.rng.randrange(len(held) + 1), copy.deepcopy(case.rng.choice(held)))
    elif way < 0.7:
        del held[case.rng.randrange(len(held))]
    else:
        case.rng.shuffle(held)


def _word(case):
    """A text replaced by another of the body's own, so that states, kinds and ids change."""
    pairs = _pairs(case, lambda value: isinstance(value, str) and not isinstance(value, Num))
    if pairs:
        words = [pair[1] for pair in pairs] + ["BLOCKED", "PENDING", "closed", "debit", "FEES", "INVESTED", ""]
        case.rng.choice(pairs)[1] = case.rng.choice(words)
