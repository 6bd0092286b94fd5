// Texts that hurt somewhere, in every field, on every screen: shown as texts, and nothing else happens. The fixture of every
// spec fails on console errors, violations of the policy and requests to another host.
import { packed } from "./pages/dossier-link.mjs";
import { SCREENS } from "./pages/official.mjs";
import { record } from "./pages/stores.mjs";
import { expect, test, tried } from "./support/fixtures.mjs";
import { HOSTILE, fullOf } from "./support/hostile.mjs";
import { tour } from "./support/tour.mjs";

const PAPER = ["#/positionnement", "#/objectifs", "#/aide"];
/** Where texts that were given are shown: of the six fields, which are made of the same pieces, the first. */
const SHOWN = SCREENS.filter(({ address }) => !/^#\/([rd]\/|inconnu|fichier|mentions|accessibilite|diagnostic|questionnaire\/(?!1\.1))/.test(address)).concat({ address: "#/objectifs/2", title: "Objectif" });
const PRINTED = SHOWN.filter(({ address }) => PAPER.includes(address));
const TRIED = "a hostile text stored, opened, received, typed and pasted, on every screen and on paper: never run, no violation";
/** How many texts a test takes on. */
const SHARE = 10;
/** Those that are stored: one of four, from every kind; all of them in the campaign of journeys. */
const STORED = process.env.NUMEA_WHOLE ? HOSTILE : HOSTILE.filter((_, place) => place % 4 === 0);
/** An override that is never ended. */
const TURNED = "Lycée \u202eneirépus";

/** Watches for what only a text that is run can do. */
function watch(page) {
  const seen = [];
  page.on("dialog", async (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("popup", (popup) => seen.push(`popup: ${popup.url()}`));
  return seen;
}

/** Goes to a screen as its links do. */
async function show(page, address) {
  await page.evaluate((address) => { location.hash = address; }, address);
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
}

/** Runs in the page: what is there that no text may have put there, the path, and the title of the window. */
function look() {
  // The first script of the head is the page's own (build/page/first.js), named by its sum in the policy.
  const first = document.head.querySelector("script");
  // So is the picture of the chart in the report, which is drawn here and runs nothing; until it is drawn it has no address.
  const isOwn = (element) => element === first || element.matches('img.paper__chart:is([src^="data:image/svg+xml"], :not([src]))');
  const elements = [...document.querySelectorAll("iframe, object, embed, math, mglyph, img, base, form[action], script:not([src]), body script")].filter((element) => !isOwn(element));
  const handlers = [...document.querySelectorAll("*")].filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on")));
  // A proof is a link by right, where it leads to the web: to a page that learns nothing of this one.
  // So is a letter to be written, to nobody yet.
  const isLetter = ({ href }) => /^mailto:\?subject=[^&]*&body=[^&]*$/.test(href);
  const isFine = (link) => isLetter(link) || /^https?:/.test(link.href) && (!link.href.includes("exemple.fr") || link.relList.contains("noopener"));
  const links = [...document.querySelectorAll("a[href], area[href]")].filter((link) => !isFine(link));
  const foreign = [...elements, ...handlers, ...links].map((element) => element.outerHTML.slice(0, 200));
  return { foreign, path: location.pathname, title: document.title };
}

/** Checks what `look` found. */
function isUnhurt({ foreign, path, title }, what, expected) {
  expect(foreign, what).toEqual([]);
  expect(path, what).toMatch(/^\/numea\/$/);
  expect(title, what).toMatch(expected);
}

for (let start = 0; start < STORED.length; start += SHARE) {
  test(`stored, texts ${start + 1} to ${start + SHARE} are only texts, on every screen and on paper`, async ({ page, app, stores }) => {
    test.setTimeout(120_000);
    const seen = watch(page);
    tried(TRIED, SHARE);
    await app.open("#/");
    for (const text of STORED.slice(start, start + SHARE)) {
      await stores.putLocal(record(1 + Date.now(), JSON.stringify(fullOf(text))));
      await app.reload();
      const seenOn = (place) => (found, screen) => isUnhurt(found, `${JSON.stringify(text)} ${place} ${screen}`, / – NumEA-Établissement$|^NumEA-Établissement – /);
      (await tour(page, SHOWN, look)).forEach(seenOn("on screen"));
      await show(page, "#/objectifs");
      expect(await page.locator('[data-objective="1"] a').first().textContent()).toContain([...text].slice(0, 500).join("").trim());
      await show(page, "#/questionnaire/1.1");
      expect(await page.locator("textarea").first().inputValue()).toBe(text.replace(/\r\n?/g, "\n"));
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      (await tour(page, PRINTED, look)).forEach(seenOn("on paper"));
      await page.emulateMedia({ media: "screen" });
    }
    expect(seen).toEqual([]);
  });
}

test("received as a file and as a link, the forty are only texts", async ({ page, app, files }) => {
  test.setTimeout(120_000);
  const seen = watch(page);
  tried(TRIED, HOSTILE.length);
  for (const text of HOSTILE) {
    const document = JSON.stringify(fullOf(text));
    await app.open("#/partage");
    await files.choose(document, `${text.replace(/[\/\0]/g, "").slice(0, 60)}.json`);
    await expect(app.heading).toHaveText("Sauvegarde ouverte");
    await expect(page).toHaveTitle(/^Sauvegarde ouverte/);
    isUnhurt(await page.evaluate(look), `${JSON.stringify(text)} as a file`, /^Sauvegarde ouverte/);
    // A link bears 64 kB, and this text stands in it a hundred times.
    const code = packed(JSON.stringify(fullOf([...text].slice(0, 300).join(""))));
    await app.open(`#/d/${code}`);
    await expect(app.heading).toHaveText("Dossier reçu");
    await expect(files.preview).toBeVisible();
    await expect(page).toHaveTitle(/^Dossier reçu/);
    isUnhurt(await page.evaluate(look), `${JSON.stringify(text)} as a link`, /^Dossier reçu/);
  }
  expect(seen).toEqual([]);
});

test("typed and pasted into every field, the forty are kept as they are and stay texts", async ({ page, app, objectives }) => {
  test.setTimeout(180_000);
  const seen = watch(page);
  tried(TRIED, HOSTILE.length);
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  await expect(app.heading).toHaveText("Objectif");
  const screens = ["#/objectifs/1", "#/etablissement", "#/questionnaire/1.1", "#/aide", "#/partage"];
  for (const address of screens) {
    await show(page, address);
    await page.locator("main details").evaluateAll((all) => all.forEach((details) => { details.open = true; }));
    const fields = page.locator("main :is(textarea, input:not([type])), main input:is([type=text], [type=url]):not([readonly])").filter({ visible: true });
    const count = Math.min(await fields.count(), 8);
    expect(count, address).toBeGreaterThan(0);
    // One in eight as a person pastes it; the others in one call, as the browser hands over what was typed.
    for (const [place, text] of HOSTILE.entries()) {
      if (place % 8 === 0) for (let field = 0; field < count; field += 1) await fields.nth(field).fill(text);
      else await fields.evaluateAll(typeInto, { text, count });
      isUnhurt(await page.evaluate(look), `${JSON.stringify(text)} typed on ${address}`, / – NumEA-Établissement$/);
    }
    const longest = await fields.first().evaluate((field) => field.maxLength);
    const last = HOSTILE.at(-1);
    expect(await fields.first().inputValue()).toBe(longest > 0 ? last.slice(0, longest) : last);
  }
  await app.hasSaved();
  await app.reload();
  await show(page, "#/objectifs");
  await expect(page).toHaveTitle(/^Objectifs/);
  isUnhurt(await page.evaluate(look), "after a reload", /^Objectifs/);
  expect(seen).toEqual([]);
});

/** Runs in the page: a text typed into the first fields. */
function typeInto(fields, { text, count }) {
  for (const field of fields.slice(0, count)) {
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, inputType: "insertFromPaste" }));
  }
}

