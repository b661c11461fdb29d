// SPDX-License-Identifier: Apache-2.0
// One flight a key: requests that want the same while it is being fetched share what it brings. Within one isolate;
// another isolate or data centre has flights of its own.

/** Longer than a provider is waited for. A flight that is older died with its request; the next one begins anew. */
const FLIGHT_MS_MAX = 15_000;

const flights = new Map();

const LATE = { failure: { status: 504, code: "upstream.timeout" } };

/** What a promise of another request brings, or LATE: that request may be gone, and its promise with it. */
async function withPatience(promise) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, FLIGHT_MS_MAX, LATE)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Begins a flight that goes on where the caller leaves. It never rejects. */
function begin(key, context, fly) {
  const flight = { since: Date.now(), landed: null };
  const clear = () => flights.get(key) === flight && flights.delete(key);
  const crash = (error) => {
    console.error(error);
    return { failure: { status: 500, code: "internal" } };
  };
  flight.landed = fly().catch(crash).finally(clear);
  flights.set(key, flight);
  context.waitUntil(flight.landed);
  return flight.landed;
}

/**
 * @param fly asks, and resolves to plain data: streams and responses belong to one request and cannot be shared
 */
export function shareFlight(key, context, fly) {
  const flight = flights.get(key);
  const isAlive = flight !== undefined && Date.now() - flight.since < FLIGHT_MS_MAX;
  if (!isAlive) return begin(key, context, fly);
  return withPatience(flight.landed);
}
