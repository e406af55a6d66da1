import type { Coverage, DefaultTarget, RuleTarget } from "../../../analysis/coverage.ts";
import { keysReached, targetKey } from "../../../analysis/coverage.ts";
import type { SourceText } from "../../../model/diagnostic.ts";
import type { Outcome } from "../../../policy/outcome.ts";
import type { TestFile } from "../test-report.ts";
import { unreachedWhy } from "../unreachable-text.ts";

/** What flows reached of a rule or default deny: `reached` by some, `missed` by all, or `shadowed`, as no packet can reach it. */
export interface CoveredTarget {
  readonly target: RuleTarget | DefaultTarget;
  readonly state: "reached" | "missed" | "shadowed";
  /** `reached by 3 flows`, `not reached by any flow`. */
  readonly words: string;
}

/** A text of policies, and what was reached of it, by the first line of each. */
export interface CoveredText {
  readonly source: SourceText;
  readonly targets: readonly CoveredTarget[];
}

/** What coverage is drawn of: all that can be reached, and the texts that it comes from. */
export interface CoverageScene {
  readonly targets: readonly (RuleTarget | DefaultTarget)[];
  readonly sources: readonly SourceText[];
}

/** The texts with what flows reached of them; texts without rules or endpoints are left out. */
export function coveredTexts(
  files: readonly TestFile[],
  coverage: Coverage,
  { targets, sources }: CoverageScene,
): readonly CoveredText[] {
  const covered = coveredTargets(files, coverage, targets);
  return sources.flatMap((source) => {
    const own = covered.filter(({ target }) => target.span?.source === source.name);
    return own.length === 0 ? [] : [{ source, targets: own }];
  });
}

/** What flows reached of each of these rules and default denies. */
export function coveredTargets(
  files: readonly TestFile[],
  coverage: Coverage,
  targets: CoverageScene["targets"],
): readonly CoveredTarget[] {
  const flows = flowsByKey(files);
  const missed = new Set(coverage.unreached.map(targetKey));
  const never = new Map(coverage.unreachable.map((one) => [targetKey(one.target), one]));
  return targets.map((target): CoveredTarget => {
    const key = targetKey(target);
    const shadow = never.get(key);
    if (shadow !== undefined) return { target, state: "shadowed", words: `never reached: ${unreachedWhy(shadow)}` };
    if (missed.has(key)) return { target, state: "missed", words: "not reached by any flow" };
    const count = flows.get(key) ?? 0;
    const by = count === 0 ? "a proof" : `${count} flow${count === 1 ? "" : "s"}`;
    return { target, state: "reached", words: `reached by ${by}` };
  });
}

/** How many flows reach each rule and default. */
function flowsByKey(files: readonly TestFile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { cases } of files)
    for (const { answer } of cases) {
      const outcomes: readonly Outcome[] = answer.choices?.map(({ outcome }) => outcome) ?? [answer.outcome];
      for (const key of keysReached(outcomes)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}
