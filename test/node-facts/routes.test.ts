import { expect, test } from "vitest";
import { parseAddress } from "../../src/model/net/address.ts";
import { routeFor } from "../../src/model/net/route.ts";
import { readRoutes } from "../../src/node-facts/routes.ts";

interface Case {
  readonly what: string;
  readonly saved: unknown;
  /** Each route as `DESTINATION TYPE INTERFACES METRIC TABLE`, as far as it says them. */
  readonly routes: readonly string[];
  readonly finding?: string;
}

const eth0 = { dst: "10.0.0.0/24", dev: "eth0", protocol: "kernel", scope: "link", prefsrc: "10.0.0.1", flags: [] };
const MAIN = "10.0.0.0/24 unicast eth0";

const CASES: readonly Case[] = [
  { what: "a subnet", saved: [eth0], routes: [MAIN] },
  {
    what: "a default route",
    saved: [{ dst: "default", gateway: "10.0.0.254", dev: "eth0", metric: 100, flags: [] }],
    routes: ["0.0.0.0/0 unicast eth0 100"],
  },
  {
    what: "an IPv6 default route",
    saved: [{ dst: "default", gateway: "fe80::1", dev: "eth0" }],
    routes: ["::/0 unicast eth0"],
  },
  {
    what: "an IPv6 default route by its preference",
    saved: [{ dst: "default", dev: "eth0", pref: "medium" }],
    routes: ["::/0 unicast eth0"],
  },
  {
    what: "a default route among IPv6 routes",
    saved: [
      { dst: "default", dev: "eth0" },
      { dst: "fd00::/64", dev: "eth0" },
    ],
    routes: ["::/0 unicast eth0", "fd00::/64 unicast eth0"],
  },
  {
    what: "a next hop of the other family",
    saved: [{ dst: "default", via: { family: "inet6", host: "fe80::1" }, dev: "eth0" }],
    routes: ["0.0.0.0/0 unicast eth0"],
  },
  {
    what: "a workload",
    saved: [{ dst: "192.168.1.10", dev: "caliw1", scope: "link" }],
    routes: ["192.168.1.10/32 unicast caliw1"],
  },
  {
    what: "a block of Calico's",
    saved: [{ type: "blackhole", dst: "192.168.1.0/26", protocol: "bird", flags: [] }],
    routes: ["192.168.1.0/26 blackhole"],
  },
  {
    what: "several next hops",
    saved: [
      {
        dst: "default",
        metric: 5,
        nexthops: [
          { gateway: "10.0.0.254", dev: "eth0" },
          { gateway: "10.0.1.254", dev: "eth1" },
        ],
      },
    ],
    routes: ["0.0.0.0/0 unicast eth0,eth1 5"],
  },
  {
    what: "a dead next hop",
    saved: [
      {
        dst: "10.7.0.0/16",
        nexthops: [
          { dev: "eth0", flags: ["dead", "linkdown"] },
          { dev: "eth1", flags: [] },
        ],
      },
    ],
    routes: ["10.7.0.0/16 unicast eth1"],
  },
  {
    what: "the local table",
    saved: [
      { type: "local", dst: "10.0.0.1", dev: "eth0", table: "local", scope: "host" },
      { type: "broadcast", dst: "10.0.0.255", dev: "eth0", table: "local" },
      { type: "anycast", dst: "fd00::", dev: "eth0", table: "local", pref: "medium" },
      { type: "multicast", dst: "ff00::/8", dev: "eth0", table: "local", pref: "medium" },
    ],
    routes: [
      "10.0.0.1/32 local local",
      "10.0.0.255/32 local local",
      "fd00::/128 local local",
      "ff00::/8 multicast local",
    ],
  },
  { what: "another table", saved: [{ ...eth0, table: 100 }, eth0], routes: [MAIN], finding: "facts.route-table" },
  { what: "a dead route", saved: [{ ...eth0, flags: ["dead"] }], routes: [], finding: "facts.route-unknown [0]" },
  {
    what: "a route by TOS",
    saved: [eth0, { ...eth0, tos: "0x10" }],
    routes: [MAIN],
    finding: "facts.route-unknown [1]",
  },
  {
    what: "a route by source",
    saved: [{ ...eth0, from: "10.9.0.0/16" }],
    routes: [],
    finding: "facts.route-unknown [0]",
  },
  { what: "no interface", saved: [{ dst: "10.0.0.0/8" }], routes: [], finding: "facts.route-unknown [0]" },
  { what: "no destination", saved: [{ dev: "eth0" }], routes: [], finding: "facts.route-unknown [0]" },
  { what: "an unknown type", saved: [{ ...eth0, type: "nat" }], routes: [], finding: "facts.route-unknown [0]" },
  { what: "an invalid metric", saved: [{ ...eth0, metric: "x" }], routes: [], finding: "facts.route-unknown [0]" },
  { what: "text", saved: "default via 10.0.0.254 dev eth0", routes: [], finding: "facts.json" },
];

test.each(CASES)("$what", ({ saved, routes, finding }) => {
  const read = readRoutes(typeof saved === "string" ? saved : JSON.stringify(saved), "route.json");
  const lines = read.routes.map(({ dst, type, interfaces, metric, table }) =>
    [dst, type, interfaces.join(","), metric, table].filter((part) => part !== undefined && part !== "").join(" "),
  );
  expect(lines).toEqual(routes);
  const reported = read.diagnostics.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`));
  expect(reported).toEqual(finding === undefined ? [] : [finding]);
});

test("what was read answers for a packet", () => {
  const saved = [eth0, { dst: "default", gateway: "10.0.0.254", dev: "eth1" }];
  const { routes } = readRoutes(JSON.stringify(saved), "route.json");
  const to = (ip: string) => routeFor(routes, parseAddress(ip) ?? expect.unreachable(ip));
  expect([to("10.0.0.9"), to("8.8.8.8"), to("fd00::1")]).toEqual([
    { kind: "interface", name: "eth0", source: parseAddress("10.0.0.1") },
    { kind: "interface", name: "eth1" },
    { kind: "none" },
  ]);
});
