// The archive for whoever hosts the page: `node build/package.mjs [folder]`, run by `cargo xtask package` after the build.
// Same commit, same bytes: names in order, one date for all.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { SITE } from "./bundles.mjs";
import { rustLicences } from "./licences.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
/**
 * The date of every file: that of the commit. Two versions never have the same: a server names a file by its date and its
 * size, and the sums in `index.html` and `sw.js` are all of one length.
 */
const DATE = dateOfCommit();

/** Instructions, examples and licences, each with where it comes from. */
const COPIED = {
  "INSTALLER.md": "INSTALLER.md",
  "exemples-serveur/apache.htaccess": "docs/exemples-serveur/apache.htaccess",
  "exemples-serveur/nginx.conf": "docs/exemples-serveur/nginx.conf",
  "exemples-serveur/web.config": "docs/exemples-serveur/web.config",
  "licences/LICENSE.txt": "LICENSE",
  "licences/LICENSE-APACHE.txt": "LICENSE-APACHE",
  "licences/LICENSE-MIT.txt": "LICENSE-MIT",
  "licences/graphique-ECharts.txt": "dist/chart-LICENSE.txt",
  "retrait/LISEZ-MOI.txt": "docs/retrait.txt",
  "retrait/sw.js": "build/page/withdraw.js",
  // Beside the page, not in it: a new version would write over what the host has put there.
  "site.exemple.json": `dist/${SITE}`,
};

const folder = process.argv[2] ?? join(root, "target", "package");
const metadata = cargoMetadata();
const files = await contents(metadata);
files["SHA256SUMS"] = Buffer.from(sums(files));
const archive = join(folder, `numea-${ours(metadata).version}.zip`);
await mkdir(folder, { recursive: true });
await writeFile(archive, zipSync(inOrder(files), { level: 9, mtime: DATE }));
console.log(archive);

/** Where there is no history, the time it is. An archive counts by two seconds. */
function dateOfCommit() {
  let seconds = Number(process.env.SOURCE_DATE_EPOCH) || undefined;
  try {
    seconds ??= Number(execFileSync("git", ["log", "-1", "--format=%ct"], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    seconds = Date.now() / 1000;
  }
  // An archive keeps local times: the same hour is written everywhere.
  const utc = new Date(Math.floor(seconds / 2) * 2000);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate(), utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds());
}

/** What Cargo knows of every crate of the page. */
function cargoMetadata() {
  const words = ["metadata", "--format-version", "1", "--locked", "--features", "documents", "--filter-platform", "wasm32-unknown-unknown"];
  return JSON.parse(execFileSync(process.env.CARGO ?? "cargo", words, { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] }));
}

function ours({ packages }) {
  return packages.find(({ name }) => name === "numea");
}

async function contents(metadata) {
  const files = { "licences/bibliotheques-Rust.txt": Buffer.from(await rustLicences(metadata, ours(metadata).id)) };
  for (const name of await readdir(join(root, "dist"))) {
    if (name !== SITE) files[`numea/${name}`] = await readFile(join(root, "dist", name));
  }
  for (const [name, source] of Object.entries(COPIED)) files[name] = await readFile(join(root, source));
  return files;
}

/** As `sha256sum` writes them. */
function sums(files) {
  const lines = Object.entries(inOrder(files)).map(([name, content]) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`);
  return lines.join("");
}

function inOrder(files) {
  return Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
}
