import type { Address } from "../../model/net/address.ts";
import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { wordList } from "../../model/word-list.ts";

const { TCP, SCTP, ICMP, ICMPv6 } = PROTOCOL_NUMBERS;

/** The state of a packet in connection tracking when it meets a stage. */
export type ConntrackState = "new" | "established" | "invalid" | "untracked";

/** A packet as rules see it: numbers only. */
export interface Packet {
  readonly family: 4 | 6;
  readonly protocol: number;
  readonly source: Address;
  readonly destination: Address;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

/** ICMP requests, which open a connection, and the type of the answer; anything else of ICMP is INVALID on its own. */
const ICMP_ANSWERS: ReadonlyMap<number, number> = new Map([
  [8, 0],
  [13, 14],
  [15, 16],
  [17, 18],
]);
const ECHO_REQUEST_V6 = 128;
const ECHO_REPLY_V6 = 129;

/** ICMPv6 of neighbour and multicast discovery, which the kernel never tracks. */
function isDiscovery(type: number): boolean {
  return (type >= 130 && type <= 136) || type === 143;
}

/**
 * The state of a packet that belongs to no known connection. A TCP packet is new when it is a SYN or, as the kernel picks
 * up running connections, a bare ACK (recorded: `conntrack-flags-*`).
 */
export function stateWithoutConnection(packet: Packet, tcpFlags: string | undefined): ConntrackState {
  switch (packet.protocol) {
    case TCP:
      return tcpFlags === undefined || opensConnection(tcpFlags) ? "new" : "invalid";
    case ICMP:
      return packet.icmpType === undefined || ICMP_ANSWERS.has(packet.icmpType) ? "new" : "invalid";
    case ICMPv6:
      if (packet.icmpType === undefined || packet.icmpType === ECHO_REQUEST_V6) return "new";
      return isDiscovery(packet.icmpType) ? "untracked" : "invalid";
    default:
      return "new";
  }
}

const FLAGS = ["SYN", "ACK", "FIN", "RST", "PSH", "URG", "ECE", "CWR"] as const;

/** What to do about flags that `parseTcpFlags` does not know. */
export const TCP_FLAGS_HELP = `write them as SYN+ACK; flags are ${wordList(FLAGS, "and")}`;

/** The TCP flags named in a text such as `SYN+ACK`, `SYNACK` or `syn,ack`; `undefined` when it holds anything else. */
export function parseTcpFlags(text: string): ReadonlySet<string> | undefined {
  const flags = new Set<string>();
  for (const word of text.toUpperCase().split(/[+,| ]/)) {
    if (word.length % 3 !== 0 || word === "") return undefined;
    for (let at = 0; at < word.length; at += 3) {
      const flag = word.slice(at, at + 3);
      if (!FLAGS.some((known) => known === flag)) return undefined;
      flags.add(flag);
    }
  }
  return flags;
}

function opensConnection(text: string): boolean {
  const flags = parseTcpFlags(text) ?? new Set<string>();
  if (flags.has("RST") || flags.has("FIN")) return false;
  return flags.has("SYN") !== flags.has("ACK");
}

/** Whether the packet is one that an answer is expected to; an ICMP answer or error, or a TCP RST, gets none. */
export function expectsReply(packet: Packet, state: ConntrackState): boolean {
  return state === "new" || state === "established" || (state === "untracked" && !isIcmpAnswer(packet));
}

function isIcmpAnswer({ protocol, icmpType = 8 }: Packet): boolean {
  return (protocol === ICMP && !ICMP_ANSWERS.has(icmpType)) || (protocol === ICMPv6 && icmpType !== ECHO_REQUEST_V6);
}

/** The answer to a packet: ends swapped, the answering ICMP type. */
export function replyPacket(packet: Packet): Packet {
  const { sourcePort, destinationPort, icmpType } = packet;
  const { sourcePort: _from, destinationPort: _to, ...rest } = packet;
  return {
    ...rest,
    source: packet.destination,
    destination: packet.source,
    ...(destinationPort === undefined ? {} : { sourcePort: destinationPort }),
    ...(sourcePort === undefined ? {} : { destinationPort: sourcePort }),
    ...(icmpType === undefined ? {} : { icmpType: answerType(packet.protocol, icmpType) }),
  };
}

/** The ICMP type of the answer to a packet of a type. */
export function answerType(protocol: number, type: number): number {
  if (protocol === ICMPv6) return type === ECHO_REQUEST_V6 ? ECHO_REPLY_V6 : type;
  return ICMP_ANSWERS.get(type) ?? type;
}

/** The state of a reply that has no connection entry, its flow being untracked: TCP, SCTP and ICMP answers are INVALID alone. */
export function replyStateWithoutConnection({ protocol }: Packet): ConntrackState {
  return protocol === TCP || protocol === SCTP || protocol === ICMP || protocol === ICMPv6 ? "invalid" : "new";
}
