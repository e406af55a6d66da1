import { NO_ANSWER } from "./answer-texts.ts";

/** Writes answers as bytes, from texts that it was told once. */
export interface LineBytes {
  /** Takes more texts, whose numbers go on; from 1 again where it is to forget those before. */
  readonly learn: (texts: readonly string[], forgets: boolean) => void;
  /** Makes the bytes of the answers to lines, given the numbers of their texts: of so many lines as have no more bytes than `most`. */
  readonly make: (numbers: Int32Array, lines: LinesToWrite, most: number) => MadeLines;
}

/** Which of some lines are to be written: those at `from` up to `to`. The number of the first of all is `firstLine`. */
export interface LinesToWrite {
  readonly from: number;
  readonly to: number;
  readonly firstLine: number;
}

/** Which line was not written any more, and the bytes of those before it, whose memory is used again when more are made. */
export interface MadeLines {
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** The room for what stands before the text of a line: `{"line":` and the line's number. */
const LABEL_ROOM = 64;
/** The bytes of a word. Memory that threads share is copied to byte by byte, unless what is copied begins at a word as well. */
export const WORD = 8;
const [ZERO, NINE] = [48, 57];

/** The first place from this one on, in bytes, at which a word begins. */
export function nextWord(at: number): number {
  return Math.ceil(at / WORD) * WORD;
}

/**
 * The writer of lines, each its text behind its number where `beforeNumber` is given. Lines are put together in the memory that
 * has all texts: to copy within one array costs least.
 */
export function lineBytes(beforeNumber: string | undefined): LineBytes {
  const encoder = new TextEncoder();
  let memory = new Uint8Array(2 ** 20);
  let textsEnd = LABEL_ROOM;
  /** By the number of a text, its end, which is where the next one begins. */
  let ends = new Int32Array(1024);
  let count = 0;
  let labelEnd = 0;

  function makeRoom(size: number): void {
    if (size <= memory.length) return;
    const larger = new Uint8Array(Math.max(size, 2 * memory.length));
    larger.set(memory.subarray(0, textsEnd));
    memory = larger;
  }

  function add(text: string): void {
    const bytes = encoder.encode(text);
    makeRoom(textsEnd + bytes.length);
    memory.set(bytes, textsEnd);
    textsEnd += bytes.length;
    if (count === ends.length) {
      const more = new Int32Array(2 * count);
      more.set(ends);
      ends = more;
    }
    ends[count++] = textsEnd;
  }

  function label(line: number): void {
    if (beforeNumber === undefined) return;
    const { written } = encoder.encodeInto(`${beforeNumber}${line}`, memory);
    labelEnd = written;
  }

  /** Counts the number in the label on by one. */
  function nextLabel(line: number): void {
    if (labelEnd === 0) return;
    const last = labelEnd - 1;
    const digit = memory[last] as number;
    if (digit >= ZERO && digit < NINE) memory[last] = digit + 1;
    else label(line);
  }

  function forget(): void {
    textsEnd = LABEL_ROOM;
    count = 0;
    add("");
  }

  forget();
  return {
    learn: (texts, forgets) => {
      if (forgets) forget();
      for (const text of texts) add(text);
    },
    make: (numbers, { from, to, firstLine }, most) => {
      // The longest number of a line is that of the last.
      label(firstLine + to - 1);
      let size = 0;
      let end = from;
      for (; end < to; end++) {
        const number = numbers[end] as number;
        const length = number === NO_ANSWER ? 0 : labelEnd + (ends[number] as number) - (ends[number - 1] as number);
        if (size + length > most) break;
        size += length;
      }
      if (end === from && from < to) throw new Error("an answer is longer than the memory for many");
      makeRoom(textsEnd + WORD + size);
      label(firstLine + from);
      const begin = nextWord(textsEnd);
      let at = begin;
      for (let line = from; line < end; line++) {
        const number = numbers[line] as number;
        if (number !== NO_ANSWER) {
          const start = ends[number - 1] as number;
          const stop = ends[number] as number;
          if (labelEnd > 0) memory.copyWithin(at, 0, labelEnd);
          memory.copyWithin(at + labelEnd, start, stop);
          at += labelEnd + stop - start;
        }
        nextLabel(firstLine + line + 1);
      }
      return { end, bytes: memory.subarray(begin, at) };
    },
  };
}
