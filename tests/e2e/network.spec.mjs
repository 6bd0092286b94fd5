// The page is alone with its host: nothing else is asked for, under any sub-path.
import { execFileSync } from "node:child_process";
import { FIELDS, RESOURCES, SCREENS } from "./pages/official.mjs";
import { expect, test } from "./support/fixtures.mjs";

test("a whole visit asks nothing of any other host, sends nothing, and leaves no cookie", async ({ page, context, app, questionnaire, positioning }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request));
  for (const { address, title } of SCREENS) {
    await app.open(address);
    await expect(app.heading).toHaveText(title);
    await questionnaire.unfoldAll();
    if (address === "#/questionnaire/1.1") await questionnaire.item("1.1.2").statement(1).check();
    if (address === "#/positionnement") await positioning.isDrawn();
  }
  await page.waitForLoadState("networkidle");
  const home = new URL(page.url());
  const elsewhere = asked.map((request) => new URL(request.url())).filter((url) => /^(http|ws)/.test(url.protocol) && url.host !== home.host);
  expect(elsewhere.map(String)).toEqual([]);
  expect(asked.filter((request) => request.method() !== "GET").map((request) => request.url())).toEqual([]);
  expect(asked.length, "the page did ask for its own files").toBeGreaterThan(3);
  expect(await context.cookies()).toEqual([]);
});

test.describe("without network", () => {
  // The browser itself looks at the icon again with each new address.
  test.use({ allowed: [/ERR_INTERNET_DISCONNECTED.*(icon\.svg|site\.json)/] });

  test("once the page is open the work goes on, from screen to screen", async ({ page, context, app, questionnaire }) => {
    await app.open();
    await app.choose("Questionnaire");
    // Its parts come once it is at rest.
    const parts = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /\/part-[^/]+\.wasm$/.test(name)).length);
    await expect.poll(parts).toBe(5);
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    for (const field of FIELDS.slice(1)) {
      await questionnaire.next.getByRole("link", { name: "Champ suivant" }).click();
      await expect(app.heading).toHaveText(`${field.id} ${field.title}`);
    }
    await app.choose("Aide");
    await expect(app.heading).toHaveText("Aide");
  });
});

test("the same files work under another sub-path", async ({ page, context, baseURL, positioning }) => {
  const here = new URL(baseURL);
  const there = new URL("/a/b/", here);
  await context.route((url) => url.href.startsWith(there.href), async (route) => {
    const url = route.request().url().replace(there.href, here.href);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  const strays = [];
  page.on("request", (request) => {
    if (request.url().startsWith("http") && !request.url().startsWith(there.href)) strays.push(request.url());
  });
  await page.goto(`${there}#/positionnement/items`);
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await positioning.isDrawn();
  await positioning.box("1.1.1", 1).check();
  await expect(page.locator('[data-figure="stage-1"]')).toContainText("1 sur 21");
  expect(strays, "asked for outside the sub-path").toEqual([]);
});

test("the 26 links of the source are there, open in a new tab, and say so", async ({ page, app }) => {
  const found = new Map();
  for (const { address, title } of SCREENS) {
    await app.open(address);
    await expect(app.heading).toHaveText(title);
    const links = await page.locator("a[href^='http']:not(numea-picture a)").evaluateAll((all) => all.map((link) => ({
      url: link.getAttribute("href"),
      target: link.target,
      rel: link.rel,
      text: link.textContent.replace(/\s+/g, " ").trim(),
    })));
    for (const link of links) {
      found.set(link.url, [...found.get(link.url) ?? [], link]);
      expect(link.target, link.url).toBe("_blank");
      expect(link.rel, link.url).toContain("noopener");
      expect(link.text, link.url).toContain("nouvel onglet");
      expect(link.text, link.url).toContain("2020");
    }
  }
  expect([...found.keys()].sort()).toEqual([...new Set(RESOURCES.map(({ url }) => url))].sort());
  expect(found.size).toBe(26);
});

test("a first visit, each part, the first chart and the documents stay within the budget", () => {
  const report = JSON.parse(execFileSync(process.execPath, ["build/weigh.mjs", "--json"], { encoding: "utf8" }));
  expect(report.first_visit).toBeGreaterThan(50_000);
  expect(report.first_visit).toBeLessThanOrEqual(report.budget.first_visit_kb * 1000);
  expect(report.style).toBeGreaterThan(5_000);
  expect(report.style).toBeLessThanOrEqual(report.budget.style_kb * 1000);
  for (const [part, budget] of Object.entries(report.budget.parts_kb)) {
    expect(report.parts[part], part).toBeGreaterThan(1_000);
    expect(report.parts[part], part).toBeLessThanOrEqual(budget * 1000);
  }
  expect(report.chart).toBeGreaterThan(50_000);
  expect(report.chart).toBeLessThanOrEqual(report.budget.chart_kb * 1000);
  expect(report.documents).toBeGreaterThan(5_000);
  expect(report.documents).toBeLessThanOrEqual(report.budget.documents_kb * 1000);
  expect(report.workbook).toBeGreaterThan(5_000);
  expect(report.workbook).toBeLessThanOrEqual(report.budget.workbook_kb * 1000);
  expect(report.scanner).toBeGreaterThan(5_000);
  expect(report.scanner).toBeLessThanOrEqual(report.budget.scanner_kb * 1000);
});
