import { CODE, ruleDetail } from "../reasons.ts";

// What a way has decided about a packet so far, as one number: 0 for nothing, else what becomes of the packet, the number of a
// decision of the way, and the slot of the rule where it was one.

/** The packet is denied: the number is negative. */
export const DENIED = 1 << 31;
/** A rule let the packet on, which no default replaces. */
export const BY_RULE = 1 << 30;
/** The packet goes on to the next rules of its stage: nothing is decided. */
export const NEXT = 1 << 29;
/** Bits of the slot; the number of the decision has those above, up to `NEXT`. */
const SLOT_BITS = 20;
/** More rules a list of a way does not have. */
export const MOST_SLOTS = 2 ** SLOT_BITS;
const MOST_DECISIONS = 2 ** (29 - SLOT_BITS) - 1;

/** One decision that a way may come to: the place and the code of its reason. */
export interface Decision {
  readonly isTo: boolean;
  readonly slot: number;
  readonly code: number;
  /** The detail of the reason; of a rule the index of its tier or profile. */
  readonly detail: number;
}

/** The decisions of a way, from 1 on. */
export interface Decisions {
  /** Adds one; returns its number in the bits where it belongs. */
  readonly add: (decision: Decision) => number;
  /** Whether there was a number for each. */
  readonly fit: () => boolean;
  readonly read: (decided: number) => Decision;
}

/** Starts the decisions of a way. */
export function newDecisions(): Decisions {
  const list: Decision[] = [];
  return {
    add: (decision) => list.push(decision) << SLOT_BITS,
    fit: () => list.length <= MOST_DECISIONS,
    read: (decided) => list[((decided & (NEXT - 1)) >>> SLOT_BITS) - 1] as Decision,
  };
}

/** The detail of the reason (`resolveReason`) of a number. */
export function detailOf({ code, detail }: Decision, decided: number): number {
  const isRule = code === CODE.rule || code === CODE.profileRule;
  return isRule ? ruleDetail(detail, decided & (MOST_SLOTS - 1), 4) : detail;
}
