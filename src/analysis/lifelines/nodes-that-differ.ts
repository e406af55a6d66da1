import { isSameList, listDifference } from "../../policy/compile-memo.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";

/**
 * The nodes on whose ways two Worlds may decide differently; `undefined`: that may be any. Between two writes mostly one policy
 * differs, which only the nodes of the endpoints that it selects, or selected, can notice. A policy whose tier changes is
 * compiled again, and so differs.
 */
export function nodesThatDiffer(last: World, world: World): ReadonlySet<string> | undefined {
  const keys = new Set([...Object.keys(last), ...Object.keys(world)] as (keyof World)[]);
  for (const key of keys) if (key !== "policies" && !isSame(last[key], world[key])) return undefined;
  const { gone, added } = listDifference(last.policies, world.policies);
  const nodes = new Set<string>();
  const look = (endpoints: readonly CompiledEndpoint[]) => {
    for (const { node, labels } of endpoints) {
      if (nodes.has(node)) continue;
      if (gone.some(({ selector }) => matches(selector, labels))) nodes.add(node);
      else if (added.some(({ selector }) => matches(selector, labels))) nodes.add(node);
    }
  };
  for (const endpoints of world.hostEndpoints.values()) look(endpoints);
  for (const endpoints of world.workloadEndpoints.values()) look(endpoints);
  return nodes;
}

/** Whether two fields are the same object, or lists of the same objects. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && isSameList(a, b);
}
