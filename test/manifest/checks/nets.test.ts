import { describe, expect, test } from "vitest";
import { hostFamily, isMac } from "../../../src/manifest/checks/nets.ts";

describe("addresses", () => {
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
  ])("the family of %j", (text, family) => expect(hostFamily(text)).toBe(family));
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
