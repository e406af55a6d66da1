import { describe, expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { A, BOTH, U, W1 } from "../cast.ts";
import { allow, answer, felix, gnp, hep, IN_TO_PROCESS, OUT_OF_WORKLOAD, run, withoutPorts } from "../support.ts";

const ALLOWED: readonly Resource[] = [
  hep("a", { expectedIPs: ["10.0.0.1", "fd00:10::1"] }),
  gnp("n", { types: BOTH, ingress: [allow()], egress: [allow()] }),
];
/** The same untracked, both ways: such packets have no connection. */
const UNTRACKED: readonly Resource[] = [A, U({ types: BOTH, ingress: [allow()], egress: [allow()] })];
/** And one way only, so that the reply must find its own. */
const ONE_WAY: readonly Resource[] = [...ALLOWED, U({ types: ["Ingress"], ingress: [allow()] })];
const WITHOUT_FAILSAFES = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });

const BARE = withoutPorts(IN_TO_PROCESS);
const V6 = { srcIP: "fd00:10::2", dstIP: "fd00:10::1" };
const tcp = (tcpFlags: string): Flow => ({ ...IN_TO_PROCESS, tcpFlags });
const icmp = (icmpType?: number): Flow => ({
  ...BARE,
  protocol: "ICMP",
  ...(icmpType === undefined ? {} : { icmpType }),
});
const icmp6 = (icmpType: number): Flow => ({ ...BARE, ...V6, protocol: "ICMPv6", icmpType });
const of = (protocol: string): Flow =>
  ["UDP", "SCTP", "UDPLite"].includes(protocol) ? { ...IN_TO_PROCESS, protocol } : { ...BARE, protocol };

/**
 * A packet, and what becomes of it and its reply where policy allows both: tracked; taken out of tracking both ways; and
 * one way only, where a reply that cannot stand alone is INVALID.
 */
const PACKETS: readonly (readonly [what: string, flow: Flow, tracked: string, untracked: string, oneWay: string])[] = [
  ["a first packet of TCP", IN_TO_PROCESS, "allow/allow", "allow/allow", "allow/deny"],
  ["SYN", tcp("SYN"), "allow/allow", "allow/allow", "allow/deny"],
  ["SYN with more", tcp("SYN+ECE+CWR"), "allow/allow", "allow/allow", "allow/deny"],
  ["a bare ACK, which picks a connection up", tcp("ACK"), "allow/allow", "allow/allow", "allow/deny"],
  ["ACK with data", tcp("PSH+ACK"), "allow/allow", "allow/allow", "allow/deny"],
  ["urgent data", tcp("URG+ACK"), "allow/allow", "allow/allow", "allow/deny"],
  ["SYN+ACK, an answer", tcp("SYN+ACK"), "deny", "allow/allow", "allow/deny"],
  ["RST", tcp("RST"), "deny", "allow/allow", "allow/deny"],
  ["RST+ACK", tcp("RST+ACK"), "deny", "allow/allow", "allow/deny"],
  ["FIN", tcp("FIN"), "deny", "allow/allow", "allow/deny"],
  ["FIN+ACK", tcp("FIN+ACK"), "deny", "allow/allow", "allow/deny"],
  ["no flag that opens", tcp("PSH"), "deny", "allow/allow", "allow/deny"],
  ["UDP", of("UDP"), "allow/allow", "allow/allow", "allow/allow"],
  ["UDPLite", of("UDPLite"), "allow/allow", "allow/allow", "allow/allow"],
  ["SCTP", of("SCTP"), "allow/allow", "allow/allow", "allow/deny"],
  ["a numbered protocol", of("50"), "allow/allow", "allow/allow", "allow/allow"],
  ["an echo request, as no type says", icmp(), "allow/allow", "allow/allow", "allow/deny"],
  ...[8, 13, 15, 17].map(
    (type) => [`ICMP request ${type}`, icmp(type), "allow/allow", "allow/allow", "allow/deny"] as const,
  ),
  ...[0, 14, 16, 18].map((type) => [`ICMP answer ${type}`, icmp(type), "deny", "allow", "allow"] as const),
  ...[3, 4, 5, 11, 12].map((type) => [`ICMP error ${type}`, icmp(type), "deny", "allow", "allow"] as const),
];

