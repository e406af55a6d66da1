import type { CompiledRule, CompiledRules, World } from "../../../policy/world/compiled.ts";
import { type Budget, SharedBudget, within } from "../../sets/budget.ts";
import { rulesOfWorld, type WorldRule } from "../rules-of-world.ts";
import { excludingClauses } from "./excluding-clauses.ts";
import { passageTo } from "./passages.ts";
import type { RuleList } from "./rule-lists.ts";
import { isLive, isSeenLive, type RuleInList, type Shadow, shadowOf, takesAll } from "./shadows.ts";
import { type TakenPackets, type Taker, takenPacketsOf } from "./taken-packets.ts";

/** A rule to which no packet comes at some or all of the endpoints that have it. */
export interface DeadRule {
  readonly rule: WorldRule;
  /** Whether it matches no packet at all; then nothing takes its packets. */
  readonly matchesNothing: boolean;
  /** Then, the fields of the rule that exclude one another. */
  readonly excluding: readonly string[];
  /** Whether no packet comes to it anywhere: then all verdicts are the same without it. */
  readonly everywhere: boolean;
  /** The lists in which no packet comes to it. */
  readonly lists: readonly RuleList[];
  /** Why, in the first of these. */
  readonly shadow: Shadow;
  /** Whether the reason is the same in all of them. */
  readonly sameEverywhere: boolean;
}

/** The dead rules of a World, and the rules of which nothing is proved, with the reason. */
export interface DeadRules {
  readonly dead: readonly DeadRule[];
  readonly notProved: readonly { readonly rule: WorldRule; readonly why: string }[];
}

const TOO_MANY = "it names ports on both sides that endpoints have at very many numbers";
const NO_SHADOW: Shadow = { takers: new Set(), isStopped: false };

/**
 * The rules that no packet of a new connection comes to, whatever the addresses, routes and translations of the nodes: packets
 * are taken before them in the same stage by other rules or failsafe ports, or the rules match nothing. `perEndpoint`: also
 * those of which that is so at some of their endpoints only.
 */
export function deadRules(
  world: World,
  { perEndpoint, budget }: { readonly perEndpoint: boolean; readonly budget?: Budget },
): DeadRules {
  const left = SharedBudget.of(budget);
  const { lists, families } = takenPacketsOf(world);
  const notProved: DeadRules["notProved"][number][] = [];
  const placed = rulesOfWorld(world).flatMap((rule) => {
    const here = (lists.get(rule.owner) ?? []).filter(({ direction }) => direction === rule.name.direction);
    return here.length === 0 ? [] : [{ rule, here }];
  });
  // What a packet shows at once is settled before searches spend the budget.
  const seen = new Set<WorldRule>();
  if (!perEndpoint)
    for (const { rule, here } of placed) {
      const isLiveSomewhere = within(() =>
        here.some((list) => inList(families, rule, list, left).some((one) => isSeenLive(one, left))),
      );
      if (!isLiveSomewhere.exact || !isLiveSomewhere.value) continue;
      if (!families.some((one) => one.isTooMany(rule.rule))) seen.add(rule);
    }
  const dead = placed.flatMap(({ rule, here }): DeadRule[] => {
    if (seen.has(rule)) return [];
    const found = within(() => deadAt(families, rule, here, { perEndpoint, budget: left.half() }));
    // What does not come to the packets that it may match does not come to those that it does, which is not so of what comes.
    const isOpen = found.exact && found.value === undefined && families.some((one) => one.isTooMany(rule.rule));
    if (isOpen) notProved.push({ rule, why: TOO_MANY });
    if (found.exact) return found.value ? [found.value] : [];
    notProved.push({ rule, why: found.why });
    return [];
  });
  return { dead, notProved };
}

/** A rule in a list, for each IP version of which it can match packets. */
function inList(
  families: readonly TakenPackets[],
  { rule, owner, name }: WorldRule,
  list: RuleList,
  budget: SharedBudget,
): RuleInList[] {
  const matching = families.filter((family) => family.mayMatch(rule).length > 0);
  return matching.map((family) => {
    const before = within(() => family.before(list, owner, name.rule - 1, budget));
    return {
      universe: family.universe,
      boxes: family.mayMatch(rule),
      before: before.exact ? before.value : passageTo(family, list, owner, name.rule - 1),
    };
  });
}

function deadAt(
  families: readonly TakenPackets[],
  rule: WorldRule,
  lists: readonly RuleList[],
  { perEndpoint, budget }: { readonly perEndpoint: boolean; readonly budget: SharedBudget },
): DeadRule | undefined {
  const dead: RuleList[] = [];
  let shadow: Shadow | undefined;
  let sameEverywhere = true;
  for (const list of lists) {
    // What takes all packets in one list does so in every list that has it.
    if (shadow && dead[0] && hasBefore(list, dead[0], rule, shadow.takers)) {
      dead.push(list);
      continue;
    }
    const here = inList(families, rule, list, budget);
    if (here.some((one) => isLive(one, budget))) {
      if (!perEndpoint) return undefined;
      continue;
    }
    dead.push(list);
    if (shadow === undefined) shadow = here.length === 0 ? NO_SHADOW : shadowOf(here, budget);
    else sameEverywhere &&= takesAll(here, shadow.takers, budget);
  }
  if (shadow === undefined) return undefined;
  const matches = (other: CompiledRule) => families.some((family) => family.mayMatch(other).length > 0);
  const isNothing = !matches(rule.rule);
  return {
    ...{ rule, shadow, lists: dead, matchesNothing: isNothing, sameEverywhere },
    excluding: isNothing ? excludingClauses(rule.rule, matches) : [],
    everywhere: dead.length === lists.length,
  };
}

/**
 * Whether things that take packets before a rule in one list do so in another. It is looked for in the first section only, to
 * which all packets come: policies have one order in all lists.
 */
function hasBefore(list: RuleList, known: RuleList, { owner }: WorldRule, takers: ReadonlySet<Taker>): boolean {
  const isFirst = ({ sections: [first] }: RuleList, rules: CompiledRules) => first?.rules.has(rules) === true;
  if (!isFirst(list, owner) || !isFirst(known, owner)) return false;
  const sameFailsafes =
    list.failsafes === known.failsafes && (list.stage === "untracked") === (known.stage === "untracked");
  return [...takers].every((taker) => (taker.kind === "failsafe" ? sameFailsafes : isFirst(list, taker.owner.rules)));
}
