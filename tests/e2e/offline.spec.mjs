// Without a network, and from one version to the next: never a blank page, never a mixture.
import { readFileSync } from "node:fs";
import { Answering, INVITATIONS } from "./pages/answering.mjs";
import { SCREENS } from "./pages/official.mjs";
import { expect, test, tried } from "./support/fixtures.mjs";
import { tour } from "./support/tour.mjs";
import { Site } from "./support/versions.mjs";

test.use({
  serviceWorkers: "allow",
  // The site of these tests is another one of this device.
  allowed: [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|to another host: http:\/\/127\.0\.0\.1|404|Failed to update/],
});

const description = (page) => page.locator("meta[name=description]").getAttribute("content");
const offer = (page) => page.getByRole("button", { name: "Mettre à jour maintenant" });

/** Opens a screen of the site. */
async function open(page, site, hash = "#/") {
  await page.goto("about:blank");
  await page.goto(site.address + hash);
  await expect(page.locator("html[data-ready]")).toBeAttached({ timeout: 15_000 });
}

/** Waits until the page is kept whole. */
async function isKept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
  });
}

async function drawsItsChart(page) {
  await expect(page.locator('[data-chart="positioning"] svg')).toBeVisible();
}

let site;
test.beforeEach(async () => {
  tried("an offline visit, an update, a withdrawal or a half-copied folder: no blank page, no two versions mixed");
  site = await Site.open();
});
test.afterEach(() => site.close());

test("the second visit needs no network: every screen, the chart and the QR code included, and the work is kept", async ({ page }) => {
  await open(page, site, "#/questionnaire/1.1");
  await isKept(page);
  await site.server.close();
  await open(page, site, "#/aide");
  await tour(page, SCREENS, () => {});
  await open(page, site, "#/positionnement/items");
  await drawsItsChart(page);
  await page.locator('input[data-item="1.1.2"][data-stage="1"]').check();
  await expect(page.locator("[data-save-state]")).toHaveText(/^Enregistré à/);
  await open(page, site, "#/partage");
  await page.getByRole("button", { name: "Afficher le QR code" }).click();
  await expect(page.locator("[data-qr]")).toBeVisible();
});

test("an invitation is opened, answered and saved as a file without a network", async ({ page }) => {
  await open(page, site, INVITATIONS.team);
  await isKept(page);
  await site.server.close();
  const answering = new Answering(page);
  await open(page, site, INVITATIONS.team);
  await answering.begin.click();
  await answering.state("2.1.1", "unknown").check();
  await answering.toTheEnd();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger un fichier à envoyer" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  expect(text).toContain(await answering.code.inputValue());
});

test("the page can be installed: its manifest and icons are there", async ({ page }) => {
  await open(page, site);
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector("link[rel=manifest]").href)).json());
  expect(manifest.start_url).toBe("./");
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (src) => {
      const picture = new Image();
      picture.src = src;
      await picture.decode();
      return `${picture.naturalWidth}x${picture.naturalHeight}`;
    }, src);
    if (sizes !== "any") expect(size).toBe(sizes);
  }
});

for (const vary of ["Accept-Encoding, User-Agent, Origin, Accept", "*"]) {
  test(`where the host says that what it sends varies with « ${vary} », the second visit needs no network either`, async ({ page }) => {
    site.headers = (_, usual) => ({ ...usual, vary });
    await open(page, site, "#/questionnaire/1.1");
    await isKept(page);
    await site.server.close();
    await open(page, site, "#/positionnement/items");
    await drawsItsChart(page);
  });
}

test("where only the worker is new and cannot fetch all, the version in use stays whole", async ({ page }) => {
  await open(page, site);
  await isKept(page);
  await site.spoil(/^sw\.js$/, `${await site.text("sw.js")}\n// Another one.\n`);
  await site.lose(/^chart-.*\.js$/);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const failed = new Promise((done) => {
      registration.addEventListener("updatefound", () => {
        const { installing } = registration;
        installing.addEventListener("statechange", () => installing.state === "redundant" && done());
      });
    });
    await registration.update().catch(() => {});
    await failed;
  });
  await site.server.close();
  await open(page, site, "#/positionnement/items");
  await drawsItsChart(page);
});

test("two versions later, a page of the first that is still open has its files", async ({ page, context }) => {
  await open(page, site, "#/aide");
  await isKept(page);
  const other = await context.newPage();
  for (const version of ["Version B", "Version C"]) {
    await site.update(version);
    await open(other, site, "#/aide");
    await offer(other).click();
    await expect.poll(() => description(other).catch(() => "")).toBe(version);
    await expect(other.locator("html[data-ready]")).toBeAttached();
  }
  await page.evaluate(() => { location.hash = "#/positionnement/items"; });
  await drawsItsChart(page);
});

