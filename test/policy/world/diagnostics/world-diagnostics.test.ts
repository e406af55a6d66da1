import { describe, expect, test } from "vitest";
import type { CalicoVersion } from "../../../../src/model/kinds/version.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import { type Finding, felix, findings, gnp, hep, profile, set, wep } from "./findings.ts";

/** What a node does not take apart from rules: it treats the resource as missing, or leaves out a setting or an entry. */
const WRONG: readonly Finding[] = [
  [
    "a port of an endpoint without a number",
    hep({ ports: [{ name: "http", protocol: "TCP" }] }),
    "spec.ports[0].port: missing, a named port needs a port",
  ],
  [
    "an unknown default action",
    felix({ defaultEndpointToHostAction: "Reject" }),
    "spec.defaultEndpointToHostAction: not used, `Reject` is not an action here (Drop, Return, Accept)",
  ],
  ["an order that is a string", gnp({ order: "1" }), "spec.order: missing, `order` must be a number"],
  [
    "types that are unknown",
    gnp({ types: ["Ingress", "Both"] }),
    "spec.types[1]: missing, `Both` is not a type (Ingress, Egress)",
  ],
  [
    "a selector of the policy",
    gnp({ selector: "(" }),
    "spec.selector: missing, selector: expected a label, `has(...)`, `all()` or `(`, not the end",
  ],
  ["preDNAT that is a string", gnp({ preDNAT: "yes" }), "spec.preDNAT: missing, `preDNAT` must be true or false"],
  [
    "labels of a profile",
    profile({ labelsToApply: { a: 1 } }),
    "spec.labelsToApply.a: missing, label `a` must be a string",
  ],
  [
    "a host endpoint without interface and addresses",
    hep({ interfaceName: undefined }),
    "spec: missing, neither `interfaceName` nor `expectedIPs` is given",
  ],
  [
    "an address of a host endpoint",
    hep({ expectedIPs: ["10.0.0.1", "x"] }),
    "spec.expectedIPs[1]: left out, `x` is not an IP address",
  ],
  [
    "a network of a host endpoint",
    hep({ expectedIPs: ["10.0.0.0/8"] }),
    "spec.expectedIPs[0]: left out, `10.0.0.0/8` is not an IP address",
  ],
  [
    "a host endpoint of one address that cannot be read",
    hep({ interfaceName: undefined, expectedIPs: ["x"] }),
    "spec: missing, neither `interfaceName` nor `expectedIPs` is given",
  ],
  [
    "a network of a set",
    set({ nets: ["10.0.0.0/8", "x"] }),
    "spec.nets[1]: left out, `x` is not an address or network",
  ],
  [
    "a node that is a number",
    hep({ node: 5 }),
    "spec.node: missing, `node` must be a string\nspec: missing, `node` is missing",
  ],
  ["profiles that are a string", hep({ profiles: "p" }), "spec.profiles: missing, `profiles` must be a list"],
  ["a named port that is a string", hep({ ports: ["http"] }), "spec.ports[0]: missing, a port must be an object"],
  [
    "a named port 0",
    hep({ ports: [{ name: "http", protocol: "TCP", port: 0 }] }),
    "spec.ports[0].port: missing, `port` must be a whole number from 1 to 65535",
  ],
  [
    "a named port of an unknown protocol",
    hep({ ports: [{ name: "http", protocol: "TPC", port: 80 }] }),
    "spec.ports[0].protocol: missing, a named port needs a protocol",
  ],
  ["a workload endpoint of no interface", wep({ interfaceName: "" }), "spec: missing, `interfaceName` is missing"],
  [
    "a network of a workload endpoint",
    wep({ ipNetworks: ["x"] }),
    "spec.ipNetworks[0]: missing, `x` is not an address or network",
  ],
  ["a set's networks", set({ nets: ["10.0.0.0/8", 5] }), "spec.nets[1]: missing, `5` is not an address or network"],
  ["a set's networks that are not a list", set({ nets: "10.0.0.0/8" }), "spec.nets: missing, `nets` must be a list"],
  [
    "failsafe ports that are not a list",
    felix({ failsafeInboundHostPorts: "22" }),
    "spec.failsafeInboundHostPorts: not used, `failsafeInboundHostPorts` must be a list",
  ],
  [
    "a failsafe port too high",
    felix({ failsafeOutboundHostPorts: [{ protocol: "TCP", port: 65536 }] }),
    "spec.failsafeOutboundHostPorts[0].port: not used, `port` must be a whole number from 0 to 65535\nspec.failsafeOutboundHostPorts[0]: not used, a failsafe port needs `protocol` (TCP, UDP or SCTP) and `port`",
  ],
  [
    "a failsafe protocol",
    felix({ failsafeInboundHostPorts: [{ protocol: "TPC", port: 22 }] }),
    "spec.failsafeInboundHostPorts[0]: not used, a failsafe port needs `protocol` (TCP, UDP or SCTP) and `port`",
  ],
  [
    "an interface prefix that is a number",
    felix({ interfacePrefix: 5 }),
    "spec.interfacePrefix: not used, `interfacePrefix` must be a string",
  ],
  [
    "a VXLAN port too high",
    felix({ vxlanPort: 65536 }),
    "spec.vxlanPort: not used, `vxlanPort` must be a whole number from 1 to 65535",
  ],
  [
    "a flag in quotes",
    felix({ allowVXLANPacketsFromWorkloads: "true" }),
    "spec.allowVXLANPacketsFromWorkloads: not used, `allowVXLANPacketsFromWorkloads` must be true or false",
  ],
];

