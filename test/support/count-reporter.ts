import type { Reporter, TestModule } from "vitest/node";

/** Prints the run's last line as `N passed, N failed, N skipped`, which CI reads. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter given by path through its default export
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    let skipped = 0;
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") failed++;
        else skipped++;
      }
    }
    // The default reporter prints its own summary first; this line must be the last one.
    process.on("exit", () => process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`));
  }
}
