import { describe, expect, test } from "vitest";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import { displayId, type Resource, resourceId } from "../../../src/model/resource.ts";
import * as make from "../support.ts";

type Fields = Readonly<Record<string, unknown>>;
const gnp = (spec: Fields) => make.gnp("x", spec);
const np = (spec: Fields) => make.np("x", "default", spec);
const profile = (spec: Fields) => make.profile("x", spec);
const hep = (spec: Fields) => make.hep("x", spec);
const wep = (spec: Fields) => make.wep("x", "10.0.0.1", spec);
const set = (spec: Fields) => ({ ...make.netset("x", []), spec });
const felix = (spec: Fields) => make.felix(spec);

/** How each kind of finding begins and ends, and how it is written in the table below. */
const FORMS: Readonly<Record<string, { short: string; start: string; end: string; help: boolean }>> = {
  "world.missing": { short: "missing", start: " is treated as missing: ", end: "", help: true },
  "world.setting": { short: "not used", start: ": ", end: "; the setting is not used", help: false },
  "world.entry": { short: "left out", start: ": ", end: "; the entry is left out", help: true },
};

/** What is said of one resource, `field: missing, why` or `field: not used, why`, in the order it is said. */
function told(resource: Resource, version: CalicoVersion): string[] {
  const name = displayId(resourceId(resource));
  return make.compiled([resource], version).diagnostics.map((found) => {
    expect(found).toMatchObject({ severity: "warning", resource: name });
    const form = FORMS[found.code] ?? expect.unreachable(found.code);
    expect(found.help !== undefined).toBe(form.help);
    const start = `${name}${form.start}`;
    expect(found.message.startsWith(start) && found.message.endsWith(form.end)).toBe(true);
    const why = found.message.slice(start.length, found.message.length - form.end.length);
    return `${found.path}: ${form.short}, ${why}`;
  });
}

