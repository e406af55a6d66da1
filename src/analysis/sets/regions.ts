import type { ClassCodes } from "./class-codes.ts";
import { type ClassRange, valuesOf } from "./classes.ts";
import { ALL, type Diagram, NONE, type NodeId } from "./diagram.ts";
import type { Dimension, Interval, Region } from "./dimension.ts";

/** What is below a node in a block, with the classes that lead there. */
type Below = ReadonlyMap<NodeId, readonly ClassRange[]>;

/** What is below a node in a block, with the values that lead there; absent: all values. */
type Children = readonly (readonly [child: NodeId, values: readonly Interval[] | undefined])[];

/**
 * The sets of a diagram as disjoint products. Many paths lead to one node, and the sets of one question have most of their nodes
 * in common: what is below a node, and which values classes have, is found once.
 */
export class RegionLists {
  readonly #diagram: Diagram;
  readonly #blocks: readonly ClassCodes[];
  readonly #counts = new Map<NodeId, number>([
    [NONE, 0],
    [ALL, 1],
  ]);
  readonly #below = new Map<ClassCodes, Map<NodeId, Below>>();
  readonly #children = new Map<ClassCodes, Map<NodeId, Children>>();
  readonly #values = new Map<ClassCodes, Map<string, readonly Interval[]>>();

  constructor(diagram: Diagram, blocks: readonly ClassCodes[]) {
    this.#diagram = diagram;
    this.#blocks = blocks;
  }

  /** How many disjoint products `list` makes of a set. Looks at each node once, however many products there are. */
  count(packets: NodeId): number {
    const before = this.#counts.get(packets);
    if (before !== undefined) return before;
    const variable = this.#diagram.variable(packets);
    const block = this.#blocks.find(({ end }) => variable < end) as ClassCodes;
    let sum = 0;
    for (const child of this.#belowOf(block, packets).keys()) sum += this.count(child);
    this.#counts.set(packets, sum);
    return sum;
  }

  /** A set as disjoint products, the first `limit` of them: the values of a dimension that leave the same set are together. */
  list(packets: NodeId, limit: number): readonly Region[] {
    const regions: Region[] = [];
    // By block. Not an object that parts are deleted of: that is slow to copy.
    const parts: (readonly Interval[] | undefined)[] = this.#blocks.map(() => undefined);
    const list = (node: NodeId, at: number): void => {
      if (node === NONE || regions.length >= limit) return;
      const block = this.#blocks[at];
      if (block === undefined) {
        regions.push(this.#regionOf(parts));
        return;
      }
      // A set that begins below the block has all its values, which need no looking for.
      if (node === ALL || this.#diagram.variable(node) >= block.end) {
        list(node, at + 1);
        return;
      }
      for (const [child, values] of this.#childrenOf(block, node)) {
        parts[at] = values;
        list(child, at + 1);
      }
      parts[at] = undefined;
    };
    list(packets, 0);
    return regions;
  }

  #regionOf(parts: readonly (readonly Interval[] | undefined)[]): Region {
    const region: Partial<Record<Dimension, readonly Interval[]>> = {};
    for (const [at, { dimension }] of this.#blocks.entries()) {
      const values = parts[at];
      if (values !== undefined) region[dimension] = values;
    }
    return region;
  }

  #belowOf(block: ClassCodes, node: NodeId): Below {
    return remembered(this.#below, block, node, () => block.below(node));
  }

  #childrenOf(block: ClassCodes, node: NodeId): Children {
    return remembered(this.#children, block, node, () =>
      [...this.#belowOf(block, node)].map(([child, ranges]) => {
        // Nothing is listed below the empty set.
        const isAll = ranges.length === 1 && spansAll(block, ranges[0] as ClassRange);
        return [child, isAll || child === NONE ? undefined : this.#valuesOf(block, ranges)];
      }),
    );
  }

  #valuesOf(block: ClassCodes, ranges: readonly ClassRange[]): readonly Interval[] {
    return remembered(this.#values, block, keyOf(ranges), () => valuesOf(block.classes, ranges));
  }
}

/** Not by `join`, which takes three times as long for pairs. */
function keyOf(ranges: readonly ClassRange[]): string {
  let key = "";
  for (const range of ranges) key += `${range[0]}-${range[1]},`;
  return key;
}

function spansAll({ classes }: ClassCodes, [first, last]: ClassRange): boolean {
  return first === 0 && last === classes.count - 1;
}

function remembered<Key, T>(known: Map<ClassCodes, Map<Key, T>>, block: ClassCodes, key: Key, make: () => T): T {
  const ofBlock = known.get(block) ?? new Map<Key, T>();
  known.set(block, ofBlock);
  const before = ofBlock.get(key);
  if (before !== undefined) return before;
  const made = make();
  ofBlock.set(key, made);
  return made;
}
