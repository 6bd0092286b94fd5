// A piece of the page that is made anew keeps what was unfolded, the focus and the place; so does the way back.
import { expect, test } from "./support/fixtures.mjs";
import { FULL, openWith } from "./support/dossiers.mjs";

const scrolled = (page) => page.evaluate(() => Math.round(scrollY));

test("a tick on « Positionnement » leaves unfolded what was unfolded", async ({ page, app, stores, positioning }) => {
  await openWith({ app, stores }, FULL, "#/positionnement/items");
  const folded = page.locator("main details");
  const number = await folded.count();
  expect(number).toBeGreaterThan(1);
  await folded.evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  await positioning.box("2.3.1", 1).click();
  await positioning.box("2.3.1", 1).click();
  await expect(page.locator("main details[open]")).toHaveCount(number);
});

test("« Précédent » leads back to the place, what was unfolded and the focus that were left, also after a reload", async ({ page, app, stores }) => {
  await openWith({ app, stores }, FULL, "#/positionnement");
  const folded = page.locator("main details").first();
  await folded.locator("summary").click();
  const link = page.locator(".gap-list a").last();
  await link.focus();
  const [address, place] = [await link.getAttribute("href"), await scrolled(page)];
  expect(place).toBeGreaterThan(1000);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await app.choose("Aide");
  await expect(app.heading).toBeFocused();
  await expect.poll(() => scrolled(page)).toBe(0);
  await page.goBack();
  await page.goBack();
  await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
  await expect.poll(() => scrolled(page)).toBe(place);
  await expect(folded).toHaveAttribute("open");
  await expect(link).toBeFocused();

  await app.reload();
  await expect.poll(() => scrolled(page), "a reload stays at its place").toBeGreaterThan(place - 600);
  await page.goForward();
  await page.goForward();
  await expect(app.heading).toHaveText("Aide");
  await page.goBack();
  await page.goBack();
  await expect.poll(() => scrolled(page), "the places outlive a reload").toBeGreaterThan(place - 600);
  await expect.poll(() => page.evaluate(() => document.activeElement.tagName), "which element had the focus is not kept on disk").not.toBe("BODY");
});

test("undoing by the keyboard and « Le remettre » leave the focus in the page", async ({ page, app, objectives }) => {
  await app.open("#/objectifs");
  await objectives.write("1.1", "Former les équipes");
  await objectives.row("Former").getByRole("link").focus();
  await page.keyboard.press("Control+z");
  await expect(objectives.rows.getByRole("link")).toBeFocused();
  await page.keyboard.press("Control+Shift+Z");
  await expect(objectives.row("Former").getByRole("link")).toBeFocused();
  await objectives.throwAway("Former");
  await page.getByRole("button", { name: "Le remettre" }).press("Enter");
  await expect(objectives.row("Former")).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => document.activeElement.tagName)).not.toBe("BODY");
});
