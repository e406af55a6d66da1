import { describe, expect, test } from "vitest";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { resolveFlow } from "../../../src/policy/flow/resolve-flow.ts";
import { FACTS, hep, IN_TO_PROCESS, node, OUT_OF_PROCESS, run, wep, worldOf } from "../support.ts";

const W1 = wep("w1", "192.168.1.10/32");
const { to: _in, ...IN } = IN_TO_PROCESS;
const { to: _out, ...OUT } = OUT_OF_PROCESS;

/** Where the flow goes, and what was assumed; or the codes, paths and help of what is wrong. */
function check(resources: readonly Resource[], flow: Flow, facts: NodeFacts = FACTS) {
  const resolved = resolveFlow(worldOf([node("node1"), ...resources]), facts, flow);
  if (!resolved.ok) return resolved.diagnostics.map(({ code, path, help = "" }) => `${code} ${path} ${help}`.trim());
  return { to: resolved.flow.to, assumptions: resolved.assumptions };
}

describe("where a packet goes", () => {
  const process = { process: true };
  const bare = { node: "node1" };
  const cases: [string, Resource[], Flow, NodeFacts, object, string][] = [
    ["given", [], { ...IN, to: { interface: "eth1" } }, FACTS, { interface: "eth1" }, ""],
    ["an interface's address", [], { ...IN, dstIP: "172.16.0.1" }, FACTS, process, ""],
    [
      "a host endpoint's address",
      [hep("a", { expectedIPs: ["10.9.9.9"] })],
      { ...IN, dstIP: "10.9.9.9" },
      FACTS,
      process,
      "",
    ],
    [
      "the Node's address",
      [node("node1", { bgp: { ipv4Address: "10.5.0.1/24" } })],
      { ...IN, dstIP: "10.5.0.1" },
      FACTS,
      process,
      "",
    ],
    ["a workload's address", [W1], { ...IN, dstIP: "192.168.1.10" }, FACTS, { workload: "node1-k8s-w1-eth0" }, ""],
    [
      "after DNAT",
      [W1],
      { ...IN, dstPort: 31852 },
      { ...FACTS, dnat: [{ protocol: "TCP", dst: "10.0.0.1", port: 31852, toIP: "192.168.1.10" }] },
      { workload: "node1-k8s-w1-eth0" },
      "",
    ],
    [
      "a connected network",
      [],
      { ...OUT, dstIP: "172.16.0.9" },
      { node: "node1", interfaces: { eth0: ["10.0.0.1/24"], eth1: ["172.16.0.1/24"] } },
      { interface: "eth1" },
      "whose network holds it",
    ],
    [
      "a route",
      [],
      { ...OUT, dstIP: "8.8.8.8" },
      { ...FACTS, routes: [{ dst: "0.0.0.0/0", type: "unicast", interfaces: ["eth1"] }] },
      { interface: "eth1" },
      "",
    ],
    ["the only host endpoint's interface", [hep("a")], OUT, bare, { interface: "eth0" }, "only host interface"],
  ];
  test.each(cases)("%s", (_what, resources, flow, facts, to, assumption) => {
    const resolved = check(resources, flow, facts);
    expect(resolved).toMatchObject({ to });
    const assumptions = "assumptions" in resolved ? resolved.assumptions : [];
    expect(assumptions.length).toBe(assumption === "" ? 0 : 1);
    expect(assumptions.join()).toContain(assumption);
  });
  test("asks where several fit", () => {
    expect(check([], { ...OUT, dstIP: "8.8.8.8" })).toEqual([
      "flow.route to give `to`: {process: true}, or {interface: NAME} with one of eth0, eth1",
    ]);
  });
  test("asks where the packet may be for the node itself, or go out where it came in", () => {
    expect(check([hep("a")], IN, { node: "node1" })).toEqual([
      "flow.route to give `to`: {process: true}, or {interface: NAME} with one of eth0",
    ]);
  });
  test("says that a route leads nowhere", () => {
    const routes = [{ dst: "8.8.8.0/24", type: "blackhole", interfaces: [] }] as const;
    const resolved = resolveFlow(worldOf([node("node1")]), { ...FACTS, routes }, { ...OUT, dstIP: "8.8.8.8" });
    expect(resolved).toMatchObject({
      ok: false,
      diagnostics: [
        {
          code: "flow.route",
          message: "node `node1` has a route of type blackhole for `8.8.8.8`: the packet goes nowhere",
          help: "give `to`, to see what policy does before that",
        },
      ],
    });
  });
  test.each([
    [
      "of the loopback",
      { lo: ["192.0.2.1/24"] },
      "192.0.2.33",
      { process: true },
      "a network of its loopback holds it",
    ],
    ["before a route that is shorter", { eth7: ["10.7.0.1/16"] }, "10.7.9.9", { interface: "eth7" }, "whose network"],
    ["not after one to the same network", { eth7: ["10.8.0.1/16"] }, "10.8.9.9", { interface: "eth8" }, undefined],
  ])("a connected network: %s", (_, interfaces, dstIP, to, assumption) => {
    const routes = [
      { dst: "0.0.0.0/0", interfaces: ["eth0"] },
      { dst: "10.8.0.0/16", interfaces: ["eth8"] },
    ];
    const resolved = check([], { ...OUT, dstIP }, { node: "node1", interfaces, routes });
    expect(resolved).toEqual({
      to,
      assumptions: assumption === undefined ? [] : [expect.stringContaining(assumption)],
    });
  });
  test("says that there is no route", () => {
    expect(check([], { ...OUT, dstIP: "8.8.8.8" }, { ...FACTS, routes: [] })).toEqual([
      "flow.route to give `to`, or the route",
    ]);
  });
});