test("a browser that gives nothing of what is kept still shows the page", async ({ page }) => {
  await open(page, site);
  await isKept(page);
  await site.spoil(/^sw\.js$/, `caches.open = () => Promise.reject(new Error("no"));\n${await site.text("sw.js")}`);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
  await open(page, site, "#/positionnement/items");
  await drawsItsChart(page);
});

test("a new version waits until the person agrees, and the old page works whole until then", async ({ page }) => {
  await open(page, site);
  await isKept(page);
  const old = await description(page);
  await site.update("Version B");
  await open(page, site, "#/positionnement/items");
  expect(await description(page)).toBe(old);
  await drawsItsChart(page);
  await expect(offer(page)).toBeVisible();
  await offer(page).click();
  await expect.poll(() => description(page).catch(() => "")).toBe("Version B");
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await drawsItsChart(page);
  await expect(offer(page)).toHaveCount(0);
});

test("two versions open at once: each has its own files", async ({ page, context }) => {
  await open(page, site, "#/aide");
  await isKept(page);
  await site.update("Version B");
  const other = await context.newPage();
  await open(other, site, "#/aide");
  await offer(other).click();
  await expect.poll(() => description(other).catch(() => "")).toBe("Version B");
  // The old page has not fetched its chart yet, and the host no longer has it.
  await page.evaluate(() => { location.hash = "#/positionnement/items"; });
  await drawsItsChart(page);
  await open(other, site, "#/positionnement/items");
  await drawsItsChart(other);
});

test("a version that cannot be fetched whole is not installed, and is once it can", async ({ page }) => {
  await open(page, site);
  await isKept(page);
  const old = await description(page);
  await site.update("Version B");
  const restore = await site.lose(/^chart-.*\.js$/);
  await open(page, site, "#/positionnement/items");
  await drawsItsChart(page);
  await page.waitForTimeout(500);
  await expect(offer(page)).toHaveCount(0);
  expect(await description(page)).toBe(old);
  expect((await page.evaluate(() => caches.keys())).length, "nothing is left of it").toBe(1);
  await restore();
  await open(page, site, "#/positionnement/items");
  await expect(offer(page)).toBeVisible();
});

test("what the host says of itself is the newest there is, and what was last seen of it without a network", async ({ page }) => {
  const publisher = page.locator('[data-site="editeur"]');
  await site.says({ editeur: "Lycée du Val" });
  await open(page, site);
  await isKept(page);
  await site.says({ editeur: "Lycée du Mont" });
  await open(page, site, "#/mentions");
  await expect(publisher).toHaveText("Lycée du Mont");
  await site.update("Version B");
  await open(page, site, "#/mentions");
  await offer(page).click();
  await expect.poll(() => description(page).catch(() => "")).toBe("Version B");
  await site.server.close();
  await open(page, site, "#/mentions");
  await expect(publisher).toHaveText("Lycée du Mont");
});

test("what the host says of itself takes one entry, whatever is asked after its name", async ({ page }) => {
  await site.says({ editeur: "Lycée du Val" });
  await open(page, site);
  await isKept(page);
  const entries = () => page.evaluate(async () => {
    const found = await Promise.all((await caches.keys()).map(async (key) => (await caches.open(key)).keys()));
    return found.flat().map((request) => request.url).filter((url) => url.includes("site.json"));
  });
  const asked = await page.evaluate(() => Promise.all([1, 2, 3].map(async (x) => (await fetch(`site.json?${x}`)).ok)));
  expect(asked).toEqual([true, true, true]);
  expect(await entries()).toEqual([`${site.address}site.json`]);
});

test("what is kept belongs to this page alone, and a host can withdraw it", async ({ page }) => {
  await open(page, site);
  await page.evaluate(() => caches.open("another-application"));
  await isKept(page);
  await site.update("Version B");
  await open(page, site);
  await offer(page).click();
  await expect.poll(() => description(page).catch(() => "")).toBe("Version B");
  const ours = async () => (await page.evaluate(() => caches.keys())).filter((key) => key.startsWith("numea:"));
  expect((await ours()).length).toBe(2);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await site.withdraw();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await expect.poll(ours).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual(["another-application"]);
});

test.describe("a folder in which files of two versions are mixed", () => {
  test.use({ serviceWorkers: "block", allowed: [/integrity|404|Failed to (load|fetch)|to another host: http:\/\/127\.0\.0\.1/i] });

  for (const [what, spoil] of [
    ["another WebAssembly under the same name", (site) => site.spoil(/^app-.*\.wasm$/, "not this one")],
    ["no WebAssembly", (site) => site.lose(/^app-.*\.wasm$/)],
    ["no start script", (site) => site.lose(/^app-.*\.js$/)],
  ]) {
    test(`${what}: a sentence says to load the page again`, async ({ page }) => {
      await spoil(site);
      await page.goto(site.address);
      await expect(page.getByText("Version incomplète")).toBeVisible();
    });
  }
});
