import { type Located, outlineOf } from "../model/resource.ts";

/** What the store would hold if `upper` were applied to `lower`: resources of the same kind and name are replaced. */
export function overlay(lower: readonly Located[], upper: readonly Located[]): Located[] {
  const byName = new Map<string, Located>();
  for (const located of lower) byName.set(keyOf(located), located);
  for (const located of upper) byName.set(keyOf(located), located);
  return [...byName.values()];
}

/** What no two resources of a store share; a kind has either no resources with a namespace or none without. */
function keyOf(located: Located): string {
  const { kind, metadata } = outlineOf(located);
  return metadata.namespace === undefined
    ? `${kind} ${metadata.name}`
    : `${kind} ${metadata.namespace}/${metadata.name}`;
}
