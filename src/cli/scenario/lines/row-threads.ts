import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { FileFault } from "../../../files/file-reason.ts";
import type { SlotOrder, ThreadOrder, ThreadTask } from "./row-thread.ts";
import type { AnswersWritten, RowsRead, RowTask, Slot } from "./row-work.ts";
import type { AnyRowWorker } from "./station.ts";

/** More threads read faster than one evaluates. */
const MOST_THREADS = 4;

/** How threads are started. */
export interface ThreadStart {
  /** What they run (`threadScript`). */
  readonly script: string;
  /** Where they write answers (`Out`); without it these stay in their slots. */
  readonly descriptor?: number | undefined;
}

/** Threads that read and write rows, and what ends them. */
export interface RowThreads {
  readonly threads: readonly AnyRowWorker[];
  readonly close: () => Promise<void>;
}

/**
 * Starts a thread for each processor besides the one that evaluates, none on one processor, and where the system has
 * no more of them. Resolves when they are at work.
 */
export async function startRowThreads({ script, descriptor }: ThreadStart, task: RowTask): Promise<RowThreads> {
  const count = Math.min(availableParallelism() - 1, MOST_THREADS);
  const output = descriptor === undefined ? undefined : { descriptor, turn: new Int32Array(new SharedArrayBuffer(4)) };
  const workerData: ThreadTask = { ...task, output };
  const workers = Array.from({ length: count }, () => new Worker(script, { eval: true, workerData, execArgv: [] }));
  let turns = 0;
  // From its start on: one that ends at once is known as ended.
  const threads = workers.map((worker) => threadOf(worker, () => turns++, output !== undefined));
  const close = async () => void (await Promise.all(workers.map((worker) => worker.terminate())));
  try {
    await Promise.all(workers.map((worker) => once(worker, "online")));
  } catch {
    await close();
    return { threads: [], close };
  }
  return { threads, close };
}

/** Who waits for an answer of a thread. */
interface Waiting {
  readonly resolve: (value: RowsRead & AnswersWritten) => void;
  readonly reject: (error: Error) => void;
}

/** A thread answers in the order in which it is asked. Its end is the end of all that was asked: a `FileFault`, which says why. */
function threadOf(worker: Worker, nextTurn: () => number, writesOutput: boolean): AnyRowWorker {
  const waiting: Waiting[] = [];
  let ended: Error | undefined;
  const fail = (reason: string) => {
    ended ??= new FileFault(`a thread that reads them has ended: ${reason}`);
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  worker.on("message", (value: RowsRead & AnswersWritten) => waiting.shift()?.resolve(value));
  worker.on("error", ({ message }) => fail(message));
  worker.on("exit", (code) => fail(`exit code ${code}`));
  /** The slots that the thread has the memory of, by their numbers. */
  const known: SharedArrayBuffer[] = [];
  const ask = <T>(slot: Slot, order: SlotOrder): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      waiting.push({ resolve: resolve as (value: unknown) => void, reject });
      const number = known.indexOf(slot.memory);
      const given: ThreadOrder =
        number === -1
          ? { slot: known.push(slot.memory) - 1, memory: slot.memory, ...order }
          : { slot: number, ...order };
      worker.postMessage(given);
    });
  return {
    read: (slot, from, to) => ask(slot, { read: { from, to } }),
    write: (slot, rows) => ask(slot, { write: rows, turn: nextTurn() }),
    writesOutput,
  };
}
