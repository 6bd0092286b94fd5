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
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(FILES.map(async ([name, integrity]) => {
      const url = new URL(name === "index.html" ? "./" : name, registration.scope);
      const response = await fetch(url, { integrity, cache: "no-cache", credentials: "same-origin" });
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      // Made anew: a response that was redirected may not answer a navigation.
      await cache.put(url, new Response(await response.blob(), { headers: response.headers }));
    }));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  // Not needed for work: a host may have none.
  await latest(new Request(new URL(SITE, registration.scope), { cache: "no-cache" })).catch(() => {});
}

/** Serves from now on. The version before this one stays, for pages of it that are still open. */
async function takeOver() {
  const mine = (await caches.keys()).filter((key) => key.startsWith(OURS) && key !== CACHE);
  await Promise.all(mine.slice(0, -1).map((key) => caches.delete(key)));
  await clients.claim();
}

async function keptPage(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL("./", registration.scope))) ?? fetch(request);
}

/** A file of this version; of the one before, whose pages may still be open; else the network's. */
async function keptFile(request) {
  const current = await (await caches.open(CACHE)).match(request, { ignoreSearch: true });
  if (current) return current;
  for (const key of (await caches.keys()).filter((key) => key.startsWith(OURS))) {
    const kept = await (await caches.open(key)).match(request, { ignoreSearch: true });
    if (kept) return kept;
  }
  return fetch(request);
}

/** What the network has now; without one, what it had last. */
async function latest(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch (error) {
    return (await cache.match(request.url)) ?? Response.error();
  }
}
