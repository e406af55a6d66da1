import { DatastoreError } from "../../datastore/datastore-error.ts";
import { pause } from "../../datastore/kv/abort.ts";
import type { KeyValueStore } from "../../datastore/kv/kv.ts";
import { type RestoredKey, restore } from "../../datastore/way-back/restore.ts";
import { isRunning, killProcess, thisProcess } from "../../files/running-process.ts";
import type { Journal } from "./journal/journal.ts";
import type { Ending } from "./journal/journal-form.ts";

/** How what was written is taken back. */
export interface TakingBack {
  /** Opens the datastore; throws `DatastoreError`. */
  readonly open: () => Promise<KeyValueStore>;
  /** Whether it tries again for as long as it takes (a day at most), or throws the first fault. */
  readonly untilDone: boolean;
  /** Receives why it has to try again, each reason once. */
  readonly onTrouble?: (reason: string) => void;
}

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS, MOST_MS] = [500, 30_000, 86_400_000];
/** How long another process that takes it back is waited for before it is looked at again, in ms. */
const LOOK_MS = 100;
/** How long after its last call to the datastore could have ended a writer is ended, in ms. */
const WRITER_MS = 2000;
const NEVER = new AbortController().signal;

/**
 * Takes back what a journal says was written, once its writer writes no more, and keeps the result there. Where another
 * process does it, it waits for that one's result, or goes on where that one has ended. One that is to do it now waits for
 * another no longer than for the datastore: that may try with a password of yesterday. Throws `DatastoreError` and
 * `JournalFault`.
 */
export async function takeBack(journal: Journal, how: TakingBack): Promise<Ending> {
  await othersDone(journal, how.untilDone ? MOST_MS : journal.plan.access.timeoutMs);
  const known = journal.ending();
  if (known !== undefined) return known;
  await writerStopped(journal);
  return trying(journal, how);
}

/** Waits until no other process takes it back, at most that long: two that do it at once do no harm. */
async function othersDone(journal: Journal, mostMs: number): Promise<void> {
  const end = performance.now() + mostMs;
  while (journal.claim() !== undefined && journal.ending() === undefined && performance.now() < end)
    await pause(LOOK_MS, NEVER);
}

/** Waits until the writer has said that it writes no more, or has ended; one that does neither is ended. */
async function writerStopped({ plan, read }: Journal): Promise<void> {
  const { writer, access } = plan;
  if (writer.pid === thisProcess().pid) return;
  const end = performance.now() + access.timeoutMs + WRITER_MS;
  while (isRunning(writer) && !read().all) {
    if (performance.now() > end) killProcess(writer);
    await pause(LOOK_MS, NEVER);
  }
}

/** Tries until it is done, here or by another process. */
async function trying(journal: Journal, { open, untilDone, onTrouble }: TakingBack): Promise<Ending> {
  const { writes } = journal.read();
  const end = performance.now() + MOST_MS;
  const reported = new Set<string>();
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(LONGEST_PAUSE_MS, 2 * wait)) {
    const known = journal.ending();
    if (known !== undefined) return known;
    try {
      const kv = await open();
      try {
        return endedBy(journal, await restore(kv, writes));
      } finally {
        await kv.close();
      }
    } catch (error) {
      if (!(error instanceof DatastoreError) || !untilDone || performance.now() > end) throw error;
      if (!reported.has(error.message)) onTrouble?.(error.message);
      reported.add(error.message);
    }
    await pause(wait, NEVER);
  }
}

function endedBy(journal: Journal, keys: readonly RestoredKey[]): Ending {
  const ending: Ending = { kind: "taken-back", why: journal.decision()?.why ?? "", keys };
  // What the store refused may be tried again.
  if (!keys.some(({ result }) => result === "refused")) journal.finish(ending);
  return ending;
}
