import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { NodeFacts } from "../src/model/flow.ts";
import { DEFAULT_CALICO } from "../src/model/kinds/version.ts";
import type { Located } from "../src/model/resource.ts";
import { simulate } from "../src/policy/simulate.ts";
import { newAnswer } from "../src/policy/tables/answer.ts";
import { newColumns, type PacketColumns, putPacket } from "../src/policy/tables/batch/columns.ts";
import { compileNode, type NodeEvaluator } from "../src/policy/tables/evaluate.ts";
import { type PacketBatch, packetBatch } from "../src/policy/tables/packet-batch.ts";
import { newPacket } from "../src/policy/tables/table-packet.ts";
import { type World, world } from "../src/policy/world/world.ts";
import { ENDPOINTS, endpoints, factsOf, flowThrough, NODES, policies, random } from "./bench-world.ts";

/**
 * Batch throughput on one core, in memory: policies x 5 rules over 100,000 endpoints (a tenth host endpoints, on 1,000 nodes),
 * flows spread evenly over all endpoints and directions. Each size runs in a process of its own, so that peak memory is its own,
 * and as one script, as the tool does: what runs TypeScript takes 50 MB, and time in each function.
 * Times are of the processor. A round is from flows as columns to a verdict for each: copying them into the batch and
 * reading the verdicts is in it, reading flows from text is not, nor making tables, which the first round shows.
 */
const FLOWS = 1_000_000;
const ROUNDS = 5;

interface Goal {
  readonly text: string;
  readonly isMet: (value: number) => boolean;
}

const atLeast = (least: number): Goal => ({ text: `goal >= ${least}`, isMet: (value) => value >= least });
const atMost = (most: number): Goal => ({ text: `goal <= ${most}`, isMet: (value) => value <= most });

function row(name: string, value: number, unit: string, goal?: Goal, more = ""): void {
  const met = goal === undefined ? "" : `  ${goal.text} ${goal.isMet(value) ? "met" : "MISSED"}`;
  console.log(`  ${name.padEnd(44)} ${value.toFixed(2).padStart(8)} ${unit}${met}${more && `; ${more}`}`);
}

