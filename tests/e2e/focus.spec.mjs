// The focus is never lost: each button of each screen, filled, empty and read only, leaves it in the page.
import { App } from "./pages/app.mjs";
import { FULL, openWith } from "./support/dossiers.mjs";
import { expect, test, tried } from "./support/fixtures.mjs";
import { SCREENS } from "./pages/official.mjs";

/** What erases the dossier comes last: the screens before it show one. */
const TOUR = [...SCREENS.filter(({ address }) => address !== "#/partage"), SCREENS.find(({ address }) => address === "#/partage")];

/** What loads the page anew, for another dossier or another questionnaire, has nothing to give the focus to; so has the menu of centres. */
const LEAVES = { "#/centres": "^Ouvrir |^Oui, effacer tous", "#/adapter": "^Appliquer|^Commencer un dossier" };

/** Presses every button of the screen, and those that come with it, but these. Gives how many, and which lost the focus. */
function pressAll(page, address, but = []) {
  return page.evaluate(async ({ address, but, leaves }) => {
    const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const name = (one) => (one.getAttribute("aria-label") ?? one.textContent).replace(/[\s\d]+/g, " ").trim();
    const isLast = (one) => /effacer/i.test(name(one));
    const title = () => document.querySelector("h1")?.textContent;
    const here = title();
    const [pressed, lost] = [new Set(but), []];
    window.print = () => {};
    for (;;) {
      const all = [...document.querySelectorAll("button:not(.centre-menu *), summary")];
      const left = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !pressed.has(name(one)) && !(leaves && new RegExp(leaves).test(name(one))));
      const button = left.find((one) => !isLast(one)) ?? left[0];
      if (!button) return { pressed: pressed.size - but.length, lost };
      pressed.add(name(button));
      button.focus();
      button.click();
      await frame();
      await frame();
      for (let waits = 0; waits < 30 && document.activeElement === document.body; waits += 1) await later(50);
      if (document.activeElement === document.body) lost.push(name(button));
      if (location.hash !== address) {
        location.hash = address;
        await frame();
        // Where the objective was deleted, the screen has another title.
        for (let waits = 0; waits < 20 && title() !== here; waits += 1) await later(20);
      }
    }
  }, { address, but, leaves: LEAVES[address] });
}

for (const [state, members] of [["a filled", FULL], ["an empty", {}]]) {
  test(`no button of ${state} dossier loses the focus, on any screen`, async ({ page, app, stores }) => {
    let number = 0;
    await openWith({ app, stores }, members, "#/");
    for (const { address, title } of TOUR) {
      await app.open(address);
      await expect(app.heading).toHaveText(title);
      const { pressed, lost } = await pressAll(page, address);
      expect.soft(lost, address).toEqual([]);
      number += pressed;
    }
    tried(`buttons pressed that keep the focus in the page, ${state} dossier`, number);
  });
}

test("no button of a tab that only reads loses the focus, on any screen", async ({ page, app, stores, context }) => {
  await openWith({ app, stores }, FULL, "#/");
  const reader = await context.newPage();
  const other = new App(reader);
  const goOn = "Continuer ici";
  let number = 0;
  for (const { address, title } of TOUR) {
    await other.open(address);
    await expect(other.heading).toHaveText(title);
    await expect(other.saveState).toHaveAttribute("data-pen", "elsewhere");
    const { pressed, lost } = await pressAll(reader, address, [goOn]);
    expect.soft(lost, address).toEqual([]);
    number += pressed;
  }
  // The same button everywhere; after it the tab reads no longer.
  const { lost } = await pressAll(reader, TOUR.at(-1).address);
  expect.soft(lost, goOn).toEqual([]);
  await expect(app.saveState).toHaveAttribute("data-pen", "elsewhere");
  tried("buttons pressed that keep the focus in the page, a tab that only reads", number + 1);
});
