import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { type EntryRequest, inferEntry, namedInterfaces, nodesOf } from "../../../src/policy/flow/entry.ts";
import { hep, node, ownersIn, unlocated, wep } from "../support.ts";

const OUT = "198.51.100.7";
const RESOURCES: readonly Resource[] = [
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24", ipv6Address: "fd00::1/64" } }),
  node("node2", { bgp: { ipv4Address: "10.0.0.2/24" } }),
  node("bare"),
  hep("a"),
  hep("b", { interfaceName: "eth1", expectedIPs: ["172.16.0.1"] }),
  hep("star", { interfaceName: "*", node: "node2" }),
  hep("by-ip", { interfaceName: "", node: "node2", expectedIPs: ["10.9.0.2"] }),
  hep("c", { node: "node3", interfaceName: "ens3", expectedIPs: ["10.0.0.3", "10.0.1.3"] }),
  wep("web", "192.168.1.10/32"),
  wep("db", "192.168.3.20/32", { node: "node3" }),
];

/** Where a packet from one address to another enters: what was inferred, in words; or the question. */
function entry(srcIP: string, dstIP: string, request: Partial<EntryRequest> = {}, resources = RESOURCES): string {
  const inferred = inferEntry(ownersIn(resources.map(unlocated)), { srcIP, dstIP, interfaces: {}, ...request });
  if (!inferred.ok) return `${inferred.missing}? ${inferred.fitting.join(" ")}`.trim();
  return inferred.inferred.join(", ");
}

describe("where a packet enters, in words", () => {
  test.each<[srcIP: string, dstIP: string, words: string]>([
    ["192.168.1.10", OUT, "the packet starts on node1, it comes from workload web"],
    ["192.168.3.20", "192.168.1.10", "the packet starts on node3, it comes from workload db"],
    ["10.0.0.1", OUT, "the packet starts on node1, it comes from a local process"],
    ["fd00::1", "fd00::9", "the packet starts on node1, it comes from a local process"],
    ["10.9.0.2", OUT, "the packet starts on node2, it comes from a local process"],
    ["10.0.0.3", "10.0.0.2", "the packet starts on node3, it comes from a local process"],
    [OUT, "172.16.0.1", "the packet enters node1, it comes in through eth1"],
    [OUT, "10.0.1.3", "the packet enters node3, it comes in through ens3"],
    [OUT, "192.168.3.20", "the packet enters node3, it comes in through ens3"],
    [OUT, "10.0.0.1", "from? eth0 eth1"],
    [OUT, "192.168.1.10", "from? eth0 eth1"],
    [OUT, "10.0.0.2", "from?"],
    [OUT, "10.0.0.9", "node? bare node1 node2 node3"],
    ["x", "10.0.1.3", "the packet enters node3, it comes in through ens3"],
    ["x", "y", "node? bare node1 node2 node3"],
  ])("%s to %s", (srcIP, dstIP, words) => expect(entry(srcIP, dstIP)).toBe(words));

  test.each<[what: string, srcIP: string, dstIP: string, request: Partial<EntryRequest>, words: string]>([
    ["the node is said", OUT, "10.0.0.9", { node: "node3" }, "it comes in through ens3"],
    ["the way is said", OUT, "172.16.0.1", { from: { interface: "eth9" } }, "the packet enters node1"],
    ["both are", OUT, OUT, { node: "node1", from: { process: true } }, ""],
    ["by a workload's name", OUT, OUT, { from: { workload: "db" } }, "the packet starts on node3"],
    ["by its endpoint's", OUT, OUT, { from: { workload: "node1-k8s-web-eth0" } }, "the packet starts on node1"],
    ["by an interface's that one node has", OUT, OUT, { from: { interface: "ens3" } }, "the packet enters node3"],
    ["an interface of none", OUT, OUT, { from: { interface: "eth7" } }, "node? bare node1 node2 node3"],
    ["from a process the source tells", "10.0.0.2", OUT, { from: { process: true } }, "the packet starts on node2"],
    [
      "through an interface the source does not",
      "10.0.0.2",
      "10.0.0.3",
      { from: { interface: "ens3" } },
      "the packet enters node3",
    ],
    [
      "an address given to an interface",
      OUT,
      "10.0.0.9",
      { node: "node2", interfaces: { eth5: ["10.0.0.9/24"] } },
      "it comes in through eth5",
    ],
    [
      "however it is written",
      "fd00::2",
      "fd00::9",
      { node: "node2", interfaces: { eth5: ["FD00:0::9"] } },
      "it comes in through eth5",
    ],
    [
      "the sender's own",
      "10.0.0.9",
      OUT,
      { node: "node2", interfaces: { eth5: ["10.0.0.9"] } },
      "it comes from a local process",
    ],
  ])("%s", (_what, srcIP, dstIP, request, words) => expect(entry(srcIP, dstIP, request)).toBe(words));

  const SAVED: readonly NodeFacts[] = [
    { node: "node4", interfaces: { lo: ["127.0.0.1"], eth0: ["10.4.0.1/24"], eth1: ["fe80::1"], eth2: ["10.5.0.1"] } },
    { node: "node2", routes: [{ dst: "0.0.0.0/0", interfaces: ["eth6"] }] },
  ];
  test.each<[what: string, srcIP: string, dstIP: string, words: string]>([
    ["an address saved on a node", OUT, "10.4.0.1", "the packet enters node4, it comes in through eth0"],
    ["another of its interfaces", OUT, "10.5.0.1", "the packet enters node4, it comes in through eth2"],
    ["sent from there", "10.5.0.1", OUT, "the packet starts on node4, it comes from a local process"],
    ["not of lo", OUT, "127.0.0.1", "node? bare node1 node2 node3 node4"],
    ["the route back tells the way in", OUT, "10.0.0.2", "the packet enters node2, it comes in through eth6"],
  ])("saved: %s", (_what, srcIP, dstIP, words) => expect(entry(srcIP, dstIP, { facts: SAVED })).toBe(words));
});

test("the nodes and interfaces that resources name", () => {
  const located = RESOURCES.map(unlocated);
  expect(nodesOf(ownersIn(located))).toEqual(["bare", "node1", "node2", "node3"]);
  expect(["node1", "node2", "node3", "bare", "none"].map((name) => namedInterfaces(ownersIn(located), name))).toEqual([
    ["eth0", "eth1"],
    [],
    ["ens3"],
    [],
    [],
  ]);
});
