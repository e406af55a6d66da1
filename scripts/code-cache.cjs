// Run by scripts/build.ts in a process of its own, with its output thrown away: writes the code cache of the built tool
// after the commonest short runs, so that what these compile is in the cache. More is no gain: a longer cache takes
// longer to load, and the rest is compiled when it is needed.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { tmpdir } = require("node:os");
const { load, loaded } = require("../bin/load.cjs");

// A store that does not exist is an empty one, and reading does not make it; nothing listens on port 1.
const EMBEDDED = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(tmpdir(), "calicoctl-no-such-store.db") };
const ETCD = { DATASTORE_TYPE: "etcdv3", CALICO_ETCD_ENDPOINTS: "http://127.0.0.1:1" };
const RUNS = [
  [EMBEDDED, ["version", "--client"]],
  [EMBEDDED, ["get", "hep"]],
  [ETCD, ["get", "hep"]],
];

(async () => {
  const { exports } = load().module;
  for (const [env, argv] of RUNS) {
    Object.assign(process.env, env);
    await exports.main(argv);
  }
  for (const { script, cache } of loaded.values()) writeFileSync(cache, script.createCachedData());
})();
