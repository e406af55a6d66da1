import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import type { Flow, NodeFacts } from "../src/model/flow.ts";
import type { Located, Resource } from "../src/model/resource.ts";
import { DEFAULT_PROFILE } from "../src/model/version.ts";
import { type BatchEvaluator, compileNode, newAnswer } from "../src/policy/batch/evaluate.ts";
import { answerCsv } from "../src/policy/batch/lines.ts";
import { newPacket } from "../src/policy/batch/packet.ts";
import { simulate } from "../src/policy/simulate.ts";
import { type World, world } from "../src/policy/world.ts";

/**
 * Batch throughput on one core: policies x 5 rules over 100,000 endpoints (a tenth host endpoints, on 1,000 nodes), flows
 * spread evenly over all endpoints and directions. Each size runs in a process of its own, so that peak memory is its own.
 */
const ENDPOINTS = 100_000;
const NODES = 1_000;
const FLOWS = 1_000_000;
const ROUNDS = 7;

/** A small generator of even numbers, so that every run measures the same World. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const ROLES = 200;
const TIERS = ["front", "middle", "back"];
const ip = (endpoint: number) => `10.${100 + (endpoint >>> 16)}.${(endpoint >>> 8) & 255}.${endpoint & 255}`;
const resource = (kind: string, name: string, rest: object): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  ...rest,
  metadata: { name, ...("metadata" in rest ? (rest.metadata as object) : {}) },
});

function endpoints(): Resource[] {
  return Array.from({ length: ENDPOINTS }, (_, index): Resource => {
    const node = `node${index % NODES}`;
    const labels = { role: `r${index % ROLES}`, tier: TIERS[index % 3] ?? "", zone: `z${index % 7}` };
    const slot = Math.floor(index / NODES);
    if (slot < 10) {
      const spec = { node, interfaceName: `eth${slot}`, expectedIPs: [ip(index)] };
      return resource("HostEndpoint", `h${index}`, { metadata: { labels }, spec });
    }
    const spec = {
      node,
      orchestrator: "k8s",
      workload: `w${index}`,
      endpoint: "eth0",
      interfaceName: `cali${index}`,
      ipNetworks: [`${ip(index)}/32`],
    };
    return resource("WorkloadEndpoint", `w${index}`, { metadata: { labels, namespace: `ns${index % 50}` }, spec });
  });
}

function policies(count: number): Resource[] {
  const next = random(7);
  const peer = (): object => {
    switch (next(4)) {
      case 0:
        return {
          nets: Array.from({ length: 1 + next(3) }, () => `10.${100 + next(2)}.${next(256)}.0/${22 + next(11)}`),
        };
      case 1:
        return { notNets: [`10.${next(200)}.0.0/16`] };
      case 2:
        return { selector: `role == 'r${next(ROLES)}'` };
      default:
        return { selector: `tier == '${TIERS[next(3)]}' && zone in {'z${next(7)}', 'z${next(7)}'}` };
    }
  };
  const rule = (side: "source" | "destination"): object => ({
    action: next(4) === 0 ? "Deny" : "Allow",
    protocol: next(3) === 0 ? "UDP" : "TCP",
    [side]: peer(),
    ...(side === "source"
      ? { destination: { ports: [1 + next(1000), `${2000 + next(1000)}:${3000 + next(500)}`] } }
      : {}),
  });
  return Array.from({ length: count }, (_, index): Resource => {
    const selector = next(200) === 0 ? "all()" : `role == 'r${next(ROLES)}' && tier == '${TIERS[next(3)]}'`;
    const rules = (side: "source" | "destination", length: number) => Array.from({ length }, () => rule(side));
    const spec = {
      order: index,
      selector,
      types: ["Ingress", "Egress"],
      applyOnForward: next(3) === 0,
      ingress: rules("source", 3),
      egress: rules("destination", 2),
    };
    return resource("GlobalNetworkPolicy", `p${index}`, { spec });
  });
}

/** A flow through an endpoint: a host endpoint's from or to its process, a workload's to or from the node's first interface. */
function flowThrough(index: number, next: (below: number) => number): Flow {
  const slot = Math.floor(index / NODES);
  const isOut = next(2) === 1;
  const own = slot < 10 ? { interface: `eth${slot}` } : { interface: `cali${index}` };
  const other = slot < 10 ? ({ process: true } as const) : { interface: "eth0" };
  const [here, there] = [ip(index), ip(next(ENDPOINTS))];
  return {
    from: isOut === slot >= 10 ? own : other,
    to: isOut === slot >= 10 ? other : own,
    protocol: next(3) === 0 ? "UDP" : "TCP",
    srcIP: isOut ? here : there,
    dstIP: isOut ? there : here,
    srcPort: 1024 + next(60_000),
    dstPort: 1 + next(4000),
  };
}

