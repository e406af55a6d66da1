import { describe, expect, test } from "vitest";
import { addressFamily, isMac, maskedText, readCidr, readNet } from "../../../src/manifest/meaning/nets.ts";

/** Networks as Go reads them, without their host bits, and whether they had any; `undefined` where it reads none. */
const NETWORKS: readonly [text: string, network?: string, masked?: boolean][] = [
  ["10.0.0.0/8", "10.0.0.0/8", true],
  ["10.0.0.7/8", "10.0.0.0/8", false],
  ["10.0.0.0/08", "10.0.0.0/8", true],
  ["10.0.0.0/0008", "10.0.0.0/8", true],
  ["0.0.0.0/0", "0.0.0.0/0", true],
  ["0.0.0.0/00", "0.0.0.0/0", true],
  ["10.0.0.1/32", "10.0.0.1/32", true],
  ["10.0.0.1/33"],
  ["10.0.0.1/"],
  ["/8"],
  ["x/8"],
  ["x10.0.0.0/8"],
  ["10.0.0.0/8x"],
  ["10.0.0.0/-8"],
  ["10.0.0.0/1000"],
  ["10.0.0/8"],
  ["fd00::/8", "fd00::/8", true],
  ["fd00::1/8", "fd00::/8", false],
  ["FD00::/008", "fd00::/8", true],
  ["fd00::1/128", "fd00::1/128", true],
  ["fd00::1/129"],
  ["::ffff:10.0.0.0/104", "10.0.0.0/8", true],
  ["::ffff:10.0.0.7/104", "10.0.0.0/8", false],
  ["::ffff:10.0.0.1/128", "10.0.0.1/32", true],
  ["::ffff:10.0.0.1/129"],
  ["::ffff:0.0.0.0/96", "0.0.0.0/0", true],
  ["::ffff:10.0.0.1/96", "0.0.0.0/0", false],
  ["::ffff:10.0.0.1/95", "0.0.0.0/0", false],
  ["::ffff:a00:0/104", "10.0.0.0/8", false],
];

describe("networks of manifests", () => {
  test.each(NETWORKS.map(([text, network, masked]) => ({ text, network, masked })))(
    "$text",
    ({ text, network, masked }) => {
      const cidr = readCidr(text);
      expect(cidr && maskedText(cidr)).toBe(network);
      expect(cidr?.masked).toBe(masked);
      expect(readNet(text)).toEqual(cidr);
    },
  );
  test.each<[text: string, network: string | undefined, family: 4 | 6 | undefined]>([
    ["10.0.0.1", "10.0.0.1/32", 4],
    ["::ffff:10.0.0.1", "10.0.0.1/32", 4],
    ["fd00::1", "fd00::1/128", 6],
    ["10.0.0", undefined, undefined],
    ["", undefined, undefined],
    ["fe80::1%eth0", undefined, undefined],
  ])("an address, %j, is its own network", (text, network, family) => {
    const cidr = readNet(text);
    expect(cidr && maskedText(cidr)).toBe(network);
    expect(addressFamily(text)).toBe(family);
    expect(readCidr(text)).toBeUndefined();
  });
});

describe("hardware addresses", () => {
  const bytes = (count: number, by: string) => Array(count).fill("aB").join(by);
  test.each([
    ...[6, 8, 20].flatMap((count) => [bytes(count, ":"), bytes(count, "-")]),
    ...["aabb.ccdd.eeff", "aabb.ccdd.eeff.0011", Array(10).fill("0123").join(".")],
  ])("%s is one", (text) => expect(isMac(text)).toBe(true));
  test.each([
    ...["", "aa", "aabbccddeeff", bytes(5, ":"), bytes(7, ":"), bytes(19, "-"), bytes(21, ":"), "aa:bb:cc:dd:ee-ff"],
    ...[
      "aa:bb:cc:dd:ee:fg",
      "aa:bb:cc:dd:ee:f",
      "aa:bb:cc:dd:ee:ff:",
      ":aa:bb:cc:dd:ee:ff",
      "aabb.ccdd",
      "aab.ccdd.eeff",
    ],
    ...["aabb:ccdd:eeff", "aa.bb.cc.dd.ee.ff", " aa:bb:cc:dd:ee:ff", "aa:bb:cc:dd:ee:ff\n"],
  ])("%j is none", (text) => expect(isMac(text)).toBe(false));
});
