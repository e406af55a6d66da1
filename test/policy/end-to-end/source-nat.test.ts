import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { evaluateEndToEnd } from "../../../src/policy/end-to-end/end-to-end-path.ts";
import { allow, deny, felix, gnp, hep, node, pool, profile, wep, worldOf } from "../support.ts";

/** Two nodes of one subnet and one of another; `web` on the first, `db` on the second, `far` on the third. */
const CLUSTER: readonly Resource[] = [
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24", ipv4IPIPTunnelAddr: "192.168.1.1" } }),
  node("node2", { bgp: { ipv4Address: "10.0.0.2/24", ipv4IPIPTunnelAddr: "192.168.2.1" } }),
  node("node3", { bgp: { ipv4Address: "10.0.3.3/24" } }),
  wep("web", "192.168.1.10/32", { profiles: ["open"] }),
  wep("db", "192.168.2.20/32", { node: "node2", profiles: ["open"] }),
  wep("far", "192.168.3.30/32", { node: "node3", profiles: ["open"] }),
  profile("open", { ingress: [allow()], egress: [allow()] }),
];
const HOST2 = hep("h2", { node: "node2", expectedIPs: ["10.0.0.2"] }, { host: "h2" });
const onHost2 = (...ingress: object[]) => gnp("p", { selector: "host == 'h2'", types: ["Ingress"], ingress });
const fromNet = (...nets: string[]) => ({ source: { nets } });
const TUNNEL1: NodeFacts = {
  node: "node1",
  interfaces: { eth0: ["10.0.0.1/24"], tunl0: ["192.168.1.1/32"] },
  routes: [
    { dst: "10.0.0.0/24", interfaces: ["eth0"], source: "10.0.0.1" },
    { dst: "192.168.2.0/24", interfaces: ["tunl0"] },
  ],
};
const TUNNEL2: NodeFacts = {
  node: "node2",
  interfaces: { eth0: ["10.0.0.2/24"], tunl0: ["192.168.2.1/32"] },
  routes: [
    { dst: "10.0.0.0/24", interfaces: ["eth0"] },
    { dst: "192.168.1.0/24", interfaces: ["tunl0"] },
  ],
};
const NAT2: NodeFacts = {
  node: "node2",
  interfaces: { eth0: ["10.0.0.2/24"] },
  dnat: [{ protocol: "TCP", dst: "10.0.0.2", port: 80, toIP: "192.168.1.10", toPort: 8080 }],
};

/** A word a hop, `node:SOURCE:in>out`, an outer packet with its tunnel before; then the verdict. */
function path(ends: string, resources: readonly Resource[], facts: readonly NodeFacts[] = []): string {
  const [from = "", to = ""] = ends.split(" ");
  const packet = { protocol: "TCP", srcPort: 40000, dstPort: 80 };
  const byNode = new Map(facts.map((known) => [known.node, known]));
  const result = evaluateEndToEnd(worldOf([...CLUSTER, ...resources], "v3.32"), byNode, { from, to, packet });
  if (!result.ok) return `${result.question.about}?`;
  const end = (at: object): string => Object.values(at).map(String).join().replace("true", "process");
  const short = (name: string) => name.replace(/default\/node\d-k8s-(.*)-eth0/, "$1");
  const hops = result.path.hops.map(
    ({ node: name, flow, tunnel = "" }) =>
      `${tunnel}${name}:${flow.srcIP}:${short(`${end(flow.from)}>${end(flow.to ?? {})}`)}`,
  );
  return `${hops.join(" ")} ${result.path.verdict}`;
}

type Case = readonly [
  what: string,
  ends: string,
  resources: readonly Resource[],
  facts: readonly NodeFacts[],
  path: string,
];

const OUTGOING: readonly Case[] = [
  [
    "a pool with natOutgoing: the next node sees the node's address",
    "web node2",
    [pool({ natOutgoing: true }), HOST2, onHost2(deny(fromNet("192.168.0.0/16")), allow(fromNet("10.0.0.1/32")))],
    [],
    "node1:192.168.1.10:web>eth0 node2:10.0.0.1:eth0>process allow",
  ],
  [
    "without it the workload's",
    "web node2",
    [pool({ natOutgoing: false }), HOST2, onHost2(deny(fromNet("192.168.0.0/16")), allow())],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process deny",
  ],
  [
    "not to an address of a pool",
    "web db",
    [pool({ natOutgoing: true })],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>db allow",
  ],
  [
    "an address of no pool is not translated",
    "web node2",
    [pool({ cidr: "172.16.0.0/16", natOutgoing: true })],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process allow",
  ],
  [
    "the pool of the longest prefix counts",
    "web node2",
    [
      pool({ natOutgoing: true }),
      { ...pool({ cidr: "192.168.1.0/24", natOutgoing: false }), metadata: { name: "inner" } },
    ],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process allow",
  ],
];

const outgoing = (spec: Record<string, unknown>) => [pool({ natOutgoing: true }), felix(spec)];
const KEPT = "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process allow";
const TRANSLATED = "node1:192.168.1.10:web>eth0 node2:10.0.0.1:eth0>process allow";

