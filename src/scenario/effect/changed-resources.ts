import { type EffectSide, effectOf, newUniverses } from "../../analysis/effect/effect.ts";
import type { SharedBudget } from "../../analysis/sets/budget.ts";
import { withDefaults } from "../../model/kinds/defaults.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { displayId, type Located, resourceId } from "../../model/resource.ts";

/** A resource that a change adds, replaces or takes away. */
export interface ChangedResource {
  readonly name: string;
  readonly before?: Located;
  readonly after?: Located;
}

/**
 * The resources that are not the same before and after, but for what the store itself fills in, such as the `types` of a policy
 * that is stored and those that a file leaves out.
 */
export function changedResources(
  before: readonly Located[],
  after: readonly Located[],
  calico: CalicoVersionRules,
): readonly ChangedResource[] {
  const contentOf = ({ resource }: Located): string => {
    const { spec, metadata } = withDefaults(resource, calico);
    return JSON.stringify([spec, metadata.labels, metadata.annotations], sorted);
  };
  const byName = (list: readonly Located[]) => new Map(list.map((one) => [displayId(resourceId(one.resource)), one]));
  const [old, now] = [byName(before), byName(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name): ChangedResource[] => {
    const [one, other] = [old.get(name), now.get(name)];
    if (one === other || (one && other && contentOf(one) === contentOf(other))) return [];
    return [{ name, ...(one && { before: one }), ...(other && { after: other }) }];
  });
}

/** Fields in the order of their names; an empty object, which is stored for a `source` that a rule does not have, is left out. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** More changed resources than this are not looked at one by one. */
const MOST = 30;

/** What it takes to leave resources out of a change. */
export interface IdleOptions {
  /** All that there are after the change. */
  readonly resources: readonly Located[];
  readonly compile: (resources: readonly Located[]) => EffectSide["world"];
  /** That of the whole question: a remark on the answer takes no more than a fifth of what the answer has left. */
  readonly budget: SharedBudget;
}

/**
 * The changed resources that could be left out of the change without any packet noticing, each with all others there; `undefined`
 * where there are too many, or that could not be proved.
 */
export function withoutEffect(
  changed: readonly ChangedResource[],
  after: EffectSide,
  { resources, compile, budget: whole }: IdleOptions,
): readonly ChangedResource[] | undefined {
  if (changed.length > MOST) return undefined;
  const idle: ChangedResource[] = [];
  const [budget, universes] = [whole.fifth(), newUniverses()];
  for (const one of changed) {
    const others = resources.filter((located) => located !== one.after);
    const world = compile(one.before === undefined ? others : [...others, one.before]);
    const { groups, notProved } = effectOf({ ...after, world }, after, { first: true, budget, universes });
    if (notProved.length > 0) return undefined;
    if (groups.length === 0) idle.push(one);
  }
  return idle;
}
