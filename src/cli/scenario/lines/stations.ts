import type { AnswerTexts } from "../../../report/lines/answer-texts.ts";
import type { RowThreads } from "./row-threads.ts";
import { type RowTask, rowWorker } from "./row-work.ts";
import { type RowStation, rowStation } from "./station.ts";

/** More text than this is read and written by threads besides; of a file whose size is known, from the start. They take about 40 ms to start. */
export const THREADS_FROM = 4 * 2 ** 20;

/** Those who read and write rows: this thread and, when there is much to do, others. */
export interface Stations {
  /** Who reads and writes the next slot, which has so many bytes. */
  readonly next: (length: number) => RowStation;
  /** How many slots keep them all busy. */
  readonly slots: () => number;
  /** Resolves when threads are at work that were started before; at once where there are none. */
  readonly threadsReady: Promise<void>;
}

/** Opens the stations for a task. */
export function openStations(
  threads: RowThreads,
  task: RowTask,
  endOf: (text: string) => number,
  texts: AnswerTexts,
): Stations {
  let stations = [rowStation(rowWorker(task), endOf, texts)];
  let hasThreads = false;
  let bytesGiven = 0;
  let slotsGiven = 0;

  async function useThreads(): Promise<void> {
    const workers = await threads.giveTask(task);
    if (workers.length === 0) return;
    stations = workers.map((worker) => rowStation(worker, endOf, texts));
    hasThreads = true;
  }

  let using = threads.areStarted() ? useThreads() : undefined;
  return {
    next: (length) => {
      bytesGiven += length;
      if (bytesGiven > THREADS_FROM) using ??= useThreads();
      return stations[slotsGiven++ % stations.length] as RowStation;
    },
    slots: () => 2 * stations.length + (hasThreads ? 6 : 2),
    threadsReady: using ?? Promise.resolve(),
  };
}
