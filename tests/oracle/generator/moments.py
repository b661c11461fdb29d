# SPDX-License-Identifier: Apache-2.0
"""Times to put into bodies and options: ordinary ones around `now`, leap seconds, and texts that are no times."""

from oracle import times

NOWS = (1757939696, 1735689600, 1709164800, 1709251199, 1483228800, 0, 253402300799, 951782400, 1767225600)

LEAP = (
    "2016-12-31T23:59:60Z", "2015-06-30T23:59:60.5Z", "2016-12-31T18:59:60-05:00", "2017-01-01T00:59:60+01:00",
    "1998-12-31t23:59:60.999z", "2016-12-31T23:59:60-00:00", "9999-12-31T23:59:60Z",
    "2016-12-30T23:59:60Z", "2016-12-31T22:59:60Z", "2016-12-31T23:58:60Z", "2016-12-31T23:59:60+01:00",
    "2024-02-29T23:59:60Z", "2023-02-28T23:59:60Z", "2024-02-28T23:59:60Z", "2016-12-31T23:59:61Z",
    "0000-01-01T00:59:60+01:00",
)
EDGES = (
    "0000-01-01T00:00:00Z", "0000-02-29T12:00:00Z", "9999-12-31T23:59:59.999999999999999999999999999999Z",
    "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00-23:59", "9999-12-31T23:59:59+23:59",
    "2025-01-01T00:00:00.123456789012345678901234567890Z", "2025-01-01T00:00:00.1234567890123456789012345678901Z",
    "2025-01-01T00:00:00-00:00", "2025-01-01T00:00:00+00:00", "2024-02-29T00:00:00Z", "1969-12-31T23:59:59.9Z",
)
BAD = (
    "2025-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2025-13-01T00:00:00Z",
    "2025-00-10T00:00:00Z",
    "2025-04-31T00:00:00Z", "2025-01-00T00:00:00Z", "2025-01-01T24:00:00Z", "2025-01-01T00:60:00Z",
    "2025-01-01 00:00:00Z",
    "2025-01-01T00:00Z", "2025-01-01T00:00:00", "2025-01-01T00:00:00.Z", "2025-01-01T00:00:00,5Z",
    "2025-01-01T00:00:00+0100",
    "2025-01-01T00:00:00+01", "2025-01-01T00:00:00+24:00", "2025-01-01T00:00:00+01:60", "20250101T000000Z", "", "now",
    "2025-1-1T00:00:00Z", "02025-01-01T00:00:00Z", "2025-01-01T00:00:00ZZ", " 2025-01-01T00:00:00Z",
    "2025-01-01T00:00:00Z\n",
    "\uff12025-01-01T00:00:00Z", "2025-01-01T00:00:00\u22120500", "-2025-01-01T00:00:00Z", "1718006400",
    "2025-01-01T0a:00:00Z",
)
BAD_DATES = ("2025-02-30", "2025-13-01", "2025-1-1", "20250101", "2025-00-01", "2025-01-32", "2025-01-01Z",
             "0000-00-00")


def fraction(rng):
    digits = rng.choice((0, 0, 0, 3, 6, 7, 1, 9, 30))
    return "".join(rng.choice("0123456789") for _ in range(digits))


def rfc3339(rng, seconds, fraction_text="", zoned=0.15):
    """A text of an instant, in UTC or with an offset."""
    minutes = 0
    if rng.random() < zoned:
        minutes = rng.choice((0, 60, -300, 330, 840, -720, 1439, -1439, rng.randrange(-1439, 1440)))
    local = min(max(seconds + minutes * 60, -62167219200), 253402300799)
    minutes = (local - seconds) // 60 if (local - seconds) % 60 == 0 else 0
    if minutes == 0:
        local = seconds
    zone = _zone(rng, minutes)
    text = "%sT%02d:%02d:%02d" % (date(local // 86400), local // 3600 % 24, local // 60 % 60, local % 60)
    text += ("." + fraction_text if fraction_text else "") + zone
    return text.lower() if rng.random() < 0.05 else text


def _zone(rng, minutes):
    if minutes == 0:
        return rng.choice(("Z", "Z", "Z", "Z", "Z", "Z", "Z", "+00:00", "-00:00"))
    return "%s%02d:%02d" % ("-" if minutes < 0 else "+", abs(minutes) // 60, abs(minutes) % 60)


def date(days):
    return "%04d-%02d-%02d" % times.date_of(days)


def near(rng, now):
    """Seconds near `now`: before, at, after, and the bounds of a day with its 14 hours either side."""
    spread = rng.choice((0, 1, 60, 3600, 86400, 14 * 3600, 38 * 3600, 40 * 86400))
    seconds = now + (rng.randrange(-spread, spread + 1) if rng.random() < 0.6 else rng.choice((-spread, 0, spread)))
    return min(max(seconds, -62167219200), 253402300799)


def date_near(rng, now):
    """A date alone such that `now` lies on, just inside or just outside the bounds of its ambiguity."""
    return date(min(max(now // 86400 + rng.choice((-2, -1, -1, 0, 0, 1, 1, 2, 30, -30)), -719528), 2932896))


def now_at_bound(rng, now):
    """A `now` for which some date alone is exactly at, or a second beside, a bound."""
    return now // 86400 * 86400 + rng.choice((-14, 14)) * 3600 + rng.choice((-1, 0, 0, 0, 1))


def any_text(rng, seconds):
    """A time text; one in ten is at an edge, one in ten is none."""
    way = rng.random()
    if way < 0.8:
        return rfc3339(rng, seconds, fraction(rng))
    if way < 0.85:
        return rng.choice(LEAP)
    if way < 0.9:
        return rng.choice(EDGES)
    return rng.choice(BAD)