/** FelixConfiguration's settings of it: natOutgoingExclusions, natOutgoingAddress, iptablesNATOutgoingInterfaceFilter. */
const SETTINGS: readonly Case[] = [
  ["hosts are spared", "web node2", outgoing({ natOutgoingExclusions: "IPPoolsAndHostIPs" }), [], KEPT],
  ["hosts are not", "web node2", outgoing({ natOutgoingExclusions: "IPPoolsOnly" }), [], TRANSLATED],
  [
    "one address",
    "web node2",
    outgoing({ natOutgoingAddress: "10.9.9.9" }),
    [],
    TRANSLATED.replace("10.0.0.1", "10.9.9.9"),
  ],
  ["this interface", "web node2", outgoing({ iptablesNATOutgoingInterfaceFilter: "eth0" }), [], TRANSLATED],
  ["interfaces like it", "web node2", outgoing({ iptablesNATOutgoingInterfaceFilter: "eth+" }), [], TRANSLATED],
  ["other interfaces", "web node2", outgoing({ iptablesNATOutgoingInterfaceFilter: "ens+" }), [], KEPT],
  [
    "a node's own settings",
    "web node2",
    [
      ...outgoing({ natOutgoingExclusions: "IPPoolsAndHostIPs" }),
      felix({ natOutgoingExclusions: "IPPoolsOnly" }, "node.node1"),
    ],
    [],
    TRANSLATED,
  ],
];

const TUNNELS: readonly Case[] = [
  [
    "a pool of IPIP leads through the tunnel, and its packet between the hosts",
    "web db",
    [pool({ ipipMode: "Always" })],
    [],
    "node1:192.168.1.10:web>tunl0 IPIPnode1:10.0.0.1:process>eth0 IPIPnode2:10.0.0.1:eth0>process node2:192.168.1.10:tunl0>db allow",
  ],
  [
    "CrossSubnet: not in the same subnet",
    "web db",
    [pool({ vxlanMode: "CrossSubnet" })],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>db allow",
  ],
  [
    "CrossSubnet: to another; VXLAN of a node without a tunnel address is dropped",
    "web far",
    [pool({ vxlanMode: "CrossSubnet" })],
    [],
    "node1:192.168.1.10:web>vxlan.calico VXLANnode1:10.0.0.1:process>eth0 VXLANnode3:10.0.0.1:eth0>process deny",
  ],
  [
    "routes outweigh the pool",
    "web db",
    [pool({ vxlanMode: "Always" })],
    [TUNNEL1, TUNNEL2],
    "node1:192.168.1.10:web>tunl0 IPIPnode1:10.0.0.1:process>eth0 IPIPnode2:10.0.0.1:eth0>process node2:192.168.1.10:tunl0>db allow",
  ],
  [
    "what goes by the link comes in by the link, though the way back is the tunnel",
    "web node2",
    [pool({ ipipMode: "Always" }), HOST2, onHost2(deny(fromNet("192.168.0.0/16")), allow())],
    [TUNNEL1, TUNNEL2],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process deny",
  ],
  [
    "a host's packet through the tunnel has the tunnel's address",
    "node1 db",
    [pool({ ipipMode: "Always" }), gnp("p", { selector: "app == 'db'", ingress: [allow(fromNet("10.0.0.1/32"))] })],
    [TUNNEL1, TUNNEL2],
    "node1:192.168.1.1:process>tunl0 IPIPnode1:10.0.0.1:process>eth0 IPIPnode2:10.0.0.1:eth0>process node2:192.168.1.1:tunl0>db deny",
  ],
  [
    "and where another was asked for, gets it as it leaves",
    "10.0.0.1 db",
    [pool({ ipipMode: "Always" })],
    [TUNNEL1, TUNNEL2],
    "node1:10.0.0.1:process>tunl0 IPIPnode1:10.0.0.1:process>eth0 IPIPnode2:10.0.0.1:eth0>process node2:192.168.1.1:tunl0>db allow",
  ],
  [
    "the outer packet meets untracked policy of the host endpoint",
    "web db",
    [
      pool({ ipipMode: "Always" }),
      HOST2,
      gnp("p", { selector: "host == 'h2'", doNotTrack: true, applyOnForward: true, ingress: [deny({ protocol: 4 })] }),
    ],
    [],
    "node1:192.168.1.10:web>tunl0 IPIPnode1:10.0.0.1:process>eth0 IPIPnode2:10.0.0.1:eth0>process deny",
  ],
];

const MARKED: readonly Case[] = [
  [
    "a packet that the node marks comes from the node",
    "198.51.100.7 node2",
    [],
    [{ ...NAT2, masquerade: [{ protocol: "TCP", dst: "10.0.0.2", port: 80 }] }],
    "node2:198.51.100.7:eth0>eth0 node1:10.0.0.2:eth0>web allow",
  ],
  [
    "one that it does not mark keeps its source",
    "198.51.100.7 node2",
    [],
    [{ ...NAT2, masquerade: [{ protocol: "UDP", dst: "10.0.0.2" }] }],
    "node2:198.51.100.7:eth0>eth0 node1:198.51.100.7:eth0>web allow",
  ],
];

test("a source that the route decides is not said to be assumed", () => {
  const packet = { protocol: "TCP", srcPort: 40000, dstPort: 80 };
  const byNode = new Map([TUNNEL1, TUNNEL2].map((known) => [known.node, known]));
  const result = evaluateEndToEnd(worldOf(CLUSTER, "v3.32"), byNode, { from: "node1", to: "db", packet });
  expect(result.ok && result.path.assumptions.filter((text) => text.includes("node1 is at"))).toEqual([]);
});

describe("what the next node sees of a packet", () => {
  test.each([...OUTGOING, ...SETTINGS, ...TUNNELS, ...MARKED])("%s", (_what, ends, resources, facts, expected) =>
    expect(path(ends, resources, facts)).toBe(expected),
  );
});
