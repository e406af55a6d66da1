import { describe, test } from "vitest";
import { checkCodes, resource } from "../read.ts";

describe("nodes", () => {
  const check = (spec: object, expected: readonly string[], version?: string) =>
    checkCodes(resource("Node", spec), expected, version);
  const bgp = (fields: object, expected: readonly string[]) => check({ bgp: fields }, expected);

  test("bgp says something", () => {
    check({}, []);
    bgp({}, ["node.bgp"]);
    bgp({ ipv4Address: "" }, ["node.bgp"]);
    bgp({ asNumber: 0 }, []);
  });
  test("addresses", () => {
    for (const ipv4Address of ["10.0.0.1", "10.0.0.1/24", "10.0.0.1/0", "::ffff:10.0.0.1"]) bgp({ ipv4Address }, []);
    for (const ipv4Address of ["::1", "10.0.0.1/33", "host", "10.0.0.01"]) bgp({ ipv4Address }, ["address.syntax"]);
    bgp({ ipv6Address: "2001:DB8::1/64" }, []);
    for (const ipv6Address of ["10.0.0.1", "::ffff:10.0.0.1/120", "fe80::1%eth0"])
      bgp({ ipv6Address }, ["address.syntax"]);
    bgp({ ipv4IPIPTunnelAddr: "10.0.0.1/24" }, ["address.syntax"]);
    bgp({ routeReflectorClusterID: "::1" }, ["address.syntax"]);
    check({ ipv4VXLANTunnelAddr: "10.0.0.1", vxlanTunnelMACAddr: "aa-bb-cc-dd-ee-ff" }, []);
    check({ vxlanTunnelMACAddr: "x" }, ["address.mac"]);
  });
  test("v3.32", () => {
    check({ wireguard: { interfaceIPv4Address: "10.0.0.1" }, addresses: [{ address: "bad" }] }, [], "v3.32");
    check({ wireguard: { interfaceIPv4Address: "bad" } }, ["address.syntax"], "v3.32");
    check({ wireguard: {} }, ["field.unknown"]);
  });
});

describe("FelixConfiguration", () => {
  const check = (spec: object, expected: readonly string[]) =>
    checkCodes(resource("FelixConfiguration", spec), expected);

  test("addresses", () => {
    check(
      {
        natOutgoingAddress: "10.0.0.1",
        deviceRouteSourceAddress: "10.0.0.1",
        externalNodesList: ["10.0.0.0/24", "10.0.0.1"],
      },
      [],
    );
    check({ natOutgoingAddress: "::1" }, ["address.syntax"]);
    check({ deviceRouteSourceAddress: "x" }, ["address.syntax"]);
    check({ externalNodesList: ["fd00::/8"] }, ["net.syntax"]);
    check({ prometheusMetricsHost: "a b" }, ["address.syntax"]);
  });
  test("ports", () => {
    check({ kubeNodePortRanges: ["1:2", 3], natPortRange: "x", prometheusMetricsPort: 70000 }, []);
    check({ kubeNodePortRanges: ["http"] }, ["port.range"]);
    check({ kubeNodePortRanges: [1, 2, 3, 4, 5, 6, 7, 8] }, ["port.range"]);
    check({ failsafeInboundHostPorts: [{ protocol: "tcp", port: 0 }] }, []);
    check({ failsafeInboundHostPorts: [{ protocol: "TCP", port: 65536 }] }, ["field.range"]);
  });
  test("names", () => {
    check({ openstackRegion: "r1" }, []);
    check({ openstackRegion: "R1" }, ["name.invalid"]);
    check({ iptablesNATOutgoingInterfaceFilter: "eth 0" }, ["interface.invalid"]);
  });
});

describe("BGP", () => {
  test("what is the whole cluster's", () => {
    const spec = { nodeToNodeMeshEnabled: true, asNumber: 1 };
    checkCodes(resource("BGPConfiguration", spec, { name: "default" }), []);
    checkCodes(resource("BGPConfiguration", spec, { name: "node.n1" }), ["bgp.default-only"]);
    checkCodes(resource("BGPConfiguration", {}, { name: "node.n1" }), []);
  });
  test("peers", () => {
    const check = (spec: object, expected: readonly string[]) => checkCodes(resource("BGPPeer", spec), expected);
    check({ node: "n", peerIP: "10.0.0.1", asNumber: 1 }, []);
    check({ peerIP: "x" }, ["address.syntax"]);
    check({ node: "BAD" }, ["name.invalid"]);
    check({ node: "n", nodeSelector: "all()" }, ["bgp.peer"]);
    check({ peerIP: "10.0.0.1", peerSelector: "all()" }, ["bgp.peer"]);
    check({ asNumber: 1, peerSelector: "all()" }, ["bgp.peer"]);
    check({ asNumber: 0, peerSelector: "all()" }, []);
  });
});

