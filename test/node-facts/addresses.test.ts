import { expect, test } from "vitest";
import { readAddresses } from "../../src/node-facts/addresses.ts";

const info = (local: string, more: object = {}): object => ({ family: "inet", local, prefixlen: 24, ...more });

interface Case {
  readonly what: string;
  readonly saved: unknown;
  readonly interfaces: Record<string, readonly string[]>;
  readonly finding?: string;
}

const CASES: readonly Case[] = [
  {
    what: "both families, secondary and link-local addresses, in order",
    saved: [
      { ifindex: 1, ifname: "lo", addr_info: [info("127.0.0.1"), info("::1", { family: "inet6" })] },
      { ifname: "eth0", addr_info: [info("10.0.0.1"), info("10.0.0.3", { secondary: true }), info("fe80::0:5")] },
    ],
    interfaces: { lo: ["127.0.0.1/24", "::1/24"], eth0: ["10.0.0.1/24", "10.0.0.3/24", "fe80::5/24"] },
  },
  {
    what: "networks of one address, and invalid lengths",
    saved: [
      {
        ifname: "eth0",
        flags: ["BROADCAST", "UP"],
        addr_info: [
          info("10.0.0.1", { prefixlen: 32 }),
          info("10.0.0.2", { prefixlen: 33 }),
          info("10.0.0.3", { prefixlen: "24" }),
          info("10.0.0.4", { prefixlen: 0 }),
          info("10.0.0.5", { prefixlen: undefined }),
          info("fd00::1", { prefixlen: 128 }),
          info("fd00::2", { prefixlen: 64 }),
        ],
      },
    ],
    interfaces: { eth0: ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4/0", "10.0.0.5", "fd00::1", "fd00::2/64"] },
  },
  {
    what: "networks that the kernel has no route for",
    saved: [
      { ifname: "eth0", addr_info: [info("10.0.0.1", { noprefixroute: true }), info("10.1.0.1")] },
      { ifname: "eth1", flags: ["BROADCAST", "MULTICAST"], addr_info: [info("10.2.0.1")] },
    ],
    interfaces: { eth0: ["10.0.0.1", "10.1.0.1/24"], eth1: ["10.2.0.1"] },
  },
  {
    what: "the other end of a pair is not part of the name",
    saved: [
      { ifname: "eth0", link_index: 5, addr_info: [info("10.0.0.1")] },
      { ifname: "caliw1@if4", addr_info: [] },
    ],
    interfaces: { eth0: ["10.0.0.1/24"], caliw1: [] },
  },
  {
    what: "the peer's address is not the node's",
    saved: [{ ifname: "ppp0", addr_info: [info("10.0.0.1", { address: "10.0.0.2" })] }],
    interfaces: { ppp0: ["10.0.0.1"] },
  },
  {
    what: "what a filter left empty",
    saved: [{}, { ifname: "eth0", addr_info: [{}, info("10.0.0.1")] }],
    interfaces: { eth0: ["10.0.0.1/24"] },
  },
  { what: "no interface", saved: [], interfaces: {} },
  {
    what: "an invalid address",
    saved: [{ ifname: "eth0", addr_info: [info("10.0.0.1"), info("10.0.0.300"), 7] }],
    interfaces: { eth0: ["10.0.0.1/24"] },
    finding: "warning facts.address-unknown 1 [0].addr_info[1]",
  },
  {
    what: "no list of addresses",
    saved: [{ ifname: "eth0" }],
    interfaces: {},
    finding: "warning facts.address-unknown 1 [0]",
  },
  { what: "no name", saved: [{ addr_info: [] }], interfaces: {}, finding: "warning facts.address-unknown 1 [0]" },
  { what: "an object", saved: { ifname: "eth0" }, interfaces: {}, finding: "error facts.json 1" },
  { what: "a list of other things", saved: ["eth0"], interfaces: {}, finding: "error facts.json 1" },
  {
    what: "text of `ip addr`",
    saved: "1: lo: <LOOPBACK,UP> mtu 65536\n    inet 127.0.0.1/8",
    interfaces: {},
    finding: "error facts.json 1",
  },
  { what: "an empty file", saved: " \n", interfaces: {}, finding: "error facts.json 1" },
  {
    what: "a file cut short",
    saved: '[{"ifname":"eth0",\n"addr_info":[',
    interfaces: {},
    finding: "error facts.json 2",
  },
];

test.each(CASES)("$what", ({ saved, interfaces, finding }) => {
  const read = readAddresses(typeof saved === "string" ? saved : JSON.stringify(saved), "addr.json");
  expect(read.interfaces).toEqual(interfaces);
  const reported = read.diagnostics.map(({ severity, code, span, path }) =>
    [severity, code, span?.start.line, path].filter((part) => part !== undefined).join(" "),
  );
  expect(reported[0]).toBe(finding);
  expect(read.diagnostics.every(({ span }) => span?.source === "addr.json")).toBe(true);
});

test("the text form is recognised, with what to save instead", () => {
  expect(readAddresses("1: lo: <LOOPBACK>", "addr.txt").diagnostics).toMatchObject([
    { message: "not JSON: this looks like `ip` without `-j`", help: "save the output of `ip -j addr`" },
  ]);
});

test("an interface of an odd name is one like any other", () => {
  const { interfaces } = readAddresses('[{"ifname":"__proto__","addr_info":[{"local":"10.0.0.1"}]}]', "addr.json");
  expect(Object.entries(interfaces)).toEqual([["__proto__", ["10.0.0.1"]]]);
});
