import { type FindingsCase, testFindings } from "./findings-of.ts";

const a = (length: number): string => "a".repeat(length);

/** A kind, the least spec that is refused, one next to it that is not, and all findings of the first. */
const CASES: readonly FindingsCase[] = [
  [
    "FelixConfiguration",
    { natOutgoingAddress: "fd00::1" },
    { natOutgoingAddress: "10.0.0.1" },
    'address.syntax spec.natOutgoingAddress at "fd00::1": invalid IPv4 address `fd00::1`',
  ],
  [
    "FelixConfiguration",
    { deviceRouteSourceAddress: "10.0.0.0/8" },
    { deviceRouteSourceAddress: "10.0.0.1" },
    'address.syntax spec.deviceRouteSourceAddress at "10.0.0.0/8": invalid IPv4 address `10.0.0.0/8`',
  ],
  [
    "FelixConfiguration",
    { externalNodesList: ["10.0.0.1", "fd00::1"] },
    { externalNodesList: ["10.0.0.1", "10.0.0.0/8"] },
    'net.syntax spec.externalNodesList[1] at "fd00::1": invalid IPv4 network `fd00::1`',
  ],
  [
    "FelixConfiguration",
    { kubeNodePortRanges: [1, 2, 3, 4, 5, 6, 7, 8] },
    { kubeNodePortRanges: [1, 2, 3, 4, 5, 6, 7] },
    'port.range spec.kubeNodePortRanges at "kubeNodePortRanges": at most 7 port ranges',
  ],
  [
    "FelixConfiguration",
    { kubeNodePortRanges: ["30000:32767", "http"] },
    { kubeNodePortRanges: ["30000:32767", 80] },
    'port.range spec.kubeNodePortRanges[1] at "http": `http` is a name, not a range of ports',
  ],
  [
    "FelixConfiguration",
    { logSeverityScreen: "Trace" },
    { logSeverityScreen: "Debug" },
    'field.enum spec.logSeverityScreen at "Trace": `logSeverityScreen` cannot be `Trace` in Calico v3.7',
  ],
  [
    "FelixConfiguration",
    { logSeverityFile: "Trace" },
    { logSeverityFile: "Debug" },
    'field.enum spec.logSeverityFile at "Trace": `logSeverityFile` cannot be `Trace` in Calico v3.7',
  ],
  [
    "FelixConfiguration",
    { logSeveritySys: "Trace" },
    { logSeveritySys: "Debug" },
    'field.enum spec.logSeveritySys at "Trace": `logSeveritySys` cannot be `Trace` in Calico v3.7',
  ],
  [
    "FelixConfiguration",
    { openstackRegion: "r.1" },
    { openstackRegion: "r-1" },
    'name.invalid spec.openstackRegion at "r.1": invalid region `r.1`: it must be a DNS label of at most 46 characters',
  ],
  [
    "FelixConfiguration",
    { openstackRegion: a(47) },
    { openstackRegion: a(46) },
    `name.invalid spec.openstackRegion at "${a(47)}": invalid region \`${a(47)}\`: it must be a DNS label of at most 46 characters`,
  ],
  [
    "FelixConfiguration",
    { prometheusMetricsHost: "a b" },
    { prometheusMetricsHost: "node_1.a+b-c:9" },
    'address.syntax spec.prometheusMetricsHost at "a b": invalid host `a b` (up to 64 letters, digits, `-`, `_`, `.`, `:` and `+`)',
  ],
  [
    "FelixConfiguration",
    { prometheusMetricsHost: a(65) },
    { prometheusMetricsHost: a(64) },
    `address.syntax spec.prometheusMetricsHost at "${a(65)}": invalid host \`${a(65)}\` (up to 64 letters, digits, \`-\`, \`_\`, \`.\`, \`:\` and \`+\`)`,
  ],
  [
    "FelixConfiguration",
    { iptablesNATOutgoingInterfaceFilter: "eth0," },
    { iptablesNATOutgoingInterfaceFilter: "eth_0.a+b-c:9" },
    'interface.invalid spec.iptablesNATOutgoingInterfaceFilter at "eth0,": invalid interface name `eth0,` (up to 15 letters, digits, `-`, `_`, `.`, `:`; `+` stands for any rest)',
  ],
  [
    "FelixConfiguration",
    { iptablesNATOutgoingInterfaceFilter: a(16) },
    { iptablesNATOutgoingInterfaceFilter: a(15) },
    `interface.invalid spec.iptablesNATOutgoingInterfaceFilter at "${a(16)}": invalid interface name \`${a(16)}\` (up to 15 letters, digits, \`-\`, \`_\`, \`.\`, \`:\`; \`+\` stands for any rest)`,
  ],
  [
    "FelixConfiguration",
    { routeRefreshInterval: "1 minute" },
    { routeRefreshInterval: "1m" },
    'field.duration spec.routeRefreshInterval at "1 minute": invalid duration `1 minute` (write it with its unit: `90s`, `1m30s`, `250ms`)',
  ],
  [
    "GlobalNetworkSet",
    { nets: ["10.0.0.1", "10.0.0.0/33"] },
    { nets: ["10.0.0.1", "10.0.0.7/8", "fd00::/8", ""] },
    'net.syntax spec.nets[1] at "10.0.0.0/33": invalid network or address `10.0.0.0/33`',
  ],
  ["NetworkSet", { nets: ["x"] }, { nets: [] }, 'net.syntax spec.nets[0] at "x": invalid network or address `x`'],
  [
    "IPReservation",
    { reservedCIDRs: ["10.0.0.1", "x"] },
    { reservedCIDRs: ["10.0.0.1", "10.0.0.7/8"] },
    'net.syntax spec.reservedCIDRs[1] at "x": invalid network or address `x`',
    "v3.32",
  ],
];

testFindings("configuration and sets", CASES);
