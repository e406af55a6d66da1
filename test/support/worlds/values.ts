import fc from "fast-check";
import { fields, maybe, pick, some } from "../arbitraries.ts";

export const V4 = [
  "10.0.0.1",
  "10.0.0.1",
  "10.0.0.2",
  "10.0.1.1",
  "127.0.0.1",
  "10.0.1.7",
  "172.16.0.9",
  "255.255.255.255",
  "0.0.0.0",
];
export const V6 = ["fd00::1", "fd00::2", "fd00:1::7", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"];
export const NETS4 = [
  "10.0.0.0/24",
  "10.0.0.0/30",
  "10.0.1.0/24",
  "10.0.0.1/32",
  "0.0.0.0/0",
  "172.16.0.0/12",
  "255.255.255.254/31",
  "10.0.0.0/024",
  "::ffff:10.0.0.0/126",
  "10.0.1.7/24",
];
const NETS6 = ["fd00::/64", "fd00::1/128", "::/0", "ffff:ffff::/32", "FD00:0::/0064", "fd00::7/127"];
/** Names of policies, which decide between equal orders: by bytes, `a-b` and `a.b` stand around `a/`. */
export const POLICY_NAMES = ["a", "a-b", "a.b", "a0", "ab", "b", "a-b.c"];
export const NAMESPACES = ["ns1", "ns2"];
export const INTERFACES = ["eth0", "eth0", "eth0", "eth1", "eth1", "cali1", "cali1", "cali2", "lo", "cali9"];

export const address = fc.oneof({ arbitrary: pick(...V4), weight: 4 }, { arbitrary: pick(...V6), weight: 1 });
export const net = fc.oneof({ arbitrary: pick(...NETS4), weight: 5 }, { arbitrary: pick(...NETS6), weight: 1 });
export const labels = fields({ a: maybe(pick("x", "y")), b: maybe(pick("x", "y", "")), team: maybe(pick("x")) });

const comparison = pick(
  "a == 'x'",
  "a != 'x'",
  "has(a)",
  "!has(b)",
  "b in {'x', 'y'}",
  "b not in {'x'}",
  "a starts with 'x'",
  "has(team)",
  "projectcalico.org/namespace == 'ns1'",
);
export const selector = fc.oneof(
  { arbitrary: comparison, weight: 4 },
  { arbitrary: pick("all()", "", " "), weight: 3 },
  { arbitrary: fc.tuple(comparison, pick("&&", "||"), comparison).map((parts) => parts.join(" ")), weight: 2 },
  { arbitrary: comparison.map((text) => `!(${text})`), weight: 1 },
);

export const port = fc.oneof(
  pick<string | number>(80, "443", "22", "1:79", "8000:9000", 8080, 53, "080", "53:53"),
  pick("http", "dns", "none"),
);
const manyPorts = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 16, maxLength: 18 });
export const ports = fc.oneof({ arbitrary: some(port), weight: 6 }, { arbitrary: manyPorts, weight: 1 });
