import { displayId, resourceId } from "../../model/resource.ts";
import { matches } from "../../selector/matches.ts";
import { findingAt, type LintFinding, type LintScope } from "./finding.ts";
import { rulesOfWorld, SIDES } from "./rules-of-world.ts";

/** Network sets that no rule's selector selects. Nothing where the input has no rules. */
export function unusedSets({ world }: LintScope): readonly LintFinding[] {
  const rules = rulesOfWorld(world);
  const refs = rules.flatMap(({ rule }) => SIDES.map((side) => rule[side].set ?? rule[side].notSet));
  const selectors = new Map(refs.flatMap((ref) => (ref === undefined ? [] : [[ref.key, ref.selector] as const])));
  if (rules.length === 0) return [];
  return world.networkSets.flatMap(({ labels, located }): LintFinding[] => {
    if ([...selectors.values()].some((selector) => matches(selector, labels))) return [];
    return [
      findingAt(located, ["metadata", "labels"], {
        severity: "info",
        code: "lint.unused-set",
        message: `no rule selects ${displayId(resourceId(located.resource))}`,
        help: "correct its labels or a rule's selector, or delete it",
      }),
    ];
  });
}
