// Puts the home of a first visit into the page: build/page/home.html, which `cargo xtask first-screen` writes from what the
// application shows, so that its words have one source.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The page with the header and the home in their places. */
export async function withHome(source, page) {
  const home = await readFile(join(source, "build/page/home.html"), "utf8");
  const version = /^version = "([^"]+)"/m.exec(await readFile(join(source, "Cargo.toml"), "utf8"))[1];
  // Its lines end where nothing is shown: the application has no white space there.
  const text = home.replaceAll(/\r?\n/g, "").replace("{version}", version);
  const main = text.indexOf("<main");
  if (main < 0) throw new Error("build/page/home.html has no <main>: write it anew with `cargo xtask first-screen`.");
  const pieces = { header: text.slice(0, main), main: text.slice(main) };
  const places = [...page.matchAll(/<!-- home\.html: (\w+) -->/g)].map((found) => found[1]);
  if (String(places) !== String(Object.keys(pieces))) throw new Error("index.html has no place for the home, or another than before: see build/home.mjs.");
  return page.replace(/<!-- home\.html: (\w+) -->/g, (_, name) => pieces[name]);
}
