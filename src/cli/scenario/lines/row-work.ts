import { type LineBytes, type LinesToWrite, lineBytes, type MadeLines } from "../../../report/lines/line-bytes.ts";
import { csvRows } from "../../../traffic/rows/csv-rows.ts";
import { jsonRows } from "../../../traffic/rows/json-rows.ts";
import {
  COLUMNS_BYTES,
  MOST_ROWS,
  type ReadRows,
  type RowColumns,
  rowColumns,
} from "../../../traffic/rows/row-columns.ts";
import { textNumbers } from "../../../traffic/rows/text-numbers.ts";

/** The bytes of lines that are handed over at a time. */
export const SLOT_BYTES = 2 ** 20;
/** The bytes of answers that are written at a time; the system gives what is used of them. */
const ANSWER_BYTES = 2 ** 22;

/** Memory for some lines on their way: their bytes, their columns, the numbers of their answers, and the bytes of these. */
export interface Slot {
  /** The memory of all of it, which threads share. */
  readonly memory: SharedArrayBuffer;
  readonly bytes: Uint8Array;
  readonly columns: RowColumns;
  readonly numbers: Int32Array;
  readonly answers: Uint8Array;
}

const NUMBERS_AT = SLOT_BYTES + COLUMNS_BYTES;
const ANSWERS_AT = NUMBERS_AT + 4 * MOST_ROWS;

/** A slot with memory of its own. */
export function newSlot(): Slot {
  return slotIn(new SharedArrayBuffer(ANSWERS_AT + ANSWER_BYTES));
}

/** The slot in the memory of one. */
export function slotIn(memory: SharedArrayBuffer): Slot {
  return {
    memory,
    bytes: new Uint8Array(memory, 0, SLOT_BYTES),
    columns: rowColumns(memory, SLOT_BYTES),
    numbers: new Int32Array(memory, NUMBERS_AT, MOST_ROWS),
    answers: new Uint8Array(memory, ANSWERS_AT, ANSWER_BYTES),
  };
}

/** What rows are to be read, and how their answers are written. */
export interface RowTask {
  /** The kinds of the columns of CSV; absent for objects of JSON. */
  readonly kinds?: Uint8Array | undefined;
  /** `beforeNumber` of the answers' form. */
  readonly beforeNumber?: string | undefined;
}

/** Rows of a slot that were read into its columns. */
export interface RowsRead extends ReadRows {
  /** The texts of ends that are new, by their numbers in the columns; those before are forgotten where `forgets`. */
  readonly ends: readonly string[];
  readonly forgets: boolean;
}

/** Answers to be written: the slot has the numbers of their texts. */
export interface RowsToWrite extends LinesToWrite {
  /** The texts that are new, and whether those before are to be forgotten. */
  readonly texts: readonly string[];
  readonly forgets: boolean;
}

/** Answers that were written: into the slot, where they have a length, or to where they go in the end, all unless that has ended. */
export interface AnswersWritten {
  /** Which line was not written any more. */
  readonly end: number;
  /** The bytes of those in the slot. */
  readonly length: number;
  /** The code of the system's error where it did not take them. */
  readonly error?: string | undefined;
}

/** What can be done without knowing policy: reading rows from bytes, and writing answers as bytes. */
export interface RowWorker {
  /** Reads the rows at `from` up to `to` in the slot: so many as its columns have room for. */
  readonly read: (slot: Slot, from: number, to: number) => RowsRead;
  /** Writes answers into the slot: so many as there is room for. */
  readonly write: (slot: Slot, rows: RowsToWrite) => AnswersWritten;
  /** Makes the same bytes, outside of the slot. */
  readonly make: (slot: Slot, rows: RowsToWrite) => MadeLines;
}

/** Does the work in this thread. */
export function rowWorker({ kinds, beforeNumber }: RowTask): RowWorker {
  const ends = textNumbers();
  const readRows = kinds === undefined ? jsonRows(ends) : csvRows(kinds, ends);
  const lines: LineBytes = lineBytes(beforeNumber);
  const make: RowWorker["make"] = ({ numbers }, { texts, forgets, ...rows }) => {
    lines.learn(texts, forgets);
    return lines.make(numbers, rows, ANSWER_BYTES);
  };
  return {
    read: ({ bytes, columns }, from, to) => {
      const forgets = ends.isFull();
      if (forgets) ends.clear();
      const read = readRows(bytes, from, to, columns);
      return { ...read, ends: ends.taken(), forgets };
    },
    write: (slot, rows) => {
      const { end, bytes } = make(slot, rows);
      slot.answers.set(bytes);
      return { end, length: bytes.length };
    },
    make,
  };
}
