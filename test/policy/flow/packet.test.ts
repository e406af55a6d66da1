import { describe, expect, test } from "vitest";
import { hasPorts } from "../../../src/model/net/protocol.ts";
import type { Packet } from "../../../src/policy/flow/packet.ts";
import {
  expectsReply,
  parseTcpFlags,
  replyPacket,
  replyStateWithoutConnection,
  stateWithoutConnection,
} from "../../../src/policy/flow/packet.ts";

const source = { family: 4, value: 1n } as const;
const destination = { family: 4, value: 2n } as const;
const packet = (protocol: number, more: Partial<Packet> = {}): Packet => ({
  family: 4,
  protocol,
  source,
  destination,
  ...more,
});

describe("the state of a packet without a connection", () => {
  const cases: [Packet, string | undefined, string][] = [
    [packet(6), undefined, "new"],
    [packet(6), "SYN", "new"],
    [packet(6), "ACK", "new"],
    [packet(6), "PSH+ACK", "new"],
    [packet(6), "SYN+ACK", "invalid"],
    [packet(6), "SYNACK", "invalid"],
    [packet(6), "RST", "invalid"],
    [packet(6), "RST,ACK", "invalid"],
    [packet(6), "FIN+ACK", "invalid"],
    [packet(6), "PSH", "invalid"],
    [packet(17), undefined, "new"],
    [packet(132), undefined, "new"],
    [packet(99), undefined, "new"],
    ...[8, 13, 15, 17].map((icmpType): [Packet, undefined, string] => [packet(1, { icmpType }), undefined, "new"]),
    ...[0, 3, 11, 14].map((icmpType): [Packet, undefined, string] => [packet(1, { icmpType }), undefined, "invalid"]),
    [packet(58, { icmpType: 128 }), undefined, "new"],
    [packet(58, { icmpType: 129 }), undefined, "invalid"],
    [packet(58, { icmpType: 135 }), undefined, "untracked"],
  ];
  test.each(cases)("%o %s", (of, flags, state) => expect(stateWithoutConnection(of, flags)).toBe(state));
});

test("TCP flags are read however they are joined", () => {
  expect([...(parseTcpFlags("syn+ack") ?? [])]).toEqual(["SYN", "ACK"]);
  expect([...(parseTcpFlags("SYNACK") ?? [])]).toEqual(["SYN", "ACK"]);
  for (const text of ["", "SY", "SYN+", "XYZ", "SYN+XYZ"]) expect(parseTcpFlags(text)).toBeUndefined();
});

test("a reply has its ends swapped and ICMP answers", () => {
  const tcp = packet(6, { sourcePort: 40000, destinationPort: 80 });
  expect(replyPacket(tcp)).toEqual({
    ...tcp,
    source: destination,
    destination: source,
    sourcePort: 80,
    destinationPort: 40000,
  });
  expect(replyPacket(packet(1, { icmpType: 8 })).icmpType).toBe(0);
  expect(replyPacket(packet(1, { icmpType: 13 })).icmpType).toBe(14);
  expect(replyPacket(packet(58, { icmpType: 128 })).icmpType).toBe(129);
});

test("replies without a connection entry: TCP, SCTP and ICMP are INVALID, the rest is new", () => {
  const states = [6, 132, 1, 58, 17, 136, 99].map((protocol) => replyStateWithoutConnection(packet(protocol)));
  expect(states).toEqual(["invalid", "invalid", "invalid", "invalid", "new", "new", "new"]);
});

test("who gets a reply", () => {
  expect(expectsReply(packet(6), "new")).toBe(true);
  expect(expectsReply(packet(6), "established")).toBe(true);
  expect(expectsReply(packet(6), "invalid")).toBe(false);
  expect(expectsReply(packet(17), "untracked")).toBe(true);
  expect(expectsReply(packet(58, { icmpType: 135 }), "untracked")).toBe(false);
  expect(expectsReply(packet(1, { icmpType: 8 }), "untracked")).toBe(true);
});

test("protocols with ports", () => {
  expect([6, 17, 132, 136].every(hasPorts)).toBe(true);
  expect([1, 58, 99, 4].some(hasPorts)).toBe(false);
});
