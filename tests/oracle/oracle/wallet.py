# SPDX-License-Identifier: Apache-2.0
"""One normalised wallet: what a provider gave and what follows from it, and how it is printed."""

from . import causes, decimals

AMOUNT_NAMES = ("cash", "gift", "blocked", "pending", "reserved", "referral", "total", "available",
                "overdraftLimit", "spendable")   # contract, "Words", in this order


class Wallet:
    """Amounts are ticks; `scale_min` is what the printed form is filled to."""

    def __init__(self, path):
        self.path = path
        self.id = None
        self.currency = None
        self.minor_units = None
        self.unit = "major"
        self.kind = None
        self.status = None
        self.amounts = {}
        self.shared = set()     # names of amounts that the body states once for all wallets
        self.gifts = []
        self.limits = None      # a list where the profile has the facet

    @property
    def scale_min(self):
        return self.minor_units if self.minor_units is not None and self.unit is not None else 0

    def set_currency(self, code, book):
        self.currency = code
        self.minor_units = None if code is None else book.minor_units(code)

    def give(self, name, field):
        """An amount that the provider stated, where it parsed."""
        if field.has_value:
            self.amounts[name] = field.value

    def derive(self, name, ticks):
        """An amount that follows from others; out of range it is left out."""
        if decimals.fits(ticks):
            self.amounts[name] = ticks

    def print_amounts(self):
        return {name: decimals.write(self.amounts[name], self.scale_min)
                for name in AMOUNT_NAMES if name in self.amounts}

    def printed(self):
        limits = {} if self.limits is None else {"limits": self.limits}
        return {"id": self.id, "currency": self.currency, "minorUnits": self.minor_units,
                "unit": self.unit, "kind": self.kind, "status": self.status,
                "amounts": self.print_amounts(), "gifts": self.gifts, **limits}


def check_sum(judge, place, wallet, code, stated, terms):
    """A formula: `stated` = the sum of `terms`, a list of (name, sign, Field).

    It is recomputed only where the stated value and every term parsed (contract, "Report").
    """
    if not stated.has_value or not all(field.has_value for _, _, field in terms):
        return
    known = [causes.Term(name, sign, field.value, field.written) for name, sign, field in terms]
    decide(judge, place, wallet, code, stated, known)


def decide(judge, place, wallet, code, stated, terms, own_causes=()):
    """Pass, fail with a cause, or unverifiable where the recomputed value is out of range."""
    expected = sum(term.signed for term in terms)
    if not decimals.fits(expected):
        judge.undecided(code, place, stated, expected, "out_of_range", wallet.scale_min)
    elif stated.value == expected:
        judge.held(code, place, stated, expected, wallet.scale_min)
    else:
        cause = causes.find(stated.value, expected, terms, wallet.minor_units, own_causes)
        judge.failed(code, place, stated, expected, wallet.scale_min, cause)