/** Flows as columns: their node and the ten numbers of their packets. */
interface Work {
  readonly nodes: readonly BatchEvaluator[];
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

/** Rows of CSV through one node, answered as lines of JSON; the rate of the fastest of five rounds and the median. */
function csvRates(compiled: World): string {
  const next = random(13);
  const end = (end: Flow["from"]) => ("interface" in end ? `interface:${end.interface}` : "process");
  const rows = Array.from({ length: 300_000 }, () => {
    const { from, to, protocol, srcIP, dstIP, srcPort, dstPort } = flowThrough(NODES * next(ENDPOINTS / NODES), next);
    return `${end(from)},${to ? end(to) : ""},${protocol},${srcIP},${dstIP},${srcPort},${dstPort}`;
  });
  const text = rows.join("\n");
  const answer = answerCsv(compileNode(compiled, factsOf(0)), "from,to,protocol,srcIP,dstIP,srcPort,dstPort");
  if (typeof answer === "string") throw new Error(answer);
  const rates = Array.from({ length: 6 }, () => {
    const started = process.hrtime.bigint();
    let bytes = 0;
    let number = 0;
    for (const line of text.split("\n")) bytes += Buffer.byteLength(answer(line, ++number).text);
    if (bytes === 0) throw new Error("nothing was answered");
    return rows.length / (Number(process.hrtime.bigint() - started) / 1e9);
  })
    .slice(1)
    .sort((a, b) => a - b);
  return `min ${Math.round(rates[0] ?? 0)}  median ${Math.round(rates[2] ?? 0)} lines/s`;
}

function factsOf(node: number): NodeFacts {
  return {
    node: `node${node}`,
    interfaces: Object.fromEntries(Array.from({ length: 10 }, (_, eth) => [`eth${eth}`, []])),
  };
}

function round({ nodes, nodeOf, columns }: Work): { seconds: number; allowed: number } {
  const answer = newAnswer();
  const packet = newPacket();
  let allowed = 0;
  const started = process.hrtime.bigint();
  for (let flow = 0, at = 0; flow < FLOWS; flow++, at += COLUMNS) {
    packet.from = columns[at] as number;
    packet.to = columns[at + 1] as number;
    packet.protocol = columns[at + 2] as number;
    packet.source = (columns[at + 3] as number) >>> 0;
    packet.destination = (columns[at + 4] as number) >>> 0;
    packet.sourcePort = columns[at + 5] as number;
    packet.destinationPort = columns[at + 6] as number;
    nodes[nodeOf[flow] as number]?.evaluate(packet, answer);
    if (answer.verdict === 1) allowed++;
  }
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, allowed };
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

/** Which endpoint a flow goes through. */
const PATTERNS: readonly (readonly [string, (flow: number, next: (below: number) => number) => number])[] = [
  ["one node", (_, next) => NODES * next(ENDPOINTS / NODES)],
  ["node by node", (flow, next) => Math.floor(flow / (FLOWS / NODES)) + NODES * next(ENDPOINTS / NODES)],
  ["all endpoints at random", (_, next) => next(ENDPOINTS)],
];

/** Measures one size in this process and prints its figures. */
function measureHere(count: number): void {
  const located = [...endpoints(), ...policies(count)].map(
    (one): Located => ({ resource: one, locate: () => undefined }),
  );
  const before = process.resourceUsage().maxRSS;
  const started = process.hrtime.bigint();
  const compiled = world(located, { profile: DEFAULT_PROFILE }).world;
  const middle = process.hrtime.bigint();
  compileNode(compiled, factsOf(0));
  const done = process.hrtime.bigint();
  const built = process.resourceUsage().maxRSS;
  const seconds = (from: bigint, to: bigint) => (Number(to - from) / 1e9).toFixed(2);
  console.log(`${count} policies x 5 rules, ${ENDPOINTS} endpoints`);
  console.log(
    `  world ${seconds(started, middle)} s, compiled form ${seconds(middle, done)} s; peak ${megabytes(built)} MB, ${megabytes(before)} MB of it the resources`,
  );
  const million = (rate: number | undefined) => `${((rate ?? 0) / 1e6).toFixed(2)} M/s`;
  for (const [name, pick] of PATTERNS) {
    const work = prepare(compiled, pick);
    const cold = round(work);
    const rates = Array.from({ length: ROUNDS }, () => FLOWS / round(work).seconds).sort((a, b) => a - b);
    const peak = megabytes(process.resourceUsage().maxRSS);
    const [min, median, max] = [rates[0], rates[Math.floor(ROUNDS / 2)], rates.at(-1)].map(million);
    console.log(
      `  ${name}: min ${min}  median ${median}  max ${max}; first round, making tables, ${cold.seconds.toFixed(2)} s; ${cold.allowed} allowed; peak ${peak} MB`,
    );
  }
  console.log(`  CSV to JSON lines, text in memory, one node: ${csvRates(compiled)}`);
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
