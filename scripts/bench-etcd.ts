import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordedFile } from "../test/conformance/corpus.ts";
import { startEtcd } from "../test/support/etcd.ts";

/**
 * Large batches as whole processes, each round on an etcd of its own (without fsync, as the recorded figures): wall
 * time, CPU and peak memory of the tool, beside what real calicoctl v3.9.5 was recorded with on such a machine. Its
 * policies are not ours to the byte, and machines differ: the goals say what to expect, not what fails.
 */
const COUNT = 10_000;
const ROUNDS = 3;
const CLI = join(import.meta.dirname, "..", "bin", "calicoctl");
const USAGE = join(import.meta.dirname, "bench-usage.cjs");

interface Used {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

interface Step {
  readonly name: string;
  readonly argv: (manifest: string) => readonly string[];
  /** The case in the recordings. */
  readonly recorded?: string;
  /** Seconds of real calicoctl where the recordings have no such case. */
  readonly seconds?: number;
  /** The most that the median may be, as a multiple of the recorded one. */
  readonly goal: number;
}

const STEPS: readonly Step[] = [
  { name: "validate", argv: (file) => ["validate", "-f", file], seconds: 4.4, goal: 1 },
  { name: "apply new", argv: (file) => ["apply", "-f", file], recorded: `apply -f new GNPs (${COUNT})`, goal: 0.5 },
  {
    name: "apply again",
    argv: (file) => ["apply", "-f", file],
    recorded: `apply -f existing GNPs (${COUNT})`,
    goal: 0.5,
  },
  // The recordings have this of HostEndpoints.
  { name: "get -o yaml", argv: () => ["get", "gnp", "-o", "yaml"], recorded: `get hep -o yaml (${COUNT})`, goal: 1.5 },
  { name: "delete -f", argv: (file) => ["delete", "-f", file], recorded: `delete -f GNPs (${COUNT})`, goal: 0.5 },
];

function policy(index: number): string {
  return `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: policy-${index}
spec:
  order: ${index}
  selector: role == 'r${index % 50}'
  types:
  - Ingress
  - Egress
  ingress:
  - action: Allow
    protocol: TCP
    source:
      nets:
      - 10.${index % 200}.0.0/16
    destination:
      ports:
      - ${1000 + (index % 5000)}
      - 443
  egress:
  - action: Allow
`;
}

function once(argv: readonly string[], env: Readonly<Record<string, string>>, folder: string): Used {
  const usage = join(folder, "usage.json");
  const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ["--require", USAGE, CLI, ...argv], {
    env: { ...environment, ...env, BENCH_USAGE: usage },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0) throw new Error(`${argv.join(" ")}: ${stderr}`);
  return { wall, ...(JSON.parse(readFileSync(usage, "utf8")) as { readonly cpu: number; readonly peak: number }) };
}

/** Seconds of the recorded v3.9.5 by case. */
function recorded(): ReadonlyMap<string, number> {
  const cases = recordedFile<readonly Readonly<Record<string, unknown>>[]>("timing.json");
  const own = cases.filter(({ calico }) => calico === "v3.9.5");
  return new Map(own.map((one) => [String(one.case), Number(one.wall_ms_median) / 1000]));
}

/** Measures all steps and prints a line for each. */
export async function benchEtcd(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-bench-etcd-"));
  const manifest = join(folder, "policies.yaml");
  writeFileSync(manifest, Array.from({ length: COUNT }, (_, index) => policy(index)).join("---\n"));
  const measured = new Map(STEPS.map(({ name }): [string, Used[]] => [name, []]));
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const etcd = await startEtcd();
      try {
        const env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: etcd.endpoint };
        for (const { name, argv } of STEPS) measured.get(name)?.push(once(argv(manifest), env, folder));
      } finally {
        await etcd.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const real = recorded();
  console.log(`${COUNT} GlobalNetworkPolicies on etcd, whole process, ${ROUNDS} rounds; v3.9.5 as recorded`);
  for (const { name, recorded: at, seconds, goal } of STEPS) {
    const runs = [...(measured.get(name) ?? [])].sort((a, b) => a.wall - b.wall);
    const [min, median] = [runs[0], runs[Math.floor(runs.length / 2)]];
    if (min === undefined || median === undefined) continue;
    const theirs = at === undefined ? seconds : real.get(at);
    const ratio = theirs === undefined ? undefined : median.wall / theirs;
    const cpu = Math.min(...runs.map((run) => run.cpu));
    const peak = Math.max(...runs.map((run) => run.peak));
    const own = `min ${min.wall.toFixed(2)} s  median ${median.wall.toFixed(2)} s  CPU ${cpu.toFixed(2)} s  peak ${peak.toFixed(0)} MB`;
    const verdict =
      ratio === undefined
        ? ""
        : `  v3.9.5 ${theirs?.toFixed(2)} s: ${ratio.toFixed(2)}x, goal ${goal}x: ${ratio <= goal ? "met" : "MISSED"}`;
    console.log(`  ${name.padEnd(12)} ${own}${verdict}`);
  }
}

if (process.argv[1] === import.meta.filename) await benchEtcd();
