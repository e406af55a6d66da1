import { expect, test } from "vitest";
import { protocolName, protocolNumber } from "../../../src/model/net/protocol.ts";

test("protocolNumber reads names in Calico's spelling, numbers and digits", () => {
  expect(["TCP", "UDP", "ICMP", "ICMPv6", "SCTP", "UDPLite"].map(protocolNumber)).toEqual([6, 17, 1, 58, 132, 136]);
  expect([6, "6", "255", 1].map(protocolNumber)).toEqual([6, 6, 255, 1]);
});

test("and nothing else", () => {
  for (const text of ["tcp", "", "0", 0, 256, "256", 6.5, "-6", "6 ", "toString", "__proto__"]) {
    expect(protocolNumber(text)).toBeUndefined();
  }
});

test("protocolName", () => {
  expect([6, 17, 1, 58, 132, 136, 99].map(protocolName)).toEqual([
    "TCP",
    "UDP",
    "ICMP",
    "ICMPv6",
    "SCTP",
    "UDPLite",
    "99",
  ]);
});
