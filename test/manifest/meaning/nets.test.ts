import { describe, expect, test } from "vitest";
import { addressFamily, isMac, maskedText, readCidr, readNet } from "../../../src/manifest/meaning/nets.ts";
import { formatAddress } from "../../../src/model/address.ts";

describe("networks as Go reads them", () => {
  const show = (text: string, read: typeof readNet) => {
    const cidr = read(text);
    return cidr && `${formatAddress(cidr.address)}/${cidr.prefix}${cidr.masked ? "" : " unmasked"}`;
  };
  const check = (read: typeof readNet, table: Readonly<Record<string, string | undefined>>) => {
    for (const [text, expected] of Object.entries(table)) expect(show(text, read), text).toBe(expected);
  };

  test("with a prefix length", () =>
    check(readCidr, {
      "10.0.0.0/8": "10.0.0.0/8",
      "10.0.0.0/08": "10.0.0.0/8",
      "10.0.0.1/8": "10.0.0.1/8 unmasked",
      "0.0.0.0/0": "0.0.0.0/0",
      "0.0.0.0/00": "0.0.0.0/0",
      "2001:DB8::/32": "2001:db8::/32",
      "::ffff:10.0.0.0/104": "10.0.0.0/8",
      "::ffff:10.0.0.1/104": "10.0.0.1/8 unmasked",
      "::ffff:10.0.0.1/64": "10.0.0.1/0 unmasked",
      "10.0.0.1": undefined,
      "10.0.0.0/": undefined,
      "10.0.0.0/-1": undefined,
      "10.0.0.0/33": undefined,
      "10.0.0/8": undefined,
      "010.0.0.0/8": undefined,
      "/8": undefined,
      "2001:db8::/129": undefined,
      "10.0.0.0/8 ": undefined,
      "10.0.0.0/255.0.0.0": undefined,
      "": undefined,
    }));
  test("or without", () =>
    check(readNet, { "10.0.0.1": "10.0.0.1/32", "::1": "::1/128", "10.0.0.0/8": "10.0.0.0/8", host: undefined }));
  test("how they should be written", () => {
    const cidr = readCidr("10.1.2.3/8");
    expect(cidr && maskedText(cidr)).toBe("10.0.0.0/8");
  });
  test("families of addresses", () => {
    expect(["10.0.0.1", "::1", "::ffff:10.0.0.1", "fe80::1%eth0", "[::1]", "10.0.0.0/8"].map(addressFamily)).toEqual([
      4,
      6,
      4,
      undefined,
      undefined,
      undefined,
    ]);
  });
  test.each([
    ["aa:bb:cc:dd:ee:ff", true],
    ["AA-BB-CC-DD-EE-FF", true],
    ["aabb.ccdd.eeff", true],
    ["00:00:00:00:fe:80:00:00", true],
    ["aa:bb:cc:dd:ee", false],
    ["aa:bb-cc:dd:ee:ff", false],
    ["aabb.ccdd", false],
    ["bad", false],
    ["", false],
    ["aa:".repeat(1000), false],
  ])("hardware address %j", (text, expected) => expect(isMac(text)).toBe(expected));
});
