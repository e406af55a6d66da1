import { describe, expect, test } from "vitest";
import type { Resource } from "../../../../src/model/resource.ts";
import type { Direction, PolicyStage } from "../../../../src/policy/outcome.ts";
import {
  applicable,
  hasStage,
  selecting,
  skipped,
} from "../../../../src/policy/world/endpoint-policies/applicable-policies.ts";
import { keepApplicable } from "../../../../src/policy/world/endpoint-policies/policies-of-endpoints.ts";
import { gnp, hep, np, wep, worldOf } from "../../support.ts";

const BOTH = { types: ["Ingress", "Egress"] };
const POLICIES = [
  gnp("n", BOTH),
  gnp("f", { ...BOTH, applyOnForward: true }),
  gnp("d", { preDNAT: true, applyOnForward: true }),
  gnp("u", { ...BOTH, doNotTrack: true, applyOnForward: true }),
  gnp("e", { types: ["Egress"] }),
  gnp("other", { selector: "has(nothing)" }),
  np("p", "default", {}),
];

function endpointOf(resource: Resource) {
  const world = worldOf([resource, ...POLICIES]);
  const endpoint = [...world.hostEndpoints.values(), ...world.workloadEndpoints.values()].flat()[0];
  if (!endpoint) throw new Error("no endpoint");
  return { world, endpoint };
}

function check(resource: Resource, stage: PolicyStage, direction: Direction): string[] {
  const { world, endpoint } = endpointOf(resource);
  return applicable(world, endpoint, stage, direction).map(({ ref }) => ref.name);
}

describe("applicable", () => {
  const cases: [PolicyStage, Direction, string[]][] = [
    ["untracked", "ingress", ["u"]],
    ["untracked", "egress", ["u"]],
    ["pre-DNAT", "ingress", ["d"]],
    ["pre-DNAT", "egress", []],
    ["normal", "ingress", ["f", "n"]],
    ["normal", "egress", ["e", "f", "n"]],
    ["forward", "ingress", ["f"]],
    ["forward", "egress", ["f"]],
  ];
  test.each(cases)("%s %s of a host endpoint", (stage, direction, names) =>
    expect(check(hep("a"), stage, direction)).toEqual(names),
  );
  test("of a workload: normal ones and its namespace's", () => {
    expect(check(wep("w1", "10.1.0.1/32"), "workload", "ingress")).toEqual(["f", "n", "p"]);
  });
  test("hasStage", () => {
    const { world, endpoint } = endpointOf(hep("a"));
    expect(hasStage(world, endpoint, "pre-DNAT")).toBe(true);
    expect(hasStage(worldOf([hep("a")]), endpoint, "pre-DNAT")).toBe(false);
  });
});

test("skipped says why, for the stage's kind only", () => {
  const { world, endpoint } = endpointOf(hep("a"));
  expect(
    skipped(world, endpoint, "forward", "ingress").map(({ policy, why }) => `${policy.ref.name} ${why.reason}`),
  ).toEqual(["e not-apply-on-forward", "n not-apply-on-forward", "other selector", "p namespace"]);
  expect(skipped(world, endpoint, "normal", "ingress").map(({ policy }) => policy.ref.name)).toEqual([
    "e",
    "other",
    "p",
  ]);
  expect(skipped(world, endpoint, "pre-DNAT", "ingress")).toEqual([]);
});

test("two lists that are changes of one each have their own policies", () => {
  const { world, endpoint } = endpointOf(hep("a"));
  const all = world.policies;
  const namesIn = (of: typeof world) => selecting(of, endpoint).map(({ ref }) => ref.name);
  const names = namesIn(world);
  for (const index of [0, 1]) {
    const policies = all.filter((_, at) => at !== index);
    keepApplicable(world, policies, { gone: all.slice(index, index + 1), added: [] });
    expect(namesIn({ ...world, policies })).toEqual(names.filter((name) => name !== all[index]?.ref.name));
  }
  expect(namesIn(world)).toEqual(names);
});
