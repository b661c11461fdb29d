# SPDX-License-Identifier: Apache-2.0
"""RFC 3339 texts and unix seconds in, exact instants and the printed form out. No clock, no calendar library.

Contract, "Times": an offset and seconds are required, up to 30 fraction digits are kept as written, second 60
stands only at 23:59:60 UTC on the last day of a month and counts as the second after 59.
An instant is a count of seconds since 1970 in ticks of 10^-38, the ticks of `decimals`.
"""

import re

from . import decimals

FRACTION_DIGITS_MAX = 30
SECONDS_YEAR_10000 = 253402300800
DAY = 86400
ZONE_SPREAD = 14 * 3600           # a date alone may begin 14 hours earlier or later than in UTC

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DATE_TIME = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
    r"(?:([Zz])|([+-])([0-9]{2}):([0-9]{2}))"
)
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class TimeError(Exception):
    """`timestamp.syntax` or `timestamp.range`."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Moment:
    """A time: its instant in ticks, its printed form in UTC, and whether it was written in UTC."""

    def __init__(self, instant, printed, is_utc):
        self.instant = instant
        self.printed = printed
        self.is_utc = is_utc


class Day:
    """A date alone: the bounds (ticks, both included) between which its end cannot be told."""

    def __init__(self, year, month, day):
        begin = days_since_1970(year, month, day) * DAY
        self.ambiguous_from = (begin - ZONE_SPREAD) * decimals.ONE
        self.ambiguous_to = (begin + DAY + ZONE_SPREAD) * decimals.ONE
        self.printed = "%04d-%02d-%02d" % (year, month, day)


def is_leap_year(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap_year(year) else _MONTH_DAYS[month - 1]


def days_since_1970(year, month, day):
    """Days of the proleptic Gregorian calendar, year 0000 and before included."""
    past = year - 1
    to_january = past * 365 + past // 4 - past // 100 + past // 400
    to_month = sum(days_in_month(year, m) for m in range(1, month))
    return to_january + to_month + day - 1 - 719162


def date_of(days):
    """The inverse of days_since_1970, by years of 146097 / 400 days and a short walk."""
    year = 1970 + days * 400 // 146097
    while days_since_1970(year, 1, 1) > days:
        year -= 1
    while days_since_1970(year + 1, 1, 1) <= days:
        year += 1
    rest = days - days_since_1970(year, 1, 1)
    month = 1
    while rest >= days_in_month(year, month):
        rest -= days_in_month(year, month)
        month += 1
    return year, month, rest + 1


def _check_date(year, month, day):
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise TimeError("timestamp.syntax")


def parse_rfc3339(text):
    """A Moment; raises TimeError. RFC 3339, section 5.6, no roll-over."""
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        raise TimeError("timestamp.syntax")
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    fraction, _, sign, offset_hour, offset_minute = match.groups()[6:]
    _check_date(year, month, day)
    if hour > 23 or minute > 59 or second > 60 or len(fraction or "") > FRACTION_DIGITS_MAX:
        raise TimeError("timestamp.syntax")
    offset = _offset_minutes(sign, offset_hour, offset_minute)
    minutes = (days_since_1970(year, month, day) * 24 + hour) * 60 + minute - offset
    return _moment(minutes, second, fraction or "", offset == 0)


def _offset_minutes(sign, hour, minute):
    if sign is None:
        return 0
    if int(hour) > 23 or int(minute) > 59:
        raise TimeError("timestamp.syntax")
    offset = int(hour) * 60 + int(minute)
    return -offset if sign == "-" else offset


def _moment(minutes, second, fraction, is_utc):
    """A Moment from UTC minutes since 1970; second 60 needs 23:59 on the last day of a month."""
    days, minute_of_day = divmod(minutes, 24 * 60)
    year, month, day = date_of(days)
    if second == 60 and (minute_of_day != 24 * 60 - 1 or day != days_in_month(year, month)):
        raise TimeError("timestamp.syntax")
    if not 0 <= year <= 9999:
        raise TimeError("timestamp.range")
    printed = "%04d-%02d-%02dT%02d:%02d:%02d" % (year, month, day, *divmod(minute_of_day, 60), second)
    printed += ("." + fraction if fraction else "") + "Z"
    instant = (minutes * 60 + second) * decimals.ONE + int(fraction.ljust(decimals.SCALE_MAX, "0"))
    return Moment(instant, printed, is_utc)


def parse_unix_seconds(text):
    """A Moment from a JSON number of unix seconds, printed to its written scale. Range goes first."""
    return parse_unix(text, 0)


def parse_unix(text, digits):
    """The same for a number that counts units of 10^-digits seconds."""
    ticks, written = decimals.read(text)
    if ticks is None or ticks < 0 or ticks >= SECONDS_YEAR_10000 * decimals.ONE * 10 ** digits:
        raise TimeError("timestamp.range")
    if written + digits > FRACTION_DIGITS_MAX:
        raise TimeError("timestamp.syntax")
    seconds, rest = divmod(ticks // 10 ** digits, decimals.ONE)
    minutes, second = divmod(seconds, 60)
    return _moment(minutes, second, ("%038d" % rest)[:written + digits], True)


def parse_expiration(text):
    """A Moment, or a Day where the text is a date alone (providers, paywall `ExpirationDate`)."""
    match = _DATE.fullmatch(text)
    if match is None:
        return parse_rfc3339(text)
    year, month, day = (int(part) for part in match.groups())
    _check_date(year, month, day)
    return Day(year, month, day)
