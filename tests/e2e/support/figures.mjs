// Adds up what the tests say that they tried (`tried` of fixtures.mjs), and prints it at the end: a line
// `figure|what|how many|result` for each thing, which `cargo xtask torture` gathers into a table. Before them a line
// `flaky|title` for each test that passed at its second try only, which `cargo xtask test` repeats as its last words.
export default class Figures {
  onBegin(_, suite) {
    this.suite = suite;
  }

  onEnd() {
    const tests = this.suite.allTests().filter(({ results }) => results.length > 0);
    for (const test of tests.filter((test) => test.outcome() === "flaky")) console.log(`flaky|${nameOf(test)}`);
    for (const [what, { count, failed }] of sumsOf(tests)) {
      console.log(`figure|${what}|${count}|${failed === 0 ? "every time" : `${failed} tests failed`}`);
    }
  }

  printsToStdio() {
    return false;
  }
}

/** The file and the titles, without the project. */
function nameOf(test) {
  return test.titlePath().slice(2).join(" › ");
}

/** What was tried, by the last try of each test. */
function sumsOf(tests) {
  const sums = new Map();
  for (const test of tests) {
    const { status, annotations } = test.results.at(-1);
    for (const { type, description } of annotations ?? test.annotations) {
      if (type !== "figure") continue;
      const [what, count] = description.split("|");
      const sum = sums.get(what) ?? { count: 0, failed: 0 };
      sum.count += Number(count);
      if (status !== "passed") sum.failed += 1;
      sums.set(what, sum);
    }
  }
  return sums;
}
