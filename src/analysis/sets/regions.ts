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
    for (const [child, values] of childrenOf(block, node)) {
      if (values !== undefined) parts[block.dimension] = values;
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

/** What is below a node in a block, with the values that lead there; absent: all values. */
type Children = readonly (readonly [child: NodeId, values: readonly Interval[] | undefined])[];

/** Many paths lead to one node: what is below it is found once a block. */
function rememberChildren() {
  const known = new Map<ClassCodes, Map<NodeId, Children>>();
  return (block: ClassCodes, node: NodeId): Children => {
    const ofBlock = known.get(block) ?? new Map<NodeId, Children>();
    known.set(block, ofBlock);
    const children = ofBlock.get(node) ?? childrenBelow(block, node);
    ofBlock.set(node, children);
    return children;
  };
}

function childrenBelow(block: ClassCodes, node: NodeId): Children {
  return [...block.below(node)].map(([child, ranges]) => {
    const isAll = ranges.length === 1 && spansAll(block, ranges[0] as ClassRange);
    // Nothing is listed below the empty set.
    return [child, isAll || child === NONE ? undefined : valuesOf(block.classes, ranges)];
  });
}
