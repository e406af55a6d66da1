import { describe, expect, test } from "vitest";
import { allow, deny, felix, gnp, hep, node, pool } from "../support.ts";
import { type Case, evaluate, fromNet, HOST2, onHost2, pathText, TUNNEL1, TUNNEL2 } from "./cluster.ts";

const WIREGUARD = felix({ wireguardEnabled: true });

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
    "CrossSubnet: to another subnet",
    "web far",
    [pool({ vxlanMode: "CrossSubnet" })],
    [],
    "node1:192.168.1.10:web>vxlan.calico VXLANnode1:10.0.0.1:process>eth0 VXLANnode3:10.0.0.1:eth0>process node3:192.168.1.10:vxlan.calico>far allow",
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
    "as its Node has it, where there are no facts",
    "node1 db",
    [pool({ ipipMode: "Always" }), gnp("p", { selector: "app == 'db'", ingress: [allow(fromNet("10.0.0.1/32"))] })],
    [],
    "node1:192.168.1.1:process>tunl0 IPIPnode1:10.0.0.1:process>eth0 IPIPnode2:10.0.0.1:eth0>process node2:192.168.1.1:tunl0>db deny",
  ],
  [
    "that of VXLAN in VXLAN, and the outer packet has the node's own",
    "node1 db",
    [
      pool({ vxlanMode: "Always" }),
      node("node1", { addresses: [{ address: "10.0.0.1" }], ipv4VXLANTunnelAddr: "192.168.1.2" }),
    ],
    [],
    "node1:192.168.1.2:process>vxlan.calico VXLANnode1:10.0.0.1:process>eth0 VXLANnode2:10.0.0.1:eth0>process node2:192.168.1.2:vxlan.calico>db allow",
  ],
  [
    "WireGuard's, whatever source the main table's route gives",
    "node1 db",
    [
      WIREGUARD,
      node("node1", { bgp: { ipv4Address: "10.0.0.1/24" }, wireguard: { interfaceIPv4Address: "192.168.1.3" } }),
    ],
    [{ ...TUNNEL1, routes: [{ dst: "0.0.0.0/0", interfaces: ["eth0"], source: "10.0.0.1" }] }],
    "node1:192.168.1.3:process>wireguard.cali WireGuardnode1:10.0.0.1:process>eth0 WireGuardnode2:10.0.0.1:eth0>process node2:192.168.1.3:wireguard.cali>db allow",
  ],
  [
    "and where another was asked for, gets it as it leaves, without facts too",
    "10.0.0.1 db",
    [pool({ ipipMode: "Always" })],
    [],
    "node1:10.0.0.1:process>tunl0 IPIPnode1:10.0.0.1:process>eth0 IPIPnode2:10.0.0.1:eth0>process node2:192.168.1.1:tunl0>db allow",
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
  [
    "WireGuard before the pool's tunnel",
    "web db",
    [pool({ ipipMode: "Always" }), WIREGUARD],
    [],
    "node1:192.168.1.10:web>wireguard.cali WireGuardnode1:10.0.0.1:process>eth0 WireGuardnode2:10.0.0.1:eth0>process node2:192.168.1.10:wireguard.cali>db allow",
  ],
  [
    "and before the routes of the main table",
    "web db",
    [pool({ ipipMode: "Always" }), WIREGUARD],
    [TUNNEL1, TUNNEL2],
    "node1:192.168.1.10:web>wireguard.cali WireGuardnode1:10.0.0.1:process>eth0 WireGuardnode2:10.0.0.1:eth0>process node2:192.168.1.10:wireguard.cali>db allow",
  ],
  [
    "WireGuard only where both nodes have it on",
    "web db",
    [pool({}), WIREGUARD, felix({ wireguardEnabled: false }, "node.node2")],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>db allow",
  ],
  [
    "each node has WireGuard's interface by the name that it is given",
    "web db",
    [
      felix({ wireguardEnabled: true, wireguardInterfaceName: "wg0" }),
      felix({ wireguardInterfaceName: "wg1" }, "node.node2"),
    ],
    [],
    "node1:192.168.1.10:web>wg0 WireGuardnode1:10.0.0.1:process>eth0 WireGuardnode2:10.0.0.1:eth0>process node2:192.168.1.10:wg1>db allow",
  ],
  [
    "WireGuard is for workloads, not for hosts",
    "web node2",
    [pool({}), WIREGUARD],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process allow",
  ],
];

