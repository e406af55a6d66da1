import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import type { NodeFacts } from "../src/model/flow.ts";
import { DEFAULT_CALICO } from "../src/model/kinds/version.ts";
import type { Located } from "../src/model/resource.ts";
import { simulate } from "../src/policy/simulate.ts";
import { newAnswer } from "../src/policy/tables/answer.ts";
import { compileNode, type NodeEvaluator } from "../src/policy/tables/evaluate.ts";
import { packetBatch } from "../src/policy/tables/packet-batch.ts";
import { newPacket, type TablePacket } from "../src/policy/tables/table-packet.ts";
import { type World, world } from "../src/policy/world/world.ts";
import { ENDPOINTS, endpoints, factsOf, flowThrough, NODES, policies, random } from "./bench-world.ts";

/**
 * Batch throughput on one core: policies x 5 rules over 100,000 endpoints (a tenth host endpoints, on 1,000 nodes), flows
 * spread evenly over all endpoints and directions. Each size runs in a process of its own, so that peak memory is its own.
 */
const FLOWS = 1_000_000;
const ROUNDS = 7;

/** Flows as columns: their node and the ten numbers of their packets. */
interface Work {
  readonly nodes: readonly NodeEvaluator[];
  readonly nodeOf: Uint16Array;
  readonly columns: Int32Array;
}

const COLUMNS = 7;

function prepare(compiled: World, pick: (flow: number, next: (below: number) => number) => number): Work {
  const next = random(11);
  const nodes = Array.from({ length: NODES }, (_, node) => compileNode(compiled, factsOf(node)));
  const nodeOf = new Uint16Array(FLOWS);
  const columns = new Int32Array(FLOWS * COLUMNS);
  const packet = newPacket();
  for (let flow = 0; flow < FLOWS; flow++) {
    const endpoint = pick(flow, next);
    nodeOf[flow] = endpoint % NODES;
    if (!nodes[endpoint % NODES]?.read(flowThrough(endpoint, next), packet))
      throw new Error("the bench's flows can be read");
    const { from, to, protocol, source, destination, sourcePort, destinationPort } = packet;
    columns.set([from, to, protocol, source, destination, sourcePort, destinationPort], flow * COLUMNS);
  }
  return { nodes, nodeOf, columns };
}

interface Round {
  readonly seconds: number;
  readonly allowed: number;
}

/** Each packet for itself, in order. */
function oneByOne({ nodes, nodeOf, columns }: Work): Round {
  const answer = newAnswer();
  const packet = newPacket();
  let allowed = 0;
  const started = process.hrtime.bigint();
  for (let flow = 0; flow < FLOWS; flow++) {
    load(columns, flow, packet);
    nodes[nodeOf[flow] as number]?.evaluate(packet, answer);
    if (answer.verdict === 1) allowed++;
  }
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, allowed };
}

/** So many packets at a time; putting them in and reading each verdict in order is counted. */
function together({ nodes, nodeOf, columns }: Work, capacity: number): () => Round {
  const batch = packetBatch(nodes, capacity);
  const packet = newPacket();
  return () => {
    let allowed = 0;
    const started = process.hrtime.bigint();
    for (let first = 0; first < FLOWS; first += capacity) {
      const count = Math.min(capacity, FLOWS - first);
      for (let row = 0; row < count; row++) {
        load(columns, first + row, packet);
        batch.put(row, nodeOf[first + row] as number, packet);
      }
      batch.evaluate(count);
      for (let row = 0; row < count; row++) if (batch.verdicts[row] === 1) allowed++;
    }
    return { seconds: Number(process.hrtime.bigint() - started) / 1e9, allowed };
  };
}

function load(columns: Int32Array, flow: number, packet: TablePacket): void {
  const at = flow * COLUMNS;
  packet.from = columns[at] as number;
  packet.to = columns[at + 1] as number;
  packet.protocol = columns[at + 2] as number;
  packet.source = (columns[at + 3] as number) >>> 0;
  packet.destination = (columns[at + 4] as number) >>> 0;
  packet.sourcePort = columns[at + 5] as number;
  packet.destinationPort = columns[at + 6] as number;
}

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
  const started = process.hrtime.bigint();
  run();
  return flows.length / (Number(process.hrtime.bigint() - started) / 1e9);
}

const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024);

const AT_RANDOM = "all endpoints at random";
/** How many packets of many nodes are answered at a time. */
const TOGETHER = [131_072, 1_000_000];

/** Which endpoint a flow goes through. */
const PATTERNS: readonly (readonly [string, (flow: number, next: (below: number) => number) => number])[] = [
  ["one node", (_, next) => NODES * next(ENDPOINTS / NODES)],
  ["node by node", (flow, next) => Math.floor(flow / (FLOWS / NODES)) + NODES * next(ENDPOINTS / NODES)],
  [AT_RANDOM, (_, next) => next(ENDPOINTS)],
];

/** Prints the rates of some rounds. */
function measure(name: string, round: () => Round, more: string): void {
  const rounds = Array.from({ length: ROUNDS }, round).sort((a, b) => b.seconds - a.seconds);
  const rate = (at: number) => `${(FLOWS / 1e6 / (rounds.at(at)?.seconds ?? 0)).toFixed(2)} M/s`;
  const peak = megabytes(process.resourceUsage().maxRSS);
  const rates = `min ${rate(0)}  median ${rate(Math.floor(ROUNDS / 2))}  max ${rate(-1)}`;
  console.log(`  ${name}: ${rates}${more}; ${rounds[0]?.allowed} allowed; peak ${peak} MB`);
}

/** Measures one size in this process and prints its figures. */
function measureHere(count: number): void {
  const located = [...endpoints(), ...policies(count)].map(
    (one): Located => ({ resource: one, locate: () => undefined }),
  );
  const before = process.resourceUsage().maxRSS;
  const started = process.hrtime.bigint();
  const compiled = world(located, { calico: DEFAULT_CALICO }).world;
  const middle = process.hrtime.bigint();
  compileNode(compiled, factsOf(0));
  const done = process.hrtime.bigint();
  const built = process.resourceUsage().maxRSS;
  const seconds = (from: bigint, to: bigint) => (Number(to - from) / 1e9).toFixed(2);
  console.log(`${count} policies x 5 rules, ${ENDPOINTS} endpoints`);
  console.log(
    `  world ${seconds(started, middle)} s, compiled form ${seconds(middle, done)} s; peak ${megabytes(built)} MB, ${megabytes(before)} MB of it the resources`,
  );
  for (const [name, pick] of PATTERNS) {
    const work = prepare(compiled, pick);
    const cold = oneByOne(work);
    measure(name, () => oneByOne(work), `; first round, making tables, ${cold.seconds.toFixed(2)} s`);
    if (name !== AT_RANDOM) continue;
    for (const size of TOGETHER) measure(`${name}, ${size} together`, together(work, size), "");
  }
  if (count <= 1000) {
    console.log(`  simulate without trace: ${Math.round(plainRate(compiled))} flows/s`);
  }
}

/** Measures every size, each in a process of its own. */
export function benchBatch(): void {
  for (const count of [1_000, 10_000]) {
    const argv = [...process.execArgv, import.meta.filename, "--policies", String(count)];
    const { status } = spawnSync(process.execPath, argv, { stdio: "inherit" });
    if (status !== 0) throw new Error(`bench of ${count} policies failed`);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { policies: count } = parseArgs({ options: { policies: { type: "string" } } }).values;
  if (count === undefined) benchBatch();
  else measureHere(Number(count));
}
