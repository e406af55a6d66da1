import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LifelineProofs } from "../../../src/analysis/lifelines/lifeline-proofs.ts";
import { findSafeOrder, proveOrder } from "../../../src/analysis/lifelines/safe-order.ts";
import { writeSequence } from "../../../src/analysis/write-sequence.ts";
import type { Flow } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { allow, deny, felix, gnp, hep, profile, tier, unlocated } from "../../policy/support.ts";
import { sized } from "../../support/full.ts";
import { changesOf, setting, tcpIn, type Write } from "./stories.ts";

const PEERS = ["10.20.0.1", "10.20.0.2"];
const LIFELINE = tcpIn("ssh", 22, ...PEERS);

const from = (nets: readonly string[]) => ({ protocol: "TCP", source: { nets }, destination: { ports: [22] } });
const rules = fc.constantFrom<object[]>(
  [allow(from(PEERS))],
  [allow(from(PEERS.slice(0, 1)))],
  [deny(from(PEERS.slice(1)))],
  [deny()],
  [deny(from(PEERS.slice(1))), allow(from(PEERS))],
  [{ action: "Pass", ...from(PEERS) }],
  [allow({ ...from(PEERS), destination: { nets: ["10.0.0.1"], ports: [22] } })],
);
/** A host that no write changes, on a node of its own. */
const OTHER = hep("node2-eth0", { node: "node2", expectedIPs: ["10.0.0.2"] }, { role: "b" });
const HOSTS = [
  { node: "node1", dstIP: "10.0.0.1" },
  { node: "node2", dstIP: "10.0.0.2" },
];
const kind = fc.constantFrom<object>(
  {},
  {},
  {},
  { preDNAT: true, applyOnForward: true },
  { doNotTrack: true, applyOnForward: true },
);
const policy = (name: string) =>
  fc
    .tuple(rules, kind, fc.constantFrom("all()", "role == 'a'", "role == 'b'"), fc.integer({ min: 1, max: 4 }))
    .map(([ingress, flags, selector, order]) => gnp(name, { order, selector, types: ["Ingress"], ingress, ...flags }));
const host = fc
  .tuple(fc.constantFrom("a", "b"), fc.constantFrom<string[]>([], ["open"]))
  .map(([role, profiles]) => hep("node1-eth0", { expectedIPs: ["10.0.0.1"], profiles }, { role }));
const answers = fc.constantFrom("all()", "role == 'a'").map((selector) =>
  gnp("answers", {
    selector,
    doNotTrack: true,
    applyOnForward: true,
    types: ["Egress"],
    egress: [allow({ protocol: "TCP", source: { ports: [22] } })],
  }),
);
const failsafes = fc
  .constantFrom<object[]>([], [{ protocol: "tcp", port: 22 }])
  .map((ports) => felix({ failsafeInboundHostPorts: ports, failsafeOutboundHostPorts: [] }));
const open = fc
  .constantFrom<object[]>([allow()], [deny()])
  .map((ingress) => profile("open", { ingress, egress: [allow()] }));

/** One of each resource before the writes, and one after; either may be missing. */
const pairs = fc.tuple(
  ...[host, policy("p0"), policy("p1"), policy("p2"), answers, failsafes, open].map((made: fc.Arbitrary<Resource>) =>
    fc.tuple(fc.option(made, { nil: undefined }), fc.option(made, { nil: undefined })),
  ),
);

/** Whether a packet passes, and its answer. */
function passes(world: World, { node, ...to }: (typeof HOSTS)[number], srcIP: string): boolean {
  const ports = { srcPort: 40000, dstPort: 22 } as const;
  const ends = { from: { interface: "eth0" }, to: { process: true } } as const;
  const flow: Flow = { ...ends, protocol: "TCP", srcIP, ...to, ...ports };
  const { verdict, return: answer } = simulate(world, { node }, flow, { trace: false });
  return verdict === "allow" && answer !== "deny";
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]));
}

