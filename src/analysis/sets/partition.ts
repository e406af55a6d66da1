/** The classes of a set: `differing` are those whose membership is not that of the last class. Sets are short in this form. */
export interface Members {
  readonly hasLast: boolean;
  /** Ascending. */
  readonly differing: Int32Array;
}

/** Half-open ranges of cells in one flat list; `inverted`: the set is what is outside of them. */
export interface CellSet {
  readonly ranges: ArrayLike<number>;
  readonly inverted: boolean;
}

/**
 * Puts cells that are in the same sets in one class. Classes are numbered in the order of their first cells, so that ranges of
 * values are ranges of classes where that is possible, but the class of the greatest weight is last.
 */
export function partition(sets: readonly CellSet[], weights: Float64Array) {
  const classOf = new Int32Array(weights.length);
  const count = splitBySets(sets, classOf);
  const sums = sumsOf(classOf, weights, count);
  let heaviest = 0;
  for (let number = 1; number < count; number++) {
    if ((sums[number] as number) > (sums[heaviest] as number)) heaviest = number;
  }
  renumber(classOf, count, heaviest);
  return {
    count,
    weights: sumsOf(classOf, weights, count),
    classOf,
    members: sets.map((set) => membersOf(set, classOf, count)),
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

/** Splits the one class of all cells by each set in turn; returns how many there are then. */
function splitBySets(sets: readonly CellSet[], classOf: Int32Array): number {
  const cells = classOf.length;
  const sizes = new Int32Array(cells + 1);
  const hits = new Int32Array(cells + 1);
  const target = new Int32Array(cells + 1);
  sizes[0] = cells;
  let count = 1;
  for (const { ranges } of sets) {
    const hit: number[] = [];
    forEachCell(ranges, (cell) => {
      const number = classOf[cell] as number;
      if (hits[number] === 0) hit.push(number);
      hits[number] = (hits[number] as number) + 1;
    });
    for (const number of hit) {
      const inside = hits[number] as number;
      hits[number] = 0;
      target[number] = number;
      if (inside === sizes[number]) continue;
      sizes[number] = (sizes[number] as number) - inside;
      sizes[count] = inside;
      target[number] = count++;
    }
    forEachCell(ranges, (cell) => {
      classOf[cell] = target[classOf[cell] as number] as number;
    });
  }
  return count;
}

function renumber(classOf: Int32Array, count: number, last: number): void {
  const numbers = new Int32Array(count).fill(-1);
  numbers[last] = count - 1;
  let given = 0;
  for (let cell = 0; cell < classOf.length; cell++) {
    const number = classOf[cell] as number;
    if (numbers[number] === -1) numbers[number] = given++;
    classOf[cell] = numbers[number] as number;
  }
}

function membersOf({ ranges, inverted }: CellSet, classOf: Int32Array, count: number): Members {
  const inside = new Uint8Array(count);
  forEachCell(ranges, (cell) => {
    inside[classOf[cell] as number] = 1;
  });
  const last = inside[count - 1] as number;
  const differing: number[] = [];
  for (let number = 0; number < count; number++) if (inside[number] !== last) differing.push(number);
  return { hasLast: (last === 1) !== inverted, differing: Int32Array.from(differing) };
}

function forEachCell(ranges: ArrayLike<number>, visit: (cell: number) => void): void {
  for (let i = 0; i < ranges.length; i += 2) {
    for (let cell = ranges[i] as number; cell < (ranges[i + 1] as number); cell++) visit(cell);
  }
}
