// « Équipe »: gathering what five people answered, reading where they differ, deciding, projecting, minutes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Answering } from "./pages/answering.mjs";
import { App } from "./pages/app.mjs";
import { ITEMS } from "./pages/official.mjs";
import { Team } from "./pages/team.mjs";
import { FIVE, ROLES, code } from "./support/answers.mjs";
import { french } from "./support/browser.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { noReader, print } from "./support/paper.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WORDS = { teachers: "Enseignants", "school-life": "Vie scolaire", administration: "Administration", pupils: "Élèves" };
const RUBBISH = "Bonjour,\nvoici mes réponses : ";

test.use({ reducedMotion: "reduce" });
test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-11-27T10:00:00+01:00"));
});

test("five people answer by link in five browsers; the director pastes all with rubbish, reveals, agrees, projects and prints minutes", async ({ page, app, browser, baseURL }, testInfo) => {
  const team = new Team(page);
  await app.open("#/partage");
  await expect(app.menu.getByRole("link", { name: "Équipe" })).toHaveCount(0);
  await page.getByRole("link", { name: "Faire répondre l’équipe…" }).click();
  await expect(app.heading).toHaveText("Équipe");
  await expect(app.menu.getByRole("link", { name: "Équipe" })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  const invitation = await team.invite(["1.1"], "Lycée agricole du Val d’Aubrac");
  const answered = await Promise.all(FIVE.map((one) => answer(browser, { baseURL, invitation }, one)));
  const codes = answered.map(([first]) => first);
  const newer = answered[0][1];
  const pasted = [RUBBISH, codes[2], `https://ecole.test/#/c/${codes[0]}`, codes[4], "4QAAAAAAAAAAAAAAAAAAAAAAAAAA", codes[1], codes[3], codes[1], newer, "À bientôt"].join("\n");
  await team.add(pasted);
  await expect(team.report).toHaveText("5 réponses ajoutées, 1 remplacée, 1 déjà connue, 1 refusée.");
  await expect(team.lines).toHaveCount(8);
  await expect(team.lines.filter({ hasText: "abîmé" })).toHaveCount(1);
  await expect(team.received).toHaveCount(5);

  await expect(team.spreads, "hidden until revealed").toHaveCount(0);
  expect((await team.order())[0]).toBe("1.1.1");
  await team.reveal.click();
  expect((await team.order())[0], "the largest disagreement first").toBe("1.1.3");
  await expect(team.spread("1.1.3/1")).toHaveText("Étape 1 : 4 sur 5");
  await expect(team.spread("1.1.3/2")).toHaveText("Étape 2 : 2 sur 5");
  await expect(team.spread("1.1.2/1")).toHaveText("Étape 1 : 5 sur 5");
  await page.getByLabel("Montrer les réponses de").selectOption({ label: "Vie scolaire" });
  await expect(team.spread("1.1.3/1"), "a role of one person is folded").toHaveText("Étape 1 : 4 sur 5");
  await expect(page.locator("article").filter({ has: team.agreed("1.1.3") })).toContainText("comptées dans l’ensemble");
  expect(await violations(page)).toEqual([]);

  const agreed = team.agreed("1.1.3");
  await expect(agreed).toContainText("à décider");
  await expect(agreed.getByRole("button").first()).toHaveText(/^Retenir cette réponse/);
  await agreed.getByRole("button", { name: "Reprendre la majorité" }).click();
  await expect(team.box("1.1.3", 1)).toBeChecked();
  await expect(team.box("1.1.3", 2)).not.toBeChecked();
  await expect(agreed).toContainText("retenue le 27 novembre 2026");
  await app.undo.click();
  await expect(team.box("1.1.3", 1), "one edit").not.toBeChecked();
  await expect(agreed).toContainText("à décider");

  await page.getByRole("link", { name: "Projeter l’item 1.1.3" }).click();
  await expect(app.heading).toHaveText("1.1.3 La charte numérique");
  await expect(app.header, "nothing but the item is projected").toBeHidden();
  await expect(team.spreads).toHaveCount(0);
  await page.keyboard.press("Space");
  await expect(team.spread("1.1.3/1")).toHaveText(/^4 sur 5/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("1");
  await expect(team.box("1.1.3", 1)).toBeChecked();
  await page.getByLabel(/^Motif/).fill("La charte est signée.");
  await page.getByRole("button", { name: "Retenir et continuer" }).click();
  await expect(app.heading).toHaveText(/^1\.1\.4 /);
  await page.keyboard.press("PageDown");
  await expect(app.heading).toHaveText(/^1\.1\.5 /);
  await page.keyboard.press("PageUp");
  await page.keyboard.press("r");
  await expect(team.agreed("1.1.4"), "four people spoke: only what is decided is projected").toContainText("Moins de cinq réponses");
  await expect(team.spreads).toHaveCount(0);

  await app.open("#/reunion");
  await page.getByLabel("Qui est là, par fonction").fill("Direction, CPE");
  const row = page.getByRole("row").filter({ hasText: "1.1.3 La charte numérique" });
  await expect(row).toContainText("Étape 1");
  await expect(row).toContainText("La charte est signée.");
  expect(await violations(page)).toEqual([]);
  await expect(page.getByRole("button", { name: "Télécharger pour Word (.docx)" })).toBeVisible();
  if (!noReader[0]) {
    const paper = await print(page, testInfo);
    paper.holds("Direction, CPE", "1.1.3 La charte numérique", "La charte est signée.", "Étape 1");
    paper.holdsNot("Projeter depuis un autre ordinateur", "Touches d’une lettre");
  }

  await app.open("#/questionnaire/1.1");
  await expect(team.box("1.1.3", 1), "the agreed answer is the dossier's own").toBeChecked();
});

test("answers outlive the page, one can be taken out and had back, and erasing takes them all and gives them back", async ({ page, app }) => {
  const team = new Team(page);
  await app.open("#/equipe");
  await team.add(FIVE.map(code).join(" "));
  await expect(team.received).toHaveCount(5);
  await app.reload();
  await expect(team.received).toHaveCount(5);
  const other = await page.context().newPage();
  const elsewhere = new Team(other);
  await other.goto("#/equipe");
  await expect(elsewhere.received, "a tab that reads shows them").toHaveCount(5);
  await expect(elsewhere.codes, "and takes none").toBeDisabled();
  await team.received.first().getByRole("button", { name: /^Retirer cette réponse/ }).click();
  await expect(team.received).toHaveCount(4);
  await expect(elsewhere.received, "it follows what the other tab does").toHaveCount(4);
  await page.getByRole("button", { name: /^Annuler le retrait/ }).click();
  await expect(team.received).toHaveCount(5);
  await expect(elsewhere.received).toHaveCount(5);
  await other.close();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger les réponses" }).click();
  const file = await (await download).path();
  expect(readFileSync(file, "utf8").trim().split("\n").sort()).toEqual(FIVE.map(code).sort());

  const erase = async () => {
    await app.choose("Partage");
    await page.getByRole("button", { name: "Effacer de cet appareil…" }).click();
    await page.getByRole("button", { name: "Oui, tout effacer de cet appareil" }).click();
    await expect(app.heading).toHaveText(/Où en est/);
    await expect(app.menu.getByRole("link", { name: "Équipe" })).toHaveCount(0);
  };
  await erase();
  await app.messages.getByRole("button", { name: "Annuler l’effacement" }).click();
  await app.choose("Équipe");
  await expect(team.received).toHaveCount(5);
  await erase();
  await app.open("#/equipe");
  await expect(app.heading).toHaveText("Équipe");
  await expect(team.received).toHaveCount(0);
  await page.getByLabel("Fichiers de réponses").setInputFiles({ name: "reponses.txt", mimeType: "text/plain", buffer: readFileSync(file) });
  await expect(team.received).toHaveCount(5);
  await expect(team.report).toHaveText("5 réponses ajoutées.");
});

test("two hundred answers are gathered, revealed, decided and projected, and an edit writes none of them again", async ({ page, app, questionnaire, stores }) => {
  const team = new Team(page);
  await app.open("#/equipe");
  const said = (number, place) => ((number + place) % 4 ? [1, 2, 3].filter((stage) => (number >> stage) % 2) : "none");
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  const many = numbers.map((number) => code({
    id: 0x2000 + number,
    role: ROLES[number % 5],
    said: Object.fromEntries(ITEMS.map(({ id }, place) => [id, said(number, place)])),
  }));
  const answers = numbers.map((number) => said(number, ITEMS.findIndex(({ id }) => id === "1.1.3"))).filter((one) => one.length > 0);
  await team.add(many.join("\n"));
  await expect(team.received).toHaveCount(200);
  await team.reveal.click();
  await expect(team.spread("1.1.3/1")).toHaveText(`Étape 1 : ${answers.filter((one) => one.includes(1)).length} sur ${answers.length}`);
  await page.locator('[data-agreed="1.1.3"] button:nth-of-type(2)').click();
  await expect(page.locator('[data-agreed="1.1.3"][data-decided]')).toBeVisible();
  await app.open("#/reunion/1.1.3");
  await team.reveal.click();
  await expect(team.spread("1.1.3/1")).toBeVisible();
  // What an edit writes holds the dossier, and no answer of anybody.
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  const kept = await stores.local();
  expect(many.filter((one) => kept.includes(one))).toEqual([]);
  expect(kept.length).toBeLessThan(2_000);
});

test("on a phone of 360 pixels nothing is wider than the screen, and everything is reached by keyboard", async ({ page, app }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const team = new Team(page);
  await app.open("#/equipe");
  await team.add(FIVE.map(code).join("\n"));
  await team.reveal.focus();
  await page.keyboard.press("Enter");
  await expect(team.spread("1.1.3/1")).toBeVisible();
  for (const address of ["#/equipe", "#/reunion/1.1.3", "#/reunion/1.1.1", "#/reunion"]) {
    await app.open(address);
    await expect(app.heading).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBe(0);
  }
});

test("a meeting that nobody answered for yet is of use, and follows what another tab receives, decides and writes", async ({ page, app, context }) => {
  const team = new Team(page);
  await app.open("#/equipe");
  const wall = await context.newPage();
  const [there, projected] = [new App(wall), new Team(wall)];
  await there.open("#/reunion/1.1.3");
  await projected.reveal.click();
  await expect(projected.box("1.1.3", 1)).toBeVisible();
  await expect(projected.spreads).toHaveCount(0);
  await team.add(FIVE.map(code).join("\n"));
  await expect(team.received).toHaveCount(5);
  await expect(projected.spread("1.1.3/1")).toHaveText(/^4 sur 5/);
  // An answer that is taken out leaves what is projected, and comes back there.
  await page.locator("[data-contribution] button").first().click();
  await expect(team.received).toHaveCount(4);
  await expect(projected.spreads).toHaveCount(0);
  await page.locator(".contrib__back").click();
  await expect(projected.spread("1.1.3/1")).toHaveText(/^4 sur 5/);
  await team.box("1.1.3", 1).check();
  await team.agreed("1.1.3").getByLabel(/^Motif/).fill("La charte est signée.");
  await team.agreed("1.1.3").getByRole("button", { name: /^Retenir cette réponse/ }).click();
  await expect(projected.box("1.1.3", 1)).toBeChecked();
  await expect(projected.agreed("1.1.3").getByLabel(/^Motif/)).toHaveValue("La charte est signée.");
  await there.open("#/reunion");
  await expect(wall.getByRole("row").filter({ hasText: "1.1.3" })).toContainText("La charte est signée.");
  await app.open("#/reunion");
  await page.getByLabel("Qui est là, par fonction").fill("direction, CPE");
  await expect(wall.getByLabel("Qui est là, par fonction")).toHaveValue("direction, CPE");
});

test("the meeting moves to the computer that projects, by a link or by codes, and its decisions come back alone", async ({ page, app, questionnaire, browser, baseURL }) => {
  const team = new Team(page);
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(2).check();
  await app.open("#/equipe");
  await team.add(FIVE.map(code).join(" "));
  await expect(team.received).toHaveCount(5);
  await app.open("#/reunion");
  const moving = page.getByText("Projeter depuis un autre ordinateur");
  await moving.click();
  const link = await page.locator("[data-meeting-link]").inputValue();
  const codes = await page.locator("[data-meeting-codes]").inputValue();
  expect(await violations(page)).toEqual([]);

  // By the codes alone.
  const byCodes = await browser.newContext({ ...french, baseURL });
  const typed = await byCodes.newPage();
  await new App(typed).open("#/equipe");
  await new Team(typed).add(codes);
  await expect(new Team(typed).received).toHaveCount(5);
  await byCodes.close();

  // By the link; what is decided there goes back by a link.
  const room = await browser.newContext({ ...french, baseURL });
  const wall = await room.newPage();
  const [there, projected] = [new App(wall), new Team(wall)];
  await there.open(link);
  await expect(there.heading).toHaveText("Des réponses individuelles");
  await expect(wall.getByText("Ce lien contient 5 réponses individuelles.")).toBeVisible();
  expect(await violations(wall)).toEqual([]);
  await wall.getByRole("button", { name: "Ajouter aux réponses de l’équipe" }).click();
  await expect(wall.getByText("5 réponses ajoutées.")).toBeVisible();
  await there.open("#/reunion/1.1.3");
  await projected.reveal.click();
  await expect(projected.spread("1.1.3/1")).toHaveText(/^4 sur 5/);
  await projected.box("1.1.3", 1).check();
  await wall.getByLabel(/^Motif/).fill("La charte est signée.");
  await wall.getByRole("button", { name: "Retenir et continuer" }).click();
  await expect(there.heading).toHaveText(/^1\.1\.4 /);
  await there.open("#/reunion");
  await wall.getByText("Projeter depuis un autre ordinateur").click();
  await wall.getByRole("button", { name: "Afficher le lien des décisions" }).click();
  const back = await wall.locator("[data-decisions-link]").inputValue();
  await room.close();

  await app.open("#/partage");
  await page.getByLabel("Lien ou code reçu").fill(back.split("#/d/")[1]);
  await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(page.locator("[data-opened]")).toBeVisible();
  await page.getByRole("button", { name: "Reprendre 1 réponse retenue" }).click();
  const row = page.getByRole("row").filter({ hasText: "1.1.3 La charte numérique" });
  await expect(row).toContainText("La charte est signée.");
  await app.open("#/questionnaire/1.1");
  await expect(team.box("1.1.3", 1)).toBeChecked();
  await expect(team.box("1.1.2", 2), "what was not decided there stays").toBeChecked();
  await app.undo.click();
  await expect(team.box("1.1.3", 1), "one edit").not.toBeChecked();
  await expect(team.box("1.1.2", 2)).toBeChecked();
  await app.open(back);
  await expect(page.locator("[data-take-decisions]"), "offered again as long as it changes something").toBeVisible();
});

/** One person answers the invitation in a browser of her own; the codes that she sends. The first one corrects herself and sends again. */
async function answer(browser, { baseURL, invitation }, { role = "teachers", said }) {
  const context = await browser.newContext({ ...french, baseURL, reducedMotion: "reduce", serviceWorkers: "block" });
  const page = await context.newPage();
  const answering = new Answering(page);
  await answering.open(invitation);
  await page.getByRole("radio", { name: WORDS[role] }).check();
  await answering.begin.click();
  for (const [item, of] of Object.entries(said)) {
    if (Array.isArray(of)) for (const stage of of) await answering.box(item, stage).check();
    else await answering.state(item, of).check();
  }
  await answering.toTheEnd();
  const codes = [await answering.code.inputValue()];
  if (role === "teachers" && said["1.1.4"] === "none") {
    await page.getByRole("button", { name: "Revenir à mes réponses" }).click();
    await answering.state("1.1.5", "unknown").check();
    await answering.toTheEnd();
    codes.push(await answering.code.inputValue());
  }
  await context.close();
  return codes;
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run({ runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } }));
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
}