describe("the order of writes", () => {
  test("is proved as each packet passes, and a safe one is found wherever trying all orders finds one", () => {
    const counts = { found: 0, none: 0, cut: 0 };
    fc.assert(
      fc.property(pairs, fc.nat(), (made, turn) => {
        const stored = [OTHER, ...made.flatMap(([before]) => before ?? [])];
        const changed = made.flatMap(([before, after]): Write[] => {
          if (after !== undefined) return JSON.stringify(before) === JSON.stringify(after) ? [] : [after];
          return before === undefined ? [] : [{ remove: before }];
        });
        const at = turn % Math.max(1, changed.length);
        const writes = [...changed.slice(at), ...changed.slice(0, at)];
        const { compile } = setting();
        const sequence = writeSequence(stored.map(unlocated), changesOf(writes), compile);
        const proofs = new LifelineProofs(sequence.after([]), [LIFELINE]);
        const all = writes.map((_, index) => index);

        const packets = HOSTS.flatMap((at) => PEERS.map((peer) => [at, peer] as const));
        const required = packets.filter(([at, peer]) => passes(sequence.after([]), at, peer));
        const isSafe = new Map<string, boolean>();
        const holds = (done: readonly number[]): boolean => {
          const key = [...done].sort().join();
          const known = isSafe.get(key) ?? required.every(([at, peer]) => passes(sequence.after(done), at, peer));
          isSafe.set(key, known);
          return known;
        };
        const proof = proveOrder(proofs, sequence, all);
        const firstCut = all.findIndex((_, position) => !holds(all.slice(0, position + 1)));
        expect(proof.kind === "cut" ? proof.position : -1).toBe(firstCut);
        if (proof.kind !== "cut") return;
        counts.cut += 1;
        const order = findSafeOrder((world) => proofs.holds(world), sequence);
        const safeOnes = permutations(all).filter((one) =>
          one.every((_, position) => holds(one.slice(0, position + 1))),
        );
        expect(order.kind).toBe(safeOnes.length > 0 ? "found" : "none");
        if (order.kind === "found") expect(safeOnes).toContainEqual(order.order);
        counts[order.kind === "found" ? "found" : "none"] += 1;
      }),
      { numRuns: sized(3000, 100), seed: 7 },
    );
    // Both ends are met often.
    expect(Math.min(counts.found, counts.none)).toBeGreaterThan(5);
  });

  test("is proved also within a write that changes several resources, one by one", () => {
    const none = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });
    const host1 = hep("node1-eth0", { expectedIPs: ["10.0.0.1"], profiles: ["open"] }, { role: "a" });
    const opening = gnp("allow", { order: 1, selector: "all()", types: ["Ingress"], ingress: [allow(from(PEERS))] });
    const denying = gnp("deny", { order: 2, selector: "all()", types: ["Ingress"], ingress: [deny()] });
    const stored = [none, host1, profile("open", { ingress: [allow()] }), opening, denying].map(unlocated);
    const { compile } = setting();
    const both = changesOf([{ remove: denying }, { remove: opening }]).flat();
    const sequence = writeSequence(stored, [both], compile);
    const proofs = new LifelineProofs(sequence.after([]), [LIFELINE]);
    expect(proofs.holds(sequence.after([0])).kind).toBe("holds");
    expect(proveOrder(proofs, sequence, [0])).toMatchObject({ kind: "cut", position: 0 });
    expect(findSafeOrder((world) => proofs.holds(world), sequence)).toEqual({ kind: "none" });
  });

  test("of a policy and its tier is kept", () => {
    const inTier = gnp("t.open", { tier: "t", selector: "all()", ingress: [allow()] });
    const { compile } = setting("v3.32");
    const { isFixed } = writeSequence([], changesOf([tier("t", { order: 1 }), inTier, hep("one")]), compile);
    expect([isFixed(0, 1), isFixed(0, 2), isFixed(1, 2)]).toEqual([true, false, false]);
  });

  test("is given up on aloud where there are too many sets of writes", () => {
    const none = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });
    const host1 = hep("node1-eth0", { expectedIPs: ["10.0.0.1"] }, { role: "a" });
    const opening = gnp("open", { selector: "role == 'b'", types: ["Ingress"], ingress: [allow(from(PEERS))] });
    const role = { ...host1, metadata: { ...host1.metadata, labels: { role: "b" } } };
    const opened = gnp("open", { selector: "role == 'a'", types: ["Ingress"], ingress: [allow(from(PEERS))] });
    const others = Array.from({ length: 12 }, (_, index) => gnp(`other-${index}`, { selector: "role == 'c'" }));
    const stored = [none, host1, opened].map(unlocated);
    const { compile } = setting();
    const sequence = writeSequence(stored, changesOf([role, opening, ...others]), compile);
    const proofs = new LifelineProofs(sequence.after([]), [LIFELINE]);
    expect(findSafeOrder((world) => proofs.holds(world), sequence, 100)).toEqual({ kind: "given up", states: 101 });
  });
});
