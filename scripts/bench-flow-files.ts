import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { formatCidr, parseCidr } from "../src/model/net/address.ts";
import type { Resource } from "../src/model/resource.ts";
import { flowStages } from "./bench-flow-stages.ts";
import { ENDPOINTS, endpoints, flowThrough, NODES, policies, random } from "./bench-world.ts";

/** Flows of one node as rows of CSV, so many. */
const LINES = 3_000_000;
/** So many where what is made once in a run is hardly noticed. */
const MANY_LINES = 10_000_000;
const POLICIES = 10_000;
const CLI = join(import.meta.dirname, "..", "bin", "calicoctl");
const USAGE = join(import.meta.dirname, "bench-usage.cjs");

/** A run of the tool on a file of flows. */
interface Row {
  readonly name: string;
  readonly form: "csv" | "json";
  readonly isPiped?: boolean;
  readonly isOneCore?: boolean;
  readonly isLong?: boolean;
  /** Lines a second. */
  readonly goal?: number;
}

const ROWS: readonly Row[] = [
  { name: "one processor, CSV to CSV", form: "csv", isOneCore: true },
  { name: "one processor, CSV to JSON lines", form: "json", isOneCore: true },
  { name: "all processors, CSV to CSV", form: "csv", goal: 3e6 },
  { name: `all processors, CSV to CSV, ${MANY_LINES} rows`, form: "csv", isLong: true, goal: 3e6 },
  { name: "all processors, CSV from a pipe to CSV", form: "csv", isPiped: true, goal: 3e6 },
  { name: "all processors, CSV to JSON lines", form: "json", goal: 1e6 },
];

/** Resources of the bench's World as manifests: its pods have names that Kubernetes gives, its networks no bits too many. */
function manifests(): readonly Resource[] {
  const masked = (net: string): string => {
    const cidr = parseCidr(net);
    if (cidr === undefined) return net;
    const { address, prefix } = cidr;
    const host = BigInt(32 - prefix);
    return formatCidr({ ...cidr, address: { ...address, value: (address.value >> host) << host } });
  };
  return [...endpoints(), ...policies(POLICIES)].map((resource) => {
    const text = JSON.stringify(resource).replace(/\d+\.\d+\.\d+\.\d+\/\d+/g, masked);
    const { workload, ...spec } = (JSON.parse(text) as { spec: Record<string, unknown> }).spec;
    if (workload === undefined) return { ...resource, spec };
    const metadata = { ...resource.metadata, name: `${spec.node}-k8s-${workload}-eth0` };
    return { ...resource, metadata, spec: { ...spec, pod: workload } };
  });
}

function writeFlows(file: string, lines: number): void {
  const next = random(13);
  const output = openSync(file, "w");
  let rows = "from,to,protocol,srcIP,dstIP,srcPort,dstPort\n";
  const end = (end: ReturnType<typeof flowThrough>["from"]) =>
    "interface" in end ? `interface:${end.interface}` : "process";
  for (let line = 0; line < lines; line++) {
    const { from, to, protocol, srcIP, dstIP, srcPort, dstPort } = flowThrough(NODES * next(ENDPOINTS / NODES), next);
    rows += `${end(from)},${to ? end(to) : ""},${protocol},${srcIP},${dstIP},${srcPort},${dstPort}\n`;
    if (rows.length < 2 ** 20) continue;
    writeSync(output, rows);
    rows = "";
  }
  writeSync(output, rows);
}

/**
 * What a run took: from the first answer to the end, seconds and CPU seconds of its threads, the busiest first; CPU seconds of
 * all, peak memory in MB.
 */
interface Taken {
  readonly seconds: number;
  readonly threads: readonly number[];
  readonly cpu: number;
  readonly peak: number;
}

