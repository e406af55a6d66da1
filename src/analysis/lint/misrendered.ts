import { type ListName, uncheckedLists } from "../../policy/match/match-blocks.ts";
import { findingAt, type LintFinding, type LintScope } from "./finding.ts";
import { rulesOfWorld } from "./rules-of-world.ts";

const WORDS: Readonly<Record<ListName, string>> = {
  sourcePorts: "source ports",
  destinationPorts: "destination ports",
  sourceNets: "source nets",
  destinationNets: "destination nets",
};

/** Rules with lists that a node does not check, in the words of `simulate`. */
export function misrenderedRules({ world }: LintScope): readonly LintFinding[] {
  return rulesOfWorld(world).flatMap(({ rule, name, located, path }): LintFinding[] => {
    const unchecked = new Set([4, 6].flatMap((family) => [...(uncheckedLists(rule, family as 4 | 6) ?? [])]));
    if (unchecked.size === 0) return [];
    const lists = [...unchecked].map((list) => WORDS[list]).join(" and ");
    return [
      findingAt(located, path, {
        severity: "warning",
        code: "felix.match-block",
        message: `a rule with three or more many-valued lists is not enforced as written: a node does not check its ${lists}`,
        help: "Felix checks only the first two of source ports, destination ports, source nets and destination nets with several values: split the rule",
        rule: name,
      }),
    ];
  });
}
