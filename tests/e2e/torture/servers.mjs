// Real nginx and Apache, set up with the archive's own examples, on loopback ports; each is asked what INSTALLER.md says of
// it, then opened in the browser, then stopped. `node tests/e2e/torture/servers.mjs`, after a build; NUMEA_CHROMIUM says with
// what. A server that is not installed is left out, and said to be.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { french, launchOptions } from "../support/browser.mjs";

const TOOL = "dist";
const EXAMPLES = "docs/exemples-serveur";

/** Files from this size on are sent compressed, in bytes. */
const LEAST_COMPRESSED = 200;
const HASHED = /-[0-9a-f]{8,}[._]/;
const TYPES = {
  html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json", png: "image/png",
  webmanifest: "application/manifest+json", svg: "image/svg+xml", txt: "text/plain",
};
const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": "frame-ancestors 'self'",
  "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
};
const MODULES = "mpm_event authn_core authz_core alias deflate dir filter headers mime negotiation".split(" ");
const MODULE_FOLDERS = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];
const isRoot = process.getuid?.() === 0;

const sum = { servers: new Set(), checks: 0, failures: 0 };

/** Notes that so many things were looked at, and what of them was wrong. */
function check(what, count, wrong) {
  sum.checks += count;
  sum.failures += wrong.length;
  if (wrong.length > 0) console.log(`${what}: ${wrong.slice(0, 4).join("; ")}${wrong.length > 4 ? ` … (${wrong.length})` : ""}`);
}

function nginxFiles(folder, path, port) {
  const text = readFileSync(join(EXAMPLES, "nginx.conf"), "utf8");
  // The guide: put the first part into http, the second into server; replace the path and the folder.
  const at = text.indexOf("# 2.");
  const [first, second] = [text.slice(0, at), text.slice(at)]
    .map((part) => part.replaceAll("/var/www/numea/", "\0").replaceAll("/numea", path.replace(/\/$/, "")).replaceAll("\0", `${folder}/www/numea/`));
  // At the root there is no address without its last slash.
  const server = path === "/" ? second.replace(/location = *\{[^}]*\}/, "").replace(/location = \/ ?\{[^}]*\}/, "") : second;
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ");
  writeFileSync(join(folder, "server.conf"), `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log; ${isRoot ? "user root;" : ""}
events {}
http { access_log off; ${temporary} include /etc/nginx/mime.types; default_type application/octet-stream;
${first}
server { listen 127.0.0.1:${port}; root ${folder}/nothing; ${server} } }\n`);
  return ["nginx", ["-c", join(folder, "server.conf"), "-e", join(folder, "error.log")]];
}

