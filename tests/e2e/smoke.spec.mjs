import { expect, test } from "./support/fixtures.mjs";

test("the page loads, under its security policy", async ({ page }) => {
  await page.goto("");
  await expect(page).toHaveTitle(/NumEA-Établissement/);
  await expect(page.locator("meta[http-equiv=Content-Security-Policy]")).toHaveAttribute("content", /default-src 'none'/);
});
