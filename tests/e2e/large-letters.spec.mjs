// A browser set to letters of twice the usual size, on a phone: everything is in the width.
import { SCREENS } from "./pages/official.mjs";
import { launchOptions } from "./support/browser.mjs";
import { FULL, IDENTITY, openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { tour } from "./support/tour.mjs";

test.use({
  viewport: { width: 390, height: 844 },
  launchOptions: { ...launchOptions, args: [...launchOptions.args, "--blink-settings=defaultFontSize=32"] },
});

test("with letters of 32 pixels on a phone, no screen scrolls sideways and every tab is in sight", async ({ page, app, stores }) => {
  await openWith({ app, stores }, { ...FULL, identity: IDENTITY }, "#/");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  for (const [place, { wider, outside }] of (await tour(page, SCREENS, look)).entries()) {
    expect.soft([wider, outside], SCREENS[place].address).toEqual([0, []]);
  }
});

/** Runs in the page: how much wider it is than the window once it is unfolded, and the tabs that are out of sight. */
async function look() {
  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  const wider = () => document.documentElement.scrollWidth - innerWidth;
  for (const details of document.querySelectorAll("main details")) details.open = true;
  await frame();
  for (let frames = 0; frames < 60 && wider() > 0; frames += 1) await frame();
  const links = [...document.querySelectorAll(".app-nav a")];
  const isOutside = ({ left, right }) => left < 0 || right > innerWidth;
  return { wider: wider(), outside: links.filter((link) => isOutside(link.getBoundingClientRect())).map((link) => link.textContent) };
}