describe("network sets", () => {
  const check = (nets: readonly string[], expected: readonly string[]) =>
    checkCodes(resource("GlobalNetworkSet", { nets }), expected);

  test("nets need not be masked", () => {
    check(["10.0.0.1", "10.0.0.1/8", "fd00::1", "::/0", ""], []);
    check(["10.0.0.0/33"], ["net.syntax"]);
    check(["host"], ["net.syntax"]);
  });
  test("a label that is Calico's own", () => {
    const labels = { "projectcalico.org/namespace": "x" };
    checkCodes(resource("NetworkSet", {}, { name: "a", labels }), ["label.reserved"]);
    checkCodes(resource("Node", {}, { name: "a", labels }), []);
  });
});

describe("IP pools", () => {
  const check = (spec: object, expected: readonly string[], version?: string) =>
    checkCodes(resource("IPPool", { cidr: "10.0.0.0/16", ...spec }), expected, version);

  test("ranges", () => {
    check({}, []);
    check({ cidr: "" }, ["field.required"]);
    check({ cidr: "x" }, ["net.syntax"]);
    check({ cidr: "10.0.0.1/16" }, ["net.masked"]);
    check({ cidr: "169.254.1.0/24" }, ["pool.link-local"]);
    check({ cidr: "0.0.0.0/0" }, ["pool.link-local"]);
    check({ cidr: "fe80::/64" }, ["pool.link-local"]);
  });
  test("sizes", () => {
    check({ cidr: "10.0.0.0/27" }, ["pool.too-small"]);
    check({ cidr: "10.0.0.0/27", disabled: true }, []);
    check({ cidr: "10.0.0.0/27", blockSize: 27 }, []);
    check({ blockSize: 19 }, ["pool.block-size"]);
    check({ cidr: "fd00::/64", blockSize: 26 }, ["pool.block-size"]);
  });
  test("modes", () => {
    check({ ipipMode: "Always", vxlanMode: "CrossSubnet" }, ["pool.mode"]);
    check({ cidr: "fd00::/64", ipipMode: "Always" }, ["pool.mode"]);
    check({ cidr: "fd00::/64", vxlanMode: "Always" }, ["pool.mode"]);
    check({ cidr: "fd00::/64", vxlanMode: "Always" }, [], "v3.32");
    check({ ipipMode: "always" }, ["field.enum"]);
    check({ ipip: {} }, ["pool.old-field"]);
    check({ "nat-outgoing": true }, ["pool.old-field"]);
    check({ "nat-outgoing": false }, []);
  });
  /** Of v3.32: libcalico-go's validator of IPPoolSpec, its tests of combined fields, and the API reference of IPPool. */
  test("uses", () => {
    const later = (spec: object, expected: readonly string[]) => check(spec, expected, "v3.32");
    const balancer = { allowedUses: ["LoadBalancer"] };
    later(balancer, []);
    later({ ...balancer, nodeSelector: "all()", ipipMode: "Never", vxlanMode: "Never", disableBGPExport: false }, []);
    later({ ...balancer, cidr: "fd00::/64", assignmentMode: "Manual" }, []);
    later({ ...balancer, disabled: true, cidr: "10.0.0.0/30" }, []);
    for (const use of ["Workload", "Tunnel"]) later({ allowedUses: ["LoadBalancer", use] }, ["pool.use"]);
    for (const mode of ["Always", "CrossSubnet"])
      for (const field of ["ipipMode", "vxlanMode"]) later({ ...balancer, [field]: mode }, ["pool.use"]);
    later({ ...balancer, disableBGPExport: true }, ["pool.use"]);
    for (const nodeSelector of ["has(a)", " all()", "!all()"]) later({ ...balancer, nodeSelector }, ["pool.use"]);
    later(
      { allowedUses: ["Workload", "Tunnel"], ipipMode: "Always", disableBGPExport: true, nodeSelector: "has(a)" },
      [],
    );
    later({ allowedUses: ["Tunnel"], namespaceSelector: "has(a)" }, ["pool.use"]);
    for (const allowedUses of [undefined, ["Workload"]]) later({ allowedUses, namespaceSelector: "has(a)" }, []);
    later({ allowedUses: ["workload"] }, ["field.enum"]);
    later({ assignmentMode: "automatic" }, ["field.enum"]);
    check(balancer, ["field.unknown"]);
  });
  test("a range is a network, in both versions", () => {
    for (const version of ["v3.7", "v3.32"]) {
      check({ cidr: "10.0.0.1", disabled: true }, ["net.syntax"], version);
      check({ cidr: "10.0.0.1", blockSize: 32 }, ["net.syntax"], version);
      check({ cidr: "10.0.0.1/32", blockSize: 32 }, [], version);
      check({ cidr: "10.0.0.0/30", disabled: true }, [], version);
      for (const [cidr, blockSize] of [
        ["fd00::/64", 115],
        ["fd00::/64", 129],
        ["10.0.0.0/8", 33],
      ] as const)
        check({ cidr, blockSize, disabled: true }, ["pool.block-size"], version);
    }
  });
});
