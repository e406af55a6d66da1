import { expect, test } from "vitest";
import {
  hasPorts,
  PROTOCOL_NUMBERS,
  protocolInAnyCase,
  protocolName,
  protocolNumber,
  protocolNumberInAnyCase,
} from "../../../src/model/net/protocol.ts";

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

test("people write names in any case, manifests do not", () => {
  const texts = ["tcp", "TCP", "icmpV6", "udplite", "6", 6, "0", "tcpp", ""];
  expect(texts.map(protocolNumberInAnyCase)).toEqual([6, 6, 58, 136, 6, 6, undefined, undefined, undefined]);
  expect(protocolNumber("tcp")).toBeUndefined();
  expect(["sctp", "Icmp", "icmp6"].map(protocolInAnyCase)).toEqual(["SCTP", "ICMP", undefined]);
});

test("which protocols have ports", () => {
  const { TCP, UDP, SCTP, UDPLite, ICMP, ICMPv6 } = PROTOCOL_NUMBERS;
  expect([TCP, UDP, SCTP, UDPLite, ICMP, ICMPv6, 99].map(hasPorts)).toEqual([
    true,
    true,
    true,
    true,
    ...Array(3).fill(false),
  ]);
});
