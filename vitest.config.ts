import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A worker a core; left to itself it keeps one core free, half of a small machine.
    maxWorkers: "100%",
    // A net for what hangs, and nothing that a slow or busy machine could meet; no test has a limit of its own.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Else a second, after which a page on a busy machine counts as wrong.
    expect: { poll: { timeout: 300_000 } },
    reporters: ["default", "./test/support/count-reporter.ts"],
  },
});
