// The first paint: the page itself holds what is seen first, and the application takes it over.
import { expect, test } from "./support/fixtures.mjs";
import { OF_APP, OF_PAGE, firstScreen } from "./support/first-screen.mjs";

const CODE = "AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug";
const START = /\/app-[^/]*\.js$/;
const LATER = /\.(js|css|wasm|webmanifest|svg|png|json)$/;

/** Holds back the files of this pattern; gives the way to let them through. */
async function hold(page, files) {
  let release;
  const released = new Promise((done) => { release = done; });
  await page.route((url) => files.test(url.pathname), async (route) => {
    await released;
    await route.continue().catch(() => {});
  });
  return release;
}

/** What of the page may be seen: its words, and where its links lead. The skip link is for the keyboard. */
function seen(page) {
  return page.evaluate(() => ({
    words: document.body.innerText.split(/\s+/).filter(Boolean).join(" ").replace(/^Aller au contenu /, ""),
    links: [...document.querySelectorAll("a")].filter((link) => link.checkVisibility()).map((link) => `${link.textContent} ${link.getAttribute("href")}`).filter((link) => !link.endsWith("#contenu")),
  }));
}

async function isHome(page) {
  await expect(page.getByRole("heading", { level: 1, name: "Où en est la transition numérique" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Commencer le questionnaire" })).toBeVisible();
}

/** Collects how far things moved, from the first paint on. */
function watchShifts() {
  window.shifts = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifts += entry.value; })).observe({ type: "layout-shift", buffered: true });
}

