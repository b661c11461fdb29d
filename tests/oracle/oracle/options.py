# SPDX-License-Identifier: Apache-2.0
"""The options object in, checked settings out; or the code and the name of the first wrong option.

Contract, "Options" and the fine print on them; core/profiles/README.md for profile objects, which are compiled by
`profile_language`. `maxAge` without `now` is an error here, as it is in C.
"""

from . import currencies, decimals, profile_language, times
from .texts import ascii_lower

PROFILES = ("paywint", "payop", "paywall", "juicyway", "popup")   # these have a reference of their own
PROFILES_MAX = 32
BYTES_MAX_DEFAULT = 64 * 1024 * 1024
MINOR_UNITS_MAX = decimals.SCALE_MAX

KNOWN = ("profile", "profiles", "currency", "currencies", "minorUnits", "unit", "creditLimit", "status", "headers",
         "now", "maxAge", "maxBytes", "explain")


class OptionError(Exception):
    """`option.unknown`, `option.type` or `option.value`, and the option that is wrong."""

    def __init__(self, kind, option):
        super().__init__(kind, option)
        self.code = "option." + kind
        self.option = option


class Settings:
    """The options as the checks need them; None stands for an option that was not given."""

    def __init__(self):
        self.profile = None          # None is auto; a name of PROFILES, or a compiled profile
        self.profiles = []           # compiled, in their order
        self.currency = None
        self.currency_of_id = None   # provider currency id to code
        self.book = None
        self.unit = None
        self.credit_limit = None     # ticks, or a dict of wallet id to ticks
        self.status = None
        self.headers = {}            # lower-case name to value
        self.now = None              # Moment
        self.max_age = None          # seconds in ticks
        self.bytes_max = BYTES_MAX_DEFAULT
        self.explain = False


def compile_options(options):
    """Settings, or OptionError. The options are a JSON object as Python's own types."""
    for name in options:
        if name not in KNOWN:
            raise OptionError("unknown", name)
    settings = Settings()
    settings.profiles = _profiles(options)
    settings.profile = _profile(options, settings.profiles)
    settings.book = currencies.Book(_overrides(options))
    settings.currency_of_id = _currency_of_id(options, settings.book)
    settings.currency = _currency(options, settings.book)
    settings.unit = _unit(options)
    settings.credit_limit = _credit_limit(options)
    settings.status = _integer_between(options, "status", 100, 599)
    settings.headers = _headers(options)
    settings.now = _now(options)
    settings.max_age = _max_age(options)
    settings.bytes_max = _bytes_max(options)
    settings.explain = _typed(options, "explain", bool) or False
    return settings


def _typed(options, name, *types):
    """The option's value where it is given and of one of the types; None where it is not given."""
    if name not in options:
        return None
    value = options[name]
    if isinstance(value, bool) and bool not in types or not isinstance(value, types):
        raise OptionError("type", name)
    return value


def _compiled(data, others, option):
    try:
        return profile_language.compile_profile(data, others)
    except profile_language.ProfileError:
        raise OptionError("value", option) from None


def _profiles(options):
    """The user's own profiles, each of its own name."""
    given = _typed(options, "profiles", list) or []
    if any(not isinstance(data, dict) for data in given):
        raise OptionError("type", "profiles")
    names = [data.get("profile") for data in given]
    if len(given) > PROFILES_MAX or None in names or len(set(names)) < len(names):
        raise OptionError("value", "profiles")
    return [_compiled(data, given, "profiles") for data in given]


def _profile(options, profiles):
    """None for `auto`; a name leads to the user's own profiles first."""
    value = _typed(options, "profile", str, dict)
    if isinstance(value, dict):
        return _compiled(value, options.get("profiles", []), "profile")
    for profile in profiles:
        if profile.name == value:
            return profile
    if value is None or value == "auto" or value in PROFILES:
        return None if value == "auto" else value
    data = profile_language.built_in(value)
    if data is None:
        raise OptionError("value", "profile")
    return _compiled(data, (), "profile")


