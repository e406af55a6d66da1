import { describe, expect, test } from "vitest";
import {
  cidrContains,
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidr,
  parseNet,
} from "../../../src/model/net/address.ts";

/** Ways to write one address, and how it is written here. */
const ADDRESSES: readonly (readonly [canonical: string, ...ways: string[]])[] = [
  ["0.0.0.0", "0.0.0.0", "::ffff:0.0.0.0", "::ffff:0:0"],
  ["10.0.0.1", "10.0.0.1", "::ffff:10.0.0.1", "::FFFF:a00:1", "0:0:0:0:0:ffff:10.0.0.1"],
  ["255.255.255.255", "255.255.255.255", "::ffff:ffff:ffff"],
  ["::", "::", "0::", "::0", "0::0", "0:0:0:0:0:0:0:0", "::0.0.0.0"],
  ["::1", "::1", "0:0:0:0:0:0:0:1", "::0.0.0.1", "0000::0001"],
  ["::a00:1", "::10.0.0.1", "::a00:1", "0:0:0:0:0:0:10.0.0.1"],
  ["::1:ffff:a00:1", "::1:ffff:10.0.0.1"],
  ["1::", "1::", "1:0:0:0:0:0:0:0"],
  ["fd00::1", "fd00::1", "FD00::0001", "fd00:0:0:0::1", "fd00::0:1"],
  ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:0.7.0.8"],
  ["1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7::"],
  ["0:2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8", "::2:3:4:5:6:7:8"],
  ["1::4:5:6:7:8", "1:0:0:4:5:6:7:8", "1::4:5:6:7:8"],
  ["1::4:0:0:7:8", "1:0:0:4:0:0:7:8", "1::4:0:0:7:8"],
  ["1:0:0:4::8", "1:0:0:4:0:0:0:8", "1:0:0:4::8"],
  ["64:ff9b::c000:201", "64:ff9b::192.0.2.1"],
];

const NO_ADDRESSES = [
  ...[
    "10.0.0.",
    "10.0.0.1.",
    ".10.0.0.1",
    "10..0.1",
    "10.0.0.-1",
    "10.0.0.1e0",
    "0x0a.0.0.1",
    "010.0.0.1",
    "10.0.0.00",
  ],
  ...["167772161", "10.0.0.1\n", "10.0.0.1%eth0", "１０.0.0.1", "localhost", ":", ":::", "1:", ":1", "::1::"],
  ...["1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1:2:3:4:5:6:7:8", "1::2:3:4:5:6:7:8", "g::", "00001::", "::-1", "1: :2"],
  ...[
    "::10.0.0",
    "::10.0.0.256",
    "10.0.0.1::",
    "1:10.0.0.1:2::",
    "::1:2:3:4:5:6:7:10.0.0.1",
    "[::1]",
    "::1/128",
    "fe80::1%1",
    "1::10.0.0.1:2",
    "a",
    "10",
  ],
];

describe("addresses", () => {
  test.each(ADDRESSES.flatMap(([canonical, ...ways]) => ways.map((way) => [way, canonical] as const)))(
    "%s is %s",
    (way, canonical) => {
      const address = parseAddress(way);
      expect(address && formatAddress(address)).toBe(canonical);
      expect(address?.family).toBe(canonical.includes(":") ? 6 : 4);
    },
  );
  test.each(NO_ADDRESSES)("%j is not an address", (text) => expect(parseAddress(text)).toBeUndefined());
});

/** A network as written, without its host bits, and whether it had any. */
const NETWORKS: readonly (readonly [text: string, network: string, masked: boolean])[] = [
  ["0.0.0.0/0", "0.0.0.0/0", true],
  ["255.255.255.255/0", "0.0.0.0/0", false],
  ["128.0.0.0/1", "128.0.0.0/1", true],
  ["192.168.1.255/25", "192.168.1.128/25", false],
  ["192.168.1.1/31", "192.168.1.0/31", false],
  ["192.168.1.1/32", "192.168.1.1/32", true],
  ["::/0", "::/0", true],
  ["8000::/1", "8000::/1", true],
  ["fd00::ffff/113", "fd00::8000/113", false],
  ["fd00::1/127", "fd00::/127", false],
  ["fd00::1/128", "fd00::1/128", true],
  ["FD00::/8", "fd00::/8", true],
];
const NO_NETWORKS = [
  ...["10.0.0.0/", "/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8 ", " 10.0.0.0/8", "10.0.0.0//8"],
  ...["10.0.0/8", "10.0.0.0/255.0.0.0", "10.0.0.0/1e1", "10.0.0.0/8/8", "x10.0.0.0/8", "fd00::/129"],
  ...["fd00::%1/64", "::ffff:10.0.0.0/129", "10.0.0.0", "fd00::", ""],
];

describe("networks", () => {
  test.each(NETWORKS)("%s is %s", (text, network, masked) => {
    const cidr = parseCidr(text);
    expect(cidr && formatCidr(cidr)).toBe(network);
    expect(cidr?.masked).toBe(masked);
    expect(parseNet(text)).toEqual(cidr);
  });
  test.each(NO_NETWORKS)("%j is not a network", (text) => expect(parseCidr(text)).toBeUndefined());

  test.each<[network: string, inside: string, outside: string]>([
    ["10.0.0.0/8", "10.0.0.0 10.255.255.255 ::ffff:10.1.1.1", "9.255.255.255 11.0.0.0 a00::"],
    ["10.0.0.7/8", "10.200.0.1", "11.0.0.7"],
    ["0.0.0.0/0", "0.0.0.0 255.255.255.255", ":: ::1"],
    ["192.168.1.1", "192.168.1.1", "192.168.1.0 192.168.1.2"],
    ["192.168.1.0/31", "192.168.1.0 192.168.1.1", "192.168.1.2 192.168.0.255"],
    ["::/0", "::1 ffff::", "0.0.0.1 10.0.0.1"],
    ["fd00::/127", "fd00:: fd00::1", "fd00::2 fcff::1"],
    ["fd00::1", "fd00::1", "fd00:: fd00::2 fd00::1:1"],
  ])("%s holds %s", (network, inside, outside) => {
    const holds = (text: string): boolean => {
      const [net, address] = [parseNet(network), parseAddress(text)];
      return cidrContains(net ?? expect.unreachable(network), address ?? expect.unreachable(text));
    };
    expect(inside.split(" ").filter((text) => !holds(text))).toEqual([]);
    expect(outside.split(" ").filter(holds)).toEqual([]);
  });
});
