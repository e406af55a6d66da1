import { type Budget, SharedBudget } from "./budget.ts";
import { bitsOf, bitsWithout, bothBits, type ClassBits, codesIn } from "./class-bits.ts";
import { type Classes, valuesOf } from "./classes.ts";
import { DIMENSIONS, type Dimension, type Interval, type Region } from "./dimension.ts";
import type { Members } from "./partition.ts";
import { type Box, regionOf, type Universe } from "./universe.ts";
import type { ValueSet } from "./value-sets.ts";

/** A box as bits of classes, one entry for each dimension that is looked at. */
export type BitBox = readonly ClassBits[];

/** How a candidate lies to the box that is searched. */
type Place = "apart" | "covers" | { readonly sticksOutIn: number; readonly ways: number };

/**
 * One box, and candidates that meet it, as bits: only the dimensions in which one of them leaves something out, and only the
 * classes of values that these boxes tell apart.
 */
export class BitBoxes {
  readonly #box: Box;
  readonly #dimensions: readonly { readonly dimension: Dimension; readonly classes: Classes }[];
  /** The box that is searched, and the candidates. */
  readonly start: BitBox;
  readonly candidates: readonly BitBox[];
  /** Words of bits of a box: looking at one takes that long. */
  readonly #words: number;
  readonly #budget: SharedBudget;

  constructor(universe: Universe, box: Box, boxes: readonly Box[], budget: Budget) {
    this.#box = box;
    this.#budget = SharedBudget.of(budget);
    const differing = [...DIMENSIONS.keys()].filter((i) =>
      boxes.some(({ sets }) => !universe.containsValues(sets[i] as ValueSet, box.sets[i] as ValueSet)),
    );
    const start: ClassBits[] = [];
    const candidates = boxes.map((): ClassBits[] => []);
    this.#dimensions = differing.map((i) => {
      const dimension = DIMENSIONS[i] as Dimension;
      const sets = [...new Set([box, ...boxes].map((one) => one.sets[i] as ValueSet))];
      const classes = universe.classes(dimension, sets, this.#budget);
      const bits = classes.members.map((members: Members) => bitsOf(members, classes.count));
      const bitsAt = (one: Box) => bits[sets.indexOf(one.sets[i] as ValueSet)] as ClassBits;
      start.push(bitsAt(box));
      for (const [at, other] of boxes.entries()) candidates[at]?.push(bitsAt(other));
      return { dimension, classes };
    });
    this.start = start;
    this.candidates = candidates;
    this.#words = start.reduce((sum, { length }) => sum + length, 0);
  }

  /**
   * A part of the box outside of all candidates. A candidate that sticks out in one dimension only leaves one box; otherwise the
   * one that is nearest to covering the box cuts it in two, and both halves are searched. `used` is told the candidates without
   * which the answer may be another where there is no such part.
   */
  outside(box: BitBox, places: readonly number[], used?: (at: number) => void): BitBox | undefined {
    let left = box;
    let open = places;
    for (;;) {
      let nearest: { readonly at: number; readonly sticksOutIn: number; readonly ways: number } | undefined;
      const meeting: number[] = [];
      for (const at of open) {
        const place = this.placeOf(left, at);
        if (place === "covers") {
          used?.(at);
          return undefined;
        }
        if (place === "apart") continue;
        meeting.push(at);
        if (nearest === undefined || place.ways < nearest.ways) nearest = { at, ...place };
      }
      if (nearest === undefined) return left;
      const { at, sticksOutIn, ways } = nearest;
      const [inside, outside] = this.cut(left, at, sticksOutIn);
      const others = meeting.filter((other) => other !== at);
      if (ways === 1) {
        used?.(at);
        left = outside;
        open = others;
        continue;
      }
      const found = this.outside(outside, others, used);
      if (found) return found;
      left = inside;
      open = meeting;
    }
  }

  /** The parts of a box that are inside and outside of a candidate in one dimension, which must stick out there. */
  cut(box: BitBox, at: number, dimension: number): readonly [inside: BitBox, outside: BitBox] {
    const own = box[dimension] as ClassBits;
    const cut = (this.candidates[at] as BitBox)[dimension] as ClassBits;
    return [box.with(dimension, bothBits(own, cut)), box.with(dimension, bitsWithout(own, cut))];
  }

  /** How a candidate lies to a box; takes a step. */
  placeOf(box: BitBox, at: number): Place {
    const candidate = this.candidates[at] as BitBox;
    this.#budget.spend(1 + (this.#words >>> 4));
    let ways = 0;
    let sticksOutIn = 0;
    for (let i = 0; i < box.length; i++) {
      const own = box[i] as ClassBits;
      const other = candidate[i] as ClassBits;
      let common = 0;
      let outside = 0;
      for (let word = 0; word < own.length; word++) {
        common |= (own[word] as number) & (other[word] as number);
        outside |= (own[word] as number) & ~(other[word] as number);
      }
      if (common === 0) return "apart";
      if (outside === 0) continue;
      ways++;
      sticksOutIn = i;
    }
    return ways === 0 ? "covers" : { sticksOutIn, ways };
  }

  /** A box as intervals. */
  region(bits: BitBox): Region {
    const region: Partial<Record<Dimension, readonly Interval[]>> = { ...regionOf(this.#box) };
    for (const [i, { dimension, classes }] of this.#dimensions.entries()) {
      const codes = codesIn(bits[i] as ClassBits);
      region[dimension] = valuesOf(
        classes,
        codes.map((code) => [code, code] as const),
      );
    }
    return region;
  }
}
