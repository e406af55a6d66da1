import type { AnswerTexts } from "../../../report/lines/answer-texts.ts";
import type { RowThreads } from "./row-threads.ts";
import { type RowTask, rowWorker } from "./row-work.ts";
import { type RowStation, rowStation } from "./station.ts";

/**
 * More text than this is read and written by threads besides; of a file whose size is known, from the start. They take about 40
 * ms to start.
 */
export const THREADS_FROM = 4 * 2 ** 20;

/** The slots of a station: one that it reads or writes, and one that waits for it. */
const SLOTS_OF_STATION = 2;
/** Slots that are with no station: one that is being filled, and one that is evaluated. */
const OTHER_SLOTS = 2;
/**
 * Those besides threads: what they have read waits here to be evaluated, and with four fewer they and this thread waited for one
 * another.
 */
const OTHER_SLOTS_WITH_THREADS = 6;

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
    slots: () => SLOTS_OF_STATION * stations.length + (hasThreads ? OTHER_SLOTS_WITH_THREADS : OTHER_SLOTS),
    threadsReady: using ?? Promise.resolve(),
  };
}
