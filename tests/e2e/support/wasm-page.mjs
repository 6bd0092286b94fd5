// Opens the page of wasm-bindgen's interactive test runner and prints its report:
//   node tests/e2e/support/wasm-page.mjs http://127.0.0.1:PORT
// This way any Chromium does, without a driver of exactly its version.
import { chromium } from "@playwright/test";
import { french, launchOptions } from "./browser.mjs";

const PATIENCE_MS = 180_000;
const FINISHED = /test result: (ok|FAILED)\./;

const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage(french);
  page.on("pageerror", (error) => console.error(`uncaught in the page: ${error.message}`));
  await page.goto(process.argv[2]);
  const finished = await waitForReport(page);
  console.log(finished.text.trim());
  if (finished.verdict !== "ok") process.exitCode = 1;
} finally {
  await browser.close();
}

async function waitForReport(page) {
  const seen = page.waitForFunction(
    (pattern) => new RegExp(pattern).test(document.getElementById("output")?.textContent ?? ""),
    FINISHED.source,
    { timeout: PATIENCE_MS, polling: 100 },
  );
  await seen.catch(() => console.error(`The wasm tests did not finish within ${PATIENCE_MS / 1000} s; so far:`));
  const text = await page.locator("#output").textContent();
  return { text, verdict: FINISHED.exec(text)?.[1] };
}
