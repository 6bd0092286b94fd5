// Adds up what the tests say that they tried (`tried` of fixtures.mjs), and prints it at the end: a line
// `figure|what|how many|result` for each thing, which `cargo xtask torture` gathers into a table.
export default class Figures {
  sums = new Map();

  onTestEnd(test, result) {
    for (const { type, description } of result.annotations ?? test.annotations) {
      if (type !== "figure") continue;
      const [what, count] = description.split("|");
      const sum = this.sums.get(what) ?? { count: 0, failed: 0 };
      sum.count += Number(count);
      if (result.status !== "passed") sum.failed += 1;
      this.sums.set(what, sum);
    }
  }

  onEnd() {
    for (const [what, { count, failed }] of this.sums) {
      console.log(`figure|${what}|${count}|${failed === 0 ? "every time" : `${failed} tests failed`}`);
    }
  }

  printsToStdio() {
    return false;
  }
}
