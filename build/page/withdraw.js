// In place of sw.js on a host that withdraws the page: drops what it kept of itself, and itself. Data stay.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(withdraw()));

async function withdraw() {
  const ours = `numea:${new URL(registration.scope).pathname}:`;
  const keys = (await caches.keys()).filter((key) => key.startsWith(ours));
  await Promise.all(keys.map((key) => caches.delete(key)));
  await registration.unregister();
}
