// A browser set to letters of twice the usual size, on a phone: everything is in the width.
import { SCREENS } from "./pages/official.mjs";
import { launchOptions } from "./support/browser.mjs";
import { FULL, IDENTITY, openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

test.use({
  viewport: { width: 390, height: 844 },
  launchOptions: { ...launchOptions, args: [...launchOptions.args, "--blink-settings=defaultFontSize=32"] },
});

test("with letters of 32 pixels on a phone, no screen scrolls sideways and every tab is in sight", async ({ page, app, stores, questionnaire }) => {
  await openWith({ app, stores }, { ...FULL, identity: IDENTITY }, "#/");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  for (const { address, title } of SCREENS) {
    await app.open(address);
    await expect(app.heading).toHaveText(title);
    await questionnaire.unfoldAll();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBe(0);
    const outside = await app.menu.getByRole("link").evaluateAll((links) => links
      .map((link) => [link.textContent, link.getBoundingClientRect()])
      .filter(([, box]) => box.left < 0 || box.right > innerWidth)
      .map(([words]) => words));
    expect(outside, address).toEqual([]);
  }
});
