import fc from "fast-check";
import { joinSelectors, negateSelector, type Selector } from "../../src/selector/selector.ts";

const label = fc.constantFrom("a", "b", "role", "in", "not", "has", "x/y.z", "__proto__", "1");
const value = fc.constantFrom("", "1", "db", "it's", 'say "x"', "&&", "all()");

/** Any selector that parsing can give. */
export const anySelector: fc.Arbitrary<Selector> = fc.letrec<{ tree: Selector; leaf: Selector }>((tie) => ({
  leaf: fc.oneof(
    fc.constant<Selector>({ kind: "all" }),
    label.map((name): Selector => ({ kind: "has", label: name })),
    fc
      .tuple(fc.constantFrom("equal", "not-equal", "contains", "starts-with", "ends-with"), label, value)
      .map(([kind, name, text]): Selector => ({ kind, label: name, value: text })),
    fc
      .tuple(fc.constantFrom("in", "not-in"), label, fc.array(value, { maxLength: 3 }))
      .map(([kind, name, values]): Selector => ({ kind, label: name, values })),
  ),
  tree: fc.oneof(
    { maxDepth: 5, depthIdentifier: "selector" },
    tie("leaf"),
    tie("tree").map(negateSelector),
    fc
      .tuple(fc.constantFrom("and", "or"), fc.array(tie("tree"), { minLength: 2, maxLength: 3 }))
      .map(([kind, operands]) => joinSelectors(kind, operands)),
  ),
})).tree;

/** Labels that such selectors speak of. */
export const anyLabels: fc.Arbitrary<Map<string, string>> = fc
  .array(fc.tuple(label, value), { maxLength: 5 })
  .map((pairs) => new Map(pairs));
