// Phones held before the camera of the director's computer, one after the other: a film made from their codes.
import { createServer } from "node:http";
import { chromium } from "@playwright/test";
import { Answering, INVITATIONS } from "./pages/answering.mjs";
import { FIVE, code } from "./support/answers.mjs";
import { french, launchOptions } from "./support/browser.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { blurred, film, nothing, picture } from "./support/video.mjs";

/** What a respondent's phone shows on « Envoyer ». */
async function answered(page, answering, item) {
  await answering.begin.click();
  await answering.state(item, "unknown").check();
  await answering.toTheEnd();
  return page.locator("[data-qr]").evaluate((code) => ({ viewBox: code.getAttribute("viewBox"), path: code.querySelector("path").getAttribute("d") }));
}

async function openCamera(page, address) {
  await page.goto(address);
  await expect(page.locator("html[data-ready]")).toBeAttached({ timeout: 15_000 });
  await page.locator("[data-camera]").click();
}

test("phones held before the camera are added one after the other without a click, each said once", async ({ page, baseURL }, info) => {
  test.slow();
  const answering = new Answering(page);
  await answering.open(INVITATIONS.team);
  const codes = [];
  for (const item of ["2.1.1", "2.1.2", "2.1.1"]) {
    codes.push(await answered(page, answering, item));
    await answering.leave("another");
  }
  await page.goto("#/partage");
  await page.getByRole("button", { name: "Afficher le QR code" }).click();
  const positioning = await page.locator("[data-qr]").evaluate((code) => ({ viewBox: code.getAttribute("viewBox"), path: code.querySelector("path").getAttribute("d") }));

  const [first, second, third, other] = [...codes, positioning].map(picture);
  const file = info.outputPath("codes.y4m");
  film(file, [
    { luma: nothing(), frames: 8 },
    { luma: first, frames: 12 },
    { luma: blurred(second), frames: 6 },
    { luma: second, frames: 12 },
    { luma: other, frames: 12 },
    { luma: third, frames: 12 },
    { luma: nothing(), frames: 30 },
    { luma: first, frames: 12 },
    { luma: nothing(), frames: 600 },
  ]);
  const args = [...(launchOptions.args ?? []), "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`];
  const browser = await chromium.launch({ ...launchOptions, args });
  try {
    const context = await browser.newContext({ ...french, baseURL });
    const desk = await context.newPage();
    const requests = [];
    desk.on("request", (request) => { if (request.method() !== "GET") requests.push(request.url()); });
    await openCamera(desk, "#/equipe");
    await expect(desk.locator("[data-camera-state]")).toHaveAttribute("data-camera-state", "on");
    const said = desk.locator(".camera__said li");
    await expect(said).toHaveCount(5, { timeout: 45_000 });
    // The last first.
    await expect(said.nth(4)).toHaveText("1re réponse, Enseignants.");
    await expect(said.nth(3)).toHaveText("2e réponse, Enseignants.");
    await expect(said.nth(2)).toContainText("positionnement");
    await expect(said.nth(1)).toHaveText("3e réponse, Enseignants.");
    await expect(said.nth(0)).toHaveText("Déjà reçue, Enseignants.");
    await expect(desk.locator("[data-contribution]")).toHaveCount(3);
    expect(requests, "nothing is sent").toEqual([]);
    // Left open, it is closed with the screen.
    await desk.goto("#/aide");
    expect(await desk.evaluate(() => document.querySelectorAll("video").length)).toBe(0);
  } finally {
    await browser.close();
  }
});

test("a camera that cannot be had says why, and the other ways", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "isSecureContext", { get: () => window.name !== "http" });
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", window.name));
  });
  await openCamera(page, "#/equipe");
  const [state, camera] = [page.locator("[data-camera-state]"), page.locator("[data-camera]")];
  for (const [name, word, sentence] of [
    ["NotAllowedError", "refused", /n’est pas autorisée pour cette page/],
    ["NotFoundError", "missing", /Aucune caméra n’a été trouvée/],
    ["OverconstrainedError", "missing", /Aucune caméra n’a été trouvée/],
    ["NotReadableError", "busy", /prise par un autre programme.*fermez-le, puis recommencez/],
    ["AbortError", "busy", /prise par un autre programme/],
    ["http", "insecure", /servie en http simple/],
  ]) {
    await page.evaluate((name) => { window.name = name; }, name);
    await camera.click();
    await expect(state, name).toHaveAttribute("data-camera-state", word);
    await expect(state.getByRole("status")).toContainText(sentence);
    await expect(state.getByRole("status")).toContainText("collez les codes ou les liens reçus");
  }
});

test.describe("in a frame", () => {
  // The page around is another one of this device, under another name.
  test.use({ allowed: [/to another host: http:\/\/localhost:\d+\/|ermissions policy/] });

  test("a page of another site that does not lend the camera is named, and the tool's own tab", async ({ page, baseURL }) => {
    const host = createServer((request, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(`<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Portail</title><iframe title="NumEA" width="1000" height="900" src="${baseURL}#/equipe"></iframe></html>`);
    });
    await new Promise((done) => host.listen(0, "127.0.0.1", done));
    try {
      await page.goto(`http://localhost:${host.address().port}/`);
      const frame = page.frameLocator("iframe");
      await frame.locator("[data-camera]").click();
      await expect(frame.locator("[data-camera-state]")).toHaveAttribute("data-camera-state", "framed");
      await expect(frame.locator("[data-camera-state]").getByRole("status")).toContainText("ouvrez-le dans son propre onglet");
    } finally {
      host.close();
    }
  });
});

test("the browser's own reader of codes is used where there is one, and ours is not fetched", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  const [first, second] = FIVE.map(code);
  await page.addInitScript((shown) => {
    navigator.mediaDevices.getUserMedia = async () => document.createElement("canvas").captureStream();
    window.BarcodeDetector = class {
      static async getSupportedFormats() { return ["ean_13", "qr_code"]; }
      constructor({ formats }) { if (`${formats}` !== "qr_code") throw new Error("formats"); }
      async detect(source) {
        if (!(source instanceof HTMLVideoElement)) throw new TypeError("source");
        // Nothing, a look that fails, one code twice, two at once, what is none.
        const seen = shown.shift() ?? [];
        if (seen === "fail") throw new DOMException("", "InvalidStateError");
        return seen.map((rawValue) => ({ rawValue }));
      }
    };
  }, [[], "fail", [first], [first], [], [`https://ecole.test/#/c/${second}`, "bonjour"]]);
  await openCamera(page, "#/equipe");
  const said = page.locator(".camera__said li");
  await expect(said).toHaveCount(3);
  await expect(said.nth(2)).toHaveText("1re réponse, Enseignants.");
  await expect(said.nth(1)).toHaveText("2e réponse, Enseignants.");
  await expect(said.nth(0)).toHaveText("Ce n’est pas un code de réponse.");
  await expect(page.locator("[data-contribution]")).toHaveCount(2);
  expect(fetched.filter((url) => url.includes("scanner"))).toEqual([]);
});
