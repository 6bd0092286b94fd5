// What the page weighs in brotli: `node build/weigh.mjs [folder] [--json]`.
// A first visit is the page, with the style of the first screens, and what it names itself: scripts, wasm. The parts of the page come when they are needed,
// or else once it is at rest; the chart and the documents later, if at all.
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith("--")) ?? join(root, "dist");
const budget = JSON.parse(await readFile(join(root, "build/budget.json"), "utf8"));
const html = await readFile(join(folder, "index.html"), "utf8");

const first = await weighAll(["index.html", ...namedBy(html)]);
const style = await weighAll([partOf(html, "style").replace("./", "")]);
const chart = await weighAll([partOf(html, "chart")]);
const documents = await weighAll(await moduleOf("documents"));
const workbook = await weighAll(await moduleOf("workbook"));
const scanner = await weighAll(await moduleOf("scanner"));
const parts = await weighAll((await readdir(folder)).filter((name) => /^(part-|chunk_).*_bg\.wasm$/.test(name)).sort());
const shares = [
  { title: "A first visit, until the questionnaire can be filled", files: first, budget: budget.first_visit_kb },
  { title: "Just after the start, the whole style", files: style, budget: budget.style_kb },
  ...partsByName(),
  { title: "The first chart, in addition", files: chart, budget: budget.chart_kb },
  { title: "The documents module, in addition", files: documents, budget: budget.documents_kb },
  { title: "The workbook module, in addition", files: workbook, budget: budget.workbook_kb },
  { title: "The module that reads codes from the camera, in addition", files: scanner, budget: budget.scanner_kb },
];

if (args.includes("--json")) {
  const byPart = Object.fromEntries(partsByName().map(({ part, files }) => [part, total(files)]));
  const totals = { first_visit: total(first), style: total(style), parts: byPart, chart: total(chart), documents: total(documents), workbook: total(workbook), scanner: total(scanner) };
  console.log(JSON.stringify({ ...totals, files: shares.flatMap(({ files }) => files), budget }));
} else {
  console.log(shares.map(describe).join("\n"));
}

/** Style sheets, scripts and preloaded modules: what the browser fetches before the application runs. */
function namedBy(html) {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const needed = tags.filter((tag) => /^<script/.test(tag) || /\brel="?(?:stylesheet|preload|modulepreload)\b/.test(tag));
  const names = needed.map((tag) => /\b(?:href|src)="?([^"\s>]+)/.exec(tag)?.[1]).filter(Boolean);
  return [...new Set(names.map((name) => name.replace(/^\.\//, "")))];
}

/** Each part of the page, and what several of them share (« chunks »); none where the page was built whole. */
function partsByName() {
  return Object.entries(budget.parts_kb).map(([part, kilobytes]) => {
    const pattern = part === "shared" ? /^chunk_/ : new RegExp(`^part-${part}-`);
    return { part, title: `Once the page is at rest, the part « ${part} »`, files: parts.filter(({ name }) => pattern.test(name)), budget: kilobytes };
  });
}

/** The file of a part that the application fetches when it is asked for. */
function partOf(html, part) {
  const name = new RegExp(`<meta name="numea-${part}" content="([^"]+)"`).exec(html)?.[1];
  if (!name) throw new Error(`index.html does not name the script of the ${part}: build with \`cargo xtask build\`.`);
  return name;
}

/** The script of a module, and the WebAssembly that it names. */
async function moduleOf(name) {
  const script = partOf(html, name);
  const wasm = new RegExp(`${name}-[0-9a-f]+_bg\\.wasm`).exec(await readFile(join(folder, script), "utf8"))?.[0];
  if (!wasm) throw new Error(`${script} names no WebAssembly: build with \`cargo xtask build\`.`);
  return [script, wasm];
}

async function weighAll(names) {
  return Promise.all(names.map(async (name) => ({ name, bytes: brotli(await readFile(join(folder, name))).length })));
}

function brotli(content) {
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}

function total(files) {
  return files.reduce((sum, file) => sum + file.bytes, 0);
}

function describe({ title, files, budget }) {
  const sum = total(files);
  const excess = sum - budget * 1000;
  const verdict = excess > 0 ? `OVER the budget of ${budget} kB by ${kb(excess)}` : `budget ${budget} kB`;
  const lines = files.map((file) => `  ${kb(file.bytes).padStart(9)}  ${file.name}`);
  return [`${title}: ${kb(sum)} in brotli (${verdict})`, ...lines].join("\n");
}

function kb(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
