/** Values from the first to the last, both included; `bigint` for IPv6 addresses only. */
export type Interval = readonly [first: number | bigint, last: number | bigint];

/**
 * A product of sets of values, each a list of disjoint intervals in order; an absent one is all values. `portOrIcmp` is
 * the destination port, or the ICMP type times 256 plus the code.
 */
export interface Region {
  readonly protocol?: readonly Interval[];
  readonly source?: readonly Interval[];
  readonly destination?: readonly Interval[];
  readonly sourcePort?: readonly Interval[];
  readonly portOrIcmp?: readonly Interval[];
}