describe("what is wrong with a flow", () => {
  const cases: [string, object, string][] = [
    ["source", { srcIP: "10.0.0" }, "flow.address srcIP"],
    ["destination", { dstIP: 5 }, "flow.address dstIP"],
    ["families", { dstIP: "fd00::1" }, "flow.family dstIP"],
    [
      "protocol",
      { protocol: "TCPP" },
      "flow.protocol protocol use TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite or a number from 1 to 255",
    ],
    [
      "protocol 0",
      { protocol: 0 },
      "flow.protocol protocol use TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite or a number from 1 to 255",
    ],
    ["missing port", { dstPort: undefined }, "flow.port dstPort"],
    ["port out of range", { srcPort: 65536 }, "flow.port srcPort"],
    ["port that is not a number", { dstPort: "80" }, "flow.port dstPort"],
    ["ports of ICMP", { protocol: "ICMP" }, "flow.port dstPort"],
    ["ICMP type of TCP", { icmpType: 8 }, "flow.icmp icmpType"],
    ["flags of UDP", { protocol: "UDP", tcpFlags: "SYN" }, "flow.flags tcpFlags leave out `tcpFlags`"],
    [
      "no flags",
      { tcpFlags: "XYZ" },
      "flow.flags tcpFlags write them as SYN+ACK; flags are SYN, ACK, FIN, RST, PSH, URG, ECE and CWR",
    ],
    ["conntrack state", { conntrack: "old" }, "flow.conntrack conntrack new, established or invalid"],
    ["no end", { from: { iface: "eth0" } }, "flow.end from"],
    ["null end", { from: null }, "flow.end from"],
    ["no such workload", { to: { workload: "w9" } }, "flow.workload to it has w1"],
  ];
  test.each(cases)("%s", (_what, changes, expected) => {
    expect(check([W1], { ...IN_TO_PROCESS, ...changes } as Flow)).toEqual([expected]);
  });
  test("all at once", () => {
    const resolved = check([], { ...IN_TO_PROCESS, srcIP: "x", dstIP: "y", from: { workload: "z" } });
    expect(resolved).toEqual([
      "flow.address srcIP",
      "flow.address dstIP",
      "flow.workload from no WorkloadEndpoint names this node",
    ]);
  });
  test("facts", () => {
    const facts = {
      node: "node1",
      interfaces: { eth0: ["x"] },
      dnat: [{ protocol: "TCP", dst: "10.0.0.1", toIP: "x" }],
    };
    expect(check([], IN_TO_PROCESS, facts)).toEqual(["flow.address interfaces.eth0", "flow.dnat dnat[0]"]);
  });
  test("a workload by its endpoint, its pod, and with its namespace", () => {
    for (const name of ["w1", "node1-k8s-w1-eth0", "default/w1"]) {
      expect(check([W1], { ...IN_TO_PROCESS, to: { workload: name } })).toMatchObject({
        to: { workload: "node1-k8s-w1-eth0" },
      });
    }
  });
  test("a name of several workloads", () => {
    const other = wep("w2", "192.168.1.11/32", { pod: "w1" });
    expect(check([W1, other], { ...IN_TO_PROCESS, to: { workload: "w1" } })).toEqual([
      "flow.workload to give one of these names",
    ]);
  });
  test("a protocol in any case", () =>
    expect(check([], { ...IN_TO_PROCESS, protocol: "tcp" })).toMatchObject({ assumptions: [] }));
});

describe("what is assumed of interfaces without known addresses", () => {
  const byAddress = hep("by-ip", { interfaceName: "", expectedIPs: ["10.0.0.1"] });
  const facts = { node: "node1" };
  test("a host endpoint that holds the node's end of the packet governs", () => {
    const outcome = run([node("node1"), byAddress], IN_TO_PROCESS, { facts });
    expect(outcome.verdict).toBe("deny");
    expect(outcome.assumptions).toEqual([expect.stringContaining("is taken to govern eth0")]);
  });
  test("another does not", () => {
    const outcome = run([node("node1"), byAddress], { ...IN_TO_PROCESS, dstIP: "10.0.0.7" }, { facts });
    expect(outcome.verdict).toBe("allow");
    expect(outcome.assumptions).toEqual([expect.stringContaining("is taken not to govern eth0")]);
  });
  test("a node that nothing names", () => {
    expect(run([], IN_TO_PROCESS).assumptions).toEqual([
      expect.stringContaining("nothing is known about a node node1"),
    ]);
  });
  test("a DNAT of what the node sends itself, which no facts tell", () => {
    const dnat = [{ protocol: "TCP", dst: "10.0.0.2", toIP: "10.9.9.9" }];
    const assumptions = [
      expect.stringMatching(/^10\.0\.0\.2 is taken not to be translated: .* sends itself are unknown$/),
    ];
    expect(run([node("node1")], OUT_OF_PROCESS, { facts: { ...FACTS, dnat } }).assumptions).toEqual(assumptions);
    expect(
      run([node("node1")], { ...OUT_OF_PROCESS, dstIP: "10.0.0.3" }, { facts: { ...FACTS, dnat } }).assumptions,
    ).toEqual([]);
  });
  test("a DNAT that is unknown", () => {
    const dnat = [{ protocol: "TCP", dst: "10.0.0.1", toIP: "UNKNOWN", uncertain: "it depends on a mark" }];
    const outcome = run([node("node1")], IN_TO_PROCESS, { facts: { ...FACTS, dnat } });
    expect(outcome.assumptions).toEqual(["10.0.0.1:80 is taken not to be translated by DNAT: it depends on a mark"]);
  });
});
