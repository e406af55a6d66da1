import type { Classes, ClassRange } from "./classes.ts";
import { ALL, type Diagram, NONE, type NodeId } from "./diagram.ts";
import type { Dimension } from "./dimension.ts";
import type { Members } from "./partition.ts";

/**
 * The block of variables that stands for one dimension: the number of a class in binary, the highest bit first. Numbers
 * above the last class mean the last class also. So every code is a real packet, and no set holds packets that do not exist.
 */
export class ClassCodes {
  readonly dimension: Dimension;
  readonly classes: Classes;
  /** The first variable, and how many there are. */
  readonly first: number;
  readonly bits: number;
  readonly #diagram: Diagram;

  constructor(dimension: Dimension, classes: Classes, first: number, diagram: Diagram) {
    this.dimension = dimension;
    this.classes = classes;
    this.first = first;
    this.bits = Math.ceil(Math.log2(classes.count));
    this.#diagram = diagram;
  }

  /** The first variable after the block. */
  get end(): number {
    return this.first + this.bits;
  }

  /** The packets whose class in this dimension is one of the members. */
  nodeOf(members: Members): NodeId {
    const ranges = codeRanges(members, 2 ** this.bits);
    return this.#build(ranges, 0, ranges.length, 0, this.bits);
  }

  /** Of the ranges, which are two numbers each, from place `from` to before `to`, the part among the `2 ** bits` codes from `base`. */
  #build(ranges: readonly number[], from: number, to: number, base: number, bits: number): NodeId {
    if (from >= to) return NONE;
    if ((ranges[from] as number) <= base && (ranges[from + 1] as number) >= base + 2 ** bits - 1) return ALL;
    this.#diagram.visit();
    const middle = base + 2 ** (bits - 1);
    let cut = from;
    while (cut < to && (ranges[cut + 1] as number) < middle) cut += 2;
    const straddles = cut < to && (ranges[cut] as number) < middle;
    const low = this.#build(ranges, from, straddles ? cut + 2 : cut, base, bits - 1);
    const high = this.#build(ranges, cut, to, middle, bits - 1);
    return this.#diagram.node(this.end - bits, low, high);
  }

  /** What is left of a set for each class: nodes below the block, with the ranges of classes that lead there. */
  below(node: NodeId): ReadonlyMap<NodeId, ClassRange[]> {
    const found = new Map<NodeId, ClassRange[]>();
    this.#collect(node, 0, this.bits, found);
    return found;
  }

  #collect(node: NodeId, base: number, bits: number, found: Map<NodeId, ClassRange[]>): void {
    const { count } = this.classes;
    if (node === NONE || base >= count) return;
    this.#diagram.visit();
    const variable = this.#diagram.variable(node);
    if (variable >= this.end) {
      const range = [base, Math.min(base + 2 ** bits, count) - 1] as const;
      const ranges = found.get(node);
      if (ranges) ranges.push(range);
      else found.set(node, [range]);
      return;
    }
    const isTested = variable === this.end - bits;
    this.#collect(isTested ? this.#diagram.low(node) : node, base, bits - 1, found);
    this.#collect(isTested ? this.#diagram.high(node) : node, base + 2 ** (bits - 1), bits - 1, found);
  }

  /** What is left of a set for one class. */
  follow(node: NodeId, code: number): NodeId {
    let at = node;
    for (let variable = this.#diagram.variable(at); variable < this.end; variable = this.#diagram.variable(at)) {
      const bit = (code >>> (this.end - 1 - variable)) & 1;
      at = bit === 1 ? this.#diagram.high(at) : this.#diagram.low(at);
    }
    return at;
  }
}

/** The codes of classes as ranges, ascending: the first and the last of each, in one list. */
function codeRanges({ hasLast, differing }: Members, codes: number): readonly number[] {
  const ranges: number[] = [];
  let free = 0;
  for (const code of differing) {
    if (hasLast) {
      if (code > free) ranges.push(free, code - 1);
      free = code + 1;
      continue;
    }
    if (ranges.length > 0 && ranges[ranges.length - 1] === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  if (hasLast) ranges.push(free, codes - 1);
  return ranges;
}