describe("a packet and its connection", () => {
  test.each(PACKETS)("%s", (_what, flow, tracked, untracked, oneWay) => {
    expect(answer(run([...ALLOWED, WITHOUT_FAILSAFES], flow))).toBe(tracked);
    expect(answer(run([...UNTRACKED, WITHOUT_FAILSAFES], flow))).toBe(untracked);
    expect(answer(run([...ONE_WAY, WITHOUT_FAILSAFES], flow))).toBe(oneWay);
  });
});

describe("ICMPv6", () => {
  const verdict = (flow: Flow, ...more: Resource[]): string => answer(run([...ALLOWED, ...more], flow));
  test.each([[128, "allow/allow"]])("request %i", (type, expected) => expect(verdict(icmp6(type))).toBe(expected));
  test.each([1, 2, 3, 4, 129, 137, 138, 142, 144])("%i alone belongs to no connection", (type) =>
    expect(verdict(icmp6(type))).toBe("deny"),
  );
  test.each([130, 131, 132, 133, 134, 135, 136, 143])("discovery, %i, is not tracked and so no connection's", (type) =>
    expect(verdict(icmp6(type))).toBe("allow"),
  );
});

describe("discovery from a workload to its host", () => {
  const flow = (icmpType: number): Flow => ({
    ...BARE,
    from: { workload: "w1" },
    protocol: "ICMPv6",
    icmpType,
    srcIP: "fe80::2",
    dstIP: "fe80::1",
  });
  test.each([130, 131, 132, 133, 135, 136])("%i is let through whatever policy says", (type) => {
    const { verdict, decidedBy } = run([W1, gnp("no", { egress: [{ action: "Deny" }] })], flow(type));
    expect([verdict, decidedBy]).toEqual(["allow", { kind: "neighbour-discovery", icmpType: type }]);
  });
  test.each([128, 129, 134, 137, 143, 1])("%i is not", (type) => {
    expect(run([W1, gnp("no", { egress: [{ action: "Deny" }] })], flow(type)).verdict).toBe("deny");
  });
});

describe("tunnels of a workload's own", () => {
  const OPEN_W1 = [W1, gnp("all", { types: BOTH, ingress: [allow()], egress: [allow()] })];
  const vxlan = (dstPort: number, protocol = "UDP"): Flow => ({ ...OUT_OF_WORKLOAD, protocol, dstPort });
  const { srcPort: _from, dstPort: _to, ...OUT } = OUT_OF_WORKLOAD;
  test.each<[what: string, flow: Flow, settings: Readonly<Record<string, unknown>>, verdict: string]>([
    ["VXLAN", vxlan(4789), {}, "deny"],
    ["another port", vxlan(4790), {}, "allow"],
    ["another protocol", vxlan(4789, "TCP"), {}, "allow"],
    ["a port of the node's own", vxlan(4790), { vxlanPort: 4790 }, "deny"],
    ["and no longer the usual one", vxlan(4789), { vxlanPort: 4790 }, "allow"],
    ["VXLAN, allowed", vxlan(4789), { allowVXLANPacketsFromWorkloads: true }, "allow"],
    ["IPIP", { ...OUT, protocol: "4" }, {}, "deny"],
    ["IPIP, allowed", { ...OUT, protocol: "4" }, { allowIPIPPacketsFromWorkloads: true }, "allow"],
    ["VXLAN where IPIP is allowed", vxlan(4789), { allowIPIPPacketsFromWorkloads: true }, "deny"],
    ["IPIP where VXLAN is allowed", { ...OUT, protocol: "4" }, { allowVXLANPacketsFromWorkloads: true }, "deny"],
    ["the next protocol", { ...OUT, protocol: "5" }, {}, "allow"],
  ])("%s", (_what, flow, settings, verdict) => {
    expect(run([...OPEN_W1, felix(settings)], flow).verdict).toBe(verdict);
    // A node's own setting that cannot be read leaves the common one in force.
    const unreadable = Object.fromEntries(Object.keys(settings).map((key) => [key, "x"]));
    expect(run([...OPEN_W1, felix(settings), felix(unreadable, "node.node1")], flow).verdict).toBe(verdict);
  });
});
