import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { FileFault } from "../../../files/file-reason.ts";
import { endOutput } from "./output-writer.ts";
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

/**
 * Threads that read and write rows, one for each processor besides the one that evaluates; none on one processor, and where the
 * system has no more.
 */
export interface RowThreads {
  /** Starts them, unless they are. */
  readonly start: () => void;
  readonly areStarted: () => boolean;
  /** Starts them, unless they are, and gives them their task. Resolves to those that are at work. */
  readonly giveTask: (task: RowTask) => Promise<readonly AnyRowWorker[]>;
  /** Lets them write no other piece of answers to the output than one that has begun. */
  readonly endOutput: () => void;
  /** Ends them. */
  readonly close: () => Promise<void>;
}

/** Threads that are not started yet. */
export function rowThreads({ script, descriptor }: ThreadStart): RowThreads {
  const currentTurn = new Int32Array(new SharedArrayBuffer(4));
  const output = descriptor === undefined ? undefined : { descriptor, currentTurn };
  let turnsGiven = 0;
  let workers: readonly Worker[] | undefined;
  let threads: readonly RowThread[] = [];
  let running: Promise<unknown> = Promise.resolve();

  const close = async () => void (await Promise.all((workers ?? []).map((worker) => worker.terminate())));

  function start(): void {
    if (workers !== undefined) return;
    workers = workersFor(script, Math.min(availableParallelism() - 1, MOST_THREADS));
    // From its start on: one that ends at once is known as ended.
    threads = workers.map((worker) => threadOf(worker, () => turnsGiven++, output !== undefined));
    // The turn of one that has ended would never be over, and the others would wait for theirs.
    for (const worker of workers) worker.on("exit", () => endOutput(currentTurn));
    running = Promise.all(workers.map((worker) => once(worker, "online"))).catch(async () => {
      threads = [];
      await close();
    });
  }

  return {
    start,
    areStarted: () => workers !== undefined,
    giveTask: async (task) => {
      start();
      await running;
      for (const { giveTask } of threads) giveTask({ ...task, output });
      return threads;
    },
    endOutput: () => endOutput(currentTurn),
    close,
  };
}

/** So many workers at most: fewer where the system has no more threads for this process. */
function workersFor(script: string, most: number): Worker[] {
  const workers: Worker[] = [];
  try {
    while (workers.length < most) workers.push(new Worker(script, { eval: true, execArgv: [] }));
  } catch {
    // Fewer do the same work.
  }
  return workers;
}

/** A thread, which does nothing before it has a task. */
interface RowThread extends AnyRowWorker {
  readonly giveTask: (task: ThreadTask) => void;
}

/** Who waits for an answer of a thread. */
interface Waiting {
  readonly resolve: (value: RowsRead & AnswersWritten) => void;
  readonly reject: (error: Error) => void;
}

/** A thread answers in the order in which it is asked. Its end is the end of all that was asked: a `FileFault`, which says why. */
function threadOf(worker: Worker, nextTurn: () => number, writesOutput: boolean): RowThread {
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
    giveTask: (task) => worker.postMessage(task),
    read: (slot, from, to) => ask(slot, { read: { from, to } }),
    write: (slot, rows) => ask(slot, { write: rows, turn: nextTurn() }),
    writesOutput,
  };
}
