import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { expectsReply, type Packet, replyPacket, replyStateWithoutConnection } from "../flow/packet.ts";
import type { FelixSettings, World } from "../world/compiled.ts";
import { type ClassedPacket, GROUPS, WORDS } from "./classes/classed-packet.ts";
import { NO_PORT } from "./classes/rule-ranges.ts";
import type { CompiledWorld } from "./compiled-world.ts";
import { newPacket, packetOf, type STATES, type TablePacket, UNTRACKED } from "./table-packet.ts";

const { ICMP, ICMPv6 } = PROTOCOL_NUMBERS;

/** No decision yet: the packet goes on. */
export const UNDECIDED = 0;
/** No reason yet. */
export const NO_REASON = -1;
/** A packet on its path, with its marks (`Part` of path/domain.ts) as numbers. Reasons are of `reasonOf`, each with a detail. */
export interface PacketState extends ClassedPacket {
  readonly compiled: CompiledWorld;
  readonly world: World;
  settings: FelixSettings;
  isReply: boolean;
  /** Whether it is an answer to another packet, tracked or not. */
  isAnswer: boolean;
  /** 0, or which stage set the accepted mark: 1 untracked, 2 pre-DNAT. */
  accepted: number;
  /** Whether DNAT sent the packet to the node itself instead of on to its `to`. */
  isRedirectedToNode: boolean;
  allowedBy: number;
  allowedDetail: number;
  defaultBy: number;
  defaultDetail: number;
  reason: number;
  detail: number;
}

/** A state to be filled. */
export function newState(compiled: CompiledWorld, settings: FelixSettings): PacketState {
  const { from: _from, to: _to, ...packet } = newPacket();
  return {
    ...packet,
    words: new Int32Array(WORDS),
    classified: 0,
    dependsOnServices: false,
    compiled: compiled,
    world: compiled.world,
    settings,
    isReply: false,
    isAnswer: false,
    accepted: 0,
    isRedirectedToNode: false,
    allowedBy: NO_REASON,
    allowedDetail: 0,
    defaultBy: NO_REASON,
    defaultDetail: 0,
    reason: NO_REASON,
    detail: 0,
  };
}

/** Forgets what the last packet left behind. */
export function restart(into: PacketState, state: number, isReply: boolean): void {
  into.state = state;
  into.isReply = isReply;
  into.accepted = 0;
  into.isRedirectedToNode = false;
  into.allowedBy = NO_REASON;
  into.defaultBy = NO_REASON;
}

/** Fills a state with the addresses, ports and ICMP fields of a packet. */
export function load(state: PacketState, packet: TablePacket): void {
  state.family = packet.family;
  state.protocol = packet.protocol;
  state.source = packet.source;
  state.destination = packet.destination;
  state.source6 = packet.source6;
  state.destination6 = packet.destination6;
  state.sourcePort = packet.sourcePort;
  state.destinationPort = packet.destinationPort;
  state.icmpType = packet.icmpType;
  state.icmpCode = packet.icmpCode;
  state.classified = 0;
}

/** Translates the destination of a packet. */
export function translateDestination(state: PacketState, { destination, destinationPort }: Packet): void {
  if (state.family === 4) state.destination = Number(destination.value);
  else state.destination6 = destination.value;
  state.destinationPort = destinationPort ?? NO_PORT;
  state.classified &= ~GROUPS.destination;
}

/** Turns a packet into its reply: addresses and ports change sides, an ICMP request becomes the answer. */
export function turnIntoReply(state: PacketState): void {
  if (state.protocol === ICMP || state.protocol === ICMPv6) state.icmpType = replyPacket(packetOf(state)).icmpType ?? 0;
  state.classified = 0;
  const { source, source6, sourcePort } = state;
  state.source = state.destination;
  state.source6 = state.destination6;
  state.sourcePort = state.destinationPort;
  state.destination = source;
  state.destination6 = source6;
  state.destinationPort = sourcePort;
}

/** Whether a reply follows (`expectsReply`), without making an object where the answer is plain. */
export function getsReply(state: PacketState): boolean {
  if (state.state !== UNTRACKED || (state.protocol !== ICMP && state.protocol !== ICMPv6)) return state.state !== 2;
  return expectsReply(packetOf(state), "untracked");
}

/** The conntrack state of the reply of an untracked packet. */
export function replyStateOf(state: PacketState): (typeof STATES)[number] {
  return replyStateWithoutConnection(packetOf(state));
}
