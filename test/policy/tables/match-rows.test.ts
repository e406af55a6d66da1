import { expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { newAnswer } from "../../../src/policy/tables/answer.ts";
import { compileNode } from "../../../src/policy/tables/evaluate.ts";
import { packetBatch } from "../../../src/policy/tables/packet-batch.ts";
import { newPacket } from "../../../src/policy/tables/table-packet.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";
import { gnp, hep, netset } from "../support.ts";

const FACTS = { node: "node1", interfaces: { eth0: ["10.0.0.1"] } };
const END = { from: { interface: "eth0" }, to: { process: true } } as const;

/**
 * Holds a batch, and each packet alone, equal to `simulate` for flows to a host endpoint with rules. Returns how many rules decided,
 * and how many packets were answered together.
 */
function holdEqual(rules: readonly object[], flows: readonly Flow[], others: readonly Resource[] = []) {
  const resources = [hep("h0", { expectedIPs: ["10.0.0.1"] }), gnp("p", { ingress: rules }), ...others];
  const compiled = world(resources.map(unlocated), { calico: DEFAULT_CALICO }).world;
  const node = compileNode(compiled, FACTS);
  const batch = packetBatch([node], flows.length);
  const packet = newPacket();
  for (const [row, flow] of flows.entries()) {
    expect(node.read(flow, packet)).toBe(true);
    batch.put(row, 0, packet);
  }
  batch.evaluate(flows.length);
  const answer = newAnswer();
  const deciding = new Set<number>();
  for (const [row, flow] of flows.entries()) {
    const { verdict, decidedBy } = simulate(compiled, FACTS, flow, { trace: false });
    const alone = node.simulate(flow);
    batch.answer(row, answer);
    expect({ verdict: alone.verdict, decidedBy: alone.decidedBy }, `alone ${row}`).toEqual({ verdict, decidedBy });
    expect(batch.verdicts[row] === 1 ? "allow" : "deny", `row ${row}`).toBe(verdict);
    expect(node.decidedBy(answer), `row ${row}`).toEqual(decidedBy);
    if (decidedBy.kind === "rule") deciding.add(decidedBy.rule);
  }
  return { deciding: deciding.size, together: batch.together() };
}

const flow = (more: Partial<Flow>): Flow => ({
  ...END,
  protocol: "TCP",
  srcIP: "10.1.0.1",
  dstIP: "10.0.0.1",
  srcPort: 40_000,
  dstPort: 1000,
  ...more,
});
const icmpFlow = (more: Partial<Flow>): Flow => ({
  ...END,
  protocol: "ICMP",
  srcIP: "10.1.0.1",
  dstIP: "10.0.0.1",
  ...more,
});
const action = (index: number) => (index % 3 === 0 ? "Deny" : "Allow");

test.each([1, 31, 32, 33, 63, 64, 65, 256, 257, 288, 289, 513])(
  "each of %i rules decides the packets to its port",
  (count) => {
    const rules = Array.from({ length: count }, (_, index) => ({
      action: action(index),
      protocol: "TCP",
      destination: { ports: [1000 + index] },
    }));
    const flows = Array.from({ length: count + 2 }, (_, index) => flow({ dstPort: 999 + index }));
    expect(holdEqual(rules, flows)).toEqual({ deciding: count, together: flows.length });
  },
);

const addresses = Array.from({ length: 60 }, (_, index) => `10.1.${index % 7}.${index}`);
/** Sets of one address each, with labels that rules select by. */
const sets = addresses.map((address, index) =>
  netset(`s${index}`, [`${address}/32`], { a: `${index % 5}`, b: `${index % 7}`, c: `${index % 4}` }),
);
const TYPES = 40;

/** Rules of which each has some of the criteria of a list, so that a match is at any place of it. */
const SHAPES: readonly { readonly what: string; readonly rule: (index: number) => object }[] = [
  { what: "nothing", rule: () => ({}) },
  { what: "protocols", rule: (at) => ({ protocol: at % 2 === 0 ? "UDP" : "SCTP" }) },
  { what: "source ports", rule: (at) => ({ protocol: "TCP", source: { ports: [2000 + at] } }) },
  {
    what: "ports of both sides",
    rule: (at) => ({
      protocol: "TCP",
      source: { ports: [2000 + (at % 9)] },
      destination: { ports: [1000 + (at % 8)] },
    }),
  },
  { what: "networks of the source", rule: (at) => ({ source: { nets: [`10.1.${at % 7}.${at}/32`] } }) },
  {
    what: "networks of both sides",
    rule: (at) => ({ source: { nets: [`10.1.${at % 7}.0/24`] }, destination: { nets: [`10.1.${at % 5}.0/24`] } }),
  },
  { what: "labels of the source", rule: (at) => ({ source: { selector: `a == '${at % 5}'` } }) },
  {
    what: "labels that no selector reads together, of both sides",
    rule: (at) => ({
      source: { selector: `${"abc"[at % 3]} == '${at % 4}'` },
      destination: { selector: `${"abc"[(at + 1) % 3]} == '${(at + 1) % 4}'`, notSelector: "c == '2'" },
    }),
  },
  {
    what: "everything",
    rule: (at) => ({
      protocol: at % 4 === 0 ? "UDP" : "TCP",
      source: { notNets: [`10.1.${at % 7}.0/24`], selector: `${"abc"[at % 3]} != '${at % 4}'`, notPorts: [2000 + at] },
      destination: {
        nets: ["10.1.0.0/16"],
        selector: `${"bca"[at % 3]} == '${at % 4}'`,
        ports: [`${1000 + (at % 8)}:1009`],
      },
    }),
  },
];
const flows = Array.from({ length: 600 }, (_, index) =>
  flow({
    protocol: index % 5 === 0 ? "UDP" : index % 11 === 0 ? "SCTP" : "TCP",
    srcIP: addresses[(index * 7) % 60] ?? "",
    dstIP: index % 3 === 0 ? "10.0.0.1" : (addresses[(index * 11) % 60] ?? ""),
    srcPort: 2000 + (index % 61),
    dstPort: 1000 + (index % 11),
  }),
);

for (const { what, rule } of SHAPES) {
  test(`${what}: lists within a head, and with tails`, () => {
    const rules = Array.from({ length: 60 }, (_, index) => ({ action: action(index), ...rule(index) }));
    const results = [3, 60].map((count) => holdEqual(rules.slice(0, count), flows, sets));
    for (const { together } of results) expect(together).toBe(flows.length);
    expect(results[1]?.deciding).toBeGreaterThan(0);
  });
}

test("more headers and more values of labels than have a row for each", () => {
  const icmp = Array.from({ length: 600 }, (_, index) => ({
    action: action(index),
    protocol: "ICMP",
    icmp: { type: index % TYPES, code: 2 * Math.floor(index / TYPES) },
  }));
  const labelled = Array.from({ length: 40 }, (_, index) => ({
    action: action(index + 1),
    protocol: "TCP",
    source: { selector: `n == '${index * 7}'` },
  }));
  const many = Array.from({ length: 1100 }, (_, index) =>
    netset(`n${index}`, [`10.2.${index >>> 8}.${index & 255}/32`], { n: `${index}` }),
  );
  const toHeaders = Array.from({ length: 1200 }, (_, index) =>
    icmpFlow({ icmpType: index % TYPES, icmpCode: Math.floor(index / TYPES) }),
  );
  const ofLabels = Array.from({ length: 300 }, (_, index) => flow({ srcIP: `10.2.${index >>> 8}.${index & 255}` }));
  const { deciding, together } = holdEqual([...labelled, ...icmp], [...toHeaders, ...ofLabels], many);
  expect(deciding).toBeGreaterThan(80);
  // Of a known connection, or of none, are those of other types.
  expect(together).toBeGreaterThan(ofLabels.length + 20);
});
