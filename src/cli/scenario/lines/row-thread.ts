import { parentPort, workerData } from "node:worker_threads";
import { type RowsToWrite, type RowTask, rowWorker, type Slot, slotIn } from "./row-work.ts";

/** What a thread is asked to do with a slot; it answers with what `RowWorker` returns. */
export type SlotOrder =
  | { readonly read: { readonly from: number; readonly to: number }; readonly write?: never }
  | { readonly read?: never; readonly write: RowsToWrite };

/** An order about the slot of a number. Its memory is said once: to hand that over takes longer than all else of an order. */
export type ThreadOrder = SlotOrder & { readonly slot: number; readonly memory?: SharedArrayBuffer };

const worker = rowWorker(workerData as RowTask);
const slots: Slot[] = [];

parentPort?.on("message", ({ slot: number, memory, read, write }: ThreadOrder) => {
  if (memory !== undefined) slots[number] = slotIn(memory);
  const slot = slots[number] as Slot;
  parentPort?.postMessage(read === undefined ? worker.write(slot, write) : worker.read(slot, read.from, read.to));
});
