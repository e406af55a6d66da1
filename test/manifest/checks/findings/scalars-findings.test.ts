import { type FindingsCase, testFindings } from "./findings-of.ts";

/** A kind, the least spec that is refused, one next to it that is not, and all findings of the first. */
const CASES: readonly FindingsCase[] = [
  [
    "GlobalNetworkPolicy",
    { selector: "a = 'b'" },
    { selector: "a == 'b'" },
    "selector.syntax spec.selector at = 'b': unknown operator `=` (did you mean `a == 'b'`?)",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { selector: "has(" } }] },
    { ingress: [{ action: "Allow", source: { selector: "has(a)" } }] },
    "selector.syntax spec.ingress[0].source.selector at (: expected an operator such as `==` or `in` after label `has`, not `(`",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { namespaceSelector: "global()" } }] },
    { ingress: [{ action: "Allow", source: { namespaceSelector: "all()" } }] },
    'selector.syntax spec.ingress[0].source.namespaceSelector at "global()": `global()` is understood only as a rule\'s whole namespaceSelector, by Calico v3.32',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { selector: "global()" } }] },
    { ingress: [{ action: "Allow", source: { namespaceSelector: "global()" } }] },
    'selector.syntax spec.ingress[0].source.selector at "global()": `global()` is understood only as a rule\'s whole namespaceSelector, by Calico v3.32 (it belongs into `namespaceSelector` of a rule, alone)',
    "v3.32",
  ],
  [
    "IPPool",
    { cidr: "10.0.0.0/16", nodeSelector: "global()" },
    { cidr: "10.0.0.0/16", nodeSelector: "all()" },
    'selector.syntax spec.nodeSelector at "global()": `global()` is understood only as a rule\'s whole namespaceSelector, by Calico v3.32 (for all, write `all()`)',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { namespaceSelector: "global()" },
    { namespaceSelector: "all()" },
    'selector.syntax spec.namespaceSelector at "global()": `global()` is understood only as a rule\'s whole namespaceSelector, by Calico v3.32 (it belongs into `namespaceSelector` of a rule, alone)',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [65536] } }] },
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [65535] } }] },
    "port.range spec.ingress[0].destination.ports[0] at 65536: port `65536` is not between 1 and 65535",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: ["81:80"] } }] },
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: ["80:81"] } }] },
    'port.range spec.ingress[0].destination.ports[0] at "81:80": port range `81:80` starts after it ends (did you mean `80:81`?)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [1.5] } }] },
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [1] } }] },
    "port.syntax spec.ingress[0].destination.ports[0] at 1.5: invalid port `1.5` (a port is a number, a range like `8000:8010`, or a name of up to 15 lower case letters, digits and `-`)",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [-1] } }] },
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: ["1"] } }] },
    "port.range spec.ingress[0].destination.ports[0] at -1: port `-1` is not between 1 and 65535",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: ["80-81"] } }] },
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: ["http-alt"] } }] },
    'port.syntax spec.ingress[0].destination.ports[0] at "80-81": invalid port `80-81` (did you mean `80:81`?)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: ["HTTP"] } }] },
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: ["http"] } }] },
    'port.syntax spec.ingress[0].destination.ports[0] at "HTTP": invalid port `HTTP` (a port is a number, a range like `8000:8010`, or a name of up to 15 lower case letters, digits and `-`)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "TPC" }] },
    { ingress: [{ action: "Allow", protocol: "TCP" }] },
    'protocol.unknown spec.ingress[0].protocol at "TPC": unknown protocol `TPC` (did you mean `TCP`?)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "quic" }] },
    { ingress: [{ action: "Allow", protocol: "UDPLite" }] },
    'protocol.unknown spec.ingress[0].protocol at "quic": unknown protocol `quic` (use a number from 1 to 255, or TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", notProtocol: 256 }] },
    { ingress: [{ action: "Allow", notProtocol: 255 }] },
    "protocol.unknown spec.ingress[0].notProtocol at 256: unknown protocol `256` (use a number from 1 to 255, or TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite)",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", notProtocol: 0 }] },
    { ingress: [{ action: "Allow", notProtocol: 1 }] },
    "protocol.unknown spec.ingress[0].notProtocol at 0: unknown protocol `0` (use a number from 1 to 255, or TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite)",
  ],
  [
    "GlobalNetworkPolicy",
    { egress: [{ action: "Allow", destination: { namespaceSelector: "!global()" } }] },
    { egress: [{ action: "Allow", destination: { namespaceSelector: "global()" } }] },
    "selector.syntax spec.egress[0].destination.namespaceSelector at global(): `global()` is understood only as a rule's whole namespaceSelector, by Calico v3.32 (it belongs into `namespaceSelector` of a rule, alone)",
    "v3.32",
  ],
];

testFindings("values", CASES);
