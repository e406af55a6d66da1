/** One figure of one size. */
export interface Sized {
  readonly size: number;
  readonly value: number;
}

/** How a figure grows with the size: by about size to the power of the exponent, or not at all. */
export type Growth = { readonly kind: "constant" } | { readonly kind: "power"; readonly exponent: number };

/** Sizes below it are mostly start-up, and code that is not compiled yet. */
const SMALLEST = 1000;
/** What is above the fixed cost by less than this part of it, or by less than so much, is not told from it. */
const [LEAST_PART, LEAST] = [0.5, 0.05];

/**
 * The least squares of log(figure - fixed) over log(size), of the sizes from 1,000 on. `fixed` is the figure of a start that has
 * hardly any input. Growth that is not told from the fixed cost at the largest size is none.
 */
export function growthOf(figures: readonly Sized[], fixed: number): Growth {
  const large = figures.filter(({ size }) => size >= SMALLEST);
  const most = large.at(-1);
  if (most === undefined || most.value - fixed < Math.max(LEAST_PART * fixed, LEAST)) return { kind: "constant" };
  const points = large
    .filter(({ value }) => value > fixed)
    .map(({ size, value }) => [Math.log(size), Math.log(value - fixed)] as const);
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const variance = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return { kind: "power", exponent: covariance / variance };
}
