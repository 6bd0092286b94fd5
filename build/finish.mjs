// Trunk's last step, run in its staging folder: replaces Trunk's start script by ours, which checks the WebAssembly, puts the
// first screen into the page, adds the guard and the parts that come later, then the security policy, then the service worker.
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleChart, bundleGuard, bundleModule, bundleStart, bundleStyle, bundleWorker, firstScript, sumOf, WORKER } from "./bundles.mjs";
import { withHome } from "./home.mjs";
import { split } from "./split.mjs";

const source = process.env.TRUNK_SOURCE_DIR ?? process.cwd();
const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) {
  console.error("build/finish.mjs is run by Trunk: use `cargo xtask build`.");
  process.exit(1);
}

const page = join(staging, "index.html");
const whole = withoutStart((await withHome(source, await readFile(page, "utf8"))).replace(/<!--.*?-->\n?/gs, ""));
const html = { text: whole.text, ...await split(source, staging, whole) };
const [style, script, guard, chart, documents, workbook, scanner, start] = await Promise.all([
  bundleStyle(source, staging),
  firstScript(source),
  bundleGuard(source, staging),
  bundleChart(source, staging),
  bundleModule(source, staging, "documents"),
  bundleModule(source, staging, "workbook"),
  bundleModule(source, staging, "scanner"),
  bundleStart(source, staging, html),
]);
await Promise.all(html.temporary.map((name) => rm(join(staging, name))));
const later = [["chart", chart], ["documents", documents], ["workbook", workbook], ["scanner", scanner], ["worker", WORKER]];
const head = [
  policy(script, style.first),
  ...later.map(([part, name]) => `<meta name="numea-${part}" content="${name}">`),
  `<meta name="numea-style" content="./${style.name}" data-integrity="${style.integrity}">`,
  `<link rel="preload" href="./${html.wasm}" as="fetch" type="application/wasm" crossorigin="anonymous">`,
  `<script>${script}</script>`,
  `<style>${style.first}</style>`,
  // Without parts nothing waits for the whole style.
  ...(html.hasParts ? [] : [`<link rel="stylesheet" href="./${style.name}">`]),
  // Not before the first paint, and still one after the other.
  `<script defer src="./${guard}"></script>`,
  `<script defer src="./${start}"></script>`,
];
await writeFile(page, insertAfterCharset(html.text, head.join("\n")));
await bundleWorker(source, staging);

/** The page without Trunk's start script and preloads, and the glue and WebAssembly that they named. */
function withoutStart(page) {
  const script = /<script type="module">.*?import init, \* as bindings from '\.\/(?<glue>[^']+)';.*?module_or_path: '\.\/(?<wasm>[^']+)'.*?<\/script>\n?/s;
  const found = script.exec(page);
  if (!found) throw new Error("Trunk's start script is not as expected: has Trunk changed?");
  const text = page.replace(script, "").replace(/<link rel="(?:module)?preload"[^>]*>/g, "");
  if (/<script/.test(text)) throw new Error("The page should hold no script of its own: put it into build/page.");
  return { text, ...found.groups };
}

/** Puts `text` at the top of the head: before any script, after the encoding it is read in. */
function insertAfterCharset(html, text) {
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Error("index.html has no <meta charset=\"utf-8\">, after which the head is completed.");
  return html.replace(charset, (tag) => `${tag}\n${text}`);
}

/**
 * Nothing from another host, no script or style inside the page but these two, no HTML parsed by a script: see
 * build/page/guard.js for the last.
 */
function policy(script, style) {
  const rules = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' '${sumOf(script)}'`,
    `style-src 'self' '${sumOf(style)}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}">`;
}
