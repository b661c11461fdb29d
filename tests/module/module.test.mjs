// SPDX-License-Identifier: Apache-2.0
// The frozen boundary of the engine module: the life of a call, what stays in memory after it, wrong calls.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Host } from "./host.mjs";

const ADD = 0;
const STATUS_MEMORY = 1;
const STATUS_OPTION_UNKNOWN = 2;
const STATUS_CALL_ARGUMENT = 7;
const STATUS_DECIMAL_SYNTAX = 8;
const MALFORMED = 7;
const PROFILES = ["adyen", "didww", "juicyway", "mangopay", "modern_treasury", "payop", "paypal", "paywall", "paywall_payout", "paywint", "popup", "square_gift_card", "stripe", "wise"];
const PAYWALL = `{"IsSuccess":true,"IsFailure":false,"Value":{"Id":"7883fb19-2359-4a9b-b917-f08a259898ed","WalletBalance":0.80,"GiftBalances":[],"TotalGiftBalance":0,"BlockedBalance":0,"TotalBalance":TOTAL,"AvailableBalance":0.80,"AllowOverdraft":false,"OverdraftLimit":0}}`;
const RIGHT = PAYWALL.replace("TOTAL", "0.80");
const WRONG = PAYWALL.replace("TOTAL", "0.90");

/** Bytes of memory that differ from those of a fresh instance, as far apart as the module's own few variables. */
function differences(host) {
  const fresh = new Host().memory;
  const places = [];
  host.memory.forEach((byte, place) => byte !== (fresh[place] ?? 0) && places.push(place));
  return places;
}

/** Whether memory holds the text anywhere. */
function holds(host, text) {
  return Buffer.from(host.memory.buffer).includes(text);
}

test("says its ABI version", () => {
  const header = readFileSync(new URL("../../wasm/abi_version.h", import.meta.url), "utf8");
  const [, version] = /#define ENGINE_ABI_VERSION (\d+)/.exec(header);
  assert.equal(new Host().exports.engine_abi_version(), Number(version));
});

test("says its version, statuses, verdicts, profiles and currencies", () => {
  const { status, text } = new Host().call([], (exports) => exports.steelyard_about());
  const table = JSON.parse(text);
  assert.equal(status, 0);
  assert.match(table.version, /^\d+\.\d+\.\d+$/);
  assert.deepEqual(table.statuses[0], { number: 0, name: "OK", code: "ok", message: "Done." });
  assert.equal(new Set(table.statuses.map(({ number }) => number)).size, table.statuses.length);
  assert.deepEqual(table.verdicts, ["verified", "valid", "unverifiable", "stale", "mismatch", "invalid", "provider_error", "malformed"]);
  assert.deepEqual(table.profiles, PROFILES);
  assert.deepEqual(table.currencies, { date: "2026-01-01", count: 178 });
});

test("prints each built-in profile, and refuses the one after the last", () => {
  const host = new Host();
  const profile = (index) => host.call([], (exports) => exports.steelyard_profile_json(index));
  assert.deepEqual(PROFILES.map((name, index) => JSON.parse(profile(index).text).profile), PROFILES);
  assert.equal(profile(PROFILES.length).status, STATUS_CALL_ARGUMENT);
  assert.equal(profile(-1).status, STATUS_CALL_ARGUMENT);
});

test("explains codes and profiles, and says of what is refused where it is wrong", () => {
  const host = new Host();
  const profile = '{"profile":"own","wallets":{"at":"","as":["object"]},"currency":{"from":"option"},"unit":"majr","amounts":{"total":{"at":"/t"}}}';
  const explain = (code, own) => host.call([code, own], (exports, lengths) => exports.steelyard_explain(...lengths));
  assert.match(explain("verified", "").text, /^verified: a verdict\n/);
  const unknown = explain("verifed", "");
  assert.equal(unknown.status, STATUS_CALL_ARGUMENT);
  assert.deepEqual([JSON.parse(unknown.text).found, JSON.parse(unknown.text).nearest], ["verifed", "verified"]);
  const check = (text) => host.call([text], (exports, [length]) => exports.steelyard_profile_explain(length));
  assert.match(check(profile.replace("majr", "major")).text, /^Profile own\n/);
  const fault = JSON.parse(check(profile).text);
  assert.deepEqual([fault.code, fault.option, fault.path, fault.offset], ["option.value", "profile", "/unit", profile.indexOf('"majr"')]);
  assert.ok(fault.allowed.includes("major") && fault.allowed.includes("minor"));
});

