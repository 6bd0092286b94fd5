// A host that answers from memory, in brotli, as a well kept one does: what is measured is the page, not the disk.
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A name that changes with its content may be kept for ever. */
const HASHED = /-[0-9a-f]{8,}[._]/;

/** The files of a folder, by name. */
export async function filesOf(folder) {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))])));
}

/** Serves each of `sites` (`{ numea: { "index.html": bytes } }`) under its own name; gives the address and `close()`. */
export async function startHost(sites) {
  const answers = new Map();
  for (const [site, files] of Object.entries(sites)) {
    for (const [name, content] of Object.entries(files)) {
      answers.set(`/${site}/${name === "index.html" ? "" : name}`, answerOf(name, content));
    }
  }
  const server = createServer((request, response) => {
    const answer = answers.get(request.url.split(/[?#]/, 1)[0]);
    if (!answer) return response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    response.writeHead(200, answer.headers).end(answer.body);
  });
  await new Promise((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
  return {
    address: (site) => `http://127.0.0.1:${server.address().port}/${site}/`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

function answerOf(name, content) {
  const body = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  return {
    body,
    headers: {
      "content-type": TYPES[extname(name)] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": HASHED.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
    },
  };
}
