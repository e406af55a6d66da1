/** Values that aliases may repeat in one document before it counts as an attack. */
const MOST_REPEATED = 400_000;
/** Go's library refuses documents of more values than this of which nearly all come from aliases. */
const FEW_VALUES = 1000;
const FEW_REPEATED = 100;
const HIGHEST_SHARE = 0.99;
/** From so many values on the share falls, to a tenth at ten times as many. */
const FALLS_FROM = 400_000;
const FALLS_TO = 4_000_000;

/** Counts the values of a document, and refuses more repetition than Go's library takes. */
export class AliasBudget {
  /** Values so far, those that aliases repeat among them. */
  size = 0;
  #repeated = 0;
  #isSpent = false;

  count(): void {
    this.size += 1;
  }

  /** Adds what an alias repeats. Returns whether that is too much, and whether an alias before it was already. */
  repeat(size: number): false | "just now" | "before" {
    this.#repeated += size;
    this.size += size;
    if (this.#isSpent) return "before";
    const falls = Math.min(Math.max((this.size - FALLS_FROM) / (FALLS_TO - FALLS_FROM), 0), 1);
    const share = HIGHEST_SHARE - (HIGHEST_SHARE - 0.1) * falls;
    const isDense = this.size > FEW_VALUES && this.#repeated > FEW_REPEATED && this.#repeated / this.size > share;
    this.#isSpent = isDense || this.#repeated > MOST_REPEATED;
    return this.#isSpent ? "just now" : false;
  }
}
