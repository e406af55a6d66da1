import { displayId, type Located, resourceId } from "../model/resource.ts";

/** What the store would hold if `upper` were applied to `lower`: resources of the same kind and name are replaced. */
export function overlay(lower: readonly Located[], upper: readonly Located[]): Located[] {
  const key = ({ resource }: Located): string => displayId(resourceId(resource));
  return [...new Map([...lower, ...upper].map((located) => [key(located), located])).values()];
}
