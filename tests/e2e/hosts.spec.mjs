// Hosts that are set up badly: the page works, or says whom to tell.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, tried } from "./support/fixtures.mjs";
import { startServer } from "./support/server.mjs";
import { Site } from "./support/versions.mjs";

/** The types that a host may not know, as it then sends them. */
const without = (type, names) => (name, usual) => {
  if (!names.test(name)) return usual;
  const { "content-type": _, "x-content-type-options": __, ...rest } = usual;
  return type ? { ...rest, "content-type": type } : rest;
};
test.beforeEach(() => tried("a host that is set up badly: works, or says whom to tell"));

const AFTER_INDEX = /^(?!index\.html$)/;

/** Opens the page on this host. */
async function open(page, host, hash = "#/") {
  await page.goto(host.address + hash);
}

async function works(page, host) {
  await open(page, host, "#/positionnement/items");
  await expect(page.locator("html[data-ready]")).toBeAttached({ timeout: 15_000 });
  await expect(page.locator('[data-chart="positioning"] svg')).toBeVisible();
  // Styled: the title does not have the browser's own margins.
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("margin-top", "0px");
  await page.locator('input[data-item="1.1.2"][data-stage="1"]').check();
  await expect(page.locator("[data-save-state]")).toHaveText(/^Enregistré à/);
}

