// What is typed or pasted: nothing is cut in silence, and nothing that is kept goes by typing.
import { expect, test } from "./support/fixtures.mjs";

/** Screens with every field that is kept, and how many of them take text. */
const FORMS = [
  { address: "#/etablissement", fields: 4 },
  { address: "#/objectifs/1", fields: 5 },
  { address: "#/aide/accompagnement", fields: 7 },
  { address: "#/questionnaire/1.1", fields: 10 },
];
const SAID = /^(\d[\d\s]*)\scaractères?\sde\strop\s: seuls les (\d[\d\s]*)\spremiers sont gardés\. Ne sera pas gardé\s: «\s.+\s»\.$/;

const number = (text) => Number(text.replace(/\s/g, ""));

/** Pastes this text into the field, as a person does. */
async function paste(page, field, text) {
  await field.focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("ControlOrMeta+v");
}

/** The sentence beside a field, which is also heard with it. */
async function saidOf(page, field) {
  const ids = (await field.getAttribute("aria-describedby")).split(" ");
  return page.locator(`#${ids.at(-1).replaceAll(".", "\\.")}`);
}

test("no field cuts a text in silence: what is over stays in sight, and is said", async ({ page, app, objectives, stores }) => {
  await app.open("#/objectifs");
  await objectives.write("1.1", "Former");
  for (const { address, fields } of FORMS) {
    await app.open(address);
    await page.locator("main details").evaluateAll((all) => all.forEach((details) => { details.open = true; }));
    const all = page.locator("main :is(textarea, input:not([type=checkbox], [type=radio], [type=date], [type=search], [type=file]))").filter({ visible: true });
    await expect(all, address).toHaveCount(fields);
    const ids = await all.evaluateAll((fields) => fields.map((field) => field.id));
    expect(await all.evaluateAll((fields) => fields.filter((field) => field.hasAttribute("maxlength")).map(({ id }) => id)), "browsers cut without a word").toEqual([]);
    const given = [];
    for (const id of ids) {
      const field = page.locator(`[id="${id}"]`);
      const long = `${id} ${"é🚜 ".repeat(1700)}fin`;
      await field.fill(long);
      await expect(field).toHaveAttribute("aria-invalid", "true");
      const said = await saidOf(page, field);
      await expect(said).toHaveText(SAID);
      const [, over, kept] = SAID.exec(await said.textContent());
      expect(number(over) + number(kept), id).toBe([...long].length);
      given.push({ field, said, long, start: JSON.stringify([...long].slice(0, number(kept)).join("")) });
    }
    await app.heading.focus();
    await app.hasSaved();
    const lost = async () => {
      const { body } = JSON.parse(await stores.database());
      return given.filter(({ start }) => !body.includes(start)).map(({ long }) => long.slice(0, 30));
    };
    await expect.poll(lost, "what is said to be kept is kept, and no more").toEqual([]);
    for (const { field, said, long } of given) {
      await expect(field, "it stays once the field is left").toHaveValue(long);
      await field.fill("court");
      await expect(said).toHaveText("");
      await expect(field).not.toHaveAttribute("aria-invalid");
    }
  }
});

