// Cuts the page's WebAssembly into a first module and parts that come later (see src/ui/parts), from what cargo linked
// with its relocations: wasm-split-cli, then wasm-bindgen on the first, then wasm-opt on each. Where cargo was not asked for
// relocations (NUMEA_PARTS, see build.rs), the one whole module is only optimised.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { mute, withoutPlaces } from "./mute.mjs";
import { order } from "./order.mjs";
import { shorten } from "./shorten.mjs";

/** Where the npm packages put wasm-opt: a plain `trunk build` does not look there. */
const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), "../node_modules/.bin");
const env = { ...process.env, PATH: [PACKAGES, process.env.PATH].join(delimiter) };
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"].map((name) => `--enable-${name}`);
const OPTIONS = [
  ...FEATURES,
  "--strip-debug", "--strip-producers", "--strip-target-features", "--flatten", "--rereloop", "-Oz", "-Oz",
];
/** The module that wasm-split-cli writes: it loads the parts. Its name is part of the names that the parts import. */
const LINK = "__wasm_split.js";

/** Whether cargo was asked to keep what a cut needs. */
const HAS_PARTS = process.env.NUMEA_PARTS !== undefined;

const IS_RELEASE = process.env.TRUNK_PROFILE !== "debug";

/**
 * Replaces the glue and the module that Trunk put into `out` (`whole` names them) by those of the first module, and writes
 * the parts beside them; gives the new names, and the files to delete once the glue is bundled.
 */
export async function split(source, out, whole) {
  if (!HAS_PARTS) return optimiseWhole(out, whole);
  const folder = await mkdtemp(join(tmpdir(), "numea-split-"));
  try {
    const parts = await cut(source, folder);
    const first = join(folder, "bound/app_bg.wasm");
    await writeFile(first, withoutPlaces(await readFile(first)));
    await optimiseAll([["bound/app_bg.wasm", "app.wasm"], ...parts.map((name) => [`cut/${name}`, name])], folder);
    const glue = await readFile(join(folder, "bound/app.js"), "utf8");
    const short = shorten(await readFile(join(folder, "app.wasm")), glue);
    await writeFile(join(folder, "app.wasm"), short.module);
    const named = Object.fromEntries(await Promise.all(["app.wasm", ...parts].map(async (name) => [name, await nameByContent(folder, out, name)])));
    const link = linked(await readFile(join(folder, "cut", LINK), "utf8"), named);
    const glueName = `app-${hash(link)}.glue.js`;
    const linkName = `app-${hash(link)}.link.js`;
    await writeFile(join(out, glueName), withOneLink(short.glue, linkName));
    await writeFile(join(out, linkName), link.replaceAll("./app.js", `./${glueName}`));
    await Promise.all([whole.glue, whole.wasm].map((name) => rm(join(out, name))));
    return { glue: glueName, wasm: named["app.wasm"].name, temporary: [linkName], hasParts: true };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function optimiseWhole(out, { glue, wasm }) {
  // What a person looks at while writing it is wanted soon, not small.
  if (!IS_RELEASE) return { glue, wasm, temporary: [], hasParts: false };
  await optimise(join(out, wasm), join(out, `${wasm}.small`));
  await rename(join(out, `${wasm}.small`), join(out, wasm));
  return { glue, wasm, temporary: [], hasParts: false };
}

/** The parts' files in `folder`/cut, beside the first module that wasm-bindgen then binds into `folder`/bound. */
async function cut(source, folder) {
  const target = process.env.CARGO_TARGET_DIR ?? join(source, "target");
  const profile = IS_RELEASE ? "release" : "debug";
  const muted = join(folder, "app.wasm");
  await writeFile(muted, mute(await readFile(join(target, "wasm32-unknown-unknown", profile, "app.wasm"))));
  await run("wasm-split-cli", [muted, join(folder, "cut"), "--target", "web", "--out-name", "app"]);
  // Without --keep-lld-exports the table of functions goes, which the parts share.
  await run("wasm-bindgen", [join(folder, "cut/app.wasm"), "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", join(folder, "bound"), "--out-name", "app"]);
  return (await readdir(join(folder, "cut"))).filter((name) => name.endsWith(".wasm") && name !== "app.wasm").sort();
}

/** As many at a time as there are processors: each is one thread for most of its time. */
async function optimiseAll(jobs, folder) {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await optimise(join(folder, job[0]), join(folder, job[1]));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/** Runs a tool; where it is missing, the error says which command brings it. */
function run(tool, words) {
  return promisify(execFile)(tool, words, { env }).catch((error) => {
    throw error.code === "ENOENT" ? new Error(`${tool} is missing: \`cargo xtask build\` brings it.`) : error;
  });
}

async function optimise(from, to) {
  const small = `${to}.unordered`;
  await run("wasm-opt", [from, "-o", small, ...OPTIONS]);
  await order(small, to, FEATURES, run);
  await rm(small);
}

async function nameByContent(folder, out, file) {
  const content = await readFile(join(folder, file));
  const stem = file.replace(/(_bg)?\.wasm$/, "").replace(/^split_/, "part-");
  const name = `${stem}-${hash(content)}_bg.wasm`;
  await writeFile(join(out, name), content);
  return { name, integrity: `sha256-${createHash("sha256").update(content).digest("base64")}` };
}

/**
 * The module that loads the parts: by their names, checked, and from hosts that send them without a type too. Where the sum
 * does not match, the host is asked once, past what the browser keeps, as for the first module (build/page/start.mjs).
 */
function linked(text, named) {
  const ask = (name, integrity, more = "") => `fetch("./${name}", { integrity: "${integrity}"${more} })`;
  const link = text
    .replace(/fetch\(new URL\("\.\/([^"]+)", import\.meta\.url\)\)/g, (_, file) => {
      const { name, integrity } = named[file];
      return `${ask(name, integrity)}.catch(() => ${ask(name, integrity, ', cache: "reload"')})`;
    })
    .replace(/WebAssembly\.instantiateStreaming\(src, imports\)/g, "src.then((answer) => answer.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))");
  if (/import\.meta|instantiateStreaming/.test(link)) throw new Error("wasm-split-cli's link module is not as expected: has it changed?");
  return link;
}

/** wasm-bindgen imports the link module once for each loader, under one key: once is enough. The key must stay. */
function withOneLink(glue, linkName) {
  let imports = 0;
  let keys = 0;
  const once = glue
    .replace(/import \* as (\w+) from "\.\/__wasm_split\.js";?\n/g, (_, name) => (imports++ ? "" : `import * as ${name} from "./${linkName}";\n`))
    .replace(/\s*"\.\/__wasm_split\.js": \w+,/g, (line) => (keys++ ? "" : line));
  if (!imports || imports !== keys) throw new Error("wasm-bindgen's glue is not as expected: has it changed?");
  return once;
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}
