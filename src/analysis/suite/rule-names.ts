import type { Direction } from "../../policy/outcome.ts";
import type { CompiledRules, World } from "../../policy/world/compiled.ts";
import { targetKey } from "../coverage.ts";

/** The key by which coverage counts a rule; `undefined` for rules that it does not count. */
export type RuleNames = (rules: CompiledRules, direction: Direction, index: number) => string | undefined;

/** The keys of the rules of a World. */
export function ruleNames({ policies, profiles }: World): RuleNames {
  const byRules = new Map<CompiledRules, (direction: Direction, index: number) => string>();
  for (const policy of policies) byRules.set(policy, keyOf({ policy: policy.ref }));
  for (const profile of profiles.values()) byRules.set(profile, keyOf({ profile: profile.name }));
  return (rules, direction, index) => byRules.get(rules)?.(direction, index);
}

function keyOf(owner: Parameters<typeof ownerKey>[0]) {
  return (direction: Direction, index: number) => ownerKey(owner, direction, index);
}

function ownerKey(
  owner: { readonly policy: World["policies"][number]["ref"] } | { readonly profile: string },
  direction: Direction,
  index: number,
): string {
  // The action is no part of the key.
  return targetKey({ kind: "rule", ...owner, direction, rule: index + 1, action: "Allow" });
}