def _digits(value, option):
    """Minor units: an integer from 0 to 38."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise OptionError("type", option)
    if not isinstance(value, int):
        raise OptionError("type", option)
    if not 0 <= value <= MINOR_UNITS_MAX:
        raise OptionError("value", option)
    return value


def _overrides(options):
    """Codes known by the options: `minorUnits`, and before it the object form in `currencies`."""
    overrides = {}
    for code, value in (_typed(options, "minorUnits", dict) or {}).items():
        if not currencies.is_override_syntax(code):
            raise OptionError("value", "minorUnits")
        overrides[code] = _digits(value, "minorUnits")
    overrides.update(_currencies_with_digits(options))
    return overrides


def _currencies_with_digits(options):
    """The object forms that bring minor units; one code with two different ones is wrong."""
    found = {}
    for entry in (_typed(options, "currencies", dict) or {}).values():
        if not isinstance(entry, dict) or "minorUnits" not in entry:
            continue
        code, digits = _entry_code(entry), _digits(entry["minorUnits"], "currencies")
        if not currencies.is_override_syntax(code) or found.setdefault(code, digits) != digits:
            raise OptionError("value", "currencies")
    return found


def _entry_code(entry):
    """The code of an entry of `currencies`: the string itself, or `code` in the object form."""
    if isinstance(entry, dict):
        if any(key not in ("code", "minorUnits") for key in entry):
            raise OptionError("unknown", "currencies")
        if "code" not in entry:
            raise OptionError("value", "currencies")
        entry = entry["code"]
    if not isinstance(entry, str):
        raise OptionError("type", "currencies")
    return entry


def _currency_of_id(options, book):
    entries = _typed(options, "currencies", dict)
    if entries is None:
        return None
    codes = {wanted: _entry_code(entry) for wanted, entry in entries.items()}
    if not all(book.is_code(code) for code in codes.values()):
        raise OptionError("value", "currencies")
    return codes


def _currency(options, book):
    code = _typed(options, "currency", str)
    if code is not None and not book.is_code(code):
        raise OptionError("value", "currency")
    return code


def _unit(options):
    unit = _typed(options, "unit", str)
    if unit not in (None, "major", "minor"):
        raise OptionError("value", "unit")
    return unit


def _decimal_string(text, option):
    """A decimal string that is not negative, in ticks."""
    if not isinstance(text, str):
        raise OptionError("type", option)
    ticks = decimals.read(text)[0] if decimals.is_string_amount(text) else None
    if ticks is None or ticks < 0:
        raise OptionError("value", option)
    return ticks


def _credit_limit(options):
    value = _typed(options, "creditLimit", str, dict)
    if isinstance(value, dict):
        return {wallet: _decimal_string(text, "creditLimit") for wallet, text in value.items()}
    return None if value is None else _decimal_string(value, "creditLimit")


def _integer_between(options, name, least, greatest):
    value = _typed(options, name, int, float)
    if value is not None and not isinstance(value, int):
        raise OptionError("type", name)
    if value is not None and not least <= value <= greatest:
        raise OptionError("value", name)
    return value


def _headers(options):
    headers = {}
    for name, value in (_typed(options, "headers", dict) or {}).items():
        if not isinstance(value, str):
            raise OptionError("type", "headers")
        if ascii_lower(name) in headers:
            raise OptionError("value", "headers")
        headers[ascii_lower(name)] = value
    return headers


def _now(options):
    text = _typed(options, "now", str)
    if text is None:
        return None
    try:
        return times.parse_rfc3339(text)
    except times.TimeError:
        raise OptionError("value", "now") from None


def _max_age(options):
    value = _typed(options, "maxAge", str, int, float)
    if value is None:
        return None
    if not isinstance(value, (str, int)):
        raise OptionError("value", "maxAge")
    ticks = _decimal_string(str(value), "maxAge")
    if "now" not in options:
        raise OptionError("value", "maxAge")
    return ticks


def _bytes_max(options):
    value = _integer_between(options, "maxBytes", 1, 2 ** 53)
    return BYTES_MAX_DEFAULT if value is None else value
