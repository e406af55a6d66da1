import { describe, expect, test } from "vitest";
import { readRoutes } from "../../src/node-facts/routes.ts";

/** What was saved where, and `DESTINATION TYPE INTERFACES METRIC TABLE` a line of it. */
const ROUTES: readonly (readonly [where: string, saved: readonly object[], routes: readonly string[]])[] = [
  [
    "Ubuntu with DHCP",
    [
      {
        dst: "default",
        gateway: "10.0.0.1",
        dev: "ens3",
        protocol: "dhcp",
        prefsrc: "10.0.0.5",
        metric: 100,
        flags: [],
      },
      { dst: "10.0.0.0/24", dev: "ens3", protocol: "kernel", scope: "link", prefsrc: "10.0.0.5", flags: [] },
      { dst: "10.0.0.1", dev: "ens3", protocol: "dhcp", scope: "link", prefsrc: "10.0.0.5", metric: 100, flags: [] },
      { dst: "169.254.169.254", gateway: "10.0.0.2", dev: "ens3", protocol: "dhcp", metric: 100, flags: [] },
    ],
    [
      "0.0.0.0/0 unicast ens3 100",
      "10.0.0.0/24 unicast ens3",
      "10.0.0.1/32 unicast ens3 100",
      "169.254.169.254/32 unicast ens3 100",
    ],
  ],
  [
    "RHEL with two uplinks",
    [
      { dst: "default", gateway: "10.0.0.1", dev: "eth0", protocol: "static", metric: 100, flags: [] },
      { dst: "default", gateway: "10.1.0.1", dev: "eth1", protocol: "static", metric: 101, flags: [] },
      {
        dst: "10.0.0.0/24",
        dev: "eth0",
        protocol: "kernel",
        scope: "link",
        prefsrc: "10.0.0.5",
        metric: 100,
        flags: [],
      },
    ],
    ["0.0.0.0/0 unicast eth0 100", "0.0.0.0/0 unicast eth1 101", "10.0.0.0/24 unicast eth0 100"],
  ],
  [
    "Calico with BIRD: a block of its own, another node's over IPIP, a workload",
    [
      { type: "blackhole", dst: "192.168.1.0/26", protocol: "bird", flags: [] },
      { dst: "192.168.1.10", dev: "cali1234567890a", scope: "link", flags: [] },
      { dst: "192.168.2.0/26", gateway: "10.0.0.2", dev: "tunl0", protocol: "bird", flags: ["onlink"] },
    ],
    ["192.168.1.0/26 blackhole ", "192.168.1.10/32 unicast cali1234567890a", "192.168.2.0/26 unicast tunl0"],
  ],
  [
    "Calico with VXLAN: Felix's own protocol number",
    [{ dst: "192.168.2.0/26", gateway: "192.168.2.1", dev: "vxlan.calico", protocol: "80", flags: ["onlink"] }],
    ["192.168.2.0/26 unicast vxlan.calico"],
  ],
  [
    "equal paths with weights",
    [
      {
        dst: "10.8.0.0/16",
        protocol: "bird",
        flags: [],
        nexthops: [
          { gateway: "10.0.0.2", dev: "eth0", weight: 1, flags: [] },
          { gateway: "10.1.0.2", dev: "eth1", weight: 1, flags: ["onlink"] },
        ],
      },
    ],
    ["10.8.0.0/16 unicast eth0,eth1"],
  ],
  [
    "docker's bridge without containers",
    [
      {
        dst: "172.17.0.0/16",
        dev: "docker0",
        protocol: "kernel",
        scope: "link",
        prefsrc: "172.17.0.1",
        flags: ["linkdown"],
      },
    ],
    ["172.17.0.0/16 unicast docker0"],
  ],
  [
    "`ip -j -6 route`",
    [
      { dst: "::1", dev: "lo", protocol: "kernel", metric: 256, flags: [], pref: "medium" },
      { dst: "2001:db8::/64", dev: "ens3", protocol: "ra", metric: 100, flags: [], pref: "medium" },
      { dst: "fe80::/64", dev: "ens3", protocol: "kernel", metric: 256, flags: [], pref: "medium" },
      {
        dst: "default",
        gateway: "fe80::1",
        dev: "ens3",
        protocol: "ra",
        metric: 100,
        expires: 1793,
        flags: [],
        pref: "medium",
      },
    ],
    ["::1/128 unicast lo 256", "2001:db8::/64 unicast ens3 100", "fe80::/64 unicast ens3 256", "::/0 unicast ens3 100"],
  ],
  [
    "`ip -j route show table all`, the local table among them",
    [
      { dst: "10.0.0.0/24", dev: "eth0", protocol: "kernel", scope: "link", prefsrc: "10.0.0.1", flags: [] },
      { type: "local", dst: "10.0.0.1", dev: "eth0", table: "local", protocol: "kernel", scope: "host", flags: [] },
      {
        type: "broadcast",
        dst: "10.0.0.255",
        dev: "eth0",
        table: "local",
        protocol: "kernel",
        scope: "link",
        flags: [],
      },
      { type: "local", dst: "127.0.0.0/8", dev: "lo", table: "local", protocol: "kernel", scope: "host", flags: [] },
      {
        type: "anycast",
        dst: "fe80::",
        dev: "eth0",
        table: "local",
        protocol: "kernel",
        metric: 0,
        flags: [],
        pref: "medium",
      },
      {
        type: "multicast",
        dst: "ff00::/8",
        dev: "eth0",
        table: "local",
        protocol: "kernel",
        metric: 256,
        flags: [],
        pref: "medium",
      },
    ],
    [
      "10.0.0.0/24 unicast eth0",
      "10.0.0.1/32 local  local",
      "10.0.0.255/32 local  local",
      "127.0.0.0/8 local  local",
      "fe80::/128 local  0 local",
      "ff00::/8 multicast  256 local",
    ],
  ],
];

