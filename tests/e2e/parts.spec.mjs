// The parts of the page that come by need: one that is missing, altered or of another version costs its screen until it can
// be had, and nothing else; once all are there, no network is needed.
import { expect, test } from "./support/fixtures.mjs";

test.use({ allowed: [/part-(work|after)-|icon\.svg|site\.json|integrity|Failed to fetch/] });

/** Names of the parts' files, and of what they share. */
const PART = /\/(part-|chunk_)[^/]+\.wasm$/;
const WORK = /\/part-work-[^/]+\.wasm$/;
const AFTER = /\/part-after-[^/]+\.wasm$/;
const SENTENCE = "Cette page n’a pas pu être chargée";

const TROUBLES = {
  "is missing": (route) => route.fulfill({ status: 404, body: "" }),
  "is altered": async (route) => {
    const body = Buffer.from(await (await route.fetch()).body());
    body[body.length - 5] ^= 1;
    await route.fulfill({ body, contentType: "application/wasm" });
  },
  "is of another version": async (route, page) => {
    const other = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).find((name) => name.includes("/app-") && name.endsWith(".wasm")));
    await route.fulfill({ body: await (await route.fetch({ url: other })).body(), contentType: "application/wasm" });
  },
};

for (const [trouble, answer] of Object.entries(TROUBLES)) {
  test(`where a part ${trouble}, a sentence says so, nothing is lost, and « Réessayer » shows the screen once it is there`, async ({ page, app, questionnaire }) => {
    let isBroken = true;
    await page.route((url) => WORK.test(url.pathname), (route) => (isBroken ? answer(route, page) : route.continue()));
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    await app.choose("Objectifs");
    const sentence = page.getByRole("alert").filter({ hasText: SENTENCE });
    await expect(sentence).toBeVisible();
    const again = page.getByRole("button", { name: "Réessayer" });
    await again.click();
    await expect(sentence, "it cannot be had yet").toBeVisible();
    isBroken = false;
    await again.click();
    await expect(app.heading).toHaveText("Objectifs et échéancier");
    await expect(app.heading).toBeFocused();
    await app.choose("Questionnaire");
    await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
  });
}

test("where work is stored and the part that reads it is missing, the page says so, and shows the work once it is there", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await page.route((url) => AFTER.test(url.pathname), (route) => route.fulfill({ status: 404, body: "" }));
  await page.reload();
  await expect(page.locator("#shell").getByText(/Version incomplète/)).toBeVisible();
  await page.unrouteAll();
  await page.reload();
  await app.isReady();
  await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
});

test("once all parts are there no screen needs the network, without a service worker too", async ({ page, app, context }) => {
  const seen = new Set();
  page.on("response", (response) => PART.test(response.url()) && seen.add(new URL(response.url()).pathname));
  await app.open("#/questionnaire/1.1");
  await expect.poll(() => [...seen].filter((name) => name.includes("part-")).length).toBe(5);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  for (const [screen, title] of [["Objectifs", "Objectifs et échéancier"], ["Partage", "Partage"], ["Aide", "Aide"]]) {
    await app.choose(screen);
    await expect(app.heading).toHaveText(title);
  }
  await app.choose("Positionnement");
  await expect(app.heading).toHaveText(/^Positionnement/);
});
