import fc from "fast-check";
import { expect, test } from "vitest";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import type { Located } from "../../src/model/resource.ts";
import { CompileMemo, listDifference } from "../../src/policy/compile-memo.ts";
import { simulate } from "../../src/policy/simulate.ts";
import type { World } from "../../src/policy/world/compiled.ts";
import { applicable, hasStage, selecting } from "../../src/policy/world/endpoint-policies/applicable-policies.ts";
import { STAGES } from "../../src/policy/world/endpoint-policies/stage-policies.ts";
import { addressSet } from "../../src/policy/world/ip-sets.ts";
import { world } from "../../src/policy/world/world.ts";
import { sampled } from "../support/full.ts";
import { dataText, edited, resourceEdits } from "../support/worlds/edited-resources.ts";
import { madeWorlds } from "../support/worlds.ts";
import { allow, gnp, hep, netset, unlocated } from "./support.ts";

test("a World made with what earlier ones left is the World made from nothing, step by step", () => {
  const numRuns = sampled(Array.from({ length: 400 }), 4).length;
  fc.assert(
    fc.property(madeWorlds(6), resourceEdits, (made, steps) => {
      const calico = calicoVersionRules(made.version) ?? DEFAULT_CALICO;
      const all = made.resources.map(unlocated);
      const memo = new CompileMemo();
      let list: readonly Located[] = all;
      for (const step of [undefined, ...steps]) {
        if (step !== undefined) list = edited(list, all, step);
        const options = { calico, ...(made.services && { services: made.services }) };
        const kept = world(list, { ...options, memo });
        const fresh = world(list, options);
        expect(dataText(kept.world)).toBe(dataText(fresh.world));
        expect(kept.diagnostics).toEqual(fresh.diagnostics);
        for (const flow of made.flows)
          expect(simulate(kept.world, made.facts, flow)).toEqual(simulate(fresh.world, made.facts, flow));
      }
    }),
    { numRuns, seed: 13 },
  );
});

/** Everything that an endpoint has of policies in a World, by name. */
function policiesOf(of: World, at: number): unknown {
  const endpoints = [...of.hostEndpoints.values(), ...of.workloadEndpoints.values()].flat();
  const endpoint = endpoints[at % endpoints.length];
  if (endpoint === undefined) return [];
  const names = (list: ReturnType<typeof selecting>) => list.map(({ ref, located }) => [ref, located.resource.spec]);
  return STAGES.map((stage) => [
    endpoint.name,
    names(selecting(of, endpoint)),
    hasStage(of, endpoint, stage),
    names(applicable(of, endpoint, stage, "ingress")),
    names(applicable(of, endpoint, stage, "egress")),
  ]);
}

test("endpoints have the policies that they have in Worlds made from nothing, whichever World is asked first", () => {
  const asked = fc.array(fc.record({ step: fc.nat(), endpoint: fc.nat(), isEarly: fc.boolean() }), { maxLength: 30 });
  fc.assert(
    fc.property(madeWorlds(6), resourceEdits, asked, (made, steps, questions) => {
      const calico = calicoVersionRules(made.version) ?? DEFAULT_CALICO;
      const all = made.resources.map(unlocated);
      const memo = new CompileMemo();
      let list: readonly Located[] = all;
      const pairs = [undefined, ...steps].map((step, index) => {
        if (step !== undefined) list = edited(list, all, step);
        const pair = { kept: world(list, { calico, memo }).world, fresh: world(list, { calico }).world };
        for (const { step: at, endpoint, isEarly } of questions)
          if (isEarly && at % (steps.length + 1) === index)
            expect(policiesOf(pair.kept, endpoint)).toEqual(policiesOf(pair.fresh, endpoint));
        return pair;
      });
      for (const { step, endpoint } of questions) {
        const { kept, fresh } = pairs[step % pairs.length] as (typeof pairs)[number];
        expect(policiesOf(kept, endpoint)).toEqual(policiesOf(fresh, endpoint));
      }
    }),
    { numRuns: sampled(Array.from({ length: 800 }), 4).length, seed: 14 },
  );
});

