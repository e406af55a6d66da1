import { expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import { formatAddress } from "../../../src/model/net/address.ts";
import { findPlace } from "../../../src/policy/end-to-end/endpoint-places.ts";
import { hep, node, wep, worldOf } from "../support.ts";

const RESOURCES = [
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24" } }),
  node("node2"),
  hep("a", { expectedIPs: ["10.0.0.1", "fd00::1"] }),
  hep("bare", { interfaceName: "eth1" }),
  hep("far", { node: "node3" }),
  wep("web", "192.168.1.10/32"),
  wep("one", "192.168.1.11/32", { pod: "twin" }),
  wep("two", "192.168.1.11/32", { pod: "twin", node: "node2" }),
];
const FACTS: NodeFacts = { node: "node3", interfaces: { lo: ["127.0.0.1"], eth0: ["10.0.0.3"], eth9: ["fe80::1"] } };

/** `KIND NODE ADDRESSES` of what a text names; or the question with what fits. */
function check(text: string): string {
  const result = findPlace(worldOf(RESOURCES), new Map([["node3", FACTS]]), text, "to");
  if (!result.ok) return `? ${result.question.fitting.join(" ")}`.trim();
  const { kind, node: at, addresses } = result.place;
  const assumed = result.assumptions.length > 0 ? " (assumed)" : "";
  return `${kind} ${at ?? "-"} ${addresses.map(formatAddress).join()}${assumed}`;
}

test.each([
  ["a", "process node1 10.0.0.1,fd00::1"],
  ["bare", "process node1 10.0.0.1 (assumed)"],
  ["far", "process node3 10.0.0.3"],
  ["node1", "process node1 10.0.0.1"],
  ["node2", "?"],
  ["web", "workload node1 192.168.1.10"],
  ["default/web", "workload node1 192.168.1.10"],
  ["node1-k8s-web-eth0", "workload node1 192.168.1.10"],
  ["default/node1-k8s-web-eth0", "workload node1 192.168.1.10"],
  ["defaut/web", "? default/web"],
  ["twin", "? default/node1-k8s-one-eth0 default/node1-k8s-two-eth0"],
  ["10.0.0.1", "process node1 10.0.0.1"],
  ["fd00::1", "process node1 fd00::1"],
  ["10.0.0.3", "process node3 10.0.0.3"],
  ["127.0.0.1", "outside - 127.0.0.1"],
  ["192.168.1.10", "workload node1 192.168.1.10"],
  ["192.168.1.11", "? default/node1-k8s-one-eth0 default/node1-k8s-two-eth0"],
  ["198.51.100.7", "outside - 198.51.100.7"],
  ["nowhere-near", "? a bare default/twin default/web far node1 node2"],
])("%j", (text, expected) => expect(check(text)).toBe(expected));

test("what is to be made of a node is not made to find an address", () => {
  const get = (node: string): NodeFacts => {
    throw new Error(`the facts of ${node} are asked for`);
  };
  const facts = { get, has: () => false, keys: () => new Map<string, NodeFacts>().keys() };
  for (const text of ["10.0.0.1", "192.168.1.10", "198.51.100.7"])
    expect(findPlace(worldOf(RESOURCES), facts, text, "to").ok).toBe(true);
});
