// Addresses and places that allow less: plain http, and frames of other pages. It works where it may, else says so.
import { createServer } from "node:http";
import { chromium } from "@playwright/test";
import { App } from "./pages/app.mjs";
import { Files, WHOLE } from "./pages/files.mjs";
import { Questionnaire } from "./pages/questionnaire.mjs";
import { Sharing } from "./pages/sharing.mjs";
import { french, launchOptions } from "./support/browser.mjs";
import { expect, test } from "./support/fixtures.mjs";

const tab = (place) => place.getByRole("link", { name: "Ouvrir dans un nouvel onglet" });

test("an address that was passed on opens what it means, in the bar and in the field", async ({ page, app }) => {
  const code = "AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug";
  const schedule = "Objectifs et échéancier";
  for (const [address, title] of [
    ["#/objectifs/", schedule],
    ["#/Objectifs?utm=1", schedule],
    ["?utm=1#/objectifs", schedule],
    ["#%2Fobjectifs", schedule],
    [`#%2Fr%2F${code}`, "Positionnement reçu"],
    [`?utm=1#/r/${code}?utm=1`, "Positionnement reçu"],
  ]) {
    await app.open("#/aide");
    await app.open(address);
    await expect(app.heading, address).toHaveText(title);
    await app.open("#/partage");
    await page.getByLabel("Lien ou code reçu").fill(`Voici : <https://exemple.fr/numea/${address}>.`);
    await page.getByLabel("Lien ou code reçu").press("Enter");
    await expect(app.heading, `pasted: ${address}`).toHaveText(title);
  }
});

test.describe("plain http", () => {
  let browser;
  test.beforeAll(async () => {
    browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, "--host-resolver-rules=MAP intranet.test 127.0.0.1"] });
  });
  test.afterAll(() => browser.close());

  test("everything works but what browsers refuse there, which is said", async ({ baseURL }) => {
    const context = await browser.newContext({ ...french, baseURL: baseURL.replace("127.0.0.1", "intranet.test") });
    const page = await context.newPage();
    const problems = [];
    page.on("console", (message) => { if (message.type() === "error") problems.push(message.text()); });
    page.on("pageerror", (error) => problems.push(error.message));
    const [app, questionnaire, files, sharing] = [new App(page), new Questionnaire(page), new Files(page), new Sharing(page)];
    await app.open("#/questionnaire/1.1");
    expect(await page.evaluate(() => [isSecureContext, "serviceWorker" in navigator, "clipboard" in navigator, "storage" in navigator, "caches" in window])).toEqual([false, false, false, false, false]);
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    await app.choose("Partage");
    await expect(page.getByRole("main")).toContainText("les navigateurs y refusent le travail sans réseau");
    await page.getByRole("button", { name: "Copier le lien" }).click();
    await expect(page.getByText(/^(Copié\.|Ce navigateur ne permet pas de copier)/)).toBeVisible();
    await sharing.showQr.click();
    await expect(sharing.qr).toBeVisible();
    expect(JSON.parse((await files.saved()).text).answers).toEqual({ "1.1.2": { ticked: { 1: [1] } } });
    await files.choose(WHOLE);
    await files.makeOwn();
    await app.showsFigures([2, 1, 0], 20);
    await app.hasSaved();
    await app.choose("Partage");
    await page.getByRole("link", { name: "Voir le diagnostic" }).click();
    const facts = page.locator("[data-facts]");
    for (const words of [
      "La même adresse en https les permettrait.",
      "Oui. Chaque modification est écrite deux fois",
      "Non. Il faut le réseau pour ouvrir la page",
      "Pas toujours. Sinon le texte est sélectionné",
      "Ce navigateur ne le dit pas à cette adresse.",
      "ce navigateur peut les effacer si la place manque",
      "Type correct (application/wasm)",
    ]) await expect(facts).toContainText(words);
    await app.reload();
    await app.choose("Positionnement");
    await app.showsFigures([2, 1, 0], 20);
    expect(problems).toEqual([]);
    await context.close();
  });
});

