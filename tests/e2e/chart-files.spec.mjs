// The chart as files: real downloads, opened by a page that is not ours.
import { Documents } from "./pages/documents.mjs";
import { WHOLE } from "./pages/files.mjs";
import { FIELDS } from "./pages/official.mjs";
import { openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

const BUNDLE = /\/chart-[^/]*\.js$/;

test("the chart is given as SVG and as PNG: on white, with title, school, date and figures, and nothing from elsewhere", async ({ page, context, app, stores, positioning }) => {
  const documents = new Documents(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await openWith({ app, stores }, WHOLE, "#/positionnement");
  await positioning.isDrawn();
  const svg = await documents.download("chart-svg");
  expect(svg.name).toMatch(/^numea-eplefpa-des-trois-rivieres-\d{4}-\d\d-\d\d\.svg$/);
  await app.open("#/documents");
  const png = await documents.download("chart-png");
  expect(png.name).toBe(svg.name.replace(".svg", ".png"));

  const other = await context.newPage();
  const drawing = await other.evaluate(readDrawing, svg.bytes.toString("utf8"));
  expect(drawing.elements).toEqual(["g", "path", "polygon", "polyline", "rect", "svg", "text", "title"]);
  expect(drawing.addresses, "no other file, no other host").toEqual([]);
  expect(drawing.ground).toBe("#fff");
  for (const words of ["Positionnement NumEA-Établissement", "EPLEFPA des Trois Rivières", "Positionnement du 23 novembre 2026", "Étape 1 : 2 sur 20 – 10 %", "Étape 2 : 1 sur 20", "Étape 3 : 0 sur 20", "Chaque étape est comptée à part"]) {
    expect(drawing.words).toContain(words);
  }
  for (const { id, title } of FIELDS) {
    for (const word of `${id} ${title}`.split(/\s+/)) expect(drawing.words).toContain(word);
  }

  const picture = await other.evaluate(readPicture, png.bytes.toString("base64"));
  expect([picture.width, picture.height]).toEqual([2 * drawing.width, 2 * drawing.height]);
  expect(picture.corners, "white").toEqual([[255, 255, 255, 255], [255, 255, 255, 255]]);
  expect(picture.inked, "something is drawn").toBeGreaterThan(10_000);
});

test.describe("where the chart’s library cannot be had", () => {
  test.use({ allowed: [/chart-/] });

  test("one sentence says what to do, and the next press gives the file; without an answer, that there is nothing to draw", async ({ page, app, stores }) => {
    const documents = new Documents(page);
    await app.open("#/documents");
    await documents.button("chart-png").click();
    await expect(page.getByText("Aucun item n’est renseigné pour le moment : le graphique serait vide.")).toBeVisible();
    await page.route(BUNDLE, (route) => route.abort());
    await openWith({ app, stores }, WHOLE, "#/documents");
    await documents.button("chart-png").click();
    await expect(page.getByText("Le document n’a pas pu être préparé")).toBeVisible();
    await page.unrouteAll();
    expect((await documents.download("chart-png")).bytes.subarray(1, 4).toString()).toBe("PNG");
  });
});

/** Runs in another page: what an SVG says and names. */
function readDrawing(text) {
  const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
  const all = [...drawing.querySelectorAll("*")];
  const values = all.flatMap((one) => [...one.attributes]).filter(({ name }) => name !== "xmlns").map(({ name, value }) => `${name}=${value}`);
  const root = drawing.documentElement;
  return {
    elements: [...new Set(all.map((one) => one.localName))].sort(),
    addresses: values.filter((value) => /^(on|href|src|xlink)|url\(|\/\/|script:/.test(value)),
    ground: drawing.querySelector("rect").getAttribute("fill"),
    width: Number(root.getAttribute("width")),
    height: Number(root.getAttribute("height")),
    words: [...drawing.querySelectorAll("text")].map((one) => one.textContent).join(" ").replace(/\s+/g, " "),
  };
}

/** Runs in another page: the size of a picture, its first and last pixel, and how many are not white. */
async function readPicture(base64) {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const { width, height } = image;
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let inked = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] < 200) inked += 1;
  return { width, height, corners: [[...data.slice(0, 4)], [...data.slice(-4)]], inked };
}
