import { expect, test } from "vitest";
import { nodesThatDiffer } from "../../../src/analysis/lifelines/ways/nodes-that-differ.ts";
import { NEWEST_CALICO } from "../../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../../src/model/resource.ts";
import { CompileMemo } from "../../../src/policy/compile-memo.ts";
import { world } from "../../../src/policy/world/world.ts";

const located = (resource: Resource): Located => ({ resource, locate: () => undefined });
const resource = (kind: string, name: string, labels: Record<string, string>, spec: object): Located =>
  located({ apiVersion: "projectcalico.org/v3", kind, metadata: { name, labels }, spec } as Resource);
const host = (node: string, role: string): Located =>
  resource("HostEndpoint", node, { role }, { node, interfaceName: "eth0" });
const policy = (name: string, selector: string): Located =>
  resource("GlobalNetworkPolicy", name, {}, { selector, ingress: [{ action: "Allow" }] });

const BEFORE = [
  host("n1", "web"),
  host("n2", "db"),
  host("n3", "mail"),
  policy("a", "role == 'web'"),
  policy("b", "all()"),
];

const CASES: readonly (readonly [name: string, change: (list: Located[]) => Located[], nodes: string[] | undefined])[] =
  [
    ["nothing", (list) => list, []],
    ["a policy of one host, written again", (list) => list.with(3, policy("a", "role == 'web'")), ["n1"]],
    ["a selector: the hosts of both", (list) => list.with(3, policy("a", "role == 'db'")), ["n1", "n2"]],
    ["a new policy", (list) => [...list, policy("c", "role in {'db', 'mail'}")], ["n2", "n3"]],
    ["a policy that is gone", (list) => list.filter((_, at) => at !== 3), ["n1"]],
    ["a policy of all", (list) => list.with(4, policy("b", "all()")), ["n1", "n2", "n3"]],
    ["a label", (list) => list.with(0, host("n1", "db")), undefined],
    ["a host endpoint that is gone", (list) => list.slice(1), undefined],
    [
      "settings",
      (list) => [...list, resource("FelixConfiguration", "default", {}, { failsafeInboundHostPorts: [] })],
      undefined,
    ],
    ["a network set", (list) => [...list, resource("GlobalNetworkSet", "s", {}, { nets: ["10.0.0.0/8"] })], undefined],
  ];

test.each(CASES)("nodes that may notice %s", (_, change, nodes) => {
  const memo = new CompileMemo();
  const compile = (resources: readonly Located[]) => world(resources, { calico: NEWEST_CALICO, memo }).world;
  const before = compile(BEFORE);
  const found = nodesThatDiffer(before, compile(change([...BEFORE])));
  expect(found && [...found].sort()).toEqual(nodes);
});
