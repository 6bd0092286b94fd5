// Phones, and large letters: everything is in the width, and nothing that sticks hides what one works on.
import { FIELDS, SCREENS } from "./pages/official.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { tour } from "./support/tour.mjs";

const PHONES = [{ width: 360, height: 740 }, { width: 320, height: 640 }];
/** A window of 1280 × 720 at 200 %. */
const ZOOMED = { width: 640, height: 360 };
const TABLET = { width: 768, height: 1024 };

test("no screen scrolls sideways, folded or unfolded, on phones, on a tablet and at 200 %", async ({ page, app }) => {
  await app.open("#/");
  for (const viewport of [...PHONES, ZOOMED, TABLET]) {
    await page.setViewportSize(viewport);
    for (const [place, wider] of (await tour(page, SCREENS, overflows)).entries()) {
      expect.soft(wider, `${SCREENS[place].address} at ${viewport.width}, folded and unfolded`).toEqual([0, 0]);
    }
  }
});

for (const viewport of [...PHONES, ZOOMED, TABLET]) {
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test("what has the focus is never hidden by what sticks", async ({ page, app, questionnaire }) => {
      await app.open("#/questionnaire/1.1");
      await questionnaire.item("1.1.1").conditionsTitle(1).click();
      await app.skipLink.focus();
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press("Tab");
        await expect.poll(() => whatHidesTheFocus(page), `after ${presses + 1} presses of Tab`).toBe("");
      }
      for (let presses = 0; presses < 20; presses += 1) {
        await page.keyboard.press("Shift+Tab");
        await expect.poll(() => whatHidesTheFocus(page), `after ${presses + 1} presses of Maj + Tab`).toBe("");
      }
    });

    test("nothing in the header covers anything else", async ({ app, questionnaire }) => {
      await app.open("#/questionnaire/1.1");
      await questionnaire.item("1.1.2").statement(1).check();
      await app.hasSaved();
      const brand = await textBox(app.header.getByRole("link", { name: "NumEA-Établissement" }));
      const saved = await textBox(app.saveState);
      const undo = await app.undo.boundingBox();
      expect(meet(brand, saved), "name and save state").toBe(false);
      expect(meet(saved, undo), "save state and undoing").toBe(false);
      expect(meet(brand, undo), "name and undoing").toBe(false);
      expect(meet(await app.redo.boundingBox(), undo), "undoing and doing again").toBe(false);
      expect(meet(await app.redo.boundingBox(), await app.theme.boundingBox()), "doing again and theme").toBe(false);
    });
  });
}

