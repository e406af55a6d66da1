/** Most texts that are remembered at a time; a file names few ends. */
const MOST_TEXTS = 8_192;
/** Longer texts are not remembered. */
const LONGEST_TEXT = 256;
const SLOTS = 4 * MOST_TEXTS;

/** What `numberOf` returns for a text that is not remembered. */
export const NO_NUMBER = -1;

/** Numbers for texts that come again and again as bytes, so that each is read as text only once. */
export interface TextNumbers {
  /**
   * The number of the ASCII text at `from` up to `to`: a new one counts on from 0. `NO_NUMBER` for texts that are too long, and for new
   * ones when there are too many.
   */
  readonly numberOf: (bytes: Uint8Array, from: number, to: number) => number;
  /** The texts that were numbered since the last call, in the order of their numbers. */
  readonly taken: () => readonly string[];
  /** Whether it remembers as many as it can. */
  readonly isFull: () => boolean;
  /** Forgets them all: numbers begin at 0 again. */
  readonly clear: () => void;
}

/** Most places of the table that are looked at for a text; one that is not found there is not remembered. */
const MOST_PROBES = 16;

/** The hash of a text: its length and its end, where names differ; to read all of it would cost more than to compare it. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = Math.max(from, to - 12); at < to; at++) hash = Math.imul(hash, 31) + (bytes[at] as number);
  return (Math.imul(hash, 0x9e3779b1) >>> 8) & (SLOTS - 1);
}

/** Numbers for texts, of which these have the numbers from 0. */
export function textNumbers(known: readonly string[] = []): TextNumbers {
  /** By hash: the number of a text plus 1, 0 where there is none. */
  const slots = new Int32Array(SLOTS);
  const starts = new Int32Array(MOST_TEXTS + 1);
  let kept = new Uint8Array(4096);
  let count = 0;
  let untaken = 0;

  /** Whether the text at these bytes is the one with this number. */
  function isText(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const texts = kept;
    let at = starts[number] as number;
    if ((starts[number + 1] as number) - at !== to - from) return false;
    for (let other = from; other < to; other++) if (texts[at++] !== bytes[other]) return false;
    return true;
  }

  function numberOf(bytes: Uint8Array, from: number, to: number): number {
    const first = hashOf(bytes, from, to);
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const slot = (first + probe) & (SLOTS - 1);
      const number = (slots[slot] as number) - 1;
      if (number === -1) return add(slot, bytes, from, to);
      if (isText(number, bytes, from, to)) return number;
    }
    return NO_NUMBER;
  }

  function add(slot: number, bytes: Uint8Array, from: number, to: number): number {
    if (count === MOST_TEXTS || to - from > LONGEST_TEXT) return NO_NUMBER;
    const start = starts[count] as number;
    if (start + LONGEST_TEXT > kept.length) {
      const more = new Uint8Array(2 * kept.length);
      more.set(kept);
      kept = more;
    }
    for (let at = from; at < to; at++) kept[start + at - from] = bytes[at] as number;
    starts[count + 1] = start + to - from;
    slots[slot] = count + 1;
    return count++;
  }

  for (const text of known) {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    numberOf(bytes, 0, bytes.length);
  }
  untaken = count;
  return {
    numberOf,
    taken: () => {
      const texts: string[] = [];
      for (; untaken < count; untaken++) {
        texts.push(String.fromCharCode(...kept.subarray(starts[untaken], starts[untaken + 1])));
      }
      return texts;
    },
    isFull: () => count === MOST_TEXTS,
    clear: () => {
      slots.fill(0);
      count = 0;
      untaken = 0;
    },
  };
}
