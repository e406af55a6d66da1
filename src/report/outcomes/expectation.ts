import type { Flow } from "../../model/flow.ts";
import { ownerName, stageName } from "../../policy/names.ts";
import type { DecidedBy, Outcome, Step } from "../../policy/outcome.ts";

/** Why an outcome is not the expected one; `undefined` where it is, or where nothing is expected. */
export function unmetExpectation(expect: Flow["expect"], { verdict, decidedBy, steps }: Outcome): string | undefined {
  if (expect === undefined) return undefined;
  if (decidedBy.kind === "not-evaluated") return "the flow could not be evaluated";
  const wanted = typeof expect === "string" ? { verdict: expect } : expect;
  if (wanted.verdict !== verdict) return `expected ${wanted.verdict}, got ${verdict}`;
  const { policy, rule } = wanted;
  const [name, decidingRule] = deciding(decidedBy);
  if (policy !== undefined && policy !== name) {
    const earlier = allowedAt(steps, policy);
    const how = earlier && `; ${policy} allowed it before, at ${stageName(earlier)}: write \`via: ${policy}\``;
    return `expected policy ${policy} to decide, it was ${name ?? "no policy"}${how ?? ""}`;
  }
  if (rule !== undefined && rule !== decidingRule) {
    return `expected rule ${rule} to decide, it was ${decidingRule === undefined ? "no rule" : `rule ${decidingRule}`}`;
  }
  const missing = missingVia(expect, steps);
  return missing && `expected policy ${missing} to allow it on its way, and it did not`;
}

/** The first of the policies in `via` that did not allow the packet. */
export function missingVia(expect: Flow["expect"], steps: readonly Step[]): string | undefined {
  const via = typeof expect === "object" ? (expect.via ?? []) : [];
  return (typeof via === "string" ? [via] : via).find((name) => allowedAt(steps, name) === undefined);
}

type Matched = Extract<Step, { kind: "rule-matched" }>;

/** The step at which a policy or profile allowed the packet. */
function allowedAt(steps: readonly Step[], name: string): Matched | undefined {
  return steps.find(
    (step): step is Matched => step.kind === "rule-matched" && step.action === "Allow" && ownerName(step) === name,
  );
}

/** The policy (or profile) and rule that decided; a NetworkPolicy as `namespace/name`. */
export function deciding(decidedBy: DecidedBy): [string | undefined, number | undefined] {
  return decidedBy.kind === "rule" ? [ownerName(decidedBy), decidedBy.rule] : [undefined, undefined];
}
