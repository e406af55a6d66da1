import { type Budget, SharedBudget } from "./budget.ts";
import { ClassCodes } from "./class-codes.ts";
import { classOfValue } from "./classes.ts";
import { ALL, Diagram, NONE, type NodeId } from "./diagram.ts";
import { DIMENSIONS, type Dimension, type PacketValues, type Region } from "./dimension.ts";
import { RegionLists } from "./regions.ts";
import { type Preferences, sampleOf } from "./sample.ts";
import type { Box, Universe } from "./universe.ts";
import type { ValueSet } from "./value-sets.ts";

declare const PACKETS: unique symbol;
/** A set of packets of one space. Equal numbers are equal sets. */
export type Packets = NodeId & { readonly [PACKETS]: true };

/** What is listed is sorted, grouped and written: that takes as long as so many steps of a search. */
const STEPS_PER_REGION = 10;

/** A space is asked for a box that it was not made with, and cannot have. */
export class UnknownSet extends Error {}

/** Of spaces that compare two Worlds, more than half make as many nodes. */
const NODES_PER_BOX = 32;

/**
 * Sets that are built of a few boxes by union, intersection and difference. It knows only what these boxes tell apart, which is
 * what keeps it small: make one for each endpoint or way, and throw it away. A set belongs to the space that made it.
 */
export class PacketSpace {
  readonly none = NONE as Packets;
  readonly all = ALL as Packets;
  readonly #budget: SharedBudget;
  readonly #diagram: Diagram;
  readonly #blocks: readonly ClassCodes[];
  readonly #lists: RegionLists;
  readonly #places: readonly ReadonlyMap<ValueSet, number>[];
  readonly #nodes: readonly (NodeId | undefined)[][];
  readonly #boxes = new Map<Box, NodeId>();

  constructor(universe: Universe, boxes: Iterable<Box>, budget: Budget) {
    this.#budget = SharedBudget.of(budget);
    const sets = DIMENSIONS.map(() => new Map<ValueSet, number>());
    let count = 0;
    for (const box of boxes) {
      count++;
      this.#budget.spend(1);
      for (let i = 0; i < sets.length; i++) {
        const places = sets[i] as Map<ValueSet, number>;
        const set = box.sets[i] as ValueSet;
        if (!places.has(set)) places.set(set, places.size);
      }
    }
    this.#diagram = new Diagram(this.#budget, count * NODES_PER_BOX);
    this.#places = sets;
    this.#nodes = sets.map(() => []);
    let variable = 0;
    this.#blocks = DIMENSIONS.map((dimension, i) => {
      const classes = universe.classes(dimension, [...(sets[i] as Map<ValueSet, number>).keys()], this.#budget);
      const block = new ClassCodes(dimension, classes, variable, this.#diagram);
      variable = block.end;
      return block;
    });
    this.#lists = new RegionLists(this.#diagram, this.#blocks);
  }

  /** The nodes made so far: a measure of the work. */
  get size(): number {
    return this.#diagram.size;
  }

  /** The packets of one of the boxes that the space was made with. */
  of(box: Box): Packets {
    this.#diagram.visit();
    const known = this.#boxes.get(box) ?? this.#build(box);
    this.#boxes.set(box, known);
    return known as Packets;
  }

  union(a: Packets, b: Packets): Packets {
    this.#diagram.visit();
    return this.#diagram.union(a, b) as Packets;
  }

  intersect(a: Packets, b: Packets): Packets {
    this.#diagram.visit();
    return this.#diagram.intersect(a, b) as Packets;
  }

  minus(a: Packets, b: Packets): Packets {
    this.#diagram.visit();
    return this.#diagram.minus(a, b) as Packets;
  }

  /** Whether a packet is in the set. */
  has(packets: Packets, values: PacketValues): boolean {
    let node: NodeId = packets;
    for (const block of this.#blocks) node = block.follow(node, classOfValue(block.classes, values[block.dimension]));
    return node === ALL;
  }

  /** The set as disjoint products: how many there are, and the first `limit` of them. */
  regions(packets: Packets, limit: number): { readonly count: number; readonly regions: readonly Region[] } {
    const count = this.#lists.count(packets);
    this.#budget.spend(Math.min(count, limit) * STEPS_PER_REGION);
    return { count, regions: this.#lists.list(packets, limit) };
  }

  /** One packet of the set, by what is preferred where there is a choice; undefined where the set is empty. */
  sample(packets: Packets, prefer: Preferences): PacketValues | undefined {
    return sampleOf(this.#blocks, packets, prefer);
  }

  #build(box: Box): NodeId {
    let node: NodeId = ALL;
    for (let i = DIMENSIONS.length - 1; i >= 0; i--) {
      const set = box.sets[i] as ValueSet;
      if (!set.isAll) node = this.#diagram.intersect(this.#nodeOf(set, i), node);
    }
    return node;
  }

  #nodeOf(set: ValueSet, i: number): NodeId {
    const place = this.#places[i]?.get(set);
    if (place === undefined)
      throw new UnknownSet(`the space was not made with this set of ${DIMENSIONS[i] as Dimension}`);
    const nodes = this.#nodes[i] as (NodeId | undefined)[];
    const block = this.#blocks[i] as ClassCodes;
    const members = block.classes.members[place];
    if (members === undefined) throw new Error("a set without classes");
    nodes[place] ??= block.nodeOf(members);
    return nodes[place];
  }
}
