import { expect, test } from "vitest";
import { ALL, joinSelectors, negateSelector, renameLabels, type Selector } from "../../src/selector/selector.ts";

const has = (label: string): Selector => ({ kind: "has", label });

test("join flattens its own kind only and leaves a single operand alone", () => {
  expect(joinSelectors("and", [has("a")])).toEqual(has("a"));
  expect(joinSelectors("and", [joinSelectors("and", [has("a"), has("b")]), has("c")])).toEqual({
    kind: "and",
    operands: [has("a"), has("b"), has("c")],
  });
  expect(joinSelectors("and", [joinSelectors("or", [has("a"), has("b")]), has("c")])).toMatchObject({
    operands: [{ kind: "or" }, has("c")],
  });
});

test("negate cancels itself", () => {
  expect(negateSelector(has("a"))).toEqual({ kind: "not", operand: has("a") });
  expect(negateSelector(negateSelector(has("a")))).toEqual(has("a"));
});

test("renameLabels reaches every label", () => {
  const selector: Selector = joinSelectors("or", [
    ALL,
    negateSelector(has("a")),
    joinSelectors("and", [
      { kind: "equal", label: "b", value: "b" },
      { kind: "in", label: "c", values: ["c"] },
    ]),
  ]);
  expect(renameLabels(selector, (label) => `pcns.${label}`)).toEqual(
    joinSelectors("or", [
      ALL,
      negateSelector(has("pcns.a")),
      joinSelectors("and", [
        { kind: "equal", label: "pcns.b", value: "b" },
        { kind: "in", label: "pcns.c", values: ["c"] },
      ]),
    ]),
  );
});
