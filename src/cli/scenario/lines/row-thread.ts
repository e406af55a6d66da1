import { parentPort } from "node:worker_threads";
import { outputWriter, type ThreadOutput } from "./output-writer.ts";
import {
  type AnswersWritten,
  type RowsRead,
  type RowsToWrite,
  type RowTask,
  rowWorker,
  type Slot,
  slotIn,
} from "./row-work.ts";

/** What a thread is told first. */
export interface ThreadTask extends RowTask {
  /** Where it writes answers; without it they stay in the slot. */
  readonly output?: ThreadOutput | undefined;
}

/** What a thread is asked to do with a slot; it answers with what `RowWorker` returns. */
export type SlotOrder =
  | { readonly read: { readonly from: number; readonly to: number }; readonly write?: never }
  | { readonly read?: never; readonly write: RowsToWrite; readonly turn: number };

/** An order about the slot of a number. Its memory is said once: to hand that over takes longer than all else of an order. */
export type ThreadOrder = SlotOrder & { readonly slot: number; readonly memory?: SharedArrayBuffer };

/** What is done for an order about a slot. */
type DoOrder = (slot: Slot, order: SlotOrder) => RowsRead | AnswersWritten;

function doing(task: ThreadTask): DoOrder {
  const worker = rowWorker(task);
  const writeOutput = task.output && outputWriter(task.output);

  /** Writes answers to where they go in the end, all of them unless that has ended. */
  function writeAll(slot: Slot, rows: RowsToWrite, turn: number): AnswersWritten {
    if (writeOutput === undefined) return worker.write(slot, rows);
    let [written, at, learned] = [rows.from, rows.from, false];
    const error = writeOutput(turn, () => {
      written = at;
      if (at >= rows.to) return undefined;
      const { end, bytes } = worker.make(slot, { ...rows, from: at, ...(learned && { texts: [], forgets: false }) });
      [at, learned] = [end, true];
      return bytes;
    });
    return { end: written, length: 0, error };
  }

  return (slot, order) => {
    if (order.read === undefined) return writeAll(slot, order.write, order.turn);
    return worker.read(slot, order.read.from, order.read.to);
  };
}

parentPort?.once("message", (task: ThreadTask) => {
  const doOrder = doing(task);
  const slots: Slot[] = [];
  parentPort?.on("message", ({ slot: number, memory, ...order }: ThreadOrder) => {
    if (memory !== undefined) slots[number] = slotIn(memory);
    parentPort?.postMessage(doOrder(slots[number] as Slot, order));
  });
});