for (const viewport of PHONES) {
  test.describe(`on a phone of ${viewport.width}`, () => {
    test.use({ viewport });

    test("the header is one line, and the screens are a bar at the bottom, wherever one has scrolled", async ({ page, app }) => {
      await app.open("#/questionnaire/1.1");
      for (const share of [0, 0.5, 1]) {
        await scrollTo(page, share);
        const box = await app.menu.boundingBox();
        const header = await app.header.evaluate((header) => header.getBoundingClientRect().toJSON());
        expect([header.top, header.height <= 56], "the header, in one line").toEqual([0, true]);
        expect(Math.round(box.y + box.height)).toBe(viewport.height);
        for (const link of await app.menu.getByRole("link").all()) await expect(link).toBeInViewport({ ratio: 1 });
      }
      await app.choose("Positionnement");
      await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
    });

    test("each of the six fields is one tap away", async ({ app, questionnaire }) => {
      await app.open("#/questionnaire/1.1");
      await expect(questionnaire.fields).toHaveCount(1);
      await expect(questionnaire.fields.getByRole("link")).toHaveCount(6);
      for (const field of FIELDS) {
        await expect(questionnaire.fields.getByRole("link", { name: `${field.id} ${field.title}` })).toBeInViewport({ ratio: 1 });
      }
      await questionnaire.fields.getByRole("link", { name: FIELDS[4].title }).click();
      await expect(app.heading).toHaveText(`2.2 ${FIELDS[4].title}`);
    });

    test("declaring something moves none of the other answers", async ({ app, questionnaire }) => {
      await app.open("#/questionnaire/2.3");
      const item = questionnaire.item("2.3.2");
      const places = () => item.card.locator(".pill").evaluateAll((pills) => pills.map((pill) => [pill.offsetLeft, pill.offsetTop - pills[0].offsetTop]));
      for (const words of ["Aucune étape atteinte", "Ne sait pas", "Non concerné"]) {
        const before = await places();
        await item.declared(words).check();
        expect(await places()).toEqual(before);
      }
    });

    test("the three cells of an item share the row, and hold their words", async ({ page, app, positioning, questionnaire }) => {
      await app.open("#/questionnaire/1.1");
      await questionnaire.item("1.1.1").conditionsTitle(1).click();
      await questionnaire.item("1.1.1").condition(1, 1).check();
      await questionnaire.item("1.1.3").declared("Non concerné").check();
      await app.choose("Positionnement");
      const narrow = await positioning.matrix.getByRole("cell").evaluateAll((cells) => cells
        .filter((cell) => cell.clientWidth < cell.parentElement.clientWidth / 3 - 1 || cell.firstChild.scrollWidth > cell.firstChild.clientWidth)
        .map((cell) => `${cell.querySelector("[data-short]").dataset.short} in ${cell.clientWidth}`));
      expect(narrow).toEqual([]);
      await expect(page.getByText("tiret : à renseigner")).toBeVisible();
    });

    test("everything to press is at least 24 pixels high and wide", async ({ page, app, questionnaire }) => {
      for (const address of ["#/questionnaire/1.1", "#/positionnement"]) {
        await app.open(address);
        await questionnaire.unfoldAll();
        const small = await page.locator("button:visible, summary:visible, input:visible, label:has(input):visible").evaluateAll((all) => all
          .map((one) => ({ one, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .filter(({ one }) => !one.closest("label"))
          .map(({ one, box }) => `${one.outerHTML.slice(0, 90)} ${box.width} × ${box.height}`));
        expect(small, address).toEqual([]);
      }
    });
  });
}

test.describe("on a phone of 360 × 740", () => {
  test.use({ viewport: PHONES[0] });

  test("progress and figures stay in sight, and alive, while one scrolls the questionnaire", async ({ page, app, questionnaire }) => {
    await app.open("#/questionnaire/1.3");
    for (const share of [0.3, 0.6, 0.9]) {
      await scrollTo(page, share);
      await expect(questionnaire.progress).toBeInViewport({ ratio: 1 });
      for (const stage of [1, 2, 3]) await expect(questionnaire.live.locator(`[data-figure="stage-${stage}"]`)).toBeInViewport({ ratio: 1 });
    }
    await questionnaire.item("1.3.5").statement(1).check();
    await expect(questionnaire.progress).toBeInViewport({ ratio: 1 });
    await expect(questionnaire.progress).toHaveText("1 item sur 21 renseigné");
    await app.showsFigures([1, 0, 0]);
  });
});

test.describe("at 200 %", () => {
  test.use({ viewport: ZOOMED });

  test("nothing sticks while one scrolls: the whole height is for the content", async ({ page, app }) => {
    for (const address of ["#/questionnaire/1.3", "#/positionnement"]) {
      await app.open(address);
      await scrollTo(page, 0.5);
      expect(await page.evaluate(stuck), address).toEqual([]);
    }
  });
});

for (const viewport of [TABLET, { width: 1440, height: 900 }]) {
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });

    test("ticking moves no statement, and what it says covers none", async ({ app, questionnaire }) => {
      await app.open("#/questionnaire/1.1");
      // One of one condition, one of two whose words are all in sight: a folded one unfolds.
      for (const id of ["1.1.2", "1.1.4"]) {
        const option = questionnaire.item(id).option(1);
        const [words, chip] = [option.locator(".stage-option__text"), option.locator(".stage-option__state")];
        const place = () => words.evaluate((text) => [text.offsetTop, text.offsetWidth, text.offsetHeight, text.offsetParent.offsetHeight]);
        const before = await place();
        await questionnaire.item(id).statement(1).check();
        expect(await place()).toEqual(before);
        expect(meet(await chip.boundingBox(), await textBox(words))).toBe(false);
        expect(meet(await chip.boundingBox(), await textBox(option.locator(".stage-option__name")))).toBe(false);
      }
    });
  });
}

test.describe("on a wide screen", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("the six fields, progress and figures stay in sight while one scrolls", async ({ page, app, questionnaire }) => {
    await app.open("#/questionnaire/1.3");
    for (const share of [0.3, 0.9]) {
      await scrollTo(page, share);
      await expect(questionnaire.progress).toBeInViewport({ ratio: 1 });
      for (const field of FIELDS) {
        await expect(questionnaire.fields.getByRole("link", { name: field.title })).toBeInViewport({ ratio: 1 });
      }
    }
  });
});

/** Runs in the page: how many pixels it is wider than the window, folded and unfolded, once it has come to rest. */
async function overflows() {
  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  const wider = async () => {
    const over = () => Math.max(0, document.documentElement.scrollWidth - window.innerWidth);
    for (let frames = 0; frames < 60 && over() > 0; frames += 1) await frame();
    return over();
  };
  const folded = await wider();
  for (const details of document.querySelectorAll("main details")) details.open = true;
  await frame();
  return [folded, await wider()];
}

/** Scrolls to a share of the page's height. */
async function scrollTo(page, share) {
  await page.evaluate((share) => window.scrollTo({ top: share * document.documentElement.scrollHeight, behavior: "instant" }), share);
}

/** What lies over the middle of what has the focus; empty where it is in sight. */
function whatHidesTheFocus(page) {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const box = focused.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 12), box.top + box.height / 2);
    const own = top && (focused.contains(top) || top.contains(focused) && getComputedStyle(top).position === "static");
    return own ? "" : `${top?.outerHTML.slice(0, 120) ?? "outside the window"} over ${focused.outerHTML.slice(0, 120)}`;
  });
}

/** Runs in the page: everything that is held in the window, whole, whatever one scrolls. */
function stuck() {
  return [...document.querySelectorAll("body *")].filter((element) => {
    const { position } = getComputedStyle(element);
    if (position !== "fixed" && position !== "sticky") return false;
    const box = element.getBoundingClientRect();
    const inSight = box.bottom > 0 && box.top < innerHeight && box.width > 1;
    return inSight && (position === "fixed" || Math.round(box.top) === (parseInt(getComputedStyle(element).top, 10) || 0));
  }).map((element) => element.outerHTML.slice(0, 100));
}

/** Where the words of an element are drawn. */
function textBox(locator) {
  return locator.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  });
}

function meet(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
