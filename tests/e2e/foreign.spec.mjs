// What stays right whatever touches the page: translators, highlighters, programs that clean it.
import { expect, test } from "./support/fixtures.mjs";
import { highlight, removeComments, removeCommentsHere, translate } from "./support/foreign.mjs";
import { tour } from "./support/tour.mjs";
import { SCREENS } from "./pages/official.mjs";

for (const [name, change] of [["translated", translate], ["highlighted", highlight]]) {
  test(`figures, badge and words follow a tick after every text of the page was ${name}`, async ({ page, app }) => {
    // By their handles: what the page says is in pieces.
    const box = (item, stage) => page.locator(`input[data-item="${item}"][data-stage="${stage}"]:not([data-condition])`);
    const option = (item, stage) => page.locator(`[id="item-${item}"] .stage-option[data-stage="${stage}"]`);
    await app.open("#/questionnaire/1.1");
    await change(page);
    await box("1.1.1", 1).check();
    await app.showsFigures([1, 0, 0]);
    await expect(page.locator("[data-progress]")).toHaveText("1 item sur 21 renseigné");
    await expect(option("1.1.1", 1).locator(".chip")).toHaveText(/^Atteinte/);
    await app.hasSaved();
    await change(page);
    await box("1.1.1", 3).check();
    await app.showsFigures([1, 0, 1]);
    await expect(app.figure(3, "1.1")).toHaveText("1 sur 5");
    await app.hasSaved();

    await page.locator(".app-nav a[href='#/positionnement']").click();
    await page.locator("main a[href='#/positionnement/items']").click();
    await change(page);
    await box("1.1.2", 1).check();
    await app.showsFigures([2, 0, 1]);
    await expect(page.locator(".matrix__cell", { has: box("1.1.2", 1) })).toHaveText(/Atteinte$/);
    await expect(page.locator("main .lead").first()).toHaveText("2 items sur 21 renseignés.");
    await page.keyboard.press("Control+z");
    await app.showsFigures([1, 0, 1]);
    await app.hasSaved();
  });
}

test("figures and badge refuse to be translated", async ({ page, app }) => {
  for (const address of ["#/", "#/questionnaire/1.1", "#/positionnement"]) {
    await app.open(address);
    const places = page.locator("[data-figure], [data-progress], [data-save-state]");
    const translatable = await places.evaluateAll((all) => all.filter((one) => one.translate).map((one) => one.outerHTML));
    expect(translatable, address).toEqual([]);
  }
});

test("every screen is still reached after comments were removed and texts joined", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await removeComments(page);
  await questionnaire.item("1.1.1").statement(1).check();
  await expect(questionnaire.item("1.1.1").option(1).locator(".chip")).toHaveText(/^Atteinte/);
  // The last screen is gone, at each of them.
  expect(await tour(page, SCREENS, removeCommentsHere)).toEqual(SCREENS.map(() => 1));
});
