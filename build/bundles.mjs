// What esbuild makes: the style sheet, the chart, the guard, the start script, the modules that come later, the service worker.
// Same input, same bytes, same names.
import { createHash } from "node:crypto";
import { readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

const { build } = await import("esbuild").catch(() => {
  throw new Error("The npm packages are missing: `cargo xtask build` brings them, and so does `npm ci`.");
});

/** File name of the service worker. */
export const WORKER = "sw.js";

/** What the host writes itself: no part of a version, and no sum would hold for it. */
export const SITE = "site.json";

/** A section of the style that only later screens need: from its title to the next. The end of a layer is never in one. */
const LATE = /\/\* -{10} [^\n]*\(late\) -{10} \*\/.*?(?=\/\* -{10} )/gs;

function withoutLate(style, path) {
  const rest = style.replace(LATE, "");
  if (/\(late\) -/.test(rest)) throw new Error(`${path}: a section that is « (late) » is titled otherwise than the others, or is the last.`);
  return rest;
}

/**
 * Writes the whole style of `source` into `out`; gives its file name and sum, and the text of what the first screens need of
 * it, which the page holds. Once both are there, the whole one decides: it comes after, in the same layers.
 */
export async function bundleStyle(source, out) {
  const entry = join(source, "style/index.css");
  const name = await emit(out, "style", "css", { entryPoints: [entry] });
  const cut = {
    name: "first-screens",
    setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: basename(path) === "print.css" ? "" : withoutLate(await readFile(path, "utf8"), path),
      loader: "css",
    })),
  };
  return { name, integrity: await integrity(join(out, name)), first: text(await bundle({ entryPoints: [entry], plugins: [cut], charset: "utf8" })) };
}

/** Writes the ECharts bundle and its licences into `out`; gives the bundle's file name. */
export async function bundleChart(source, out) {
  await writeFile(join(out, "chart-LICENSE.txt"), await licences(source));
  return emit(out, "chart", "js", {
    entryPoints: [join(source, "build/chart.mjs")],
    format: "iife",
    target: "es2020",
    define: { "process.env.NODE_ENV": '"production"' },
  });
}

/** Writes the guard, which runs before anything else; gives its file name. */
export async function bundleGuard(source, out) {
  return emit(out, "guard", "js", { entryPoints: [join(source, "build/page/guard.js")], bundle: false, target: "es2017" });
}

/** The text of the script that the page runs before its first paint. */
export async function firstScript(source) {
  return text(await bundle({ entryPoints: [join(source, "build/page/first.js")], bundle: false, target: "es2017" }));
}

/**
 * Writes the script that starts the application, with the glue that wasm-bindgen wrote and without what only other pages
 * could call. Gives its file name; the glue is deleted.
 */
export async function bundleStart(source, out, { glue, wasm }) {
  const path = join(out, glue);
  const name = await emit(out, "app", "js", {
    entryPoints: [join(source, "build/page/start.mjs")],
    alias: { "app-glue": path },
    define: {
      APP_WASM: JSON.stringify(`./${wasm}`),
      APP_INTEGRITY: JSON.stringify(await integrity(join(out, wasm))),
      // The glue looks beside itself for a module that it is not told, and a classic script has no address of its own.
      "import.meta.url": "location.href",
    },
    // Classic, not a module: browsers refuse a module that a host sends without its type.
    format: "iife",
    target: "es2022",
  });
  await rm(path);
  return name;
}

/** Writes the service worker, which keeps every file of `out` but the host's own. To be called when all of them are there. */
export async function bundleWorker(source, out) {
  const names = (await readdir(out)).filter((name) => name !== WORKER && name !== SITE && !name.endsWith("-LICENSE.txt")).sort();
  const files = await Promise.all(names.map(async (name) => [name, await integrity(join(out, name))]));
  const script = join(source, "build/page/worker.js");
  // Another worker is another version too, so that it has a cache of its own.
  const version = shortHash(JSON.stringify(files) + await readFile(script, "utf8"));
  await emit(out, WORKER, "", {
    entryPoints: [script],
    define: { VERSION: JSON.stringify(version), FILES: JSON.stringify(files) },
    target: "es2020",
  });
}

/** What a request asks of a file by its `integrity`. */
async function integrity(path) {
  return sumOf(await readFile(path));
}

/** The sum of a content, as `integrity` and the security policy write it. */
export function sumOf(content) {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

/**
 * Names a module of `out` that comes later (documents, workbook, scanner) by its content and writes the script that starts it, in place
 * of what wasm-bindgen wrote; gives the script's file name. The script sets one global, such as `numeaDocuments`.
 */
export async function bundleModule(source, out, name) {
  const [glue, module] = [join(out, `${name}.js`), join(out, `${name}_bg.wasm`)];
  const named = `${name}-${shortHash(await readFile(module))}_bg.wasm`;
  await rename(module, join(out, named));
  const script = await emit(out, name, "js", {
    entryPoints: [join(source, "build/documents.mjs")],
    alias: { "module-glue": glue },
    format: "iife",
    target: "es2022",
    // The glue looks beside itself for a module that it is not told, and a classic script has no address of its own.
    define: {
      MODULE_NAME: JSON.stringify(`numea${name[0].toUpperCase()}${name.slice(1)}`),
      MODULE_WASM: JSON.stringify(named),
      MODULE_INTEGRITY: JSON.stringify(await integrity(join(out, named))),
      "import.meta.url": "location.href",
    },
  });
  await rm(glue);
  return script;
}

/** The first eight hexadecimal digits of the content's SHA-256. */
function shortHash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}

async function emit(out, stem, extension, options) {
  const content = await bundle(options);
  // The service worker keeps its name: browsers look for new versions under it.
  const name = stem === WORKER ? stem : `${stem}-${shortHash(content)}.${extension}`;
  await writeFile(join(out, name), content);
  return name;
}

async function bundle(options) {
  const result = await build({
    bundle: true,
    minify: true,
    // The licences travel in a file beside the bundle.
    legalComments: "none",
    logLevel: "warning",
    write: false,
    ...options,
  });
  return result.outputFiles[0].contents;
}

/** A bundle as it stands inside the page. */
function text(content) {
  const inside = Buffer.from(content).toString("utf8").trim();
  if (/<\/(script|style)/i.test(inside)) throw new Error("What stands inside the page may not end its own element.");
  return inside;
}

/** The texts that Apache-2.0 and BSD-3-Clause want kept: ECharts, what it includes, its drawing library. */
async function licences(source) {
  const modules = join(source, "node_modules");
  const included = (await readdir(join(modules, "echarts/licenses"))).sort();
  const files = ["echarts/NOTICE", "echarts/LICENSE", ...included.map((name) => `echarts/licenses/${name}`), "zrender/LICENSE"];
  const texts = files.map(async (name) => `==== ${name} ====\n\n${(await readFile(join(modules, name), "utf8")).trim()}\n`);
  return (await Promise.all(texts)).join("\n\n");
}
