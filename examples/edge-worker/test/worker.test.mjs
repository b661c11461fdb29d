// SPDX-License-Identifier: Apache-2.0
// The bundled Worker in workerd, through Miniflare, before a provider that the test plays.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Miniflare } from "miniflare";
import { bundle, configuration } from "./bundle.mjs";
import { paywallBody, startUpstream } from "./upstream.mjs";

const FRESH_MS = 2000;
const STALE_MS = 3000;
let miniflare;
let upstream;

before(async () => {
  upstream = await startUpstream();
  const { outdir, script, wasm } = await bundle("miniflare");
  miniflare = new Miniflare({
    cf: false,
    modulesRoot: outdir,
    modules: [
      { type: "ESModule", path: join(outdir, script) },
      { type: "CompiledWasm", path: join(outdir, wasm) },
    ],
    compatibilityDate: configuration.compatibility_date,
    bindings: {
      PROVIDERS: {
        paywall: { url: upstream.url, options: configuration.vars.PROVIDERS.paywall.options },
        payop: { url: upstream.url, options: configuration.vars.PROVIDERS.payop.options },
      },
      FRESH_SECONDS: FRESH_MS / 1000,
      STALE_SECONDS: STALE_MS / 1000,
    },
  });
  await miniflare.ready;
});

after(async () => {
  await miniflare?.dispose();
  upstream?.stop();
});

/** Asks the Worker as a user would. */
async function get(path, { user = "ada", headers = {}, method = "GET" } = {}) {
  const authorization = user === null ? {} : { Authorization: `Bearer ${user}` };
  const response = await miniflare.dispatchFetch(`http://edge.example${path}`, {
    method,
    headers: { ...authorization, ...headers },
  });
  const text = await response.text();
  const header = (name) => response.headers.get(name);
  return { status: response.status, text, header, etag: header("ETag"), cache: header("Steelyard-Cache") };
}

/** The first wallet of a canonical snapshot. */
function availableOf(text) {
  return JSON.parse(text).wallets[0].amounts.available;
}

test("what holds is kept: the second request hits, with the same strong ETag", async () => {
  upstream.answer("kept", { body: paywallBody("0.80") });
  const first = await get("/paywall/kept");
  const second = await get("/paywall/kept");
  assert.deepEqual([first.status, first.cache, first.header("Steelyard-Verdict")], [200, "MISS", "verified"]);
  assert.deepEqual([second.status, second.cache, second.header("Steelyard-Verdict")], [200, "HIT", "verified"]);
  assert.equal(first.etag, `"${createHash("sha256").update(first.text).digest("hex")}"`);
  assert.equal(second.etag, first.etag);
  assert.equal(second.text, first.text);
  assert.equal(availableOf(first.text), "0.80");
  assert.equal(upstream.count("kept"), 1);
});

test("the answer is for this caller alone", async () => {
  upstream.answer("private", { body: paywallBody("1.00") });
  const { header } = await get("/paywall/private");
  assert.match(header("Cache-Control"), /^private, max-age=[0-2], stale-while-revalidate=3, stale-if-error=3$/);
  assert.equal(header("Vary"), "Authorization");
  assert.equal(header("Content-Type"), "application/json; charset=utf-8");
});

test("If-None-Match: 304 without a body, from the store and from the provider", async () => {
  upstream.answer("known", { body: paywallBody("0.80") });
  const { etag } = await get("/paywall/known");
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await get("/paywall/known", { headers: { "If-None-Match": known } });
    assert.deepEqual([again.status, again.text, again.etag, again.cache], [304, "", etag, "HIT"]);
  }
  assert.equal((await get("/paywall/known", { headers: { "If-None-Match": '"other"' } })).status, 200);
  const missed = await get("/paywall/known", { user: "bob", headers: { "If-None-Match": etag } });
  assert.deepEqual([missed.status, missed.cache], [304, "MISS"]);
});

