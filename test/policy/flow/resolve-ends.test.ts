import { describe, expect, test } from "vitest";
import type { Flow, FlowEnd, NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { resolveFlow } from "../../../src/policy/flow/resolve-flow.ts";
import { FACTS, hep, IN_TO_PROCESS, node, OUT_OF_PROCESS, OUT_OF_WORKLOAD, run, wep, worldOf } from "../support.ts";

const NODE = node("node1");
const W1 = wep("w1", "192.168.1.10/32");
const BARE: NodeFacts = { node: "node1" };
const { to: _in, ...IN } = IN_TO_PROCESS;
const { to: _out, ...OUT } = OUT_OF_PROCESS;
const TRANSLATED: NodeFacts = {
  ...FACTS,
  dnat: [{ protocol: "TCP", dst: "10.0.0.1", port: 31852, toIP: "192.168.1.10", toPort: 8080 }],
};

const text = (end: FlowEnd | undefined): string =>
  end === undefined ? "" : "process" in end ? "process" : Object.entries(end).flat().join(" ");

/** Where a flow goes; or the ends that fit. */
function goes(resources: readonly Resource[], flow: Flow, facts: NodeFacts): string {
  const resolved = resolveFlow(worldOf(resources), facts, flow);
  return resolved.ok ? text(resolved.flow.to) : `one of ${(resolved.candidates ?? []).map(text).join(", ")}`;
}

describe("where a packet goes that does not say it", () => {
  test.each<[what: string, resources: Resource[], flow: Flow, facts: NodeFacts, to: string]>([
    ["to what it is translated to", [NODE, W1], { ...IN, dstPort: 31852 }, TRANSLATED, "workload node1-k8s-w1-eth0"],
    [
      "a process's packet is not translated",
      [NODE, W1],
      { ...OUT, dstIP: "10.0.0.1", dstPort: 31852 },
      TRANSLATED,
      "process",
    ],
    [
      "a workload's packet is",
      [NODE, W1, wep("w2", "192.168.1.11/32")],
      { ...IN, from: { workload: "w2" }, srcIP: "192.168.1.11", dstPort: 31852 },
      TRANSLATED,
      "workload node1-k8s-w1-eth0",
    ],
    ["another port is not", [NODE, W1], { ...IN, dstPort: 31853 }, TRANSLATED, "process"],
    [
      "an address of a host endpoint",
      [NODE, hep("a", { expectedIPs: ["10.7.0.1"] })],
      { ...IN, dstIP: "10.7.0.1" },
      BARE,
      "process",
    ],
    [
      "of a host endpoint of another node it is not the node's",
      [NODE, hep("a"), hep("b", { node: "node2", expectedIPs: ["10.7.0.1"] })],
      { ...OUT, dstIP: "10.7.0.1" },
      BARE,
      "interface eth0",
    ],
    [
      "an address of the Node",
      [node("node1", { bgp: { ipv6Address: "fd00:7::1/64" } })],
      { ...IN, srcIP: "fd00::2", dstIP: "fd00:7::1" },
      BARE,
      "process",
    ],
    [
      "the tunnel address of the Node",
      [node("node1", { bgp: { ipv4Address: "10.5.0.1/24", ipv4IPIPTunnelAddr: "192.168.1.0" } })],
      { ...IN, dstIP: "192.168.1.0" },
      BARE,
      "process",
    ],
    [
      "the network of the Node's address is not the node",
      [node("node1", { bgp: { ipv4Address: "10.5.0.1/24" } }), hep("a")],
      { ...OUT, dstIP: "10.5.0.2" },
      BARE,
      "interface eth0",
    ],
    [
      "a workload of another node is not here",
      [NODE, hep("a"), wep("far", "192.168.2.20/32", { node: "node2" })],
      { ...OUT, dstIP: "192.168.2.20" },
      BARE,
      "interface eth0",
    ],
    ["out of the only interface", [NODE, hep("a")], { ...OUT, dstIP: "8.8.8.8" }, BARE, "interface eth0"],
    [
      "not out of `*`",
      [NODE, hep("a"), hep("s", { interfaceName: "*" })],
      { ...OUT, dstIP: "8.8.8.8" },
      BARE,
      "interface eth0",
    ],
    [
      "not out of lo",
      [NODE, hep("a"), hep("l", { interfaceName: "lo" })],
      { ...OUT, dstIP: "8.8.8.8" },
      BARE,
      "interface eth0",
    ],
    [
      "one of several",
      [NODE, hep("a"), hep("b", { interfaceName: "eth1" })],
      { ...OUT, dstIP: "8.8.8.8" },
      BARE,
      "one of interface eth0, interface eth1",
    ],
    [
      "to the node itself, or out again",
      [NODE, hep("a")],
      { ...IN, dstIP: "8.8.8.8" },
      BARE,
      "one of process, interface eth0",
    ],
    [
      "from an interface that nothing else names",
      [NODE, hep("a")],
      { ...IN, from: { interface: "eth7" }, dstIP: "8.8.8.8" },
      BARE,
      "one of process, interface eth0, interface eth7",
    ],
    [
      "from a workload",
      [NODE, hep("a"), W1],
      { ...IN, from: { workload: "w1" }, srcIP: "192.168.1.10", dstIP: "8.8.8.8" },
      BARE,
      "one of process, interface eth0",
    ],
    [
      "not to the node where all its addresses are known",
      [NODE, W1],
      { ...IN, from: { workload: "w1" }, srcIP: "192.168.1.10", dstIP: "8.8.8.8" },
      { node: "node1", interfaces: { eth0: ["10.0.0.1"] } },
      "interface eth0",
    ],
    ["nothing is known", [NODE], { ...OUT, dstIP: "8.8.8.8" }, BARE, "one of "],
  ])("%s", (_what, resources, flow, facts, to) => expect(goes(resources, flow, facts)).toBe(to));

  test("the question where nothing is known", () => {
    const resolved = resolveFlow(worldOf([NODE]), BARE, { ...OUT, dstIP: "8.8.8.8" });
    expect(resolved.ok ? [] : resolved.diagnostics).toEqual([
      {
        severity: "error",
        code: "flow.route",
        path: "to",
        message: "the route to `8.8.8.8` on node `node1` is unknown",
        help: "give `to`, as {interface: NAME} or {process: true}",
      },
    ]);
  });
});

describe("what is assumed of a node", () => {
  const unknown = "nothing is known about a node node1: no Node, HostEndpoint or WorkloadEndpoint names it";
  test.each<[what: string, resources: Resource[], assumed: string[]]>([
    ["nothing names it", [], [unknown]],
    ["others are named", [node("node2"), hep("a", { node: "node2" })], [unknown]],
    ["a Node names it", [NODE], []],
    ["a host endpoint", [hep("a")], []],
    ["a workload endpoint", [W1], []],
    ["one of each", [hep("a"), W1], []],
  ])("%s", (_what, resources, assumed) => {
    expect(run(resources, { ...IN, to: { process: true } }).assumptions).toEqual(assumed);
  });
});

describe("host endpoints that are found by address", () => {
  const byIp = (name: string, ...expectedIPs: string[]) => hep(name, { interfaceName: "", expectedIPs });
  const taken = (name: string, governs: boolean, over = "eth0") =>
    `host endpoint ${name}, which is found by its addresses, is taken ${governs ? "" : "not "}to govern ${over}: the addresses of ${over} are unknown`;
  test.each<[what: string, resources: Resource[], flow: Flow, facts: NodeFacts, assumed: string[]]>([
    ["its address is the packet's", [byIp("a", "10.0.0.1")], IN_TO_PROCESS, BARE, [taken("a", true)]],
    ["as source too", [byIp("a", "10.0.0.1")], OUT_OF_PROCESS, BARE, [taken("a", true)]],
    ["it is not", [byIp("a", "10.0.0.9")], IN_TO_PROCESS, BARE, [taken("a", false)]],
    [
      "several",
      [byIp("a", "10.0.0.9"), byIp("b", "10.0.0.1")],
      IN_TO_PROCESS,
      BARE,
      [taken("a", false), taken("b", true)],
    ],
    ["the addresses are known", [byIp("a", "10.0.0.1")], IN_TO_PROCESS, FACTS, []],
    [
      "those of another interface are",
      [byIp("a", "10.0.0.1")],
      IN_TO_PROCESS,
      { node: "node1", interfaces: { eth1: ["172.16.0.1"] } },
      [taken("a", true)],
    ],
    ["one that names its interface", [hep("a", { expectedIPs: ["10.0.0.1"] })], IN_TO_PROCESS, BARE, []],
    ["a workload's packet elsewhere", [byIp("a", "10.0.0.1"), W1], OUT_OF_WORKLOAD, BARE, [taken("a", false)]],
    [
      "a packet that passes",
      [byIp("a", "10.0.0.1")],
      { ...IN, to: { interface: "eth1" }, dstIP: "172.16.0.2" },
      BARE,
      [taken("a", false), taken("a", false, "eth1")],
    ],
  ])("%s", (_what, resources, flow, facts, assumed) => {
    expect(run([NODE, ...resources], flow, { facts }).assumptions).toEqual(assumed);
  });
});
