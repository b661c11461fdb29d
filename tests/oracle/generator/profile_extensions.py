# SPDX-License-Identifier: Apache-2.0
"""Extensions of the five documented providers' profiles, with the bodies of these providers."""

import copy

from oracle import profile_language

from . import conductor, errors


def of_built_in(case):
    """The tree of a provider's body, and an extension of its profile among the options."""
    rng = case.rng
    name = rng.choice(tuple(conductor.MAKERS))
    errors.envelope(case, name) if case.chance(0.05) else conductor.MAKERS[name](case)
    own = {"profile": rng.choice(("mine", name)), "extends": name}
    own.update(copy.deepcopy(rng.choice((
        {}, {"checks": [{"code": "positive", "at": "total", "that": "total >= 0", "outcome": "warn"}]},
        {"derive": None},
        {"currency": {"from": "option", "at": None, "required": None, "default": "JPY"}},
        {"unit": "minor"}, {"unit": {"digits": 3}}, {"carrier": "either"}, {"formulas": None},
        {"derive": [{"amount": "spendable", "as": "total - 10", "when": ["total is known"]}]},
        {"amounts": {"fee": {"at": "/note"}, "total": {"required": True}}},
        {"limits": {"at": "/note", "of": "total", "limit": "amount", "name": "id", "codes": {"exceeded": "over"}}},
    ))))
    if own["profile"] == name:
        own["profile"] = "mine"
    _drop_idle_nulls(own, profile_language.built_in(name))
    if name == "paywall":
        own.pop("unit", None)      # of gifts the reference knows the built-in unit and carrier alone
        own.pop("carrier", None)
    case.options["profile"] = own


def _drop_idle_nulls(own, base):
    """A null has to take something away."""
    for name, value in list(own.items()):
        if value is None and name not in base:
            del own[name]
        elif isinstance(value, dict):
            _drop_idle_nulls(value, base.get(name) if isinstance(base.get(name), dict) else {})
