import fc from "fast-check";
import { expect, test } from "vitest";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import type { Located } from "../../src/model/resource.ts";
import { CompileMemo } from "../../src/policy/compile-memo.ts";
import { simulate } from "../../src/policy/simulate.ts";
import { applicable } from "../../src/policy/world/applicable-policies.ts";
import { addressSet } from "../../src/policy/world/ip-sets.ts";
import { world } from "../../src/policy/world/world.ts";
import { sampled } from "../support/full.ts";
import { madeWorlds } from "../support/worlds.ts";
import { allow, gnp, hep, netset, unlocated } from "./support.ts";

/** A change of a list of resources: one taken out, and one put there or at the end. */
const edits = fc.array(fc.record({ out: fc.nat(), isOut: fc.boolean(), put: fc.nat(), isPut: fc.boolean() }), {
  minLength: 3,
  maxLength: 8,
});

function edited(
  list: readonly Located[],
  all: readonly Located[],
  edit: typeof edits extends fc.Arbitrary<(infer E)[]> ? E : never,
) {
  const next = [...list];
  if (edit.isOut && next.length > 0) next.splice(edit.out % next.length, 1);
  const put = all[edit.put % all.length];
  // A new object each time: the same resource, written again.
  if (edit.isPut && put) next.push({ ...put });
  return next;
}

/** All of a World but its functions. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map || part instanceof Set) return [...part];
    return typeof part === "bigint" ? String(part) : part;
  });
}

test("a World made with what earlier ones left is the World made from nothing, step by step", () => {
  const numRuns = sampled(Array.from({ length: 400 }), 4).length;
  fc.assert(
    fc.property(madeWorlds(6), edits, (made, steps) => {
      const calico = calicoVersionRules(made.version) ?? DEFAULT_CALICO;
      const all = made.resources.map(unlocated);
      const memo = new CompileMemo();
      let list: readonly Located[] = all;
      for (const step of [undefined, ...steps]) {
        if (step !== undefined) list = edited(list, all, step);
        const options = { calico, ...(made.services && { services: made.services }) };
        const kept = world(list, { ...options, memo });
        const fresh = world(list, options);
        expect(asText(kept.world)).toBe(asText(fresh.world));
        expect(kept.diagnostics).toEqual(fresh.diagnostics);
        for (const flow of made.flows)
          expect(simulate(kept.world, made.facts, flow)).toEqual(simulate(fresh.world, made.facts, flow));
      }
    }),
    { numRuns, seed: 13 },
  );
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
