import type { Io } from "../../shell/io/io.ts";
import { progress } from "../../shell/io/progress.ts";
import { type BatchOptions, type BatchResult, runBatch } from "./write-batch.ts";

/** Runs a batch of writes with a progress line; an interrupt (Ctrl-C) starts no more of them. `done` is what they are: `applied`. */
export async function interruptibleBatch<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  order: Pick<BatchOptions<Item>, "key" | "alone">,
  done: string,
  io: Io,
): Promise<BatchResult<Result>> {
  let interrupted = false;
  const release = io.onInterrupt(() => {
    interrupted = true;
  });
  const line = progress(done, items.length, io);
  const result = await runBatch(items, work, { ...order, stopped: () => interrupted, progress: line.step });
  line.end();
  release();
  return result;
}
