// The focus is never lost: each button of each screen, filled, empty and read only, leaves it in the page.
import { App } from "./pages/app.mjs";
import { FULL, openWith } from "./support/dossiers.mjs";
import { expect, test, tried } from "./support/fixtures.mjs";
import { SCREENS } from "./pages/official.mjs";

/** Presses every button of the screen, and those that come with it. Gives how many, and which lost the focus. */
function pressAll(page, address) {
  return page.evaluate(async (address) => {
    const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
    const name = (one) => (one.getAttribute("aria-label") ?? one.textContent).replace(/[\s\d]+/g, " ").trim();
    const isLast = (one) => /effacer/i.test(name(one));
    const [pressed, lost] = [new Set(), []];
    window.print = () => {};
    for (;;) {
      const all = [...document.querySelectorAll("button, summary")];
      const left = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !pressed.has(name(one)));
      const button = left.find((one) => !isLast(one)) ?? left[0];
      if (!button) return { pressed: pressed.size, lost };
      pressed.add(name(button));
      button.focus();
      button.click();
      await later(100);
      for (let waits = 0; waits < 10 && document.activeElement === document.body; waits += 1) await later(50);
      if (document.activeElement === document.body) lost.push(name(button));
      if (location.hash !== address) {
        location.hash = address;
        await later(100);
      }
    }
  }, address);
}

for (const [state, members] of [["a filled", FULL], ["an empty", {}]]) {
  test(`no button of ${state} dossier loses the focus, on any screen`, async ({ page, app, stores }) => {
    test.setTimeout(240_000);
    let number = 0;
    for (const { address, title } of SCREENS) {
      await openWith({ app, stores }, members, address);
      await expect(app.heading).toHaveText(title);
      const { pressed, lost } = await pressAll(page, address);
      expect.soft(lost, address).toEqual([]);
      number += pressed;
    }
    tried(`buttons pressed that keep the focus in the page, ${state} dossier`, number);
  });
}

test("no button of a tab that only reads loses the focus, on any screen", async ({ page, app, stores, context }) => {
  test.setTimeout(240_000);
  await openWith({ app, stores }, FULL, "#/");
  const reader = await context.newPage();
  const other = new App(reader);
  let number = 0;
  for (const { address, title } of SCREENS) {
    await other.open(address);
    await expect(other.heading).toHaveText(title);
    await expect(other.saveState).toHaveAttribute("data-pen", "elsewhere");
    const { pressed, lost } = await pressAll(reader, address);
    expect.soft(lost, address).toEqual([]);
    number += pressed;
    // « Continuer ici » was among them: the first tab takes the pen back.
    const takeBack = app.messages.getByRole("button", { name: "Continuer ici" });
    if (await takeBack.isVisible()) await takeBack.click();
    await expect(app.saveState).toHaveAttribute("data-pen", "here");
  }
  tried("buttons pressed that keep the focus in the page, a tab that only reads", number);
});
