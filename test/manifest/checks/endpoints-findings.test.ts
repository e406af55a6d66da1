import { describe, expect, test } from "vitest";
import { resource } from "../read.ts";
import { findingsOf } from "./findings-of.ts";

const a = (length: number): string => "a".repeat(length);
const hep = (fields: object) => ({ node: "n", interfaceName: "eth0", ...fields });
const WEP = { node: "n", orchestrator: "k8s", pod: "p", endpoint: "eth0", interfaceName: "cali1" };
const wep = (fields: object) => ({ ...WEP, ipNetworks: ["10.0.0.5/32"], ...fields });
const NAMED = { name: "n-k8s-p-eth0", namespace: "default" };

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
    "HostEndpoint",
    { node: "n" },
    { node: "n", expectedIPs: ["10.0.0.1"] },
    'host-endpoint.interface spec at "spec": a host endpoint needs `interfaceName` or `expectedIPs` (add `interfaceName: eth0`, or `interfaceName: "*"` for all interfaces)',
  ],
  [
    "HostEndpoint",
    hep({ interfaceName: "eth0:1" }),
    hep({ interfaceName: "eth-0_.1" }),
    'interface.invalid spec.interfaceName at "eth0:1": invalid interface name `eth0:1` (up to 15 letters, digits, `-`, `_` and `.`, or `"*"` for all interfaces)',
  ],
  [
    "HostEndpoint",
    hep({ interfaceName: a(16) }),
    hep({ interfaceName: a(15) }),
    `interface.invalid spec.interfaceName at "${a(16)}": invalid interface name \`${a(16)}\` (up to 15 letters, digits, \`-\`, \`_\` and \`.\`, or \`"*"\` for all interfaces)`,
  ],
  [
    "HostEndpoint",
    hep({ node: "n_1" }),
    hep({ node: "n.1" }),
    'name.invalid spec.node at "n_1": invalid node name `n_1`: only lower case letters, digits, `-` and `.`',
  ],
  [
    "HostEndpoint",
    hep({ node: a(254) }),
    hep({ node: a(253) }),
    `name.invalid spec.node at "${a(254)}": a node's name has at most 253 characters`,
    "v3.32",
  ],
  [
    "HostEndpoint",
    hep({ expectedIPs: ["10.0.0.1", "10.0.0.2/32"] }),
    hep({ expectedIPs: ["10.0.0.1", "fd00::1"] }),
    'address.syntax spec.expectedIPs[1] at "10.0.0.2/32": invalid IP address `10.0.0.2/32` (an address has no `/` and prefix length)',
  ],
  [
    "HostEndpoint",
    hep({ expectedIPs: ["host"] }),
    hep({ expectedIPs: [] }),
    'address.syntax spec.expectedIPs[0] at "host": invalid IP address `host`',
  ],
  [
    "HostEndpoint",
    hep({ profiles: ["p", "P"] }),
    hep({ profiles: ["p", "kns.default"] }),
    'name.invalid spec.profiles[1] at "P": invalid profile name `P`',
  ],
  [
    "HostEndpoint",
    hep({ ports: [{ name: "http-", protocol: "TCP", port: 80 }] }),
    hep({ ports: [{ name: "http-2", protocol: "TCP", port: 80 }] }),
    'port.name spec.ports[0].name at "http-": invalid port name `http-` (up to 15 lower case letters, digits and single `-`, at least one letter)',
  ],
  [
    "HostEndpoint",
    hep({ ports: [{ name: "80", protocol: "TCP", port: 80 }] }),
    hep({ ports: [{ name: "p80", protocol: "TCP", port: 80 }] }),
    'port.name spec.ports[0].name at "80": invalid port name `80` (up to 15 lower case letters, digits and single `-`, at least one letter)',
  ],
  [
    "HostEndpoint",
    hep({ ports: [{ name: a(16), protocol: "TCP", port: 80 }] }),
    hep({ ports: [{ name: a(15), protocol: "TCP", port: 80 }] }),
    `port.name spec.ports[0].name at "${a(16)}": invalid port name \`${a(16)}\` (up to 15 lower case letters, digits and single \`-\`, at least one letter)`,
  ],
  [
    "HostEndpoint",
    hep({ ports: [{ name: "http", protocol: "SCTP", port: 80 }] }),
    hep({ ports: [{ name: "http", protocol: "UDP", port: 80 }] }),
    'port.protocol spec.ports[0].protocol at "SCTP": a named port\'s protocol is TCP or UDP, by name, not `SCTP`',
  ],
  [
    "HostEndpoint",
    hep({ ports: [{ name: "http", protocol: 17, port: 80 }] }),
    hep({ ports: [{ name: "http", protocol: "TCP", port: 80 }] }),
    "port.protocol spec.ports[0].protocol at 17: a named port's protocol is TCP or UDP, by name, not `17`",
  ],
  [
    "HostEndpoint",
    hep({ ports: [{ name: "http", protocol: "ICMP", port: 80 }] }),
    hep({ ports: [{ name: "http", protocol: "SCTP", port: 80 }] }),
    'port.protocol spec.ports[0].protocol at "ICMP": a named port\'s protocol is TCP, UDP or SCTP, not `ICMP`',
    "v3.32",
  ],
  [
    "HostEndpoint",
    hep({ ports: [{ protocol: "TCP", port: 80 }] }),
    hep({ ports: [{ name: "http", protocol: "TCP", port: 80 }] }),
    'field.required spec.ports[0] at "protocol": `name` is missing',
  ],
  [
    "WorkloadEndpoint",
    wep({ node: undefined, pod: undefined }),
    wep({}),
    'field.required spec at "spec": `node` is missing',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ pod: "p-1" }),
    wep({}),
    'name.workload metadata.name at "n-k8s-p-eth0": a workload endpoint\'s name is made from its fields: here it is `n-k8s-p--1-eth0` (write that name, or remove `name`)',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ interfaceName: "cali/1" }),
    wep({}),
    'interface.invalid spec.interfaceName at "cali/1": invalid interface name `cali/1` (up to 15 letters, digits, `-`, `_` and `.`, or `"*"` for all interfaces)',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ ipNetworks: ["10.0.0.0/31"] }),
    wep({ ipNetworks: ["10.0.0.0/32", "fd00::1/128", "10.0.0.1"] }),
    'net.single spec.ipNetworks[0] at "10.0.0.0/31": `10.0.0.0/31` is more than one address (use /32 for IPv4 and /128 for IPv6)',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ ipNetworks: ["fd00::/64", "x"] }),
    wep({ ipNetworks: [""] }),
    'net.single spec.ipNetworks[0] at "fd00::/64": `fd00::/64` is more than one address (use /32 for IPv4 and /128 for IPv6)\nnet.syntax spec.ipNetworks[1] at "x": invalid network `x`',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ ipv4Gateway: "fd00::1" }),
    wep({ ipv4Gateway: "10.0.0.1" }),
    'address.syntax spec.ipv4Gateway at "fd00::1": invalid IPv4 address `fd00::1`',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ ipv6Gateway: "10.0.0.1" }),
    wep({ ipv6Gateway: "fd00::1" }),
    'address.syntax spec.ipv6Gateway at "10.0.0.1": invalid IPv6 address `10.0.0.1`',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ ipNATs: [{ internalIP: "10.0.0.5", externalIP: "x" }] }),
    wep({ ipNATs: [{ internalIP: "10.0.0.5", externalIP: "1.2.3.4" }] }),
    'nat.address spec.ipNATs[0] at "internalIP": a NAT needs two IP addresses',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ ipNATs: [{ internalIP: "x", externalIP: "1.2.3.4" }] }),
    wep({ ipNATs: [] }),
    'nat.address spec.ipNATs[0] at "internalIP": a NAT needs two IP addresses',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ ipNATs: [{ internalIP: "10.0.0.5", externalIP: "fd00::1" }] }),
    wep({ ipNetworks: ["fd00::5"], ipNATs: [{ internalIP: "fd00::5", externalIP: "fd00::1" }] }),
    'nat.family spec.ipNATs[0] at "internalIP": a NAT\'s addresses must be of one family',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ ipNATs: [{ internalIP: "10.0.0.6", externalIP: "1.2.3.4" }] }),
    wep({ ipNetworks: ["10.0.0.5", "10.0.0.6"], ipNATs: [{ internalIP: "10.0.0.6", externalIP: "1.2.3.4" }] }),
    'nat.network spec.ipNATs[0].internalIP at "10.0.0.6": `10.0.0.6` is not in `ipNetworks`',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ mac: "aa:bb:cc" }),
    wep({ mac: "AA-BB-CC-DD-EE-FF" }),
    'address.mac spec.mac at "aa:bb:cc": invalid MAC address `aa:bb:cc`',
    "v3.7",
    NAMED,
  ],
  [
    "WorkloadEndpoint",
    wep({ node: "A_b" }),
    wep({}),
    'name.invalid metadata.name at "metadata": the name `A_b-k8s-p-eth0` may have only lower case letters, digits, `-` and `.`, letters or digits at both ends of each part (for example `a-b-k8s-p-eth0`)\nname.invalid spec.node at "A_b": invalid name `A_b`: only lower case letters, digits, `-` and `.`',
    "v3.7",
    { namespace: "default" },
  ],
  [
    "WorkloadEndpoint",
    wep({ pod: "A_b" }),
    wep({}),
    'name.invalid metadata.name at "metadata": the name `n-k8s-A_b-eth0` may have only lower case letters, digits, `-` and `.`, letters or digits at both ends of each part (for example `n-k8s-a-b-eth0`)\nname.invalid spec.pod at "A_b": invalid name `A_b`: only lower case letters, digits, `-` and `.`',
    "v3.7",
    { namespace: "default" },
  ],
  [
    "WorkloadEndpoint",
    wep({ endpoint: "A_b" }),
    wep({}),
    'name.invalid metadata.name at "metadata": the name `n-k8s-p-A_b` may have only lower case letters, digits, `-` and `.`, letters or digits at both ends of each part (for example `n-k8s-p-a-b`)\nname.invalid spec.endpoint at "A_b": invalid name `A_b`: only lower case letters, digits, `-` and `.`',
    "v3.7",
    { namespace: "default" },
  ],
  [
    "WorkloadEndpoint",
    wep({ orchestrator: "A_b" }),
    wep({}),
    'field.required metadata.name at "metadata": `name` is missing or empty\nfield.required spec at "spec": `workload` is missing\nname.invalid spec.orchestrator at "A_b": invalid name `A_b`: only lower case letters, digits, `-` and `.`',
    "v3.7",
    { namespace: "default" },
  ],
  [
    "WorkloadEndpoint",
    wep({ workload: "A_b" }),
    wep({}),
    'name.invalid spec.workload at "A_b": invalid name `A_b`: only lower case letters, digits, `-` and `.`',
    "v3.7",
    { namespace: "default" },
  ],
];

describe("endpoints", () => {
  test.each(CASES.map((each) => [...each] as const))("%s %j", (kind, bad, good, findings, version, metadata) => {
    expect(findingsOf(resource(kind, bad, metadata), version)).toEqual(findings.split("\n"));
    expect(findingsOf(resource(kind, good, metadata), version)).toEqual([]);
  });
});
