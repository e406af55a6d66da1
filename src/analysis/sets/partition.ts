/** The classes of a set: `differing` are those whose membership is not that of the last class. Sets are short in this form. */
export interface Members {
  readonly hasLast: boolean;
  /** Ascending. */
  readonly differing: readonly number[] | Int32Array;
}

/** Half-open ranges of cells in one flat list; `inverted`: the set is what is outside of them. */
export interface CellSet {
  readonly ranges: ArrayLike<number>;
  readonly inverted: boolean;
}

/** Looks at a cell, or at whether a set has a class, that take as long as a step. */
const LOOKS_PER_STEP = 256;

/**
 * Puts cells that are in the same sets in one class. Classes are numbered in the order of their first cells, so that ranges of
 * values are ranges of classes where that is possible, but the class of the greatest weight is last. `spend` takes the steps that
 * this is, before they are taken.
 */
export function partition(sets: readonly CellSet[], weights: Float64Array, spend: (steps: number) => void) {
  const classOf = new Int32Array(weights.length);
  let looks = 4 * weights.length;
  for (const { ranges } of sets)
    for (let i = 0; i < ranges.length; i += 2) looks += 3 * ((ranges[i + 1] as number) - (ranges[i] as number));
  spend(Math.ceil(looks / LOOKS_PER_STEP));
  const count = splitBySets(sets, classOf);
  spend(Math.ceil((sets.length * count) / LOOKS_PER_STEP));
  const sums = sumsOf(classOf, weights, count);
  let heaviest = 0;
  for (let number = 1; number < count; number++) {
    if ((sums[number] as number) > (sums[heaviest] as number)) heaviest = number;
  }
  const numbers = renumber(classOf, count, heaviest);
  const inside = new Uint8Array(count);
  return {
    count,
    weights: permuted(sums, numbers),
    classOf,
    members: sets.map((set) => membersOf(set, classOf, inside)),
  };
}

function sumsOf(classOf: Int32Array, weights: Float64Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let cell = 0; cell < classOf.length; cell++) {
    const number = classOf[cell] as number;
    sums[number] = (sums[number] as number) + (weights[cell] as number);
  }
  return sums;
}

/** Values by new numbers. */
function permuted(values: Float64Array, numbers: Int32Array): Float64Array {
  const moved = new Float64Array(values.length);
  for (let old = 0; old < values.length; old++) moved[numbers[old] as number] = values[old] as number;
  return moved;
}

/** What `splitBySets` works with, by class; what was left there does not matter. Many partitions are made of a few cells. */
let scratch = emptyScratch(1024);

function emptyScratch(classes: number) {
  return {
    classes,
    sizes: new Int32Array(classes),
    /** 0 for every class, but while a set is looked at. */
    hits: new Int32Array(classes),
    target: new Int32Array(classes),
  };
}

// Loops over the cells of ranges are written out: a function for each cell takes longer than what is done with it.

/** Splits the one class of all cells by each set in turn; returns how many there are then. */
function splitBySets(sets: readonly CellSet[], classOf: Int32Array): number {
  const cells = classOf.length;
  if (scratch.classes <= cells) scratch = emptyScratch(2 * cells);
  const { sizes, hits, target } = scratch;
  sizes[0] = cells;
  let count = 1;
  for (const { ranges } of sets) {
    const hit: number[] = [];
    for (let i = 0; i < ranges.length; i += 2) {
      const end = ranges[i + 1] as number;
      for (let cell = ranges[i] as number; cell < end; cell++) {
        const number = classOf[cell] as number;
        if (hits[number] === 0) hit.push(number);
        hits[number] = (hits[number] as number) + 1;
      }
    }
    for (const number of hit) {
      const inside = hits[number] as number;
      hits[number] = 0;
      target[number] = number;
      if (inside === sizes[number]) continue;
      sizes[number] = (sizes[number] as number) - inside;
      sizes[count] = inside;
      target[number] = count++;
    }
    for (let i = 0; i < ranges.length; i += 2) {
      const end = ranges[i + 1] as number;
      for (let cell = ranges[i] as number; cell < end; cell++)
        classOf[cell] = target[classOf[cell] as number] as number;
    }
  }
  return count;
}

/** Numbers classes by their first cells, but one as the last; returns the new numbers by the old. */
function renumber(classOf: Int32Array, count: number, last: number): Int32Array {
  const numbers = new Int32Array(count).fill(-1);
  numbers[last] = count - 1;
  let given = 0;
  for (let cell = 0; cell < classOf.length; cell++) {
    const number = classOf[cell] as number;
    if (numbers[number] === -1) numbers[number] = given++;
    classOf[cell] = numbers[number] as number;
  }
  return numbers;
}

/** Of so many numbers on, they are in a typed array, which is small, but slow to make. */
const MANY = 64;

/** `inside`: a flag for each class, none of which is set. */
function membersOf({ ranges, inverted }: CellSet, classOf: Int32Array, inside: Uint8Array): Members {
  for (let i = 0; i < ranges.length; i += 2) {
    const end = ranges[i + 1] as number;
    for (let cell = ranges[i] as number; cell < end; cell++) inside[classOf[cell] as number] = 1;
  }
  const last = inside[inside.length - 1] as number;
  const differing: number[] = [];
  for (let number = 0; number < inside.length; number++) if (inside[number] !== last) differing.push(number);
  inside.fill(0);
  return {
    hasLast: (last === 1) !== inverted,
    differing: differing.length < MANY ? differing : Int32Array.from(differing),
  };
}