test("five thousand letters pasted into a note stay in sight, and undoing takes them back whole", async ({ page, app, questionnaire, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.open("#/questionnaire/1.1");
  const { note, notesTitle } = questionnaire.item("1.1.1");
  await notesTitle.click();
  await paste(page, note, "a".repeat(5000));
  await expect(note).toHaveValue("a".repeat(5000));
  await expect(await saidOf(page, note)).toContainText("1 000 caractères de trop : seuls les 4 000 premiers sont gardés.");
  await note.press("End");
  await note.press("Backspace");
  await expect(await saidOf(page, note)).toContainText("999 caractères de trop");
  await app.undo.click();
  await expect(note).toHaveValue("");
  await expect(await saidOf(page, note)).toHaveText("");
  await app.redo.click();
  await expect(note).toHaveValue("a".repeat(4000));
});

test("lines pasted into a field of one line are all there, and said", async ({ page, app, objectives, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  await paste(page, objectives.lead, "Adjointe\r\n\nProfesseur TIM\nGestionnaire\n");
  await expect(objectives.lead).toHaveValue("Adjointe, Professeur TIM, Gestionnaire");
  await expect(await saidOf(page, objectives.lead)).toHaveText("3 lignes collées : elles sont mises bout à bout, ce champ n’en a qu’une.");
  await objectives.lead.press("!");
  await expect(await saidOf(page, objectives.lead)).toHaveText("");
});

test("several links pasted or typed into one field become several proofs", async ({ page, app, questionnaire, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.open("#/questionnaire/1.1");
  const item = questionnaire.item("1.1.1");
  await item.notesTitle.click();
  const shown = item.proofs.locator("visible=true");
  const values = () => shown.evaluateAll((fields) => fields.map((field) => field.value));
  const proof = (place) => shown.nth(place);
  await paste(page, proof(0), "https://a.exemple.fr/1\nhttps://b.exemple.fr/2");
  await expect.poll(values).toEqual(["https://a.exemple.fr/1", "https://b.exemple.fr/2", ""]);
  await expect(item.card.getByText("2 liens rangés, un par champ.")).toBeVisible();
  await proof(2).fill("https://c.exemple.fr/ https://d.exemple.fr/");
  await proof(2).blur();
  await expect.poll(values).toEqual(["https://a.exemple.fr/1", "https://b.exemple.fr/2", "https://c.exemple.fr/", "https://d.exemple.fr/", ""]);
  await paste(page, proof(4), Array.from({ length: 8 }, (_, place) => `https://e.exemple.fr/${place}`).join("\n"));
  await expect(item.card.getByText(/^6\sliens rangés, un par champ\. 2\sliens de trop\s: .* https:\/\/e\.exemple\.fr\/6 https:\/\/e\.exemple\.fr\/7$/)).toBeVisible();
});

test("a date that is none is said and not kept, and never unsets a good one; a year far off is questioned", async ({ page, app, objectives }) => {
  await page.clock.setFixedTime(new Date("2026-11-24T10:00:00+01:00"));
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  const { due, means } = objectives;
  const said = await saidOf(page, due);
  const field = page.locator(".form-field", { has: due });
  // The browser's own language says which part comes first.
  await due.focus();
  await page.keyboard.type("11122027");
  const isMonthFirst = (await due.inputValue()) === "2027-11-12";
  /** Types the parts of a date one after the other, then leaves the field. */
  const type = async (day, month, year) => {
    await means.focus();
    await due.focus();
    await page.keyboard.type((isMonthFirst ? month + day : day + month) + year);
    await means.focus();
  };
  await due.focus();
  await due.fill("");
  await means.focus();
  await expect(said).toHaveText("Date effacée.");
  await expect(field).not.toContainText("2027");

  await type("31", "06", "2027");
  await expect(said).toHaveText("Date inexistante ou incomplète : non gardée.");
  await expect(due).toHaveAttribute("aria-invalid", "true");
  await type("30", "06", "2027");
  await expect(said).toHaveText("");
  await expect(due).not.toHaveAttribute("aria-invalid");
  await expect(field).toContainText("30 juin 2027");

  await type("31", "06", "");
  await expect(said).toHaveText("Date inexistante ou incomplète : non gardée. La date écrite dessous reste gardée.");
  await expect(field).toContainText("2027");
  await type("30", "06", "27");
  await expect(said).toHaveText("Date incomplète, son année s’écrit en quatre chiffres : non gardée. La date écrite dessous reste gardée.");
  await expect(due, "in sight as it was typed").toHaveValue("0027-06-30");
  await expect(field).toContainText("2027");
  await type("30", "06", "20281");
  await expect(said, "a fifth digit").toContainText("La date écrite dessous reste gardée.");
  await expect(field).toContainText("30 juin 2028");
  await type("30", "06", "2072");
  await expect(said).toHaveText("");
  await expect(field).toContainText("30 juin 2072 : dans 46 ans. Est-ce bien l’année voulue ?");
  await app.reload();
  await expect(due, "questioned, not locked").toHaveValue("2072-06-30");
});
