// End-to-end tests on the release build; `cargo xtask test --only e2e` gives the address and the browser.
import { defineConfig } from "@playwright/test";
import { french, launchOptions } from "./tests/e2e/support/browser.mjs";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "target/test-results",
  workers: 2,
  fullyParallel: true,
  // One hiccup of a shared machine does not refuse a run; what passed at the second try only is named at the end.
  retries: 1,
  // Three times what the longest needs on two quiet cores: a machine that does something else fails nothing.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./tests/e2e/support/figures.mjs"]],
  use: {
    ...french,
    baseURL: process.env.NUMEA_URL,
    launchOptions,
    // Only offline.spec.mjs works with the service worker: it would answer in the place of a test.
    serviceWorkers: "block",
    trace: "off",
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
