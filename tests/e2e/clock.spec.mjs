// The device's clock: midnight passes, the device sleeps, the year is wrong. What shows a day follows; nothing is lost.
import { expect, test } from "./support/fixtures.mjs";

/** Says to the page that the person is back on its tab. */
const comesBack = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));

test("midnight passes, or one comes back to the tab the next day: the badge and what is late follow", async ({ page, app, objectives }) => {
  await page.clock.install({ time: new Date("2026-11-24T16:40:00+01:00") });
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  await objectives.description.fill("Former les équipes");
  await objectives.due.fill("2026-11-25");
  await expect(app.saveState).toHaveText("Enregistré à 16 h 40");
  await app.choose("Objectifs");
  const late = objectives.row("Former les équipes").getByText("En retard");
  await expect(late).toHaveCount(0);
  await page.clock.fastForward("07:21:00");
  await expect(app.saveState, "by itself").toHaveText("Enregistré hier, 16 h 40");
  await expect(late, "due today").toHaveCount(0);
  await page.clock.pauseAt(new Date("2026-11-26T08:00:00+01:00"));
  await comesBack(page);
  await expect(app.saveState).toHaveText("Enregistré le 24 nov. 2026");
  await expect(late).toBeVisible();
});

test("a year after 9999: a tick is taken back and a sentence says why, and the right date makes it possible again", async ({ page, app, questionnaire }) => {
  await page.clock.setFixedTime(new Date("+010000-03-01T10:00:00Z"));
  await app.open("#/questionnaire/1.1");
  const box = questionnaire.item("1.1.2").statement(1);
  await box.click();
  const sentence = app.messages.getByText("L’horloge de cet appareil indique une année impossible");
  await expect(sentence).toBeFocused();
  await expect(box).not.toBeChecked();
  await expect(app.saveState).toHaveText("Rien à enregistrer");
  await page.clock.setFixedTime(new Date("2026-11-24T10:00:00+01:00"));
  await box.check();
  await app.hasSaved();
  await expect(sentence, "it is over").toHaveCount(0);
  await app.reload();
  await expect(box).toBeChecked();
});
