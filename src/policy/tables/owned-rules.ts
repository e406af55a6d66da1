import type { Direction } from "../outcome.ts";
import type { RuleOwner } from "../path/domain.ts";
import { tiersOf } from "../path/tier-list.ts";
import type { CompiledPolicy, CompiledProfile, CompiledTier, World } from "../world/compiled.ts";
import type { AddressClasses } from "./classes/address-classes.ts";
import { compileRules, type RuleAt, type RuleList } from "./rule-list.ts";

/** The rules of some policies, or of a profile, in one direction; the tables are made when they are first needed. */
export interface OwnedRules {
  readonly owners: readonly RuleOwner[];
  readonly direction: Direction;
  list4: RuleList | undefined;
  list6: RuleList | undefined;
}

/** The rules of the policies of one tier. */
export interface TierRules {
  readonly tier: CompiledTier;
  readonly rules: OwnedRules;
}

/** The rules of policies, tier by tier. */
export function rulesByTier(policies: readonly CompiledPolicy[], direction: Direction): TierRules[] {
  return tiersOf(policies).map(({ tier, owners }) => {
    return { tier, rules: { owners, direction, list4: undefined, list6: undefined } };
  });
}

/** The rules of a profile. */
export function rulesOfProfile(rules: CompiledProfile, direction: Direction): OwnedRules {
  return { owners: [{ name: { profile: rules.name }, rules }], direction, list4: undefined, list6: undefined };
}

/** The tables for a family. */
export function listOf(
  owned: OwnedRules,
  family: 4 | 6,
  { world, classes }: { readonly world: World; readonly classes: AddressClasses },
): RuleList {
  const known = family === 4 ? owned.list4 : owned.list6;
  if (known) return known;
  const rules = owned.owners.flatMap(({ rules }, owner): RuleAt[] =>
    rules[owned.direction].map((rule, index) => ({ rule, owner, index })),
  );
  const list = compileRules(rules, family, world, classes);
  if (family === 4) owned.list4 = list;
  else owned.list6 = list;
  return list;
}
