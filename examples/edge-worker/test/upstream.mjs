// SPDX-License-Identifier: Apache-2.0
// A provider on a loopback address, which answers each wallet as the test wants and counts what it is asked.

import { createServer } from "node:http";

export async function startUpstream() {
  const answers = new Map();
  const requests = [];

  async function serve(request, response) {
    const wallet = decodeURIComponent(request.url.slice(1));
    requests.push({ wallet, authorization: request.headers.authorization, headers: request.headers });
    const { status = 200, body, headers = {}, delay = 0, breaks = false } = answers.get(wallet) ?? { status: 404, body: "{}" };
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (breaks) return request.socket.destroy();
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(typeof body === "function" ? body(request) : body);
  }

  const server = createServer(serve);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/{wallet}`,
    /** From now on the wallet is answered so: { status, body, headers, delay }, or { breaks } the connection. */
    answer: (wallet, answer) => answers.set(wallet, answer),
    /** How often the wallet was asked for. */
    count: (wallet) => requests.filter((request) => request.wallet === wallet).length,
    requests,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A paywall response with this much money; `total` other than that is a contradiction. */
export function paywallBody(cash, total = cash) {
  return `{"IsSuccess":true,"IsFailure":false,"Value":{"Id":"7883fb19-2359-4a9b-b917-f08a259898ed","Name":"Wallet",
    "WalletBalance":${cash},"GiftBalances":[],"TotalGiftBalance":0,"BlockedBalance":0,"TotalBalance":${total},
    "AvailableBalance":${cash},"AllowOverdraft":false,"OverdraftLimit":0}}`;
}
