// Saving the dossier as a file, opening one, and the copies that this device keeps.
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";

const fixture = (name) => JSON.parse(readFileSync(new URL(`../../it/fixtures/${name}`, import.meta.url), "utf8"));

/** A dossier with everything: identity, answers, plan, and a member of a later version. Figures: 2, 1, 0 of 20. */
export const WHOLE = { ...fixture("dossier-1-plan.json"), ...fixture("dossier-1.json") };

export class Files {
  constructor(page) {
    this.page = page;
    this.save = page.getByRole("region", { name: "Télécharger une sauvegarde" }).getByRole("button", { name: "Télécharger une sauvegarde" });
    this.input = page.getByLabel("Fichier de sauvegarde (.json)");
    this.dropping = page.getByText("Déposez la sauvegarde ou le classeur : rien ne change sans votre accord.");
    this.notOpened = page.locator("#not-opened");
    this.wrong = page.getByRole("region", { name: "Ouvrir une sauvegarde" }).getByRole("alert");
    this.preview = page.locator("[data-opened]");
    this.copies = page.getByRole("region", { name: "Copies gardées sur cet appareil" });
    this.takeOver = page.getByRole("button", { name: "En faire mon dossier", exact: true });
  }

  /** Clicks a button that saves a file; gives its name and its text. */
  async saved(button = this.save) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }

  /** Chooses a file with this content. */
  async choose(content, name = "numea-essai.json") {
    const text = typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content);
    await this.input.setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  }

  /** Chooses a file of so many spaces, made in the page: sending it there takes seconds. */
  async chooseLarge(bytes) {
    await this.input.evaluate((input, bytes) => {
      const given = new DataTransfer();
      given.items.add(new File([new Uint8Array(bytes).fill(32)], "numea-essai.json", { type: "application/json" }));
      input.files = given.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }, bytes);
  }

  /** Drags these files of the computer over the page, and drops them. */
  async drop(...files) {
    const browser = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await browser.send("Input.dispatchDragEvent", { type, x: 300, y: 400, data });
      if (type === "dragOver") await expect(this.dropping).toBeVisible();
    }
    await expect(this.dropping).toBeHidden();
  }

  /** Makes what is read one's own; done once the copy of the dossier before is kept, and one's own is shown. */
  async makeOwn() {
    await this.takeOver.click();
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(/^Positionnement de l’établissement/);
  }

  /** Everything that localStorage and the database keep, as one text. */
  async everythingKept(stores) {
    return JSON.stringify([await this.page.evaluate(() => ({ ...localStorage })), await stores.everyInDatabase()]);
  }

  /** Checks that a file was refused with this sentence, and that nothing was opened. */
  async refuses(sentence) {
    await expect(this.wrong).toContainText(sentence);
    await expect(this.wrong).toContainText("Rien n’a été changé");
    await expect(this.preview).toHaveCount(0);
  }
}
