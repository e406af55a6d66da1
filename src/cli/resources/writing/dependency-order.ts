import { kindNamed } from "../../../model/kinds/kinds.ts";
import type { Located } from "../../../model/resource.ts";

const rank = (kind: string): number => kindNamed(kind)?.writeOrder ?? Number.POSITIVE_INFINITY;

/** The resources in the order in which a store is filled (`writeOrder` of their kinds); those of one kind keep theirs. */
export function inDependencyOrder(resources: readonly Located[]): readonly Located[] {
  return [...resources].sort((a, b) => rank(a.resource.kind) - rank(b.resource.kind) || 0);
}
