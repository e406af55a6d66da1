import fc from "fast-check";
import { expect, test } from "vitest";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { newAnswer } from "../../../src/policy/tables/answer.ts";
import { compileNode, type NodeEvaluator } from "../../../src/policy/tables/evaluate.ts";
import { packetBuffer } from "../../../src/policy/tables/packet-buffer.ts";
import { newPacket, type TablePacket } from "../../../src/policy/tables/table-packet.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";
import { type MadeWorld, madeWorlds } from "../../support/worlds.ts";

interface NodePacket {
  readonly node: number;
  readonly packet: TablePacket;
}

/** Each flow of the world on two nodes that see the same resources, the second one without facts, in turn. */
function packetsOf({ version, resources, facts, flows }: MadeWorld): { nodes: NodeEvaluator[]; packets: NodePacket[] } {
  const compiled = world(resources.map(unlocated), { calico: calicoVersionRules(version) ?? DEFAULT_CALICO }).world;
  const nodes = [facts, { node: facts.node }].map((known) => compileNode(compiled, known));
  const packets = flows.flatMap((flow) =>
    nodes.flatMap((evaluator, node) => {
      const packet = newPacket();
      return evaluator.read(flow, packet) ? [{ node, packet }] : [];
    }),
  );
  return { nodes, packets };
}

test("packets that are answered together have the answers of each alone, in the order in which they were added", () => {
  const families = new Set<number>();
  let explained = 0;
  const property = fc.property(madeWorlds(40), (made) => {
    const { nodes, packets } = packetsOf(made);
    const buffer = packetBuffer(nodes, packets.length);
    const [alone, together] = [newAnswer(), newAnswer()];
    for (let round = 0; round < 2; round++) {
      for (const { node, packet } of packets) expect(buffer.add(node, packet)).toBe(true);
      expect(buffer.size()).toBe(packets.length);
      buffer.evaluate();
      for (const [index, { node, packet }] of packets.entries()) {
        const evaluator = nodes[node] as NodeEvaluator;
        evaluator.evaluate(packet, alone);
        buffer.answer(index, together);
        expect(together, `${index}`).toEqual(alone);
        expect(evaluator.decidedBy(together)).toEqual(evaluator.decidedBy(alone));
        families.add(packet.family);
        if (alone.outcome) explained++;
      }
      buffer.clear();
      packets.reverse();
    }
  });
  fc.assert(property, { numRuns: 40, seed: 5 });
  expect([...families].sort()).toEqual([4, 6]);
  expect(explained).toBeGreaterThan(10);
});

test("a full batch takes no more until it is cleared; what was added stays as it was", () => {
  const node = compileNode(world([], { calico: DEFAULT_CALICO }).world, { node: "n1" });
  const packet = newPacket();
  packet.from = node.end({ interface: "eth0" });
  packet.to = node.end({ process: true });
  const buffer = packetBuffer([node], 2);
  expect([buffer.add(0, packet), buffer.add(0, packet), buffer.add(0, packet), buffer.size()]).toEqual([
    true,
    true,
    false,
    2,
  ]);
  packet.from = packet.to;
  buffer.evaluate();
  const answer = newAnswer();
  buffer.answer(1, answer);
  expect(node.decidedBy(answer)).toEqual({ kind: "unpoliced", interface: "eth0", reason: "no-host-endpoint" });
  buffer.clear();
  expect([buffer.size(), buffer.add(0, packet), buffer.size()]).toEqual([0, true, 1]);
});
