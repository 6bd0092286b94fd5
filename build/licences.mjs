// The notices that the licences of the crates want kept: those of every crate that is compiled into the WebAssembly.
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

const NOTICES = /^(licen[cs]e|copying|copyright|notice|unlicense)/i;
const RULE = "=".repeat(79);

/** The list of crates and the texts, each once, of this answer of `cargo metadata`. */
export async function rustLicences({ packages, resolve }, root) {
  const byId = new Map(packages.map((one) => [one.id, one]));
  const crates = compiledIn(byId, new Map(resolve.nodes.map((node) => [node.id, node])), root);
  const list = crates.map(({ name, version, license, authors, repository }) =>
    [`${name} ${version}`, license, authors.map(withoutMail).join(", "), repository].filter(Boolean).join(" – "));
  const texts = await textsOf(crates);
  return [
    "Bibliothèques Rust dont les fichiers WebAssembly sont faits : nom, version, licence, auteurs, dépôt.",
    ["Rust (bibliothèque standard) – MIT OR Apache-2.0 – https://github.com/rust-lang/rust", ...list].join("\n"),
    "Textes joints par ces bibliothèques. Celui de la licence Apache 2.0 est aussi dans LICENSE-APACHE.txt.",
    ...[...texts].map(([text, names]) => `${RULE}\n${names.join(", ")}\n${RULE}\n\n${text}`),
  ].join("\n\n").concat("\n");
}

/** Every crate that the root links for the browser, by name. Macros and build scripts run elsewhere. */
function compiledIn(byId, nodes, root) {
  const found = new Set();
  const waiting = [root];
  while (waiting.length > 0) {
    for (const { pkg, dep_kinds: kinds } of nodes.get(waiting.pop()).deps) {
      const isMacro = byId.get(pkg).targets.some(({ kind }) => kind.includes("proc-macro"));
      if (found.has(pkg) || isMacro || !kinds.some(({ kind }) => kind === null)) continue;
      found.add(pkg);
      waiting.push(pkg);
    }
  }
  const key = ({ name, version }) => `${name} ${version}`;
  return [...found].map((id) => byId.get(id)).sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Each text, with the crates that bring it. */
async function textsOf(crates) {
  const texts = new Map();
  for (const { name, version, manifest_path: manifest } of crates) {
    for (const file of await noticesIn(dirname(manifest))) {
      const text = (await readFile(file, "utf8")).replaceAll("\r\n", "\n").trim();
      const names = texts.get(text) ?? [];
      if (!names.includes(`${name} ${version}`)) names.push(`${name} ${version}`);
      texts.set(text, names);
    }
  }
  return texts;
}

/** Licence files of a crate, and those of a folder of licences. */
async function noticesIn(folder) {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => NOTICES.test(name));
  const files = entries.filter((entry) => entry.isFile() && /^[^.]*(\.(txt|md))?$/.test(entry.name));
  const folders = await Promise.all(entries.filter((entry) => entry.isDirectory()).map(async ({ name }) => {
    const inside = await readdir(join(folder, name), { withFileTypes: true });
    return inside.filter((entry) => entry.isFile()).map((entry) => join(folder, name, entry.name));
  }));
  return [...files.map(({ name }) => join(folder, name)), ...folders.flat()].sort();
}

function withoutMail(author) {
  return author.replace(/\s*<[^>]*>/, "");
}
