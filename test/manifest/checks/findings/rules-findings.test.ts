import { type FindingsCase, testFindings } from "./findings-of.ts";

const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `M${at}`);

/** A kind, the least spec that is refused, one next to it that is not, and all findings of the first. */
const CASES: readonly FindingsCase[] = [
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { ports: [80] } }] },
    { ingress: [{ action: "Allow", protocol: "TCP", source: { ports: [80] } }] },
    'port.protocol spec.ingress[0].source.ports at "ports": a rule with ports needs protocol TCP or UDP (add `protocol: TCP` or `protocol: UDP` to the rule)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "ICMP", destination: { notPorts: [80] } }] },
    { ingress: [{ action: "Allow", protocol: "UDP", destination: { notPorts: [80] } }] },
    'port.protocol spec.ingress[0].destination.notPorts at "notPorts": a rule with ports needs protocol TCP or UDP, not ICMP (change the protocol, or remove the ports)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: 132, source: { notPorts: [80] } }] },
    { ingress: [{ action: "Allow", protocol: 17, source: { notPorts: [80] } }] },
    'port.protocol spec.ingress[0].source.notPorts at "notPorts": a rule with ports needs protocol TCP or UDP, not SCTP (change the protocol, or remove the ports)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "UDPLite", destination: { ports: ["http"] } }] },
    { ingress: [{ action: "Allow", protocol: "SCTP", destination: { ports: ["http"] } }] },
    'port.protocol spec.ingress[0].destination.ports at "ports": a rule with ports needs protocol TCP, UDP or SCTP, not UDPLite (change the protocol, or remove the ports)',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", destination: { ports: ["http"] } }] },
    { ingress: [{ action: "Allow", protocol: 6, destination: { ports: ["http"] } }] },
    'port.protocol spec.ingress[0].destination.ports at "ports": a rule with ports needs protocol TCP or UDP (add `protocol: TCP` or `protocol: UDP` to the rule)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", destination: { ports: ["http", "80:81"] } }] },
    { ingress: [{ action: "Allow", destination: { ports: ["http"] } }] },
    'port.protocol spec.ingress[0].destination.ports at "ports": a rule with ports needs protocol TCP, UDP or SCTP (add `protocol: TCP` or `protocol: UDP` to the rule)',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", destination: { ports: ["http", 80] } }] },
    { ingress: [{ action: "Allow", destination: { ports: ["http", "dns"] } }] },
    'port.protocol spec.ingress[0].destination.ports at "ports": a rule with ports needs protocol TCP, UDP or SCTP (add `protocol: TCP` or `protocol: UDP` to the rule)',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", icmp: { type: 8 } }] },
    { ingress: [{ action: "Allow", protocol: "ICMP", icmp: { type: 8 } }] },
    'icmp.protocol spec.ingress[0].icmp at "icmp": a rule with `icmp` needs protocol ICMP or ICMPv6, by name (set `protocol: ICMP` or `protocol: ICMPv6` in the rule)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: 1, icmp: { type: 8 } }] },
    { ingress: [{ action: "Allow", protocol: "ICMPv6", icmp: { type: 128 } }] },
    'icmp.protocol spec.ingress[0].icmp at "icmp": a rule with `icmp` needs protocol ICMP or ICMPv6, by name, not 1 (set `protocol: ICMP` or `protocol: ICMPv6` in the rule)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "ICMP", icmp: { code: 0 } }] },
    { ingress: [{ action: "Allow", protocol: "ICMP", icmp: { type: 3, code: 0 } }] },
    "icmp.code spec.ingress[0].icmp.code at 0: an ICMP code needs a type (add `type`)",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "ICMP", notICMP: { code: 0 } }] },
    { ingress: [{ action: "Allow", protocol: "ICMP", notICMP: { type: 3 } }] },
    "icmp.code spec.ingress[0].notICMP.code at 0: an ICMP code needs a type (add `type`)",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "TCP", notICMP: { type: 3 } }] },
    { ingress: [{ action: "Allow", protocol: "ICMPv6", notICMP: { type: 3 } }] },
    'felix.unrunnable spec.ingress[0].notICMP at "notICMP": `notICMP` cannot be programmed by Felix in a rule without protocol ICMP or ICMPv6 (Felix fails to program it and programs nothing after it: each node keeps the rules that it had, or starts again and again)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "ICMP", ipVersion: 6 }] },
    { ingress: [{ action: "Allow", protocol: "ICMP", ipVersion: 4 }] },
    "ip-version.protocol spec.ingress[0].ipVersion at 6: protocol ICMP needs `ipVersion: 4`, not 6",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "ICMPv6", ipVersion: 4 }] },
    { ingress: [{ action: "Allow", protocol: "ICMPv6", ipVersion: 6 }] },
    "ip-version.protocol spec.ingress[0].ipVersion at 4: protocol ICMPv6 needs `ipVersion: 6`, not 4",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", notProtocol: "ICMPv6", ipVersion: 4 }] },
    { ingress: [{ action: "Allow", notProtocol: "ICMP", ipVersion: 4 }] },
    "ip-version.protocol spec.ingress[0].ipVersion at 4: protocol ICMPv6 needs `ipVersion: 6`, not 4",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { nets: ["10.0.0.1"] } }] },
    { ingress: [{ action: "Allow", source: { nets: ["10.0.0.1/32"] } }] },
    'net.syntax spec.ingress[0].source.nets[0] at "10.0.0.1": invalid network `10.0.0.1` (write `10.0.0.1/32` for this one address)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", destination: { notNets: ["fd00::1"] } }] },
    { ingress: [{ action: "Allow", destination: { notNets: ["fd00::1/128"] } }] },
    'net.syntax spec.ingress[0].destination.notNets[0] at "fd00::1": invalid network `fd00::1` (write `fd00::1/128` for this one address)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", destination: { nets: ["10/8"] } }] },
    { ingress: [{ action: "Allow", destination: { nets: ["10.0.0.0/08"] } }] },
    'net.syntax spec.ingress[0].destination.nets[0] at "10/8": invalid network `10/8` (write a network like `10.0.0.0/8`)',
  ],
  [
    "GlobalNetworkPolicy",
    { egress: [{ action: "Allow", source: { notNets: ["10.0.0.1/8"] } }] },
    { egress: [{ action: "Allow", source: { notNets: ["10.0.0.0/8"] } }] },
    'net.masked spec.egress[0].source.notNets[0] at "10.0.0.1/8": `10.0.0.1/8` has bits set outside its prefix (did you mean `10.0.0.0/8`?)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { nets: ["10.0.0.0/8"], notNets: ["fd00::/8"] } }] },
    { ingress: [{ action: "Allow", source: { nets: ["10.0.0.0/8"], notNets: ["10.1.0.0/16"] } }] },
    'net.family spec.ingress[0].source.notNets[0] at "fd00::/8": `fd00::/8` is IPv6, but `10.0.0.0/8` of the same rule is IPv4 (split it into two rules)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { nets: ["fd00::/8"] }, destination: { nets: ["10.0.0.0/8"] } }] },
    { ingress: [{ action: "Allow", source: { nets: ["fd00::/8"] }, destination: { nets: ["fd01::/16"] } }] },
    'net.family spec.ingress[0].destination.nets[0] at "10.0.0.0/8": `10.0.0.0/8` is IPv4, but `fd00::/8` of the same rule is IPv6 (split it into two rules)',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", ipVersion: 4, source: { nets: ["fd00::/8"] } }] },
    { ingress: [{ action: "Allow", ipVersion: 6, source: { nets: ["fd00::/8"] } }] },
    'net.family spec.ingress[0].source.nets[0] at "fd00::/8": `fd00::/8` is an IPv6 network in a rule of `ipVersion: 4`',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { notNets: ["0.0.0.0/0"] } }] },
    { ingress: [{ action: "Allow", source: { nets: ["0.0.0.0/0"] } }] },
    'net.catch-all spec.ingress[0].source.notNets[0] at "0.0.0.0/0": `0.0.0.0/0` excludes every address',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { egress: [{ action: "Allow", http: { methods: ["GET"] } }] },
    { ingress: [{ action: "Allow", http: { methods: ["GET"] } }] },
    'http.egress spec.egress[0].http at "http": `http` is for ingress rules only',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Deny", http: { methods: ["GET"] } }] },
    { ingress: [{ action: "Allow", http: { methods: ["GET"] } }] },
    'http.action spec.ingress[0].http at "http": `http` is for rules that allow only',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", protocol: "UDP", http: { methods: ["GET"] } }] },
    { ingress: [{ action: "Allow", protocol: "TCP", http: { methods: ["GET"] } }] },
    'http.protocol spec.ingress[0].http at "http": a rule with `http` needs protocol TCP, by name, or none',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", http: { methods: ["GET", "GET"] } }] },
    { ingress: [{ action: "Allow", http: { methods: ["GET", "PUT"] } }] },
    'http.method spec.ingress[0].http.methods[1] at "GET": method `GET` is given twice',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", http: { paths: [{ exact: "/a", prefix: "/b" }] } }] },
    { ingress: [{ action: "Allow", http: { paths: [{ exact: "/a" }, { prefix: "/b" }] } }] },
    'http.path spec.ingress[0].http.paths[0] at "exact": a path has either `exact` or `prefix`, not both',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", http: { paths: [{ exact: "/a" }, {}] } }] },
    { ingress: [{ action: "Allow", http: { paths: [] } }] },
    "http.path spec.ingress[0].http.paths[1] at {}: a path needs `exact` or `prefix`",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", http: { paths: [{ prefix: "a" }] } }] },
    { ingress: [{ action: "Allow", http: { paths: [{ prefix: "/" }] } }] },
    'http.path spec.ingress[0].http.paths[0] at "prefix": `a` must begin with `/` and have no `?`, `#` or space',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", http: { paths: [{ exact: "/a?b" }] } }] },
    { ingress: [{ action: "Allow", http: { paths: [{ exact: "/a%3fb" }] } }] },
    'http.path spec.ingress[0].http.paths[0] at "exact": `/a?b` must begin with `/` and have no `?`, `#` or space',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", http: { paths: [{ exact: "/a b" }] } }] },
    { ingress: [{ action: "Allow", http: { paths: [{ exact: "/a+b" }] } }] },
    'http.path spec.ingress[0].http.paths[0] at "exact": `/a b` must begin with `/` and have no `?`, `#` or space',
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", http: { paths: [{ exact: "/a#b" }] } }] },
    { ingress: [{ action: "Allow", http: { paths: [{ exact: "/a.b" }] } }] },
    'http.path spec.ingress[0].http.paths[0] at "exact": `/a#b` must begin with `/` and have no `?`, `#` or space',
  ],
  [
    "GlobalNetworkPolicy",
    { egress: [{ action: "Allow", destination: { services: { namespace: "n" } } }] },
    { egress: [{ action: "Allow", destination: { services: { name: "s", namespace: "n" } } }] },
    'field.required spec.egress[0].destination.services at "services": `name` is missing',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    {
      egress: [
        { action: "Allow", protocol: "TCP", destination: { services: { name: "s", namespace: "n" }, ports: [80] } },
      ],
    },
    { egress: [{ action: "Allow", protocol: "TCP", destination: { services: { name: "s", namespace: "n" } } }] },
    'service.exclusive spec.egress[0].destination.ports at "ports": `services` and `ports` cannot both be set (remove one of them)',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { egress: [{ action: "Allow", destination: { services: { name: "s", namespace: "n" }, nets: ["10.0.0.0/8"] } }] },
    {
      egress: [
        { action: "Allow", destination: { services: { name: "s", namespace: "n" } }, source: { nets: ["10.0.0.0/8"] } },
      ],
    },
    'service.exclusive spec.egress[0].destination.nets at "nets": `services` and `nets` cannot both be set (remove one of them)',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { services: { name: "s", namespace: "n" }, notNets: ["10.0.0.0/8"] } }] },
    {
      ingress: [{ action: "Allow", protocol: "TCP", source: { services: { name: "s", namespace: "n" }, ports: [80] } }],
    },
    'service.exclusive spec.ingress[0].source.notNets at "notNets": `services` and `notNets` cannot both be set (remove one of them)',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", metadata: { annotations: { "a b": "x" } } }] },
    { ingress: [{ action: "Allow", metadata: { annotations: { "A/B": "x y" } } }] },
    'annotation.key spec.ingress[0].metadata.annotations["a b"] at "a b": annotation `a b` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", http: { methods: many(21) } }] },
    { ingress: [{ action: "Allow", http: { methods: many(20) } }] },
    'http.method spec.ingress[0].http.methods at "methods": at most 20 methods',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", http: { paths: many(21).map((exact) => ({ exact: `/${exact}` })) } }] },
    { ingress: [{ action: "Allow", http: { paths: many(20).map((prefix) => ({ prefix: `/${prefix}` })) } }] },
    'http.path spec.ingress[0].http.paths at "paths": at most 20 paths',
    "v3.32",
  ],
];

testFindings("rules", CASES);
