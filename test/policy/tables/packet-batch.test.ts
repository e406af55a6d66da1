import fc from "fast-check";
import { expect, test } from "vitest";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { newAnswer } from "../../../src/policy/tables/answer.ts";
import { compileNode, type NodeEvaluator } from "../../../src/policy/tables/evaluate.ts";
import { packetBatch } from "../../../src/policy/tables/packet-batch.ts";
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

test("packets that are answered together have the answers of each alone, whatever rows they are in", () => {
  const families = new Set<number>();
  let explained = 0;
  const property = fc.property(madeWorlds(40), (made) => {
    const { nodes, packets } = packetsOf(made);
    const batch = packetBatch(nodes, packets.length);
    const [alone, together] = [newAnswer(), newAnswer()];
    for (const count of [packets.length, Math.ceil(packets.length / 2), packets.length]) {
      for (let row = 0; row < count; row++) {
        const { node, packet } = packets[row] as NodePacket;
        batch.put(row, node, packet);
      }
      batch.evaluate(count);
      for (let row = 0; row < count; row++) {
        const { node, packet } = packets[row] as NodePacket;
        const evaluator = nodes[node] as NodeEvaluator;
        evaluator.evaluate(packet, alone);
        batch.answer(row, together);
        expect(together, `${row}`).toEqual(alone);
        expect([batch.verdicts[row], batch.returns[row]]).toEqual([alone.verdict, alone.return]);
        expect(evaluator.decidedBy(together)).toEqual(evaluator.decidedBy(alone));
        families.add(packet.family);
        if (alone.outcome) explained++;
      }
      packets.reverse();
    }
  });
  fc.assert(property, { numRuns: 40, seed: 5 });
  expect([...families].sort()).toEqual([4, 6]);
  expect(explained).toBeGreaterThan(10);
});

test("a row keeps its answer when the packet that filled it is used again", () => {
  const node = compileNode(world([], { calico: DEFAULT_CALICO }).world, { node: "n1" });
  const packet = newPacket();
  packet.from = node.end({ interface: "eth0" });
  packet.to = node.end({ process: true });
  const batch = packetBatch([node], 2);
  batch.put(1, 0, packet);
  batch.put(0, 0, packet);
  packet.from = packet.to;
  batch.evaluate(2);
  const answer = newAnswer();
  batch.answer(1, answer);
  expect(node.decidedBy(answer)).toEqual({ kind: "unpoliced", interface: "eth0", reason: "no-host-endpoint" });
});
