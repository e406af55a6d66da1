import type { RuleList } from "../rule-list.ts";
import type { Way } from "./ways.ts";

/**
 * Returns a function that orders ways, by their numbers, for their packets to be evaluated: those that share a list come one after the
 * other, so that the list is still in the processor's caches when the next of them asks it. Ways that were made since are at the end
 * until there are half as many again, as an order takes a look at all lists.
 */
export function wayOrder(): (ways: readonly (Way | undefined)[]) => Int32Array {
  let order: readonly number[] = [];
  let made = Int32Array.from(order);
  return (ways) => {
    const count = ways.length - 1;
    if (made.length === count) return made;
    if (count > 1.5 * order.length) order = [...neighbours(ways)];
    made = Int32Array.from({ length: count }, (_, at) => order[at] ?? at + 1);
    return made;
  };
}

/** From each way to those that share a list with it, then to those that share one with these. */
function neighbours(ways: readonly (Way | undefined)[]): ReadonlySet<number> {
  const withList = new Map<RuleList, number[]>();
  for (const [number, way] of ways.entries()) {
    for (const list of listsOf(way)) {
      const known = withList.get(list);
      if (known === undefined) withList.set(list, [number]);
      else known.push(number);
    }
  }
  const found = new Set<number>();
  for (const start of ways.keys()) {
    if (start === 0 || found.has(start)) continue;
    const next = new Set([start]);
    for (const number of next) {
      found.add(number);
      for (const list of listsOf(ways[number])) {
        for (const other of withList.get(list) ?? []) next.add(other);
        withList.delete(list);
      }
    }
  }
  return found;
}

function listsOf(way: Way | undefined): readonly RuleList[] {
  return (way?.steps ?? []).flatMap((step) => ("lists" in step ? step.lists.map(({ list }) => list) : []));
}
