// « Aide »: every part has its address, the map has its links, the school notes its own contacts.
import { Help } from "./pages/help.mjs";
import { GLOSSARY, RESOURCES } from "./pages/official.mjs";
import { expect, test as base } from "./support/fixtures.mjs";

const test = base.extend({ help: async ({ page }, use) => use(new Help(page)) });

const PARTS = [
  ["Mode d’emploi", "#/aide/mode-d-emploi"],
  ["Accompagnement", "#/aide/accompagnement"],
  ["Glossaire", "#/aide/glossaire"],
  ["À propos", "#/aide/a-propos"],
];

test("every part is one click away, has an address of its own, and says so in the title of the window", async ({ page, app, help }) => {
  await app.open("#/aide");
  await expect(page).toHaveTitle(/^Aide – /);
  for (const [name, address] of PARTS) {
    await help.contents.getByRole("link", { name }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(page).toHaveTitle(new RegExp(`^${name} – `));
    await expect(help.title(name)).toBeFocused();
    await expect(help.title(name)).toBeInViewport();
    await expect(app.menu.getByRole("link", { name: "Aide" })).toHaveAttribute("aria-current", "page");
  }
  await page.goBack();
  await expect(page).toHaveURL(/#\/aide\/glossaire$/);
  await expect(help.contents.getByRole("link", { name: "À propos" }), "where one left").toBeFocused();
});

test("a part is reached from outside, and again once one has scrolled away", async ({ page, app, help }) => {
  for (const [name, address] of PARTS) {
    await page.goto("about:blank");
    await app.open(address);
    await expect(help.title(name)).toBeFocused();
    await expect(help.title(name)).toBeInViewport();
  }
  await app.open("#/aide/glossaire");
  await expect(help.title("Glossaire")).toBeFocused();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(help.title("Glossaire")).not.toBeInViewport();
  await help.contents.getByRole("link", { name: "Glossaire" }).click();
  await expect(help.title("Glossaire")).toBeInViewport();
});

test("the links of the source are with their actors, to the letter", async ({ app, help }) => {
  await app.open("#/aide/accompagnement");
  const addresses = await help.part("Accompagnement").getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")).filter((address) => !address.startsWith("#")));
  // The fifth link of the source's page stands in the guide too.
  const given = RESOURCES.filter(({ id, place }) => place === "support" || id === "numerique").map(({ url }) => url);
  expect(addresses.toSorted()).toEqual(given.toSorted());
  const credit = RESOURCES.find(({ place }) => place === "credit");
  await expect(help.part("À propos").getByRole("link", { name: "2020" })).toHaveAttribute("href", credit.url);
});

test("contacts are kept, undone one by one, and never in the share code", async ({ page, app, help }) => {
  await app.open("#/partage");
  const code = page.locator("[data-share-code]");
  const before = await code.inputValue();
  await app.open("#/aide/accompagnement");
  await help.contact("DRTIC").pressSequentially("Mme D., 01 23 45 67 89");
  await help.contact("Autres contacts").fill("Réseau documentaire\nAssociation");
  await app.hasSaved();
  await app.choose("Partage");
  await expect(code).toHaveValue(before);

  await app.open("#/aide/accompagnement");
  await app.reload();
  await expect(help.contact("DRTIC")).toHaveValue("Mme D., 01 23 45 67 89");
  await expect(help.contact("Autres contacts")).toHaveValue("Réseau documentaire\nAssociation");

  await help.contact("Maintenance").pressSequentially("Prestataire");
  await help.contact("DRTIC").fill("");
  await expect(app.undo).toHaveAccessibleName(/\(contacts de l’établissement\)$/);
  await app.undo.click();
  await expect(help.contact("DRTIC")).toHaveValue("Mme D., 01 23 45 67 89");
  await app.undo.click();
  await expect(help.contact("Maintenance")).toHaveValue("");
});

test("paper shows the contacts that were noted, and no form", async ({ page, app, help }) => {
  await app.open("#/aide/accompagnement");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Les contacts de votre établissement")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await help.contact("Maintenance").fill("Guichet");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("definition").filter({ hasText: "Guichet" })).toBeVisible();
  await expect(page.getByRole("term").filter({ hasText: "Référent régional" })).toHaveCount(1);
  await expect(help.contacts.getByRole("textbox")).toHaveCount(0);
});

test("the glossary has every word, and shows only those one looks for", async ({ app, help }) => {
  await app.open("#/aide/glossaire");
  await expect(help.words).toHaveText(GLOSSARY.map(({ term }) => term));
  await help.sought.fill("ELEVES");
  await expect(help.words.filter({ visible: true }).first()).toBeVisible();
  const left = await help.words.filter({ visible: true }).allTextContents();
  expect(left).toContain("élèves");
  expect(left).not.toContain("RGPD");
  await help.sought.fill("xyz");
  await expect(help.words.filter({ visible: true })).toHaveCount(0);
  await expect(help.part("Glossaire").getByRole("status")).toContainText("Aucun mot");
  await help.sought.fill("");
  await expect(help.words.filter({ visible: true })).toHaveCount(GLOSSARY.length);
});

test("the footer says the source, its year, the version and the licence", async ({ page, app }) => {
  await app.open("#/aide");
  const footer = page.getByRole("contentinfo");
  await expect(footer).toContainText(/NumEA-Établissement, 2020/);
  await expect(footer).toContainText(/Version \d+\.\d+\.\d+, licence MIT ou Apache 2\.0/);
});
