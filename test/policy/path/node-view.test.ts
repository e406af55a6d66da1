import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import {
  addressOnlyEndpoints,
  governingEndpoints,
  isNodeAddress,
  isWorkloadInterface,
  nodeView,
  shadowed,
} from "../../../src/policy/path/node-view.ts";
import { FACTS, felix, hep, wep, worldOf } from "../support.ts";

/** The names of the governing and the wildcard endpoint of an interface. */
function check(resources: readonly Resource[], name: string, facts: NodeFacts = FACTS): (string | undefined)[] {
  const { governing, wildcard } = governingEndpoints(nodeView(worldOf(resources), facts), name);
  return [governing?.name, wildcard?.name];
}

const byAddress = (name: string, ...expectedIPs: string[]) => hep(name, { interfaceName: "", expectedIPs });

describe("governingEndpoints", () => {
  const cases: [string, Resource[], string, (string | undefined)[]][] = [
    ["none", [], "eth0", [undefined, undefined]],
    ["by name", [hep("a")], "eth0", ["a", undefined]],
    ["by a secondary address", [byAddress("a", "10.0.0.11")], "eth0", ["a", undefined]],
    ["by address on several interfaces", [byAddress("a", "10.0.0.1", "172.16.0.1")], "eth1", ["a", undefined]],
    [
      "addresses do not count beside a name",
      [hep("a", { expectedIPs: ["172.16.0.1"] })],
      "eth1",
      [undefined, undefined],
    ],
    ["the first by name in bytes", [hep("b"), hep("a-1"), hep("a.1")], "eth0", ["a-1", undefined]],
    ["a wildcard beside a governing one", [hep("a"), hep("s", { interfaceName: "*" })], "eth0", ["a", "s"]],
    [
      "the first of two wildcards",
      [hep("t", { interfaceName: "*" }), hep("s", { interfaceName: "*" })],
      "eth9",
      [undefined, "s"],
    ],
    ["no own one for a workload interface", [hep("a", { interfaceName: "caliw1" })], "caliw1", [undefined, undefined]],
    ["another node's", [hep("a", { node: "node2" })], "eth0", [undefined, undefined]],
  ];
  const facts = { node: "node1", interfaces: { eth0: ["10.0.0.1", "10.0.0.11/24"], eth1: ["172.16.0.1"] } };
  test.each(cases)("%s", (_what, resources, name, expected) => expect(check(resources, name, facts)).toEqual(expected));
});

test.each<[string, Resource[], string, string[]]>([
  ["nothing", [], "eth0", []],
  ["one", [hep("a")], "eth0", []],
  ["those that sort later", [hep("c"), hep("a"), hep("b")], "eth0", ["b", "c"]],
  ["by name or address", [hep("b"), byAddress("a", "10.0.0.1"), byAddress("c", "10.0.0.1")], "eth0", ["b", "c"]],
  ["not a wildcard", [hep("a"), hep("s", { interfaceName: "*" })], "eth0", []],
  [
    "not on a workload interface",
    [hep("a", { interfaceName: "cali1" }), hep("b", { interfaceName: "cali1" })],
    "cali1",
    [],
  ],
])("shadowed: %s", (_, resources, name, expected) => {
  expect(shadowed(nodeView(worldOf(resources), FACTS), name).map((endpoint) => endpoint.name)).toEqual(expected);
});

describe("nodeView", () => {
  test("knows workload interfaces by prefix", () => {
    const view = (spec: Readonly<Record<string, unknown>>) => nodeView(worldOf([felix(spec)]), FACTS);
    expect(["cali1", "eth0", "tap1"].map((name) => isWorkloadInterface(view({}), name))).toEqual([true, false, false]);
    expect(["cali1", "tap1"].map((name) => isWorkloadInterface(view({ interfacePrefix: "tap" }), name))).toEqual([
      false,
      true,
    ]);
  });
  test("takes a node's own settings, others' the default", () => {
    const world = worldOf([felix({ interfacePrefix: "a" }), felix({ interfacePrefix: "b" }, "node.node1")]);
    expect(nodeView(world, { node: "node1" }).settings.interfacePrefixes).toEqual(["b"]);
    expect(nodeView(world, { node: "node2" }).settings.interfacePrefixes).toEqual(["a"]);
  });
  test("holds the node's endpoints only", () => {
    const view = nodeView(
      worldOf([hep("a"), hep("b", { node: "n2" }), byAddress("c", "10.9.9.9"), wep("w1", "10.1.0.1/32")]),
      FACTS,
    );
    expect(view.hostEndpoints.map(({ name }) => name)).toEqual(["a", "c"]);
    expect(view.workloadEndpoints.map(({ aliases }) => aliases[0])).toEqual(["w1"]);
    expect(addressOnlyEndpoints(view).map(({ name }) => name)).toEqual(["c"]);
  });
  test("knows the node's addresses", () => {
    const view = nodeView(worldOf([]), FACTS);
    expect(isNodeAddress(view, { family: 4, value: 0x0a000001n })).toBe(true);
    expect(isNodeAddress(view, { family: 6, value: 0x0a000001n })).toBe(false);
  });
  test("is built once for the same facts", () => {
    const world = worldOf([]);
    expect(nodeView(world, FACTS)).toBe(nodeView(world, FACTS));
    expect(nodeView(world, { ...FACTS })).not.toBe(nodeView(world, FACTS));
  });
});
