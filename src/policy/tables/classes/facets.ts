import { labelNames } from "../../../selector/labels.ts";
import type { SetRef } from "../../world/compiled.ts";

/** The most facets of a World; a list has a table for each side and facet that its rules read. */
export const FACETS = 3;

/** The labels that each facet reads, and by a set's key which facet decides its members. */
export interface ChosenFacets {
  readonly names: readonly (readonly string[])[];
  readonly byKey: ReadonlyMap<string, number>;
}

/**
 * Chooses facets for the sets of rules: one for each group of labels that selectors read and that is not part of a larger
 * one; where these are too many, one for each of the most read, and the last for all labels of the others.
 */
export function facetsOf(refs: Iterable<SetRef>): ChosenFacets {
  const read = [...refs].map(({ key, selector }) => {
    const names = new Set<string>();
    labelNames(selector, names);
    return { key, names };
  });
  const uses = new Map<string, { readonly names: ReadonlySet<string>; count: number }>();
  for (const { names } of read) {
    const text = JSON.stringify([...names].sort());
    const use = uses.get(text) ?? { names, count: 0 };
    use.count++;
    uses.set(text, use);
  }
  const facets: Set<string>[] = [];
  for (const { names } of [...uses.values()].sort((a, b) => b.count - a.count)) {
    if (facets.some((facet) => isPart(names, facet))) continue;
    const smaller = facets.find((facet) => isPart(facet, names));
    const widened = smaller ?? (facets.length === FACETS ? facets[FACETS - 1] : undefined);
    if (widened === undefined) facets.push(new Set(names));
    else for (const name of names) widened.add(name);
  }
  const facetOf = (names: ReadonlySet<string>) => facets.findIndex((facet) => isPart(names, facet));
  return {
    names: facets.map((facet) => [...facet].sort()),
    byKey: new Map(read.map(({ key, names }) => [key, facetOf(names)])),
  };
}

function isPart(names: ReadonlySet<string>, of: ReadonlySet<string>): boolean {
  for (const name of names) if (!of.has(name)) return false;
  return true;
}
