import { describe, expect, test } from "vitest";
import type { CompiledEndpoint } from "../../../../src/policy/world/compiled.ts";
import { endpointsByNode } from "../../../../src/policy/world/endpoints/endpoints-by-node.ts";

type ByNode = ReturnType<typeof endpointsByNode>;
type Lists = readonly (readonly [node: string, names: readonly string[]])[];

const GIVEN = [
  ["n1", "b"],
  ["n2", "d"],
  ["n1", "a"],
  ["n2", "c"],
  ["n3", "e"],
] as const;
const ORDERED: Lists = [
  ["n1", ["a", "b"]],
  ["n2", ["c", "d"]],
  ["n3", ["e"]],
];

function made(): ByNode {
  const endpoint = ([node, name]: (typeof GIVEN)[number]): CompiledEndpoint => ({
    kind: "HostEndpoint",
    name,
    node,
    interfaceName: "*",
    profiles: [],
    labels: new Map(),
    ports: [],
    aliases: [],
    nets: [],
    spoofedSources: [],
    floatingIps: [],
    located: {
      resource: { apiVersion: "projectcalico.org/v3", kind: "HostEndpoint", metadata: { name } },
      locate: () => undefined,
    },
  });
  return endpointsByNode(GIVEN.map(endpoint));
}

const namesOf = (list: readonly CompiledEndpoint[] | undefined) => (list ?? []).map(({ name }) => name);

describe("endpoints by node are in order, however they are first asked for", () => {
  test.each<[how: string, read: (map: ByNode) => Lists]>([
    ["node by node", (map) => ["n1", "n2", "n3"].map((node) => [node, namesOf(map.get(node))])],
    ["all lists", (map) => [...map.values()].map((list) => [list[0]?.node ?? "", namesOf(list)])],
    ["all entries", (map) => [...map.entries()].map(([node, list]) => [node, namesOf(list)])],
    ["one by one", (map) => [...map].map(([node, list]) => [node, namesOf(list)])],
    [
      "each",
      (map) => {
        const found: [string, readonly string[]][] = [];
        map.forEach((list, node) => {
          found.push([node, namesOf(list)]);
        });
        return found;
      },
    ],
    [
      "one node, then all",
      (map) => {
        map.get("n2");
        return [...map].map(([node, list]) => [node, namesOf(list)]);
      },
    ],
  ])("%s", (_, read) => expect(read(made())).toEqual(ORDERED));

  test("a node without endpoints has none", () => {
    expect([made().get("n4"), made().has("n4"), made().size, [...made().keys()]]).toEqual([
      undefined,
      false,
      3,
      ["n1", "n2", "n3"],
    ]);
  });
});
