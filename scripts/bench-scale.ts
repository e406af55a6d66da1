import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasEtcd, startEtcd } from "../test/support/etcd.ts";
import { manifestOf } from "./scale/cluster.ts";
import { growthOf, type Sized } from "./scale/fit.ts";
import { COMMANDS, type Cost, evaluatorCost, measureOwn, measureReference, OF_REFERENCE } from "./scale/measure.ts";

const SIZES = [10, 100, 1_000, 10_000, 100_000];
/** Small sizes are measured twice, of which the one with less CPU time counts. */
const rounds = (size: number): number => (size < 10_000 ? 2 : 1);
/** Above it a real calicoctl, which writes one resource after the other, takes minutes. */
const MOST_OF_REFERENCE = 10_000;
/** The most that an exponent may be without an explanation in docs/performance.md. */
const MOST_EXPONENT = 1.1;
/** A size that is nearly only the start of a process. */
const START = 10;

type Store = "embedded" | "etcd" | "reference";
/** Costs by size of each row. */
type Table = Map<string, Map<number, Cost>>;

/**
 * What grows with a store, and how: CPU time and memory of commands and of the evaluator at sizes from 10 resources to 100,000, or to
 * `limit`, each a process of its own, on stores that hold nothing else. Where `CALICOCTL_REFERENCE` names a calicoctl, it takes turns
 * with this tool on etcd.
 */
export async function benchScale(limit: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-bench-scale-"));
  const sizes = SIZES.filter((size) => size <= limit);
  const table: Table = new Map();
  console.log(`resources in the store: ${sizes.join(", ")}; Node ${process.version}`);
  try {
    for (const size of sizes) {
      const manifest = join(folder, "manifest.yaml");
      writeFileSync(manifest, manifestOf(size));
      for (let round = 0; round < rounds(size); round++) {
        measureCommands(size, manifest, folder, table);
        if (hasEtcd) await measureOnEtcd(size, manifest, folder, table);
        measureEvaluator(size, table);
      }
      process.stderr.write(`${size} measured\n`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const [name, costs] of table) printRow(name, costs);
  printFirstApply(table);
}

/** What the first apply of the largest size may take, in seconds elapsed. */
const FIRST_APPLY = { size: 100_000, seconds: 20 };

function printFirstApply(table: Table): void {
  const cost = table.get(rowName("apply", "embedded"))?.get(FIRST_APPLY.size);
  if (cost === undefined) return;
  const verdict = cost.wall <= FIRST_APPLY.seconds ? "met" : "MISSED";
  console.log(
    `first apply of ${FIRST_APPLY.size}: ${cost.wall.toFixed(1)} s elapsed, CPU ${cost.cpu.toFixed(1)} s  goal ${FIRST_APPLY.seconds} s: ${verdict}`,
  );
}

function measureCommands(size: number, manifest: string, folder: string, table: Table): void {
  const path = join(folder, "store.db");
  const env = environment(folder, { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: path });
  for (const { name, argv } of COMMANDS)
    keep(table, rowName(name, "embedded"), size, measureOwn(argv(manifest), env, folder));
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
}

/** Both tools on an etcd each, in turn. */
async function measureOnEtcd(size: number, manifest: string, folder: string, table: Table): Promise<void> {
  const binary = size <= MOST_OF_REFERENCE ? process.env.CALICOCTL_REFERENCE : undefined;
  const servers = await Promise.all([startEtcd(), ...(binary === undefined ? [] : [startEtcd()])]);
  const [own = {}, real = {}] = servers.map(({ endpoint }) =>
    environment(folder, { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: endpoint }),
  );
  try {
    for (const { name, argv } of COMMANDS) {
      if (name !== "validate") keep(table, rowName(name, "etcd"), size, measureOwn(argv(manifest), own, folder));
      if (binary === undefined || !OF_REFERENCE.has(name)) continue;
      const cost = measureReference(binary, argv(manifest), real, folder);
      if (cost !== undefined) keep(table, rowName(name, "reference"), size, cost);
    }
  } finally {
    for (const server of servers) await server.stop();
  }
}

function measureEvaluator(size: number, table: Table): void {
  const { compile, tables, batch, peak } = evaluatorCost(size);
  for (const [name, cpu] of [
    ["compile a World", compile],
    ["tables of a node", tables],
    ["200,000 packets", batch],
  ] as const)
    keep(table, name, size, { cpu, wall: cpu, peak });
}

const rowName = (name: string, store: Store): string => `${name}, ${store}`;

function environment(folder: string, settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...settings, CALICOCTL_STATE_DIR: join(folder, "state") };
}

/** Keeps a cost, unless one of less CPU time is known. */
function keep(table: Table, name: string, size: number, cost: Cost): void {
  const row = table.get(name) ?? new Map<number, Cost>();
  table.set(name, row);
  const known = row.get(size);
  if (known === undefined || cost.cpu < known.cpu) row.set(size, cost);
}

function printRow(name: string, costs: ReadonlyMap<number, Cost>): void {
  const cells = [...costs].map(([size, { cpu, peak }]) => {
    const memory = peak === undefined ? "" : ` ${peak.toFixed(0)} MB`;
    return `${size}: ${cpu.toFixed(2)} s${memory}`;
  });
  console.log(`${name.padEnd(26)} ${cells.join("  ")}  ${growth([...costs])}`);
}

function growth(costs: readonly (readonly [number, Cost])[]): string {
  const figures = costs.map(([size, { cpu }]): Sized => ({ size, value: cpu }));
  if (figures.filter(({ size }) => size >= 1000).length < 2) return "";
  const fixed = figures.find(({ size }) => size === START)?.value ?? 0;
  const grown = growthOf(figures, fixed);
  if (grown.kind === "constant") return "does not grow";
  const verdict = grown.exponent <= MOST_EXPONENT ? "met" : "MISSED";
  return `size^${grown.exponent.toFixed(2)}  goal ${MOST_EXPONENT}: ${verdict}`;
}
