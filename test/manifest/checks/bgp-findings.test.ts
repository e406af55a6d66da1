import { describe, expect, test } from "vitest";
import { resource } from "../read.ts";
import { findingsOf } from "./findings-of.ts";

/** A kind, the least spec that is refused, one next to it that is not, and all that is reported of the first. */
const CASES: readonly (readonly [
  kind: string,
  bad: object,
  good: object,
  findings: string,
  version?: string,
  metadata?: object,
])[] = [
  [
    "BGPConfiguration",
    { nodeToNodeMeshEnabled: true },
    {},
    'bgp.default-only spec.nodeToNodeMeshEnabled at "nodeToNodeMeshEnabled": `nodeToNodeMeshEnabled` can be set in the BGPConfiguration `default` only',
    "v3.7",
    { name: "node.n1" },
  ],
  [
    "BGPConfiguration",
    { asNumber: 64512 },
    {},
    'bgp.default-only spec.asNumber at "asNumber": `asNumber` can be set in the BGPConfiguration `default` only',
    "v3.7",
    { name: "node.n1" },
  ],
  [
    "BGPConfiguration",
    { serviceLoadBalancerIPs: [{ cidr: "10.0.0.0/24" }, { cidr: "x" }] },
    { serviceLoadBalancerIPs: [{ cidr: "10.0.0.1" }] },
    'net.syntax spec.serviceLoadBalancerIPs[1].cidr at "x": invalid network `x`',
    "v3.32",
  ],
  [
    "BGPConfiguration",
    { serviceExternalIPs: [{ cidr: "x" }] },
    { serviceExternalIPs: [{ cidr: "fd00::/64" }] },
    'net.syntax spec.serviceExternalIPs[0].cidr at "x": invalid network `x`',
    "v3.32",
  ],
  [
    "BGPConfiguration",
    { serviceClusterIPs: [{ cidr: "10.0.0.0/33" }] },
    { serviceClusterIPs: [{ cidr: "10.0.0.7/8" }] },
    'net.syntax spec.serviceClusterIPs[0].cidr at "10.0.0.0/33": invalid network `10.0.0.0/33`',
    "v3.32",
  ],
  [
    "BGPConfiguration",
    { prefixAdvertisements: [{ cidr: "x" }] },
    { prefixAdvertisements: [{ cidr: "10.0.0.0/8" }] },
    'net.syntax spec.prefixAdvertisements[0].cidr at "x": invalid network `x`',
    "v3.32",
  ],
  [
    "BGPConfiguration",
    { communities: [{ name: "a", value: "1:2" }] },
    { communities: [{ name: "a", value: "1:2" }], prefixAdvertisements: [{ cidr: "10.0.0.0/8" }] },
    'bgp.communities spec.communities at "communities": no prefix advertisement uses the communities',
    "v3.32",
  ],
  [
    "BGPConfiguration",
    { ignoredInterfaces: ["eth0", "*"] },
    { ignoredInterfaces: ["eth*", "_.+-*"] },
    'interface.invalid spec.ignoredInterfaces[1] at "*": `*` is not an interface name or pattern',
    "v3.32",
  ],
  [
    "BGPConfiguration",
    { ignoredInterfaces: [" eth0"] },
    { ignoredInterfaces: [] },
    'interface.invalid spec.ignoredInterfaces[0] at " eth0": ` eth0` is not an interface name or pattern',
    "v3.32",
  ],
  [
    "BGPPeer",
    { node: "N 1", peerIP: "10.0.0.1" },
    { node: "n.1", peerIP: "10.0.0.1" },
    'name.invalid spec.node at "N 1": invalid node name `N 1`',
  ],
  [
    "BGPPeer",
    { peerIP: "10.0.0.1:179" },
    { peerIP: "10.0.0.1" },
    'address.syntax spec.peerIP at "10.0.0.1:179": invalid IP address `10.0.0.1:179`',
  ],
  [
    "BGPPeer",
    { peerIP: "10.0.0.1:0" },
    { peerIP: "10.0.0.1:1" },
    'address.syntax spec.peerIP at "10.0.0.1:0": invalid IP address `10.0.0.1:0`',
    "v3.32",
  ],
  [
    "BGPPeer",
    { peerIP: "10.0.0.1:65536" },
    { peerIP: "10.0.0.1:65535" },
    'address.syntax spec.peerIP at "10.0.0.1:65536": invalid IP address `10.0.0.1:65536`',
    "v3.32",
  ],
  [
    "BGPPeer",
    { peerIP: "fd00::1:179x" },
    { peerIP: "[fd00::1]:179" },
    'address.syntax spec.peerIP at "fd00::1:179x": invalid IP address `fd00::1:179x`',
    "v3.32",
  ],
  [
    "BGPPeer",
    { peerIP: "10.0.0.1:" },
    { peerIP: "fd00::1" },
    'address.syntax spec.peerIP at "10.0.0.1:": invalid IP address `10.0.0.1:`',
    "v3.32",
  ],
  [
    "BGPPeer",
    { node: "n", nodeSelector: "all()" },
    { nodeSelector: "all()" },
    'bgp.peer spec.node at "node": `node` and `nodeSelector` cannot both be set (remove one of them)',
  ],
  [
    "BGPPeer",
    { peerIP: "10.0.0.1", peerSelector: "all()" },
    { peerIP: "", peerSelector: "all()" },
    'bgp.peer spec.peerIP at "peerIP": `peerIP` and `peerSelector` cannot both be set (remove one of them)',
  ],
  [
    "BGPPeer",
    { asNumber: 64512, peerSelector: "all()" },
    { asNumber: 64512, peerSelector: "" },
    'bgp.peer spec.asNumber at "asNumber": `asNumber` and `peerSelector` cannot both be set (remove one of them)',
  ],
  [
    "BGPFilter",
    { exportV4: [{ action: "Accept", cidr: "fd00::/8", matchOperator: "In" }] },
    { exportV4: [{ action: "Accept", cidr: "10.0.0.0/8", matchOperator: "In" }] },
    'net.syntax spec.exportV4[0].cidr at "fd00::/8": invalid IPv4 network `fd00::/8`',
    "v3.32",
  ],
  [
    "BGPFilter",
    { importV4: [{ action: "Accept", cidr: "10.0.0.1", matchOperator: "In" }] },
    { importV4: [{ action: "Accept", cidr: "10.0.0.1/32", matchOperator: "In" }] },
    'net.syntax spec.importV4[0].cidr at "10.0.0.1": invalid IPv4 network `10.0.0.1`',
    "v3.32",
  ],
  [
    "BGPFilter",
    { exportV6: [{ action: "Accept", cidr: "10.0.0.0/8", matchOperator: "In" }] },
    { exportV6: [{ action: "Accept", cidr: "fd00::/8", matchOperator: "In" }] },
    'net.syntax spec.exportV6[0].cidr at "10.0.0.0/8": invalid IPv6 network `10.0.0.0/8`',
    "v3.32",
  ],
  [
    "BGPFilter",
    { importV6: [{ action: "Accept", matchOperator: "Equal" }] },
    { importV6: [{ action: "Accept" }] },
    'bgp.filter spec.importV6[0] at "action": `cidr` and `matchOperator` belong together (give both, or neither)',
    "v3.32",
  ],
  [
    "BGPFilter",
    { importV6: [{ action: "Accept", cidr: "fd00::/8" }] },
    { importV6: [{ action: "Accept", cidr: "fd00::/8", matchOperator: "Equal" }] },
    'bgp.filter spec.importV6[0] at "action": `cidr` and `matchOperator` belong together (give both, or neither)',
    "v3.32",
  ],
  [
    "BGPFilter",
    { exportV4: [{ action: "Accept", prefixLength: { min: 8 } }] },
    { exportV4: [{ action: "Accept", cidr: "10.0.0.0/8", matchOperator: "In", prefixLength: { min: 8 } }] },
    'bgp.filter spec.exportV4[0].prefixLength at "prefixLength": `prefixLength` needs a `cidr`',
    "v3.32",
  ],
];

describe("BGP", () => {
  test.each(CASES.map((each) => [...each] as const))("%s %j", (kind, bad, good, findings, version, metadata) => {
    expect(findingsOf(resource(kind, bad, metadata), version)).toEqual(findings.split("\n"));
    expect(findingsOf(resource(kind, good, metadata), version)).toEqual([]);
  });
});
