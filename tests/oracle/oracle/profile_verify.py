# SPDX-License-Identifier: Apache-2.0
"""The conductor for a body and a profile of the language: a parsed body and a `Profile` in, the report out.

The facets `gifts`, `events` and `pages` are those of the built-in profiles or none: the providers' own references
judge them. The facet `limits`, which no provider has, is read here.
"""

from . import decimals, gifts, juicyway, pagination, report
from . import profile_amounts as amounts
from . import profile_envelope as envelope
from . import profile_language as language
from . import profile_limits as limits
from . import profile_members as members
from . import profile_rules as rules
from . import profile_wallets as wallets_of
from .judge import VALUE, Place
from .wallet import AMOUNT_NAMES, Wallet

STATUS_ERROR_MIN = 400
_FACETS = {"gifts": "paywall", "events": "juicyway", "pages": "popup"}


def verify(document, profile, settings):
    """The report of a parsed body, findings without `message`."""
    _refuse_other_facets(profile)
    told = None
    if not envelope.has_twin(profile, document.top):
        told = envelope.read_error(profile, document.top)
    if told is not None or (settings.status is not None and settings.status >= STATUS_ERROR_MIN):
        return report.provider_error(profile.name, settings.status, *(told or (None, [])))
    judge = members.ProfileJudge(settings, profile.name, profile.data["currency"].get("minorUnits", {}))
    snapshot, standings, wallets = _read(judge, profile, document.top)
    _find_twins(judge, document.twins, standings)
    return report.judged(judge, profile.name, snapshot, wallets)


def _refuse_other_facets(profile):
    for name, provider in _FACETS.items():
        if name in profile.data and profile.data[name] != language.built_in(provider)[name]:
            raise NotImplementedError("a facet of one's own is beyond this reference")


def _read(judge, profile, top):
    """(snapshotAt as printed or None, standings, wallets)."""
    if top.kind not in wallets_of.top_kinds(profile):
        judge.find("member.type", "invalid", None, "", top.offset)
        is_time_required = profile.snapshot is not None and profile.snapshot.is_required
        if not is_time_required and judge.settings.max_age is not None:
            judge.age_unknown()
        return None, [], []
    time = envelope.read_time(judge, profile, top)
    judge.judge_age(time, Place(top, ""))
    standings, wallets = [], []
    if envelope.flags_decide(judge, profile, top) and not envelope.has_twin(profile, top):
        envelope.judge_warning(judge, profile, top)
        standings, rows = wallets_of.find(judge, profile, top)
        if rows is not None and "pages" in profile.data:
            pagination.check(judge, rows)
        wallets = _read_wallets(judge, profile, top, standings)
    return (time.value.printed if time.state == VALUE else None), standings, wallets


def _find_twins(judge, twins, standings):
    owners = [(place.path + "/", standing.index) for standing in standings for place in standing.places.values()]
    for path, offset in twins:
        owner = next((index for prefix, index in owners if path.startswith(prefix)), None)
        judge.find("json.duplicate_key", "invalid", owner, path, offset)


# --- wallets ---------------------------------------------------------------------------------------

def _read_wallets(judge, profile, top, standings):
    reader = members.Reader(judge, profile, bool(standings))
    _read_body(reader, top)
    wallets, all_facts = [], []
    for standing in standings:
        wallet, facts = _read_wallet(reader, standing)
        wallets.append(wallet)
        all_facts.append(facts)
    rules.judge_unique(judge, profile, all_facts)
    rules.judge_order(judge, profile, all_facts)
    return wallets


def _read_body(reader, top):
    """The members of the body itself, which are read where there are no wallets, too."""
    profile = reader.profile
    nowhere = members.Standing(top, None)
    for member, read in ((profile.id, reader.identity), (profile.status, reader.status), (profile.kind, reader.kind),
                         (profile.currency, reader.currency)):
        if member is not None and member.stands_in == language.BODY:
            read(nowhere)
    members.flags(reader, nowhere)
    members.texts(reader, nowhere)
    amounts.read_all(reader, nowhere)
    for unit in [profile.unit] + [amount.unit for amount in profile.amounts.values()]:
        if unit.member is not None and unit.member.stands_in == language.BODY:
            amounts.digits_of(reader, unit, nowhere, None, None)


def _read_wallet(reader, standing):
    judge, profile = reader.judge, reader.profile
    place = standing.first
    wallet = Wallet(place.path)
    facts = rules.Facts(profile, wallet, standing.index)
    identity, currency = reader.identity(standing), reader.currency(standing)
    status, kind = reader.status(standing), reader.kind(standing)
    wallet.id, wallet.status, wallet.kind = identity.value, status.value, kind.value
    wallet.set_currency(currency.value, judge.book)
    facts.flags, facts.texts = members.flags(reader, standing), members.texts(reader, standing)
    facts.texts.update(id=identity, currency=currency, status=status, kind=kind)
    facts.amounts = amounts.read_all(reader, standing)
    amounts.settle(reader, facts.amounts, standing, wallet, currency)
    amounts.of_options(profile, facts, judge.settings, wallet.id)
    if "gifts" in profile.data:
        gifts.read_and_check(judge, place, wallet, wallet.id, facts.amounts[profile.data["gifts"]["total"]])
    if "events" in profile.data:
        juicyway.read_events(judge, place, wallet, identity, status)
    rules.derive(profile, facts)
    rules.judge_formulas(judge, profile, facts)
    rules.judge_checks(judge, profile, facts)
    for name in AMOUNT_NAMES:
        fact = facts.amounts.get(name)
        if fact is not None and fact.has_value and decimals.fits(fact.value):
            wallet.amounts[name] = fact.value
    wallet.shared = facts.shared
    if profile.limits is not None:
        limits.read_and_check(reader, standing, wallet)
    return wallet, facts
