# SPDX-License-Identifier: Apache-2.0
"""The conductor: body bytes and settings in, the report out. It holds no rules of its own but their order."""

from . import envelope, json_strict, juicyway, payop, paywall, paywint, popup, profile_detect, profile_verify, report
from .json_strict import ARRAY, OBJECT
from .judge import Judge, Place, VALUE

_PROFILES = {"paywint": paywint, "payop": payop, "paywall": paywall, "juicyway": juicyway, "popup": popup}
STATUS_ERROR_MIN = 400   # contract: "from 400 on any JSON body is a provider error"


def verify(body, settings):
    """The report as a dict in the contract's key order, findings without `message`."""
    try:
        document = json_strict.parse(body, settings.bytes_max)
    except json_strict.JsonError as error:
        line, column = json_strict.line_and_column(body, error.offset)
        return report.malformed(_name(settings.profile), error.code, error.offset, line, column)
    profile = settings.profile or _detect(document.top, settings)
    if profile is not None and not isinstance(profile, str):
        return profile_verify.verify(document, profile, settings)
    error = _provider_error(document.top, profile, settings)
    if error is not None:
        return error
    return _judge(document, profile, settings)


def _name(profile):
    return profile if profile is None or isinstance(profile, str) else profile.name


def _detect(top, settings):
    """The user's own profiles go first, then the five with a reference of their own, then the other built-in ones."""
    return (profile_detect.first(settings.profiles, top) or envelope.detect(top)
            or profile_detect.first(profile_detect.other_built_in(), top))


def _provider_error(top, profile, settings):
    """The report of an error envelope or of a status from 400 on, else None."""
    told = None
    if profile is not None and not envelope.has_twin(profile, top):
        told = envelope.read_error(profile, top)
    if told is None and (settings.status is None or settings.status < STATUS_ERROR_MIN):
        return None
    code, messages = told or (None, [])
    return report.provider_error(profile, settings.status, code, messages)


def _judge(document, profile, settings):
    judge = Judge(settings)
    top = Place(document.top, "")
    snapshot, wallets = None, []
    if profile is None:
        judge.find("profile.undetected", "invalid", None, "", document.top.offset)
    else:
        snapshot, wallets = _read(judge, top, profile)
    _find_twins(judge, document.twins, wallets)
    return report.judged(judge, profile, snapshot, wallets)


def _read(judge, top, profile):
    """(snapshotAt as printed or None, wallets) of a body whose profile is known."""
    reader = _PROFILES[profile]
    kinds = (OBJECT, ARRAY) if profile == "popup" else (OBJECT,)
    if top.node.kind not in kinds:
        judge.find("member.type", "invalid", None, "", top.node.offset)
        if profile != "payop" and judge.settings.max_age is not None:
            judge.age_unknown()
        return None, []
    time = reader.read_time(judge, top)
    judge.judge_age(time, top)
    decided = reader.flags_decide(judge, top)
    readable = decided and not envelope.has_twin(profile, top.node)
    wallets = reader.read_wallets(judge, top) if readable else []
    return (time.value.printed if time.state == VALUE else None), wallets


def _find_twins(judge, twins, wallets):
    """`json.duplicate_key` for each later twin, with the wallet in which it stands."""
    owners = [(wallet.path + "/", index) for index, wallet in enumerate(wallets)]
    for path, offset in twins:
        owner = next((index for prefix, index in owners if path.startswith(prefix)), None)
        judge.find("json.duplicate_key", "invalid", owner, path, offset)
