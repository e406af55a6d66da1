import { describe, expect, test } from "vitest";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { resolveFlow } from "../../../src/policy/flow/resolve-flow.ts";
import { FACTS, IN_TO_PROCESS, node, wep, worldOf } from "../support.ts";

const NODE: readonly Resource[] = [
  node("node1"),
  wep("w1", "192.168.1.10/32"),
  wep("w4", "192.168.1.13/32", { pod: undefined, workload: "vm" }),
];
const TWINS = ["w2", "w3"].map((name, at) => wep(name, `192.168.1.1${at + 1}/32`, { pod: "twin" }));

/** The diagnostics of a packet in to a process of the node, changed: `code at path: message (help)`. */
function findingsOf(changes: object, facts: NodeFacts = FACTS, more: readonly Resource[] = []): string[] {
  const resolved = resolveFlow(worldOf([...NODE, ...more]), facts, { ...IN_TO_PROCESS, ...changes } as Flow);
  if (resolved.ok) return [];
  return resolved.diagnostics.map(
    ({ severity, code, path, message, help }) =>
      `${severity === "error" ? "" : "not an error: "}${code} at ${path}: ${message}${help === undefined ? "" : ` (${help})`}`,
  );
}

/** What is wrong, the changed fields, and all their diagnostics. */
const WRONG: readonly (readonly [what: string, changes: object, findings: string])[] = [
  ["an invalid source", { srcIP: "10.0.0" }, "flow.address at srcIP: source `10.0.0` is not an IP address"],
  ["a missing source", { srcIP: undefined }, "flow.address at srcIP: source `undefined` is not an IP address"],
  [
    "a source with a prefix length",
    { srcIP: "10.0.0.2/32" },
    "flow.address at srcIP: source `10.0.0.2/32` is not an IP address",
  ],
  ["a destination that is a number", { dstIP: 5 }, "flow.address at dstIP: destination `5` is not an IP address"],
  [
    "a long one is cut",
    { dstIP: "x".repeat(100) },
    `flow.address at dstIP: destination \`${"x".repeat(80)}\` is not an IP address`,
  ],
  [
    "both",
    { srcIP: "a", dstIP: "b" },
    [
      "flow.address at srcIP: source `a` is not an IP address",
      "flow.address at dstIP: destination `b` is not an IP address",
    ].join("\n"),
  ],
  [
    "different IP versions",
    { dstIP: "fd00::1" },
    "flow.family at dstIP: source `10.0.0.2` and destination `fd00::1` are of different IP versions",
  ],
  [
    "no protocol",
    { protocol: undefined },
    "flow.protocol at protocol: `undefined` is not a protocol (use TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite or a number from 1 to 255)",
  ],
  [
    "an unknown protocol",
    { protocol: "TCPP" },
    "flow.protocol at protocol: `TCPP` is not a protocol (use TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite or a number from 1 to 255)",
  ],
  [
    "protocol 0",
    { protocol: 0 },
    "flow.protocol at protocol: `0` is not a protocol (use TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite or a number from 1 to 255)",
  ],
  [
    "protocol 256",
    { protocol: 256 },
    "flow.protocol at protocol: `256` is not a protocol (use TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite or a number from 1 to 255)",
  ],
  [
    "protocol null",
    { protocol: null },
    "flow.protocol at protocol: `null` is not a protocol (use TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite or a number from 1 to 255)",
  ],
  [
    "no destination port",
    { dstPort: undefined },
    "flow.port at dstPort: `dstPort` is missing: this protocol has ports",
  ],
  [
    "no ports",
    { srcPort: undefined, dstPort: undefined },
    [
      "flow.port at srcPort: `srcPort` is missing: this protocol has ports",
      "flow.port at dstPort: `dstPort` is missing: this protocol has ports",
    ].join("\n"),
  ],
  ["a negative port", { srcPort: -1 }, "flow.port at srcPort: `-1` is not a port from 0 to 65535"],
  ["a port too high", { srcPort: 65536 }, "flow.port at srcPort: `65536` is not a port from 0 to 65535"],
  ["a fraction", { dstPort: 1.5 }, "flow.port at dstPort: `1.5` is not a port from 0 to 65535"],
  ["ports of ICMP", { protocol: "ICMP" }, "flow.port at dstPort: protocol `ICMP` has no ports"],
  [
    "a source port of ICMP",
    { protocol: "ICMP", dstPort: undefined },
    "flow.port at srcPort: protocol `ICMP` has no ports",
  ],
  ["ports of a numbered protocol", { protocol: 50 }, "flow.port at dstPort: protocol `50` has no ports"],
  ["an ICMP type of TCP", { icmpType: 8 }, "flow.icmp at icmpType: protocol `TCP` has no ICMP type and code"],
  ["an ICMP code of TCP", { icmpCode: 0 }, "flow.icmp at icmpCode: protocol `TCP` has no ICMP type and code"],
  [
    "an ICMP type too high",
    { protocol: "ICMP", srcPort: undefined, dstPort: undefined, icmpType: 256 },
    "flow.icmp at icmpType: `256` is not a number from 0 to 255",
  ],
  [
    "a negative ICMP code",
    { protocol: "ICMP", srcPort: undefined, dstPort: undefined, icmpCode: -1 },
    "flow.icmp at icmpCode: `-1` is not a number from 0 to 255",
  ],
  [
    "an ICMP type in quotes",
    { protocol: "ICMPv6", srcPort: undefined, dstPort: undefined, icmpType: "8" },
    "flow.icmp at icmpType: `8` is not a number from 0 to 255",
  ],
  [
    "flags of UDP",
    { protocol: "UDP", tcpFlags: "SYN" },
    "flow.flags at tcpFlags: only TCP packets have flags (leave out `tcpFlags`)",
  ],
  [
    "unknown flags",
    { tcpFlags: "XYZ" },
    "flow.flags at tcpFlags: invalid TCP flags `XYZ` (write them as SYN+ACK; flags are SYN, ACK, FIN, RST, PSH, URG, ECE and CWR)",
  ],
  [
    "flags that are a number",
    { tcpFlags: 2 },
    "flow.flags at tcpFlags: invalid TCP flags `2` (write them as SYN+ACK; flags are SYN, ACK, FIN, RST, PSH, URG, ECE and CWR)",
  ],
  [
    "an unknown state",
    { conntrack: "old" },
    "flow.conntrack at conntrack: `old` is not a state of a connection (new, established or invalid)",
  ],
  [
    "no `from`",
    { from: undefined },
    "flow.end at from: `from` must be {interface: NAME}, {workload: NAME} or {process: true}",
  ],
  [
    "`from` null",
    { from: null },
    "flow.end at from: `from` must be {interface: NAME}, {workload: NAME} or {process: true}",
  ],
  [
    "`from` a name",
    { from: "eth0" },
    "flow.end at from: `from` must be {interface: NAME}, {workload: NAME} or {process: true}",
  ],
  [
    "`from` misspelt",
    { from: { iface: "eth0" } },
    "flow.end at from: `from` must be {interface: NAME}, {workload: NAME} or {process: true}",
  ],
  [
    "an empty interface",
    { from: { interface: "" } },
    "flow.end at from: `from` must be {interface: NAME}, {workload: NAME} or {process: true}",
  ],
  [
    "an interface that is a number",
    { to: { interface: 0 } },
    "flow.end at to: `to` must be {interface: NAME}, {workload: NAME} or {process: true}",
  ],
  [
    "`process: false`",
    { to: { process: false } },
    "flow.end at to: `to` must be {interface: NAME}, {workload: NAME} or {process: true}",
  ],
  [
    "an unknown workload of a node that has some",
    { to: { workload: "w9" } },
    "flow.workload at to: node `node1` has no workload `w9` (it has w1, vm)",
  ],
  [
    "a workload that is a number",
    { from: { workload: 1 } },
    "flow.workload at from: node `node1` has no workload `1` (it has w1, vm)",
  ],
  [
    "everything",
    { srcIP: "x", protocol: "y", from: {}, to: { workload: "" } },
    [
      "flow.address at srcIP: source `x` is not an IP address",
      "flow.protocol at protocol: `y` is not a protocol (use TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite or a number from 1 to 255)",
      "flow.end at from: `from` must be {interface: NAME}, {workload: NAME} or {process: true}",
      "flow.workload at to: node `node1` has no workload `` (it has w1, vm)",
    ].join("\n"),
  ],
];