/** Policy of node1's host endpoint, for what comes in; `outer` is what it says of the tunnel's packet. */
const host1 = (kind: object, ...ingress: object[]) => [
  hep("h1", { expectedIPs: ["10.0.0.1"] }, { host: "h1" }),
  gnp("p1", { selector: "host == 'h1'", applyOnForward: true, types: ["Ingress"], ...kind, ingress }),
];
const UNTRACKED = { doNotTrack: true };
const PRE_DNAT = { preDNAT: true };
const VXLAN = [
  pool({ vxlanMode: "Always" }),
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24" }, ipv4VXLANTunnelAddr: "192.168.1.1" }),
  node("node2", { bgp: { ipv4Address: "10.0.0.2/24" }, ipv4VXLANTunnelAddr: "192.168.2.1" }),
];

/** What becomes of the packet and its reply, and the hop where the reply is dropped. */
const REPLIES = [
  ["nothing in the way", [pool({ ipipMode: "Always" })], "allow allow"],
  [
    "untracked policy of the first node denies the tunnel of the reply",
    [pool({ ipipMode: "Always" }), ...host1(UNTRACKED, deny({ protocol: 4 }))],
    "allow deny at 1",
  ],
  [
    "pre-DNAT policy does not: IPIP is tracked",
    [pool({ ipipMode: "Always" }), ...host1(PRE_DNAT, deny({ protocol: 4 }))],
    "allow allow",
  ],
  [
    "but of VXLAN it does: each direction has a connection of its own",
    [...VXLAN, ...host1(PRE_DNAT, deny({ protocol: "UDP" }))],
    "allow deny at 1",
  ],
  [
    "untracked policy of the second node denies what it sends",
    [
      ...VXLAN,
      HOST2,
      gnp("p2", { selector: "host == 'h2'", ...UNTRACKED, applyOnForward: true, egress: [deny({ protocol: "UDP" })] }),
    ],
    "allow deny at 2",
  ],
] as const;

/** What is assumed of a tunnel, beside the ways that are assumed without routes. */
const ASSUMED = [
  ["Nodes say it all", VXLAN, ""],
  [
    "no Node has a tunnel address",
    [pool({ vxlanMode: "Always" })],
    "node2 (10.0.0.2) is a peer of the VXLAN tunnels of node1, though Node node2 has no `ipv4VXLANTunnelAddr`, which calico/node writes; node1 (10.0.0.1) is a peer of the VXLAN tunnels of node2, though Node node1 has no `ipv4VXLANTunnelAddr`, which calico/node writes",
  ],
  [
    "a setting against the pool",
    [pool({ ipipMode: "Always" }), felix({ ipipEnabled: false })],
    "packets to 192.168.2.20 leave node1 through tunl0, the tunnel of the address's IP pool, though FelixConfiguration has `ipipEnabled: false`: no route was given",
  ],
] as const;

describe("through tunnels", () => {
  test.each(TUNNELS)("%s", (_what, ends, resources, facts, expected) =>
    expect(pathText(evaluate(ends, resources, facts))).toBe(expected),
  );

  test.each(REPLIES)("the reply: %s", (_what, resources, expected) => {
    const path = evaluate("web db", resources);
    if (typeof path === "string") return expect.unreachable(path);
    const dies = path.returnDiesAt === undefined ? "" : ` at ${path.returnDiesAt}`;
    expect(`${path.verdict} ${path.return}${dies}`).toBe(expected);
  });

  test.each(ASSUMED)("assumed: %s", (_what, resources, expected) => {
    const path = evaluate("web db", resources);
    if (typeof path === "string") return expect.unreachable(path);
    const about = path.assumptions.filter((text) => /as a host|though/.test(text));
    expect(about.join("; ")).toBe(expected);
  });

  test("a source that the route decides is not said to be assumed", () => {
    const path = evaluate("node1 db", [], [TUNNEL1, TUNNEL2]);
    if (typeof path === "string") return expect.unreachable(path);
    expect(path.assumptions.filter((text) => text.includes("node1 is at"))).toEqual([]);
  });
});
