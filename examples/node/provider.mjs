// SPDX-License-Identifier: Apache-2.0
// Plays the providers on a loopback address: their documented bodies, some of them spoilt on the way.
// It refuses to know what anyone makes of them.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const SAMPLES = "../../tests/cases/samples/";
const BODIES = "../bodies/";

function read(folder, name) {
  return readFileSync(new URL(folder + name, import.meta.url), "utf8");
}

/** The popup list in pages of two, newest wallet first, as its documentation orders them. */
const POPUP_WALLETS = [
  '{"id": 103, "currency_id": 3, "amount": 10000, "type": "POSTPAID"}',
  '{"id": 102, "currency_id": 2, "amount": 2500.50, "type": "PREPAID"}',
  '{"id": 101, "currency_id": 1, "amount": 5000.00, "type": "PREPAID"}',
];
const PER_PAGE = 2;

function popupPage(number) {
  const first = (number - 1) * PER_PAGE;
  const rows = POPUP_WALLETS.slice(first, first + PER_PAGE);
  const pages = Math.ceil(POPUP_WALLETS.length / PER_PAGE);
  const headers = {
    "X-Page": number,
    "X-Per-Page": PER_PAGE,
    "X-Total-Count": POPUP_WALLETS.length,
    "X-Total-Pages": pages,
    "X-Page-Size": rows.length,
    "X-Has-More": number < pages,
  };
  return { headers, rows };
}

function answerPage({ headers, rows }) {
  return { headers, body: `[${rows.join(", ")}]` };
}

/** What each path answers; a status other than 200 is given. */
const ANSWERS = {
  "/paywall": () => ({ body: read(SAMPLES, "paywall.json") }),
  // Somebody raised the total and forgot the formula behind it.
  "/paywall-tampered": () => ({ body: read(BODIES, "paywall-tampered.json") }),
  // The connection closed early.
  "/paywall-cut": () => ({ body: read(SAMPLES, "paywall.json").slice(0, 200) }),
  "/payop": () => ({ body: read(SAMPLES, "payop.json") }),
  "/payop-busy": () => ({ status: 429, body: read(SAMPLES, "payop-error-429.json") }),
  "/juicyway": () => ({ body: read(SAMPLES, "juicyway.json") }),
  "/popup": (query) => answerPage(popupPage(Number(query.get("page") ?? 1))),
  // A row got lost between the provider and here; the headers still tell of it.
  "/popup-short": () => {
    const { headers, rows } = popupPage(1);
    return answerPage({ headers, rows: rows.slice(1) });
  },
};

function serve(request, response) {
  const { pathname, searchParams } = new URL(request.url, "http://provider");
  const answer = Object.hasOwn(ANSWERS, pathname) ? ANSWERS[pathname](searchParams) : { status: 404, body: "{}" };
  response.writeHead(answer.status ?? 200, { "Content-Type": "application/json", ...answer.headers });
  response.end(answer.body);
}

/** Starts the providers on a free port. Returns their address, and how to stop them. */
export async function startProvider() {
  const server = createServer(serve);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
