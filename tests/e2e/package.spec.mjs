// The archive for hosts: whole, the same twice, without a trace of whoever made it, and its page works.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "./support/fixtures.mjs";
import { startServer } from "./support/server.mjs";

test.use({ allowed: [/to another host: http:\/\/127\.0\.0\.1|404.*site\.json/] });
test.describe.configure({ mode: "serial", timeout: 90_000 });

let folder;
let archive;
let files;
const text = (name) => Buffer.from(files[name]).toString("utf8");

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "numea-package-"));
  execFileSync(process.execPath, ["build/package.mjs", folder]);
  const [name] = await readdir(folder);
  archive = await readFile(join(folder, name));
  files = unzipSync(archive);
  const version = /^version = "(.*)"$/m.exec(await readFile("Cargo.toml", "utf8"))[1];
  expect(name).toBe(`numea-${version}.zip`);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test("it holds the page, how to install it, examples, licences and the way back", async () => {
  const page = (await readdir("dist")).filter((name) => name !== "site.json").map((name) => `numea/${name}`);
  const others = [
    "INSTALLER.md", "SHA256SUMS", "exemples-serveur/apache.htaccess", "exemples-serveur/nginx.conf", "exemples-serveur/web.config",
    "licences/LICENSE-APACHE.txt", "licences/LICENSE-MIT.txt", "licences/LICENSE.txt", "licences/bibliotheques-Rust.txt",
    "licences/graphique-ECharts.txt", "retrait/LISEZ-MOI.txt", "retrait/sw.js", "site.exemple.json",
  ];
  expect(Object.keys(files)).toEqual([...page, ...others].sort());
  expect(text("retrait/sw.js")).toContain("unregister");
  expect(Object.keys(JSON.parse(text("site.exemple.json"))).length).toBe(7);
});

test("its sums agree, and cover every other file", () => {
  const lines = text("SHA256SUMS").trimEnd().split("\n").map((line) => line.split("  "));
  expect(lines.map(([, name]) => name)).toEqual(Object.keys(files).filter((name) => name !== "SHA256SUMS"));
  for (const [sum, name] of lines) expect(createHash("sha256").update(files[name]).digest("hex"), name).toBe(sum);
});

test("it is the same again, in another time zone too", async () => {
  const again = join(folder, "again");
  execFileSync(process.execPath, ["build/package.mjs", again], { env: { ...process.env, TZ: "Pacific/Noumea" } });
  const [name] = await readdir(again);
  expect(Buffer.compare(await readFile(join(again, name)), archive)).toBe(0);
});

test("it names no folder of the machine that made it", () => {
  for (const trace of [process.cwd(), `${homedir()}/`, tmpdir() + "/"]) {
    const found = Object.keys(files).filter((name) => Buffer.from(files[name]).includes(trace));
    expect(found, trace).toEqual([]);
  }
});

test("it brings the notices of the crates that the page is made of, and of no macro", () => {
  const notices = text("licences/bibliotheques-Rust.txt");
  for (const crate of ["leptos", "wasm-bindgen", "charming", "fast_qr", "miniz_oxide"]) expect(notices).toMatch(new RegExp(`^${crate} \\d`, "m"));
  for (const crate of ["proptest", "leptos_macro", "serde_derive"]) expect(notices).not.toMatch(new RegExp(`^${crate} \\d`, "m"));
  expect(notices).toContain("Permission is hereby granted, free of charge");
});

test("every address that INSTALLER.md and the examples give of a file is that of a file", () => {
  const instructions = text("INSTALLER.md");
  for (const name of Object.keys(files).filter((name) => /^(exemples-serveur|retrait)\//.test(name))) {
    expect(instructions.includes(name) || instructions.includes(name.split("/")[1]), name).toBe(true);
  }
  for (const type of ["application/wasm", "application/manifest+json", "text/javascript"]) {
    for (const example of ["apache.htaccess", "nginx.conf", "web.config"]) expect(text(`exemples-serveur/${example}`)).toContain(type);
    expect(instructions).toContain(type);
  }
});

test("its page works, and says to the host that site.json is missing", async ({ page }) => {
  const root = join(folder, "unzipped");
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  const host = await startServer({ root: join(root, "numea"), base: "/outils/" });
  try {
    await page.goto(`${host.address}#/positionnement/items`);
    await expect(page.locator("html[data-ready]")).toBeAttached({ timeout: 15_000 });
    await expect(page.locator('[data-chart="positioning"] svg')).toBeVisible();
    await page.goto(`${host.address}#/mentions`);
    await expect(page.getByText("site.json n’a pas été trouvé")).toBeVisible();
  } finally {
    await host.close();
  }
});
