import { expect, test } from "vitest";
import type { Route } from "../../../src/model/flow.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import { type RouteAnswer, routeFor } from "../../../src/model/net/route.ts";

const via = (dst: string, interfaces: string, more: Partial<Route> = {}): Route => ({
  dst,
  type: "unicast",
  interfaces: interfaces === "" ? [] : interfaces.split(","),
  ...more,
});
const of = (dst: string, type: NonNullable<Route["type"]>, table?: "local"): Route => ({
  dst,
  type,
  interfaces: [],
  ...(table && { table }),
});

const ROUTES: readonly Route[] = [
  via("0.0.0.0/0", "eth1", { metric: 200 }),
  via("0.0.0.0/0", "eth0", { metric: 100 }),
  via("10.0.0.0/24", "eth0"),
  via("192.168.1.10/32", "caliw1"),
  via("10.5.0.0/16", "eth0,eth1"),
  via("10.6.0.0/16", "eth0", { metric: 1 }),
  via("10.6.0.0/16", "eth1", { metric: 1 }),
  via("10.7.0.0/16", "eth0,eth0"),
  via("10.8.0.0/16", ""),
  via("nonsense", "eth9"),
  of("192.168.1.0/26", "blackhole"),
  of("10.9.0.0/16", "unreachable"),
  of("10.10.0.0/16", "prohibit"),
  of("10.11.0.0/16", "throw"),
  of("224.0.0.0/4", "multicast", "local"),
  of("10.0.0.1/32", "local", "local"),
  of("127.0.0.0/8", "local", "local"),
  of("10.6.0.0/17", "throw", "local"),
  via("fd00::/64", "eth0"),
  { dst: "10.12.0.0/16", interfaces: ["eth3"] },
];

const CASES: readonly (readonly [what: string, to: string, answer: RouteAnswer])[] = [
  ["a subnet", "10.0.0.9", { kind: "interface", name: "eth0" }],
  ["the longest prefix", "192.168.1.10", { kind: "interface", name: "caliw1" }],
  ["a shorter prefix drops the rest", "192.168.1.11", { kind: "dropped", why: "blackhole" }],
  ["the lowest metric", "198.51.100.1", { kind: "interface", name: "eth0" }],
  ["the local table first", "10.0.0.1", { kind: "local" }],
  ["a local network", "127.9.9.9", { kind: "local" }],
  ["several next hops", "10.5.1.1", { kind: "several", names: ["eth0", "eth1"] }],
  ["equal routes, past a throw", "10.6.1.1", { kind: "several", names: ["eth0", "eth1"] }],
  ["several next hops of one interface", "10.7.1.1", { kind: "interface", name: "eth0" }],
  ["no next hop", "10.8.1.1", { kind: "none" }],
  ["unreachable", "10.9.1.1", { kind: "dropped", why: "unreachable" }],
  ["prohibit", "10.10.1.1", { kind: "dropped", why: "prohibit" }],
  ["a throw of the last table", "10.11.1.1", { kind: "none" }],
  ["multicast", "224.0.0.5", { kind: "none" }],
  ["unicast, as no type says", "10.12.1.1", { kind: "interface", name: "eth3" }],
  ["IPv6", "fd00::9", { kind: "interface", name: "eth0" }],
  ["no route", "fd01::9", { kind: "none" }],
];

test.each(CASES)("%s", (_what, to, answer) => {
  const address = parseAddress(to) ?? expect.unreachable(to);
  expect(routeFor(ROUTES, address)).toEqual(answer);
  // Asked again, from the index made the first time.
  expect(routeFor(ROUTES, address)).toEqual(answer);
});

test("without routes there is no next hop", () => {
  expect(routeFor([], parseAddress("10.0.0.1") ?? expect.unreachable())).toEqual({ kind: "none" });
});
