// A site on which versions of the page follow each other, as a host puts them there.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server.mjs";

const DIST = "dist";

/** A site with the present version on it. */
export class Site {
  /** What is said of a file, given its name and what is usual. */
  headers = (_, usual) => usual;

  static async open() {
    const site = new Site();
    site.folder = await mkdtemp(join(tmpdir(), "numea-site-"));
    await cp(DIST, site.folder, { recursive: true });
    const headers = (name, usual) => site.headers(name, usual);
    site.server = await startServer({ root: site.folder, base: "/outils/numea/", headers });
    site.address = site.server.address;
    return site;
  }

  async close() {
    await this.server.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  text(name) {
    return readFile(join(this.folder, name), "utf8");
  }

  async file(pattern) {
    return (await readdir(this.folder)).find((name) => pattern.test(name));
  }

  /** Deletes a file, as a copy that was broken off leaves a folder. Gives the way to put it back. */
  async lose(pattern) {
    const name = await this.file(pattern);
    const content = await readFile(join(this.folder, name));
    await rm(join(this.folder, name));
    return () => writeFile(join(this.folder, name), content);
  }

  /** Replaces this file's content, whatever the sums say. */
  async spoil(pattern, content) {
    await writeFile(join(this.folder, await this.file(pattern)), content);
  }

  /**
   * Puts another version over the present one: another text in the page, a chart of another name, sums and version that
   * agree. The old chart is gone, as on a host that empties the folder first.
   */
  async update(mark) {
    const chart = await this.file(/^chart-.*\.js$/);
    const renamed = `chart-${sum(mark, "hex").slice(0, 8)}.js`;
    await writeFile(join(this.folder, renamed), `${await this.text(chart)}\n// ${mark}\n`);
    await rm(join(this.folder, chart));
    const page = (await this.text("index.html")).replace(chart, renamed).replace(/(<meta name="description" content=")[^"]*/, `$1${mark}`);
    await writeFile(join(this.folder, "index.html"), page);
    let worker = await this.text("sw.js");
    const known = /\[\s*"([^"]+)",\s*"(sha256-[^"]+)"\s*\]/g;
    for (const [, name, old] of [...worker.matchAll(known)]) {
      const now = name === chart ? renamed : name;
      const fresh = `sha256-${sum(await readFile(join(this.folder, now)), "base64")}`;
      worker = worker.replace(`"${name}"`, `"${now}"`).replace(old, fresh);
    }
    // The version itself: eight hexadecimal digits in quotes.
    worker = worker.replace(/"[0-9a-f]{8}"/, `"${sum(mark, "hex").slice(0, 8)}"`);
    await writeFile(join(this.folder, "sw.js"), worker);
  }

  /** Writes what the host says of itself. */
  async says(words) {
    await writeFile(join(this.folder, "site.json"), JSON.stringify(words));
  }

  /** Puts the worker there with which a host withdraws the page. */
  async withdraw() {
    await writeFile(join(this.folder, "sw.js"), await readFile("build/page/withdraw.js"));
  }
}

function sum(content, encoding) {
  return createHash("sha256").update(content).digest(encoding);
}
