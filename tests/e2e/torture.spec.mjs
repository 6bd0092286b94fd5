// A slice of two long campaigns (`cargo xtask torture --only kills,tabs`).
import { campaign as kills } from "./torture/kills.mjs";
import { campaign as tabs } from "./torture/tabs.mjs";
import { expect, test } from "./support/fixtures.mjs";

test("killed after it said « saved », and after it said that all was erased, the browser opens with every acknowledged edit and nothing that was erased", async ({ baseURL }) => {
  test.setTimeout(180_000);
  const said = [];
  const sum = await kills({ url: baseURL, kills: 2, seed: 7, say: (line) => said.push(line) });
  expect(sum, said.join("\n")).toMatchObject({ kills: 2, lost: 0, opened: 3, visits: 3, erased: 1, back: 0 });
  expect(sum.edits).toBeGreaterThanOrEqual(1);
});

test("several tabs that do what they like lose no acknowledged edit", async ({ baseURL }) => {
  test.setTimeout(180_000);
  const said = [];
  const sum = await tabs({ url: baseURL, schedules: 2, seed: 1000, say: (line) => said.push(line) });
  expect(sum, said.join("\n")).toMatchObject({ schedules: 2, lost: 0, back: 0 });
  expect(sum.edits).toBeGreaterThanOrEqual(1);
});
