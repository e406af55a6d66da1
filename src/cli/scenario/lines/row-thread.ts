import { parentPort, workerData } from "node:worker_threads";
import { outputWriter, type ThreadOutput } from "./output-writer.ts";
import { type AnswersWritten, type RowsToWrite, type RowTask, rowWorker, type Slot, slotIn } from "./row-work.ts";

/** What a thread is given when it starts. */
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

const task = workerData as ThreadTask;
const worker = rowWorker(task);
const writeOutput = task.output && outputWriter(task.output);
const slots: Slot[] = [];

/** Writes answers to where they go in the end, all of them. */
function writeAll(slot: Slot, rows: RowsToWrite, turn: number): AnswersWritten {
  if (writeOutput === undefined) return worker.write(slot, rows);
  let [at, learned] = [rows.from, false];
  const error = writeOutput(turn, () => {
    if (at >= rows.to) return undefined;
    const { end, length } = worker.write(slot, { ...rows, from: at, ...(learned && { texts: [], forgets: false }) });
    [at, learned] = [end, true];
    return slot.answers.subarray(0, length);
  });
  return { end: rows.to, length: 0, error };
}

parentPort?.on("message", ({ slot: number, memory, ...order }: ThreadOrder) => {
  if (memory !== undefined) slots[number] = slotIn(memory);
  const slot = slots[number] as Slot;
  const { read } = order;
  const done = read === undefined ? writeAll(slot, order.write, order.turn) : worker.read(slot, read.from, read.to);
  parentPort?.postMessage(done);
});
