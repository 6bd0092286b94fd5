// The positioning chart: fetched late, alive, theme and size followed, and never in the way.
import { FIELDS } from "./pages/official.mjs";
import { openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

const BUNDLE = /\/chart-[^/]*\.js$/;

test.describe("where its file cannot be had", () => {
  test.use({ allowed: [/chart-/] });

  test.beforeEach(async ({ context, app }) => {
    await context.route(BUNDLE, (route) => route.abort());
    await app.open("#/positionnement/items");
  });

  test("the page says so in French, the table holds every figure, and the rest works", async ({ app, positioning, questionnaire }) => {
    await expect(positioning.notDrawn).toBeVisible();
    await expect(positioning.retry).toBeVisible();
    await positioning.box("1.2.1", 1).check();
    await app.showsFigures([1, 0, 0]);
    for (const field of FIELDS) {
      for (const stage of [1, 2, 3]) {
        const count = field.id === "1.2" && stage === 1 ? 1 : 0;
        await expect(positioning.table.locator(`[data-figure="${field.id}/stage-${stage}"]`)).toHaveText(`${count} sur ${field.items.length}`);
      }
    }
    await app.choose("Questionnaire");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.showsFigures([2, 0, 0]);
    await app.hasSaved();
  });

  test("trying again works as soon as the file is there, and not before", async ({ context, app, positioning }) => {
    await positioning.retry.click();
    await expect(positioning.notDrawn).toBeVisible();
    await context.unroute(BUNDLE);
    // By key: a second click that soon is taken for the end of a double click.
    await positioning.retry.press("Enter");
    await positioning.isDrawn();
    await expect(positioning.notDrawn).toHaveCount(0);
    const before = await positioning.lines();
    await positioning.box("1.2.1", 1).check();
    await expect.poll(() => positioning.lines()).not.toEqual(before);
    await app.showsFigures([1, 0, 0]);
  });
});

test("its file is not asked for before the positioning is shown, then once for the whole visit", async ({ page, app, positioning }) => {
  const asked = [];
  page.on("request", (request) => {
    if (BUNDLE.test(request.url())) asked.push(request.url());
  });
  for (const address of ["#/", "#/questionnaire/1.1", "#/questionnaire/2.3", "#/aide"]) {
    await app.open(address);
    await expect(app.heading).toBeVisible();
  }
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  await app.choose("Aide");
  await expect(app.heading).toHaveText("Aide");
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  expect(asked).toHaveLength(1);
});

test("it holds six axes with the names of the fields, whole and in sight", async ({ app, positioning }) => {
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  const words = await positioning.drawing.evaluate((svg) => [...svg.querySelectorAll("text")].map((text) => text.textContent.replaceAll("\u00a0", " ")).join(" "));
  for (const mark of ["50 %", "100 %"]) expect(words).toContain(mark);
  for (const field of FIELDS) {
    for (const word of `${field.id} ${field.title}`.split(/\s+/)) expect(words).toContain(word);
    expect(words).toContain(`(${field.items.length} items)`);
  }
});

test("no word of it is cut, from a wide screen to a phone, where an item is « non concerné » too", async ({ page, app, stores, positioning }) => {
  await openWith({ app, stores }, { answers: { "1.3.1": { state: "not-applicable" }, "2.3.1": { state: "not-applicable" } } }, "#/");
  for (const width of [1440, 1024, 768, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await app.open("#/positionnement/items");
    await positioning.isDrawn();
    await expect.poll(() => positioning.drawing.evaluate(cutWords), `in a window of ${width}`).toEqual([]);
  }
});

test("printed from a phone, no word of it is cut, and the screen has its picture back", async ({ page, app, positioning }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  const onScreen = await positioning.drawing.getAttribute("viewBox");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 700, height: 1000 });
  await expect(positioning.drawing).toContainText("éducative");
  await expect.poll(() => positioning.drawing.evaluate(cutWords)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(positioning.drawing).toHaveAttribute("viewBox", onScreen);
});

test("under high contrast its words and lines stand out, whatever the theme", async ({ page, app, positioning }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await app.open("#/positionnement/items");
  await app.theme.click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await positioning.isDrawn();
  await expect.poll(() => positioning.drawing.evaluate(contrasts)).toBeGreaterThan(4.5);
});

test("with reduced motion it does not move", async ({ page, app, positioning }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  expect(await option(positioning, "animation")).toBe(false);
  await positioning.box("1.2.1", 1).check();
  await expect(app.figure(1)).toContainText("1 sur 21");
  expect(await option(positioning, "animation")).toBe(false);
});

test("without that wish it glides, briefly", async ({ page, app, positioning }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  expect(await option(positioning, "animation")).toBe(true);
  expect(await option(positioning, "animationDurationUpdate")).toBeLessThanOrEqual(300);
});

test("it takes the colours of the theme, chosen or the system's, and keeps its root element", async ({ page, app, positioning }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  const drawing = await positioning.drawing.elementHandle();
  const light = await positioning.colours();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => positioning.colours()).not.toEqual(light);
  const dark = await positioning.colours();
  await app.theme.click();
  await expect.poll(() => positioning.colours()).toEqual(light);
  await app.theme.click();
  await expect.poll(() => positioning.colours()).toEqual(dark);
  expect(await positioning.drawing.evaluate((now, then) => now === then, drawing)).toBe(true);
});

