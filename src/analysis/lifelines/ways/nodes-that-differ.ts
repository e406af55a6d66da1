import { isSameList, listDifference } from "../../../policy/compile-memo.ts";
import type { CompiledEndpoint, World } from "../../../policy/world/compiled.ts";
import { indexLabels } from "../../../policy/world/label-index.ts";
import type { Selector } from "../../../selector/selector.ts";

/**
 * The nodes on whose ways two Worlds may decide differently; `undefined`: that may be any. Between two writes mostly one policy
 * differs, which only the nodes of the endpoints that it selects, or selected, can notice. A policy whose tier changes is
 * compiled again, and so differs.
 */
export function nodesThatDiffer(last: World, world: World): ReadonlySet<string> | undefined {
  if (!differOnlyInPolicies(last, world)) return undefined;
  const { gone, added } = listDifference(last.policies, world.policies);
  const nodes = new Set<string>();
  const selected = endpointsOf(world);
  for (const { selector } of [...gone, ...added]) for (const { node } of selected(selector)) nodes.add(node);
  return nodes;
}

/** Whether two Worlds are of the same objects, but for policies (staged ones are to be the same). */
export function differOnlyInPolicies(one: World, other: World): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof World)[]);
  for (const key of keys) if (key !== "policies" && !isSame(one[key], other[key])) return false;
  return true;
}

/** Finds the endpoints that a selector matches. */
type Selected = (selector: Selector) => readonly CompiledEndpoint[];

const finders = new WeakMap<World["hostEndpoints"], { of: World["workloadEndpoints"]; selected: Selected }>();

/** Finds endpoints of a World; one function for all that have the same. */
function endpointsOf({ hostEndpoints, workloadEndpoints }: World): Selected {
  const known = finders.get(hostEndpoints);
  if (known?.of === workloadEndpoints) return known.selected;
  const list = [...hostEndpoints.values(), ...workloadEndpoints.values()].flat();
  const indexesOf = indexLabels(list.map(({ labels }) => labels));
  const selected = (selector: Selector) => indexesOf(selector).map((at) => list[at] as CompiledEndpoint);
  finders.set(hostEndpoints, { of: workloadEndpoints, selected });
  return selected;
}

/** Whether two fields are the same object, or lists of the same objects. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && isSameList(a, b);
}
