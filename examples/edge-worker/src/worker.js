// SPDX-License-Identifier: Apache-2.0
// GET /PROVIDER/WALLET with the caller's Authorization: the canonical snapshot of a wallet response that holds, kept for
// a while at the edge, for this caller alone. What does not hold is explained and never kept.

import { load } from "steelyard";
import { explain, refuse, serve } from "./answers.js";
import { shareFlight } from "./flights.js";
import { snapshotKey } from "./keys.js";
import { forget, keep, recall } from "./store.js";
import { fetchSnapshot } from "./upstream.js";

/** The provider's name and the wallet's, null where the path is another. Names are plain, so that a key is one too. */
function readPath(url) {
  const [, provider, wallet] = new URL(url).pathname.match(/^\/([\w-]{1,32})\/([\w.-]{1,128})$/) ?? [];
  return wallet === undefined || /^\.+$/.test(wallet) ? null : { provider, wallet };
}

/** What a caller asks for, or the response that refuses it. */
function readCall(request, env) {
  if (request.method !== "GET" && request.method !== "HEAD") return { refusal: refuse(405, { Allow: "GET, HEAD" }) };
  const path = readPath(request.url);
  if (path === null || !Object.hasOwn(env.PROVIDERS, path.provider)) return { refusal: refuse(404) };
  const authorization = request.headers.get("Authorization");
  if (!authorization) return { refusal: refuse(401, { "WWW-Authenticate": "Bearer" }) };
  const { url, options } = env.PROVIDERS[path.provider];
  return { ...path, url: url.replaceAll("{wallet}", encodeURIComponent(path.wallet)), options, authorization };
}

/** Asks the provider, and keeps what holds. Resolves to plain data, which other requests may share. */
async function renew(steelyard, call, key, env) {
  const outcome = await fetchSnapshot(steelyard, call);
  if (outcome.snapshot) return { record: await keep(key, outcome.snapshot, env) };
  if (outcome.disproves) await forget(key);
  return { failure: outcome.failure };
}

export default {
  async fetch(request, env, context) {
    const call = readCall(request, env);
    if (call.refusal) return call.refusal;
    const steelyard = await load();
    const key = await snapshotKey(request.url, steelyard.version, call);
    const flight = () => shareFlight(key, context, () => renew(steelyard, call, key, env));

    const kept = await recall(key);
    if (kept?.state === "STALE") context.waitUntil(flight());
    if (kept) return serve(request, kept.record, kept.state);
    const { record, failure } = await flight();
    return record ? serve(request, record, "MISS") : explain(failure);
  },
};
