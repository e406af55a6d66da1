/** An address as a number: IPv4 ones are small enough for ordinary numbers, which are much faster. */
type AddressNumber = number | bigint;

/** Networks, each with the group of the member that holds it, as columns. */
export class MemberNets<T extends AddressNumber> {
  readonly firsts: T[] = [];
  /** The addresses behind the last ones. */
  readonly ends: T[] = [];
  readonly groups: number[] = [];

  /** Adds a network, from its first address to before `end`. */
  add(first: T, end: T, group: number): void {
    this.firsts.push(first);
    this.ends.push(end);
    this.groups.push(group);
  }

  /** The indexes of the networks by their first address, a wider one before those in it, and by group. */
  inOrder(): Uint32Array {
    const { firsts, ends, groups } = this;
    const compare = (a: number, b: number) =>
      order(firsts[a] as T, firsts[b] as T) ||
      order(ends[b] as T, ends[a] as T) ||
      (groups[a] as number) - (groups[b] as number);
    const indexes = new Uint32Array(groups.length);
    for (let index = 0; index < indexes.length; index++) indexes[index] = index;
    return indexes.sort(compare);
  }
}

function order<T extends AddressNumber>(a: T, b: T): number {
  return a < b ? -1 : a === b ? 0 : 1;
}

type AddClass = (parent: number, groups: readonly number[]) => number;

/** The class of an IPv6 address; 0 where no network holds it. */
type Lookup = (address: bigint) => number;

/** Where intervals of addresses begin, ascending from 0, and the class of each. */
export interface ClassIntervals<T extends AddressNumber> {
  readonly starts: readonly T[];
  readonly classes: readonly number[];
}

/**
 * The classes of all addresses of a family, from `zero` on. Networks nest or are apart, so one pass in order of their first
 * address with a stack of those around assigns each its class. `take` may take the class of a network and say that it is to be
 * no interval.
 */
export function classIntervals<T extends AddressNumber>(
  nets: MemberNets<T>,
  zero: T,
  addClass: AddClass,
  take?: (first: T, end: T, number: number) => boolean,
): ClassIntervals<T> {
  const { firsts, ends, groups } = nets;
  const sorted = nets.inOrder();
  const starts: T[] = [zero];
  const classes: number[] = [0];
  const around: { readonly end: T; readonly number: number }[] = [];
  const cut = (at: T, number: number) => {
    if (starts.at(-1) === at) classes[classes.length - 1] = number;
    else {
      starts.push(at);
      classes.push(number);
    }
  };
  const leave = (before: T | undefined) => {
    for (let top = around.at(-1); top && (before === undefined || top.end <= before); top = around.at(-1)) {
      around.pop();
      cut(top.end, around.at(-1)?.number ?? 0);
    }
  };
  for (let at = 0; at < sorted.length; ) {
    const net = sorted[at] as number;
    const [first, end] = [firsts[net] as T, ends[net] as T];
    // A list that is pushed to has room for sixteen more, and nearly every network has one holder.
    const holders = [groups[net] as number];
    for (at++; at < sorted.length; at++) {
      const same = sorted[at] as number;
      if (firsts[same] !== first || ends[same] !== end) break;
      const group = groups[same] as number;
      if (holders.at(-1) !== group) holders.push(group);
    }
    leave(first);
    const number = addClass(around.at(-1)?.number ?? 0, holders);
    if (take?.(first, end, number)) continue;
    cut(first, number);
    around.push({ end, number });
  }
  leave(undefined);
  return { starts, classes };
}

/** Prepares the networks of IPv6 for lookup: single addresses in a table of their own, wider networks as intervals. */
export function addressTable6(nets: MemberNets<bigint>, addClass: AddClass): Lookup {
  const singles = new Map<bigint, number>();
  const { starts, classes } = classIntervals(nets, 0n, addClass, (first, end, number) => {
    if (first + 1n !== end) return false;
    singles.set(first, number);
    return true;
  });
  return (address) => singles.get(address) ?? (classes[lastUpTo(starts, address)] as number);
}

/** The index of the last place not above the value; -1 when all are. */
export function lastUpTo<T extends AddressNumber>(places: readonly T[], value: T): number {
  let low = -1;
  let high = places.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((places[middle] as T) <= value) low = middle;
    else high = middle;
  }
  return low;
}
