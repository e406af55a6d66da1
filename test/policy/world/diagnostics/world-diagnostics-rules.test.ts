import { describe, expect, test } from "vitest";
import { type Finding, findings, gnp, np, profile } from "./findings.ts";

/** Rules that a node does not take: it treats their policy or profile as missing. */
const WRONG_RULES: readonly Finding[] = [
  ["a rule that is a string", gnp({ ingress: ["Allow"] }), "spec.ingress[0]: missing, a rule must be an object"],
  ["rules that are not a list", gnp({ egress: "Allow" }), "spec.egress: missing, `egress` must be a list"],
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
    "an invalid net",
    gnp({ ingress: [{ action: "Allow", source: { nets: ["10.0.0.0/8", "x"] } }] }),
    "spec.ingress[0].source.nets[1]: missing, `x` is not a network",
  ],
  [
    "a net that is a number",
    gnp({ ingress: [{ action: "Allow", destination: { notNets: [5] } }] }),
    "spec.ingress[0].destination.notNets[0]: missing, `5` is not a network",
  ],
  [
    "nets that are not a list",
    gnp({ ingress: [{ action: "Allow", source: { nets: "10.0.0.0/8" } }] }),
    "spec.ingress[0].source.nets: missing, `nets` must be a list",
  ],
  [
    "an invalid port",
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
    "a source that is a string",
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
    "an invalid selector",
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
];

describe("rules that a node does not take", () => {
  test.each(WRONG_RULES.map((each) => [...each] as const))("%s", (_what, resource, expected, version = "v3.7") => {
    expect(findings(resource, version)).toEqual(expected.split("\n"));
  });
});
