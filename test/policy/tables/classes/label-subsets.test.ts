import { describe, expect, test } from "vitest";
import { chooseLabelSubsets, MAX_LABEL_SUBSETS } from "../../../../src/policy/tables/classes/label-subsets.ts";
import type { SetRef } from "../../../../src/policy/world/compiled.ts";
import { labelNames } from "../../../../src/selector/labels.ts";
import { parseSelector } from "../../../../src/selector/parse.ts";

const ref = (text: string): SetRef => {
  const parsed = parseSelector(text);
  if (!parsed.ok) throw new Error(text);
  return { key: text, selector: parsed.selector };
};

describe("the labels of each subset", () => {
  test.each<[what: string, selectors: string[], subsets: string[][]]>([
    ["no rule has a selector", [], []],
    ["a selector without labels needs a subset too", ["all()"], [[]]],
    ["one label", ["a == 'x'", "a != 'y'", "has(a)"], [["a"]]],
    ["labels that no selector reads together are apart", ["a == 'x'", "b == 'x'"], [["a"], ["b"]]],
    ["a part of a larger group", ["a == 'x'", "a == 'x' && b == 'y'", "all()"], [["a", "b"]]],
    ["the part first, because it is read more", ["a == 'x'", "a == 'y'", "a == 'x' && b == 'y'"], [["a", "b"]]],
    ["inside `not` and `or`", ["!(a == 'x' || has(b))", "c == 'x'"], [["a", "b"], ["c"]]],
    [
      "too many: the last takes the labels of the others",
      ["a == 'x'", "a == 'y'", "b == 'x'", "b == 'y'", "c == 'x'", "d == 'x'", "e == 'x' && f == 'x'"],
      [["a"], ["b"], ["c", "d", "e", "f"]],
    ],
  ])("%s", (_, selectors, subsets) => {
    expect(chooseLabelSubsets(selectors.map(ref), MAX_LABEL_SUBSETS).names).toEqual(subsets);
  });
});

test.each([1, 2, MAX_LABEL_SUBSETS])(
  "however many labels there are, there are no more than %i subsets, and each set's subset reads all labels of its selector",
  (most) => {
    const names = Array.from({ length: 12 }, (_, index) => `l${index}`);
    const texts = names.flatMap((a, at) => names.slice(at).map((b) => `${a} == 'x' && ${b} != 'y'`));
    const refs = texts.map(ref);
    const chosen = chooseLabelSubsets(refs, most);
    expect(chosen.names).toHaveLength(most);
    for (const { key, selector } of refs) {
      const read = new Set<string>();
      labelNames(selector, read);
      expect(chosen.names[chosen.byKey.get(key) ?? -1], key).toEqual(expect.arrayContaining([...read]));
    }
  },
);
