import { DEFAULT_ALLOW } from "../../model/kinds/built-in.ts";
import type { FieldPath, Located } from "../../model/resource.ts";
import type { Direction, Side } from "../../policy/outcome.ts";
import { type CompiledRule, type CompiledRules, rulePath, type World } from "../../policy/world/compiled.ts";
import { fieldOf } from "../../policy/world/spec-fields.ts";
import type { RuleName } from "./finding.ts";

/** One rule of a World, with its name and its place. */
export interface WorldRule {
  readonly rule: CompiledRule;
  readonly name: RuleName;
  readonly owner: CompiledRules;
  readonly path: FieldPath;
  readonly located: Located;
}

/** Both directions of rules. */
export const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];
/** Both sides of a rule. */
export const SIDES: readonly Side[] = ["source", "destination"];

const known = new WeakMap<World, readonly WorldRule[]>();

/**
 * The rules that Felix reads of policies, in evaluation order, then of profiles; those of a direction that a policy is not for
 * are left out.
 */
export function rulesOfWorld(world: World): readonly WorldRule[] {
  const rules = known.get(world) ?? collect(world);
  known.set(world, rules);
  return rules;
}

function collect({ policies, profiles }: World): readonly WorldRule[] {
  return [
    ...policies.flatMap((policy) =>
      DIRECTIONS.filter((direction) => policy.types[direction]).flatMap((direction) =>
        rulesOf(policy, direction, { policy: policy.ref }),
      ),
    ),
    ...[...profiles.values()]
      .filter(({ name }) => name !== DEFAULT_ALLOW)
      .flatMap((profile) => DIRECTIONS.flatMap((direction) => rulesOf(profile, direction, { profile: profile.name }))),
  ];
}

function rulesOf(
  owner: CompiledRules,
  direction: Direction,
  name: { readonly policy: Extract<RuleName, { policy: unknown }>["policy"] } | { readonly profile: string },
): WorldRule[] {
  return owner[direction].map((rule, index) => ({
    rule,
    name: { ...name, direction, rule: index + 1 },
    owner,
    path: rulePath(direction, index),
    located: owner.located,
  }));
}

const SELECTOR_FIELDS = ["selector", "namespaceSelector", "serviceAccounts", "notSelector"] as const;

/** The place of what a side's address set is written with: its selector, else another field that makes one. */
export function selectorPath({ located, path, name }: WorldRule, side: Side): FieldPath {
  const list = fieldOf(located.resource.spec, name.direction);
  const rule: unknown = Array.isArray(list) ? list[name.rule - 1] : undefined;
  const clause = fieldOf(rule, side);
  const field = SELECTOR_FIELDS.find((key) => (fieldOf(clause, key) ?? "") !== "") ?? "selector";
  return [...path, side, field];
}
