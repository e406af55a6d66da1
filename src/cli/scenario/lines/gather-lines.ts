import { MAX_MEBIBYTES } from "../../../files/read-text.ts";
import { nextWord, WORD } from "../../../report/lines/line-bytes.ts";
import { SLOT_BYTES, type Slot } from "./row-work.ts";

/** A header that names no flow fields, or a line without end. */
export class Malformed extends Error {}

const LINE_FEED = 10;
/** What is kept of a line that does not end: more than the longest flow has, and the end of a character of UTF-8. */
const KEPT = 256 * 1024;

/** So much of a slot is used at most: whole words, as pieces are copied to it, and room for the end of a last line. */
const USED_BYTES = SLOT_BYTES - WORD;

/** Takes whole lines in a slot, those at `from` up to `to`; returns another one, whose memory is free. */
export type TakeLines = (slot: Slot, from: number, to: number) => Promise<Slot>;

/** Gathers a text that comes in pieces, and hands over the lines that are complete. */
export interface LineGathering {
  /**
   * Takes a piece. Lines are handed over when a slot is full. Throws `Malformed`, or what a decoder does where an endless line is
   * not UTF-8.
   */
  readonly add: (piece: Uint8Array) => Promise<void>;
  /** Whether a line is complete. */
  readonly hasLines: () => boolean;
  readonly handOver: () => Promise<void>;
  /** Hands over the rest, the end of which is the end of the last line. */
  readonly end: () => Promise<void>;
}

/** Gathers lines in slots, of which this is the first. */
export function gatherLines(first: Slot, take: TakeLines): LineGathering {
  let slot = first;
  /** Where the first line begins. */
  let begin = 0;
  let length = 0;
  /** The end of the last line that is complete. */
  let complete = 0;
  /** How many bytes of an endless line were dropped, and what checks that they are text. */
  let dropped = 0;
  let decoder: InstanceType<typeof TextDecoder> | undefined;

  async function handOver(): Promise<void> {
    const next = await take(slot, begin, complete);
    const rest = slot.bytes.subarray(complete, length);
    length = nextWord(rest.length);
    begin = length - rest.length;
    complete = begin;
    next.bytes.set(rest, begin);
    slot = next;
  }

  /** An endless line must not fill the memory: what is beyond the longest flow is dropped. */
  function beginDropping(): void {
    const { bytes } = slot;
    decoder = new TextDecoder("utf-8", { fatal: true });
    decoder.decode(bytes.slice(begin, length), { stream: true });
    const kept = keptOf(bytes, begin);
    dropped = length - kept;
    length = kept;
  }

  /** Drops what of a piece belongs to the endless line, which must be text as well, and not go on for ever; returns how much. */
  function drop(piece: Uint8Array, decoder: InstanceType<typeof TextDecoder>): number {
    const end = piece.indexOf(LINE_FEED);
    const size = end === -1 ? piece.length : end;
    decoder.decode(piece.subarray(0, size), { stream: end === -1 });
    dropped += size;
    if (dropped > MAX_MEBIBYTES * 1024 * 1024) throw new Malformed(`a line is longer than ${MAX_MEBIBYTES} MiB`);
    return size;
  }

  /** Puts so much of a piece into the slot as there is room for, but for the end of a last line; returns how much. */
  function put(piece: Uint8Array): number {
    const part = piece.subarray(0, USED_BYTES - length);
    slot.bytes.set(part, length);
    const last = part.lastIndexOf(LINE_FEED);
    if (last !== -1) complete = length + last + 1;
    length += part.length;
    return part.length;
  }

  return {
    add: async (piece) => {
      for (let at = 0; at < piece.length; ) {
        const rest = piece.subarray(at);
        if (decoder !== undefined) {
          const size = drop(rest, decoder);
          if (size < rest.length) decoder = undefined;
          at += size;
          continue;
        }
        at += put(rest);
        if (length < USED_BYTES) continue;
        if (complete > begin) await handOver();
        else beginDropping();
      }
    },
    hasLines: () => complete > begin,
    handOver,
    end: async () => {
      // Text that ends within a character is none.
      decoder?.decode();
      if (length > complete) {
        slot.bytes[length++] = LINE_FEED;
        complete = length;
      }
      if (complete > begin) await handOver();
    },
  };
}

/** Where what is kept ends of an endless line that begins there: no character is cut. */
function keptOf(bytes: Uint8Array, begin: number): number {
  let kept = begin + KEPT;
  while (kept > begin + KEPT - 4 && ((bytes[kept] as number) & 0xc0) === 0x80) kept--;
  return kept;
}
