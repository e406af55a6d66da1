import { BitBoxes } from "./bit-boxes.ts";
import type { Budget } from "./budget.ts";
import type { Region } from "./dimension.ts";
import type { Box, Universe } from "./universe.ts";

/** Finds out whether some boxes together have all packets of one box. */
export class BoxSearch {
  readonly #bits: BitBoxes;

  constructor(universe: Universe, box: Box, boxes: readonly Box[], budget: Budget) {
    this.#bits = new BitBoxes(universe, box, boxes, budget);
  }

  /** Whether the candidates together have all of the box. */
  isCovered(): boolean {
    return this.#bits.outside(this.#bits.start, [...this.#bits.candidates.keys()]) === undefined;
  }

  /** A part of the box that no candidate has. */
  uncovered(): Region | undefined {
    const left = this.#bits.outside(this.#bits.start, [...this.#bits.candidates.keys()]);
    return left && this.#bits.region(left);
  }

  /** Places of candidates that cover the box and of which none can be left out. */
  minimalCover(): readonly number[] | undefined {
    let kept: readonly number[] = [...this.#bits.candidates.keys()];
    if (this.#bits.outside(this.#bits.start, kept)) return undefined;
    for (let size = kept.length >>> 1; size >= 1; size >>>= 1) {
      for (let at = 0; at < kept.length; ) {
        const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
        if (this.#bits.outside(this.#bits.start, fewer)) at += size;
        else kept = fewer;
      }
    }
    return kept;
  }
}
