// The whole work with the keyboard alone: not one click here.
import { LOCAL_KEY } from "./pages/stores.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { SCREENS } from "./pages/official.mjs";
import { FULL, openWith } from "./support/dossiers.mjs";

/** Presses Tab until this has the focus; the focus must never be lost on the way. */
async function tabTo(page, target, most = 60) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    await expectFocusSomewhere(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, `not reached in ${most} presses of Tab`).toBeFocused();
}

async function expectFocusSomewhere(page) {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), "the focus is lost").not.toBe("BODY");
}

test("a visit by keyboard: skip link, statement, condition, another field, a note, undoing", async ({ page, app, questionnaire }) => {
  const first = questionnaire.item("1.1.1");
  const other = questionnaire.item("2.1.1");
  await app.open("#/questionnaire/1.1");
  await test.step("the skip link is the first stop, and leads to the content", async () => {
    await page.keyboard.press("Tab");
    await expect(app.skipLink).toBeFocused();
    await expect(app.skipLink).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(questionnaire.main).toBeFocused();
    await expect(page).toHaveURL(/#\/questionnaire\/1\.1$/);
  });
  await test.step("tick a statement", async () => {
    await tabTo(page, first.statement(1), 3);
    await page.keyboard.press("Space");
    await expect(first.statement(1)).toBeChecked();
    await app.showsFigures([1, 0, 0]);
  });
  await test.step("unfold conditions and tick one", async () => {
    // Past the five conditions that the tick unfolded.
    await tabTo(page, first.conditionsTitle(2), 9);
    await page.keyboard.press("Enter");
    await tabTo(page, first.condition(2, 1), 2);
    await page.keyboard.press("Space");
    await expect(first.condition(2, 1)).toBeChecked();
    await expect(first.statement(2)).toBeChecked({ indeterminate: true });
  });
  await test.step("go to the fourth field", async () => {
    await page.keyboard.press("Alt+Shift+Digit4");
    await expect(app.heading).toHaveText(/^2\.1 /);
    await expect(app.heading).toBeFocused();
  });
  await test.step("write a note", async () => {
    await tabTo(page, other.notesTitle);
    await page.keyboard.press("Enter");
    await tabTo(page, other.note, 2);
    await page.keyboard.type("À voir avec l’équipe");
    await expect(other.notesTitle).toContainText("1 note");
  });
  await test.step("undo the note, then the condition, then the statement", async () => {
    await page.keyboard.press("Shift+Tab");
    await expect(other.notesTitle).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(other.note).toHaveValue("");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Alt+Shift+Digit1");
    await expect(app.heading).toBeFocused();
    await expect(first.statement(2)).not.toBeChecked({ indeterminate: true });
    await expect(first.statement(1)).toBeChecked();
    await page.keyboard.press("Control+z");
    await expect(first.statement(1)).not.toBeChecked();
    await expectFocusSomewhere(page);
  });
});

test("after every change of screen the focus is on its title", async ({ page, app }) => {
  await app.open();
  for (const name of ["Questionnaire", "Positionnement", "Aide"]) {
    await tabTo(page, app.menu.getByRole("link", { name }), 8);
    await page.keyboard.press("Enter");
    await expect(app.heading).toBeFocused();
    await expectFocusSomewhere(page);
    await app.skipLink.focus();
  }
  await page.goBack();
  await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
  await expect(app.heading).toBeFocused();
});

test("each of the six shortcuts leads to its field, and no other key does", async ({ page, app }) => {
  await app.open("#/aide");
  for (const [index, id] of ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"].entries()) {
    await page.keyboard.press(`Alt+Shift+Digit${index + 1}`);
    await expect(app.heading).toHaveText(new RegExp(`^${id.replace(".", "\\.")} `));
    await expect(app.heading).toBeFocused();
  }
  for (const keys of ["Alt+Shift+Digit7", "Alt+Shift+Digit0", "Shift+Digit1", "Alt+Digit1"]) await page.keyboard.press(keys);
  await page.keyboard.press("Alt+Shift+Digit5");
  await expect(app.heading).toHaveText(/^2\.2 /);
  await page.goBack();
  await expect(app.heading, "the other keys went nowhere").toHaveText(/^2\.3 /);
});

test("the address of an item or a statement puts the focus there, even on arrival", async ({ app, questionnaire }) => {
  await app.open("#/questionnaire/1.3.4");
  await expect(questionnaire.item("1.3.4").card).toBeFocused();
  await expect(questionnaire.item("1.3.4").card).toBeInViewport();
  await app.open("#/questionnaire/2.2.3/3");
  await expect(questionnaire.item("2.2.3").statement(3)).toBeFocused();
  await expect(questionnaire.item("2.2.3").statement(3)).toBeInViewport();
});

test("the matrix is filled with Tab and Space", async ({ page, app, positioning }) => {
  await app.open("#/positionnement/items");
  await tabTo(page, positioning.box("1.1.1", 1), 30);
  await page.keyboard.press("Space");
  await tabTo(page, positioning.box("1.1.1", 3), 6);
  await page.keyboard.press("Space");
  await app.showsFigures([1, 0, 1]);
});

test("closing a message does not lose the focus", async ({ page, app, stores }) => {
  await stores.leaveApp();
  await stores.putLocal("[true,true]", LOCAL_KEY);
  await app.open();
  await tabTo(page, app.messages.getByRole("button", { name: "Fermer ce message" }), 20);
  await page.keyboard.press("Enter");
  await expect(app.messages.getByRole("button")).toHaveCount(0);
  await expectFocusSomewhere(page);
});

test.describe("without the chart", () => {
  test.use({ allowed: [/chart-/] });

  test("trying the chart again does not lose the focus", async ({ page, context, app, positioning }) => {
    await context.route(/\/chart-[^/]*\.js$/, (route) => route.abort());
    await app.open("#/positionnement/items");
    await expect(positioning.notDrawn).toBeVisible();
    await context.unroute(/\/chart-[^/]*\.js$/);
    await positioning.retry.focus();
    await page.keyboard.press("Enter");
    await positioning.isDrawn();
    await expectFocusSomewhere(page);
  });
});

test("one short announcement follows a tick, with the figure that moved", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  const said = page.getByRole("status");
  await questionnaire.item("1.1.2").statement(1).focus();
  await page.keyboard.press("Space");
  await expect(said).toHaveText("Étape 1 : 1 sur 21, 5 %");
  await page.keyboard.press("Space");
  await expect(said).toHaveText("Étape 1 : 0 sur 21, 0 %");
});

