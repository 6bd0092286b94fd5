// The service worker: keeps one whole version of the page, checked file by file, and serves it without a network. The
// build writes VERSION and FILES (name and sum of each file) above. It touches no cache but its own, and a new version
// waits until the person agrees.
const OURS = `numea:${new URL(registration.scope).pathname}:`;
const CACHE = OURS + VERSION;
/** The host's own words: no part of a version. */
const SITE = "site.json";

addEventListener("install", (event) => event.waitUntil(keepAll()));

addEventListener("message", (event) => {
  if (event.data === "activate") skipWaiting();
});

addEventListener("activate", (event) => event.waitUntil(takeOver()));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  // The diagnostic wants to know what the host sends now.
  if (request.cache === "no-store") return;
  const name = request.url.slice(registration.scope.length).split(/[?#]/, 1)[0];
  if (name === SITE) event.respondWith(latest(request));
  else if (name === "" || name === "index.html") event.respondWith(keptPage(request));
  else if (isKept(name) || /-[0-9a-f]{8,}[._]/.test(name)) event.respondWith(keptFile(request));
});

function isKept(name) {
  return FILES.some(([file]) => file === name);
}

/** All the files or none: a file that is missing or is not of this version ends the installation. */
async function keepAll() {
  const isThere = await caches.has(CACHE);
  const kept = await Promise.allSettled(FILES.map(async ([name, integrity]) => {
    const url = new URL(name === "index.html" ? "./" : name, registration.scope);
    const checked = (cache) => fetch(url, { integrity, cache, credentials: "same-origin" });
    // The browser may keep the page of a network that wanted a sign-in, and be told that it is still the newest.
    const response = await checked("no-cache").catch(() => checked("reload"));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    await keep(url, response);
  }));
  const failed = kept.find(({ status }) => status === "rejected");
  if (failed) {
    // A version that is in use already stays whole.
    if (!isThere) await caches.delete(CACHE);
    throw failed.reason;
  }
  // Not needed for work: a host may have none.
  await latest(new Request(new URL(SITE, registration.scope), { cache: "reload" })).catch(() => {});
}

/**
 * Serves from now on. Where other pages are open, every version before this one stays for them; else the last two, one of
 * which the page that agreed is of: the host may have gone back to a version, and on to another.
 */
async function takeOver() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = (await caches.keys()).filter((key) => key.startsWith(OURS) && key !== CACHE);
  const done = open.length > 1 ? [] : others.slice(0, -2);
  await Promise.all(done.map((key) => caches.delete(key)));
  await clients.claim();
}

async function keptPage(request) {
  return (await kept([CACHE], new URL("./", registration.scope).href)) ?? fetch(request);
}

/** A file of this version; of one before, whose pages may still be open; else the network's. */
async function keptFile(request) {
  const others = () => caches.keys().then((keys) => keys.filter((key) => key.startsWith(OURS)), () => []);
  return (await kept([CACHE], request.url)) ?? (await kept(await others(), request.url)) ?? fetch(request);
}

/** What the network has of the host's words now; without one, what it had last. One entry, whatever the query. */
async function latest(request) {
  const { href } = new URL(SITE, registration.scope);
  let response;
  try {
    response = await fetch(request);
  } catch (error) {
    return (await kept([CACHE], href)) ?? Response.error();
  }
  // Some hosts answer with a page of theirs where a file is missing.
  const isPage = /html/.test(response.headers.get("content-type"));
  if (response.ok && !isPage) await keep(href, response.clone()).catch(() => {});
  return response;
}

/** What these caches hold for an address; nothing where the browser does not give it. */
async function kept(keys, url) {
  try {
    for (const key of keys) {
      const found = await (await caches.open(key)).match(url, { ignoreSearch: true, ignoreVary: true });
      if (found) return found;
    }
  } catch (error) {
    // The network has it.
  }
  return undefined;
}

/** Made anew: a response that was redirected may not answer a navigation, nor one that varies with the request the next. */
async function keep(url, response) {
  const headers = new Headers(response.headers);
  headers.delete("vary");
  await (await caches.open(CACHE)).put(url, new Response(await response.blob(), { headers }));
}
