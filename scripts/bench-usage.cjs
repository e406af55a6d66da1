// Loaded before the tool by scripts/bench-etcd.ts: when the process ends, says what it used, as a line of JSON in a file.
const { writeFileSync } = require("node:fs");

process.once("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(
    process.env.BENCH_USAGE,
    JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 }),
  );
});
