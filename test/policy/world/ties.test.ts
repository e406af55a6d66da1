import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { gnp, IN_TO_WORKLOAD, np, run, wep } from "../support.ts";

/** Policies of equal order, in the order in which Felix evaluates them (recorded for v3.32: flows-NOTES, point 14). */
const ORDERS: readonly (readonly [version: CalicoVersion, what: string, policies: readonly string[]])[] = [
  ["v3.32", "`-` and `.` sort before `/`", ["a-b", "a.b", "a", "a0", "aa"]],
  ["v3.32", "allow-dns before allow", ["allow-dns", "allow"]],
  ["v3.32", "a global policy before a NetworkPolicy of its name", ["p", "default/p"]],
  ["v3.32", "the name counts before kind and namespace", ["default/a-b", "a", "default/a", "b"]],
  ["v3.32", "a NetworkPolicy of a longer name first", ["default/a-b", "a"]],
  ["v3.7", "by the stored key, `default.<name>`", ["a", "a-b", "a0", "aa", "default/a"]],
  ["v3.7", "a shorter name first", ["allow", "allow-dns"]],
  ["v3.7", "the namespace counts before the name", ["z", "default/a"]],
];

const W1 = wep("w1", "192.168.1.10/32");

function policy(id: string): Resource {
  const [name = "", namespace] = id.split("/").reverse();
  const spec = { order: 1, types: ["Ingress"], ingress: [{ action: "Log" }] };
  return namespace === undefined ? gnp(name, { ...spec, selector: "all()" }) : np(name, namespace, spec);
}

/** The policies that the flow meets, in order, as `name` or `namespace/name`. */
function evaluated(ids: readonly string[], version: CalicoVersion): string[] {
  const { steps } = run([W1, ...ids.map(policy)], IN_TO_WORKLOAD, { version });
  return steps.flatMap((step) => {
    if (step.kind !== "rule-matched" || !("policy" in step)) return [];
    const { name, namespace } = step.policy;
    return [namespace === undefined ? name : `${namespace}/${name}`];
  });
}

describe("policies of equal order", () => {
  test.each(ORDERS)("%s: %s", (version, _, ids) => {
    expect(evaluated(ids, version)).toEqual(ids);
    expect(evaluated([...ids].reverse(), version)).toEqual(ids);
  });

  test("v3.32: by the bytes of `name/namespace/kind`, whatever the names", () => {
    const name = fc.stringMatching(/^[a-c]([-.0a-c]{0,3}[a-c0])?$/);
    const id = fc.oneof(
      name,
      name.map((text) => `default/${text}`),
    );
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 6 }), (ids) => {
        const key = (one: string): string => {
          const [text = "", namespace] = one.split("/").reverse();
          return namespace === undefined ? `${text}//GlobalNetworkPolicy` : `${text}/${namespace}/NetworkPolicy`;
        };
        const bytes = (one: string): Buffer => Buffer.from(key(one));
        expect(evaluated(ids, "v3.32")).toEqual([...ids].sort((a, b) => Buffer.compare(bytes(a), bytes(b))));
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
