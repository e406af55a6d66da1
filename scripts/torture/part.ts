/** What a part of the torture is run with. */
export interface TortureOptions {
  /** How much of it: each part says what a round is for it (a kill, a command of each writer). */
  readonly rounds: number;
  /** Chance, from the seed alone: a number from 0 up to 1, as `Math.random`. */
  readonly random: () => number;
  /** A folder that the part may write to; it is removed afterwards. */
  readonly folder: string;
}

/** What a part found: a line of figures, and every way in which a promise was broken (none: it passed). */
export interface TortureReport {
  readonly figures: string;
  readonly broken: readonly string[];
}

/** One attack. `--only NAME` runs the parts whose name begins with NAME. */
export interface TorturePart {
  readonly name: string;
  readonly run: (options: TortureOptions) => Promise<TortureReport>;
}

/** Numbers from 0 up to 1 that the seed alone determines (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
