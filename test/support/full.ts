/** Whether all tests run at full size, as `.ci/run` has them; `npm test` runs samples of the long ones. */
export const FULL: boolean = process.env.FULL_TESTS === "1";

/** Returns the size of a full run, or the sample's; also what a test is made of. */
export function sized<Size>(full: Size, sample: Size): Size {
  return FULL ? full : sample;
}

/** Returns all items in a full run, or else the first of every so many. */
export function sampled<Item>(items: readonly Item[], every: number): readonly Item[] {
  return FULL ? items : items.filter((_, index) => index % every === 0);
}
