import type { Flow } from "../model/flow.ts";
import type { DecidedBy, Outcome } from "../policy/outcome.ts";

/** A flow, the node it entered, and what came of it. */
export interface Answer {
  readonly flow: Flow;
  readonly node: string;
  readonly outcome: Outcome;
  /** Why the flow's expectation is not met; absent where it is, or where there is none. */
  readonly unmet?: string;
}

/** Why an outcome is not the expected one, in words; `undefined` when it is, or nothing is expected. */
export function unmetExpectation(expect: Flow["expect"], { verdict, decidedBy }: Outcome): string | undefined {
  if (expect === undefined) return undefined;
  if (decidedBy.kind === "not-evaluated") return "the flow could not be evaluated";
  const wanted = typeof expect === "string" ? { verdict: expect } : expect;
  if (wanted.verdict !== verdict) return `expected ${wanted.verdict}, got ${verdict}`;
  const [name, rule] = deciding(decidedBy);
  if (wanted.policy !== undefined && wanted.policy !== name) {
    return `expected policy ${wanted.policy} to decide, it was ${name ?? "no policy"}`;
  }
  if (wanted.rule !== undefined && wanted.rule !== rule) {
    return `expected rule ${wanted.rule} to decide, it was ${rule === undefined ? "no rule" : `rule ${rule}`}`;
  }
  return undefined;
}

/** The policy (or profile) and rule that decided; a NetworkPolicy as `namespace/name`. */
function deciding(decidedBy: DecidedBy): [string | undefined, number | undefined] {
  if (decidedBy.kind !== "rule") return [undefined, undefined];
  if ("profile" in decidedBy) return [decidedBy.profile, decidedBy.rule];
  const { namespace, name } = decidedBy.policy;
  return [namespace === undefined ? name : `${namespace}/${name}`, decidedBy.rule];
}
