// Many screens in one page, in one call: a context and a load for each would cost a second or two apiece.

/**
 * Goes to these screens as links do, and runs `look`, a function for the page, at each once its title is there.
 * Gives what it found, screen by screen.
 */
export function tour(page, screens, look) {
  const stops = screens.map(({ address, title }) => ({ address, title: typeof title === "string" ? `^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$` : title.source }));
  return page.evaluate(`(${walk})(${JSON.stringify(stops)}, ${look})`);
}

/** Runs in the page. */
async function walk(stops, look) {
  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  const title = () => document.querySelector("h1")?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const found = [];
  for (const stop of stops) {
    location.hash = stop.address;
    const end = performance.now() + 10_000;
    do {
      if (performance.now() > end) throw new Error(`${stop.address} shows « ${title()} »`);
      await frame();
    } while (!new RegExp(stop.title).test(title()));
    await frame();
    found.push(await look(stop.address));
  }
  return found;
}
