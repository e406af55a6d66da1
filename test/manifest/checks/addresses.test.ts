import { describe, expect, test } from "vitest";
import { isMac } from "../../../src/manifest/checks/addresses.ts";

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
  ])("%j is invalid", (text) => expect(isMac(text)).toBe(false));
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