function apacheFiles(folder, path, port) {
  const modules = MODULE_FOLDERS.find(existsSync);
  cpSync(join(EXAMPLES, "apache.htaccess"), join(folder, "www/numea/.htaccess"));
  const root = path === "/" ? `DocumentRoot ${folder}/www/numea` : `DocumentRoot ${folder}/nothing\nAlias ${path.replace(/\/$/, "")} ${folder}/www/numea`;
  writeFileSync(join(folder, "server.conf"), `ServerRoot ${folder}\nServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log
${MODULES.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join("\n")}
${isRoot ? "User www-data\nGroup www-data" : ""}
TypesConfig /etc/mime.types
${root}
<Directory ${folder}/www>\nAllowOverride FileInfo\nRequire all granted\nDirectoryIndex index.html\n</Directory>\n`);
  return ["apache2", ["-DFOREGROUND", "-f", join(folder, "server.conf")]];
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function answers(port) {
  return new Promise((done) => connect(port, "127.0.0.1").on("connect", function () { this.destroy(); done(true); }).on("error", () => done(false)));
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function start(configure, path) {
  const folder = mkdtempSync(join(tmpdir(), "numea-host-"));
  chmodSync(folder, 0o755);
  for (const name of ["www/numea", "nothing"]) mkdirSync(join(folder, name), { recursive: true });
  cpSync(TOOL, join(folder, "www/numea"), { recursive: true });
  writeFileSync(join(folder, "www/numea/site.json"), JSON.stringify({ editeur: "Lycée du Val", hebergeur: "Hébergeur SA, 2 rue du Serveur, 75000 Exemple. ".repeat(5) }));
  const port = await freePort();
  const [command, words] = configure(folder, path, port);
  // As on a host where it was put yesterday: a sum of a file of this very second is a weak one.
  for (const name of readdirSync(join(folder, "www/numea"))) utimesSync(join(folder, "www/numea", name), 1.7e9, 1.7e9);
  const child = spawn(command, words, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => { said += text; });
  const ended = new Promise((done) => child.on("exit", done));
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (child.exitCode !== null || tries > 80) throw new Error(`${command} does not start: ${said}`);
    await pause(100);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await Promise.race([ended, pause(3000).then(() => child.kill("SIGKILL"))]);
  };
  return { address: `http://127.0.0.1:${port}${path}`, folder, stop, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

function ask(address, headers = {}) {
  return new Promise((done, fail) => get(address, { agent: false, headers: { "accept-encoding": "gzip", ...headers } }, (response) => {
    response.resume().on("end", () => done({ status: response.statusCode, headers: response.headers }));
  }).on("error", fail));
}

/** What the guide says that the server sends. */
async function checkAnswers(what, { address, folder }, path) {
  const names = readdirSync(join(folder, "www/numea")).filter((name) => !name.startsWith("."));
  const wrong = { types: [], headers: [], cache: [], compression: [], again: [] };
  for (const name of [...names, ""]) {
    const { status, headers } = await ask(address + name);
    const kind = (name || "index.html").split(".").pop();
    const isText = !["png", "txt"].includes(kind);
    if (status !== 200 || !headers["content-type"]?.startsWith(TYPES[kind])) wrong.types.push(`${name} ${status} ${headers["content-type"]}`);
    for (const [key, value] of Object.entries(HEADERS)) if (headers[key] !== value) wrong.headers.push(`${name} ${key}: ${headers[key]}`);
    if (headers["cache-control"] !== (HASHED.test(name) ? "public, max-age=31536000, immutable" : "no-cache")) wrong.cache.push(`${name} ${headers["cache-control"]}`);
    // Apache sends a few bytes as they are: compressed they would be more.
    const isWorthIt = isText && statSync(join(folder, "www/numea", name || "index.html")).size >= LEAST_COMPRESSED;
    if (isWorthIt && headers["content-encoding"] !== "gzip") wrong.compression.push(name);
    const known = { "if-none-match": headers.etag, "if-modified-since": headers["last-modified"] };
    const again = await ask(address + name, Object.fromEntries(Object.entries(known).filter(([, value]) => value)));
    if (again.status !== 304) wrong.again.push(`${name} ${again.status}`);
  }
  check(`${what}: types`, names.length + 1, wrong.types);
  check(`${what}: security headers`, (names.length + 1) * Object.keys(HEADERS).length, wrong.headers);
  check(`${what}: Cache-Control`, names.length + 1, wrong.cache);
  check(`${what}: compressed`, names.length + 1, wrong.compression);
  check(`${what}: unchanged file not sent again`, names.length + 1, wrong.again);
  const missing = await ask(`${address}app-00000000.js`);
  check(`${what}: a missing file is not kept for a year`, 1, missing.status === 404 && !/max-age/.test(missing.headers["cache-control"]) ? [] : [`${missing.status} ${missing.headers["cache-control"]}`]);
  if (path === "/") return;
  const bare = await ask(address.slice(0, -1));
  check(`${what}: address without its last slash`, 1, [301, 302, 308].includes(bare.status) && bare.headers.location?.endsWith(path) ? [] : [`${bare.status} ${bare.headers.location ?? ""}`]);
}

/** A part of the page that the server has not, has altered, or has of another version: said, and had once it is right again. */
async function checkParts(what, { address, folder }, browser) {
  const www = join(folder, "www/numea");
  const names = readdirSync(www);
  const part = join(www, names.find((name) => /^part-work-.*\.wasm$/.test(name)));
  const other = join(www, names.find((name) => /^app-.*\.wasm$/.test(name)));
  const right = readFileSync(part);
  const altered = Buffer.from(right);
  altered[altered.length - 5] ^= 1;
  const spoilt = { missing: () => rmSync(part), altered: () => writeFileSync(part, altered), "of another version": () => writeFileSync(part, readFileSync(other)) };
  for (const [trouble, spoil] of Object.entries(spoilt)) {
    const context = await browser.newContext({ ...french, serviceWorkers: "block" });
    context.setDefaultTimeout(15_000);
    const wrong = [];
    try {
      const page = await context.newPage();
      spoil();
      await page.goto(address + "#/questionnaire/1.1");
      await page.locator("html[data-ready]").waitFor({ state: "attached" });
      await page.locator('input[data-item="1.1.2"][data-stage="1"]').first().check();
      await page.evaluate(() => { location.hash = "#/objectifs"; });
      await page.getByRole("alert").filter({ hasText: "Cette page n’a pas pu être chargée" }).waitFor();
      writeFileSync(part, right);
      await page.getByRole("button", { name: "Réessayer" }).click();
      await page.getByRole("heading", { level: 1, name: "Objectifs et échéancier" }).waitFor();
    } catch (error) {
      wrong.push(error.message.split("\n")[0]);
    } finally {
      writeFileSync(part, right);
      await context.close();
    }
    check(`${what}: a part that is ${trouble}`, 1, wrong);
  }
}

/** The tool as a person meets it, then once more without the server. */
async function checkTool(what, host, browser) {
  const context = await browser.newContext(french);
  context.setDefaultTimeout(15_000);
  const said = [];
  context.on("console", (message) => { if (["error", "warning"].includes(message.type())) said.push(message.text().slice(0, 160)); });
  const page = await context.newPage();
  const step = (name, run) => run().then((wrong) => check(`${what}: ${name}`, 1, wrong ? [wrong] : []), (error) => check(`${what}: ${name}`, 1, [error.message.split("\n")[0]]));
  const open = async (hash) => {
    await page.goto("about:blank");
    await page.goto(host.address + hash);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
  };
  const box = page.locator('input[data-item="1.1.2"][data-stage="1"]');
  const chart = page.locator('[data-chart="positioning"] svg');
  await step("starts and draws its chart", async () => { await open("?utm=x#/positionnement/items"); await chart.waitFor(); });
  await step("saves", async () => { await box.check(); await page.locator("[data-save-state=saved]").waitFor(); await open("#/positionnement/items"); return !(await box.isChecked()) && "not kept"; });
  await step("is kept", () => page.evaluate(() => Promise.race([navigator.serviceWorker.ready.then(() => ""), new Promise((done) => setTimeout(done, 10_000, "no service worker"))])));
  await step("diagnostic and site.json", async () => {
    await open("#/diagnostic");
    await page.getByText("Oui, la page est gardée.").waitFor();
    await page.getByText("Type correct (application/wasm), gzip.").waitFor();
    await open("#/mentions");
    await page.getByText("Lycée du Val").first().waitFor();
  });
  check(`${what}: console`, said.length, said);
  await host.stop();
  await step("second visit without the server", async () => { await open("#/positionnement/items"); await chart.waitFor(); return !(await box.isChecked()) && "the work is gone"; });
  await context.close();
}

const browser = await chromium.launch(launchOptions);
try {
  for (const [name, configure, command] of [["nginx", nginxFiles, "nginx"], ["Apache", apacheFiles, "apache2"]]) {
    if (spawnSync(command, ["-v"]).error) {
      console.log(`${name} is not installed here: left out.`);
      continue;
    }
    for (const path of ["/", "/numea/", "/outils/numea-12345678.fr/"]) {
      const host = await start(configure, path);
      try {
        await checkAnswers(`${name} ${path}`, host, path);
        await checkParts(`${name} ${path}`, host, browser);
        await checkTool(`${name} ${path}`, host, browser);
      } finally {
        await host.stop();
        host.clear();
      }
    }
    sum.servers.add(name);
  }
} finally {
  await browser.close();
}
const names = [...sum.servers].join(" and ");
if (names) console.log(`figure|what INSTALLER.md says, on real servers set up with its examples (${names}), at three paths|${sum.checks}|${sum.failures} wrong`);
process.exitCode = sum.failures > 0 ? 1 : 0;
