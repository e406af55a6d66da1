import type { Net } from "../../world/compiled.ts";

/** A network and the group of the member that holds it. */
export interface MemberNet {
  readonly net: Net;
  readonly group: number;
}

type AddClass = (parent: number, groups: readonly number[]) => number;

/** The class of an IPv6 address; 0 where no network holds it. */
type Lookup = (address: bigint) => number;

/** Where intervals of addresses begin, ascending from 0, and the class of each. */
export interface ClassIntervals {
  readonly starts: readonly bigint[];
  readonly classes: readonly number[];
}

/**
 * The classes of all addresses of a family. Networks nest or are apart, so one pass in order of their first address with a
 * stack of those around assigns each its class. `single` takes the class of a network of one address; without it that is an
 * interval, too.
 */
export function classIntervals(
  entries: readonly MemberNet[],
  addClass: AddClass,
  single?: (address: bigint, number: number) => void,
): ClassIntervals {
  const sorted = [...entries].sort(byPlace);
  const starts: bigint[] = [0n];
  const classes: number[] = [0];
  const around: { readonly last: bigint; readonly number: number }[] = [];
  const cut = (at: bigint, number: number) => {
    if (starts.at(-1) === at) classes[classes.length - 1] = number;
    else {
      starts.push(at);
      classes.push(number);
    }
  };
  const leave = (before: bigint | undefined) => {
    for (let top = around.at(-1); top && (before === undefined || top.last < before); top = around.at(-1)) {
      around.pop();
      cut(top.last + 1n, around.at(-1)?.number ?? 0);
    }
  };
  for (let at = 0; at < sorted.length; ) {
    const { net } = sorted[at] as MemberNet;
    const groups: number[] = [];
    for (; at < sorted.length && isSame(sorted[at] as MemberNet, net); at++) {
      const { group } = sorted[at] as MemberNet;
      if (groups.at(-1) !== group) groups.push(group);
    }
    leave(net.first);
    const number = addClass(around.at(-1)?.number ?? 0, groups);
    if (single !== undefined && net.first === net.last) {
      single(net.first, number);
      continue;
    }
    cut(net.first, number);
    around.push({ last: net.last, number });
  }
  leave(undefined);
  return { starts, classes };
}

/** Prepares the networks of IPv6 for lookup: single addresses in a table of their own, wider networks as intervals. */
export function addressTable6(entries: readonly MemberNet[], addClass: AddClass): Lookup {
  const singles = new Map<bigint, number>();
  const { starts, classes } = classIntervals(entries, addClass, (address, number) => singles.set(address, number));
  return (address) => singles.get(address) ?? (classes[lastUpTo(starts, address)] as number);
}

function byPlace(a: MemberNet, b: MemberNet): number {
  if (a.net.first !== b.net.first) return a.net.first < b.net.first ? -1 : 1;
  if (a.net.last !== b.net.last) return a.net.last > b.net.last ? -1 : 1;
  return a.group - b.group;
}

function isSame({ net }: MemberNet, { first, last }: MemberNet["net"]): boolean {
  return net.first === first && net.last === last;
}

/** The index of the last place not above the value; -1 when all are. */
export function lastUpTo(places: readonly bigint[], value: bigint): number {
  let low = -1;
  let high = places.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((places[middle] as bigint) <= value) low = middle;
    else high = middle;
  }
  return low;
}
