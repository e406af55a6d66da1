import type { AnswerTexts } from "../../../report/lines/answer-texts.ts";
import type { LinesToWrite } from "../../../report/lines/line-bytes.ts";
import type { AnswersWritten, RowsRead, RowWorker, Slot } from "./row-work.ts";

/** A `RowWorker` that may be in another thread: what it is told first is done first. */
export interface AnyRowWorker {
  readonly read: (...given: Parameters<RowWorker["read"]>) => RowsRead | Promise<RowsRead>;
  readonly write: (...given: Parameters<RowWorker["write"]>) => AnswersWritten | Promise<AnswersWritten>;
  /** Whether `write` writes all answers to where they go in the end, one call after the other. */
  readonly writesOutput?: boolean;
}

/** Rows in the columns of a slot, whose ends are those of a node. */
export interface StationRows {
  readonly rows: number;
  /** Where the next row begins. */
  readonly end: number;
  /** By the number of an end's text, the number of the node's end; negative where it has none. */
  readonly ends: readonly number[];
}

/** A worker, with what is known of the texts that it knows. */
export interface RowStation {
  readonly read: (slot: Slot, from: number, to: number) => Promise<StationRows>;
  /** Writes the answers to rows, whose numbers are in the slot, into it: so many as there is room for. */
  readonly write: (slot: Slot, rows: LinesToWrite) => Promise<AnswersWritten>;
  /** Whether they are all written to where they go in the end instead, one call after the other. */
  readonly writesOutput: boolean;
}

/** The station of a worker, for a node's ends by their texts and the texts of answers. */
export function rowStation(
  worker: AnyRowWorker,
  endOf: (text: string) => number,
  { texts, generation }: Pick<AnswerTexts, "texts" | "generation">,
): RowStation {
  // Rows that were read before the worker forgot its texts keep the list of then.
  let ends: number[] = [];
  /** How many texts of which generation the worker knows. */
  let known = 1;
  let knownGeneration = generation();
  return {
    writesOutput: worker.writesOutput ?? false,
    read: async (slot, from, to) => {
      const read = await worker.read(slot, from, to);
      if (read.forgets) ends = [];
      for (const text of read.ends) ends.push(endOf(text));
      return { rows: read.rows, end: read.end, ends };
    },
    write: async (slot, rows) => {
      const forgets = knownGeneration !== generation();
      const from = forgets ? 1 : known;
      known = texts.length;
      knownGeneration = generation();
      return await worker.write(slot, { ...rows, texts: texts.slice(from), forgets });
    },
  };
}