for (const [width, height, colorScheme] of [[1440, 900, "light"], [768, 900, "dark"], [360, 780, "light"]]) {
  test(`the first paint of a first visit, ${width} wide, is the home that the application then shows: same words, same links, same picture, and nothing moves`, async ({ page, app }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.addInitScript(watchShifts);
    const release = await hold(page, START);
    await page.goto("", { waitUntil: "commit" });
    await isHome(page);
    const [before, written, picture] = [await seen(page), await firstScreen(page, OF_PAGE), await page.screenshot({ fullPage: true })];
    // A picture of the whole page makes the window longer for a moment, which moves things too.
    await page.evaluate(() => { window.shifts = 0; });
    release();
    await app.isReady();
    await expect(page.locator("#shell")).toHaveCount(0);
    const shifts = await page.evaluate(() => window.shifts);
    const after = await seen(page);
    expect(after, "`cargo xtask first-screen` writes the page’s own home anew").toEqual(before);
    await page.locator(".home__received-cards").evaluate((cards) => cards.replaceChildren());
    const held = (html) => html.replace(/(home__received-cards">)[^]*?(?=<\/div><\/details>)/, "$1");
    expect(held(await firstScreen(page, OF_APP)), "`cargo xtask first-screen` writes the page’s own home anew").toBe(held(written));
    expect((await page.screenshot({ fullPage: true })).equals(picture), "the same picture").toBe(true);
    expect(shifts).toBeLessThanOrEqual(0.02);
  });
}

test("no request stands between the page and its first paint", async ({ page }) => {
  const release = await hold(page, LATER);
  await page.goto("", { waitUntil: "commit" });
  await isHome(page);
  const painted = () => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length);
  await expect.poll(painted).toBe(1);
  await expect(page.getByRole("link", { name: "Commencer le questionnaire" }), "with its style").toHaveCSS("display", /flex/);
  release();
});

test("what is unfolded, and what has the focus, stays so when the application takes over", async ({ page, app }) => {
  const release = await hold(page, START);
  await page.goto("", { waitUntil: "commit" });
  await isHome(page);
  await page.getByText("Ouvrir un lien ou un fichier reçu").click();
  await expect(page.getByText("Chargement…").filter({ visible: true })).toHaveCount(1);
  await page.getByRole("link", { name: "Lire le positionnement" }).focus();
  release();
  await app.isReady();
  await expect(page.getByRole("link", { name: "Lire le positionnement" })).toBeFocused();
  await expect(page.getByLabel(/lien/i).first()).toBeVisible();
});

test("a link that is followed before the application is there leads where it says", async ({ page, app }) => {
  for (const [name, said, title] of [["Commencer le questionnaire", "Ouverture du questionnaire…", /^1\.1 /], ["Recopier un questionnaire rempli", "Chargement…", /^Positionnement/]]) {
    const release = await hold(page, START);
    await page.goto("about:blank");
    await page.goto("", { waitUntil: "commit" });
    await page.getByRole("link", { name }).click();
    await expect(page.locator("#shell [role=status]").getByText(said, { exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
    release();
    await app.isReady();
    await expect(app.heading).toHaveText(title);
    await page.evaluate(() => localStorage.clear());
    await page.unrouteAll();
  }
});

test("who comes back, or opens an address, meets a sentence of its own, never the home of a first visit", async ({ page, app, questionnaire, stores, baseURL }) => {
  const meets = async (address, said, { home = false } = {}) => {
    const release = await hold(page, START);
    await page.goto("about:blank");
    await page.goto(address, { waitUntil: "commit" });
    if (home) await isHome(page);
    else {
      await expect(page.locator("#shell [role=status]").getByText(said, { exact: true })).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
      await expect(page.getByRole("link", { name: "Commencer le questionnaire" })).toBeHidden();
      await expect(page.getByText("Donner un nom", { exact: true }), "whose work it is, is not known yet").toBeHidden();
    }
    release();
    await app.isReady();
    await page.unrouteAll();
  };
  await meets("#/questionnaire/1.1", "Ouverture du questionnaire…");
  await meets(`#/r/${CODE}`, "Ouverture du positionnement reçu…");
  await meets("#/d/gQAA", "Ouverture du dossier reçu…");
  await meets("#/objectifs", "Chargement…");
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await meets("", "Ouverture de vos réponses…");
  await meets("#/", "Ouverture de vos réponses…");
  // A theme alone is no work.
  await stores.leaveApp(baseURL);
  await stores.dropLocal();
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase("numea").onsuccess = done; }));
  await page.evaluate(() => localStorage.setItem("numea:v1:theme", "dark"));
  await meets("", "", { home: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the theme that was chosen is there from the first paint", async ({ page, baseURL, stores }) => {
  await stores.leaveApp(baseURL);
  await page.evaluate(() => localStorage.setItem("numea:v1:theme", "dark"));
  await hold(page, LATER);
  await page.goto("", { waitUntil: "commit" });
  await isHome(page);
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(18, 24, 22)");
});

for (const width of [1440, 360]) {
  test(`the style inside the page is all that the home and the questionnaire need, ${width} wide`, async ({ page, app }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const address of ["#/", "#/questionnaire/1.1", "#/questionnaire/1.1.3"]) {
      const release = await hold(page, /\/style-[^/]*\.css$/);
      await page.goto("about:blank");
      await page.goto(address);
      await expect(page.locator("html[data-ready]")).toBeAttached();
      await page.evaluate(() => {
        // What the layout makes of it changes as parts come below: not sizes and places, all else.
        const looks = (element) => {
          const style = getComputedStyle(element);
          const names = [...style].filter((name) => /^(margin|padding|border)/.test(name) || !/size|height|width|origin|inset|top|bottom|left|right|animation|template-rows/.test(name));
          return Object.fromEntries([...names, "font-size"].map((name) => [name, style.getPropertyValue(name)]));
        };
        document.querySelectorAll("details").forEach((details) => { details.open = true; });
        window.before = [...document.querySelectorAll("body > :is(header, main, footer) *")].map((element) => [element, looks(element)]);
        window.changed = () => window.before.flatMap(([element, was]) => {
          const now = element.isConnected ? looks(element) : was;
          return Object.keys(was).filter((name) => was[name] !== now[name]).map((name) => `${element.tagName} ${element.getAttribute("class")}: ${name} ${was[name]} → ${now[name]}`);
        });
      });
      release();
      await app.isReady();
      expect(await page.evaluate(() => window.before.length)).toBeGreaterThan(50);
      expect((await page.evaluate(() => window.changed())).slice(0, 10), address).toEqual([]);
      await page.unrouteAll();
    }
  });
}

test("a screen that needs the whole style waits for it, and says nothing is wrong where it came", async ({ page }) => {
  const release = await hold(page, /\/style-[^/]*\.css$/);
  await page.goto("#/mentions");
  await expect(page.getByText("Chargement…").filter({ visible: true })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  release();
  await expect(page.getByRole("heading", { level: 1, name: "Mentions légales" })).toBeVisible();
  await expect(page.locator(".help__row").first()).toHaveCSS("display", "grid");
});

test("without scripts the page says what it needs, and shows no link that leads nowhere", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL);
  await expect(page.locator("noscript p")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("link")).toHaveCount(0);
  await context.close();
});
