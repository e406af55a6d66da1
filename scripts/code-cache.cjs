// Run by scripts/build.ts in a process of its own, with its output thrown away: writes the code cache of the built tool
// after a few typical runs, so that what these compile is in the cache; the rest is compiled when it is needed.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { cachePath, load } = require("../bin/load.cjs");

const WORKED = join(__dirname, "..", "examples", "worked-example");
const manifests = ["-f", join(WORKED, "host-endpoint.yaml"), "-f", join(WORKED, "policy.yaml")];
const RUNS = [
  ["version", "--client"],
  ["validate", ...manifests],
  ["simulate", "--offline", ...manifests, "tcp", "198.51.100.7", "10.240.0.5:22"],
];

(async () => {
  const { script, source, exports } = load();
  for (const argv of RUNS) await exports.main(argv);
  writeFileSync(cachePath(source), script.createCachedData());
})();
