// SPDX-License-Identifier: Apache-2.0
// Snapshots in the Cache API, with times of their own: the Cache API knows no stale-while-revalidate, so a record says
// itself until when it is fresh and until when it may be served at all. A store that fails only costs a fetch.

const CANONICAL_TYPE = "application/json; charset=utf-8";

function addSeconds(milliseconds, seconds) {
  return milliseconds + Number(seconds) * 1000;
}

/** Keeps a snapshot and returns its record: plain data. */
export async function keep(key, snapshot, env) {
  const storedAt = Date.now();
  const freshUntil = addSeconds(storedAt, env.FRESH_SECONDS);
  const record = { ...snapshot, storedAt, freshUntil, staleUntil: addSeconds(freshUntil, env.STALE_SECONDS) };
  const secondsToLive = Math.ceil((record.staleUntil - storedAt) / 1000);
  const { canonical, ...facts } = record;
  const headers = {
    "Content-Type": CANONICAL_TYPE,
    "Cache-Control": `max-age=${secondsToLive}`,
    "Steelyard-Record": JSON.stringify(facts),
  };
  await attempt(() => caches.default.put(key, new Response(canonical, { headers })));
  return record;
}

/** The record of a key with its state, HIT or STALE; null where there is none that may still be served. */
export async function recall(key) {
  const found = await attempt(() => caches.default.match(key));
  if (!found) return null;
  const record = { ...JSON.parse(found.headers.get("Steelyard-Record")), canonical: await found.text() };
  const now = Date.now();
  if (now >= record.staleUntil) return null;
  return { record, state: now < record.freshUntil ? "HIT" : "STALE" };
}

export async function forget(key) {
  await attempt(() => caches.default.delete(key));
}

async function attempt(use) {
  try {
    return await use();
  } catch (error) {
    console.warn(`cache: ${error.message}`);
    return undefined;
  }
}
