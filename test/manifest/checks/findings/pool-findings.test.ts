import { testFindings } from "./findings-of.ts";

/** IPv4 and IPv6 networks large enough for any pool. */
const V4 = { cidr: "10.0.0.0/16" };
const V6 = { cidr: "fd00::/64" };

const linkLocal = (cidr: string): string =>
  `pool.link-local spec.cidr at "${cidr}": \`${cidr}\` overlaps the link-local addresses`;
const tooSmall = (cidr: string, block: string): string =>
  `pool.too-small spec.cidr at "${cidr}": \`${cidr}\` is smaller than one block (${block}) (take a larger network, or set \`blockSize\`)`;
const blockSize = (size: number, allowed: string): string =>
  `pool.block-size spec.blockSize at ${size}: the block size of an ${allowed}, not ${size}`;
const IPV4_SIZES = "IPv4 pool is 20 to 32";
const IPV6_SIZES = "IPv6 pool is 116 to 128";

/** The least spec of a pool that is refused, one next to it that is accepted, and all findings of the first. */
const POOLS: readonly (readonly [bad: object, good: object, findings: string])[] = [
  [
    { ...V4, ipipMode: "Always", vxlanMode: "CrossSubnet" },
    { ...V4, ipipMode: "Never", vxlanMode: "CrossSubnet" },
    'pool.mode spec.vxlanMode at "CrossSubnet": a pool uses IP-in-IP or VXLAN, not both',
  ],
  [
    { ...V4, ipip: { enabled: true } },
    { ...V4, ipipMode: "CrossSubnet" },
    'pool.old-field spec.ipip at "ipip": `ipip` is an old field (use `ipipMode`)',
  ],
  [
    { ...V4, "nat-outgoing": true },
    { ...V4, natOutgoing: true },
    "pool.old-field spec.nat-outgoing at true: `nat-outgoing` is an old field (use `natOutgoing`)",
  ],
  [
    { cidr: "10.0.0.0" },
    { cidr: "10.0.0.0/26" },
    'net.syntax spec.cidr at "10.0.0.0": invalid network `10.0.0.0` (a pool is a network: `10.0.0.0/32` is this one address)',
  ],
  [{ cidr: "x" }, { cidr: "10.0.0.0/8" }, 'net.syntax spec.cidr at "x": invalid network `x`'],
  [
    { cidr: "10.0.0.1/16" },
    V4,
    'net.masked spec.cidr at "10.0.0.1/16": `10.0.0.1/16` has bits set outside its prefix (did you mean `10.0.0.0/16`?)',
  ],
  [{ cidr: "169.254.1.0/24" }, { cidr: "169.253.0.0/16" }, linkLocal("169.254.1.0/24")],
  [{ cidr: "169.0.0.0/8" }, { cidr: "168.0.0.0/8" }, linkLocal("169.0.0.0/8")],
  [{ cidr: "fe80::/64" }, { cidr: "fec0::/64" }, linkLocal("fe80::/64")],
  [
    { ...V6, ipipMode: "Always" },
    { ...V6, ipipMode: "Never" },
    'pool.mode spec.ipipMode at "Always": IP-in-IP is for IPv4 pools only',
  ],
  [
    { ...V6, vxlanMode: "Always" },
    { ...V6, vxlanMode: "Never" },
    'pool.mode spec.vxlanMode at "Always": VXLAN is for IPv4 pools only',
  ],
  [{ ...V4, blockSize: 19 }, { ...V4, blockSize: 20 }, blockSize(19, IPV4_SIZES)],
  [{ ...V4, blockSize: 33 }, { ...V4, blockSize: 32 }, blockSize(33, IPV4_SIZES)],
  [{ ...V6, blockSize: 115 }, { ...V6, blockSize: 116 }, blockSize(115, IPV6_SIZES)],
  [{ ...V6, blockSize: 129 }, { ...V6, blockSize: 128 }, blockSize(129, IPV6_SIZES)],
  [{ cidr: "10.0.0.0/27" }, { cidr: "10.0.0.0/27", blockSize: 27 }, tooSmall("10.0.0.0/27", "/26")],
  [{ cidr: "10.0.0.0/27", disabled: false }, { cidr: "10.0.0.0/27", disabled: true }, tooSmall("10.0.0.0/27", "/26")],
  [{ cidr: "fd00::/123" }, { cidr: "fd00::/122" }, tooSmall("fd00::/123", "/122")],
];

testFindings(
  "IP pools",
  POOLS.map(([bad, good, findings]) => ["IPPool", bad, good, findings]),
);

testFindings("IP pools of v3.32", [
  [
    "IPPool",
    { ...V4, allowedUses: ["LoadBalancer", "Workload"] },
    { ...V4, allowedUses: ["LoadBalancer"] },
    'pool.use spec.allowedUses at "allowedUses": a pool for load balancers is for nothing else (make another pool for the other uses)',
    "v3.32",
  ],
  [
    "IPPool",
    { ...V4, allowedUses: ["LoadBalancer"], ipipMode: "Always" },
    { ...V4, allowedUses: ["LoadBalancer"], ipipMode: "Never" },
    'pool.use spec.ipipMode at "ipipMode": a pool for load balancers has no tunnels (write `ipipMode: Never`)',
    "v3.32",
  ],
  [
    "IPPool",
    { ...V4, allowedUses: ["LoadBalancer"], nodeSelector: "has(a)" },
    { ...V4, allowedUses: ["LoadBalancer"], nodeSelector: "all()" },
    'pool.use spec.nodeSelector at "nodeSelector": a pool for load balancers is for all nodes (write `nodeSelector: all()`, or remove it)',
    "v3.32",
  ],
  [
    "IPPool",
    { cidr: "10.0.0.1", disabled: true },
    { cidr: "10.0.0.1/32", disabled: true },
    'net.syntax spec.cidr at "10.0.0.1": invalid network `10.0.0.1` (a pool is a network: `10.0.0.1/32` is this one address)',
  ],
]);