test("sets an option in a text of options, and says which text is none", () => {
  const host = new Host();
  const set = (options, name, value) => host.call([options, name, value], (exports, lengths) => exports.steelyard_options_set(...lengths));
  assert.equal(set('{"unit":"minor","now":1.50}', "unit", ' "major"').text, '{"now":1.50,"unit":"major"}');
  assert.equal(set("", "status", "200").text, '{"status":200}');
  const refused = set("{}", "status", '1,"unit":2');
  assert.equal(refused.status, STATUS_CALL_ARGUMENT);
  assert.deepEqual([JSON.parse(refused.text).option, JSON.parse(refused.text).offset], ["value", 1]);
  const list = JSON.parse(set(" []", "status", "1").text);
  assert.deepEqual([list.option, list.offset, list.path], ["options", 1, ""]);
});

test("begins at an address that is a multiple of 16, after stack and data", () => {
  const host = new Host();
  for (const nbytes of [0, 1, 15, 16, 17, 100000]) {
    const address = host.exports.engine_begin(nbytes);
    assert.equal(address % 16, 0);
    assert.ok(address > 65536);
    assert.ok(host.memory.length >= address + nbytes);
    host.exports.engine_end();
  }
});

test("adds exactly", () => {
  assert.equal(new Host().decimal(ADD, "0.1", "0.2").text, "0.3");
});

test("verifies, and says verdict and ok beside the report", () => {
  const host = new Host();
  assert.equal(JSON.parse(host.verify(RIGHT).text).verdict, "verified");
  assert.deepEqual([host.exports.steelyard_report_verdict(), host.exports.steelyard_report_ok()], [0, 1]);
  assert.equal(JSON.parse(host.verify(WRONG).text).verdict, "mismatch");
  assert.deepEqual([host.exports.steelyard_report_verdict(), host.exports.steelyard_report_ok()], [4, 0]);
});

test("takes a body that is shorter than was begun", () => {
  const host = new Host();
  const verifier = host.compile("{}");
  host.exports.engine_begin(verifier.length + 3 * RIGHT.length);
  const [verifierLength, bodyLength] = host.begin(verifier, RIGHT);
  assert.equal(host.exports.steelyard_verify(verifierLength, 0, bodyLength), 0);
  assert.equal(host.exports.steelyard_report_ok(), 1);
});

test("compiles options into a block that may be kept and used again", () => {
  const host = new Host();
  const verifier = host.compile('{"currency":"TRY"}');
  assert.equal(verifier.length % 8, 0);
  for (const instance of [host, host, new Host()]) {
    const report = instance.call([verifier, "", RIGHT], (exports, lengths) => exports.steelyard_verify(...lengths));
    assert.equal(JSON.parse(report.text).wallets[0].currency, "TRY");
  }
});

test("reads reports back: canonical, text, diff, can_spend, reconcile", () => {
  const host = new Host();
  const report = host.verify(RIGHT, '{"currency":"TRY"}').text;
  const canonical = host.call([report], (exports, [nbytes]) => exports.steelyard_report_canonical(nbytes, 1)).text;
  assert.equal(JSON.parse(canonical).wallets[0].amounts.available, "0.80");
  const text = host.call([report, "morning.json"], (exports, lengths) => exports.steelyard_report_text(...lengths, 0)).text;
  assert.match(text, /morning\.json/);
  const diff = host.call([report, canonical], (exports, lengths) => exports.steelyard_diff(...lengths)).text;
  assert.equal(JSON.parse(diff).same, true);
  assert.equal(host.call([report, report], (exports, lengths) => exports.steelyard_diff_text(...lengths, 0)).status, 0);
  const answer = host.call([report, '{"amount":"0.80"}'], (exports, lengths) => exports.steelyard_can_spend(...lengths)).text;
  assert.equal(JSON.parse(answer).allowed, true);
  const expected = '{"currencies":{"TRY":{"available":"0.80"}}}';
  const reconciled = host.call([report, expected], (exports, lengths) => exports.steelyard_reconcile(...lengths)).text;
  assert.equal(JSON.parse(reconciled).same, true);
  const human = host.call([report, expected], (exports, lengths) => exports.steelyard_reconcile_text(...lengths, 0)).text;
  assert.match(human, /^same  \(verdict verified\)\n/);
});

