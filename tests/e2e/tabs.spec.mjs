// One pen: of several tabs of one dossier one writes, the others read, follow and may take the pen.
import { App } from "./pages/app.mjs";
import { Questionnaire } from "./pages/questionnaire.mjs";
import { record } from "./pages/stores.mjs";
import { expect, test } from "./support/fixtures.mjs";

const FIELD = "#/questionnaire/1.1";

/** Another tab of the same browser. */
async function open(context) {
  const page = await context.newPage();
  const tab = { page, app: new App(page), questionnaire: new Questionnaire(page) };
  await tab.app.open(FIELD);
  return tab;
}

const box = (tab, item, stage = 1) => tab.questionnaire.item(item).statement(stage);
const goOn = (tab) => tab.app.messages.getByRole("button", { name: "Continuer ici" });

async function writes(tab) {
  await expect(tab.app.saveState).toHaveAttribute("data-pen", "here");
  await expect(goOn(tab)).toHaveCount(0);
}

async function reads(tab) {
  await expect(tab.app.saveState).toHaveAttribute("data-pen", "elsewhere");
  await expect(tab.app.saveState).toHaveAttribute("data-save-state", "saved");
  await expect(tab.app.messages).toContainText("Ce dossier est ouvert dans un autre onglet");
  await expect(box(tab, "1.1.5")).toBeDisabled();
}

for (const [name, prepare] of [["with locks", () => {}], ["without locks, as over plain http", removeLocks]]) {
  test.describe(name, () => {
    test.beforeEach(({ context }) => context.addInitScript(prepare));

    test("the second tab reads and follows the first", async ({ context }) => {
      const first = await open(context);
      await box(first, "1.1.1").check();
      const second = await open(context);
      await reads(second);
      await writes(first);
      await expect(box(second, "1.1.1")).toBeChecked();
      await box(first, "1.1.2").check();
      await expect(box(second, "1.1.2")).toBeChecked();
      await second.page.keyboard.press("Control+z");
      await expect(box(second, "1.1.2")).toBeChecked();
      await first.app.undo.click();
      await expect(box(second, "1.1.2")).not.toBeChecked();
    });

    test("« Continuer ici » moves the pen, there and back, and loses nothing", async ({ context }) => {
      const first = await open(context);
      const second = await open(context);
      await reads(second);
      await box(first, "1.1.1").check();
      await goOn(second).click();
      await writes(second);
      await reads(first);
      await expect(box(second, "1.1.1")).toBeChecked();
      await box(second, "1.1.2").check();
      await second.app.hasSaved();
      await expect(box(first, "1.1.2")).toBeChecked();
      await goOn(first).click();
      await writes(first);
      await reads(second);
      await box(first, "1.1.3").check();
      await first.app.hasSaved();
      await first.app.reload();
      await expect(first.app.messages).not.toContainText("Une autre version");
      for (const item of ["1.1.1", "1.1.2", "1.1.3"]) await expect(box(first, item)).toBeChecked();
    });

    test("when the tab that writes is closed, one that reads takes the pen by itself", async ({ context }) => {
      const first = await open(context);
      const tabs = [await open(context), await open(context)];
      for (const tab of tabs) await reads(tab);
      await box(first, "1.1.1").check();
      await first.app.hasSaved();
      await first.page.close({ runBeforeUnload: true });
      const pens = () => Promise.all(tabs.map((tab) => tab.app.saveState.getAttribute("data-pen")));
      await expect.poll(async () => (await pens()).sort()).toEqual(["elsewhere", "here"]);
      const writer = tabs[(await pens()).indexOf("here")];
      await expect(box(writer, "1.1.1")).toBeChecked();
      await box(writer, "1.1.2").check();
      await writer.app.hasSaved();
    });
  });
}

test("a version that this tab never saw is kept as a dated copy, and a sentence says so", async ({ context, stores, page }) => {
  const first = await open(context);
  await box(first, "1.1.1").check();
  await first.app.hasSaved();
  const other = record(50, '{"format":"numea-dossier","version":1,"answers":{"1.1.4":{"note":"ailleurs"}}}');
  await page.goto("");
  await stores.putDatabase(other);
  await stores.putLocal(other);
  await box(first, "1.1.2").check();
  await first.app.hasSaved();
  await expect(first.app.messages).toContainText("Une autre version de ce dossier a été trouvée");
  await expect(first.app.messages).toContainText("gardée comme copie du");
  expect(await stores.everywhere()).toContain(other);
  expect(await stores.copies()).toHaveLength(1);
  await stores.agree();
  await first.app.reload();
  for (const item of ["1.1.1", "1.1.2"]) await expect(box(first, item)).toBeChecked();
});

test("with neither locks nor messages, tabs follow each other and nothing is lost", async ({ context }) => {
  await context.addInitScript(removeLocks);
  await context.addInitScript(() => { delete window.BroadcastChannel; });
  const [first, second] = [await open(context), await open(context)];
  await box(first, "1.1.1").check();
  await first.app.hasSaved();
  await expect(box(second, "1.1.1")).toBeChecked();
  await box(second, "1.1.2").check();
  await second.app.hasSaved();
  await expect(box(first, "1.1.2")).toBeChecked();
});

test("where nothing can be kept, no tab waits for another", async ({ context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
    Object.defineProperty(window, "indexedDB", { value: undefined });
  });
  for (const tab of [await open(context), await open(context)]) {
    await writes(tab);
    await box(tab, "1.1.1").check();
  }
});

// This runs in the page.

function removeLocks() {
  Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
}