describe("`ip -j route`, as it is printed", () => {
  test.each(ROUTES)("%s", (_where, saved, routes) => {
    const read = readRoutes(JSON.stringify(saved), "route.json");
    expect(read.diagnostics).toEqual([]);
    const lines = read.routes.map(({ dst, type, interfaces, metric, table }) =>
      [dst, type, interfaces.join(), metric, table].filter((part) => part !== undefined).join(" "),
    );
    expect(lines).toEqual(routes);
  });
});

/** A route that is left out, and why. */
test.each<[route: object, code: string, why: string]>([
  [{ dev: "eth0" }, "facts.route-unknown", "the destination `` of a route cannot be read"],
  [{ dst: "10.0.0/8", dev: "eth0" }, "facts.route-unknown", "the destination `10.0.0/8` of a route cannot be read"],
  [{ dst: "10.0.0.0/8" }, "facts.route-unknown", "the route to `10.0.0.0/8` names no interface"],
  [{ dst: "10.0.0.0/8", dev: "" }, "facts.route-unknown", "the route to `10.0.0.0/8` names no interface"],
  [
    { dst: "10.0.0.0/8", dev: "eth0", type: "nat" },
    "facts.route-unknown",
    "the route to `10.0.0.0/8` has an unknown type `nat`",
  ],
  [
    { dst: "10.0.0.0/8", dev: "eth0", tos: "0x10" },
    "facts.route-unknown",
    "the route to `10.0.0.0/8` is only for one TOS and is left out",
  ],
  [
    { dst: "10.0.0.0/8", dev: "eth0", from: "10.1.0.0/16" },
    "facts.route-unknown",
    "the route to `10.0.0.0/8` is only for one source and is left out",
  ],
  [
    { dst: "10.0.0.0/8", dev: "eth0", flags: ["dead"] },
    "facts.route-unknown",
    "the route to `10.0.0.0/8` is dead and is left out",
  ],
  [
    { dst: "10.0.0.0/8", dev: "eth0", metric: "low" },
    "facts.route-unknown",
    "the metric of the route to `10.0.0.0/8` is not a number",
  ],
  [
    { dst: "10.0.0.0/8", dev: "eth0", table: "100" },
    "facts.route-table",
    "policy routing is not followed: the routes of table `100` are left out",
  ],
  [
    { dst: "10.0.0.0/8", dev: "eth0", table: 100 },
    "facts.route-table",
    "policy routing is not followed: the routes of table `100` are left out",
  ],
])("%j is left out", (route, code, why) => {
  const { routes, diagnostics } = readRoutes(JSON.stringify([route]), "route.json");
  expect(routes).toEqual([]);
  expect(
    diagnostics.map((diagnostic) => [
      diagnostic.severity,
      diagnostic.code,
      diagnostic.span?.start.line,
      diagnostic.message,
    ]),
  ).toEqual([["warning", code, 1, why]]);
});

test("tables that are left out are reported once, after the rest", () => {
  const saved = ["100", "200", "100"].map((table) => ({ dst: "10.0.0.0/8", dev: "eth0", table }));
  const { diagnostics } = readRoutes(JSON.stringify([...saved, { dst: "x" }]), "route.json");
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "the destination `x` of a route cannot be read",
    "policy routing is not followed: the routes of table `100, 200` are left out",
  ]);
});

test.each([
  ["local", "10.0.0.0/8 local"],
  ["255", "10.0.0.0/8 local"],
  ["main", "10.0.0.0/8"],
  ["254", "10.0.0.0/8"],
])("table %s", (table, expected) => {
  for (const written of [table, ...(/\d/.test(table) ? [Number(table)] : [])]) {
    const { routes } = readRoutes(JSON.stringify([{ dst: "10.0.0.0/8", dev: "eth0", table: written }]), "route.json");
    expect(routes.map(({ dst, table: read }) => [dst, read].filter(Boolean).join(" "))).toEqual([expected]);
  }
});
