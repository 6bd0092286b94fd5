// What the host says of itself in site.json: shown where it belongs, and never in the way.
import { Notices } from "./pages/notices.mjs";
import { expect, test as base } from "./support/fixtures.mjs";

const test = base.extend({ notices: async ({ page }, use) => use(new Notices(page)) });

const FILLED = {
  editeur: "EPLEFPA du Val, 1 rue du Lycée",
  direction_de_la_publication: "La directrice",
  hebergeur: "Hébergeur SA",
  contact_accessibilite: "acces@exemple.fr",
  contact_donnees: "https://exemple.fr/donnees",
  contacts_regionaux: ["DRTIC de la région : drtic@exemple.fr, 01 23 45 67 90.", "Guichet : 01 23 45 67 89"],
};
const FACTS = Object.keys(FILLED).slice(0, 5);
const HOSTILE = "<img src=x onerror=\"console.error('run')\"><script>console.error('run')</script>";

/** The host's file for this test. */
async function says(page, body, status = 200) {
  await page.route("**/site.json", (route) => route.fulfill({ status, body: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body) }));
}

test("the notices and the statement are one click away from everywhere, at the foot and in « À propos »", async ({ page, app }) => {
  for (const place of [page.getByRole("contentinfo"), page.getByRole("region", { name: "À propos" })]) {
    for (const [name, title] of [["Mentions légales", "Mentions légales"], ["Accessibilité", "Accessibilité"]]) {
      await app.open("#/aide");
      await place.getByRole("link", { name }).click();
      await expect(app.heading).toHaveText(title);
      await expect(app.heading).toBeFocused();
    }
  }
  await expect(page.getByRole("main")).toContainText("Non auditée");
  await expect(page.getByRole("main")).toContainText("Défenseur des droits");
});

test("a host that has said nothing yet is told so, and the screens are whole", async ({ page, app, notices }) => {
  await app.open("#/mentions");
  await expect(notices.trouble).toContainText("le fichier site.json est encore vide");
  for (const fact of ["editeur", "direction_de_la_publication", "hebergeur", "contact_donnees"]) {
    await expect(notices.fact(fact)).toContainText("Non renseigné");
  }
  await expect(page.getByRole("region", { name: "Données personnelles" })).toContainText("Rien n’est envoyé");
  await app.open("#/accessibilite");
  await expect(notices.fact("contact_accessibilite")).toContainText("Non renseigné");
  await app.open("#/aide/accompagnement");
  await expect(page.getByRole("group", { name: "Les contacts de votre établissement" })).toBeVisible();
  await expect(notices.regional).toHaveCount(0);
});

test("what the host says is shown where it belongs, its addresses as links", async ({ page, app, notices }) => {
  await says(page, FILLED);
  await app.open("#/mentions");
  for (const fact of ["editeur", "direction_de_la_publication", "hebergeur"]) await expect(notices.fact(fact)).toHaveText(FILLED[fact]);
  const data = notices.fact("contact_donnees").getByRole("link");
  await expect(data).toHaveAttribute("href", FILLED.contact_donnees);
  await expect(data).toHaveAttribute("rel", /noopener/);
  await expect(data).toContainText("nouvel onglet");
  await expect(notices.trouble).toHaveCount(0);
  await app.open("#/accessibilite");
  await expect(notices.fact("contact_accessibilite").getByRole("link")).toHaveAttribute("href", "mailto:acces@exemple.fr");
  await app.open("#/aide/accompagnement");
  await expect(notices.contact("DRTIC")).toHaveText(FILLED.contacts_regionaux[0]);
  await expect(notices.contact("DRTIC").getByRole("link")).toHaveText("drtic@exemple.fr");
  await expect(notices.contact("DRTIC").getByRole("link")).toHaveAttribute("href", "mailto:drtic@exemple.fr");
  await expect(notices.contact("Guichet").getByRole("link")).toHaveCount(0);
  const order = await page.getByRole("region", { name: "Accompagnement" }).getByRole("heading", { level: 3 }).allTextContents();
  expect(order.indexOf("Les contacts de votre région")).toBe(order.indexOf("Les contacts de votre établissement") - 1);
});

for (const [what, body, sentence] of [
  ["cut short", "{\"editeur\": \"EPL", "ne se lit pas"],
  ["another page", "<!doctype html><title>x</title>", "n’a pas été trouvé"],
  ["saved in another encoding", Buffer.from("{\"editeur\": \"Lyc\xe9e\"}", "latin1"), "UTF-8"],
  ["of 65 kB", `{"editeur": "${"x".repeat(65_000)}"}`, "64 ko"],
  ["with a member of the wrong kind", { ...FILLED, contacts_regionaux: "x" }, "contacts_regionaux"],
]) {
  test(`a file that is ${what}: the page works and tells the host what is wrong`, async ({ page, app, notices, questionnaire }) => {
    await says(page, body);
    await app.open("#/mentions");
    await expect(notices.trouble).toContainText(sentence);
    await app.open("#/aide");
    await expect(notices.regional).toHaveCount(0);
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
  });
}

test.describe("without the file", () => {
  // The browser itself reports what a host does not have.
  test.use({ allowed: [/404.*site\.json/] });

  test("the page works, and tells the host", async ({ page, app, notices }) => {
    await says(page, "", 404);
    await app.open("#/mentions");
    await expect(notices.trouble).toContainText("n’a pas été trouvé");
    await expect(notices.fact("editeur")).toContainText("Non renseigné");
    await app.open("#/aide");
    await expect(app.heading).toHaveText("Aide");
  });
});

test("hostile words are words: nothing runs, and nothing leads elsewhere", async ({ page, app, notices }) => {
  const hostile = Object.fromEntries(FACTS.map((fact) => [fact, HOSTILE]));
  await says(page, {
    ...hostile,
    contact_donnees: "javascript:console.error('run')",
    contacts_regionaux: [`${HOSTILE} data:text/html,<script>1</script>`, "x".repeat(5000)],
    __proto__: { polluted: true },
  });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [address, fact] of [["#/mentions", "editeur"], ["#/accessibilite", "contact_accessibilite"]]) {
    await app.open(address);
    await expect(notices.fact(fact)).toHaveText(HOSTILE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await app.open("#/mentions");
  await expect(notices.fact("contact_donnees")).toHaveText("javascript:console.error('run')");
  await expect(notices.fact("contact_donnees").getByRole("link")).toHaveCount(0);
  await app.open("#/aide/accompagnement");
  await expect(notices.contact(HOSTILE)).toContainText("data:text/html");
  await expect(notices.contact(HOSTILE).getByRole("link")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("the file is asked for only by the screens that show it", async ({ page, app }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  await app.open("#/questionnaire/1.1");
  await app.choose("Positionnement");
  await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
  expect(asked.filter((name) => name === "site.json")).toEqual([]);
  await app.choose("Aide");
  await expect.poll(() => asked.filter((name) => name === "site.json").length).toBe(1);
});
