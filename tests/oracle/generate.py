#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write seeded cases, one JSON object a line: {"options", "body" (base64)}; or count what they reach.

`--coverage` asks the oracle for every case and prints how often each verdict, code, cause and reason came up,
and which of the contract's words never did.
"""

import argparse
import base64
import collections
import sys

import steelyard_oracle as oracle
from generator import conductor

EXPECTED = {
    "verdict": "malformed provider_error invalid mismatch stale unverifiable valid verified",
    "code": """json.syntax json.utf8 json.surrogate json.depth json.size json.empty json.trailing json.duplicate_key
        member.missing member.type id.syntax amount.syntax amount.range currency.syntax timestamp.syntax timestamp.range
        header.syntax profile.undetected amount.precision snapshot.stale snapshot.future amount.unit no_data
        snapshot.age_unknown amount.form amount.scale currency.unknown currency.unmapped status.unknown timestamp.not_utc
        paywint.available_exceeds_current payop.total payop.duplicate_currency paywall.gift_total paywall.total
        paywall.available paywall.blocked_negative paywall.limit_negative paywall.overdraft paywall.gift_remaining
        paywall.gift_flags paywall.gift_owner paywall.envelope paywall.errors juicyway.currency juicyway.event_owner
        juicyway.lifecycle popup.type popup.prepaid popup.credit_limit popup.duplicate_id popup.order popup.pagination""",
    "cause": """float_drift rounding sign minor_units omitted double_counted flipped counted_original counted_expired
        transposed unknown""",
    "reason": "out_of_range expiry_ambiguous now_unknown limit_unknown",
    "gift state": "used expired ambiguous unknown active None",
    "option error": "option.unknown option.type option.value",
}


def count_report(counts, report):
    if "error" in report and "verdict" not in report:
        counts["option error"][report["error"]] += 1
        return
    counts["verdict"][report["verdict"]] += 1
    counts["profile"][str(report["profile"])] += 1
    for finding in report["findings"]:
        counts["code"][finding["code"]] += 1
        counts["code:outcome"][finding["code"] + " " + finding["outcome"]] += 1
        for key in ("cause", "reason"):
            if key in finding:
                counts[key][finding[key]] += 1
    for wallet in report["wallets"]:
        for gift in wallet["gifts"]:
            counts["gift state"][str(gift["state"])] += 1


def print_coverage(seed, count):
    counts = collections.defaultdict(collections.Counter)
    for index in range(count):
        count_report(counts, oracle.report(*conductor.draw(seed, index)))
    for group in sorted(counts):
        print(group)
        for name, times in counts[group].most_common():
            print("  %8d  %s" % (times, name))
    missing = [(group, name) for group, names in EXPECTED.items() for name in names.split() if not counts[group][name]]
    for group, name in missing:
        print("never reached: %s %s" % (group, name))
    return 1 if missing else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--coverage", action="store_true", help="count what the cases reach instead of writing them")
    wanted = parser.parse_args()
    if wanted.coverage:
        return print_coverage(wanted.seed, wanted.count)
    for index in range(wanted.count):
        options, body = conductor.draw(wanted.seed, index)
        print(oracle.to_json({"options": options, "body": base64.b64encode(body).decode("ascii")}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
