import { describe, expect, test } from "vitest";
import { type Cidr, parseNet } from "../../../src/model/net/address.ts";
import {
  coversPackets,
  dnatMatches,
  intersectPackets,
  type PacketSet,
  describePackets as words,
} from "../../../src/model/net/packet-set.ts";

const net = (text: string): Cidr => parseNet(text) ?? expect.unreachable(text);
const ports = (...pairs: readonly (readonly [number, number])[]): PacketSet => ({
  ports: pairs.map(([from, to]) => ({ from, to })),
});

interface Case {
  readonly what: string;
  readonly a: PacketSet;
  readonly b: PacketSet;
  /** In words; `undefined` where there are none. */
  readonly both: string | undefined;
  /** Whether `a` covers `b`. */
  readonly covers: boolean;
}

const CASES: readonly Case[] = [
  { what: "all and some", a: {}, b: { protocol: 6 }, both: "TCP", covers: true },
  { what: "some and all", a: { protocol: 6 }, b: {}, both: "TCP", covers: false },
  { what: "protocols", a: { protocol: 6 }, b: { protocol: 17 }, both: undefined, covers: false },
  {
    what: "a network in another",
    a: { dst: net("10.0.0.0/8") },
    b: { dst: net("10.1.0.0/16") },
    both: "any packet to 10.1.0.0/16",
    covers: true,
  },
  {
    what: "a network around another",
    a: { src: net("10.1.0.1") },
    b: { src: net("10.0.0.0/8") },
    both: "any packet from 10.1.0.1",
    covers: false,
  },
  {
    what: "networks apart",
    a: { dst: net("10.0.0.0/16") },
    b: { dst: net("10.1.0.0/16") },
    both: undefined,
    covers: false,
  },
  {
    what: "networks of two families",
    a: { dst: net("0.0.0.0/0") },
    b: { dst: net("::/0") },
    both: undefined,
    covers: false,
  },
  { what: "ports", a: ports([1, 80]), b: ports([70, 90], [443, 443]), both: "any packet port 70:80", covers: false },
  {
    what: "ports inside",
    a: ports([1, 80], [443, 443]),
    b: ports([7, 8], [443, 443]),
    both: "any packet port 7:8,443",
    covers: true,
  },
  { what: "ports apart", a: ports([1, 80]), b: ports([81, 90]), both: undefined, covers: false },
  {
    what: "an interface by prefix",
    a: { interface: "eth+" },
    b: { interface: "eth0" },
    both: "any packet in through eth0",
    covers: true,
  },
  { what: "interfaces apart", a: { interface: "eth1" }, b: { interface: "eth0" }, both: undefined, covers: false },
  {
    what: "the node's addresses",
    a: { dstLocal: true },
    b: { dst: net("10.0.0.1") },
    both: "any packet to 10.0.0.1",
    covers: false,
  },
  {
    what: "the node's addresses twice",
    a: { srcLocal: true },
    b: { srcLocal: true },
    both: "any packet from the node itself",
    covers: true,
  },
];

test.each(CASES)("$what", ({ a, b, both, covers: covered }) => {
  const intersection = intersectPackets(a, b);
  expect(intersection && words(intersection)).toBe(both);
  const turned = intersectPackets(b, a);
  expect(turned && words(turned)).toBe(both);
  expect(coversPackets(a, b)).toBe(covered);
});

describe("as matches", () => {
  test("one a port range", () => {
    const packets = { protocol: 6, ...ports([80, 80], [90, 99]) };
    expect(dnatMatches({ packets, except: [] })).toEqual([
      { protocol: "TCP", port: 80 },
      { protocol: "TCP", port: 90, portTo: 99 },
    ]);
  });

  test("the node's addresses in a network", () => {
    const packets: PacketSet = { dst: net("10.0.0.0/8"), dstLocal: true, src: net("10.0.0.1"), srcLocal: true };
    const except = [{ except: [{ dst: "10.0.0.0/8" }] }, { except: [{ srcIP: "10.0.0.1" }] }];
    expect(dnatMatches({ packets, except: [] })).toEqual([{ dst: "LOCAL", srcIP: "LOCAL", except }]);
  });

  test("exceptions keep theirs", () => {
    const except = [{ packets: { interface: "eth0" }, except: [{ packets: { protocol: 17 }, except: [] }] }];
    expect(dnatMatches({ packets: {}, except })).toEqual([
      { except: [{ interface: "eth0", except: [{ protocol: "UDP" }] }] },
    ]);
  });
});
