import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressKey,
  addressOf,
  cidrContains,
  cidrsOverlap,
  formatAddress,
  formatCidr,
  isLinkLocal,
  parseAddress,
  parseCidr,
  parseInterfaceAddress,
  parseNet,
  sameAddress,
} from "../../../src/model/net/address.ts";

describe("addresses", () => {
  const cases: [string, string | undefined][] = [
    ["10.0.0.1", "10.0.0.1"],
    ["255.255.255.255", "255.255.255.255"],
    ["::", "::"],
    ["::1", "::1"],
    ["fd00:0:0:0:0:0:0:1", "fd00::1"],
    ["FD00::A", "fd00::a"],
    ["1:0:0:2:0:0:0:3", "1:0:0:2::3"],
    ["1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"],
    ["::ffff:10.0.0.1", "10.0.0.1"],
    ["64:ff9b::10.0.0.1", "64:ff9b::a00:1"],
    ["10.0.0", undefined],
    ["10.0.0.256", undefined],
    ["10.0.0.01", undefined],
    ["10.0.0.1/8", undefined],
    [" 10.0.0.1", undefined],
    ["1:2", undefined],
    ["1::2::3", undefined],
    ["1:2:3:4:5:6:7:8:9", undefined],
    ["1:2:3:4:5:6:7::8", undefined],
    ["fe80::1%eth0", undefined],
    ["12345::", undefined],
    ["10.0.0.1::", undefined],
    ["", undefined],
  ];
  test.each(cases)("%j", (text, canonical) => {
    const address = parseAddress(text);
    expect(address && formatAddress(address)).toBe(canonical);
  });
  test("printing and reading back gives the same", () => {
    const any = fc.oneof(
      fc.bigInt({ min: 0n, max: (1n << 32n) - 1n }).map((value) => ({ family: 4 as const, value })),
      fc.bigInt({ min: 1n << 64n, max: (1n << 128n) - 1n }).map((value) => ({ family: 6 as const, value })),
    );
    fc.assert(
      fc.property(any, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
      { seed: 1 },
    );
  });
  test("keys tell families apart", () => {
    expect(addressKey({ family: 4, value: 1n })).not.toBe(addressKey({ family: 6, value: 1n }));
  });
});

describe("networks", () => {
  const cases: [string, string | undefined, boolean?][] = [
    ["10.0.0.0/8", "10.0.0.0/8", true],
    ["10.0.0.7/8", "10.0.0.0/8", false],
    ["0.0.0.0/0", "0.0.0.0/0", true],
    ["10.0.0.1/32", "10.0.0.1/32", true],
    ["fd00::1/64", "fd00::/64", false],
    ["10.0.0.0/33", undefined],
    ["10.0.0.0/08", "10.0.0.0/8", true],
    ["10.0.0.0/", undefined],
    ["10.0.0.0", undefined],
    ["fd00::/129", undefined],
  ];
  test.each(cases)("%j", (text, canonical, masked) => {
    const cidr = parseCidr(text);
    expect(cidr && formatCidr(cidr)).toBe(canonical);
    expect(cidr?.masked).toBe(masked);
  });
  test("a plain address is the network of itself", () => {
    expect(parseNet("10.0.0.1")?.prefix).toBe(32);
    expect(parseNet("fd00::1")?.prefix).toBe(128);
    expect(parseNet("10.0.0.0/8")?.prefix).toBe(8);
  });
  test("contain what has their bits, of their family", () => {
    const holds = (net: string, text: string) => {
      const [cidr, address] = [parseNet(net), parseAddress(text)];
      return cidr && address ? cidrContains(cidr, address) : undefined;
    };
    expect(holds("10.0.0.7/8", "10.255.0.1")).toBe(true);
    expect(holds("10.0.0.0/8", "11.0.0.1")).toBe(false);
    expect(holds("0.0.0.0/0", "fd00::1")).toBe(false);
    expect(holds("::/0", "fd00::1")).toBe(true);
  });
});

describe("relations", () => {
  const address = (text: string) => parseAddress(text) ?? expect.unreachable(text);
  const net = (text: string) => parseNet(text) ?? expect.unreachable(text);

  test.each([
    ["10.0.0.1", "::ffff:10.0.0.1", true],
    ["fd00::1", "FD00:0::1", true],
    ["0.0.0.1", "::1", false],
    ["10.0.0.1", "10.0.0.2", false],
  ])("%s is the address %s: %s", (a, b, same) => expect(sameAddress(address(a), address(b))).toBe(same));
  test.each([
    ["fe80::1", true],
    ["FEBF:FFFF::", true],
    ["fec0::", false],
    ["fe7f::1", false],
    ["169.254.0.1", false],
  ])("%s is an IPv6 link-local address: %s", (text, expected) => expect(isLinkLocal(address(text))).toBe(expected));
  test.each([
    ["10.0.0.0/8", "10.1.0.0/16", true],
    ["10.1.0.0/16", "10.0.0.7/8", true],
    ["10.0.0.0/9", "10.128.0.0/9", false],
    ["::/0", "0.0.0.0/0", false],
  ])("%s overlaps %s: %s", (a, b, expected) => expect(cidrsOverlap(net(a), net(b))).toBe(expected));
  test.each([
    ["10.0.0.7/8", "10.0.0.7"],
    ["::ffff:10.0.0.7/104", "10.0.0.7"],
    ["::ffff:10.0.0.7/64", "10.0.0.7"],
    ["fd00::7/64", "fd00::7"],
  ])("the address of %s is %s", (text, expected) => expect(formatAddress(addressOf(net(text)))).toBe(expected));
});

describe("addresses with or without a prefix length", () => {
  test.each<[text: string, family: 4 | 6 | undefined]>([
    ["10.0.0.1", 4],
    ["10.0.0.1/24", 4],
    ["10.0.0.1/024", 4],
    ["::1", 6],
    ["fd00::1/64", 6],
    ["::ffff:10.0.0.1", 4],
    ["::ffff:10.0.0.1/120", 4],
    ["::ffff:10.0.0.1/64", 4],
    ["10.0.0.1/33", undefined],
    ["10.0.0.1/", undefined],
    ["fe80::1%eth0", undefined],
    ["[::1]", undefined],
    ["", undefined],
  ])("the family of the address in %j", (text, family) => expect(parseInterfaceAddress(text)?.family).toBe(family));
});