test("a tampered balance is explained and not kept", async () => {
  upstream.answer("tampered", { body: paywallBody("0.80", "0.90") });
  for (let round = 1; round <= 2; round++) {
    const { status, text, header, cache } = await get("/paywall/tampered");
    assert.deepEqual([status, cache, header("Cache-Control")], [502, null, "no-store"]);
    const { error, report } = JSON.parse(text);
    assert.deepEqual([error, report.verdict], ["upstream.not_ok", "mismatch"]);
    assert.equal(report.findings[0].code, "paywall.total");
    assert.equal(upstream.count("tampered"), round);
  }
});

test("an error of the provider is explained and not kept", async () => {
  const busy = { status: 429, body: '{"message":"Too many requests from ip"}', headers: { "Retry-After": "6" } };
  upstream.answer("busy", busy);
  for (let round = 1; round <= 2; round++) {
    const { status, text, header } = await get("/payop/busy");
    assert.deepEqual([status, header("Retry-After"), header("Cache-Control")], [502, "6", "no-store"]);
    const { report } = JSON.parse(text);
    assert.equal(report.verdict, "provider_error");
    assert.deepEqual(report.error, { status: 429, code: null, messages: ["Too many requests from ip"] });
    assert.equal(upstream.count("busy"), round);
  }
});

test("what is no answer is not kept: a redirect, a torn body, a body without end", async () => {
  upstream.answer("redirect", { status: 302, body: paywallBody("1.00"), headers: { Location: "/kept" } });
  assert.equal((await get("/paywall/redirect")).status, 502);
  assert.equal(upstream.requests.at(-1).wallet, "redirect");
  upstream.answer("torn", { body: paywallBody("1.00").slice(0, 100) });
  assert.equal(JSON.parse((await get("/paywall/torn")).text).report.verdict, "malformed");
  upstream.answer("long", { body: paywallBody("1.00") + " ".repeat(2 << 20) });
  assert.equal(JSON.parse((await get("/paywall/long")).text).report.findings[0].code, "json.size");
});

test("a provider that cannot be reached: 502, and nothing is kept", async () => {
  upstream.answer("gone", { breaks: true });
  const { status, text } = await get("/paywall/gone");
  assert.deepEqual([status, JSON.parse(text)], [502, { error: "upstream.unreachable", report: null }]);
});

test("no caller gets what was kept for another", async () => {
  upstream.answer("shared", {
    body: (request) => paywallBody(request.headers.authorization === "Bearer ada" ? "1.00" : "2.00"),
  });
  assert.equal(availableOf((await get("/paywall/shared", { user: "ada" })).text), "1.00");
  const bob = await get("/paywall/shared", { user: "bob" });
  assert.deepEqual([availableOf(bob.text), bob.cache], ["2.00", "MISS"]);
  assert.equal(availableOf((await get("/paywall/shared", { user: "ada" })).text), "1.00");
  const nobody = await get("/paywall/shared", { user: null });
  assert.deepEqual([nobody.status, nobody.text], [401, ""]);
});

test("the same wallet of another provider is another one", async () => {
  upstream.answer("both", { body: paywallBody("1.00") });
  assert.equal((await get("/paywall/both")).cache, "MISS");
  assert.equal(JSON.parse((await get("/payop/both")).text).report.verdict, "invalid");
  assert.equal((await get("/paywall/both")).cache, "HIT");
});

test("two requests at once ask the provider once", async () => {
  upstream.answer("slow", { body: paywallBody("5.00"), delay: 300 });
  const [first, second] = await Promise.all([get("/paywall/slow"), get("/paywall/slow")]);
  assert.deepEqual([first.status, second.status, first.text], [200, 200, second.text]);
  assert.equal(upstream.count("slow"), 1);
});

