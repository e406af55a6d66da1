import type { Address } from "../../model/net/address.ts";
import { hasPorts } from "../../model/net/protocol.ts";
import type { ConntrackState, Packet } from "../flow/packet.ts";
import { icmpOf } from "./classes/headers.ts";
import { NO_PORT } from "./classes/rule-ranges.ts";

/** The states of connection tracking by number. */
export const STATES = ["new", "established", "invalid", "untracked"] as const satisfies readonly ConntrackState[];
export const NEW = 0;
export const ESTABLISHED = 1;
export const INVALID = 2;
export const UNTRACKED = 3;

/** No `to` is given: it is resolved by the packet's destination. */
export const NO_END = -1;

/**
 * A flow as numbers, to be filled and reused. `from` and `to` are ends by the evaluator's numbers, `to` may be `NO_END`.
 * IPv4 addresses are in `source` and `destination`, IPv6 ones in `source6` and `destination6`. A packet without ports has
 * `NO_PORT` in both; one that is not ICMP (`protocol` 1 or 58) has type and code 0.
 */
export interface TablePacket {
  from: number;
  to: number;
  family: 4 | 6;
  protocol: number;
  source: number;
  destination: number;
  source6: bigint;
  destination6: bigint;
  sourcePort: number;
  destinationPort: number;
  icmpType: number;
  icmpCode: number;
  /** Connection tracking's state, an index into `STATES`. */
  state: number;
}

/** A packet to be filled. */
export function newPacket(): TablePacket {
  return {
    from: NO_END,
    to: NO_END,
    family: 4,
    protocol: 6,
    source: 0,
    destination: 0,
    source6: 0n,
    destination6: 0n,
    sourcePort: NO_PORT,
    destinationPort: NO_PORT,
    icmpType: 0,
    icmpCode: 0,
    state: NEW,
  };
}

/** Fills in the protocol, addresses, ports and ICMP type and code of a packet. */
export function fillPacket(into: TablePacket, packet: Packet): void {
  const { family, source, destination } = packet;
  into.family = family;
  into.protocol = packet.protocol;
  into.source = family === 4 ? Number(source.value) : 0;
  into.destination = family === 4 ? Number(destination.value) : 0;
  into.source6 = family === 6 ? source.value : 0n;
  into.destination6 = family === 6 ? destination.value : 0n;
  into.sourcePort = packet.sourcePort ?? NO_PORT;
  into.destinationPort = packet.destinationPort ?? NO_PORT;
  into.icmpType = packet.icmpType ?? 0;
  into.icmpCode = packet.icmpCode ?? 0;
}

type Numbers = Omit<TablePacket, "from" | "to" | "state">;

/** The source address. */
export function sourceOf({ family, source, source6 }: Numbers): Address {
  return { family, value: family === 4 ? BigInt(source) : source6 };
}

/** The destination address. */
export function destinationOf({ family, destination, destination6 }: Numbers): Address {
  return { family, value: family === 4 ? BigInt(destination) : destination6 };
}

/** The packet as the explaining evaluator has it. */
export function packetOf(numbers: Numbers): Packet {
  const { family, protocol, sourcePort, destinationPort, icmpType, icmpCode } = numbers;
  const isIcmp = protocol === icmpOf(4) || protocol === icmpOf(6);
  return {
    family,
    protocol,
    source: sourceOf(numbers),
    destination: destinationOf(numbers),
    ...(hasPorts(protocol) ? { sourcePort, destinationPort } : {}),
    ...(isIcmp ? { icmpType, icmpCode } : {}),
  };
}
