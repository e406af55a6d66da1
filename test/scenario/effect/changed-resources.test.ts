import { expect, test } from "vitest";
import { DEFAULT_BUDGET, SharedBudget } from "../../../src/analysis/sets/budget.ts";
import { NEWEST_CALICO } from "../../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../../src/model/resource.ts";
import { world } from "../../../src/policy/world/world.ts";
import { changedResources, withoutEffect } from "../../../src/scenario/effect/changed-resources.ts";
import { unlocated } from "../../conformance/flows.ts";

const resource = (kind: string, name: string, spec: Readonly<Record<string, unknown>>): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  metadata: { name },
  spec,
});
const host = resource("HostEndpoint", "node1", { node: "node1", interfaceName: "eth0" });
const policy = (name: string, order: number, port: number) =>
  resource("GlobalNetworkPolicy", name, {
    ...{ selector: "all()", order, types: ["Ingress"] },
    ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [port] } }],
  });
const old = [host, policy("a", 1, 80), policy("b", 2, 443)].map(unlocated);
// The order of two that allow changes nothing.
const now = [host, policy("a", 3, 80), policy("b", 2, 8443)].map(unlocated);
const compile = (resources: readonly Located[]) => world(resources, { calico: NEWEST_CALICO }).world;

test.each([
  ["with enough steps", DEFAULT_BUDGET.steps, ["a"]],
  ["without any left", 0, undefined],
  ["with fewer than it takes", 20, undefined],
] as const)("what of a change is without effect, %s of the question", (_, steps, expected) => {
  const budget = new SharedBudget({ ...DEFAULT_BUDGET, steps });
  const after = { world: compile(now), facts: [] };
  const idle = withoutEffect(changedResources(old, now, NEWEST_CALICO), after, { resources: now, compile, budget });
  const names = idle?.map(({ after: located }) => located?.resource.metadata.name);
  expect(names).toEqual(expected);
});
