import type { Coverage, DefaultTarget, RuleTarget, UnreachedTarget } from "../../analysis/coverage.ts";
import { fileAndLine } from "../place-text.ts";
import { targetText } from "./test-report.ts";

/** Why no packet reaches a rule or default, in words. */
const WHY: Readonly<Record<UnreachedTarget["why"], string>> = {
  "no-way": "no endpoint of a node is policed by it",
  "not-come-to": "all packets are decided before it",
  "not-matched": "no packet that comes to it matches, as others are decided before it",
};

/** `policy.yaml:9  policy web, ingress rule 2 (Deny)`. */
export function targetWithPlace(target: RuleTarget | DefaultTarget): string {
  return `${target.span === undefined ? "" : `${fileAndLine(target.span)}  `}${targetText(target)}`;
}

/** A rule or default with its place, and why no packet reaches it. */
export function unreachedText(unreached: UnreachedTarget): string {
  return `${targetWithPlace(unreached.target)}: ${unreachedWhy(unreached)}`;
}

/** Why no packet reaches a rule or default. */
export function unreachedWhy({ why }: Pick<UnreachedTarget, "why">): string {
  return WHY[why];
}

/** `2 rules and 1 default deny can never be reached (proved), and do not count`; `undefined` where all can. */
export function unreachableText({ unreachable }: Coverage): string | undefined {
  const rules = unreachable.filter(({ target }) => target.kind === "rule").length;
  const defaults = unreachable.length - rules;
  if (unreachable.length === 0) return undefined;
  const parts = [
    ...(rules > 0 ? [`${rules} rule${rules === 1 ? "" : "s"}`] : []),
    ...(defaults > 0 ? [`${defaults} default ${defaults === 1 ? "deny" : "denies"}`] : []),
  ];
  const verb = unreachable.length === 1 ? "does" : "do";
  return `${parts.join(" and ")} can never be reached (proved), and ${verb} not count`;
}