/** What is seen where the page has not started after ten seconds, which are passed over. */
async function saysWhomToTell(page) {
  const sentence = page.getByText("prévenez la personne qui publie cet outil");
  await expect(async () => {
    await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
    await expect(sentence).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
}

test.use({ allowed: [/to another host: http:\/\/127\.0\.0\.1|MIME type/] });

for (const [what, headers] of [
  ["sends no type with any file", without(undefined, /./)],
  ["sends no type with any file but the page", without(undefined, AFTER_INDEX)],
  ["sends every file but the page as « octet-stream »", without("application/octet-stream", AFTER_INDEX)],
  ["does not know WebAssembly", without("application/octet-stream", /\.wasm$/)],
  ["sends WebAssembly as text", without("text/plain; charset=utf-8", /\.wasm$/)],
  ["has every file kept for a year", (_, usual) => ({ ...usual, "cache-control": "public, max-age=31536000" })],
]) {
  test(`a host that ${what}: the page works`, async ({ page }) => {
    const host = await startServer({ headers });
    try {
      await works(page, host);
    } finally {
      await host.close();
    }
  });
}

test("a host that sends the QR code's module as « octet-stream »: it is drawn", async ({ page }) => {
  const host = await startServer({ headers: without("application/octet-stream", /^documents-/) });
  try {
    await open(page, host, "#/partage");
    await page.getByRole("button", { name: "Afficher le QR code" }).click();
    await expect(page.locator("[data-qr]")).toBeVisible();
  } finally {
    await host.close();
  }
});

test("a host that forbids to run what it sends without its type: the page says whom to tell, once it has waited", async ({ page }) => {
  const headers = (name, usual) => AFTER_INDEX.test(name) ? { ...usual, "content-type": "application/octet-stream" } : usual;
  const host = await startServer({ headers });
  try {
    await open(page, host);
    await saysWhomToTell(page);
  } finally {
    await host.close();
  }
});

test.describe("a host that answers with a page of its own in place of a script", () => {
  test.use({ allowed: [/Unexpected token/] });

  test("a sentence says to load the page again", async ({ page, baseURL }) => {
    await page.route("**/app-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "<!doctype html><title>Introuvable</title>" }));
    await page.goto(baseURL);
    await expect(page.getByText("Version incomplète")).toBeVisible();
  });
});

test.describe("a host that answers with its index page in place of files", () => {
  test.use({ allowed: [/./] });

  for (const [what, files] of [
    ["every file", /\.(css|js|wasm|json|webmanifest|svg|png)$/],
    ["every file but the style sheet", /\.(js|wasm|json|webmanifest)$/],
    ["the scripts", /\.js$/],
    ["the WebAssembly", /\.wasm$/],
    ["the guard", /guard-[^/]*\.js$/],
    ["the start script", /app-[^/]*\.js$/],
  ]) {
    test(`${what}: a sentence says whom to tell, not « Chargement… »`, async ({ page, baseURL }) => {
      const index = await (await page.request.get(baseURL)).text();
      await page.route((url) => files.test(url.pathname), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: index }));
      await page.goto(baseURL);
      await saysWhomToTell(page);
      await expect(page.getByText("Chargement…").filter({ visible: true })).toHaveCount(0);
      await expect(page.getByText("Ceci est une image")).toBeHidden();
    });
  }
});

test.describe("a network that wanted a sign-in first, and whose page the browser keeps for a year", () => {
  test.use({ allowed: [/./] });

  const portal = "<!doctype html><title>Portail</title><p>Acceptez les conditions.";
  for (const [what, file] of [["the WebAssembly", /^app-.*\.wasm$/], ["the start script", /^app-.*\.js$/], ["the style sheet", /^style-/]]) {
    test(`in place of ${what}: the page works once the network is open`, async ({ page }) => {
      const site = await Site.open();
      try {
        const content = await readFile(join(site.folder, await site.file(file)));
        await site.spoil(file, portal);
        site.headers = (name, usual) => ({ ...usual, "cache-control": "public, max-age=31536000", ...(file.test(name) && { "content-type": "text/html" }) });
        await page.goto(site.address);
        await expect(page.getByText("Version incomplète")).toBeVisible();
        await site.spoil(file, content);
        site.headers = (_, usual) => usual;
        // In another tab: in this one it was asked for a moment ago.
        await page.goto("about:blank");
        const later = await page.context().newPage();
        await works(later, { address: site.address });
      } finally {
        await site.close();
      }
    });
  }

  test("in place of the chart: it is drawn once the network is open", async ({ page }) => {
    const site = await Site.open();
    try {
      const content = await site.text(await site.file(/^chart-.*\.js$/));
      await site.spoil(/^chart-.*\.js$/, portal);
      // Where nothing is answered there is no chart but beside the table.
      await page.goto(`${site.address}#/positionnement/items`);
      await expect(page.getByRole("button", { name: "Réessayer" })).toBeVisible();
      await site.spoil(/^chart-.*\.js$/, content);
      await page.getByRole("button", { name: "Réessayer" }).click();
      await expect(page.locator('[data-chart="positioning"] svg')).toBeVisible();
    } finally {
      await site.close();
    }
  });
});

test.describe("a host whose security policy forbids WebAssembly", () => {
  test.use({ allowed: [/to another host: http:\/\/127\.0\.0\.1|Content Security Policy|security policy/i] });

  test("the page says so, and whom to tell", async ({ page }) => {
    const host = await startServer({ headers: (_, usual) => ({ ...usual, "content-security-policy": "default-src 'self'; img-src 'self' data:" }) });
    try {
      await open(page, host);
      await expect(page.getByText("Le serveur interdit WebAssembly")).toBeVisible();
    } finally {
      await host.close();
    }
  });
});

test.describe("a host whose own security policy refuses what stands inside the page", () => {
  test.use({ allowed: [/to another host: http:\/\/127\.0\.0\.1|Content Security Policy|security policy|inline/i] });

  test("the page works, and has its style", async ({ page }) => {
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:";
    const host = await startServer({ headers: (_, usual) => ({ ...usual, "content-security-policy": policy }) });
    try {
      await works(page, host);
      await expect(page.locator("#shell")).toHaveCount(0);
    } finally {
      await host.close();
    }
  });
});

test("a browser without WebAssembly: the page says so, and goes on saying it", async ({ page, context, baseURL }) => {
  await context.addInitScript(() => { delete window.WebAssembly; });
  await page.goto(baseURL);
  await page.waitForTimeout(500);
  await expect(page.getByText("Ce navigateur est trop ancien")).toBeVisible();
});

test.describe("a host that does not give every file", () => {
  test.use({ serviceWorkers: "allow", allowed: [/to another host: http:\/\/127\.0\.0\.1|404|Failed to load/] });

  test("the diagnostic says why the page cannot be kept for work without a network", async ({ page }) => {
    const site = await Site.open();
    try {
      await site.lose(/\.webmanifest$/);
      await page.goto(`${site.address}#/aide`);
      await page.waitForTimeout(5_000);
      await page.goto(`${site.address}#/diagnostic`);
      await expect(page.getByText("La page n’a pas pu être gardée")).toBeVisible();
    } finally {
      await site.close();
    }
  });
});

test("that sentence is not seen while the page is on its way, even where nothing may move", async ({ page, baseURL }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.route("**/app-*.js", () => {});
  await page.goto(baseURL, { waitUntil: "commit" });
  await expect(page.getByRole("link", { name: "Commencer le questionnaire" })).toBeVisible();
  await expect(page.getByText("prévenez la personne qui publie cet outil")).toBeHidden();
});

test.describe("an index.html that was kept too long", () => {
  test.use({ allowed: [/to another host: http:\/\/127\.0\.0\.1|404|Failed to load/] });

  test("names files that are gone: the page says what to do", async ({ page }) => {
    const site = await Site.open();
    try {
      for (const gone of [/^app-.*\.js$/, /^app-.*\.wasm$/, /^style-/]) await site.lose(gone);
      await page.goto(site.address);
      await expect(page.getByText("Version incomplète")).toBeVisible();
      await expect(page.getByText("Rechargez la page")).toBeVisible();
      await site.lose(/^guard-/);
      await page.goto("about:blank");
      await page.goto(site.address);
      await saysWhomToTell(page);
    } finally {
      await site.close();
    }
  });
});
