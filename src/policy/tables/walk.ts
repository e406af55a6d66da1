import { AFTER_ROUTING } from "../path/chains.ts";
import { isIn } from "./classes/address-ranges.ts";
import { KINDS, type TableEnd } from "./ends.ts";
import { atEnd, evaluateChain, evaluateStage } from "./evaluate-stage.ts";
import { NO_REASON, type PacketState, UNDECIDED } from "./packet-state.ts";
import { END_CODE } from "./reasons.ts";
import { ALLOW, DENY } from "./rule-list.ts";
import { type ChainRow, rowsOf, type Stage } from "./stage.ts";

/** Translates the destination of a packet; true where the packet then goes to the node itself. */
export type DestinationNat = (incoming: TableEnd) => boolean;

type Rows = readonly ChainRow[];

/**
 * The chains after routing by `3 * from + to`, the ends' kinds as numbers; those before it each end has as a list
 * (`TableEnd.before`).
 */
const AFTER: readonly Rows[] = KINDS.flatMap((from) => KINDS.map((to) => rowsOf(AFTER_ROUTING[from][to])));
const PROCESS = KINDS.indexOf("process");
const OUT_OF_LOOPBACK = AFTER[3 * PROCESS + KINDS.indexOf("host")] as Rows;

/** The chains that a packet meets after routing. */
export function chainsAfterRouting(from: TableEnd, to: TableEnd): readonly ChainRow[] {
  return AFTER[3 * from.kindNumber + to.kindNumber] as Rows;
}

/**
 * Takes a packet through the node as path/walk.ts does, over the same chains, without allocating: `ALLOW` or `DENY`, the
 * reason left in the state.
 */
export function walk(
  state: PacketState,
  from: TableEnd,
  to: TableEnd,
  loopback: TableEnd,
  nat: DestinationNat,
): number {
  if (from.kind !== "process") return finish(state, walkTraversal(state, from, to, nat));
  if (to.kind !== "process") return finish(state, follow(state, chainsAfterRouting(from, to), from, to));
  // The two traversals of `traversalsOf`: out of the loopback interface, and in again without the mark.
  const out = follow(state, OUT_OF_LOOPBACK, from, loopback);
  if (out === DENY) return DENY;
  if (out === ALLOW) {
    state.allowedBy = state.reason;
    state.allowedDetail = state.detail;
  }
  state.accepted = 0;
  return finish(state, walkTraversal(state, loopback, to, undefined));
}

function walkTraversal(state: PacketState, from: TableEnd, to: TableEnd, nat: DestinationNat | undefined): number {
  const { before, otherSources } = from;
  const isSpoofed = isDropped(state, from);
  if (isSpoofed && otherSources === "source-raw") return dropSpoofed(state, from);
  for (let index = 0; index < before.length; index++) {
    const decision = evaluateStage(state, from, before[index] as Stage);
    if (decision !== UNDECIDED) return decision;
  }
  if (isSpoofed) return dropSpoofed(state, from);
  if (nat !== undefined) state.isRedirectedToNode = nat(from);
  const kind = state.isRedirectedToNode ? PROCESS : to.kindNumber;
  return follow(state, AFTER[3 * from.kindNumber + kind] as Rows, from, to);
}

/** Whether a workload sends an IPv4 packet from an address that is not its own; what was routed to it is routed back. */
function isDropped({ isAnswer, family, source }: PacketState, { otherSources, sources }: TableEnd): boolean {
  return otherSources !== "pass" && !isAnswer && family === 4 && !isIn(sources, source);
}

function dropSpoofed(state: PacketState, from: TableEnd): number {
  return atEnd(state, DENY, from, END_CODE.spoofedSource, state.source);
}

function follow(state: PacketState, rows: Rows, from: TableEnd, to: TableEnd): number {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as ChainRow;
    const decision = evaluateChain(state, row, row.isTo ? to : from);
    if (decision !== UNDECIDED) return decision;
  }
  return UNDECIDED;
}

/** A packet that no stage decides is allowed by the last rule that let it on, or else by the last default. */
function finish(state: PacketState, decision: number): number {
  if (decision !== UNDECIDED) return decision;
  const byRule = state.allowedBy !== NO_REASON;
  state.reason = byRule ? state.allowedBy : state.defaultBy;
  state.detail = byRule ? state.allowedDetail : state.defaultDetail;
  return ALLOW;
}
