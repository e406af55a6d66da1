import { type Address, BITS } from "../../../model/net/address.ts";
import { hasPorts, PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import type { Interval } from "../../sets/dimension.ts";

/** A family's address as the sets have it: a number for IPv4, a bigint for IPv6. */
export function addressNumber({ family, value }: Address): number | bigint {
  return family === 4 ? Number(value) : value;
}

/** The addresses of networks of one family; those of the other have none of it. */
export function netIntervals(
  nets: Iterable<{ readonly family: 4 | 6; readonly first: bigint; readonly last: bigint }>,
  family: 4 | 6,
): Interval[] {
  const intervals: Interval[] = [];
  for (const { family: own, first, last } of nets) {
    if (own !== family) continue;
    intervals.push(family === 4 ? [Number(first), Number(last)] : [first, last]);
  }
  return intervals;
}

/** One address as an interval. */
export function addressInterval(address: Address): Interval {
  const number = addressNumber(address);
  return [number, number];
}

/** The address of a family that a number of the sets is. */
export function numberAddress(number: number | bigint, family: 4 | 6): Address {
  return { family, value: BigInt(number) };
}

const ALL_PROTOCOLS = Array.from({ length: 256 }, (_, protocol) => protocol);

/** The protocols whose packets have ports. */
export const PORT_PROTOCOLS: readonly Interval[] = ALL_PROTOCOLS.filter(hasPorts).map((protocol) => [
  protocol,
  protocol,
]);

/** The protocols of which packets can be given: 0 is none (`protocolNumber`). */
export const PACKET_PROTOCOLS: readonly Interval[] = [[1, 255]];

/** ICMP of an IP version, by protocol number. */
export function icmpOf(family: 4 | 6): number {
  return family === 4 ? PROTOCOL_NUMBERS.ICMP : PROTOCOL_NUMBERS.ICMPv6;
}

/** ICMP types with their codes as values of the dimension `portOrIcmp`: type * 256 + code, for all codes of each type. */
export function icmpTypeIntervals(types: Iterable<number>): Interval[] {
  return Array.from(types, (type) => [type * 256, type * 256 + 255]);
}

/** The last address of a family. */
export function lastAddress(family: 4 | 6): bigint {
  return (1n << BigInt(BITS[family])) - 1n;
}
