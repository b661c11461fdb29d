// SPDX-License-Identifier: Apache-2.0
// What --help prints; the native program prints the same.

export const HELP = `Usage: steelyard COMMAND [OPTION...] [FILE...]

Says whether wallet responses of payment providers are what they claim to be.

Commands:
  verify [FILE...]     verify responses, one in each file
  audit [FILE...]      verify NDJSON, one response on each line, in constant memory
  normalize [FILE]     print the canonical snapshot of a response
  diff BEFORE AFTER    print the exact changes between two responses
  reconcile [FILE]     compare a response with what your own ledger expects
  profiles [NAME]      name the built-in profiles, or print one as data
  profile check FILE   say in words what a profile of your own does, or where it is wrong
  explain CODE         say what a code of a report means (--profile FILE.json: one of your own)

'-' or no file is standard input.

Options:
  --profile NAME|FILE.json           built-in profile, or one of your own (default: auto)
  --profiles JSON|FILE.json          a list of profiles of your own: auto tries these first
  --currency CODE                    currency where the response names none
  --currencies JSON|FILE.json        provider currency ids to codes
  --minor-units JSON|FILE.json       currency codes to digits, adds or overrides
  --unit major|minor                 unit where the provider does not say
  --credit-limit VALUE|JSON|FILE.json
                                     limit of all postpaid wallets, or by wallet id
  --status N                         HTTP status of the response
  --headers JSON|FILE.json           HTTP headers of the response, for pagination
  --now TIME                         RFC 3339 time to judge by (with --max-age: the clock)
  --max-age SECONDS                  older snapshots are stale
  --max-bytes N                      longer responses are refused (default: 67108864)
  --explain                          list the equalities that hold, too
  --options FILE                     all of these as a JSON object; flags go before it
  --expected FILE.json               reconcile: what the ledger expects
  --tolerance D                      reconcile: differences up to D pass (default: the file's, or none)
  --format human|json                json: one line for each response, nothing else
  --no-colour, --no-color            plain text on a terminal, too
  -h, --help                         print this help
  -V, --version                      print the version

Exit status: 0 all ok (diff, reconcile: no difference), 1 something is not ok (or differs),
2 wrong usage, 3 a file cannot be read or written, 130 interrupted.
`;