describe("what a node does not take", () => {
  test.each(WRONG.map((each) => [...each] as const))("%s", (_what, resource, expected, version = "v3.7") => {
    expect(findings(resource, version)).toEqual(expected.split("\n"));
  });
});

describe("what a node takes", () => {
  const port = { name: "http", protocol: "TCP", port: 80 };
  test.each<[what: string, resource: Resource, version?: CalicoVersion]>([
    ["a rule of one action", gnp({ ingress: [{ action: "Log" }], egress: [{ action: "Pass" }] })],
    ["null lists", gnp({ ingress: null, egress: null, types: null })],
    ["an ipVersion", gnp({ ingress: [{ action: "Allow", ipVersion: 6 }] })],
    [
      "the first and last ICMP type",
      gnp({ ingress: [{ action: "Allow", protocol: "ICMP", icmp: { type: 0 }, notICMP: { type: 255, code: 255 } }] }),
    ],
    ["ports of UDP", gnp({ ingress: [{ action: "Allow", protocol: 17, source: { ports: [1, "65535", "http"] } }] })],
    [
      "a named port without a protocol, v3.32",
      gnp({ ingress: [{ action: "Allow", source: { notPorts: ["http"] } }] }),
      "v3.32",
    ],
    [
      "ports of SCTP, v3.32",
      gnp({ ingress: [{ action: "Allow", protocol: "SCTP", source: { ports: [1] } }] }),
      "v3.32",
    ],
    ["global(), v3.32", gnp({ ingress: [{ action: "Allow", source: { namespaceSelector: "global()" } }] }), "v3.32"],
    ["an address where a network may be", gnp({ ingress: [{ action: "Allow", source: { nets: ["10.0.0.1"] } }] })],
    ["orders below 0", gnp({ order: -1.5 })],
    ["a host endpoint of addresses", hep({ interfaceName: undefined, expectedIPs: ["10.0.0.1", "fd00::1"] })],
    ["named ports", hep({ ports: [port, { ...port, port: 1 }, { ...port, port: 65535 }] })],
    ["a workload without addresses", wep({ ipNetworks: [] })],
    ["an empty net of a set", set({ nets: ["", "10.0.0.0/8"] })],
    ["networks and addresses of a set", set({ nets: ["10.0.0.0/8", "10.0.0.1", "fd00::/8"] })],
    ["no failsafe ports", felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] })],
    ["the last VXLAN port", felix({ vxlanPort: 65535 })],
    ["actions in any case", felix({ defaultEndpointToHostAction: "ACCEPT" })],
  ])("%s", (_what, resource, version = "v3.7") => expect(findings(resource, version)).toEqual([]));
});
