import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEtcd } from "../test/support/etcd.ts";

const RUNS = 20;
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

interface Measured {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The most the minimum may be, as a multiple of `node -e 0`'s. */
  readonly goal?: number;
}

const CLI = join(import.meta.dirname, "..", "bin", "calicoctl");
const HEP =
  "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: a}\nspec: {node: n, interfaceName: eth0}\n";

function once({ argv, env }: Measured, input = ""): number {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, argv, { env: { ...environment, ...env }, input });
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${argv.join(" ")}: ${stderr}`);
  return milliseconds;
}

/** One explained flow on a store of 1,000 policies of 5 rules and 1,000 endpoints, as a whole process. */
function explainedFlow(folder: string): void {
  const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(folder, "large.db") };
  const items = Array.from({ length: 1000 }, (_, i) => [
    {
      apiVersion: "projectcalico.org/v3",
      kind: "HostEndpoint",
      metadata: { name: `e${i}`, labels: { role: `r${i % 50}` } },
      spec: { node: `n${i}`, interfaceName: "eth0", expectedIPs: [`10.1.${i >> 8}.${i & 255}`] },
    },
    {
      apiVersion: "projectcalico.org/v3",
      kind: "GlobalNetworkPolicy",
      metadata: { name: `p${i}` },
      spec: {
        order: i,
        selector: `role == 'r${i % 50}'`,
        ingress: Array.from({ length: 5 }, (_, rule) => ({
          action: "Allow",
          protocol: "TCP",
          source: { nets: [`172.${16 + (i % 16)}.${rule}.0/24`] },
          destination: { ports: [1000 + i] },
        })),
      },
    },
  ]).flat();
  once({ name: "", argv: [CLI, "apply", "-f", "-"], env }, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
  const argv = [CLI, "simulate", "tcp", "198.51.100.7", "10.1.0.7:8443"];
  const times = Array.from({ length: 6 }, () => once({ name: "", argv, env }))
    .slice(1)
    .sort((a, b) => a - b);
  const [min = 0, median = 0] = [times[0], times[2]];
  console.log(
    `one explained flow, 1,000 policies, 1,000 endpoints  min ${min.toFixed(0)} ms  median ${median.toFixed(0)} ms`,
  );
}

/**
 * Start-up of the built tool as a whole process, against `node -e 0`, measured in turn in one run so that a machine
 * whose speed drifts slows both alike: the minimum and median of 20 runs and the ratio of the minima. Then one explained
 * flow on a large store.
 */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-bench-"));
  const etcd = await startEtcd();
  const onEtcd = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: etcd.endpoint };
  const embedded = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(folder, "store.db") };
  const measured: readonly Measured[] = [
    { name: "node -e 0", argv: ["-e", "0"], env: {} },
    { name: "version --client", argv: [CLI, "version", "--client"], env: {}, goal: 2 },
    { name: "get hep, embedded", argv: [CLI, "get", "hep"], env: embedded, goal: 4 },
    { name: "get hep, etcd", argv: [CLI, "get", "hep"], env: onEtcd, goal: 8 },
  ];
  try {
    for (const env of [embedded, onEtcd]) once({ name: "", argv: [CLI, "apply", "-f", "-"], env }, HEP);
    const times = measured.map((): number[] => []);
    for (let run = 0; run <= RUNS; run++) {
      for (const [i, what] of measured.entries()) {
        const time = once(what);
        if (run > 0) times[i]?.push(time); // the first round only warms the caches
      }
    }
    const sorted = times.map((list) => list.sort((a, b) => a - b));
    const base = sorted[0]?.[0] ?? Number.NaN;
    console.log(`start-up, whole process, ${RUNS} runs each in turn, Node ${process.version}`);
    for (const [i, { name, goal }] of measured.entries()) {
      const [min = Number.NaN, median = Number.NaN] = [sorted[i]?.[0], sorted[i]?.[RUNS / 2]];
      const ratio = `${(min / base).toFixed(2)}x`;
      const verdict = goal === undefined ? "" : `goal ${goal}x: ${min / base <= goal ? "met" : "MISSED"}`;
      console.log(`${name.padEnd(20)} min ${min.toFixed(1)} ms  median ${median.toFixed(1)} ms  ${ratio}  ${verdict}`);
    }
    explainedFlow(folder);
  } finally {
    await etcd.stop();
    rmSync(folder, { recursive: true });
  }
}
