// SPDX-License-Identifier: Apache-2.0
// What the caller gets. Everything is for this caller alone: private, and different for each Authorization.

const COMMON = { Vary: "Authorization", "X-Content-Type-Options": "nosniff" };

function secondsUntil(time, now) {
  return Math.max(0, Math.floor((time - now) / 1000));
}

/** If-None-Match compares weakly: a mark W/ in front makes no difference. */
function isKnown(ifNoneMatch, etag) {
  if (ifNoneMatch === null) return false;
  const known = ifNoneMatch.split(",").map((text) => text.trim().replace(/^W\//, ""));
  return known.includes("*") || known.includes(etag);
}

/** A snapshot, or 304 where the caller has this one. Downstream, RFC 5861 says how long it may be shown. */
export function serve(request, record, state) {
  const now = Date.now();
  const freshSeconds = secondsUntil(record.freshUntil, now);
  const staleSeconds = secondsUntil(record.staleUntil, Math.max(now, record.freshUntil));
  const headers = {
    ...COMMON,
    "Cache-Control": `private, max-age=${freshSeconds}, stale-while-revalidate=${staleSeconds}, stale-if-error=${staleSeconds}`,
    ETag: record.etag,
    "Steelyard-Cache": state,
    "Steelyard-Verdict": record.verdict,
    "Steelyard-Verified-At": new Date(record.storedAt).toISOString(),
  };
  if (isKnown(request.headers.get("If-None-Match"), record.etag)) return new Response(null, { status: 304, headers });
  headers["Content-Type"] = "application/json; charset=utf-8";
  return new Response(request.method === "HEAD" ? null : record.canonical, { headers });
}

/** Why there is no snapshot: the report where the provider answered, byte for byte, else null in its place. */
export function explain({ status, code, report = null, retryAfter = null }) {
  const headers = { ...COMMON, "Cache-Control": "no-store", "Content-Type": "application/json; charset=utf-8" };
  if (retryAfter !== null && /^\d{1,9}$/.test(retryAfter)) headers["Retry-After"] = retryAfter;
  return new Response(`{"error":"${code}","report":${report}}`, { status, headers });
}

/** A call that asks for nothing that there is. */
export function refuse(status, headers = {}) {
  return new Response(null, { status, headers: { ...COMMON, "Cache-Control": "no-store", ...headers } });
}