async function run(folder: string, flows: string, { form, isPiped, isOneCore }: Row): Promise<Taken> {
  const usage = join(folder, "usage.json");
  const argv = ["--require", USAGE, CLI, "simulate", "--offline", "-f", join(folder, "world.json"), "--node", "node0"];
  const words = [...argv, "--flows-format", "csv", "--flows", isPiped ? "-" : flows, "-o", form];
  const command = [process.execPath, ...words];
  const [program = "", ...rest] = isOneCore
    ? ["taskset", "-c", "0", ...command]
    : isPiped
      ? // A pipe of the shell, as users have it: what Node gives a child is a socket. The tool takes the place of the shell.
        ["bash", "-c", 'exec "$@" < <(cat "$0")', flows, ...command]
      : command;
  const child = spawn(program, rest, {
    env: { ...process.env, BENCH_USAGE: usage },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const threads = new Map<string, number>();
  let before: ReadonlyMap<string, number> = new Map();
  const sampling = setInterval(() => sampleThreads(child.pid, threads), 50);
  let first: bigint | undefined;
  child.stdout.on("data", () => {
    if (first !== undefined) return;
    first = process.hrtime.bigint();
    sampleThreads(child.pid, threads);
    before = new Map(threads);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(sampling);
  if (code !== 0) throw new Error(`it ends with ${code}`);
  const seconds = Number(process.hrtime.bigint() - (first ?? 0n)) / 1e9;
  const since = [...threads].map(([thread, used]) => used - (before.get(thread) ?? 0));
  return {
    seconds,
    threads: since.sort((a, b) => b - a),
    ...(JSON.parse(readFileSync(usage, "utf8")) as { cpu: number; peak: number }),
  };
}

/** CPU seconds of each thread of a process so far, where the system tells (Linux). */
function sampleThreads(pid: number | undefined, into: Map<string, number>): void {
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "latin1").split(" ");
      into.set(thread, Number(nanoseconds) / 1e9);
    }
  } catch {
    // The thread or the process has just ended.
  }
}

/**
 * Files of flows through the built tool: 3,000,000 rows of one node and once 10,000,000, at 10,000 policies x 5 rules and 100,000
 * endpoints. The rate is from the first answer to the end, and so is the CPU time.
 */
export async function benchFlowFiles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-flows-"));
  try {
    writeFileSync(join(folder, "world.json"), JSON.stringify({ apiVersion: "v1", kind: "List", items: manifests() }));
    const [many, long, one] = [join(folder, "many.csv"), join(folder, "long.csv"), join(folder, "one.csv")];
    writeFlows(many, LINES);
    writeFlows(long, MANY_LINES);
    writeFlows(one, 1);
    const start = await run(folder, one, { name: "", form: "csv" });
    console.log(`flow files: ${LINES} rows of one node, ${POLICIES} policies x 5 rules, ${ENDPOINTS} endpoints`);
    console.log(`  one row: ${start.cpu.toFixed(1)} s CPU, peak ${Math.round(start.peak)} MB; left out below`);
    for (const row of ROWS) {
      const lines = row.isLong ? MANY_LINES : LINES;
      const { seconds, peak, threads } = await run(folder, row.isLong ? long : many, row);
      const rate = lines / seconds;
      const goal = row.goal === undefined ? "" : `; goal ${row.goal / 1e6} M/s: ${rate >= row.goal ? "met" : "MISSED"}`;
      const each = (used: number) => `${Math.round((used / lines) * 1e9)} ns`;
      const [main = 0, other = 0] = threads;
      const split = row.isOneCore ? "" : ` (${each(main)} the busiest thread, ${each(other)} the next)`;
      const all = threads.reduce((sum, used) => sum + used, 0);
      console.log(
        `  ${row.name}: ${(rate / 1e6).toFixed(2)} M/s, ${each(all)} CPU a line${split}, peak ${Math.round(peak)} MB${goal}`,
      );
    }
    console.log(`  ${availableParallelism()} processors`);
    for (const form of ["csv", "json"] as const) {
      console.log(`  stages of a line in one thread, answered as ${form}: ${await flowStages(many, POLICIES, form)}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) await benchFlowFiles();
