// How quick the page is, beside a hand-written page of the same boxes: `cargo xtask bench [--rounds N]`, on the build in
// dist/. Rounds alternate between the two, so that what else the machine does falls on both. It prints figures; it judges
// none of them.
import { chromium } from "@playwright/test";
import { launchOptions } from "../e2e/support/browser.mjs";
import { SIZES } from "./dossiers.mjs";
import { floorPage } from "./floor.mjs";
import { filesOf, startHost } from "./host.mjs";
import { NETWORKS, network } from "./network.mjs";
import { papers } from "./papers.mjs";
import { team } from "./team.mjs";
import { years } from "./years.mjs";
import { APP, FLOOR, afterScreens, clickToChart, edits, firstVisit, homePaint, median, secondVisit } from "./visits.mjs";

const SCREENS = 500;
const rounds = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 5);

const host = await startHost({ numea: await filesOf("dist"), floor: { "index.html": Buffer.from(floorPage()) } });
const browser = await chromium.launch(launchOptions);
try {
  console.log(`${browser.version()}; slow 4G (1.6 Mbit/s, 150 ms), processor 4 times slower; medians of ${rounds} rounds, least and most in brackets\n`);
  await compare();
  console.log(`\n« ${SCREENS} changes of screen », processor and network as they are`);
  print(await afterScreens(browser, host, SCREENS));
  for (const size of SIZES) {
    console.log(`\n${size}, processor as it is`);
    print(await edits(browser, host, size));
  }
  console.log("\nMany years, processor as it is");
  print(await years(browser, host));
  console.log("\n« Réseau », processor as it is");
  for (const many of NETWORKS) print(await network(browser, host, many));
  console.log("\n« Équipe », processor as it is");
  print(await team(browser, host));
  for (const size of SIZES.slice(1)) {
    console.log(`\nDocuments of ${size}, processor as it is`);
    print(await papers(browser, host, size));
  }
} finally {
  await browser.close();
  await host.close();
}

/** The two pages by turns, then their ratio. */
async function compare() {
  const measured = { floor: {}, numea: {} };
  for (let round = 0; round < rounds; round++) {
    for (const page of [FLOOR, APP]) {
      for (const measure of [firstVisit, homePaint, clickToChart, secondVisit]) {
        const results = await measure(browser, host, page);
        for (const [name, value] of Object.entries(results)) (measured[page.site][name] ??= []).push(value);
      }
    }
  }
  console.log(row("", "hand-written", "NumEA", "ratio"));
  for (const [name, values] of Object.entries(measured.numea)) {
    const floor = measured.floor[name];
    const ratio = median(floor) > 0 ? `${(median(values) / median(floor)).toFixed(2)}×` : "";
    console.log(row(name, spread(floor), spread(values), ratio));
  }
}

function spread(values) {
  return `${short(median(values))} (${short(Math.min(...values))}–${short(Math.max(...values))})`;
}

function print(figures) {
  for (const [name, value] of Object.entries(figures)) console.log(`  ${name.padEnd(62)}${short(value)}`);
}

function row(name, ...cells) {
  return name.padEnd(32) + cells.map((cell) => cell.padStart(24)).join("");
}

function short(value) {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
}