test.describe("in a frame", () => {
  // The page around is another one of this device, under another name.
  test.use({ allowed: [/to another host: http:\/\/(localhost|127\.0\.0\.1):\d+\//] });

  let host;
  test.afterEach(() => host?.close());

  /** A page that holds the app in a frame with these attributes; gives the frame. */
  async function framed(page, address, { attributes = "", name = "localhost" } = {}) {
    host = createServer((request, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(`<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Intranet</title><iframe title="NumEA" width="1000" height="900" ${attributes} src="${address}"></iframe></html>`);
    });
    await new Promise((done) => host.listen(0, "127.0.0.1", done));
    await page.goto(`http://${name}:${host.address().port}/`);
    return page.frameLocator("iframe");
  }

  /** Ticks a statement, and follows links of the app. */
  async function works(frame) {
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText(/^1\.1 /);
    await frame.locator('input[data-item="1.1.2"][data-stage="1"]:not([data-condition])').check();
    await frame.getByRole("link", { name: "Positionnement", exact: true }).click();
    await expect(frame.locator('[data-figure="stage-1"]')).toContainText("1 sur 21");
    await expect(frame.locator('[data-chart="positioning"] svg')).toBeVisible();
    await frame.getByRole("link", { name: "Aide", exact: true }).click();
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Aide");
  }

  test("of the same site: as in a tab, and the work is the same", async ({ page, baseURL, app }) => {
    await page.route(/\/portal$/, (route) => route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Portail</title><iframe title="NumEA" width="1000" height="900" src="${baseURL}#/questionnaire/1.1"></iframe></html>`,
    }));
    await page.goto("portal");
    const frame = page.frameLocator("iframe");
    await works(frame);
    await expect(frame.locator("[data-save-state]")).toHaveText(/^Enregistré à/);
    await expect(tab(frame)).toHaveCount(0);
    await app.open("#/positionnement/items");
    await app.showsFigures([1, 0, 0]);
  });

  test("of another site: it works, says that the data are apart, and opens in a tab of its own at the same screen", async ({ page, context, baseURL }) => {
    // Another port is another origin, to which browsers still give a store.
    const frame = await framed(page, `${baseURL}#/questionnaire/1.1`, { name: "127.0.0.1" });
    await expect(frame.getByRole("region", { name: "Messages" })).toContainText("vous ne le retrouverez peut-être pas en ouvrant l’outil dans un onglet");
    await works(frame);
    const [own] = await Promise.all([context.waitForEvent("page"), tab(frame).click()]);
    await expect(own.getByRole("heading", { level: 1 })).toHaveText("Aide");
    expect(own.url()).toBe(`${baseURL}#/aide`);
    await frame.getByRole("link", { name: "Diagnostic de cet appareil" }).click();
    await expect(frame.locator("[data-facts]")).toContainText("Dans le cadre d’une page d’un autre site");
  });

  test("of another site: erasing and taking over are for a tab of one’s own, which is said and offered", async ({ page, context, baseURL }) => {
    const frame = await framed(page, `${baseURL}#/partage`, { name: "127.0.0.1" });
    const own = frame.getByRole("link", { name: "Ouvrir dans un onglet" });
    const card = frame.getByRole("region", { name: "Effacer de cet appareil" });
    await expect(card).toContainText("pour effacer, ouvrez l’outil dans son propre onglet");
    await expect(card.getByRole("button")).toHaveCount(0);
    await expect(own).toHaveAttribute("href", `${baseURL}#/partage`);
    await frame.getByLabel("Lien ou code reçu").fill("#/r/AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug");
    await frame.getByRole("button", { name: "Ouvrir", exact: true }).click();
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Positionnement reçu");
    await expect(frame.getByRole("button", { name: "En faire mon dossier" })).toHaveCount(0);
    const [tab] = await Promise.all([context.waitForEvent("page"), own.click()]);
    await expect(tab.getByRole("button", { name: "En faire mon dossier" })).toBeVisible();
  });

  test("with storage blocked: it works, and says that nothing is kept", async ({ page, context, baseURL }) => {
    await context.addInitScript(() => {
      for (const name of ["localStorage", "indexedDB"]) {
        Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
      }
    });
    const frame = await framed(page, `${baseURL}#/questionnaire/1.1`);
    await expect(frame.getByRole("region", { name: "Messages" })).toContainText("Rien de ce que vous saisissez ici n’est conservé");
    await expect(frame.locator("[data-save-state]")).toHaveText("Rien n’est conservé ici");
    await works(frame);
    await expect(tab(frame)).toHaveAttribute("href", `${baseURL}#/aide`);
  });

  test.describe("that is sealed off", () => {
    test.use({ allowed: [/to another host: http:\/\/(localhost|127\.0\.0\.1):\d+\/|CORS policy|ERR_FAILED|Blocked opening .* in a new window because the request was made in a sandboxed frame/] });

    test("by a host that refuses it the files: a sentence, and the address to copy", async ({ page, baseURL }) => {
      const frame = await framed(page, baseURL, { attributes: 'sandbox="allow-scripts"' });
      await expect(frame.locator("#shell")).toContainText("empêche l’outil de s’y ouvrir");
      await expect(frame.locator("#shell")).toContainText(baseURL);
      await expect(tab(frame)).toHaveAttribute("href", baseURL);
    });

    test("by a host that gives them: it works, says that nothing is kept, and shows the address to copy", async ({ page, context, baseURL }) => {
      await context.route((url) => url.href.startsWith(baseURL), async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
      });
      const frame = await framed(page, `${baseURL}#/questionnaire/1.1`, { attributes: 'sandbox="allow-scripts"' });
      await expect(frame.getByRole("region", { name: "Messages" })).toContainText("Rien de ce que vous saisissez ici n’est conservé");
      await works(frame);
      await expect(frame.locator(".notices__address")).toHaveText(`${baseURL}#/aide`);
      await frame.getByRole("link", { name: "Diagnostic de cet appareil" }).click();
      await expect(frame.locator("[data-facts]")).toContainText("Dans un cadre fermé par la page qui le contient");
    });
  });
});
