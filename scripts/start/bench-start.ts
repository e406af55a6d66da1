import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEtcd } from "../../test/support/etcd.ts";
import { largeStore } from "./large-store.ts";
import { printPhases } from "./start-phases.ts";
import { CLI, type CommandLine, inTurn, median, once, type Taken } from "./whole-process.ts";

const RUNS = 20;
const HEP =
  "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: a}\nspec: {node: node1, interfaceName: eth0}\n";
const FLOW = ["simulate", "tcp", "198.51.100.7", "10.1.0.7:8443"];

/** A row of the table. */
interface Measured extends CommandLine {
  /** The words of the command, where a real calicoctl takes the same. */
  readonly words?: readonly string[];
  /** The most that the median may be: `times` `node -e 0`'s, or so many milliseconds. */
  readonly goal?: { readonly times: number } | { readonly ms: number };
}

/**
 * Start-up of the built tool as a whole process, against `node -e 0` and, where `CALICOCTL_REFERENCE` names a calicoctl, against
 * that; measured in turn in one run: medians of 20 runs. Then one explained flow on a large store, and where the
 * milliseconds of a start go. With `phases` only the last.
 */
export async function benchStart(only?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-bench-"));
  const etcd = await startEtcd();
  const onEtcd = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: etcd.endpoint };
  const embedded = (name: string) => ({ DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(folder, name) });
  const manifest = join(folder, "hep.yaml");
  writeFileSync(manifest, HEP);
  const tool = (words: readonly string[], env = {}): CommandLine => ({ argv: [process.execPath, CLI, ...words], env });
  const [version, validate, get] = [
    ["version", "--client"],
    ["validate", "-f", manifest],
    ["get", "hep"],
  ];
  const small = embedded("small.db");
  try {
    for (const env of [small, onEtcd]) once(tool(["apply", "-f", "-"], env), HEP);
    if (only !== "phases") {
      printTable(
        new Map<string, Measured>([
          ["node -e 0", { argv: [process.execPath, "-e", "0"] }],
          ["version --client", { ...tool(version), words: version, goal: { times: 1.3 } }],
          ["validate, one resource", { ...tool(validate), words: validate, goal: { times: 1.8 } }],
          ["get hep, embedded", { ...tool(get, small), goal: { times: 1.8 } }],
          ["get hep, etcd", { ...tool(get, onEtcd), words: get, goal: { times: 2.5 } }],
        ]),
        RUNS,
      );
      const large = embedded("large.db");
      const store = JSON.stringify(largeStore());
      for (const env of [large, onEtcd]) once(tool(["apply", "-f", "-"], env), store);
      console.log("\none explained flow, 1,000 policies of 5 rules, 1,000 endpoints");
      printTable(
        new Map<string, Measured>([
          ["node -e 0", { argv: [process.execPath, "-e", "0"] }],
          ["simulate, embedded", { ...tool(FLOW, large), goal: { ms: 100 } }],
          ["simulate, etcd", { ...tool(FLOW, onEtcd), goal: { ms: 150 } }],
        ]),
        7,
      );
    }
    console.log("\nwhere the milliseconds of a start go\n");
    printPhases(
      new Map([
        ["version --client", tool(version)],
        ["validate", tool(validate)],
        ["get, embedded", tool(get, small)],
      ]),
      folder,
    );
  } finally {
    await etcd.stop();
    rmSync(folder, { recursive: true });
  }
}

function printTable(measured: ReadonlyMap<string, Measured>, runs: number): void {
  const rows = [...measured].flatMap(([name, line]) => [[name, line] as const, ...referenceOf(name, line)]);
  const taken = inTurn(
    rows.map(([, line]) => line),
    runs,
  );
  const medians = taken.map((each) => medianOf(each));
  const base = medians[0] ?? { wall: Number.NaN, cpu: Number.NaN };
  console.log(`start-up, whole process, medians of ${runs} runs each in turn, Node ${process.version}`);
  for (const [at, [name, { goal }]] of rows.entries()) {
    const { wall, cpu } = medians[at] ?? base;
    const times = `${(wall / base.wall).toFixed(2)}x wall ${(cpu / base.cpu).toFixed(2)}x CPU`;
    const figures = `wall ${wall.toFixed(1).padStart(6)} ms  CPU ${cpu.toFixed(1).padStart(6)} ms  ${times}`;
    console.log(`${name.padEnd(34)} ${figures}  ${verdictOf(goal, cpu, base.cpu)}`);
  }
}

/** Goals are met by CPU time, as the machine may do other work meanwhile. */
function verdictOf(goal: Measured["goal"], cpu: number, base: number): string {
  if (goal === undefined) return "";
  const [limit, text] = "times" in goal ? [goal.times * base, `${goal.times}x`] : [goal.ms, `${goal.ms} ms`];
  return `goal ${text} CPU: ${cpu <= limit ? "met" : "MISSED"}`;
}

function medianOf(taken: readonly Taken[]): Taken {
  return { wall: median(taken.map(({ wall }) => wall)), cpu: median(taken.map(({ cpu }) => cpu)) };
}

/** The same command of the calicoctl that `CALICOCTL_REFERENCE` names. */
function referenceOf(name: string, { words, env = {} }: Measured): readonly (readonly [string, Measured])[] {
  const { CALICOCTL_REFERENCE: binary } = process.env;
  if (binary === undefined || words === undefined) return [];
  return [[`  ${name}, reference`, { argv: [binary, ...words], env }]];
}