/** The processor's time of a call, in seconds. */
function timed(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Flows of some nodes, and the batch that answers for them. */
interface Work {
  readonly nodes: readonly NodeEvaluator[];
  readonly columns: PacketColumns;
}

function prepare(compiled: World, pick: (flow: number, next: (below: number) => number) => number): Work {
  const next = random(11);
  const nodes = Array.from({ length: NODES }, (_, node) => compileNode(compiled, factsOf(node)));
  const columns = newColumns(FLOWS);
  const packet = newPacket();
  for (let flow = 0; flow < FLOWS; flow++) {
    const endpoint = pick(flow, next);
    if (!nodes[endpoint % NODES]?.read(flowThrough(endpoint, next), packet))
      throw new Error("the bench's flows can be read");
    putPacket(columns, flow, endpoint % NODES, packet, new Map());
  }
  return { nodes, columns };
}

const COLUMNS = Object.keys(newColumns(0)) as (keyof PacketColumns)[];

/** All flows, so many packets at a time; how many are allowed. */
function answerAll({ columns }: Work, batch: PacketBatch): number {
  let allowed = 0;
  for (let first = 0; first < FLOWS; first += batch.capacity) {
    const count = Math.min(batch.capacity, FLOWS - first);
    for (const name of COLUMNS) batch.columns[name].set(columns[name].subarray(first, first + count));
    batch.evaluate(count);
    for (let row = 0; row < count; row++) if (batch.verdicts[row] === 1) allowed++;
  }
  return allowed;
}

/** Each packet for itself, in order, as a reader of lines has it. */
function oneByOne({ nodes, columns }: Work): number {
  const answer = newAnswer();
  const packet = newPacket();
  let allowed = 0;
  for (let flow = 0; flow < FLOWS; flow++) {
    packet.from = columns.from[flow] as number;
    packet.to = columns.to[flow] as number;
    packet.protocol = columns.protocol[flow] as number;
    packet.source = columns.source[flow] as number;
    packet.destination = columns.destination[flow] as number;
    packet.sourcePort = columns.sourcePort[flow] as number;
    packet.destinationPort = columns.destinationPort[flow] as number;
    nodes[columns.node[flow] as number]?.evaluate(packet, answer);
    if (answer.verdict === 1) allowed++;
  }
  return allowed;
}

/** What no evaluator can be faster than: each column is read, and a place of 64 MB that depends on the flow. */
function readOnly({ columns }: Work, memory: Int32Array): number {
  let sum = 0;
  for (const name of COLUMNS) {
    const column = columns[name];
    for (let flow = 0; flow < FLOWS; flow++) sum += column[flow] as number;
  }
  for (let flow = 0; flow < FLOWS; flow++) {
    const at = Math.imul((columns.source[flow] as number) ^ (columns.destination[flow] as number), 0x9e3779b1) >>> 8;
    sum += memory[at] as number;
  }
  return sum;
}

/** The rate of the median round, in millions of flows a second; the fastest and the slowest beside it. */
function rate(name: string, round: () => void, goal?: Goal): void {
  const times = Array.from({ length: ROUNDS }, () => timed(round)).sort((a, b) => a - b);
  const of = (at: number) => FLOWS / 1e6 / (times.at(at) ?? 0);
  row(name, of(ROUNDS >> 1), "M flows/s", goal, `${of(-1).toFixed(2)} to ${of(0).toFixed(2)}`);
}

const ALL_TABLES = "node by node";

/** Which endpoint a flow goes through, how many packets come at a time, and what is wanted. */
const PATTERNS: readonly {
  readonly name: string;
  readonly pick: (flow: number, next: (below: number) => number) => number;
  readonly together: number;
  readonly goal?: Goal;
}[] = [
  // The first: later ones, and the memory that is read at random, are no part of the peak.
  {
    name: ALL_TABLES,
    pick: (flow, next) => Math.floor(flow / (FLOWS / NODES)) + NODES * next(ENDPOINTS / NODES),
    together: 16_384,
  },
  { name: "one node", pick: (_, next) => NODES * next(ENDPOINTS / NODES), together: 16_384, goal: atLeast(10) },
  { name: "all nodes at random", pick: (_, next) => next(ENDPOINTS), together: FLOWS, goal: atLeast(5) },
];

function plainRate(compiled: World): number {
  const next = random(11);
  const facts = Array.from({ length: 20 }, (_, node) => factsOf(node));
  const flows = Array.from({ length: 2000 }, () => {
    const endpoint = next(20) + NODES * next(ENDPOINTS / NODES);
    return { facts: facts[endpoint % NODES] as NodeFacts, flow: flowThrough(endpoint, next) };
  });
  const run = () => {
    for (const { facts: at, flow } of flows) simulate(compiled, at, flow, { trace: false });
  };
  run();
  return flows.length / timed(run) / 1e6;
}

const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** Measures one size in this process and prints its figures. */
function measureHere(count: number): void {
  const located = [...endpoints(), ...policies(count)].map(
    (one): Located => ({ resource: one, locate: () => undefined }),
  );
  console.log(`${count} policies x 5 rules, ${ENDPOINTS} endpoints; the resources are ${peak()} MB`);
  let compiled: World | undefined;
  const ofWorld = timed(() => {
    compiled = world(located, { calico: DEFAULT_CALICO }).world;
  });
  if (compiled === undefined) return;
  const made = compiled;
  const ofTables = timed(() => compileNode(made, factsOf(0)));
  row(
    "compile",
    ofWorld + ofTables,
    "s",
    atMost(1.5),
    `World ${ofWorld.toFixed(2)}, tables of all nodes ${ofTables.toFixed(2)}`,
  );
  for (const { name, pick, together, goal } of PATTERNS) {
    const work = prepare(made, pick);
    const batch = packetBatch(work.nodes, together);
    row(
      `${name}: first round, with making tables`,
      timed(() => answerAll(work, batch)),
      "s",
    );
    // It has flows at all endpoints, and few at a time.
    if (name === ALL_TABLES) row("peak with all tables", peak(), "MB", atMost(512));
    rate(`${name}, ${together} at a time`, () => answerAll(work, batch), goal);
    rate(`${name}, one by one`, () => oneByOne(work));
    const memory = new Int32Array(2 ** 24);
    rate(`${name}: columns and one random read`, () => readOnly(work, memory));
  }
  if (count <= 1000) row("simulate without trace", plainRate(made), "M flows/s");
}

/** Measures every size, each in a process of its own. */
export async function benchBatch(): Promise<void> {
  const { build } = await import("esbuild");
  const folder = mkdtempSync(join(tmpdir(), "bench-batch-"));
  try {
    const outfile = join(folder, "bench-batch.mjs");
    await build({
      entryPoints: [import.meta.filename],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      external: ["esbuild"],
    });
    for (const count of [1_000, 10_000]) {
      const { status } = spawnSync(process.execPath, [outfile, "--policies", String(count)], { stdio: "inherit" });
      if (status !== 0) throw new Error(`bench of ${count} policies failed`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const { policies: count } = parseArgs({ options: { policies: { type: "string" } } }).values;
  if (count === undefined) await benchBatch();
  else measureHere(Number(count));
}
