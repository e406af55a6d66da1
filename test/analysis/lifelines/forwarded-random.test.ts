import fc from "fast-check";
import { expect, test } from "vitest";
import type { Lifeline } from "../../../src/analysis/lifelines/lifeline.ts";
import { LifelineProofs } from "../../../src/analysis/lifelines/lifeline-proofs.ts";
import { proveOrder } from "../../../src/analysis/lifelines/safe-order.ts";
import { writeSequence } from "../../../src/analysis/write-sequence.ts";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { readNet } from "../../../src/policy/world/nets.ts";
import { allow, deny, felix, gnp, hep, unlocated } from "../../policy/support.ts";
import { sized } from "../../support/full.ts";
import { changesOf, setting, tcpIn, type Write } from "./stories.ts";

const nets = (...texts: readonly string[]) => texts.flatMap((text) => readNet(text) ?? []);
const NO_FAILSAFES = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });
/** An address of each network that policies tell apart. */
const PEERS = ["203.0.113.1", "203.0.113.200"] as const;
const SOURCE_PORTS = [443, 8443, 40000] as const;
const DNAT = { protocol: "TCP", dst: "198.51.100.1", port: 8443, toIP: "10.50.0.10", toPort: 443 };
const FACTS: NodeFacts = {
  node: "gw",
  interfaces: { eth0: ["198.51.100.1/24"], eth1: ["10.50.0.1/24"] },
  dnat: [DNAT],
  outputDnat: [],
};

/** A lifeline, what is known of the node, the packets that it is of and the interfaces that they may come in and go out by. */
interface Question {
  readonly lifeline: Lifeline;
  readonly facts: NodeFacts;
  readonly to: Pick<Flow, "dstIP" | "dstPort">;
  readonly in: readonly string[];
  readonly out: readonly string[];
}

const QUESTIONS: Readonly<Record<string, Question>> = {
  "through a gateway": {
    lifeline: {
      ...tcpIn("shop", 443, "203.0.113.0/24"),
      endpoints: { addresses: nets("10.50.0.10") },
      through: { in: ["eth0"], out: ["eth1"] },
    },
    facts: { node: "gw" },
    to: { dstIP: "10.50.0.10", dstPort: 443 },
    in: ["eth0"],
    out: ["eth1"],
  },
  "to a host that sends it on": {
    lifeline: {
      ...tcpIn("published", 8443, "203.0.113.0/24"),
      endpoints: { addresses: nets("198.51.100.1"), nodes: new Set(["gw"]) },
    },
    facts: FACTS,
    to: { dstIP: "198.51.100.1", dstPort: 8443 },
    in: ["eth0", "eth1"],
    out: ["eth0", "eth1", "other"],
  },
};

const end = (at: string, name: string) => (labels: Record<string, string>) =>
  hep(at, { node: "gw", interfaceName: name }, { at, ...labels });
const host = (at: string, name: string) => fc.constantFrom({}, { x: "y" }).map(end(at, name));

const FLAGS = [
  { applyOnForward: true },
  { applyOnForward: true },
  { preDNAT: true, applyOnForward: true },
  { doNotTrack: true, applyOnForward: true },
  {},
];
const SELECTORS = ["all()", "at == 'outside'", "at == 'inside'", "x == 'y'"];
const rule = fc
  .tuple(
    fc.constantFrom(allow, deny),
    fc.constantFrom(
      {},
      { protocol: "TCP", source: { nets: ["203.0.113.0/25"] } },
      { protocol: "TCP", destination: { ports: [443] } },
      { protocol: "TCP", source: { ports: [443] } },
      { protocol: "TCP", destination: { ports: [8443] } },
    ),
  )
  .map(([make, match]) => make(match));
const policy = (name: string): fc.Arbitrary<Resource> =>
  fc
    .record({
      flags: fc.constantFrom(...FLAGS),
      order: fc.nat(3),
      selector: fc.constantFrom(...SELECTORS),
      ingress: fc.array(rule, { maxLength: 3 }),
      egress: fc.array(rule, { maxLength: 2 }),
      both: fc.boolean(),
    })
    .map(({ flags, order, selector, ingress, egress, both }) => {
      const hasEgress = both && !("preDNAT" in flags);
      const types = hasEgress ? ["Ingress", "Egress"] : ["Ingress"];
      return gnp(name, { ...flags, order, selector, types, ingress, ...(hasEgress && { egress }) });
    });

const pairs = fc.tuple(
  ...[host("outside", "eth0"), host("inside", "eth1"), policy("p0"), policy("p1"), policy("p2")].map((made) =>
    fc.tuple(made, made),
  ),
);
const some = fc.tuple(pairs, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }));

/** A packet, and the interfaces that it comes in and goes out by. */
interface Packet {
  readonly srcIP: string;
  readonly srcPort: number;
  readonly incoming: string;
  readonly out: string;
}

/** Whether a packet passes, and its answer. */
function passes(world: World, { facts, to }: Question, { srcIP, srcPort, incoming, out }: Packet): boolean {
  const ends = { from: { interface: incoming }, to: { interface: out } } as const;
  const flow: Flow = { ...ends, protocol: "TCP", srcIP, srcPort, ...to };
  const { verdict, return: answer } = simulate(world, facts, flow, { trace: false });
  return verdict === "allow" && answer !== "deny";
}

test.each(Object.entries(QUESTIONS))("%s: a write cuts as its packets are cut one by one", (_, question) => {
  const counts = { cut: 0, safe: 0 };
  fc.assert(
    fc.property(some, ([made, kept]) => {
      const isHost = (resource: Resource) => resource.kind === "HostEndpoint";
      const stored = made.flatMap(([before], at) => (isHost(before) || kept[at] ? [before] : []));
      const writes = made.flatMap(([before, after], at): Write[] => {
        if (isHost(after) || kept[5 + at])
          return JSON.stringify(before) === JSON.stringify(after) && kept[at] ? [] : [after];
        return kept[at] ? [{ remove: before }] : [];
      });
      const sequence = writeSequence([NO_FAILSAFES, ...stored].map(unlocated), changesOf(writes), setting().compile);
      const before = sequence.after([]);
      const proofs = new LifelineProofs(before, [question.lifeline], { facts: () => question.facts });
      const packets = PEERS.flatMap((srcIP) =>
        SOURCE_PORTS.flatMap((srcPort) =>
          question.in.flatMap((incoming) => question.out.map((out): Packet => ({ srcIP, srcPort, incoming, out }))),
        ),
      );
      const required = packets.filter((packet) => passes(before, question, packet));
      const all = writes.map((_, index) => index);
      const holds = (world: World) => required.every((packet) => passes(world, question, packet));
      const firstCut = all.findIndex((_, position) => !holds(sequence.after(all.slice(0, position + 1))));
      const proof = proveOrder(proofs, sequence, all);
      expect(proof.kind === "cut" ? proof.position : -1).toBe(firstCut);
      expect(proof.kind).not.toBe("not proved");
      counts[firstCut < 0 ? "safe" : "cut"]++;
    }),
    { numRuns: sized(3000, 50), seed: 11 },
  );
  expect(Math.min(counts.cut, counts.safe)).toBeGreaterThan(3);
});
