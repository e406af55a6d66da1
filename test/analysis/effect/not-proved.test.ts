import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { effectOf } from "../../../src/analysis/effect/effect.ts";
import { SharedBudget } from "../../../src/analysis/sets/budget.ts";
import { NEWEST_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { world } from "../../../src/policy/world/world.ts";
import { effectData } from "../../../src/report/effect/effect-data.ts";
import { notProvedText } from "../../../src/report/effect/effect-text.ts";
import { unlocated } from "../../conformance/flows.ts";

const SCHEMA = join(import.meta.dirname, "../../../schemas/simulate/effect.schema.json");
const isEffect = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

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
  const { groups, notProved, ways, compared, assumptions } = effectOf(before, after, {
    budget: { nodes: 10, steps: 10 },
  });
  expect(groups).toEqual([]);
  expect(notProved.map(({ way: { node, kind, family } }) => [node, kind, family])).toEqual([
    ["node1", "local in", 4],
    ["node2", "local in", 4],
  ]);
  expect(compared).toBe(1);
  const data = effectData({ groups, notProved, ways, compared, assumptions });
  expect({ isValid: isEffect(data), errors: isEffect.errors }).toEqual({ isValid: true, errors: null });
  expect(data).toMatchObject({ isEquivalent: false, isExact: false });
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

/** Nodes whose policies say the same of other ports, so that each way is compared for itself. */
const many = (nodes: number, shift: number) => {
  const names = Array.from({ length: nodes }, (_, i) => `n${i}`);
  const resources = names.flatMap((name, i) => [
    {
      ...resource("HostEndpoint", name, { node: name, interfaceName: "eth0" }),
      metadata: { name, labels: { at: name } },
    },
    resource("GlobalNetworkPolicy", name, {
      selector: `at == '${name}'`,
      types: ["Ingress"],
      ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [100 * i + shift] } }],
    }),
  ]);
  return { world: world(resources.map(unlocated), { calico: NEWEST_CALICO }).world, facts: [] };
};

test("ways that are compared take their free steps besides the budget; those that need more than is left are not", () => {
  const spending = new SharedBudget();
  expect(effectOf(many(1, 1), many(1, 2), { budget: spending }).notProved).toEqual([]);
  const steps = 6 * spending.spent;
  const ask = (nodes: number, options: { readonly steps: number; readonly freeSteps: number }) => {
    const budget = new SharedBudget({ nodes: 10_000, steps: options.steps });
    const { notProved } = effectOf(many(nodes, 1), many(nodes, 2), { budget, freeSteps: options.freeSteps });
    return { notProved: notProved.length, left: budget.spent < options.steps };
  };
  expect(ask(40, { steps, freeSteps: 0 }).notProved, "the budget is too small for all").toBeGreaterThan(0);
  expect(ask(40, { steps, freeSteps: steps })).toEqual({ notProved: 0, left: true });
  const hopeless = ask(40, { steps: 10, freeSteps: steps });
  expect(hopeless, "free steps are not lent: each way has half of what is left").toMatchObject({ notProved: 80 });
});
