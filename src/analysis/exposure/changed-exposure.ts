import { openPaths, verdictSets } from "../paths/paths.ts";
import type { PathCase, WayKind } from "../paths/way.ts";
import { type Budget, budgetSpent, type Exact, within } from "../sets/budget.ts";
import type { Region } from "../sets/dimension.ts";
import type { Packets } from "../sets/packet-space.ts";

/** First packets that are let through on the ways of one kind, as disjoint regions. */
export interface ChangedExposure {
  readonly kind: WayKind;
  /** Before as after; after only; before only. */
  readonly same: readonly Region[];
  readonly newly: readonly Region[];
  readonly gone: readonly Region[];
}

/** What is compared: ways of one IP version, and what had to be assumed, as sentences. */
export interface ChangedExposures {
  readonly kinds: readonly ChangedExposure[];
  readonly assumptions: readonly string[];
}

const MOST_REGIONS = 10_000;

/**
 * What is let through on ways of one IP version before and after a change. Ways of a kind count together, as those of an endpoint
 * of several interfaces: there need not be as many before as after. All of it is proved, or nothing.
 */
export function changedExposure(
  before: readonly PathCase[],
  after: readonly PathCase[],
  budget: Budget,
): Exact<ChangedExposures> {
  return within(() => {
    const cases = [...before, ...after];
    const paths = openPaths(cases, { deciders: false, replies: false, budget });
    const { space } = paths;
    const allowed = cases.map((_, at) => verdictSets(paths, at).allowed);
    const kinds = [...new Set(cases.map(({ way }) => way.kind))].map((kind): ChangedExposure => {
      const union = (first: number, end: number): Packets =>
        cases
          .slice(first, end)
          .reduce(
            (set, { way }, at) => (way.kind === kind ? space.union(set, allowed[first + at] ?? space.none) : set),
            space.none,
          );
      const regions = (packets: Packets): readonly Region[] => {
        const { count, regions: all } = space.regions(packets, MOST_REGIONS);
        if (count > MOST_REGIONS) budgetSpent(`there are ${count.toLocaleString("en")} regions`);
        return all;
      };
      const [old, now] = [union(0, before.length), union(before.length, cases.length)];
      return {
        kind,
        same: regions(space.intersect(old, now)),
        newly: regions(space.minus(now, old)),
        gone: regions(space.minus(old, now)),
      };
    });
    return { kinds, assumptions: [...new Set(cases.flatMap((_, at) => paths.assumptions(at)))] };
  });
}