/** Packets next to those, without diagnostics. */
const RIGHT: readonly (readonly [what: string, changes: object])[] = [
  ["a packet", {}],
  ["IPv6", { srcIP: "FD00:0::2", dstIP: "fd00:10::1" }],
  ["protocol in any case", { protocol: "uDpLiTe" }],
  ["by number", { protocol: 6 }],
  ["by digits", { protocol: "17" }],
  ["protocol 1, which is ICMP", { protocol: 1, srcPort: undefined, dstPort: undefined, icmpType: 0, icmpCode: 0 }],
  ["protocol 255", { protocol: 255, srcPort: undefined, dstPort: undefined }],
  ["the first port and the last", { srcPort: 0, dstPort: 65535 }],
  ["ICMP without a type", { protocol: "ICMP", srcPort: undefined, dstPort: undefined }],
  [
    "the last type and code",
    { protocol: "ICMP", srcPort: undefined, dstPort: undefined, icmpType: 255, icmpCode: 255 },
  ],
  ...["SYN", "syn,ack", "SYN|ACK", "FIN ACK", "PSHACK", "URG", "ECE+CWR", "RST"].map(
    (tcpFlags) => [`flags ${tcpFlags}`, { tcpFlags }] as const,
  ),
  ...["new", "established", "invalid"].map((conntrack) => [`state ${conntrack}`, { conntrack }] as const),
  ["from a process", { from: { process: true } }],
  ["from a workload by its endpoint", { from: { workload: "node1-k8s-w1-eth0" } }],
  ["from a workload by its pod", { from: { workload: "w1" } }],
  ["from a workload that is not a pod", { from: { workload: "default/vm" } }],
  ["to an interface that nothing names", { to: { interface: "eth9" } }],
  ["to an unknown workload interface", { to: { interface: "cali9" } }],
];