test("a name that turns its own letters does not turn the sentence around it", async ({ page, app, stores, files }) => {
  const dossier = fullOf(TURNED);
  dossier.plan.objectives[1].target = "cible entière";
  dossier.identity.body = "instance entière";
  await stores.leaveApp();
  await stores.putLocal(record(1, JSON.stringify(dossier)));
  await app.open("#/objectifs");
  await readsOn(page, "2026‑2027");
  await readsOn(page, "cible entière");
  await page.emulateMedia({ media: "print" });
  await readsOn(page, "instance entière");
  await page.emulateMedia({ media: "screen" });
  await show(page, "#/partage");
  await files.choose(JSON.stringify(dossier), `${TURNED}.json`);
  await expect(app.heading).toHaveText("Sauvegarde ouverte");
  await readsOn(page, "modifiée le");
});

/** Checks that this text, wherever it is seen, is written from left to right. */
async function readsOn(page, text) {
  const directions = await page.evaluate((text) => {
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const start = node.data.replaceAll("\u00a0", " ").indexOf(text);
      const letter = (place) => {
        const range = document.createRange();
        range.setStart(node, place);
        range.setEnd(node, place + 1);
        return range.getBoundingClientRect();
      };
      if (start < 0 || letter(start).width === 0) continue;
      // A word may stand at the end of a line, never two letters of it.
      found.push(letter(start).left < letter(start + 1).left && letter(start + 1).left < letter(start + 2).left);
    }
    return found;
  }, text);
  expect(directions.length, text).toBeGreaterThan(0);
  expect(directions, text).not.toContain(false);
}