test("it follows the size of the window", async ({ page, app, positioning }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  for (const width of [360, 900, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(async () => Math.abs(await widthOf(positioning.drawing) - await widthOf(positioning.chart))).toBeLessThan(1.5);
    await expect.poll(async () => await widthOf(positioning.drawing) <= width).toBe(true);
  }
});

test("it is disposed when the screen is left, and comes back with the newest figures", async ({ page, app, positioning, questionnaire }) => {
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  const place = await positioning.chart.elementHandle();
  expect(await place.evaluate(isAlive)).toBe(true);
  await app.choose("Questionnaire");
  await questionnaire.item("1.1.2").statement(1).check();
  await expect(positioning.chart).toHaveCount(0);
  await expect.poll(() => place.evaluate(isAlive)).toBe(false);
  await page.setViewportSize({ width: 800, height: 700 });
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  await expect(positioning.chart).toHaveAccessibleName(/étape 1, 1 sur 21\sitems/);
  const before = await positioning.lines();
  await app.undo.click();
  await expect.poll(() => positioning.lines()).not.toEqual(before);
});

test("a screen left while the file is on its way leaves nothing behind", async ({ page, context, app, positioning }) => {
  let release;
  const held = new Promise((done) => { release = done; });
  await context.route(BUNDLE, async (route) => {
    await held;
    await route.continue();
  });
  await app.open("#/positionnement/items");
  await expect(page.getByText("Chargement du graphique…")).toBeVisible();
  await app.choose("Aide");
  await expect(app.heading).toHaveText("Aide");
  const answered = page.waitForResponse(BUNDLE);
  release();
  await answered;
  await expect.poll(() => page.evaluate(() => typeof window.echarts)).toBe("object");
  await expect(page.locator("[_echarts_instance_]")).toHaveCount(0);
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
});

test("going back and forth while the file is on its way draws one chart", async ({ page, context, app, positioning }) => {
  let release;
  const held = new Promise((done) => { release = done; });
  await context.route(BUNDLE, async (route) => {
    await held;
    await route.continue();
  });
  await app.open("#/positionnement/items");
  await app.choose("Aide");
  await expect(app.heading).toHaveText("Aide");
  await app.open("#/positionnement/items");
  await expect(page.getByText("Chargement du graphique…")).toBeVisible();
  release();
  await positioning.isDrawn();
  await positioning.box("1.2.1", 1).check();
  await expect(positioning.drawing).toHaveCount(1);
  await app.showsFigures([1, 0, 0]);
});

/** A member of the option that the chart shows. */
function option(positioning, name) {
  return positioning.chart.evaluate((place, name) => window.echarts.getInstanceByDom(place).getOption()[name], name);
}

async function widthOf(locator) {
  return (await locator.boundingBox())?.width ?? Number.POSITIVE_INFINITY;
}

/** Runs in the page: whether a chart lives in this element. */
function isAlive(place) {
  return window.echarts.getInstanceByDom(place) !== undefined || place.querySelector("svg") !== null;
}

/** Runs in the page: the words of the drawing that reach beyond it. */
function cutWords(svg) {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  }).map((text) => text.textContent);
}

/** Runs in the page: the lowest contrast of what is written and drawn against the page. */
function contrasts(svg) {
  const channels = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  const light = (colour) => channels(colour).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const inks = [...svg.querySelectorAll("text, path[stroke-width]")].map((part) => {
    const { fill, stroke } = getComputedStyle(part);
    return light(part.tagName === "text" ? fill : stroke);
  });
  return Math.min(...inks.map((ink) => (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)));
}
