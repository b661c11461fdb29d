# SPDX-License-Identifier: Apache-2.0
"""The pagination headers of popup against the rows of a list. Source: providers.md, "popup", "Headers"."""

import re

HEADERS = ("X-Page", "X-Per-Page", "X-Total-Count", "X-Total-Pages", "X-Page-Size", "X-Has-More")
PER_PAGE_MAX = 10000
_DIGITS = re.compile(r"[0-9]+")


class Headers:
    """The headers as given, and the values of those that parse."""

    def __init__(self, judge):
        self.judge = judge
        given = judge.settings.headers
        self.text = {name: given[name.lower()] for name in HEADERS if name.lower() in given}
        self.value = {name: self._parse(name, text) for name, text in self.text.items()}

    def _parse(self, name, text):
        """Plain decimal digits, or true and false; anything else is `header.syntax`."""
        if name == "X-Has-More" and text in ("true", "false"):
            return text
        if name != "X-Has-More" and _DIGITS.fullmatch(text):
            return int(text)
        self.judge.find("header.syntax", "invalid", header=name)
        return None

    def number(self, name):
        """The number that a header gives, or None where it is not given or does not parse."""
        return self.value.get(name)

    def fail(self, name, expected, actual):
        rest = {} if expected is None else {"expected": expected}
        self.judge.find("popup.pagination", "fail", actual=actual, header=name, **rest)

    def compare(self, name, expected):
        """A header against what the body or the other headers make of it; None judges nothing."""
        stated = self.number(name)
        if stated is not None and expected is not None and stated != expected:
            self.fail(name, str(expected), self.text[name])


def check(judge, rows):
    """Judge every header that is given; a finding each."""
    headers = Headers(judge)
    page, per_page = headers.number("X-Page"), headers.number("X-Per-Page")
    count = headers.number("X-Total-Count")
    if page == 0:
        headers.fail("X-Page", None, headers.text["X-Page"])
    if per_page is not None and not 1 <= per_page <= PER_PAGE_MAX:
        headers.fail("X-Per-Page", None, headers.text["X-Per-Page"])
    headers.compare("X-Page-Size", rows)
    pages = _pages(count, per_page)
    headers.compare("X-Total-Pages", pages)
    headers.compare("X-Has-More", _has_more(headers, page, pages))
    left = _rows_left(count, page, per_page)
    if left is not None and left != rows:
        headers.fail("X-Total-Count", str(left), str(rows))


def _pages(count, per_page):
    """ceil(count / per page); nothing is judged with a per page of 0."""
    return -(-count // per_page) if count is not None and per_page else None


def _has_more(headers, page, pages):
    """page < total pages, as stated, else as recomputed."""
    if "X-Total-Pages" in headers.text:
        pages = headers.number("X-Total-Pages")
    if not page or pages is None:
        return None
    return "true" if page < pages else "false"


def _rows_left(count, page, per_page):
    """The rows that the count leaves for this page."""
    if count is None or not page or not per_page:
        return None
    return min(per_page, max(0, count - (page - 1) * per_page))
