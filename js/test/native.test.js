// SPDX-License-Identifier: Apache-2.0
// The command of this package and the native one: same output, same messages, same exit status.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { POPUP, payop, paywall } from "./bodies.js";
import { file, nativeProgram, run } from "./run-command.js";

const good = file("good.json", paywall());
const bad = file("bad.json", paywall("0.90"));
const before = file("before.json", payop());
const after = file("after.json", payop("1000.00", "2025-09-15T12:34:55Z"));
const popup = file("popup.json", POPUP);
const empty = file("empty.json", "");
const options = file("options.json", '\ufeff{"currency":"EUR","explain":true,"profile":"paywall"}');
const twins = file("twins.json", '{"unit":"major","unit":"minor","currency":"EUR"}');
const list = file("list.json", "[]");
const broken = file("broken.json", '{"a":');
const ledger = file("ledger.json", '{"tolerance":"0","wallets":[{"currency":"EUR","amounts":{"available":"1000.00"}}]}');
const marked = file("marked.json", '\ufeff { "complete" : true , "toleranc\\u0065" : 7, "currencies" : {"EUR":{"pending":"50"}} }');
const lines = `${paywall()}\r\n\n \t\r\n{\n${paywall("0.90")}\n{"message":"No."}\n\ufeff${payop()}\n${"x".repeat(900)}\n{"a":1,"a":2}`;
const archive = file("archive.ndjson", lines);

const own = {
  profile: "acme",
  wallets: { at: "", as: ["object"] },
  currency: { from: "option" },
  unit: "major",
  amounts: { total: { at: "/sum" }, cash: { at: "/own" } },
  formulas: [{ code: "total", amount: "total", is: "cash" }],
};
const ownProfile = file("acme.json", JSON.stringify(own, null, 2));
const wrongProfile = file("wrong.json", JSON.stringify({ ...own, unit: "majr" }, null, 2));