test("names what was wrong", () => {
  const host = new Host();
  const unknown = host.call(['{"fo\\"o":1}'], (exports, [nbytes]) => exports.steelyard_compile(nbytes));
  assert.equal(unknown.status, STATUS_OPTION_UNKNOWN);
  assert.deepEqual(Object.keys(JSON.parse(unknown.text)), ["code", "option", "message"]);
  assert.deepEqual([JSON.parse(unknown.text).code, JSON.parse(unknown.text).option], ["option.unknown", 'fo"o']);
  const syntax = host.decimal(ADD, "1", "x");
  assert.equal(syntax.status, STATUS_DECIMAL_SYNTAX);
  assert.deepEqual([JSON.parse(syntax.text).code, JSON.parse(syntax.text).option], ["decimal.syntax", null]);
});

test("refuses lengths that do not fit what was begun", () => {
  const host = new Host();
  for (const lengths of [[5, 0, 0], [-1, -1, 6], [0, 0, 0], [2 ** 31, 2 ** 31, 4]]) {
    host.begin("1234");
    assert.equal(host.exports.steelyard_verify(...lengths), STATUS_CALL_ARGUMENT);
    assert.equal(JSON.parse(new TextDecoder().decode(host.result())).code, "call.argument");
    assert.equal(host.exports.steelyard_report_ok(), 0);
    assert.equal(host.exports.steelyard_report_verdict(), MALFORMED);
    host.exports.engine_end();
  }
});

test("refuses an operation that nothing began", () => {
  const { exports } = new Host();
  assert.equal(exports.steelyard_compile(0), STATUS_CALL_ARGUMENT);
  assert.equal(exports.steelyard_report_canonical(0, 1), STATUS_CALL_ARGUMENT);
  assert.equal(exports.steelyard_about(), STATUS_CALL_ARGUMENT);
  exports.engine_end();
});

test("leaves no byte of a body, options or a fault behind", () => {
  const host = new Host();
  const secret = "1938475610293847";
  host.verify(RIGHT.replace('"Value"', `"x":"${secret}","Value"`));
  host.verify(`{"IsSuccess":${secret}`);
  host.call([`{"o${secret}":1}`], (exports, [nbytes]) => exports.steelyard_compile(nbytes));
  host.decimal(ADD, secret, "1");
  assert.equal(holds(host, secret), false);
  const places = differences(host);
  assert.ok(places.length < 16, `${places.length} bytes differ`);
  assert.ok(places.every((place) => place > 65536 && place < host.exports.engine_begin(0)), "they are the module's own");
});

test("wipes an input that no operation took, and a call that was left open", () => {
  const host = new Host();
  host.begin("1938475610293847");
  host.exports.engine_end();
  assert.equal(holds(host, "1938475610293847"), false);
  host.begin("5647382910564738");
  host.begin("");
  assert.equal(holds(host, "5647382910564738"), false);
});

test("begins with three pages and grows for a large body only", () => {
  const host = new Host();
  host.verify(RIGHT);
  assert.ok(host.memory.length <= 16 * 65536, `${host.memory.length}`);
  const body = RIGHT.replace("{", `{${" ".repeat(8 * 1024 * 1024)}`);
  assert.equal(JSON.parse(host.verify(body).text).verdict, "verified");
  assert.ok(host.memory.length > 8 * 1024 * 1024);
  assert.ok(differences(host).length < 16);
});

test("answers 0 where memory cannot be had, and works on", () => {
  const host = new Host();
  assert.equal(host.exports.engine_begin(0xfffffff0), 0);
  assert.equal(host.begin("x").length, 1);
  host.exports.engine_end();
  assert.equal(host.decimal(ADD, "1", "2").text, "3");
});

test("reports exhaustion as a status, and works on", () => {
  const host = new Host(64);
  const rows = Array.from({ length: 20_000 }, () => '{"id":1,"currency_id":1,"amount":1,"type":"PREPAID"}');
  const { status, text } = host.verify(`[${rows}]`);
  assert.equal(status, STATUS_MEMORY);
  assert.equal(JSON.parse(text).code, "memory");
  assert.equal(host.exports.steelyard_report_ok(), 0);
  assert.equal(JSON.parse(host.verify(RIGHT).text).verdict, "verified");
  assert.equal(host.memory.length, 64 * 65536);
  assert.ok(differences(host).length < 16);
});
