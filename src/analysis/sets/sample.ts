import type { ClassCodes } from "./class-codes.ts";
import { classOfValue, valuesOf } from "./classes.ts";
import { NONE, type NodeId } from "./diagram.ts";
import {
  allValues,
  DIMENSIONS,
  type Dimension,
  type Family,
  type Interval,
  type PacketValues,
  type Region,
  type Value,
} from "./dimension.ts";
import { includes, mergeIntervals, next } from "./interval-list.ts";

/** Values that people would choose, the best first. */
export type Preferences = Readonly<Partial<Record<Dimension, readonly Value[]>>>;

const USUAL: Preferences = {
  protocol: [6, 17, 1, 58],
  // Echo requests of both versions are below the ports.
  portOrIcmp: [443, 80, 22, 8 << 8, 128 << 8],
  sourcePort: [40000],
};

/** One packet of a set; undefined where it is empty. Each dimension takes the best value that the ones before it leave. */
export function sampleOf(
  blocks: readonly ClassCodes[],
  packets: NodeId,
  prefer: Preferences,
): PacketValues | undefined {
  if (packets === NONE) return undefined;
  const values = {} as Record<Dimension, Value>;
  let node = packets;
  for (const block of blocks) {
    const value = preferred(block, node, prefer) ?? firstOf(block, node);
    values[block.dimension] = value;
    node = block.follow(node, classOfValue(block.classes, value));
  }
  return values;
}

/** The same of a set that is given as products, wherever they came from. */
export function sampleOfRegions(
  family: Family,
  regions: readonly Region[],
  prefer: Preferences,
): PacketValues | undefined {
  if (regions.length === 0) return undefined;
  const values = {} as Record<Dimension, Value>;
  let left = regions;
  for (const dimension of DIMENSIONS) {
    const has = (region: Region, value: Value) => region[dimension] === undefined || includes(region[dimension], value);
    const choices = [...(prefer[dimension] ?? []), ...(USUAL[dimension] ?? [])];
    const best = choices.find((value) => left.some((region) => has(region, value)));
    const lists = () => left.flatMap((region) => region[dimension] ?? [allValues(dimension, family)]);
    const value = best ?? usualOf(dimension, mergeIntervals(lists())[0] as Interval);
    values[dimension] = value;
    left = left.filter((region) => has(region, value));
  }
  return values;
}

function preferred(block: ClassCodes, node: NodeId, prefer: Preferences): Value | undefined {
  for (const list of [prefer[block.dimension], USUAL[block.dimension]]) {
    if (list === undefined) continue;
    for (const { value, code } of firstOfClasses(block, list)) if (block.follow(node, code) !== NONE) return value;
  }
  return undefined;
}

const firstMemos = new WeakMap<ClassCodes, Map<readonly Value[], readonly ClassValue[]>>();

interface ClassValue {
  readonly value: Value;
  readonly code: number;
}

/** The first of some values in each class: a set has all values of a class, or none, and many sets of a space are asked. */
function firstOfClasses(block: ClassCodes, values: readonly Value[]): readonly ClassValue[] {
  const memo = firstMemos.get(block) ?? new Map<readonly Value[], readonly ClassValue[]>();
  firstMemos.set(block, memo);
  const known = memo.get(values);
  if (known !== undefined) return known;
  const firsts = new Map<number, ClassValue>();
  for (const value of values) {
    const code = classOfValue(block.classes, value);
    if (!firsts.has(code)) firsts.set(code, { value, code });
  }
  const made = [...firsts.values()];
  memo.set(values, made);
  return made;
}

/** The first value that leaves some packet. */
function firstOf(block: ClassCodes, node: NodeId): Value {
  const ranges = [...block.below(node).values()].flat();
  return usualOf(block.dimension, valuesOf(block.classes, ranges)[0] as Interval);
}

/** The first value of an interval; the second of a range of addresses, whose first is mostly a network's. */
function usualOf(dimension: Dimension, [first, last]: Interval): Value {
  const isAddress = dimension === "source" || dimension === "destination";
  return isAddress && next(first) < last ? next(first) : first;
}
