import { AFTER_ROUTING, BEFORE_ROUTING } from "../path/chains.ts";
import type { End } from "../path/end.ts";
import type { BatchEnd } from "./ends.ts";
import { meet } from "./evaluate-stage.ts";
import { NO_REASON, ON, type PacketState } from "./packet-state.ts";
import { ALLOW, DENY } from "./rule-list.ts";
import { type ChainRow, rowsOf } from "./stage.ts";

/** Translates the destination of a packet; true where the packet then goes to the node itself. */
export type DestinationNat = (incoming: BatchEnd) => boolean;

type Kind = End["kind"];
type Rows = readonly ChainRow[];

const after = (from: Kind): Readonly<Record<Kind, Rows>> => ({
  process: rowsOf(AFTER_ROUTING[from].process),
  host: rowsOf(AFTER_ROUTING[from].host),
  workload: rowsOf(AFTER_ROUTING[from].workload),
});
/** The chains of path/chains.ts, by the kinds of the ends. */
const BEFORE: Readonly<Record<Kind, Rows>> = {
  process: rowsOf(BEFORE_ROUTING.process),
  host: rowsOf(BEFORE_ROUTING.host),
  workload: rowsOf(BEFORE_ROUTING.workload),
};
const AFTER: Readonly<Record<Kind, Readonly<Record<Kind, Rows>>>> = {
  process: after("process"),
  host: after("host"),
  workload: after("workload"),
};

/**
 * Takes a packet through the node as path/walk.ts does, over the same chains, without allocating: `ALLOW` or `DENY`, the
 * reason left in the state.
 */
export function walk(
  state: PacketState,
  from: BatchEnd,
  to: BatchEnd,
  loopback: BatchEnd,
  nat: DestinationNat,
): number {
  if (from.kind !== "process") return finish(state, walkLeg(state, from, to, nat));
  if (to.kind !== "process") return finish(state, follow(state, AFTER[from.kind][to.kind], from, to));
  // The two legs of `legsOf`: out of the loopback interface, and in again without the mark.
  const out = follow(state, AFTER[from.kind].host, from, loopback);
  if (out === DENY) return DENY;
  if (out === ALLOW) {
    state.allowedBy = state.reason;
    state.allowedDetail = state.detail;
  }
  state.accepted = 0;
  return finish(state, walkLeg(state, loopback, to, undefined));
}

function walkLeg(state: PacketState, from: BatchEnd, to: BatchEnd, nat: DestinationNat | undefined): number {
  const early = follow(state, BEFORE[from.kind], from, to);
  if (early !== ON) return early;
  if (nat !== undefined) state.isTurnedBack = nat(from);
  return follow(state, AFTER[from.kind][state.isTurnedBack ? "process" : to.kind], from, to);
}

function follow(state: PacketState, rows: Rows, from: BatchEnd, to: BatchEnd): number {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as ChainRow;
    const decision = meet(state, row, row.isTo ? to : from);
    if (decision !== ON) return decision;
  }
  return ON;
}

/** A packet that no stage decides is allowed by the last rule that let it on, or else by the last default. */
function finish(state: PacketState, decision: number): number {
  if (decision !== ON) return decision;
  const byRule = state.allowedBy !== NO_REASON;
  state.reason = byRule ? state.allowedBy : state.defaultBy;
  state.detail = byRule ? state.allowedDetail : state.defaultDetail;
  return ALLOW;
}
