import type { Io } from "../../shell/io/io.ts";
import { progress } from "../../shell/io/progress.ts";
import { type BatchOptions, type BatchResult, runBatch } from "./write-batch.ts";

/** How long an interrupted batch waits for what it has begun, in ms. */
const LAST_ANSWERS_MS = 500;

/**
 * Runs a batch of writes with a progress line; an interrupt (Ctrl-C) starts no more of them, and does not wait long for
 * those that were begun. `done` is what they are: `applied`.
 */
export async function interruptibleBatch<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  order: Pick<BatchOptions<Item>, "key" | "alone"> & Partial<Pick<BatchOptions<Item>, "stopped">>,
  done: string,
  io: Io,
): Promise<BatchResult<Result>> {
  let interrupted = false;
  let timer: NodeJS.Timeout | undefined;
  let release = (): void => {};
  const givenUp = new Promise<void>((resolve) => {
    release = io.onInterrupt(() => {
      interrupted = true;
      timer = setTimeout(resolve, LAST_ANSWERS_MS);
    });
  });
  const line = progress(done, items.length, io);
  const stopped = () => interrupted || order.stopped?.() === true;
  const result = await runBatch(items, work, { ...order, stopped, givenUp, progress: line.step });
  clearTimeout(timer);
  line.end();
  release();
  if (interrupted) io.endSoon?.();
  return result;
}
