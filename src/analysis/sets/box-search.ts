import { type Budget, SharedBudget } from "./budget.ts";
import { bitsOf, bitsWithout, bothBits, type ClassBits, codesIn } from "./class-bits.ts";
import { type Classes, valuesOf } from "./classes.ts";
import { DIMENSIONS, type Dimension, type Interval, type Region } from "./dimension.ts";
import type { Members } from "./partition.ts";
import { type Box, regionOf, type Universe } from "./universe.ts";
import type { ValueSet } from "./value-sets.ts";

/** A box as bits of classes, one entry for each dimension that is looked at. */
type BitBox = readonly ClassBits[];

/** How a candidate lies to the box that is searched. */
type Place = "apart" | "covers" | { readonly sticksOutIn: number; readonly ways: number };

/**
 * Finds out whether some boxes together have all packets of one box. It looks only at dimensions in which one of them leaves
 * something out, and only at the classes of values that these boxes tell apart.
 */
export class BoxSearch {
  readonly #box: Box;
  readonly #dimensions: readonly { readonly dimension: Dimension; readonly classes: Classes }[];
  readonly #start: BitBox;
  readonly #candidates: readonly BitBox[];
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
    this.#start = start;
    this.#candidates = candidates;
    this.#words = start.reduce((sum, { length }) => sum + length, 0);
  }

  /** Whether the candidates together have all of the box. */
  isCovered(): boolean {
    return this.#search(this.#start, [...this.#candidates.keys()]) === undefined;
  }

  /** A part of the box that no candidate has. */
  uncovered(): Region | undefined {
    const left = this.#search(this.#start, [...this.#candidates.keys()]);
    return left && this.#region(left);
  }

  /** Places of candidates that cover the box and of which none can be left out. */
  minimalCover(): readonly number[] | undefined {
    let kept: readonly number[] = [...this.#candidates.keys()];
    if (this.#search(this.#start, kept)) return undefined;
    for (let size = kept.length >>> 1; size >= 1; size >>>= 1) {
      for (let at = 0; at < kept.length; ) {
        const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
        if (this.#search(this.#start, fewer)) at += size;
        else kept = fewer;
      }
    }
    return kept;
  }

  /**
   * A part of the box outside of all candidates. A candidate that sticks out in one dimension only leaves one box; otherwise the
   * one that is nearest to covering the box cuts it in two, and both halves are searched.
   */
  #search(box: BitBox, places: readonly number[]): BitBox | undefined {
    let left = box;
    let open = places;
    for (;;) {
      let nearest: { readonly at: number; readonly sticksOutIn: number; readonly ways: number } | undefined;
      const meeting: number[] = [];
      for (const at of open) {
        const place = this.#placeOf(left, this.#candidates[at] as BitBox);
        if (place === "covers") return undefined;
        if (place === "apart") continue;
        meeting.push(at);
        if (nearest === undefined || place.ways < nearest.ways) nearest = { at, ...place };
      }
      if (nearest === undefined) return left;
      const { at, sticksOutIn, ways } = nearest;
      const cut = (this.#candidates[at] as BitBox)[sticksOutIn] as ClassBits;
      const inside = bothBits(left[sticksOutIn] as ClassBits, cut);
      const outside = left.with(sticksOutIn, bitsWithout(left[sticksOutIn] as ClassBits, cut));
      const others = meeting.filter((other) => other !== at);
      if (ways === 1) {
        left = outside;
        open = others;
        continue;
      }
      const found = this.#search(outside, others);
      if (found) return found;
      left = left.with(sticksOutIn, inside);
      open = meeting;
    }
  }

  #placeOf(box: BitBox, candidate: BitBox): Place {
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

  #region(bits: BitBox): Region {
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