/** Arguments, and standard input where it matters. */
const RUNS = [
  [["--help"]],
  [["--version"]],
  [["-V", "--nonsense"]],
  [["-hx"]],
  [["-xh"]],
  [[]],
  [["check"]],
  [["verify", "--nonsense"]],
  [["verify", "--nonsense=1"]],
  [["verify", "--curr", "USD"]],
  [["verify", "--now"]],
  [["verify", "--explain=yes"]],
  [["verify", "--help=1"]],
  [["verify", "--format=xml", good]],
  [["verify", "--format=", good]],
  [["verify", good]],
  [["verify", bad]],
  [["verify", good, bad, "nowhere.json", "/", `${good}/x`, empty, popup]],
  [["verify", "--format=json", good, bad, "nowhere.json", before, after, popup, empty]],
  [["verify", "--format", "json", "--explain", good, bad]],
  [["verify"], paywall("0.90")],
  [["verify", "-"], "{"],
  [["verify", "-", good, "-"], "{"],
  [["verify", "--", "--help"]],
  [["--currency=TRY", "verify", bad, "--format", "json", "--currency", "USD"]],
  [["verify", "--currency", "usd", good]],
  [["verify", "--currency=", good]],
  [["verify", "--unit", "cents", good]],
  [["verify", "--profile", "nobody", good]],
  [["verify", "--profile", "nowhere.json", good]],
  [["verify", "--profile", broken, good]],
  [["verify", "--profile", list, good]],
  [["verify", "--status", "0", good]],
  [["verify", "--status", "007", good]],
  [["verify", "--status", "503", "--format=json", good]],
  [["verify", "--status=-1", good]],
  [["verify", "--max-bytes", "100", "--format=json", good, bad]],
  [["verify", "--max-bytes", "0", good]],
  [["verify", "--max-bytes", "99999999999", good]],
  [["verify", "--max-age", "60", "--now", "2025-09-15T12:34:58Z", "--format=json", before]],
  [["verify", "--max-age", "-60", before]],
  [["verify", "--max-age", "1", "--now", "-", before]],
  [["verify", "--currencies", '{"1":"USD"}', "--credit-limit", "5", "--format=json", popup]],
  [["verify", "--currencies", "{1}", popup]],
  [["verify", "--currencies", '{}, "unit":"minor"', popup]],
  [["verify", "--currencies", "", popup]],
  [["verify", "--currencies", "[]", popup]],
  [["verify", "--credit-limit", '{"101":"1"}', "--format=json", popup]],
  [["verify", "--credit-limit", "{", popup]],
  [["verify", "--credit-limit", "ten", popup]],
  [["verify", "--headers", '{"X-Page-Size":"7"}', "--format=json", popup]],
  [["verify", "--headers", '{"X-Page-Size":"7","x-page-size":"7"}', popup]],
  [["verify", "--minor-units", '{"ABC":1}', "--currency=ABC", "--format=json", good]],
  [["verify", "--minor-units", '{"ABC":"1"}', good]],
  [["verify", "--options", options, "--format=json", good]],
  [["verify", "--options", options, "--currency", "TRY", "--format=json", bad]],
  [["verify", "--options", "nowhere.json", good]],
  [["verify", "--options", "/", good]],
  [["verify", "--options", broken, good]],
  [["verify", "--options", list, good]],
  [["verify", "--options", twins, good]],
  [["verify", "--options", twins, "--unit", "major", "--format=json", good]],
  [["verify", "--options", twins, "--currency", "USD", good]],
  [["audit", archive]],
  [["audit", "--format=json", archive]],
  [["audit", "--format=json", "--max-bytes=800", archive]],
  [["audit", archive, "nowhere.ndjson", archive]],
  [["audit"], ""],
  [["audit"], "\n\n"],
  [["audit"], paywall()],
  [["audit", "-"], lines],
  [["audit", "/"]],
  [["normalize", good]],
  [["normalize", bad]],
  [["normalize", empty]],
  [["normalize", "nowhere.json"]],
  [["normalize"], "{}"],
  [["normalize", "--status=500"], '{"message":"No."}'],
  [["normalize", good, bad]],
  [["diff", before, after]],
  [["diff", before, before]],
  [["diff", "--format=json", before, after]],
  [["diff", "--format=json", bad, bad]],
  [["diff", "--currency=TRY", good, bad]],
  [["diff", empty, broken]],
  [["diff", "nowhere.json", empty]],
  [["diff", "nowhere.json", "/"]],
  [["diff", "-", good], paywall("0.90")],
  [["diff", "-", "-"]],
  [["diff", good]],
  [["diff"]],
  [["reconcile", "--expected", ledger, before]],
  [["reconcile", "--expected", ledger, "--format=json", before]],
  [["reconcile", "--expected", ledger, "--tolerance", "0.50", "--format=json", after]],
  [["reconcile", "--expected", marked, "--tolerance", "0.50", before]],
  [["reconcile", "--expected", marked, before]],
  [["reconcile", "--expected", ledger, "--tolerance", '1","x":"2', before]],
  [["reconcile", "--expected", ledger, "--tolerance=", before]],
  [["reconcile", "--expected", ledger, "--currency=TRY"], paywall()],
  [["reconcile", "--expected", ledger, "--currency=try"], paywall()],
  [["reconcile", "--expected", ledger], "{"],
  [["reconcile", "--expected", ledger, "nowhere.json"]],
  [["reconcile", "--expected", "nowhere.json", before]],
  [["reconcile", "--expected", "/", before]],
  [["reconcile", "--expected", empty, before]],
  [["reconcile", "--expected", empty, "--tolerance=1", before]],
  [["reconcile", "--expected", broken, before]],
  [["reconcile", "--expected", broken, "--tolerance=1", before]],
  [["reconcile", "--expected", list, before]],
  [["reconcile", "--expected", list, "--tolerance=1", before]],
  [["reconcile", "--expected", twins, before]],
  [["reconcile", "--expected", twins, "--tolerance=1", before]],
  [["reconcile", "--expected", before]],
  [["reconcile", before]],
  [["reconcile", before, after]],
  [["profiles"]],
  [["profiles", "--format=json"]],
  [["profiles", "payop"]],
  [["profiles", "payop", "--format=json"]],
  [["profiles", "nobody"]],
  [["profiles", "a", "b"]],
  [["profiles", "--currency", "usd"]],
  [["profiles", "-", "-"]],
  [["explain"]],
  [["explain", "paywall.total"]],
  [["explain", "limit_unknown"]],
  [["explain", "amount.precison"]],
  [["explain", "acme.total", "--profile", ownProfile]],
  [["explain", "acme.totl", "--profile", ownProfile]],
  [["explain", "ok", "--profile", wrongProfile]],
  [["explain", "ok", "--profile", broken]],
  [["explain", "ok", "--profile", "paywall"]],
  [["explain", "ok", "--profile", "nobody"]],
  [["explain", "ok", "--profile", "nowhere.json"]],
  [["profile"]],
  [["profile", "check"]],
  [["profile", "chek", ownProfile]],
  [["profile", "check", ownProfile]],
  [["profile", "check", wrongProfile]],
  [["profile", "check", broken]],
  [["profile", "check", list]],
  [["profile", "check", "nowhere.json"]],
  [["profile", "check", "/"]],
  [["profile", "check", "-"], "\ufeff{}"],
];

const skip = !existsSync(nativeProgram) && "the native program is not built";
for (const [args, input = ""] of RUNS)
  test(`steelyard ${args.map((arg) => arg.split("/").at(-1)).join(" ")}`, { skip }, async () => {
    const [here, there] = await Promise.all([run(args, { input }), run(args, { input, native: true })]);
    assert.deepEqual(here, there);
  });
