import { expect, test } from "vitest";
import { effectOf } from "../../../src/analysis/effect/effect.ts";
import { NEWEST_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { world } from "../../../src/policy/world/world.ts";
import { notProvedText } from "../../../src/report/effect/effect-text.ts";
import { unlocated } from "../../conformance/flows.ts";

const resource = (kind: string, name: string, spec: Readonly<Record<string, unknown>>): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  metadata: { name },
  spec,
});
const endpoints = ["node1", "node2"].map((node) => resource("HostEndpoint", node, { node, interfaceName: "eth0" }));
const side = (ports: readonly (number | string)[]) => {
  const policy = resource("GlobalNetworkPolicy", "p", {
    selector: "all()",
    types: ["Ingress"],
    ingress: ports.map((port, i) => ({
      action: i % 2 === 0 ? "Allow" : "Deny",
      protocol: "TCP",
      source: { nets: [`10.${i}.0.0/16`] },
      destination: { ports: [port] },
    })),
  });
  return { world: world([...endpoints, policy].map(unlocated), { calico: NEWEST_CALICO }).world, facts: [] };
};

test("what the budget does not reach is not proved, and says where and why; alike ways are tried once", () => {
  const [before, after] = [side([1, 2, 3]), side([4, 5, 6])];
  const { groups, notProved, compared } = effectOf(before, after, { budget: { nodes: 10, steps: 10 } });
  expect(groups).toEqual([]);
  expect(notProved.map(({ way: { node, kind, family } }) => [node, kind, family])).toEqual([
    ["node1", "local in", 4],
    ["node2", "local in", 4],
  ]);
  expect(compared).toBe(1);
  expect(notProvedText(notProved)).toMatch(/^not proved: node1\/eth0 \(node1\), node2\/eth0 \(node2\): .+\n$/);
});

test("with the usual budget it is", () => {
  const { groups, notProved } = effectOf(side([1, 2, 3]), side([4, 5, 6]));
  expect(notProved).toEqual([]);
  expect(groups.map(({ kind, places, count }) => [kind, places.length, count])).toEqual([
    ["allowed", 2, 1],
    ["allowed", 2, 1],
    ["denied", 2, 2],
  ]);
});