/** What is wrong with a resource, and what is said of it: a node treats it as missing, or a setting as not made. */
const WRONG: readonly (readonly [what: string, resource: Resource, said: string, version?: CalicoVersion])[] = [
  ["a rule that is a text", gnp({ ingress: ["Allow"] }), "spec.ingress[0]: missing, a rule must be an object"],
  ["rules that are no list", gnp({ egress: "Allow" }), "spec.egress: missing, `egress` must be a list"],
  [
    "an unknown action",
    gnp({ egress: [{ action: "Reject" }] }),
    "spec.egress[0].action: missing, `Reject` is not an action (Allow, Deny, Pass, Log)",
  ],
  [
    "an unknown protocol",
    gnp({ ingress: [{ action: "Allow", protocol: "TPC" }] }),
    "spec.ingress[0].protocol: missing, `TPC` is not a protocol",
  ],
  [
    "an ipVersion too high",
    gnp({ ingress: [{ action: "Allow", ipVersion: 7 }] }),
    "spec.ingress[0].ipVersion: missing, `ipVersion` must be a whole number from 0 to 6",
  ],
  [
    "an ipVersion in quotes",
    gnp({ ingress: [{ action: "Allow", ipVersion: "4" }] }),
    "spec.ingress[0].ipVersion: missing, `ipVersion` must be a whole number from 0 to 6",
  ],
  [
    "icmp that is a number",
    gnp({ ingress: [{ action: "Allow", protocol: "ICMP", icmp: 8 }] }),
    "spec.ingress[0].icmp: missing, `icmp` must be an object",
  ],
  [
    "an ICMP type too high",
    gnp({ ingress: [{ action: "Allow", protocol: "ICMP", icmp: { type: 256 } }] }),
    "spec.ingress[0].icmp.type: missing, `type` must be a whole number from 0 to 255",
  ],
  [
    "an ICMP code too high",
    gnp({ ingress: [{ action: "Allow", protocol: "ICMP", notICMP: { type: 8, code: 256 } }] }),
    "spec.ingress[0].notICMP.code: missing, `code` must be a whole number from 0 to 255",
  ],
  [
    "a net that is none",
    gnp({ ingress: [{ action: "Allow", source: { nets: ["10.0.0.0/8", "x"] } }] }),
    "spec.ingress[0].source.nets[1]: missing, `x` is not a network",
  ],
  [
    "a net that is a number",
    gnp({ ingress: [{ action: "Allow", destination: { notNets: [5] } }] }),
    "spec.ingress[0].destination.notNets[0]: missing, `5` is not a network",
  ],
  [
    "nets that are no list",
    gnp({ ingress: [{ action: "Allow", source: { nets: "10.0.0.0/8" } }] }),
    "spec.ingress[0].source.nets: missing, `nets` must be a list",
  ],
  [
    "a port that is none",
    gnp({ ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: ["a b"] } }] }),
    "spec.ingress[0].destination.ports[0]: missing, `a b` is not a port",
  ],
  [
    "a port too high",
    gnp({ ingress: [{ action: "Allow", protocol: "TCP", source: { notPorts: [65536] } }] }),
    "spec.ingress[0].source.notPorts[0]: missing, `65536` is not a port",
  ],
  [
    "a port that is null",
    gnp({ ingress: [{ action: "Allow", protocol: "TCP", source: { ports: [null] } }] }),
    "spec.ingress[0].source.ports[0]: missing, `null` is not a port",
  ],
  [
    "ports without a protocol",
    gnp({ ingress: [{ action: "Allow", destination: { ports: [80] } }] }),
    "spec.ingress[0]: missing, ports need protocol TCP or UDP",
  ],
  [
    "a port of an endpoint without a number",
    hep({ ports: [{ name: "http", protocol: "TCP" }] }),
    "spec.ports[0].port: missing, a named port needs a port",
  ],
  [
    "a word that is no action",
    felix({ defaultEndpointToHostAction: "Reject" }),
    "spec.defaultEndpointToHostAction: not used, `Reject` is not an action here (Drop, Return, Accept)",
  ],
  [
    "a side that is a word",
    gnp({ ingress: [{ action: "Allow", source: "all" }] }),
    "spec.ingress[0].source: missing, `source` must be an object",
  ],
  [
    "a named port without a protocol",
    gnp({ ingress: [{ action: "Allow", destination: { ports: ["http"] } }] }),
    "spec.ingress[0]: missing, ports need protocol TCP or UDP",
  ],
  [
    "a named port and a number without a protocol, v3.32",
    gnp({ ingress: [{ action: "Allow", destination: { ports: ["http", 80] } }] }),
    "spec.ingress[0]: missing, ports need protocol TCP, UDP or SCTP",
    "v3.32",
  ],
  [
    "ports of SCTP",
    gnp({ ingress: [{ action: "Allow", protocol: "SCTP", destination: { ports: [80] } }] }),
    "spec.ingress[0]: missing, ports need protocol TCP or UDP",
  ],
  [
    "ports of ICMP, v3.32",
    gnp({ ingress: [{ action: "Allow", protocol: "ICMP", destination: { notPorts: [80] } }] }),
    "spec.ingress[0]: missing, ports need protocol TCP, UDP or SCTP",
    "v3.32",
  ],
  [
    "a selector that is none",
    gnp({ ingress: [{ action: "Allow", source: { selector: "a = 'b'" } }] }),
    "spec.ingress[0].source.selector: missing, selector: unknown operator `=`",
  ],
  [
    "a selector that is a number",
    gnp({ ingress: [{ action: "Allow", source: { notSelector: 5 } }] }),
    "spec.ingress[0].source.notSelector: missing, `notSelector` must be a string",
  ],
  [
    "global() in v3.7",
    gnp({ ingress: [{ action: "Allow", source: { namespaceSelector: "global()" } }] }),
    "spec.ingress[0].source.namespaceSelector: missing, selector: `global()` is understood only as a rule's whole namespaceSelector, by Calico v3.32",
  ],
  [
    "global() in a selector",
    gnp({ ingress: [{ action: "Allow", source: { selector: "global()" } }] }),
    "spec.ingress[0].source.selector: missing, selector: `global()` is understood only as a rule's whole namespaceSelector, by Calico v3.32",
    "v3.32",
  ],
  [
    "serviceAccounts that are a list",
    gnp({ ingress: [{ action: "Allow", source: { serviceAccounts: ["sa1"] } }] }),
    "spec.ingress[0].source.serviceAccounts: missing, `serviceAccounts` must be an object",
  ],
  [
    "names of serviceAccounts that are numbers",
    gnp({ ingress: [{ action: "Allow", destination: { serviceAccounts: { names: [1] } } }] }),
    "spec.ingress[0].destination.serviceAccounts.names[0]: missing, `names` must hold strings",
  ],
  [
    "a selector of serviceAccounts",
    gnp({ ingress: [{ action: "Allow", destination: { serviceAccounts: { selector: "(" } } }] }),
    "spec.ingress[0].destination.serviceAccounts.selector: missing, selector: expected a label, `has(...)`, `all()` or `(`, not the end",
  ],
  [
    "the second rule",
    gnp({ ingress: [{ action: "Allow" }, { action: "Allow", protocol: 0 }] }),
    "spec.ingress[1].protocol: missing, `0` is not a protocol",
  ],
  ["an order that is a text", gnp({ order: "1" }), "spec.order: missing, `order` must be a number"],
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
  ["preDNAT that is a text", gnp({ preDNAT: "yes" }), "spec.preDNAT: missing, `preDNAT` must be true or false"],
  [
    "a NetworkPolicy",
    np({ ingress: [{ action: "Deny", protocol: 300 }] }),
    "spec.ingress[0].protocol: missing, `300` is not a protocol",
  ],
  [
    "rules of a profile",
    profile({ egress: [{ action: "Allow", protocol: 300 }] }),
    "spec.egress[0].protocol: missing, `300` is not a protocol",
  ],
  [
    "labels of a profile",
    profile({ labelsToApply: { a: 1 } }),
    "spec.labelsToApply.a: missing, label `a` must be a string",
  ],
  [
    "a host endpoint of nothing",
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
  ["profiles that are a text", hep({ profiles: "p" }), "spec.profiles: missing, `profiles` must be a list"],
  ["a named port that is a text", hep({ ports: ["http"] }), "spec.ports[0]: missing, a port must be an object"],
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
  ["a set's networks that are no list", set({ nets: "10.0.0.0/8" }), "spec.nets: missing, `nets` must be a list"],
  [
    "failsafe ports that are no list",
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

describe("what a node would not take", () => {
  test.each(WRONG.map((each) => [...each] as const))("%s", (_what, resource, said, version = "v3.7") => {
    expect(told(resource, version)).toEqual(said.split("\n"));
  });
});

describe("what it takes", () => {
  const port = { name: "http", protocol: "TCP", port: 80 };
  test.each<[what: string, resource: Resource, version?: CalicoVersion]>([
    ["a rule of one action", gnp({ ingress: [{ action: "Log" }], egress: [{ action: "Pass" }] })],
    ["null lists", gnp({ ingress: null, egress: null, types: null })],
    ["an ipVersion", gnp({ ingress: [{ action: "Allow", ipVersion: 6 }] })],
    [
      "the first and last ICMP type",
      gnp({ ingress: [{ action: "Allow", icmp: { type: 0 }, notICMP: { type: 255, code: 255 } }] }),
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
    ["orders below nought", gnp({ order: -1.5 })],
    ["a host endpoint of addresses", hep({ interfaceName: undefined, expectedIPs: ["10.0.0.1", "fd00::1"] })],
    ["named ports", hep({ ports: [port, { ...port, port: 1 }, { ...port, port: 65535 }] })],
    ["a workload without addresses", wep({ ipNetworks: [] })],
    ["an empty net of a set", set({ nets: ["", "10.0.0.0/8"] })],
    ["networks and addresses of a set", set({ nets: ["10.0.0.0/8", "10.0.0.1", "fd00::/8"] })],
    ["no failsafe ports", felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] })],
    ["the last VXLAN port", felix({ vxlanPort: 65535 })],
    ["actions in any case", felix({ defaultEndpointToHostAction: "ACCEPT" })],
  ])("%s", (_what, resource, version = "v3.7") => expect(told(resource, version)).toEqual([]));
});
