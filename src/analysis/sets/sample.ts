import type { ClassCodes } from "./class-codes.ts";
import { classOfValue, valuesOf } from "./classes.ts";
import { NONE, type NodeId } from "./diagram.ts";
import type { Dimension, Interval, PacketValues, Value } from "./dimension.ts";
import { next } from "./interval-list.ts";

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

function preferred(block: ClassCodes, node: NodeId, prefer: Preferences): Value | undefined {
  const isPossible = (value: Value) => block.follow(node, classOfValue(block.classes, value)) !== NONE;
  return prefer[block.dimension]?.find(isPossible) ?? USUAL[block.dimension]?.find(isPossible);
}

/** The first value that leaves some packet; the second of a range of addresses, whose first is mostly a network's. */
function firstOf(block: ClassCodes, node: NodeId): Value {
  const ranges = [...block.below(node).values()].flat();
  const [first, last] = valuesOf(block.classes, ranges)[0] as Interval;
  const isAddress = block.dimension === "source" || block.dimension === "destination";
  return isAddress && next(first) < last ? next(first) : first;
}
