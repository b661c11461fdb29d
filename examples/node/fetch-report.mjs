// SPDX-License-Identifier: Apache-2.0
// From an address to a report: the bytes as they came, judged together with the status and the headers beside them.

/** Longest answer that is read at all. The engine gets the same limit and says json.size beyond it. */
const BODY_NBYTES_MAX = 1 << 20;
const PATIENCE_MS = 5000;

/** At most limit + 1 bytes of a response, so that whoever judges them sees that there are too many. */
async function readBounded(response, limit) {
  const chunks = [];
  let nbytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    nbytes += chunk.length;
    if (nbytes > limit) break; // leaving the loop cancels the stream
  }
  return Buffer.concat(chunks).subarray(0, limit + 1);
}

/** Rejects where there is no whole answer: then there is nothing to judge, and nothing may be paid. */
export async function fetchReport(steelyard, url, options) {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) });
  return steelyard.verify(await readBounded(response, BODY_NBYTES_MAX), {
    ...options,
    maxBytes: BODY_NBYTES_MAX,
    status: response.status,
    headers: response.headers,
    now: new Date(),
  });
}
