// SPDX-License-Identifier: Apache-2.0
// From a provider's address to a snapshot that holds, or to why there is none.

import { sha256Hex } from "./keys.js";

/** A wallet response has some kilobytes. Of a longer one only so much is read; the engine says json.size of it. */
const BODY_NBYTES_MAX = 1 << 20;
const PATIENCE_MS = 10_000;

/** At most limit + 1 bytes, so that whoever judges them sees that there are too many. */
async function readBounded(response, limit) {
  const bytes = new Uint8Array(limit + 1);
  let nbytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes.set(chunk.subarray(0, bytes.length - nbytes), nbytes);
    nbytes += Math.min(chunk.length, bytes.length - nbytes);
    if (nbytes === bytes.length) break; // leaving the loop cancels the stream
  }
  return bytes.subarray(0, nbytes);
}

/** The caller's authorization goes to the provider's own address, and after no redirect. */
async function ask({ url, authorization }) {
  const headers = { Accept: "application/json", Authorization: authorization };
  const response = await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
  return { response, body: await readBounded(response, BODY_NBYTES_MAX) };
}

function failureOfNetwork(error) {
  const isLate = error?.name === "TimeoutError" || error?.name === "AbortError";
  return isLate ? { status: 504, code: "upstream.timeout" } : { status: 502, code: "upstream.unreachable" };
}

function failureOfReport(report, response) {
  return { status: 502, code: "upstream.not_ok", report: report.json, retryAfter: response.headers.get("Retry-After") };
}

/** A provider that is busy or broken says nothing about what it said before; any other answer that is not ok does. */
function isOutage(report, response) {
  return report.verdict === "provider_error" && (response.status === 429 || response.status >= 500);
}

/**
 * Resolves to `snapshot` where the response holds. Else to `failure`, with `disproves` where what was kept before must
 * not be served any longer.
 */
export async function fetchSnapshot(steelyard, call) {
  let answer;
  try {
    answer = await ask(call);
  } catch (error) {
    return { failure: failureOfNetwork(error), disproves: false };
  }
  const { response, body } = answer;
  const { status, headers } = response;
  const report = steelyard.verify(body, { ...call.options, maxBytes: BODY_NBYTES_MAX, status, headers, now: new Date() });
  // A redirect or a part of a body is no answer to the question, whatever it holds.
  if (!report.ok || status !== 200) return { failure: failureOfReport(report, response), disproves: !isOutage(report, response) };
  const canonical = report.canonical();
  return { snapshot: { canonical, etag: `"${await sha256Hex(canonical)}"`, verdict: report.verdict } };
}
