// The link as a code to scan: fetched late, readable as it is shown, and never in the way.
import { expect, test } from "./support/fixtures.mjs";
import { Sharing } from "./pages/sharing.mjs";

const SCRIPT = /\/documents-[^/]*\.js$/;
const MODULE = /\/documents-[^/]*\.wasm$/;

test("it reads as exactly the link, in both themes, and follows what one changes", async ({ page, app, questionnaire }) => {
  const sharing = new Sharing(page);
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.choose("Partage");
  await expect(sharing.showQr).toHaveAttribute("aria-expanded", "false");
  await sharing.showQr.click();
  await expect(sharing.hideQr).toHaveAttribute("aria-expanded", "true");
  const filled = await sharing.link.inputValue();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    expect(await sharing.scanned(), colorScheme).toBe(filled);
  }
  await app.undo.click();
  const empty = await sharing.link.inputValue();
  expect(empty).not.toBe(filled);
  await expect.poll(() => sharing.scanned()).toBe(empty);
  await sharing.hideQr.click();
  await expect(sharing.qr).toHaveCount(0);
  await expect(sharing.showQr).toHaveAttribute("aria-expanded", "false");
});

test("it is large, has a name, and fits on a phone and on paper, where it reads as well", async ({ page, app }) => {
  const sharing = new Sharing(page);
  await app.open("#/partage");
  await sharing.showQr.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("img", { name: "QR code du lien vers ce positionnement" })).toBeVisible();
  await expect(sharing.hideQr, "the focus stays where it was").toBeFocused();
  expect((await sharing.qr.boundingBox()).width).toBeGreaterThan(350);
  const link = await sharing.link.inputValue();
  await page.setViewportSize({ width: 320, height: 640 });
  expect((await sharing.qr.boundingBox()).width).toBeGreaterThan(220);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await sharing.scanned(), "on a phone").toBe(link);
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: "print" });
  expect(await sharing.scanned(), "on paper").toBe(link);
});

test("nothing of its module is asked for before it is, then once for the whole visit", async ({ page, app }) => {
  const sharing = new Sharing(page);
  const asked = [];
  page.on("request", (request) => {
    if (request.url().includes("documents")) asked.push(request.url());
  });
  for (const address of ["#/", "#/questionnaire/1.1", "#/positionnement", "#/partage"]) {
    await app.open(address);
    await expect(app.heading).toBeVisible();
  }
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await sharing.showQr.click();
  await expect(sharing.qr).toBeVisible();
  await app.choose("Aide");
  await expect(app.heading).toHaveText("Aide");
  await app.choose("Partage");
  await sharing.showQr.click();
  await expect(sharing.qr).toBeVisible();
  expect(asked).toEqual([expect.stringMatching(SCRIPT), expect.stringMatching(MODULE)]);
});

test("an address too long for a code that a phone can read says so, and the link is still there", async ({ page, app }) => {
  const sharing = new Sharing(page);
  await app.open(`?${"x".repeat(330)}#/partage`);
  await sharing.showQr.click();
  await expect(page.getByText("Ce lien est trop long pour un QR code qui se lise bien. Copiez le lien.")).toBeVisible();
  await expect(sharing.qr).toHaveCount(0);
  await expect(sharing.link).toHaveValue(/x{330}#\/r\//);
});

for (const [part, pattern] of [["script", SCRIPT], ["WebAssembly", MODULE]]) {
  test.describe(`where its ${part} cannot be had`, () => {
    test.use({ allowed: [/documents-/] });

    test("the page says so in French, the link is still there, and another press tries again", async ({ page, context, app }) => {
      const sharing = new Sharing(page);
      await context.route(pattern, (route) => route.abort());
      await app.open("#/partage");
      for (const press of ["first", "second"]) {
        const refused = page.waitForEvent("requestfailed", (request) => pattern.test(request.url()));
        await sharing.showQr.click();
        await refused;
        await expect(sharing.notLoaded, press).toBeVisible();
        await expect(sharing.showQr).toHaveAttribute("aria-expanded", "false");
      }
      await expect(sharing.link).toHaveValue(/#\/r\//);
      await context.unroute(pattern);
      await sharing.showQr.click();
      await expect(sharing.notLoaded).toHaveCount(0);
      expect(await sharing.scanned()).toBe(await sharing.link.inputValue());
    });
  });
}

test("leaving and coming back while it is on its way shows one code", async ({ page, context, app }) => {
  const sharing = new Sharing(page);
  let release;
  const held = new Promise((done) => { release = done; });
  await context.route(SCRIPT, async (route) => {
    await held;
    await route.continue();
  });
  await app.open("#/partage");
  await sharing.showQr.click();
  await expect(page.getByText("Chargement du QR code…")).toBeVisible();
  await app.choose("Aide");
  await expect(app.heading).toHaveText("Aide");
  await app.choose("Partage");
  await sharing.showQr.click();
  release();
  await expect(sharing.qr).toHaveCount(1);
  expect(await sharing.scanned()).toBe(await sharing.link.inputValue());
});
