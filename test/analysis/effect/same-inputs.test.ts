import { expect, test } from "vitest";
import { effectOf } from "../../../src/analysis/effect/effect.ts";
import { NEWEST_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { CompileMemo } from "../../../src/policy/compile-memo.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";

const resource = (kind: string, name: string, spec: Resource["spec"] = {}, labels = {}) =>
  unlocated({ apiVersion: "projectcalico.org/v3", kind, metadata: { name, labels }, spec });
const host = (node: string, labels: Readonly<Record<string, string>>, profiles: readonly string[] = []) =>
  resource(
    "HostEndpoint",
    node,
    { node, interfaceName: "eth0", expectedIPs: [`10.0.0.${node.slice(1)}`], profiles },
    labels,
  );
const from = (end: Readonly<Record<string, unknown>>) => [{ action: "Allow", protocol: "TCP", source: end }];
const policy = (name: string, end: Readonly<Record<string, unknown>>) =>
  resource("GlobalNetworkPolicy", name, { selector: `has(${name})`, types: ["Ingress"], ingress: from(end) });
const set = (name: string, nets: readonly string[]) => resource("GlobalNetworkSet", name, { nets }, { set: name });

const common = [
  policy("a", { selector: "set == 'one'" }),
  policy("b", { notSelector: "set == 'two'" }),
  resource("Profile", "c", { ingress: from({ selector: "set == 'two'" }) }),
  host("n2", { b: "" }),
  host("n3", {}, ["c"]),
];
const [hostA, one, two] = [host("n1", { a: "" }), set("one", ["192.0.2.1/32"]), set("two", ["192.0.2.2/32"])];

test.each([
  ["a label that no rule names", [host("n1", { a: "", other: "" }), one, two], ["n1"], []],
  ["a set that a policy names", [hostA, set("one", ["192.0.2.1/32", "192.0.2.9/32"]), two], ["n1"], ["n1"]],
  [
    "a set that another policy and a profile name",
    [hostA, one, set("two", ["192.0.2.9/32"])],
    ["n2", "n3"],
    ["n2", "n3"],
  ],
  ["a set that holds the same", [hostA, set("one", ["192.0.2.1/32"]), two], [], []],
  [
    "a label by which an endpoint is in a set",
    [host("n1", { a: "", set: "two" }), one, two],
    ["n1", "n2", "n3"],
    ["n2", "n3"],
  ],
] as const)("only nodes are looked at whose rules name what has other addresses: %s", (_, changed, looked, differ) => {
  for (const isFirst of [true, false]) {
    const memo = new CompileMemo();
    const compile = (some: readonly ReturnType<typeof resource>[]) => ({
      world: world([...common, ...some], { calico: NEWEST_CALICO, memo }).world,
      facts: [],
    });
    const before = compile([hostA, one, two]);
    // The sets of a World that was asked before are taken over by the next.
    if (isFirst) effectOf(before, before, { everything: true });
    const after = compile(changed);
    const found = ["n1", "n2", "n3"].map((node) => {
      const { ways, groups } = effectOf(before, after, { nodes: new Set([node]) });
      return [node, ways > 0, groups.length > 0];
    });
    expect(found).toEqual(
      ["n1", "n2", "n3"].map((node) => [
        node,
        looked.some((name) => name === node),
        differ.some((name) => name === node),
      ]),
    );
    const { groups: filtered } = effectOf(before, after);
    const { groups: all } = effectOf(before, after, { everything: true });
    const plain = (of: typeof all) => of.map(({ kind, places, regions }) => ({ kind, places, regions }));
    expect(plain(filtered)).toEqual(plain(all));
  }
});