test("on every screen Tab reaches every control, each once, in the order of the page, and one sees where one is", async ({ page, app, stores }) => {
  await openWith({ app, stores }, FULL, "#/");
  for (const { address, title } of SCREENS) {
    await app.open(address);
    await expect(app.heading).toHaveText(title);
    // What comes later, the chart or an unpacked dossier, is there too.
    let before = -1;
    const isStill = async () => before === (before = await page.locator("a, button, input, select, textarea, summary").count());
    await expect.poll(isStill, { intervals: [150] }).toBe(true);
    const controls = await page.evaluate(noteStops);
    await app.skipLink.focus();
    let stops = [];
    // A day has a stop for each of its parts.
    for (let presses = 0; presses < 3 * controls + 20 && stops.at(-1)?.place !== controls - 1; presses += 1) {
      await page.keyboard.press("Tab");
      // A call for each press would take as long as the presses.
      if (presses % 8 === 7 || presses >= controls - 3) stops = await page.evaluate(() => window.stops);
    }
    const last = stops.findIndex(({ place }) => place === controls - 1);
    const visited = stops.slice(0, last + 1 || stops.length);
    for (const { place, isSeen } of visited.slice(1)) expect.soft(isSeen, `${address}: control ${place} shows that it has the focus`).toBe(true);
    expect.soft(visited.map(({ place }) => place), address).toEqual(Array.from({ length: controls }, (_, place) => place));
  }
});

/** Runs in the page: numbers what Tab should reach, and from now on writes down what has the focus. Gives how many there are. */
function noteStops() {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  // Of a group of radio buttons Tab reaches the one that is chosen; arrows go to the others.
  const isPassedOver = ({ type, name, checked }) => type === "radio" && !checked && document.querySelector(`input[type=radio][name="${name}"]:checked`);
  const reached = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0 && !isPassedOver(one));
  for (const one of document.querySelectorAll("[data-place]")) one.removeAttribute("data-place");
  reached.forEach((one, place) => one.setAttribute("data-place", place));
  const seen = (element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  window.stops = [];
  window.noted ??= document.addEventListener("focusin", ({ target }) => {
    const place = Number(target.getAttribute("data-place") ?? -1);
    if (place !== window.stops.at(-1)?.place) window.stops.push({ place, isSeen: seen(target) || seen(target.parentElement) });
  }) ?? true;
  return reached.length;
}
