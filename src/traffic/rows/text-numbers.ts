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
   * ones when there are too many. Texts are read four bytes at a time, so that the view has at least three more.
   */
  readonly numberOf: (bytes: DataView, from: number, to: number) => number;
  /** The texts that were numbered since the last call, in the order of their numbers. */
  readonly taken: () => readonly string[];
  /** Whether it remembers as many as it can. */
  readonly isFull: () => boolean;
  /** Forgets them all: numbers begin at 0 again. */
  readonly clear: () => void;
}

/** Most places of the table that are looked at for a text; one that is not found there is not remembered. */
const MOST_PROBES = 16;

/** The first so many bytes of a word, the first byte of which is its lowest. */
const FIRST_BYTES = [0, 0xff, 0xffff, 0xff_ffff] as const;

/** The last bytes of a text, up to four, as a word. */
function lastWord(bytes: DataView, from: number, to: number): number {
  if (to - from >= 4) return bytes.getInt32(to - 4, true);
  return bytes.getInt32(from, true) & (FIRST_BYTES[to - from] as number);
}

/** The hash of a text: its length and its end, where names differ; to read all of it would cost more than to compare it. */
function hashOf(bytes: DataView, from: number, to: number): number {
  let hash = Math.imul(to - from, 0x85ebca6b) ^ lastWord(bytes, from, to);
  for (let at = to - 8; at >= from && at >= to - 12; at -= 4) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) ^ bytes.getInt32(at, true);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** Numbers for texts, of which these have the numbers from 0. */
export function textNumbers(known: readonly string[] = []): TextNumbers {
  /** By hash: the number of a text plus 1, 0 where there is none. */
  const slots = new Int32Array(SLOTS);
  const starts = new Int32Array(MOST_TEXTS + 1);
  let kept = new DataView(new ArrayBuffer(4096));
  let count = 0;
  let untaken = 0;

  /** Whether the text at these bytes is the one with this number. */
  function isText(number: number, bytes: DataView, from: number, to: number): boolean {
    const texts = kept;
    const start = starts[number] as number;
    const end = starts[number + 1] as number;
    if (end - start !== to - from) return false;
    for (let at = from, other = start; at + 4 <= to; at += 4, other += 4) {
      if (bytes.getInt32(at, true) !== texts.getInt32(other, true)) return false;
    }
    return lastWord(bytes, from, to) === lastWord(texts, start, end);
  }

  function numberOf(bytes: DataView, from: number, to: number): number {
    const first = hashOf(bytes, from, to);
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const slot = (first + probe) & (SLOTS - 1);
      const number = (slots[slot] as number) - 1;
      if (number === -1) return add(slot, bytes, from, to);
      if (isText(number, bytes, from, to)) return number;
    }
    return NO_NUMBER;
  }

  function add(slot: number, bytes: DataView, from: number, to: number): number {
    if (count === MOST_TEXTS || to - from > LONGEST_TEXT) return NO_NUMBER;
    const start = starts[count] as number;
    if (start + LONGEST_TEXT + 3 > kept.byteLength) {
      const more = new Uint8Array(2 * kept.byteLength);
      more.set(new Uint8Array(kept.buffer));
      kept = new DataView(more.buffer);
    }
    for (let at = from; at < to; at++) kept.setUint8(start + at - from, bytes.getUint8(at));
    starts[count + 1] = start + to - from;
    slots[slot] = count + 1;
    return count++;
  }

  for (const text of known) {
    const bytes = Uint8Array.from(`${text}\0\0\0`, (character) => character.charCodeAt(0));
    numberOf(new DataView(bytes.buffer), 0, text.length);
  }
  untaken = count;
  return {
    numberOf,
    taken: () => {
      const texts: string[] = [];
      for (; untaken < count; untaken++) {
        const start = starts[untaken] as number;
        const length = (starts[untaken + 1] as number) - start;
        texts.push(String.fromCharCode(...new Uint8Array(kept.buffer, start, length)));
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
