// The one static server of the project: `cargo xtask serve` and the end-to-end tests use it.
//   node tests/e2e/support/server.mjs --root dist --base /numea/ --port 8080 [--or-free] [--attached]
// --or-free: another port when that one is taken; --attached: ends with the process that holds its standard input.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A name that changes with the content may be kept for ever; anything else is asked for again. */
const HASHED = /-[0-9a-f]{8,}[._]/;

/**
 * Serves `root` under `base`; gives the address, and `close()` which cuts the connections too. `headers` changes what is
 * said of a file, given its name and what would be said, as hosts do that are set up otherwise.
 */
export async function startServer({ root = "dist", base = "/numea/", port = 0, orFree = false, headers = (_, usual) => usual } = {}) {
  const folder = resolve(root);
  const server = createServer((request, response) => {
    answer({ folder, base, headers, request, response }).catch(() => refuse(response, 500, "Internal error"));
  });
  const given = await listen(server, port).catch((error) => {
    if (orFree && error.code === "EADDRINUSE") return listen(server, 0);
    throw error;
  });
  return {
    address: `http://127.0.0.1:${given}${base}`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

function listen(server, port) {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", fail);
      done(server.address().port);
    });
  });
}

async function answer({ folder, base, headers, request, response }) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Method not allowed");
  const path = pathOf(request.url);
  if (path === undefined) return refuse(response, 400, "Bad address");
  if (`${path}/` === base) return response.writeHead(301, { location: base }).end();
  if (!path.startsWith(base)) return refuse(response, 404, "Not found");
  const file = await fileOf(folder, path.slice(base.length));
  if (!file) return refuse(response, 404, "Not found");
  response.writeHead(200, headers(basename(file.name), headersOf(file)));
  if (request.method === "HEAD") return response.end();
  createReadStream(file.name).on("error", () => response.destroy()).pipe(response);
}

/** The decoded path of an address, as sent: nothing is resolved before `fileOf` checks it. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The file behind a path, never one outside the folder; a folder is answered only by its own index.html. */
async function fileOf(folder, path) {
  const name = resolve(folder, join(".", path === "" || path.endsWith("/") ? `${path}index.html` : path));
  if (!name.startsWith(folder + sep)) return undefined;
  const info = await stat(name).catch(() => undefined);
  return info?.isFile() ? { name, size: info.size } : undefined;
}

function headersOf({ name, size }) {
  return {
    "content-type": TYPES[extname(name).toLowerCase()] ?? "application/octet-stream",
    "content-length": size,
    "cache-control": HASHED.test(basename(name)) ? "public, max-age=31536000, immutable" : "no-cache",
    "x-content-type-options": "nosniff",
  };
}

function refuse(response, status, text) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" }).end(`${text}\n`);
}

async function main() {
  const { values } = parseArgs({
    options: {
      root: { type: "string", default: "dist" },
      base: { type: "string", default: "/numea/" },
      port: { type: "string", default: "0" },
      "or-free": { type: "boolean", default: false },
      attached: { type: "boolean", default: false },
    },
  });
  try {
    const { root, base } = values;
    const { address } = await startServer({ root, base, port: Number(values.port), orFree: values["or-free"] });
    console.log(address);
  } catch (error) {
    const taken = error.code === "EADDRINUSE";
    console.error(taken ? `Port ${values.port} is taken: choose another with --port.` : `The server cannot start: ${error.message}`);
    process.exit(1);
  }
  if (values.attached) process.stdin.on("close", () => process.exit(0)).resume();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
