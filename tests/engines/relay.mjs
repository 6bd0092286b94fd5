// What stands between the browser and the server: closing it is being without a network, whoever runs the server; and the
// page tells through it what its console says, which WebKit's driver does not.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

/** Runs in the page, before its first script: listens, and remembers over a reload. */
function listen() {
  const note = (text) => sessionStorage.setItem("heard", JSON.stringify([...JSON.parse(sessionStorage.getItem("heard") ?? "[]"), text]));
  const { error } = console;
  console.error = (...words) => { note(`console: ${words.join(" ")}`); error.apply(console, words); };
  addEventListener("error", (event) => note(`error: ${event.message ?? event.target.src ?? event.target.href}`), true);
  addEventListener("unhandledrejection", (event) => note(`rejected: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => note(`policy: ${event.effectiveDirective} ${event.blockedURI}`));
}

/** Starts it in front of this address. */
export async function startRelay(url) {
  const heard = (guard) => `(${listen})();\n${guard}`;
  const server = createServer(async (request, response) => {
    try {
      const address = new URL(request.url, url);
      const answer = await fetch(address, { redirect: "manual" });
      let body = Buffer.from(await answer.arrayBuffer());
      if (/\/guard-[^/]*\.js$/.test(request.url)) body = heard(body);
      // The service worker checks what it keeps, so it is told the sum of the guard that the page gets here.
      if (/\/sw\.js$/.test(request.url)) {
        const [, name] = /"(guard-[^"]+\.js)"/.exec(body);
        const guard = heard(await (await fetch(new URL(name, address))).text());
        const sum = createHash("sha256").update(guard).digest("base64");
        body = String(body).replace(new RegExp(`("${name}",\\s*"sha256-)[^"]+`), `$1${sum}`);
      }
      const said = ["content-type", "cache-control", "location"].filter((name) => answer.headers.has(name));
      response.writeHead(answer.status, Object.fromEntries(said.map((name) => [name, answer.headers.get(name)]))).end(body);
    } catch {
      response.destroy();
    }
  });
  await new Promise((done) => { server.listen(0, "127.0.0.1", done); });
  const address = new URL(url);
  address.host = `127.0.0.1:${server.address().port}`;
  return { address: address.href, close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }) };
}
