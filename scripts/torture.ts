import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ETCD_MISSING, hasEtcd } from "../test/support/etcd.ts";
import { embeddedKills } from "./torture/embedded-kills.ts";
import { embeddedRace } from "./torture/embedded-race.ts";
import { embeddedWriters } from "./torture/embedded-writers.ts";
import { etcdCluster, etcdQuota } from "./torture/etcd-faults.ts";
import { etcdKills, etcdServerKills } from "./torture/etcd-kills.ts";
import { etcdWriters } from "./torture/etcd-writers.ts";
import { hostileInputs } from "./torture/hostile-inputs.ts";
import { hostileOutputs } from "./torture/hostile-outputs.ts";
import { hostileValues } from "./torture/hostile-values.ts";
import { seeded, type TorturePart } from "./torture/part.ts";

/**
 * `npm run torture -- [--rounds N] [--only NAME,NAME] [--seed N]`: attacks on the built tool, and what is left afterwards held
 * against what it had answered. Prints the seed, a line of figures for each part, and every broken promise; exits 1 then.
 */
const PARTS: readonly TorturePart[] = [
  embeddedWriters,
  embeddedRace,
  embeddedKills,
  hostileValues,
  ...(hasEtcd ? [etcdWriters, etcdKills, etcdServerKills, etcdQuota, etcdCluster] : []),
  hostileInputs,
  hostileOutputs,
];

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    only: { type: "string", default: "" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const parts = PARTS.filter(({ name }) => values.only.split(",").some((wanted) => name.startsWith(wanted)));
if (!(rounds >= 1) || !Number.isInteger(seed) || parts.length === 0) {
  console.error(`--rounds and --seed are numbers; --only is one of ${PARTS.map(({ name }) => name).join(", ")}`);
  process.exit(1);
}
console.log(`${rounds} rounds, seed ${seed}${hasEtcd ? "" : `; nothing of etcd: ${ETCD_MISSING}`}`);
for (const { name, run } of parts) {
  const folder = mkdtempSync(join(tmpdir(), `calicoctl-torture-${name}-`));
  const began = Date.now();
  const { figures, broken } = await run({ rounds, random: seeded(seed), folder });
  console.log(`${name}: ${figures}; ${broken.length} broken; ${((Date.now() - began) / 1000).toFixed(0)} s`);
  for (const promise of broken.slice(0, 20)) console.log(`  BROKEN ${promise.slice(0, 1500)}`);
  if (broken.length === 0) rmSync(folder, { recursive: true, force: true });
  else {
    console.log(`  kept ${folder}`);
    process.exitCode = 1;
  }
}
