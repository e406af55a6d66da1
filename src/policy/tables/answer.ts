import type { Outcome, Verdict } from "../outcome.ts";
import { NO_REASON } from "./packet-state.ts";
import { ALLOW, DENY } from "./rule-list.ts";

/** No reply follows, or the flow itself is denied. */
export const NO_RETURN = 0;

/** The answer for a flow as numbers, to be reused. `verdict` is `ALLOW` or `DENY`, `return` these or `NO_RETURN`. */
export interface TableAnswer {
  verdict: number;
  return: number;
  /** What decided, for `decidedBy`: equal numbers are the same decision. -1 where no chain was evaluated. */
  reason: number;
  detail: number;
  /** Present where the explaining evaluator answered. */
  outcome: Outcome | undefined;
}

/** An answer to be filled. */
export function newAnswer(): TableAnswer {
  return { verdict: DENY, return: NO_RETURN, reason: NO_REASON, detail: 0, outcome: undefined };
}

/** Fills an answer with what the explaining evaluator answered. */
export function answerFrom(outcome: Outcome, answer: TableAnswer): void {
  const number = (verdict: Verdict) => (verdict === "allow" ? ALLOW : DENY);
  answer.outcome = outcome;
  answer.verdict = number(outcome.verdict);
  answer.return = outcome.return === undefined ? NO_RETURN : number(outcome.return);
  answer.reason = NO_REASON;
  answer.detail = 0;
}
