import type { AnswerTexts } from "../../../report/lines/answer-texts.ts";
import type { ThreadStart } from "./row-threads.ts";
import { type RowTask, rowWorker } from "./row-work.ts";
import { type RowStation, rowStation } from "./station.ts";

/** More text than this is read and written by threads besides. They take about 40 ms to start, in which this much is answered without. */
const THREADS_FROM = 4 * 2 ** 20;

/** Those who read and write rows: this thread and, when there is much to do, others. */
export interface Stations {
  /** Who reads and writes the next slot, which has so many bytes. */
  readonly next: (length: number) => RowStation;
  /** How many slots keep them all busy. */
  readonly slots: () => number;
  /** Ends the threads. */
  readonly close: () => Promise<void>;
}

/** Opens the stations for a task. */
export function openStations(
  threadStart: ThreadStart,
  task: RowTask,
  endOf: (text: string) => number,
  texts: AnswerTexts,
): Stations {
  let stations = [rowStation(rowWorker(task), endOf, texts)];
  let isApart = false;
  let handedOver = 0;
  let turn = 0;
  let starting: Promise<() => Promise<void>> | undefined;

  async function start(): Promise<() => Promise<void>> {
    const { startRowThreads } = await import("./row-threads.ts");
    const { threads, close } = await startRowThreads(threadStart, task);
    if (threads.length > 0) {
      stations = threads.map((thread) => rowStation(thread, endOf, texts));
      isApart = true;
    }
    return close;
  }

  return {
    next: (length) => {
      handedOver += length;
      if (handedOver > THREADS_FROM) starting ??= start();
      return stations[turn++ % stations.length] as RowStation;
    },
    slots: () => 2 * stations.length + (isApart ? 6 : 2),
    close: async () => await (await starting)?.(),
  };
}
