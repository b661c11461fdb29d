// SPDX-License-Identifier: Apache-2.0
// The built page in Chromium, as people use it. Screenshots stay beside the build, in build/examples/screenshots.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { buildPage } from "../build.mjs";
import { serveFolder } from "./serve.mjs";

const screenshots = fileURLToPath(new URL("../../../build/examples/screenshots/", import.meta.url));
const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TIMEOUT = { timeout: 60_000 };
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
let server;
let browser;

before(async () => {
  mkdirSync(screenshots, { recursive: true });
  server = await serveFolder(await buildPage());
  // Playwright gives each launch a user data folder of its own, and removes it.
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
});

after(async () => {
  await browser?.close();
  server?.stop();
});

/** Opens the page in a fresh context, uses it, and fails where the page complained or asked for anything foreign. */
async function withPage(options, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const complaints = [];
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => request.url().startsWith(server.address) || complaints.push(request.url()));
  try {
    await page.goto(server.address);
    await page.getByRole("button", { name: "Tampered with" }).waitFor();
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

async function paste(page, body) {
  await page.getByLabel("Response body").fill(body);
}

/** Waits until the status line says the verdict. */
async function verdict(page, word) {
  await page.getByRole("status").filter({ hasText: word }).waitFor({ timeout: 5000 });
}

function amount(page, name) {
  return page.locator("#wallets tr").filter({ has: page.getByRole("rowheader", { name, exact: true }) }).locator("td");
}

function selection(page) {
  return page.getByLabel("Response body").evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
}

test("a sum that holds is verified, and its amounts are shown", TIMEOUT, () =>
  withPage({}, async (page) => {
    await verdict(page, "verified");
    assert.equal(await amount(page, "Available").textContent(), "0.80\u00a0TRY");
    assert.match(await page.locator("#wallets td").first().evaluate((cell) => getComputedStyle(cell).fontVariantNumeric), /tabular-nums/);
    assert.match(await page.locator("#json").textContent(), /^\{"verdict":"verified",/);
    await page.getByLabel("List the sums that hold, too").check();
    await page.locator(".finding.good").first().waitFor();
  }),
);

test("a finding selects its bytes", TIMEOUT, () =>
  withPage({}, async (page) => {
    await page.getByRole("button", { name: "Tampered with" }).click();
    await verdict(page, "mismatch");
    await page.getByRole("button", { name: /^Show byte/ }).click();
    assert.equal(await selection(page), "0.90");
    assert.equal(await page.evaluate(() => document.activeElement.id), "body");
    await page.screenshot({ path: `${screenshots}selected.png` });
  }),
);

test("bytes are found behind characters that take several, and scrolled to", TIMEOUT, () =>
  withPage({}, async (page) => {
    const filler = Array.from({ length: 200 }, (_, row) => `    "x${row}": "ü€😀",`).join("\n");
    const body = (await page.getByLabel("Response body").inputValue()).replace('"Name"', `${filler}\n "Name"`);
    await paste(page, body.replace('"TotalBalance": 0.80', '"TotalBalance": -0.80'));
    await verdict(page, "mismatch");
    await page.getByRole("button", { name: /^Show byte/ }).first().click();
    assert.equal(await selection(page), "-0.80");
    assert.ok((await page.getByLabel("Response body").evaluate((field) => field.scrollTop)) > 1000);
    assert.equal(await amount(page, "Total").textContent(), "\u22120.80\u00a0TRY");
    assert.match(await page.locator(".finding .cause").first().textContent(), /sign/);
  }),
);

test("a body that breaks off: the place is its end", TIMEOUT, () =>
  withPage({}, async (page) => {
    await page.getByRole("button", { name: "Cut short" }).click();
    await verdict(page, "malformed");
    await page.getByRole("button", { name: /^Show byte 260 \(line \d+, column \d+\)/ }).click();
    const [start, length] = await page.getByLabel("Response body").evaluate((field) => [field.selectionStart, field.value.length]);
    assert.deepEqual([start, length], [260, 260]);
    assert.equal(await page.locator("#amounts").isHidden(), true);
  }),
);

test("no digit is lost", TIMEOUT, () =>
  withPage({}, async (page) => {
    await page.getByRole("button", { name: "Lost digits" }).click();
    await verdict(page, "mismatch");
    assert.equal(await amount(page, "Reserved").textContent(), "12,345,678,901,234,567,890.10\u00a0EUR");
    assert.equal(await amount(page, "Pending").textContent(), "\u22121,200.00\u00a0EUR");
    const stated = page.locator("dl div").filter({ hasText: "Stated" }).locator("dd");
    assert.equal(await stated.textContent(), "12,345,678,901,234,567,000.00\u00a0EUR");
  }),
);

test("an error of the provider, a missing unit", TIMEOUT, () =>
  withPage({}, async (page) => {
    await page.getByRole("button", { name: "An error" }).click();
    await verdict(page, "provider error");
    await verdict(page, "Too many requests from ip");
    await page.getByRole("button", { name: "Unit unknown" }).click();
    await verdict(page, "unverifiable");
    await page.getByLabel("Unit").selectOption("major");
    await verdict(page, "valid");
  }),
);

test("a wrong option is told beside the fields", TIMEOUT, () =>
  withPage({}, async (page) => {
    await page.getByLabel("Currency").fill("usd");
    await page.getByRole("alert").filter({ hasText: "currency: " }).waitFor();
    assert.equal(await page.getByLabel("Currency").getAttribute("aria-invalid"), "true");
    await page.getByLabel("Currency").fill("USD");
    await page.locator("#wallets", { hasText: "0.80\u00a0USD" }).waitFor();
    assert.equal(await page.getByRole("alert").textContent(), "");
  }),
);

test("nothing of a body is read as markup", TIMEOUT, () =>
  withPage({}, async (page) => {
    const id = "<img src=x onerror=alert(1)>";
    await paste(page, JSON.stringify({ success: true, data: { id, current_balance: 1, available_balance: 1 } }));
    await page.locator("#wallets code", { hasText: id }).waitFor();
    assert.equal(await page.locator("#wallets img").count(), 0);
  }),
);

test("on a phone the verdict is seen without scrolling", TIMEOUT, () =>
  withPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, async (page) => {
    await page.getByRole("button", { name: "Tampered with" }).tap();
    await verdict(page, "mismatch");
    const bottom = await page.locator(".word").evaluate((word) => word.getBoundingClientRect().bottom);
    assert.ok(bottom < 740, `${bottom}`);
    await page.screenshot({ path: `${screenshots}phone-first-sight.png` });
  }),
);

/** Looks at every sample under the rules of axe-core, contrast included, and takes pictures of some. */
async function inspect(page, name) {
  for (const sample of await page.locator(".samples button").allTextContents()) {
    await page.getByRole("button", { name: sample, exact: true }).click();
    await page.evaluate(() => document.getElementById("report").setAttribute("open", ""));
    const violations = await page.evaluate(async () => (await window.axe.run()).violations);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], `${sample}, ${name}`);
    const overflow = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${sample}, ${name}: ${overflow} pixels too wide`);
    await page.evaluate(() => document.getElementById("report").removeAttribute("open"));
    await page.screenshot({ path: `${screenshots}${name}-${sample.replaceAll(" ", "-").toLowerCase()}.png`, fullPage: true });
  }
}

for (const [name, options] of [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["phone", { colorScheme: "light", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ["phone-dark", { colorScheme: "dark", viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }],
])
  test(`everyone can read it: ${name}`, TIMEOUT, () =>
    withPage(options, async (page) => {
      // axe-core comes in through the debugger, which the page's policy does not bind.
      await page.evaluate(readFileSync(axePath, "utf8"));
      await inspect(page, name);
    }),
  );

test("without permission to compile, the page says so", TIMEOUT, async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const strict = "script-src 'self'";
  await page.route(server.address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": strict } });
  });
  await page.goto(server.address);
  await verdict(page, "The engine cannot start");
  await context.close();
});
