// Ctrl+S saves the dossier's file; a page that a browser saved all the same says that it is a picture of the tool.
import { readFileSync } from "node:fs";
import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./support/fixtures.mjs";
import { startServer } from "./support/server.mjs";

/** Presses Ctrl+S or Cmd+S; the text of the file that comes of it. */
async function savedBy(page, keys) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press(keys)]);
  return readFileSync(await download.path(), "utf8");
}

test("Ctrl+S and Cmd+S save the dossier’s file, while typing too, and not while a text is composed", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await page.getByText("Note et preuves").first().click();
  const note = page.getByLabel("Note sur l’item 1.1.1");
  await note.fill("Vu en réunion");
  await note.press("Control+a");
  expect(JSON.parse(await savedBy(page, "Control+s")).answers["1.1.1"].note).toBe("Vu en réunion");
  await expect(app.messages).toContainText("La sauvegarde est téléchargée");
  await expect(note).toBeFocused();
  await app.choose("Positionnement");
  expect(JSON.parse(await savedBy(page, "Meta+s")).answers["1.1.2"].ticked).toEqual({ 1: [1] });
  const isTaken = (options) => page.evaluate((options) => !window.dispatchEvent(new KeyboardEvent("keydown", { key: "s", cancelable: true, ...options })), options);
  let downloads = 0;
  page.on("download", () => { downloads += 1; });
  expect(await isTaken({ ctrlKey: true, isComposing: true })).toBe(false);
  expect(await isTaken({ ctrlKey: true, shiftKey: true })).toBe(false);
  expect(await isTaken({ ctrlKey: true, altKey: true })).toBe(false);
  expect(await isTaken({ ctrlKey: true, repeat: true }), "a key that is held down").toBe(true);
  await page.waitForTimeout(300);
  expect(downloads).toBe(0);
});

test.describe("a page that a browser saved", () => {
  test.use({ allowed: [/ERR_FILE_NOT_FOUND|ERR_FAILED|404|origin 'null'|Content Security Policy|security policy|to another host|Failed to load|Access to script/i] });

  let folder;
  test.beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), "numea-saved-")); });
  test.afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Ticks a statement and saves the page as browsers do: the document as it is, its files in a folder beside it. */
  async function saved({ page, app, questionnaire }) {
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    await expect(page.locator(".picture"), "not in the tool itself").toBeHidden();
    const html = await page.content();
    const { data } = await (await page.context().newCDPSession(page)).send("Page.captureSnapshot", { format: "mhtml" });
    const files = join(folder, "outil_files");
    await cp("dist", files, { recursive: true });
    for (const name of await readdir(files)) if (/\.wasm$|^documents|^chart|^sw/.test(name)) await rm(join(files, name));
    await writeFile(join(folder, "outil.html"), html.replaceAll('="./', '="./outil_files/'));
    await writeFile(join(folder, "bare.html"), html);
    await writeFile(join(folder, "outil.mhtml"), data);
    return { onDisk: (name) => pathToFileURL(join(folder, name)).href, address: page.url().split("#")[0] };
  }

  /** The picture says what it is and where the tool is, says nothing is kept, and takes no tick. */
  async function isPicture(page, address, hasStyle = true) {
    const said = page.locator(".picture");
    await expect(said).toBeVisible();
    await expect(said).toContainText("Ceci est une image de l’outil");
    await expect(said.getByRole("link")).toHaveAttribute("href", address);
    if (!hasStyle) return;
    await expect(page.locator("[data-save-state]")).toBeHidden();
    const box = page.locator('input[data-item="1.1.2"][data-stage="2"]:not([data-condition])');
    await box.click({ force: true, timeout: 1_000 }).catch(() => {});
    await expect(box).not.toBeChecked();
  }

  for (const [what, javaScriptEnabled] of [["with its scripts", true], ["without scripts", false]]) {
    test(`says that it is a picture of the tool, ${what}: on a disk, on another server, as one file, without its files`, async ({ page, app, questionnaire, browser }) => {
      const { onDisk, address } = await saved({ page, app, questionnaire });
      const host = await startServer({ root: folder, base: "/copies/" });
      const context = await browser.newContext({ javaScriptEnabled });
      const copy = await context.newPage();
      try {
        for (const place of [onDisk("outil.html"), `${host.address}outil.html`, onDisk("outil.mhtml")]) {
          await copy.goto(place);
          await isPicture(copy, address);
        }
        await copy.goto(onDisk("bare.html"));
        await isPicture(copy, address, false);
      } finally {
        await context.close();
        await host.close();
      }
    });
  }

  test("a page that is ready from the start says so even where it was never alive", async ({ page, baseURL, browser }) => {
    const served = await (await page.request.get(baseURL)).text();
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled });
      const copy = await context.newPage();
      await copy.route(baseURL, (route) => route.fulfill({ contentType: "text/html", body: served.replace("<html ", "<html data-ready ") }));
      await copy.goto(baseURL);
      await expect(copy.getByText("Ceci est une image de l’outil")).toBeVisible();
      await expect(copy.getByRole("heading", { level: 1 }), "nothing was started").toHaveCount(1);
      await context.close();
    }
  });
});