test("what only one of two lists holds is what sets of them say", () => {
  const things = Array.from({ length: 40 }, (_, at) => ({ at }));
  const lists = fc.array(fc.nat({ max: things.length - 1 }), { maxLength: 40 });
  const listOf = (indexes: readonly number[]) => indexes.flatMap((at) => things[at] ?? []);
  fc.assert(
    fc.property(lists, lists, fc.boolean(), fc.nat({ max: 39 }), (one, other, isNear, cut) => {
      const first = listOf(one);
      const second = isNear
        ? [...first.slice(0, cut), ...listOf(other.slice(0, 3)), ...first.slice(cut + 1)]
        : listOf(other);
      const { gone, added } = listDifference(first, second);
      expect(gone).toEqual(first.filter((thing) => !new Set(second).has(thing)));
      expect(added).toEqual(second.filter((thing) => !new Set(first).has(thing)));
    }),
    { numRuns: 2000, seed: 15 },
  );
});

test.each([
  ["the same", [0, 1, 2, 3], []],
  ["another in a place", [0, 9, 2, 3], [9]],
  ["one more in the middle", [0, 1, 9, 2, 3], [9]],
  ["one gone", [0, 2, 3], []],
  ["all in another order", [3, 2, 1, 0], [3, 2, 1, 0]],
] as const)("each of a list is asked for where the last list had another there: %s", (_, places, expected) => {
  const things = Array.from({ length: 10 }, (_one, at) => ({ at }));
  const listOf = (indexes: readonly number[]) => indexes.flatMap((at) => things[at] ?? []);
  const memo = new CompileMemo();
  memo.each("things", memo, listOf([0, 1, 2, 3]), ({ at }) => at);
  const asked: number[] = [];
  const again = (common: unknown) =>
    memo.each("things", common, listOf(places), ({ at }) => {
      asked.push(at);
      return at;
    });
  expect(again(memo)).toEqual(places);
  expect(asked).toEqual(expected);
  asked.length = 0;
  expect(again("else")).toEqual(places);
  expect(asked).toEqual(places);
});

const POLICY = gnp("open", { selector: "all()", ingress: [allow({ source: { selector: "role == 'a'" } })] });

test.each([
  ["a policy more", (list: readonly Located[]) => [...list, unlocated(gnp("other", { selector: "all()" }))], "kept"],
  [
    "another role",
    (list: readonly Located[]) => [...list, unlocated(netset("c", ["10.3.0.0/16"], { role: "b" }))],
    "kept",
  ],
  [
    "another label of a member of the role",
    (list: readonly Located[]) => [
      ...list.slice(0, 2),
      unlocated(netset("a", ["10.1.0.0/16"], { role: "a", zone: "b" })),
    ],
    "kept",
  ],
  [
    "the role itself",
    (list: readonly Located[]) => [...list, unlocated(netset("c", ["10.3.0.0/16"], { role: "a" }))],
    "made again",
  ],
] as const)("the addresses of a selector after %s", (_, change, expected) => {
  const memo = new CompileMemo();
  const list = [POLICY, hep("one"), netset("a", ["10.1.0.0/16"], { role: "a" })].map(unlocated);
  const before = world(list, { calico: DEFAULT_CALICO, memo }).world;
  const ref = before.policies[0]?.ingress[0]?.source.set;
  if (ref === undefined) throw new Error("the rule has a selector");
  const first = addressSet(before, ref);
  const after = world(change(list), { calico: DEFAULT_CALICO, memo }).world;
  expect(addressSet(after, ref) === first ? "kept" : "made again").toBe(expected);
});

test("the policies of an endpoint that a change does not reach are the same list", () => {
  const memo = new CompileMemo();
  const list = [POLICY, hep("one"), hep("two", { node: "n2" })].map(unlocated);
  const before = world(list, { calico: DEFAULT_CALICO, memo }).world;
  const of = (made: typeof before, node: string) => {
    const endpoint = made.hostEndpoints.get(node)?.[0];
    return endpoint && applicable(made, endpoint, "normal", "ingress");
  };
  const first = [of(before, "node1"), of(before, "n2")];
  const added = unlocated(gnp("more", { order: 1, selector: "host-endpoint == 'two'" }));
  const after = world([...list, added], { calico: DEFAULT_CALICO, memo }).world;
  expect(of(after, "node1")).toBe(first[0]);
  expect(of(after, "n2")?.map(({ ref }) => ref.name)).toEqual(["more", "open"]);
});
