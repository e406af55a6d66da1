import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { converted, hep, v1 } from "./v1-manifests.ts";

/** The name with the mark that a changed name gets. */
const marked = (name: string, old: string) => `${name}-${createHash("sha1").update(old).digest("hex").slice(0, 8)}`;
const wep = (metadata: object, spec: object = {}) =>
  v1(
    "workloadEndpoint",
    { name: "eth0", workload: "shop.web-1.x", orchestrator: "k8s", node: "n1", activeInstanceID: "abc", ...metadata },
    { interfaceName: "cali1", ...spec },
  );

/**
 * What each kind becomes, as Calico's own converters make it (projectcalico/libcalico-go, lib/upgrade/converters, commit
 * 697babda: bgppeer.go, hostendpoint.go, ippool.go, node.go, profile.go, workloadendpoint.go, and their tests).
 */
const KINDS: Readonly<Record<string, readonly (readonly [about: string, early: string, becomes: unknown])[]>> = {
  "host endpoints": [
    [
      "the node moves into the name and spec; labels stay",
      hep({ labels: { "calico/k8s_ns": "x", a: "b" } }, { interfaceName: "eth0", profiles: ["k8s_ns.x", "P_1"] }),
      {
        kind: "HostEndpoint",
        metadata: { name: "n1.eth0", labels: { a: "b", "calico/k8s_ns": "x" } },
        spec: { node: "n1", interfaceName: "eth0", profiles: ["kns.x", marked("p-1", "P_1")] },
      },
    ],
    [
      "the mark is that of the whole name",
      hep({ name: "Eth/0", node: "My_Node" }, { interfaceName: "eth0" }),
      {
        kind: "HostEndpoint",
        metadata: { name: marked("my-node.eth.0", "my-node.Eth/0") },
        spec: { node: "my-node", interfaceName: "eth0" },
      },
    ],
    [
      "addresses, IPv4 first, and the protocols of ports",
      hep({}, { expectedIPs: ["FD00::1", "10.0.0.1"], ports: [{ name: "http", protocol: "tcp", port: 80 }] }),
      {
        kind: "HostEndpoint",
        metadata: { name: "n1.eth0" },
        spec: {
          node: "n1",
          expectedIPs: ["10.0.0.1", "fd00::1"],
          ports: [{ name: "http", protocol: "TCP", port: 80 }],
        },
      },
    ],
  ],
  "workload endpoints": [
    [
      "a pod; its namespace is left out",
      wep(
        { node: "N1", labels: { "calico/k8s_ns": "shop", a: "b" } },
        {
          ipNetworks: ["FD00::5", "10.0.0.5"],
          ipNATs: [
            { internalIP: "FD00::5", externalIP: "FD01::5" },
            { internalIP: "10.0.0.5", externalIP: "1.2.3.4" },
          ],
          ipv6Gateway: "FD00::1",
          mac: "02-42-7D-C6-F0-80",
          profiles: ["k8s_ns.shop"],
        },
      ),
      {
        kind: "WorkloadEndpoint",
        metadata: { name: "n1-k8s-web--1.x-eth0", labels: { a: "b", "projectcalico.org/namespace": "shop" } },
        spec: {
          orchestrator: "k8s",
          node: "n1",
          containerID: "abc",
          pod: "web-1.x",
          endpoint: "eth0",
          ipNetworks: ["10.0.0.5/32", "fd00::5/128"],
          ipNATs: [
            { internalIP: "10.0.0.5", externalIP: "1.2.3.4" },
            { internalIP: "fd00::5", externalIP: "fd01::5" },
          ],
          ipv6Gateway: "fd00::1",
          profiles: ["kns.shop"],
          interfaceName: "cali1",
          mac: "02:42:7d:c6:f0:80",
        },
      },
    ],
    [
      "a container: its name is the workload's",
      wep({ orchestrator: "cni", workload: "abc123", activeInstanceID: "other" }),
      {
        kind: "WorkloadEndpoint",
        metadata: { name: "n1-cni-abc123-eth0" },
        spec: { orchestrator: "cni", node: "n1", containerID: "abc123", endpoint: "eth0", interfaceName: "cali1" },
      },
    ],
    [
      "a container of libnetwork",
      wep({ orchestrator: "libnetwork", workload: "abc123" }),
      {
        kind: "WorkloadEndpoint",
        metadata: { name: "n1-libnetwork-libnetwork-eth0" },
        spec: {
          orchestrator: "libnetwork",
          workload: "libnetwork",
          node: "n1",
          endpoint: "eth0",
          interfaceName: "cali1",
        },
      },
    ],
    [
      "a workload that is not a pod: its names and the orchestrator's",
      wep({ name: "Ep", orchestrator: "OpenStack", workload: "vm/1" }),
      {
        kind: "WorkloadEndpoint",
        metadata: {
          name: `n1-${marked("openstack", "OpenStack").replace("-", "--")}-${marked("vm.1", "vm/1").replace("-", "--")}-${marked("ep", "Ep").replace("-", "--")}`,
        },
        spec: {
          orchestrator: marked("openstack", "OpenStack"),
          workload: marked("vm.1", "vm/1"),
          node: "n1",
          endpoint: marked("ep", "Ep"),
          interfaceName: "cali1",
        },
      },
    ],
  ],
  profiles: [
    [
      "tags and labels",
      v1(
        "profile",
        { name: "k8s_ns.x", tags: ["web", "db"], labels: { team: "a", "calico/k8s_ns": "x" } },
        { egress: [{ action: "pass" }] },
      ),
      {
        kind: "Profile",
        metadata: { name: "kns.x" },
        spec: {
          egress: [{ action: "Pass", source: {}, destination: {} }],
          labelsToApply: { db: "", team: "a", "calico/k8s_ns": "x", web: "" },
        },
      },
    ],
    [
      "a name that changes, without labels",
      v1("profile", { name: "a/b" }),
      { kind: "Profile", metadata: { name: "a.b-3ec69c85" }, spec: {} },
    ],
  ],
  pools: [
    [
      "wrapped between networks",
      v1("ipPool", { cidr: "10.0.0.0/16" }, { ipip: { enabled: true, mode: "cross-subnet" }, "nat-outgoing": true }),
      {
        kind: "IPPool",
        metadata: { name: "10-0-0-0-16" },
        spec: {
          cidr: "10.0.0.0/16",
          ipipMode: "CrossSubnet",
          natOutgoing: true,
          blockSize: 26,
          nodeSelector: "all()",
        },
      },
    ],
    [
      "always wrapped, and disabled",
      v1("ipPool", { cidr: "10.0.0.0/16" }, { ipip: { enabled: true }, disabled: true, "nat-outgoing": false }),
      {
        kind: "IPPool",
        metadata: { name: "10-0-0-0-16" },
        spec: { cidr: "10.0.0.0/16", ipipMode: "Always", disabled: true, blockSize: 26, nodeSelector: "all()" },
      },
    ],
    [
      "IPv6, with a mode that does not count",
      v1("ipPool", { cidr: "2001::00/120" }, { ipip: { enabled: false, mode: "always" } }),
      {
        kind: "IPPool",
        metadata: { name: "2001---120" },
        spec: { cidr: "2001::/120", ipipMode: "Never", blockSize: 122, nodeSelector: "all()" },
      },
    ],
  ],
  "BGP peers": [
    [
      "a node's, as documented for v3.5",
      v1("bgpPeer", { scope: "node", node: "Node_1", peerIP: "AA:BB::ff" }, { asNumber: 64514 }),
      {
        kind: "BGPPeer",
        metadata: { name: "node-1.00aa-00bb-0000-0000-0000-0000-0000-00ff" },
        spec: { node: "node-1", peerIP: "aa:bb::ff", asNumber: 64514 },
      },
    ],
    [
      "a global one",
      v1("bgpPeer", { scope: "global", peerIP: "5.5.5.5" }, { asNumber: "1.10" }),
      { kind: "BGPPeer", metadata: { name: "5-5-5-5" }, spec: { peerIP: "5.5.5.5", asNumber: 65546 } },
    ],
    [
      "without an AS number",
      v1("bgpPeer", { scope: "global", peerIP: "5.5.5.5" }),
      { kind: "BGPPeer", metadata: { name: "5-5-5-5" }, spec: { peerIP: "5.5.5.5", asNumber: 0 } },
    ],
  ],
  nodes: [
    [
      "an address with its network, and the names of orchestrators",
      v1(
        "node",
        { name: "My_Node" },
        { bgp: { ipv4Address: "10.0.0.1/24" }, orchRefs: [{ nodeName: "N", orchestrator: "k8s" }] },
      ),
      {
        kind: "Node",
        metadata: { name: "my-node" },
        spec: { bgp: { ipv4Address: "10.0.0.1/24" }, orchRefs: [{ nodeName: "N", orchestrator: "k8s" }] },
      },
    ],
    [
      "addresses without networks",
      v1("node", { name: "n" }, { bgp: { asNumber: 64512, ipv4Address: "10.0.0.1", ipv6Address: "FD00::1" } }),
      {
        kind: "Node",
        metadata: { name: "n" },
        spec: { bgp: { asNumber: 64512, ipv4Address: "10.0.0.1/32", ipv6Address: "fd00::1/128" } },
      },
    ],
    ["no BGP", v1("node", { name: "n" }), { kind: "Node", metadata: { name: "n" }, spec: {} }],
  ],
};

describe.each(Object.entries(KINDS))("%s", (_, cases) => {
  test.each(cases)("%s", async (_about, early, becomes) => {
    expect(await converted(early)).toEqual(becomes);
  });
});
