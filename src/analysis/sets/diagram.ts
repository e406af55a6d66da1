import { budgetSpent, type SharedBudget } from "./budget.ts";

/** A node of a diagram. Equal numbers are equal sets. */
export type NodeId = number;
/** The empty set, and the set of everything. */
export const NONE: NodeId = 0;
export const ALL: NodeId = 1;

const UNION = 1;
const INTERSECT = 2;
const MINUS = 3;
type Operation = typeof UNION | typeof INTERSECT | typeof MINUS;

/** Looks at a node that take as long as a step of a search. */
const VISITS_PER_STEP = 8;
/** Of so many nodes on, the tables do not fit into a processor's caches, and each further node takes longer. */
const LARGE = 2 ** 16;
const STEPS_OF_LARGE = 2;
/** Most diagrams are small, and many are made. */
const FIRST_CAPACITY = { least: 2 ** 8, most: 2 ** 14 } as const;
const LARGEST_CACHE = 2 ** 20;
/** Of `NONE` and `ALL`: below every variable. */
const NO_VARIABLE = 2 ** 31 - 1;

/**
 * Sets of bit strings as a reduced ordered binary decision diagram: a node asks for one bit, `low` is what is left where it is
 * 0 and `high` where it is 1. Variables are asked in ascending order, and no two nodes are equal.
 */
export class Diagram {
  #variable: Int32Array;
  #low: Int32Array;
  #high: Int32Array;
  #count = 2;
  /** Nodes by their content, by open addressing; 0 is a free place. */
  #table: Int32Array;
  /** Results of operations, four numbers each; a later one takes the place of an earlier. */
  #cache: Int32Array;
  #visits = 0;
  readonly #limit: number;
  readonly #budget: SharedBudget;

  /** `expected`: about how many nodes there will be. */
  constructor(budget: SharedBudget, expected = 0) {
    const { least, most } = FIRST_CAPACITY;
    const capacity = Math.max(least, Math.min(most, 2 ** Math.ceil(Math.log2(expected + 1))));
    this.#variable = new Int32Array(capacity);
    this.#low = new Int32Array(capacity);
    this.#high = new Int32Array(capacity);
    this.#table = new Int32Array(2 * capacity);
    this.#cache = new Int32Array(4 * capacity);
    this.#limit = budget.nodes;
    this.#budget = budget;
    this.#variable.fill(NO_VARIABLE, 0, 2);
  }

  get size(): number {
    return this.#count;
  }

  variable(node: NodeId): number {
    return this.#variable[node] as number;
  }

  low(node: NodeId): NodeId {
    return this.#low[node] as number;
  }

  high(node: NodeId): NodeId {
    return this.#high[node] as number;
  }

  union(a: NodeId, b: NodeId): NodeId {
    if (a === ALL || b === ALL) return ALL;
    if (a === NONE || a === b) return b;
    if (b === NONE) return a;
    return a < b ? this.#apply(UNION, a, b) : this.#apply(UNION, b, a);
  }

  intersect(a: NodeId, b: NodeId): NodeId {
    if (a === NONE || b === NONE) return NONE;
    if (a === ALL || a === b) return b;
    if (b === ALL) return a;
    return a < b ? this.#apply(INTERSECT, a, b) : this.#apply(INTERSECT, b, a);
  }

  minus(a: NodeId, b: NodeId): NodeId {
    if (a === NONE || b === ALL || a === b) return NONE;
    return b === NONE ? a : this.#apply(MINUS, a, b);
  }

  /** Counts a look at a node as work; for those who go through a diagram. */
  visit(): void {
    if (++this.#visits % VISITS_PER_STEP === 0) this.#budget.spend(1);
  }

  /** The node that asks for a variable, which comes before those of `low` and `high`. */
  node(variable: number, low: NodeId, high: NodeId): NodeId {
    if (low === high) return low;
    const mask = this.#table.length - 1;
    let place = hash(variable, low, high) & mask;
    for (let known = this.#table[place] as number; known !== 0; known = this.#table[place] as number) {
      if (this.#low[known] === low && this.#high[known] === high && this.#variable[known] === variable) return known;
      place = (place + 1) & mask;
    }
    if (this.#count >= this.#limit) budgetSpent(`the limit is ${this.#limit.toLocaleString("en")} nodes`);
    if (this.#count === this.#variable.length) {
      this.#grow();
      return this.node(variable, low, high);
    }
    this.#budget.spend(this.#count < LARGE ? 1 : STEPS_OF_LARGE);
    const made = this.#count++;
    this.#table[place] = made;
    this.#variable[made] = variable;
    this.#low[made] = low;
    this.#high[made] = high;
    return made;
  }

  #apply(operation: Operation, a: NodeId, b: NodeId): NodeId {
    const mixed = hash(a, b, operation);
    const known = this.#cache;
    const at = (mixed & (known.length / 4 - 1)) * 4;
    if (known[at] === a && known[at + 1] === b && known[at + 2] === operation) return known[at + 3] as number;
    this.visit();
    const ofA = this.#variable[a] as number;
    const ofB = this.#variable[b] as number;
    const variable = Math.min(ofA, ofB);
    const lowA = ofA === variable ? (this.#low[a] as number) : a;
    const highA = ofA === variable ? (this.#high[a] as number) : a;
    const lowB = ofB === variable ? (this.#low[b] as number) : b;
    const highB = ofB === variable ? (this.#high[b] as number) : b;
    const low = this.#combine(operation, lowA, lowB);
    const high = this.#combine(operation, highA, highB);
    const result = this.node(variable, low, high);
    // The cache may have grown.
    const cache = this.#cache;
    const place = (mixed & (cache.length / 4 - 1)) * 4;
    cache[place] = a;
    cache[place + 1] = b;
    cache[place + 2] = operation;
    cache[place + 3] = result;
    return result;
  }

  #combine(operation: Operation, a: NodeId, b: NodeId): NodeId {
    if (operation === UNION) return this.union(a, b);
    return operation === INTERSECT ? this.intersect(a, b) : this.minus(a, b);
  }

  #grow(): void {
    const capacity = this.#variable.length * 2;
    this.#variable = longer(this.#variable, capacity);
    this.#low = longer(this.#low, capacity);
    this.#high = longer(this.#high, capacity);
    this.#table = new Int32Array(capacity * 2);
    for (let node = 2; node < this.#count; node++) this.#place(node);
    if (this.#cache.length / 4 < Math.min(capacity, LARGEST_CACHE)) this.#cache = new Int32Array(4 * capacity);
  }

  #place(node: NodeId): void {
    const mask = this.#table.length - 1;
    let place = hash(this.variable(node), this.low(node), this.high(node)) & mask;
    while (this.#table[place] !== 0) place = (place + 1) & mask;
    this.#table[place] = node;
  }
}

function longer(array: Int32Array, length: number): Int32Array {
  const copy = new Int32Array(length);
  copy.set(array);
  return copy;
}

function hash(a: number, b: number, c: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}
