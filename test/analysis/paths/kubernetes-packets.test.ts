import { expect, test } from "vitest";
import { choicesOf } from "../../../src/policy/path/apply-dnat.ts";
import { nodeView } from "../../../src/policy/path/node-view.ts";
import { recordedLines } from "../../conformance/corpus.ts";
import { clusterOf, type FlowCase } from "../../conformance/packets/kubernetes-packets.ts";
import { sampled } from "../../support/full.ts";
import { FlowComparison } from "./flow-ways.ts";
import { differences, nothingSeen } from "./way-packets.ts";

const CASES = sampled(
  recordedLines<FlowCase>("kubernetes.jsonl").filter(({ area }) => area === "flows"),
  8,
);
const SOURCE_PORT = 40000;

test("recorded packets of a node with kube-proxy are where simulate has them, for every backend", () => {
  const compared = new FlowComparison();
  for (const recorded of CASES) {
    const { compiled, facts } = clusterOf(recorded);
    const { dnatRules, outputRules } = nodeView(compiled, facts);
    const most = [...dnatRules, ...outputRules].reduce((found, rule) => Math.max(found, choicesOf(rule)), 1);
    const flows = recorded.flows.map(({ outcomes: _, name: __, ...flow }) => ({ srcPort: SOURCE_PORT, ...flow }));
    for (let target = 0; target < most; target++)
      compared.compare(recorded.id, compiled, { node: facts.node, chosen: { of: facts, target } }, flows);
  }
  const { flows, ways, notAnalysed } = compared.counts;
  process.stdout.write(
    `kubernetes.jsonl, sets: ${flows} packets on ${ways} ways, ${JSON.stringify([...notAnalysed])}\n`,
  );
  expect(compared.misses).toEqual([]);
  expect(flows).toBeGreaterThan(300);
});

test("packets at the edges of the regions of these nodes are decided as simulate decides them", () => {
  const seen = nothingSeen();
  for (const recorded of CASES.filter((_, index) => index % 8 === 0)) {
    const { compiled, facts } = clusterOf(recorded);
    expect([...differences(compiled, facts, seen, 2)]).toEqual([]);
  }
  expect(seen.packets).toBeGreaterThan(500);
});
