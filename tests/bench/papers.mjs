// Documents of the fullest dossier, given and taken back: the longest time that the page stands still for each.
import { readFile } from "node:fs/promises";
import { Stores, record } from "../e2e/pages/stores.mjs";
import { french } from "../e2e/support/browser.mjs";
import { dossierOf } from "./dossiers.mjs";
import { acted, watchTasks } from "./team.mjs";

/** What is given, by its handle. */
const GIVEN = ["workbook", "csv", "word-report", "word-schedule", "word-minutes"];

/** Of a dossier of this size. */
export async function papers(browser, host, size) {
  const context = await browser.newContext({ ...french, viewport: { width: 1366, height: 650 }, serviceWorkers: "block" });
  try {
    const tab = await context.newPage();
    const stores = new Stores(tab);
    const text = record(1, dossierOf(size));
    await tab.goto(host.address("numea"));
    await stores.leaveApp(host.address("numea"));
    await stores.putLocal(text);
    await stores.putDatabase(text);
    await tab.addInitScript(watchTasks);
    await tab.goto(`${host.address("numea")}#/documents`);
    await tab.locator("#import").waitFor();
    await tab.waitForTimeout(2_000);
    const figures = {};
    const files = {};
    for (const document of GIVEN) {
      const coming = tab.waitForEvent("download");
      const { longest } = await acted(tab, async () => {
        await tab.evaluate((name) => document.querySelector(`[data-document="${name}"]`).click(), document);
        files[document] = await (await coming).path();
      }, () => true);
      figures[`${document}, longest task, ms (under 50: 0)`] = longest;
    }
    for (const [name, document] of [["dossier.xlsx", "workbook"], ["dossier.csv", "csv"]]) {
      const buffer = await readFile(files[document]);
      figures[`${name}, kB`] = buffer.length / 1000;
      const { longest } = await acted(tab, () => tab.locator("#import").setInputFiles({ name, mimeType: "", buffer }), () => document.querySelector("[data-import-close]"));
      figures[`${name} read and compared, longest task, ms (under 50: 0)`] = longest;
      await tab.locator("[data-import-close]").click();
    }
    return figures;
  } finally {
    await context.close();
  }
}
