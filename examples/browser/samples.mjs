// SPDX-License-Identifier: Apache-2.0
// Bodies to try: documented ones, and some in which something is wrong. The build turns the files into text.

import juicyway from "../../tests/cases/samples/juicyway.json";
import payopError from "../../tests/cases/samples/payop-error-429.json";
import payop from "../../tests/cases/samples/payop.json";
import paywall from "../../tests/cases/samples/paywall.json";
import popup from "../../tests/cases/samples/popup-list.json";
import tampered from "../bodies/paywall-tampered.json";

const DRIFTED = `{
  "snapshotAt": "2025-09-15T12:34:56Z",
  "currencies": [
    {
      "code": "EUR",
      "balance": {
        "available": "0.10",
        "referral": "0.20",
        "pending": "-1200.00",
        "reserve": "12345678901234567890.10",
        "total": "12345678901234567000.00"
      }
    }
  ]
}
`;

export const SAMPLES = [
  { title: "A sum that holds", body: paywall, currency: "TRY" },
  { title: "Tampered with", body: tampered, currency: "TRY" },
  { title: "Two currencies", body: payop },
  { title: "Lost digits", body: DRIFTED },
  { title: "Unit unknown", body: juicyway },
  { title: "A list", body: popup },
  { title: "An error", body: payopError, status: "429" },
  { title: "Cut short", body: paywall.slice(0, 260) },
];
