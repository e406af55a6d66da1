import { describe, expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import {
  allow,
  answer,
  bgp,
  deny,
  differs,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  node,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  pool,
  profile,
  run,
  THROUGH,
  wep,
  withoutPorts,
} from "../support.ts";

/** A row: what it shows, the version, the resources, the packet, and the verdict, with the drop stage where it is dropped. */
type Case = readonly [what: string, version: CalicoVersion, resources: readonly Resource[], flow: Flow, result: string];

/** Runs a table; both evaluators must agree on every row. */
function table(cases: readonly Case[]): void {
  test.each(cases)("%s (%s)", (_, version, resources, flow, result) => {
    const outcome = run(resources, flow, { version });
    expect([answer(outcome), outcome.dropStage].filter(Boolean).join(" at ")).toBe(result);
    expect(differs(resources, flow, version)).toBeUndefined();
  });
}

const OPEN = profile("open", { ingress: [allow()], egress: [allow()] });
const HEP = hep("h");
const NODES = [
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24" }, ipv4VXLANTunnelAddr: "192.168.1.1" }),
  node("node2", { bgp: { ipv4Address: "10.0.0.2/24" }, ipv4VXLANTunnelAddr: "192.168.2.1" }),
  node("node3", { bgp: { ipv4Address: "10.0.0.3/24" } }),
];
const IPIP: Pick<Flow, "protocol" | "srcPort" | "dstPort"> = { protocol: 4 };

/** A packet of another protocol: the ports of TCP go where it has none. */
function ipip(flow: Flow): Flow {
  return { ...withoutPorts(flow), ...IPIP };
}
const udp = (flow: Flow, dstPort: number): Flow => ({ ...flow, protocol: "UDP", dstPort });
const from = (flow: Flow, srcIP: string): Flow => ({ ...flow, srcIP });

describe("tunnels between nodes", () => {
  const on = felix({ ipipEnabled: true, vxlanEnabled: true });
  const known = from(ipip(IN_TO_PROCESS), "10.0.0.3");
  const stranger = from(ipip(IN_TO_PROCESS), "10.0.0.9");
  table([
    ["without tunnels policy decides", "v3.7", [HEP, ...NODES], known, "deny at filter"],
    ["IPIP of a node is accepted before policy", "v3.7", [HEP, on, ...NODES], known, "allow/allow"],
    ["IPIP of others is dropped, without a host endpoint too", "v3.7", [on, ...NODES], stranger, "deny at filter"],
    [
      "a host outside may be known",
      "v3.7",
      [felix({ ipipEnabled: true, externalNodesList: ["10.0.0.9"] }), ...NODES],
      stranger,
      "allow/allow",
    ],
    ["IPIP to a node is accepted before policy", "v3.7", [HEP, on, ...NODES], ipip(OUT_OF_PROCESS), "allow/allow"],
    [
      "IPIP to others meets policy",
      "v3.7",
      [HEP, on, ...NODES],
      { ...ipip(OUT_OF_PROCESS), dstIP: "10.0.0.9" },
      "deny at filter",
    ],
    ["forwarded IPIP is not concerned", "v3.7", [on, ...NODES], from(ipip(THROUGH), "10.0.0.9"), "allow/allow"],
    [
      "pre-DNAT policy comes first",
      "v3.7",
      [HEP, on, ...NODES, gnp("p", { preDNAT: true, applyOnForward: true, ingress: [deny()] })],
      known,
      "deny at mangle",
    ],
    ["a pool turns IPIP on", "v3.7", [pool({ ipipMode: "CrossSubnet" }), ...NODES], stranger, "deny at filter"],
    ["a pool without it does not", "v3.7", [pool({ ipipMode: "Never" }), ...NODES], stranger, "allow/allow"],
    [
      "a setting outweighs pools",
      "v3.32",
      [felix({ ipipEnabled: false }), pool({ ipipMode: "Always" }), ...NODES],
      stranger,
      "allow/allow",
    ],
    ["VXLAN of a node with a tunnel", "v3.7", [HEP, on, ...NODES], udp(IN_TO_PROCESS, 4789), "allow/allow"],
    [
      "VXLAN of a node without one",
      "v3.7",
      [on, ...NODES],
      from(udp(IN_TO_PROCESS, 4789), "10.0.0.3"),
      "deny at filter",
    ],
    [
      "VXLAN is untracked in v3.32: its reply is new",
      "v3.32",
      [HEP, on, ...NODES],
      udp(IN_TO_PROCESS, 4789),
      "allow/deny",
    ],
    [
      "VXLAN by another port",
      "v3.7",
      [HEP, felix({ vxlanEnabled: true, vxlanPort: 4790 }), ...NODES],
      udp(IN_TO_PROCESS, 4790),
      "allow/allow",
    ],
    [
      "WireGuard of anyone",
      "v3.32",
      [HEP, felix({ wireguardEnabled: true }), ...NODES],
      from(udp(IN_TO_PROCESS, 51820), "10.0.0.9"),
      "allow/allow",
    ],
    [
      "WireGuard out, to anyone",
      "v3.32",
      [HEP, felix({ wireguardEnabled: true, wireguardListeningPort: 5000 })],
      { ...udp(OUT_OF_PROCESS, 5000), dstIP: "10.0.0.9" },
      "allow/allow",
    ],
    [
      "v3.7 has no WireGuard",
      "v3.7",
      [HEP, felix({ wireguardEnabled: true })],
      udp(IN_TO_PROCESS, 51820),
      "deny at filter",
    ],
  ]);
});

/** Which address of a Node makes another host one of IPIP's, and what is assumed of one that is not. */
describe("hosts by their Nodes", () => {
  const address = (type: string, text: string) => ({ type, address: text });
  const internal = address("InternalIP", "10.0.0.8/24");
  const external = address("ExternalIP", "10.0.0.8");
  const other = address("InternalIP", "10.0.0.7");
  const ipv6 = address("InternalIP", "fd00::8");
  const NOBODY = "10.0.0.8 is not a peer of the IPIP tunnels of node1: ";
  const BY_OTHER = `deny ${NOBODY}other nodes know Node n by 10.0.0.7 only`;
  test.each([
    ["no Node has it", "v3.32", {}, `deny ${NOBODY}no Node has this address`],
    ["BGP", "v3.7", { bgp: { ipv4Address: "10.0.0.8/24" } }, "allow"],
    ["BGP, without a prefix length", "v3.32", { bgp: { ipv4Address: "10.0.0.8" } }, "allow"],
    ["an InternalIP", "v3.32", { addresses: [internal] }, "allow"],
    [
      "an InternalIP, which v3.7 does not read",
      "v3.7",
      { addresses: [internal] },
      `deny ${NOBODY}Node n has no IPv4 address in \`spec.bgp\``,
    ],
    ["an ExternalIP", "v3.32", { addresses: [external] }, "allow"],
    [
      "an ExternalIP beside an InternalIP",
      "v3.32",
      { addresses: [external, other] },
      `deny ${NOBODY}no Node has this address`,
    ],
    ["the first InternalIP", "v3.32", { addresses: [other, internal] }, BY_OTHER],
    ["the first of its IP version", "v3.32", { addresses: [ipv6, internal] }, "allow"],
    ["the name of a host", "v3.32", { addresses: [address("InternalIP", "node8.example"), internal] }, "allow"],
    ["BGP before it", "v3.32", { bgp: { ipv4Address: "10.0.0.7" }, addresses: [internal] }, BY_OTHER],
    ["BGP of IPv6 alone", "v3.32", { bgp: { ipv6Address: "fd00::8" }, addresses: [internal] }, "allow"],
  ] as const)("%s (%s)", (_, version, spec, expected) => {
    const resources = [felix({ ipipEnabled: true }), node("node1"), node("n", spec)];
    const outcome = run(resources, from(ipip(IN_TO_PROCESS), "10.0.0.8"), { version });
    expect([outcome.verdict, ...outcome.assumptions].join(" ")).toBe(expected);
  });

  test.each([
    ["an address in the tunnel", { ipv4VXLANTunnelAddr: "192.168.1.1" }, "allow"],
    [
      "without one",
      {},
      "deny 10.0.0.8 is not a peer of the VXLAN tunnels of node1: Node n has no `ipv4VXLANTunnelAddr`, which calico/node writes",
    ],
    [
      "one of IPv6 alone",
      { ipv6VXLANTunnelAddr: "fd00:1::1" },
      "deny 10.0.0.8 is not a peer of the VXLAN tunnels of node1: Node n has no `ipv4VXLANTunnelAddr`, which calico/node writes",
    ],
  ])("VXLAN: %s", (_, spec, expected) => {
    const resources = [felix({ vxlanEnabled: true }), node("node1"), node("n", { addresses: [internal], ...spec })];
    const outcome = run(resources, from(udp(IN_TO_PROCESS, 4789), "10.0.0.8"), { version: "v3.32" });
    expect([outcome.verdict, ...outcome.assumptions].join(" ")).toBe(expected);
  });

  test("what is sent to a stranger is left to policy, and the same is assumed", () => {
    const outcome = run([felix({ ipipEnabled: true }), node("node1")], { ...ipip(OUT_OF_PROCESS), dstIP: "10.0.0.8" });
    expect([outcome.verdict, ...outcome.assumptions]).toEqual(["allow", `${NOBODY}no Node has this address`]);
  });
});

describe("sources of workloads", () => {
  const W1 = wep("w1", "192.168.1.10/32", { profiles: ["open"] });
  const other = from(OUT_OF_WORKLOAD, "192.168.1.11");
  const spoofer = wep("w1", "192.168.1.10/32", {
    profiles: ["open"],
    allowSpoofedSourcePrefixes: ["192.168.1.0/24"],
  });
  table([
    ["its own", "v3.7", [W1, OPEN], OUT_OF_WORKLOAD, "allow/allow"],
    ["another's", "v3.7", [W1, OPEN], other, "deny at routing"],
    ["another's", "v3.32", [W1, OPEN], other, "deny at raw"],
    ["an endpoint that may spoof is refused as a whole", "v3.32", [spoofer, OPEN], OUT_OF_WORKLOAD, "deny at filter"],
    [
      "unless the node allows it",
      "v3.32",
      [spoofer, OPEN, felix({ workloadSourceSpoofing: "Any" })],
      other,
      "allow/allow",
    ],
    ["v3.7 knows no such field", "v3.7", [spoofer, OPEN], OUT_OF_WORKLOAD, "allow/allow"],
  ]);

  test("a route through its interface makes a source its own", () => {
    const routes = [{ dst: "192.168.1.11/32", interfaces: ["caliw1"] }];
    const outcome = run([W1, OPEN], other, { facts: { node: "node1", routes } });
    expect(answer(outcome)).toBe("allow/allow");
  });

  test("without an address of the IP version the source is assumed to be its own", () => {
    const flow = { ...OUT_OF_WORKLOAD, srcIP: "fd00::9", dstIP: "fd00:10::2" };
    const outcome = run([W1, OPEN], flow);
    expect([answer(outcome), outcome.assumptions.join()]).toEqual([
      "allow/allow",
      "fd00::9 is taken to be routed to the workload that sends from it: its WorkloadEndpoint has no IPv6 address",
    ]);
  });
});

describe("service loops", () => {
  const services = bgp({ serviceClusterIPs: [{ cidr: "172.16.0.0/24" }] });
  const allowAll = gnp("p", { applyOnForward: true, ingress: [allow()], egress: [allow()] });
  table([
    ["forwarded to a service", "v3.32", [services], THROUGH, "deny at filter"],
    ["also where policy allows it", "v3.32", [HEP, services, allowAll], THROUGH, "deny at filter"],
    ["switched off", "v3.32", [services, felix({ serviceLoopPrevention: "Disabled" })], THROUGH, "allow/allow"],
    ["v3.7 has none", "v3.7", [services], THROUGH, "allow/allow"],
    [
      "a local process is not concerned",
      "v3.32",
      [bgp({ serviceExternalIPs: [{ cidr: "10.0.0.0/24" }] })],
      OUT_OF_PROCESS,
      "allow/allow",
    ],
  ]);
});

describe("a local process's packet that connection tracking does not know", () => {
  const rst: Flow = { ...OUT_OF_PROCESS, tcpFlags: "RST" };
  const nftables = felix({ nftablesMode: "Enabled" });
  const untracked = gnp("u", { doNotTrack: true, applyOnForward: true, ingress: [allow()], types: ["Ingress"] });
  table([
    ["is dropped with iptables", "v3.32", [HEP], rst, "deny at filter"],
    ["passes with nftables", "v3.32", [HEP, nftables], rst, "allow"],
    ["other packets meet policy", "v3.32", [HEP, nftables], OUT_OF_PROCESS, "deny at filter"],
    ["those that come in, too", "v3.32", [HEP, nftables], { ...IN_TO_PROCESS, tcpFlags: "RST" }, "deny at filter"],
    ["a reply to an untracked packet is dropped with iptables", "v3.32", [HEP, untracked], IN_TO_PROCESS, "allow/deny"],
    ["and passes with nftables", "v3.32", [HEP, untracked, nftables], IN_TO_PROCESS, "allow/allow"],
    ["v3.7 has no nftables", "v3.7", [HEP, nftables], rst, "deny at filter"],
  ]);

  test("says what the other dataplane does", () => {
    expect(run([HEP], rst, { version: "v3.32" }).hints.map(({ code }) => code)).toContain("hint.dataplane");
    expect(run([HEP], rst).hints.map(({ code }) => code)).not.toContain("hint.dataplane");
  });
});

describe("replies of local processes to workloads, where accepting rules return", () => {
  const W1 = wep("w1", "192.168.1.10/32", { profiles: ["open"] });
  const toWorkload: Flow = { ...OUT_OF_PROCESS, to: { workload: "w1" }, dstIP: "192.168.1.10" };
  const returns = (action: string) =>
    felix({ iptablesFilterAllowAction: "Return", defaultEndpointToHostAction: action });
  table([
    ["are dropped by default", "v3.7", [W1, OPEN, returns("Drop")], toWorkload, "allow/deny"],
    ["and let through by an action that does", "v3.7", [W1, OPEN, returns("Return")], toWorkload, "allow/allow"],
    ["first packets are decided as ever", "v3.7", [W1, OPEN, returns("Drop")], IN_TO_WORKLOAD, "allow/allow"],
  ]);
});
