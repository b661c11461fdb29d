# SPDX-License-Identifier: Apache-2.0
"""Error envelopes of the five providers, documented ones and ones whose parts have other types."""

import copy

from .tree import Num, Obj

STATUSES = (400, 401, 403, 404, 422, 429, 500, 503, 599)
TEXTS = ("Too many requests from ip", "Unable find authenticated user", "", "\u00c7ok fazla istek", "bad \"quote\"",
         "line\nbreak")
ODD = (None, True, Num("5"), [], Obj(), [None], [Num("1")], "text", Obj(("message", "x")), [Obj()],
       [Obj(("message", None))])


def _text(case):
    return case.rng.choice(TEXTS)


def _part(case, value, share=0.07):
    """The documented part, or one of another type."""
    return copy.deepcopy(case.rng.choice(ODD)) if case.chance(share) else value


def paywint(case):
    return Obj(("success", False), ("message", _part(case, _text(case))), ("data", None), ("queryGeneratedTime", None))


def payop(case):
    rng = case.rng
    fields = Obj(*((name, _part(case, [_text(case) for _ in range(rng.choice((1, 1, 2, 0)))])) for name in
                   rng.sample(("currencies [0]", "code", "a", "from"), rng.choice((1, 2, 3)))))
    shapes = (_text(case), fields, [Obj(("message", _part(case, _text(case)))) for _ in range(rng.choice((1, 2, 0)))])
    return Obj(("message", _part(case, rng.choice(shapes))))


def paywall(case):
    rng = case.rng
    errors = rng.choice(([_text(case), _text(case)], [], None, _text(case),
                         [Obj(("Message", _text(case))), Obj(("message", _text(case)), ("field", "Id"))],
                         [Obj(("Message", _text(case)), ("Field", rng.choice(("Amount", None)))), _text(case)]))
    tree = Obj(("IsSuccess", False), ("IsFailure", True), ("Value", None))
    if case.chance(0.9):
        tree.set("Errors", _part(case, errors))
    return tree


def juicyway(case):
    rng = case.rng
    error = Obj(("code", _part(case, rng.choice(("not_found", "UNAUTHORIZED", None)))),
                ("message", _part(case, _text(case))),
                ("type", "error"))
    if case.chance(0.5):
        listed = [Obj(("field", rng.choice(("amount", "id", None))), ("message", _part(case, _text(case))))
                  for _ in range(rng.choice((0, 1, 2)))]
        error.set("errors", _part(case, listed))
    else:
        error.set("details", _part(case, Obj(("a", Num("1")))))
    tree = Obj(("error", _part(case, error)))
    if case.chance(0.1):
        tree.set("data", rng.choice((None, [], Obj())))
    return tree


def popup(case):
    rng = case.rng
    error = Obj(("name", "NotFoundError"), ("code", _part(case, rng.choice(("NOT_FOUND", None)))),
                ("message", _part(case, _text(case))))
    if case.chance(0.1):
        error.drop(rng.choice(("name", "code", "message")))
    tree = Obj(("error", _part(case, error, 0.05)))
    if case.chance(0.1):
        tree.pairs += Obj(("id", Num("1")), ("currency_id", Num("1")), ("amount", Num("1")), ("type", "PREPAID")).pairs
    return tree


MAKERS = {"paywint": paywint, "payop": payop, "paywall": paywall, "juicyway": juicyway, "popup": popup}


def envelope(case, provider):
    case.tree = MAKERS[provider](case)
    if case.chance(0.6):
        case.options["status"] = case.rng.choice(STATUSES)
    elif case.chance(0.4):
        case.options["status"] = case.rng.choice((200, 201, 304, 399, 100))
