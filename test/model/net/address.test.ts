import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressKey,
  cidrContains,
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidr,
  parseNet,
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
