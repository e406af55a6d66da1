import { describe, expect, test } from "vitest";
import type { Interval, Region } from "../../../src/analysis/sets/dimension.ts";
import { addressesText, addressNets } from "../../../src/report/regions/address-nets.ts";
import { icmpEntries, icmpText, portRanges, portsText } from "../../../src/report/regions/ports.ts";
import { regionLines, servicesText } from "../../../src/report/regions/region-text.ts";

const TEN: Interval = [0x0a000000, 0x0affffff];
const one = (value: number): Interval => [value, value];
const every2nd = Array.from({ length: 8 }, (_, i) => one(2 * i));

test.each<[4 | 6, readonly Interval[] | undefined, string]>([
  [4, undefined, "0.0.0.0/0"],
  [4, [[0, 0xffffffff]], "0.0.0.0/0"],
  [4, [TEN], "10.0.0.0/8"],
  [4, [one(0x0a000001)], "10.0.0.1"],
  [4, every2nd, "0.0.0.0, 0.0.0.2, 0.0.0.4, 0.0.0.6, 0.0.0.8 +3"],
  [
    4,
    [
      [0, 0x09ffffff],
      [0x0b000000, 0xffffffff],
    ],
    "0.0.0.0/0 except 10.0.0.0/8",
  ],
  [6, undefined, "::/0"],
  [6, [[1n, 3n]], "::1, ::2/127"],
])("addresses of IPv%s for people: %#", (family, intervals, text) => {
  expect(addressesText(family, intervals)).toBe(text);
});

test("addresses as data keep the prefix length of single ones, and every network", () => {
  expect(addressNets(4, every2nd)).toHaveLength(8);
  expect(addressNets(4, [one(1)])).toEqual(["0.0.0.1/32"]);
  expect(addressNets(6, undefined)).toEqual(["::/0"]);
});

test.each<[readonly Interval[] | undefined, string, readonly string[]]>([
  [undefined, "", ["0:65535"]],
  [[[0, 65535]], "", ["0:65535"]],
  [[one(22), one(80), [8000, 8100]], "22, 80, 8000:8100", ["22:22", "80:80", "8000:8100"]],
])("ports: %#", (intervals, text, ranges) => {
  expect(portsText(intervals)).toBe(text);
  expect(portRanges(intervals)).toEqual(ranges);
});

describe("ICMP types and codes", () => {
  test.each<[readonly Interval[] | undefined, string, ReturnType<typeof icmpEntries>]>([
    [undefined, "", undefined],
    [[[8 << 8, (8 << 8) + 255]], "type 8", [{ type: 8 }]],
    [[one((3 << 8) + 4)], "type 3/4", [{ type: 3, code: 4 }]],
    [
      [[(3 << 8) + 254, (5 << 8) + 0]],
      "type 3/254:255, 4, 5/0",
      [{ type: 3, code: 254 }, { type: 3, code: 255 }, { type: 4 }, { type: 5, code: 0 }],
    ],
    [[[0, (2 << 8) + 255]], "type 0:2", [{ type: 0 }, { type: 1 }, { type: 2 }]],
  ])("%#", (intervals, text, entries) => {
    expect(icmpText(intervals)).toBe(text);
    expect(icmpEntries(intervals)).toEqual(entries);
  });
});

test.each<[Region, readonly string[]]>([
  [{}, ["any protocol 0.0.0.0/0 -> 0.0.0.0/0"]],
  [{ protocol: [one(6)] }, ["TCP 0.0.0.0/0 -> 0.0.0.0/0"]],
  [{ protocol: [[0, 5], [7, 255]] }, ["any protocol except TCP 0.0.0.0/0 -> 0.0.0.0/0"]], // biome-ignore format: a row
  [
    { protocol: [one(6), one(17)], source: [TEN], portOrIcmp: [one(22), [8000, 8100]] },
    ["TCP, UDP 10.0.0.0/8 -> 0.0.0.0/0 : 22, 8000:8100"],
  ],
  [{ protocol: [one(17)], sourcePort: [one(53)], destination: [one(1)] }, ["UDP 0.0.0.0/0 from port 53 -> 0.0.0.1"]],
  [{ protocol: [one(1)], portOrIcmp: [[2048, 2303]] }, ["ICMP 0.0.0.0/0 -> 0.0.0.0/0 : type 8"]],
  // Ports say nothing of a protocol without ports, whose packets have 0.
  [{ protocol: [one(6), one(47)], portOrIcmp: [one(22)] }, ["TCP 0.0.0.0/0 -> 0.0.0.0/0 : 22"]],
  [
    { protocol: [one(6), one(47)], portOrIcmp: [[0, 22]] },
    ["TCP 0.0.0.0/0 -> 0.0.0.0/0 : 0:22", "47 0.0.0.0/0 -> 0.0.0.0/0"],
  ],
])("a region for people: %#", (region, lines) => {
  expect(regionLines(4, region)).toEqual(lines);
});

test("ends may have names", () => {
  const names = { source: "role == 'web'", destination: "node1..node8/eth0" };
  const region = { protocol: [one(6)], portOrIcmp: [one(8443)] };
  expect(regionLines(4, region, names)).toEqual(["TCP role == 'web' -> node1..node8/eth0 : 8443"]);
  expect(servicesText(region)).toBe("TCP 8443");
});
