import { expect, test } from "vitest";
import { growthOf } from "../scripts/scale/fit.ts";

const SIZES = [10, 100, 1000, 10_000, 100_000];

/** What a command takes, given its size, besides its start of 0.1 s; and the exponent that is found, or that it does not grow. */
const FIGURES: readonly (readonly [name: string, seconds: (size: number) => number, exponent: number | "constant"])[] =
  [
    ["in proportion", (size) => size / 10_000, 1],
    ["with the square", (size) => (size / 10_000) ** 2, 2],
    ["with the logarithm besides", (size) => (size * Math.log2(size)) / 100_000, 1.11],
    ["not at all", () => 0, "constant"],
    ["less than a start differs from another", (size) => size / 10_000_000, "constant"],
  ];

test.each(FIGURES)("growth %s", (_, seconds, exponent) => {
  const figures = SIZES.map((size) => ({ size, value: 0.1 + seconds(size) }));
  const grown = growthOf(figures, 0.1);
  if (exponent === "constant") expect(grown).toEqual({ kind: "constant" });
  else expect(grown).toEqual({ kind: "power", exponent: expect.closeTo(exponent, 2) });
});
