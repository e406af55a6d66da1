import type { Net } from "../../world/compiled.ts";
import { intervalAt } from "./criterion-table.ts";

/** A network and the group of the member that holds it. */
export interface MemberNet {
  readonly net: Net;
  readonly group: number;
}

type AddClass = (parent: number, groups: readonly number[]) => number;

/** The class of an address by number (IPv4) or bigint (IPv6); 0 where no network holds it. */
type Lookup = (address: number | bigint) => number;

/**
 * Prepares networks for lookup. Networks nest or are apart, so one pass in order of their first address with a stack of
 * those around assigns each its class; single addresses go to a hash table, wider networks to a table of intervals.
 */
export function addressTable(entries: readonly MemberNet[], family: 4 | 6, addClass: AddClass): Lookup {
  const sorted = [...entries].sort(byPlace);
  const singles = family === 4 ? hashTable(sorted.length) : bigintTable();
  const cuts: bigint[] = [];
  const classes: number[] = [];
  const around: { readonly last: bigint; readonly number: number }[] = [];
  const cut = (at: bigint, number: number) => {
    if (cuts.at(-1) === at) classes[classes.length - 1] = number;
    else {
      cuts.push(at);
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
    if (net.first === net.last) {
      singles.set(net.first, number);
      continue;
    }
    cut(net.first, number);
    around.push({ last: net.last, number });
  }
  leave(undefined);
  return family === 4 ? lookup4(singles.get, cuts, classes) : lookup6(singles.get, cuts, classes);
}

function byPlace(a: MemberNet, b: MemberNet): number {
  if (a.net.first !== b.net.first) return a.net.first < b.net.first ? -1 : 1;
  if (a.net.last !== b.net.last) return a.net.last > b.net.last ? -1 : 1;
  return a.group - b.group;
}

function isSame({ net }: MemberNet, { first, last }: MemberNet["net"]): boolean {
  return net.first === first && net.last === last;
}

interface Singles {
  readonly set: (address: bigint, number: number) => void;
  readonly get: (address: number | bigint) => number;
}

/** IPv4 addresses to classes by open addressing; class 0 marks a free place, which no single address has. */
function hashTable(size: number): Singles {
  const bits = Math.max(4, 32 - Math.clz32(size * 2));
  const shift = 32 - bits;
  const mask = 2 ** bits - 1;
  const keys = new Int32Array(mask + 1);
  const numbers = new Int32Array(mask + 1);
  return {
    set: (address, number) => {
      const key = Number(address) | 0;
      let at = Math.imul(key, 0x9e3779b1) >>> shift;
      while (numbers[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
      keys[at] = key;
      numbers[at] = number;
    },
    get: (address) => {
      const key = (address as number) | 0;
      let at = Math.imul(key, 0x9e3779b1) >>> shift;
      for (; numbers[at] !== 0; at = (at + 1) & mask) if (keys[at] === key) return numbers[at] as number;
      return 0;
    },
  };
}

function bigintTable(): Singles {
  const numbers = new Map<bigint, number>();
  return {
    set: (address, number) => numbers.set(address, number),
    get: (address) => numbers.get(address as bigint) ?? 0,
  };
}

function lookup4(single: Singles["get"], cuts: readonly bigint[], classes: readonly number[]): Lookup {
  if (cuts.length === 0) return single;
  const places = Uint32Array.from([0, ...cuts.filter((at) => at < 1n << 32n).map(Number)]);
  const numbers = Int32Array.from([0, ...classes]);
  return (address) => {
    const number = single(address);
    return number !== 0 ? number : (numbers[intervalAt(places, address as number)] as number);
  };
}

function lookup6(single: Singles["get"], cuts: readonly bigint[], classes: readonly number[]): Lookup {
  return (address) => {
    const number = single(address);
    if (number !== 0) return number;
    const at = lastUpTo(cuts, address as bigint);
    return at < 0 ? 0 : (classes[at] as number);
  };
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
