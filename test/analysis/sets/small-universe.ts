import type { Random } from "../../../scripts/large-policies/random.ts";
import {
  DIMENSIONS,
  type Dimension,
  type Family,
  type Interval,
  type PacketValues,
  type Region,
  type Value,
} from "../../../src/analysis/sets/dimension.ts";
import type * as Universes from "../../../src/analysis/sets/universe.ts";
import type { Box } from "../../../src/analysis/sets/universe.ts";

/** How many cells each dimension has: few enough to look at every packet. */
const CELLS: Readonly<Record<Dimension, number>> = {
  protocol: 4,
  source: 12,
  portOrIcmp: 11,
  destination: 10,
  sourcePort: 6,
};
/** All packets of a small universe. */
export const PACKETS = DIMENSIONS.reduce((product, dimension) => product * CELLS[dimension], 1);

/** By dimension in their order and packet: its cell. */
const CELL_OF = DIMENSIONS.map((dimension, at) => {
  const step = DIMENSIONS.slice(0, at).reduce((product, before) => product * CELLS[before], 1);
  return Uint8Array.from({ length: PACKETS }, (_, packet) => Math.floor(packet / step) % CELLS[dimension]);
});

/** A set of packets of a small universe, a byte each. The engine under test has no part in it. */
export type Naive = Uint8Array;

/** A box and the same packets one by one. */
export interface NaiveBox {
  readonly box: Box;
  readonly naive: Naive;
}

/**
 * The values of each dimension cut into a few cells, at random places. A packet of the small universe is a cell in each
 * dimension; sets whose intervals are made of whole cells cannot tell the packets of a cell apart.
 */
export function smallUniverse(family: Family, random: Random) {
  const cells = DIMENSIONS.map((dimension) => cellsOf(dimension, family, random));
  /** The packets whose cell in each dimension is among those; `undefined` is all cells. */
  function naive(parts: readonly (ReadonlySet<number> | undefined)[]): Naive {
    const set = new Uint8Array(PACKETS).fill(1);
    for (const [i, part] of parts.entries()) {
      if (part === undefined) continue;
      const has = Uint8Array.from({ length: (cells[i] as Interval[]).length }, (_, cell) => (part.has(cell) ? 1 : 0));
      const cellOf = CELL_OF[i] as Uint8Array;
      for (let packet = 0; packet < PACKETS; packet++) if (has[cellOf[packet] as number] === 0) set[packet] = 0;
    }
    return set;
  }
  function boxOf(universe: Universes.Universe, chosen: readonly (ReadonlySet<number> | undefined)[]): NaiveBox {
    const parts = Object.fromEntries(
      DIMENSIONS.flatMap((dimension, i) => {
        const some = chosen[i];
        if (!some) return [];
        const intervals = [...some].map((cell) => (cells[i] as Interval[])[cell] as Interval);
        const set = universe.values(dimension, intervals);
        if (random(2) === 0) return [[dimension, set]];
        const others = universe.complementOfValues(set);
        return [[dimension, universe.complementOfValues(others)]];
      }),
    );
    return { box: universe.box(parts) as Box, naive: naive(chosen) };
  }
  return {
    /** A random box of which one dimension in `oneIn` is limited. */
    box(universe: Universes.Universe, oneIn: number): NaiveBox {
      return boxOf(
        universe,
        cells.map((of) => (random(oneIn) > 0 ? undefined : someOf(of.length, random))),
      );
    },
    /** Boxes that are apart and together everything: all combinations of a set and its complement in three dimensions. */
    tiles(universe: Universes.Universe): NaiveBox[] {
      const first = random(cells.length);
      const cut = [first, (first + 1) % cells.length, (first + 3) % cells.length];
      const sets = cells.map((of) => someOf(of.length, random));
      return [...Array(8).keys()].map((tile) =>
        boxOf(
          universe,
          cells.map((of, i) => {
            if (!cut.includes(i)) return undefined;
            const isIn = ((tile >>> cut.indexOf(i)) & 1) === 1;
            return new Set([...of.keys()].filter((cell) => (sets[i] as ReadonlySet<number>).has(cell) === isIn));
          }),
        ),
      );
    },
    /** A packet's values: the first or the last of each cell. */
    values(packet: number): PacketValues {
      const values = DIMENSIONS.map((dimension, i) => {
        const [first, last] = cells[i]?.[CELL_OF[i]?.[packet] ?? 0] ?? [0, 0];
        return [dimension, (packet + i) % 2 === 0 ? first : last];
      });
      return Object.fromEntries(values);
    },
    /** The packets of a region; it must be made of whole cells. */
    ofRegion(region: Region): Naive {
      return naive(
        DIMENSIONS.map((dimension, i) => {
          const intervals = region[dimension];
          return intervals && wholeCells(cells[i] as Interval[], intervals);
        }),
      );
    },
    /** The packet of the small universe that has the values. */
    packetOf(values: PacketValues): number {
      let packet = 0;
      let step = 1;
      for (const [i, dimension] of DIMENSIONS.entries()) {
        const of = cells[i] as Interval[];
        packet += step * of.findIndex(([first, last]) => first <= values[dimension] && values[dimension] <= last);
        step *= of.length;
      }
      return packet;
    },
  };
}

function cellsOf(dimension: Dimension, family: Family, random: Random): Interval[] {
  const isAddress = dimension === "source" || dimension === "destination";
  const whole = { protocol: 256, sourcePort: 65536, portOrIcmp: 65536, source: 2 ** 32, destination: 2 ** 32 };
  const cuts = new Set([0]);
  while (cuts.size < CELLS[dimension]) cuts.add(random(3) === 0 ? cuts.size : random(whole[dimension]));
  const starts = [...cuts].sort((a, b) => a - b);
  const last = isAddress && family === 6 ? 2n ** 128n - 1n : whole[dimension] - 1;
  const scaled: Value[] = starts.map((start) =>
    typeof last === "bigint" ? BigInt(start) << (start < 100 ? 0n : 96n) : start,
  );
  return scaled.map((start, i) => [start, i + 1 < scaled.length ? oneLess(scaled[i + 1] as Value) : last]);
}

function oneLess(value: Value): Value {
  return typeof value === "bigint" ? value - 1n : value - 1;
}

/** A set of cells that is neither empty nor everything. */
function someOf(count: number, random: Random): ReadonlySet<number> {
  const some = new Set<number>();
  for (let ranges = 1 + random(3); ranges > 0; ranges--) {
    const from = random(count);
    for (let cell = from; cell < Math.min(count, from + 1 + random(3)); cell++) some.add(cell);
  }
  if (some.size === count) some.delete(random(count));
  if (random(4) > 0) return some;
  return new Set([...Array(count).keys()].filter((cell) => !some.has(cell)));
}

function wholeCells(cells: readonly Interval[], intervals: readonly Interval[]): ReadonlySet<number> {
  const whole = new Set<number>();
  for (const [cell, [first, last]] of cells.entries()) {
    const has = (value: Value) => intervals.some((interval) => interval[0] <= value && value <= interval[1]);
    if (has(first) !== has(last)) throw new Error("a region cuts a cell");
    if (has(first)) whole.add(cell);
  }
  return whole;
}
