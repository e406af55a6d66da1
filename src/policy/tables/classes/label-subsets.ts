import { labelNames } from "../../../selector/labels.ts";
import type { SetRef } from "../../world/compiled.ts";

/** The most label subsets of a World; a list has a table for each side and label subset that its rules read. */
export const MAX_LABEL_SUBSETS = 3;

/** The labels of each subset, and by a set's key which subset decides its members. */
export interface LabelSubsetChoice {
  readonly names: readonly (readonly string[])[];
  readonly byKey: ReadonlyMap<string, number>;
}

/**
 * Chooses at most so many label subsets for the sets of rules: one for each group of labels that selectors read and that is not
 * part of a larger one; where these are too many, one for each of the most read, and the last for all labels of the others.
 */
export function chooseLabelSubsets(refs: Iterable<SetRef>, most: number): LabelSubsetChoice {
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
  const subsets: Set<string>[] = [];
  for (const { names } of [...uses.values()].sort((a, b) => b.count - a.count)) {
    if (subsets.some((subset) => isPart(names, subset))) continue;
    const smaller = subsets.find((subset) => isPart(subset, names));
    const widened = smaller ?? (subsets.length === most ? subsets[most - 1] : undefined);
    if (widened === undefined) subsets.push(new Set(names));
    else for (const name of names) widened.add(name);
  }
  const subsetOf = (names: ReadonlySet<string>) => subsets.findIndex((subset) => isPart(names, subset));
  return {
    names: subsets.map((subset) => [...subset].sort()),
    byKey: new Map(read.map(({ key, names }) => [key, subsetOf(names)])),
  };
}

function isPart(names: ReadonlySet<string>, of: ReadonlySet<string>): boolean {
  for (const name of names) if (!of.has(name)) return false;
  return true;
}
