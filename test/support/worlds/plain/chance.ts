/** Choices that follow from a seed: large worlds are made of many thousands, too many for `fc.Arbitrary`. */
export interface Chance {
  /** A whole number from 0 to before `end`. */
  readonly below: (end: number) => number;
  /** True once in so many times. */
  readonly once: (inSoMany: number) => boolean;
  readonly of: <T>(values: readonly T[]) => T;
  /** Some of the values, at least `least`, in their order. */
  readonly some: <T>(values: readonly T[], least?: number) => T[];
}

/** Starts the choices of a seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed | 0;
  function below(end: number): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }
  const of = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  function some<T>(values: readonly T[], least = 0): T[] {
    const chosen = new Set(values.filter(() => below(3) === 0));
    while (chosen.size < Math.min(least, values.length)) chosen.add(of(values));
    return values.filter((value) => chosen.has(value));
  }
  return { below, once: (inSoMany) => below(inSoMany) === 0, of, some };
}
