import { ruleText } from "../../policy/match/rule-text.ts";
import type { Direction } from "../../policy/outcome.ts";
import type { CompiledRules, IpSetMember, SetRef, World } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";
import { ruleNameText } from "../lint/finding.ts";
import { DIRECTIONS, rulesOfWorld, SIDES } from "../lint/rules-of-world.ts";
import { type DescriptionTable, labelTexts } from "./description.ts";

/** Rules in words, in the order of evaluation. */
export function rulesTable(
  owner: CompiledRules,
  has: (direction: Direction) => boolean = () => true,
): DescriptionTable {
  const rows = DIRECTIONS.filter(has).flatMap((direction) =>
    owner[direction].map((rule, at) => {
      const phrases = ruleText(rule);
      const what = phrases.length === 0 ? "every packet" : phrases.join(", ");
      return { direction, rule: at + 1, action: rule.action, packets: what };
    }),
  );
  return { key: "rules", title: "Rules", rows, none: "none" };
}

/** What the selectors of rules stand for: the endpoints and network sets with their labels, by name. */
export function selectorsTable(owner: CompiledRules, world: World): DescriptionTable {
  const sets = new Map<string, SetRef>();
  for (const direction of DIRECTIONS)
    for (const rule of owner[direction])
      for (const side of SIDES)
        for (const set of [rule[side].set, rule[side].notSet]) if (set !== undefined) sets.set(set.key, set);
  const rows = [...sets.values()].map(({ key, selector }) => {
    const names = world.members.filter(({ labels }) => matches(selector, labels)).map(memberName);
    const addresses = names.length === 0 ? "nothing" : names;
    return { selector: key, standsFor: addresses };
  });
  return { key: "selectors", title: "Selectors of its rules", rows };
}

/** An endpoint or network set among the members, as people call it. */
function memberName(member: IpSetMember): string {
  if (member.networkSet !== undefined) return `network set ${member.networkSet}`;
  if (!("name" in member) || typeof member.name !== "string") return labelTexts(member.labels).join(",");
  const namespace = "namespace" in member && typeof member.namespace === "string" ? `${member.namespace}/` : "";
  return `${namespace}${member.name}`;
}

/** The rules whose selectors match an endpoint's or network set's labels. */
export function ruleUsesTable({ labels }: IpSetMember, world: World): DescriptionTable {
  const rows = rulesOfWorld(world).flatMap(({ rule, name }) =>
    SIDES.flatMap((side) =>
      [rule[side].set, rule[side].notSet].flatMap((set, at) => {
        if (set === undefined || !matches(set.selector, labels)) return [];
        return [
          { rule: ruleNameText(name), action: rule.action, as: at === 0 ? side : `not ${side}`, selector: set.key },
        ];
      }),
    ),
  );
  return { key: "usedByRules", title: "Rules whose selectors match it", rows, none: "none" };
}
