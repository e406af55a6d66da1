import { CODE, ruleDetail } from "../reasons.ts";

// What a way has decided about a packet so far, as one number: 0 for nothing, else what becomes of the packet, the number of a
// decision of the way, which end it is about, and the slot of the rule where it was one.

/** The packet is denied: the number is negative. */
export const DENIED = 1 << 31;
/** A rule let the packet on, which no default replaces. */
export const BY_RULE = 1 << 30;
/** The packet goes on to the next rules of its stage: nothing is decided. */
export const NEXT = 1 << 29;
/** The decision is about the end that the packet reaches, else about the one that it is from. */
export const ABOUT_TO = 1 << 28;
/** Bits of the slot; the number of the decision has those above, up to `ABOUT_TO`. */
const SLOT_BITS = 19;
/** More rules a list of a way does not have. */
export const MOST_SLOTS = 2 ** SLOT_BITS;
const MOST_DECISIONS = 2 ** (28 - SLOT_BITS) - 1;

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
    add: (decision) => (list.push(decision) << SLOT_BITS) | (decision.isTo ? ABOUT_TO : 0),
    fit: () => list.length <= MOST_DECISIONS,
    read: (decided) => list[((decided & (ABOUT_TO - 1)) >>> SLOT_BITS) - 1] as Decision,
  };
}

/** The detail of the reason (`resolveReason`) of a number. */
export function detailOf({ code, detail }: Decision, decided: number): number {
  const isRule = code === CODE.rule || code === CODE.profileRule;
  return isRule ? ruleDetail(detail, decided & (MOST_SLOTS - 1), 4) : detail;
}
