// The home of a first visit, which the page holds before the application is there (build/page/home.html):
//   cargo xtask first-screen           writes it anew, from what the application shows at the address in NUMEA_URL
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { french, launchOptions } from "./browser.mjs";

const FILE = "build/page/home.html";

/** The header, the home and the footer inside `place`, as one text: without what is of the moment, a line for each element. */
export function firstScreen(page, place) {
  return page.evaluate((place) => {
    const MOMENTARY = ["data-save-state", "data-pen", "aria-keyshortcuts"];
    const parts = ["header", "main", "footer"].map((name) => document.querySelector(place.replaceAll("*", name)).cloneNode(true));
    const written = parts.map((part) => {
      // The marks of the application, which nobody sees.
      const marks = document.createTreeWalker(part, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION);
      const found = [];
      while (marks.nextNode()) found.push(marks.currentNode);
      found.forEach((mark) => mark.remove());
      part.normalize();
      for (const element of [part, ...part.querySelectorAll("*")]) MOMENTARY.forEach((name) => element.removeAttribute(name));
      // Until the application is there they do nothing.
      part.querySelectorAll("button").forEach((button) => { button.disabled = true; });
      part.querySelectorAll("details").forEach((details) => { details.open = false; });
      if (part.id === "contenu") part.removeAttribute("id");
      return part.outerHTML;
    });
    return `${written.join("").replace(/(?<! )<(?!\/)/g, "\n<").replace(/Version \d[\w.-]*/, "Version {version}").trim()}\n`;
  }, place);
}

/** Where the application has it, and where the page does. */
export const OF_APP = "body > *";
export const OF_PAGE = "#shell > [hidden] > *";

async function write() {
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await (await browser.newContext({ ...french, serviceWorkers: "block" })).newPage();
    await page.goto(process.env.NUMEA_URL);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await page.waitForTimeout(300);
    // Before the cards are there, which come when they are unfolded at the latest.
    await page.locator(".home__received-cards").evaluate((cards) => {
      const line = document.createElement("p");
      line.className = "lead soon";
      line.textContent = "Chargement…";
      cards.replaceChildren(line);
    });
    await writeFile(FILE, await firstScreen(page, OF_APP));
  } finally {
    await browser.close();
  }
  console.log(`${FILE} is written; the next build puts it into the page.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await write();
