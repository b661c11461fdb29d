/* SPDX-License-Identifier: Apache-2.0 */
/*
 * help.h - the help text. It refuses to know who asks for it, and how the program reads what it describes.
 */
#ifndef STEELYARD_COMMAND_HELP_H
#define STEELYARD_COMMAND_HELP_H

static const char help_text[] =
    "Usage: steelyard COMMAND [OPTION...] [FILE...]\n"
    "\n"
    "Says whether wallet responses of payment providers are what they claim to be.\n"
    "\n"
    "Commands:\n"
    "  verify [FILE...]     verify responses, one in each file\n"
    "  audit [FILE...]      verify NDJSON, one response on each line, in constant memory\n"
    "  normalize [FILE]     print the canonical snapshot of a response\n"
    "  diff BEFORE AFTER    print the exact changes between two responses\n"
    "  reconcile [FILE]     compare a response with what your own ledger expects\n"
    "  profiles [NAME]      name the built-in profiles, or print one as data\n"
    "  profile check FILE   say in words what a profile of your own does, or where it is wrong\n"
    "  explain CODE         say what a code of a report means (--profile FILE.json: one of your own)\n"
    "\n"
    "'-' or no file is standard input.\n"
    "\n"
    "Options:\n"
    "  --profile NAME|FILE.json           built-in profile, or one of your own (default: auto)\n"
    "  --profiles JSON|FILE.json          a list of profiles of your own: auto tries these first\n"
    "  --currency CODE                    currency where the response names none\n"
    "  --currencies JSON|FILE.json        provider currency ids to codes\n"
    "  --minor-units JSON|FILE.json       currency codes to digits, adds or overrides\n"
    "  --unit major|minor                 unit where the provider does not say\n"
    "  --credit-limit VALUE|JSON|FILE.json\n"
    "                                     limit of all postpaid wallets, or by wallet id\n"
    "  --status N                         HTTP status of the response\n"
    "  --headers JSON|FILE.json           HTTP headers of the response, for pagination\n"
    "  --now TIME                         RFC 3339 time to judge by (with --max-age: the clock)\n"
    "  --max-age SECONDS                  older snapshots are stale\n"
    "  --max-bytes N                      longer responses are refused (default: 67108864)\n"
    "  --explain                          list the equalities that hold, too\n"
    "  --options FILE                     all of these as a JSON object; flags go before it\n"
    "  --expected FILE.json               reconcile: what the ledger expects\n"
    "  --tolerance D                      reconcile: differences up to D pass (default: the file's, or none)\n"
    "  --format human|json                json: one line for each response, nothing else\n"
    "  --no-colour, --no-color            plain text on a terminal, too\n"
    "  -h, --help                         print this help\n"
    "  -V, --version                      print the version\n"
    "\n"
    "Exit status: 0 all ok (diff, reconcile: no difference), 1 something is not ok (or differs),\n"
    "2 wrong usage, 3 a file cannot be read or written, 130 interrupted.\n";

#endif
