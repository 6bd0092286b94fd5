// WebKit, by WebKitGTK's own driver, spoken to in plain WebDriver.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { found, isProgram, list, until } from "./wait.mjs";

/** Starts it: its name, a page, and the way to end it; a sentence where it cannot be had. */
export async function webkit() {
  const driver = found("WebKitWebDriver");
  const libraries = ["/usr/lib", "/usr/libexec"].flatMap((folder) => [folder, ...list(folder)]).flatMap((folder) => list(folder).filter((name) => /\/webkit2?gtk-[\d.]+$/.test(name)));
  const binary = libraries.map((folder) => join(folder, "MiniBrowser")).find(isProgram);
  if (!driver || !binary) return "WebKitGTK’s driver is not installed (apt-get install webkit2gtk-driver)";
  if (!process.env.DISPLAY && !found("xvfb-run")) return "there is no display for WebKitGTK (apt-get install xvfb xauth)";
  const home = await mkdtemp(join(tmpdir(), "numea-webkit-"));
  const port = await freePort();
  const command = [driver, `--port=${port}`];
  if (!process.env.DISPLAY) command.unshift("xvfb-run", "-a");
  // The sandbox cannot start as root, and the pages are our own. A group of its own, so that all of it ends with us.
  const child = spawn(command[0], command.slice(1), { detached: true, stdio: "ignore", env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } });
  const end = async () => { try { process.kill(-child.pid, "SIGTERM"); } catch { /* It ended by itself. */ } await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {}); };
  const ask = async (method, path, body) => {
    const { value } = await (await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) })).json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    await until(() => ask("GET", "/status").catch(() => false), "WebKit’s driver answers");
    const { sessionId, capabilities } = await ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } } } });
    const session = `/session/${sessionId}`;
    const pageOf = (handle) => {
      const here = async (method, path, body) => { await ask("POST", `${session}/window`, { handle }); return ask(method, session + path, body); };
      return {
        go: (url) => here("POST", "/url", { url }), reload: () => here("POST", "/refresh", {}),
        run: async (action, ...args) => {
          const script = `const all = [...arguments], done = all.pop(); Promise.resolve().then(() => (${action})(...all)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
          const { value, error } = await here("POST", "/execute/async", { script, args });
          if (error) throw new Error(error);
          return value;
        },
        click: async (value) => here("POST", `/element/${Object.values(await here("POST", "/element", { using: "css selector", value }))[0]}/click`, {}),
        tab: async () => pageOf((await ask("POST", `${session}/window/new`, { type: "tab" })).handle), close: () => here("DELETE", "/window"),
      };
    };
    const page = pageOf(await ask("GET", `${session}/window`));
    return { name: `WebKit (${capabilities.browserName} ${capabilities.browserVersion})`, page, close: async () => { await ask("DELETE", session).catch(() => {}); await end(); } };
  } catch (error) {
    await end();
    throw error;
  }
}

const freePort = () => new Promise((done) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});
