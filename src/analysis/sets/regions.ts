import type { ClassCodes } from "./class-codes.ts";
import { type ClassRange, valuesOf } from "./classes.ts";
import { ALL, type Diagram, NONE, type NodeId } from "./diagram.ts";
import type { Dimension, Interval, Region } from "./dimension.ts";

/** How many disjoint products `regionsOf` makes of a set. Looks at each node once, however many products there are. */
export function countRegions(diagram: Diagram, blocks: readonly ClassCodes[], packets: NodeId): number {
  const known = new Map<NodeId, number>([
    [NONE, 0],
    [ALL, 1],
  ]);
  function count(node: NodeId): number {
    const before = known.get(node);
    if (before !== undefined) return before;
    const variable = diagram.variable(node);
    const block = blocks.find(({ end }) => variable < end) as ClassCodes;
    let sum = 0;
    for (const child of block.below(node).keys()) sum += count(child);
    known.set(node, sum);
    return sum;
  }
  return count(packets);
}

/** A set as disjoint products, the first `limit` of them: the values of a dimension that leave the same set are together. */
export function regionsOf(blocks: readonly ClassCodes[], packets: NodeId, limit: number): readonly Region[] {
  const regions: Region[] = [];
  const parts: Partial<Record<Dimension, readonly Interval[]>> = {};
  const childrenOf = rememberChildren();
  function list(node: NodeId, at: number): void {
    if (node === NONE || regions.length >= limit) return;
    const block = blocks[at];
    if (block === undefined) {
      regions.push({ ...parts });
      return;
    }
    for (const [child, ranges] of childrenOf(block, node)) {
      const isAll = ranges.length === 1 && spansAll(block, ranges[0] as ClassRange);
      if (!isAll) parts[block.dimension] = valuesOf(block.classes, ranges);
      list(child, at + 1);
      delete parts[block.dimension];
    }
  }
  list(packets, 0);
  return regions;
}

function spansAll({ classes }: ClassCodes, [first, last]: ClassRange): boolean {
  return first === 0 && last === classes.count - 1;
}

/** Many paths lead to one node: what is below it is found once a block. */
function rememberChildren() {
  const known = new Map<ClassCodes, Map<NodeId, ReadonlyMap<NodeId, ClassRange[]>>>();
  return (block: ClassCodes, node: NodeId): ReadonlyMap<NodeId, ClassRange[]> => {
    const ofBlock = known.get(block) ?? new Map<NodeId, ReadonlyMap<NodeId, ClassRange[]>>();
    known.set(block, ofBlock);
    const children = ofBlock.get(node) ?? block.below(node);
    ofBlock.set(node, children);
    return children;
  };
}
