import type { FelixSettings, World } from "../world/compiled.ts";
import type { CompiledWorld } from "./compiled-world.ts";
import type { ClassedPacket } from "./rule-list.ts";
import { newPacket } from "./table-packet.ts";

/** The packet goes on. */
export const ON = 0;
/** No reason yet. */
export const NO_REASON = -1;
/** A packet on its path, with its marks (`Part` of path/domain.ts) as numbers. Reasons are of `reasonOf`, each with a detail. */
export interface PacketState extends ClassedPacket {
  readonly compiled: CompiledWorld;
  readonly world: World;
  settings: FelixSettings;
  isReply: boolean;
  /** 0, or which stage set the accepted mark: 1 untracked, 2 pre-DNAT. */
  accepted: number;
  /** Whether the packet went to the node itself instead of on to its `to`. */
  isTurnedBack: boolean;
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
    sourceClass: 0,
    destinationClass: 0,
    dependsOnServices: false,
    compiled: compiled,
    world: compiled.world,
    settings,
    isReply: false,
    accepted: 0,
    isTurnedBack: false,
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
  into.isTurnedBack = false;
  into.allowedBy = NO_REASON;
  into.defaultBy = NO_REASON;
}
