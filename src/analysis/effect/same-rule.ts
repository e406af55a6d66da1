import type { DecidedBy } from "../../policy/outcome.ts";
import type { CompiledRules, World } from "../../policy/world/compiled.ts";
import { deciderKey } from "../paths/decided-packets.ts";
import { ruleName } from "./changed-rules.ts";

const ruleNames = new WeakMap<World, Map<DecidedBy, string>>();

/** Whether the same decides in two Worlds. A rule is the same wherever it stands in its policy, as long as it says the same. */
export function sameRule(a: DecidedBy, before: World, b: DecidedBy, after: World): boolean {
  return nameOf(a, before) === nameOf(b, after);
}

function nameOf(by: DecidedBy, world: World): string {
  const memo = ruleNames.get(world) ?? new Map<DecidedBy, string>();
  ruleNames.set(world, memo);
  const name = memo.get(by) ?? makeName(by, world);
  memo.set(by, name);
  return name;
}

function makeName(by: DecidedBy, world: World): string {
  if (by.kind !== "rule") return deciderKey(by);
  const owner = ownerOf(by, world);
  const rule = owner?.[by.direction][by.rule - 1];
  if (owner === undefined || rule === undefined) return deciderKey(by);
  const { stage, direction, endpoint } = by;
  return `${stage} ${direction} ${JSON.stringify(endpoint)} ${ruleName(owner, rule)}`;
}

/** The policy or profile that a rule is of. */
function ownerOf(by: Extract<DecidedBy, { kind: "rule" }>, world: World): CompiledRules | undefined {
  if (!("policy" in by)) return world.profiles.get(by.profile);
  const { kind, namespace, name } = by.policy;
  return world.policies.find(({ ref }) => ref.kind === kind && ref.namespace === namespace && ref.name === name);
}
