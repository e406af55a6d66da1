import { expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { compileNode } from "../../../src/policy/tables/evaluate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";

const apiVersion = "projectcalico.org/v3";
const FACTS = { node: "n1", interfaces: { eth0: ["10.0.0.1", "fd00::1"] } };
const hep = {
  apiVersion,
  kind: "HostEndpoint",
  metadata: { name: "h0" },
  spec: { node: "n1", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] },
};

/** 900 rules, each for one port and one network: more than a row of a block holds. */
const rules = Array.from({ length: 900 }, (_, index) => ({
  action: index % 3 === 0 ? "Deny" : "Allow",
  protocol: index % 2 === 0 ? "TCP" : "UDP",
  source: { nets: [index % 5 === 0 ? `fd00:${index}::/32` : `10.${index % 200}.0.0/16`] },
  destination: { ports: [1000 + (index % 450)], notPorts: index % 9 === 0 ? [1000] : [] },
}));
const long = Array.from({ length: 3 }, (_, index) => ({
  apiVersion,
  kind: "GlobalNetworkPolicy",
  metadata: { name: `p${index}` },
  spec: { ingress: rules.slice(300 * index, 300 * index + 300) },
}));

test("lists longer than a block: every rule is found as simulate finds it", () => {
  const compiled = world([hep, ...long].map(unlocated), { calico: DEFAULT_CALICO }).world;
  const node = compileNode(compiled, FACTS);
  const deciding = new Set<string>();
  for (let index = 0; index < 900; index++) {
    const isV6 = index % 5 === 0;
    const flow: Flow = {
      from: { interface: "eth0" },
      to: { process: true },
      protocol: index % 2 === 0 ? "TCP" : "UDP",
      srcIP: isV6 ? `fd00:${index}::9` : `10.${index % 200}.3.4`,
      dstIP: isV6 ? "fd00::1" : "10.0.0.1",
      srcPort: 40_000,
      dstPort: 1000 + (index % 450),
    };
    const { verdict, return: reply, decidedBy } = simulate(compiled, FACTS, flow, { trace: false });
    const answer = node.simulate(flow);
    expect({ verdict: answer.verdict, reply: answer.return, decidedBy: answer.decidedBy }).toEqual({
      verdict,
      reply,
      decidedBy,
    });
    expect(answer.isExplained).toBe(false);
    if (decidedBy.kind === "rule" && "policy" in decidedBy) deciding.add(`${decidedBy.policy.name}/${decidedBy.rule}`);
  }
  expect(deciding.size).toBeGreaterThan(600);
});
