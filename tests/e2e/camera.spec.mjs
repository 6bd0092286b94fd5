// Phones held before the camera of the director's computer, one after the other: a film made from their codes.
import { chromium } from "@playwright/test";
import { Answering, INVITATIONS } from "./pages/answering.mjs";
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

test("without a camera, or without leave to use it, the other ways are said", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", window.name === "none" ? "NotFoundError" : "NotAllowedError"));
  });
  await openCamera(page, "#/equipe");
  const state = page.locator("[data-camera-state]");
  await expect(state).toHaveAttribute("data-camera-state", "refused");
  await expect(page.getByText(/collez les codes ou les liens reçus/)).toBeVisible();
  await page.evaluate(() => { window.name = "none"; });
  await page.locator("[data-camera]").click();
  await expect(state).toHaveAttribute("data-camera-state", "missing");
});
