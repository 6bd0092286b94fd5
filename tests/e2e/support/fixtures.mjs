// The `test` of every spec: a page that fails the test on whatever a visitor should never meet – a console error,
// an uncaught error, a blocked resource, a request to another host.
import { test as base, expect } from "@playwright/test";
import { App } from "../pages/app.mjs";
import { Objectives } from "../pages/objectives.mjs";
import { Files } from "../pages/files.mjs";
import { Positioning } from "../pages/positioning.mjs";
import { Questionnaire } from "../pages/questionnaire.mjs";
import { Stores } from "../pages/stores.mjs";

export { expect };

export const test = base.extend({
  /** Problems a spec provokes on purpose: `test.use({ allowed: [/chart-.*404/] })`. */
  allowed: [[], { option: true }],

  context: async ({ context, baseURL, allowed }, use) => {
    const problems = [];
    const note = (text) => {
      if (!allowed.some((pattern) => pattern.test(text))) problems.push(text);
    };
    context.on("console", (message) => {
      if (message.type() === "error") note(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (event) => note(`uncaught: ${event.error().message}`));
    context.on("request", (request) => {
      if (isElsewhere(request.url(), baseURL)) note(`request to another host: ${request.url()}`);
    });
    await context.addInitScript(reportViolations);
    await use(context);
    expect(problems, "the page behaves").toEqual([]);
  },

  // The screens, as a person finds things on them.
  app: async ({ page }, use) => use(new App(page)),
  questionnaire: async ({ page }, use) => use(new Questionnaire(page)),
  objectives: async ({ page }, use) => use(new Objectives(page)),
  positioning: async ({ page }, use) => use(new Positioning(page)),
  files: async ({ page }, use) => use(new Files(page)),
  stores: async ({ page }, use) => use(new Stores(page)),
});

/** Says that the test at work tried this, so many times: it holds where the test passes. */
export function tried(what, count = 1) {
  test.info().annotations.push({ type: "figure", description: `${what}|${count}` });
}

function isElsewhere(url, baseURL) {
  return /^(https?|wss?):/.test(url) && new URL(url).host !== new URL(baseURL).host;
}

/** Runs in the page; a violation becomes a console error, which the fixture sees. */
function reportViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`security policy: ${event.effectiveDirective} blocked ${event.blockedURI || "inline"}`);
  });
}
