# SPDX-License-Identifier: Apache-2.0
"""What all providers' bodies share: currencies, ids, chance, and the options that belong to a body."""

from oracle import currencies

from .tree import Num, Obj

COMMON_CODES = ("USD", "EUR", "TRY", "USD", "JPY", "KWD", "CLF", "MRU", "GBP", "UYW", "BHD", "CLP", "XCG", "XAD", "ISK")
ALL_CODES = tuple(sorted(currencies.TABLE))
NO_MINOR_UNITS = tuple(code for code in ALL_CODES if currencies.TABLE[code] is None)
UNKNOWN_CODES = ("ZZZ", "BGN", "HRK", "ABC", "SLL", "ANG", "ZWL", "CUC", "XTT")
OVERRIDE_CODES = {"USDT": 6, "BTC": 8, "SHIB": 18, "U2": 0, "POINTS": 0, "WEI0123456": 38, "JPY": 2, "XAU": 4, "USD": 3}
BAD_CODES = ("usd", "US", "EURO", "U$D", "", "Usd", "\uff35\uff33\uff24", "USDT", "US1", "USD ", "123", "\u20ac")

NAMES = ("External Test Wallet", "Kasa \u20ba", "\u5bb6\u8a08", "a\"b\\c", "\U0001f4b0 pot", "caf\u00e9\u2028",
         "x\u0000y", "tab\there")


class Case:
    """A body being made: its tree, its options, and the chance behind both."""

    def __init__(self, rng):
        self.rng = rng
        self.options = {}
        self.tree = None

    def chance(self, share):
        return self.rng.random() < share

    def minor_units(self, code):
        """What the options or the table say, 2 where nobody knows."""
        digits = self.options.get("minorUnits", {}).get(code, currencies.TABLE.get(code))
        return 2 if digits is None else min(digits, 20)


def pick_code(case, bad_share=0.015):
    """A currency code; now and then one that is unknown, overridden, without minor units, or none at all."""
    way = case.rng.random()
    if way < bad_share:
        return case.rng.choice(BAD_CODES)
    if way < 0.78:
        return case.rng.choice(COMMON_CODES)
    if way < 0.86:
        return case.rng.choice(ALL_CODES)
    if way < 0.90:
        return case.rng.choice(UNKNOWN_CODES)
    if way < 0.93:
        return case.rng.choice(NO_MINOR_UNITS)
    code = case.rng.choice(sorted(OVERRIDE_CODES))
    case.options.setdefault("minorUnits", {})[code] = OVERRIDE_CODES[code]
    return code


def uuid(rng):
    text = "%032x" % rng.getrandbits(128)
    text = "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
    return text.upper() if rng.random() < 0.2 else text


def extras(case, obj, share=0.15):
    """Members that no profile names: ignored, whatever they hold, but for twins within."""
    rng = case.rng
    while rng.random() < share:
        value = rng.choice((None, True, "x", Num("1e999"), Num("-0.50"), [], Obj(), [Num("1"), "two", None],
                            Obj(("amount", "1,0"), ("id", None)), "2025-13-01", rng.choice(NAMES)))
        name = rng.choice(("note", "meta", "Extra", "x-y/z", "a~b", "\u00fc", "", "version", "links", "0"))
        obj.pairs.insert(rng.randrange(len(obj.pairs) + 1), [name, value])
        share = 0.2
    return obj


def maybe_list(case, make, share=0.4, empty_share=0.03):
    """One wallet, or a list of some, now and then an empty one."""
    if not case.chance(share):
        return make()
    if case.chance(empty_share):
        return []
    return [make() for _ in range(case.rng.choice((1, 1, 2, 2, 3, 4, 6)))]
