import { parentPort, workerData } from "node:worker_threads";
import { type RowsToWrite, type RowTask, rowWorker, slotIn } from "./row-work.ts";

/** What a thread is asked to do with a slot; it answers with what `RowWorker` returns. */
export type ThreadOrder = { readonly memory: SharedArrayBuffer } & (
  | { readonly read: { readonly from: number; readonly to: number }; readonly write?: never }
  | { readonly read?: never; readonly write: RowsToWrite }
);

const worker = rowWorker(workerData as RowTask);

parentPort?.on("message", ({ memory, read, write }: ThreadOrder) => {
  const slot = slotIn(memory);
  parentPort?.postMessage(read === undefined ? worker.write(slot, write) : worker.read(slot, read.from, read.to));
});
