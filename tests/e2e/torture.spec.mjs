// A slice of the long campaign (`cargo xtask torture --only kills`).
import { campaign } from "./torture/kills.mjs";
import { expect, test } from "./support/fixtures.mjs";

test("killed twice after it said « saved », the browser opens with every acknowledged edit", async ({ baseURL }) => {
  test.setTimeout(120_000);
  const said = [];
  const sum = await campaign({ url: baseURL, kills: 2, seed: 7, say: (line) => said.push(line) });
  expect(sum, said.join("\n")).toMatchObject({ kills: 2, lost: 0, opened: 3, visits: 3 });
  expect(sum.edits).toBeGreaterThanOrEqual(4);
});
