// Trunk's last step, run in its staging folder: adds the style sheet and the parts that come later, then the security
// policy, which names by its hash the one inline script of the page (Trunk's start script).
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleChart, bundleDocuments, bundleGlue, bundleStyle } from "./bundles.mjs";

const source = process.env.TRUNK_SOURCE_DIR ?? process.cwd();
const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) {
  console.error("build/finish.mjs is run by Trunk: use `cargo xtask build`.");
  process.exit(1);
}

const page = join(staging, "index.html");
const [style, chart, documents, html] = await Promise.all([
  bundleStyle(source, staging),
  bundleChart(source, staging),
  bundleDocuments(source, staging),
  readFile(page, "utf8"),
]);
// `trunk serve` adds inline scripts of its own to the debug build.
const release = process.env.TRUNK_PROFILE === "release";
const linked = insertAfterCharset(
  await withSmallGlue(html.replace(/<!--.*?-->\n?/gs, "")),
  `<link rel="stylesheet" href="./${style}">\n${namedPart("chart", chart)}\n${namedPart("documents", documents)}`,
);
await writeFile(page, release ? insertAfterCharset(linked, policy(linked)) : linked);

/** Where the application finds the script of a part that it fetches when it is asked for. */
function namedPart(part, script) {
  return `<meta name="numea-${part}" content="${script}">`;
}

/** The page, naming the smaller glue instead of the one that wasm-bindgen wrote. */
async function withSmallGlue(html) {
  const glue = /\.\/(app-[0-9a-f]+\.js)/.exec(html)?.[1];
  if (!release || !glue) return html;
  return html.replaceAll(glue, await bundleGlue(staging, glue));
}

/** Puts `text` at the top of the head: before any script, after the encoding it is read in. */
function insertAfterCharset(html, text) {
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Error("index.html has no <meta charset=\"utf-8\">, after which the head is completed.");
  return html.replace(charset, (tag) => `${tag}\n${text}`);
}

function policy(html) {
  const rules = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' '${startScriptHash(html)}'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}">`;
}

function startScriptHash(html) {
  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]);
  if (inline.length !== 1) {
    throw new Error(`The page should hold one inline script, Trunk's, and holds ${inline.length}: move the others to files in public/.`);
  }
  return `sha256-${createHash("sha256").update(inline[0]).digest("base64")}`;
}