/** Facts of the node that cannot be read. */
const FACTS_WRONG: readonly (readonly [what: string, facts: object, findings: string])[] = [
  [
    "interfaces that are a list",
    { interfaces: ["eth0"] },
    "flow.address at interfaces: `interfaces` must map interface names to lists of addresses",
  ],
  [
    "an invalid address",
    { interfaces: { eth0: ["10.0.0.1", "x"] } },
    "flow.address at interfaces.eth0: `x` is not an address of an interface",
  ],
  [
    "an address that is a number",
    { interfaces: { eth0: 5 } },
    "flow.address at interfaces.eth0: `5` is not an address of an interface",
  ],
  [
    "a DNAT to nowhere",
    { dnat: [{ protocol: "TCP", dst: "10.0.0.1" }] },
    "flow.dnat at dnat[0]: a DNAT needs `protocol`, `dst`, and in `toIP` the address to translate to",
  ],
  [
    "the second DNAT",
    {
      dnat: [
        { protocol: 6, dst: "10.0.0.1", toIP: "INTERFACE" },
        { dst: "10.0.0.1", toIP: "10.0.0.2" },
      ],
    },
    "flow.dnat at dnat[1]: a DNAT needs `protocol`, `dst`, and in `toIP` the address to translate to",
  ],
  [
    "a DNAT that is not a list",
    { dnat: "x" },
    "flow.dnat at dnat[0]: a DNAT needs `protocol`, `dst`, and in `toIP` the address to translate to",
  ],
  [
    "a route without interfaces",
    { routes: [{ dst: "0.0.0.0/0" }] },
    "flow.route at routes[0]: a route needs `dst`, a CIDR (the default route is 0.0.0.0/0 or ::/0), and in `interfaces` a list of names",
  ],
  [
    "a route to a name",
    { routes: [{ dst: "default", interfaces: ["eth0"] }] },
    "flow.route at routes[0]: a route needs `dst`, a CIDR (the default route is 0.0.0.0/0 or ::/0), and in `interfaces` a list of names",
  ],
  [
    "interfaces of a route that are numbers",
    { routes: [{ dst: "::/0", interfaces: [1] }] },
    "flow.route at routes[0]: a route needs `dst`, a CIDR (the default route is 0.0.0.0/0 or ::/0), and in `interfaces` a list of names",
  ],
];

describe("diagnostics of an invalid flow", () => {
  test.each(WRONG)("%s", (_what, changes, findings) => expect(findingsOf(changes)).toEqual(findings.split("\n")));
  test.each(RIGHT)("nothing of %s", (_what, changes) => expect(findingsOf(changes)).toEqual([]));
  test.each(FACTS_WRONG)("facts: %s", (_what, facts, findings) => {
    expect(findingsOf({}, { node: "node1", ...facts })).toEqual([findings]);
  });
  test("a name of two workloads", () => {
    expect(findingsOf({ to: { workload: "twin" } }, FACTS, TWINS)).toEqual([
      "flow.workload at to: `twin` is the name of several workloads: default/node1-k8s-w2-eth0, default/node1-k8s-w3-eth0 (give one of these names)",
    ]);
    expect(findingsOf({ to: { workload: "default/node1-k8s-w3-eth0" } }, FACTS, TWINS)).toEqual([]);
  });
  test("not more than ten workloads are listed", () => {
    const many = Array.from({ length: 12 }, (_, at) => wep(`p${at}`, `192.168.2.${at}/32`));
    const [line = ""] = findingsOf({ to: { workload: "w9" } }, FACTS, many);
    expect(line.replace(/^.*it has /, "").split(", ")).toHaveLength(10);
  });
});
