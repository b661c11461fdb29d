// SPDX-License-Identifier: Apache-2.0
// Serves the built page on a loopback address: these files and nothing else.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const TYPES = { "index.html": "text/html", "page.js": "text/javascript", "page.css": "text/css", "icon.svg": "image/svg+xml" };

export async function serveFolder(folder) {
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    if (!Object.hasOwn(TYPES, name)) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": `${TYPES[name]}; charset=utf-8`, "Cache-Control": "no-store" });
    response.end(readFileSync(join(folder, name)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