test("who leaves does not spoil it for who stays", async () => {
  upstream.answer("left", { body: paywallBody("5.00"), delay: 600 });
  const address = new URL("/paywall/left", await miniflare.ready);
  const headers = { Authorization: "Bearer ada" };
  const leaving = fetch(address, { headers, signal: AbortSignal.timeout(200) });
  await sleep(50);
  const staying = fetch(address, { headers });
  await assert.rejects(leaving);
  assert.equal((await staying).status, 200);
  assert.equal(upstream.count("left"), 1);
});

test("two callers at once ask the provider twice", async () => {
  upstream.answer("apart", { body: paywallBody("5.00"), delay: 300 });
  await Promise.all([get("/paywall/apart", { user: "ada" }), get("/paywall/apart", { user: "bob" })]);
  assert.equal(upstream.count("apart"), 2);
});

test("what is stale is served once more while it is fetched anew", async () => {
  upstream.answer("aging", { body: paywallBody("1.00") });
  await get("/paywall/aging");
  upstream.answer("aging", { body: paywallBody("2.00") });
  await sleep(FRESH_MS + 100);
  const stale = await get("/paywall/aging");
  assert.deepEqual([stale.cache, availableOf(stale.text)], ["STALE", "1.00"]);
  assert.match(stale.header("Cache-Control"), /max-age=0,/);
  await sleep(300);
  const renewed = await get("/paywall/aging");
  assert.deepEqual([renewed.cache, availableOf(renewed.text)], ["HIT", "2.00"]);
  assert.notEqual(renewed.etag, stale.etag);
  assert.equal(upstream.count("aging"), 2);
});

test("an outage leaves what is stale, but not for ever", async () => {
  upstream.answer("outage", { body: paywallBody("1.00") });
  await get("/paywall/outage");
  upstream.answer("outage", { status: 503, body: "{}" });
  await sleep(FRESH_MS + 100);
  for (let round = 0; round < 2; round++) {
    assert.equal((await get("/paywall/outage")).cache, "STALE");
    await sleep(200);
  }
  await sleep(STALE_MS);
  assert.equal((await get("/paywall/outage")).status, 502);
});

for (const [what, answer] of [
  ["a right that was taken away", { status: 401, body: '{"message":"Unable find authenticated user"}' }],
  ["a contradiction", { body: paywallBody("1.00", "9.00") }],
])
  test(`${what} drops what was kept`, async () => {
    const wallet = what.replaceAll(" ", "-");
    upstream.answer(wallet, { body: paywallBody("1.00") });
    await get(`/paywall/${wallet}`);
    upstream.answer(wallet, answer);
    await sleep(FRESH_MS + 100);
    assert.equal((await get(`/paywall/${wallet}`)).cache, "STALE");
    await sleep(300);
    assert.equal((await get(`/paywall/${wallet}`)).status, 502);
  });

test("only the caller's authorization goes to the provider", async () => {
  upstream.answer("headers", { body: paywallBody("1.00") });
  await get("/paywall/headers", { headers: { Cookie: "session=1", "X-Private": "yes" } });
  const { headers } = upstream.requests.at(-1);
  assert.deepEqual([headers.authorization, headers.cookie, headers["x-private"]], ["Bearer ada", undefined, undefined]);
});

test("other calls are refused without asking the provider", async () => {
  const asked = upstream.requests.length;
  for (const path of ["/", "/paywall", "/paywall/", "/nobody/1", "/constructor/1", "/paywall/a/b", "/paywall/a%2Fb"])
    assert.equal((await get(path)).status, 404, path);
  const posted = await get("/paywall/kept", { method: "POST" });
  assert.deepEqual([posted.status, posted.header("Allow")], [405, "GET, HEAD"]);
  assert.equal(upstream.requests.length, asked);
});

test("HEAD says what GET says, without the body", async () => {
  upstream.answer("head", { body: paywallBody("1.00") });
  const { etag } = await get("/paywall/head");
  const head = await get("/paywall/head", { method: "HEAD" });
  assert.deepEqual([head.status, head.text, head.etag, head.cache], [200, "", etag, "HIT"]);
});
