import { describe, expect, test } from "vitest";
import { resource } from "../read.ts";
import { findingsOf } from "./findings-of.ts";

/** A kind, the least spec that is refused, one next to it that is not, and all that is reported of the first. */
const CASES: readonly (readonly [kind: string, bad: object, good: object, findings: string, version?: string])[] = [
  [
    "IPPool",
    { cidr: "10.0.0.0/16", ipipMode: "Always", vxlanMode: "CrossSubnet" },
    { cidr: "10.0.0.0/16", ipipMode: "Never", vxlanMode: "CrossSubnet" },
    'pool.mode spec.vxlanMode at "CrossSubnet": a pool uses IP-in-IP or VXLAN, not both',
  ],
  [
    "IPPool",
    { cidr: "10.0.0.0/16", ipip: { enabled: true } },
    { cidr: "10.0.0.0/16", ipipMode: "CrossSubnet" },
    'pool.old-field spec.ipip at "ipip": `ipip` is an old field (use `ipipMode`)',
  ],
  [
    "IPPool",
    { cidr: "10.0.0.0/16", "nat-outgoing": true },
    { cidr: "10.0.0.0/16", natOutgoing: true },
    "pool.old-field spec.nat-outgoing at true: `nat-outgoing` is an old field (use `natOutgoing`)",
  ],
  [
    "IPPool",
    { cidr: "10.0.0.0" },
    { cidr: "10.0.0.0/26" },
    'pool.too-small spec.cidr at "10.0.0.0": `10.0.0.0` is smaller than one block (/26) (take a larger network, or set `blockSize`)',
  ],
  ["IPPool", { cidr: "x" }, { cidr: "10.0.0.0/8" }, 'net.syntax spec.cidr at "x": invalid network `x`'],
  [
    "IPPool",
    { cidr: "10.0.0.1/16" },
    { cidr: "10.0.0.0/16" },
    'net.masked spec.cidr at "10.0.0.1/16": `10.0.0.1/16` has bits set outside its prefix (did you mean `10.0.0.0/16`?)',
  ],
  [
    "IPPool",
    { cidr: "169.254.1.0/24" },
    { cidr: "169.253.0.0/16" },
    'pool.link-local spec.cidr at "169.254.1.0/24": `169.254.1.0/24` overlaps the link-local addresses',
  ],
  [
    "IPPool",
    { cidr: "169.0.0.0/8" },
    { cidr: "168.0.0.0/8" },
    'pool.link-local spec.cidr at "169.0.0.0/8": `169.0.0.0/8` overlaps the link-local addresses',
  ],
  [
    "IPPool",
    { cidr: "fe80::/64" },
    { cidr: "fec0::/64" },
    'pool.link-local spec.cidr at "fe80::/64": `fe80::/64` overlaps the link-local addresses',
  ],
  [
    "IPPool",
    { cidr: "fd00::/64", ipipMode: "Always" },
    { cidr: "fd00::/64", ipipMode: "Never" },
    'pool.mode spec.ipipMode at "Always": IP-in-IP is for IPv4 pools only',
  ],
  [
    "IPPool",
    { cidr: "fd00::/64", vxlanMode: "Always" },
    { cidr: "fd00::/64", vxlanMode: "Never" },
    'pool.mode spec.vxlanMode at "Always": VXLAN is for IPv4 pools only',
  ],
  [
    "IPPool",
    { cidr: "10.0.0.0/16", blockSize: 19 },
    { cidr: "10.0.0.0/16", blockSize: 20 },
    "pool.block-size spec.blockSize at 19: the block size of an IPv4 pool is 20 to 32, not 19",
  ],
  [
    "IPPool",
    { cidr: "10.0.0.0/16", blockSize: 33 },
    { cidr: "10.0.0.0/16", blockSize: 32 },
    "pool.block-size spec.blockSize at 33: the block size of an IPv4 pool is 20 to 32, not 33",
  ],
  [
    "IPPool",
    { cidr: "fd00::/64", blockSize: 115 },
    { cidr: "fd00::/64", blockSize: 116 },
    "pool.block-size spec.blockSize at 115: the block size of an IPv6 pool is 116 to 128, not 115",
  ],
  [
    "IPPool",
    { cidr: "fd00::/64", blockSize: 129 },
    { cidr: "fd00::/64", blockSize: 128 },
    "pool.block-size spec.blockSize at 129: the block size of an IPv6 pool is 116 to 128, not 129",
  ],
  [
    "IPPool",
    { cidr: "10.0.0.0/27" },
    { cidr: "10.0.0.0/27", blockSize: 27 },
    'pool.too-small spec.cidr at "10.0.0.0/27": `10.0.0.0/27` is smaller than one block (/26) (take a larger network, or set `blockSize`)',
  ],
  [
    "IPPool",
    { cidr: "10.0.0.0/27", disabled: false },
    { cidr: "10.0.0.0/27", disabled: true },
    'pool.too-small spec.cidr at "10.0.0.0/27": `10.0.0.0/27` is smaller than one block (/26) (take a larger network, or set `blockSize`)',
  ],
  [
    "IPPool",
    { cidr: "fd00::/123" },
    { cidr: "fd00::/122" },
    'pool.too-small spec.cidr at "fd00::/123": `fd00::/123` is smaller than one block (/122) (take a larger network, or set `blockSize`)',
  ],
];

describe("IP pools", () => {
  test.each(CASES.map((each) => [...each] as const))("%s %j", (kind, bad, good, findings, version) => {
    expect(findingsOf(resource(kind, bad), version)).toEqual(findings.split("\n"));
    expect(findingsOf(resource(kind, good), version)).toEqual([]);
  });
});
