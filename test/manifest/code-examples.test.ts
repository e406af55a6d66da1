import { describe, expect, test } from "vitest";
import { EXPLANATIONS } from "../../src/generated/explanations.ts";
import { read } from "./read.ts";

const found = (text: string) => read(text, "validate", "v3.32").diagnostics;

/** The examples of schemas/codes/: the wrong one has the finding, and the right one has none at all. */
const EXAMPLES = Object.entries(EXPLANATIONS).flatMap(([code, { wrong, right }]) =>
  wrong === undefined && right === undefined ? [] : [{ code, wrong: wrong ?? "", right: right ?? "" }],
);

describe("the examples of codes", () => {
  test.each(EXAMPLES)("$code", ({ code, wrong, right }) => {
    expect(found(wrong).map((one) => one.code)).toEqual([code]);
    expect(found(right)).toEqual([]);
  });

  test("there are some", () => expect(EXAMPLES.length).toBeGreaterThan(40));
});
