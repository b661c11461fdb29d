# SPDX-License-Identifier: Apache-2.0
"""ISO 4217 list one as of 2026-01-01: 178 active codes by their minor units.

Contract, "Currencies". BGN left the list on that day (Bulgaria joined the euro); XCG has replaced ANG,
SLE has replaced SLL, ZWG has replaced ZWL, and XAD is in. Nothing else is known here: overrides are options.
"""

import re

_BY_MINOR_UNITS = {
    2: """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
        CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP
        GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT
        LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN
        NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB
        SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS
        UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
    """,
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
    None: "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX",
}

TABLE = {code: digits for digits, codes in _BY_MINOR_UNITS.items() for code in codes.split()}

_ISO_CODE = re.compile(r"[A-Z]{3}")
_OVERRIDE_CODE = re.compile(r"[A-Z0-9]{2,10}")


def is_iso_syntax(code):
    return _ISO_CODE.fullmatch(code) is not None


def is_override_syntax(code):
    """A code named in the options with minor units: 2 to 10 of A-Z and 0-9."""
    return _OVERRIDE_CODE.fullmatch(code) is not None


class Book:
    """The table with the overrides of the options on top of it."""

    def __init__(self, overrides):
        self.overrides = overrides

    def is_code(self, code):
        return code in self.overrides or is_iso_syntax(code)

    def is_known(self, code):
        return code in self.overrides or code in TABLE

    def minor_units(self, code):
        """Digits, or None: a code without minor units, or one that is not known."""
        return self.overrides[code] if code in self.overrides else TABLE.get(code)
