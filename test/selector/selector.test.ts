import { expect, test } from "vitest";
import { ALL, join, negate, renameLabels, type Selector } from "../../src/selector/selector.ts";

const has = (label: string): Selector => ({ kind: "has", label });

test("join flattens its own kind only and leaves a single operand alone", () => {
  expect(join("and", [has("a")])).toEqual(has("a"));
  expect(join("and", [join("and", [has("a"), has("b")]), has("c")])).toEqual({
    kind: "and",
    operands: [has("a"), has("b"), has("c")],
  });
  expect(join("and", [join("or", [has("a"), has("b")]), has("c")])).toMatchObject({
    operands: [{ kind: "or" }, has("c")],
  });
});

test("negate cancels itself", () => {
  expect(negate(has("a"))).toEqual({ kind: "not", operand: has("a") });
  expect(negate(negate(has("a")))).toEqual(has("a"));
});

test("renameLabels reaches every label", () => {
  const selector: Selector = join("or", [
    ALL,
    negate(has("a")),
    join("and", [
      { kind: "equal", label: "b", value: "b" },
      { kind: "in", label: "c", values: ["c"] },
    ]),
  ]);
  expect(renameLabels(selector, (label) => `pcns.${label}`)).toEqual(
    join("or", [
      ALL,
      negate(has("pcns.a")),
      join("and", [
        { kind: "equal", label: "pcns.b", value: "b" },
        { kind: "in", label: "pcns.c", values: ["c"] },
      ]),
    ]),
  );
});
