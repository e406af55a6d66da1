import { type BitBox, BitBoxes } from "../../sets/bit-boxes.ts";
import type { SharedBudget } from "../../sets/budget.ts";
import type { Box, Universe } from "../../sets/universe.ts";

/** Packets of a list that are taken there, or go on to what comes after the list. */
export interface PassedEntry {
  readonly box: Box;
  readonly takes: boolean;
}

/** A list in which the first entry that a packet is in decides about it. */
export interface PassedList<Entry extends PassedEntry> {
  readonly entries: readonly Entry[];
  /** Whether packets that are in none go on. */
  readonly passesOn: boolean;
}

/** Of a list: entries by their places among all candidates. */
interface Places {
  readonly places: readonly number[];
  readonly passesOn: boolean;
}

/**
 * Whether a packet of a box gets through lists one after the other, and then is in none of the last boxes. It goes through the
 * lists with parts of the box, one after the other, and never has what all entries leave of each other, which may be very much.
 */
export class PassageSearch<Entry extends PassedEntry> {
  readonly #bits: BitBoxes;
  readonly #candidates: readonly Entry[];
  readonly #lists: readonly Places[];
  readonly #last: readonly number[];
  /** The entries by which packets were found to be taken. */
  readonly used = new Set<Entry>();

  constructor(
    universe: Universe,
    box: Box,
    { lists, last }: { readonly lists: readonly PassedList<Entry>[]; readonly last: readonly Entry[] },
    budget: SharedBudget,
  ) {
    const candidates: Entry[] = [];
    const add = (entries: readonly Entry[]) => {
      const first = candidates.length;
      for (const entry of entries) if (universe.meets(entry.box, box)) candidates.push(entry);
      return Array.from({ length: candidates.length - first }, (_, i) => first + i);
    };
    this.#lists = lists.map(({ entries, passesOn }) => ({ places: add(entries), passesOn }));
    this.#last = add(last);
    this.#candidates = candidates;
    budget.spend(1 + (candidates.length >>> 4));
    this.#bits = new BitBoxes(
      universe,
      box,
      candidates.map((one) => one.box),
      budget,
    );
  }

  /** Whether no packet gets through. */
  isTaken(): boolean {
    return this.#through(this.#bits.start, 0) === undefined;
  }

  #through(box: BitBox, at: number): BitBox | undefined {
    const list = this.#lists[at];
    if (list !== undefined) return this.#decided(box, at, list.places, 0);
    return this.#bits.outside(box, this.#last, (place) => this.used.add(this.#candidates[place] as Entry));
  }

  /** A part of the box that gets through, of which no entry of a list before the `next` decides. */
  #decided(box: BitBox, at: number, places: readonly number[], next: number): BitBox | undefined {
    let left = box;
    for (let i = next; i < places.length; i++) {
      const entry = this.#candidates[places[i] as number] as Entry;
      const { inside, outside } = this.#divide(left, places[i] as number);
      if (inside === undefined) continue;
      if (entry.takes) this.used.add(entry);
      const found = entry.takes ? undefined : this.#through(inside, at + 1);
      if (found) return found;
      const [first, ...others] = outside;
      if (first === undefined) return undefined;
      for (const part of others) {
        const open = this.#decided(part, at, places, i + 1);
        if (open) return open;
      }
      left = first;
    }
    return this.#lists[at]?.passesOn ? this.#through(left, at + 1) : undefined;
  }

  /** The part of a box in a candidate, and disjoint boxes that are the rest. */
  #divide(box: BitBox, place: number): { readonly inside: BitBox | undefined; readonly outside: readonly BitBox[] } {
    const outside: BitBox[] = [];
    let inside = box;
    for (;;) {
      const lies = this.#bits.placeOf(inside, place);
      if (lies === "apart") return { inside: undefined, outside: [box] };
      if (lies === "covers") return { inside, outside };
      const [within, without] = this.#bits.cut(inside, place, lies.sticksOutIn);
      outside.push(without);
      inside = within;
    }
  }
}
