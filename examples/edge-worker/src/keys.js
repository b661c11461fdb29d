// SPDX-License-Identifier: Apache-2.0
// Under which key a snapshot is kept. Whatever can change the snapshot is part of it, and who asked is part of it.

const encoder = new TextEncoder();

export async function sha256Hex(text) {
  const digest = await crypto.subtle.digest("SHA-256", encoder.encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A URL of the request's own host and path, so that whoever asks for it comes to this Worker first, told apart by a
 * digest. The authorization is in there as a digest only: two callers never share a key, and no key tells a secret.
 */
export async function snapshotKey(requestUrl, version, { provider, wallet, url, options, authorization }) {
  const digest = await sha256Hex(JSON.stringify([version, provider, wallet, url, options, authorization]));
  const { origin, pathname } = new URL(requestUrl);
  return `${origin}${pathname}?snapshot=${digest}`;
}
