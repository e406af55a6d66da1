import { DatastoreError } from "../datastore-error.ts";
import { coalesce } from "../kv/coalesce.ts";
import {
  ABSENT,
  type ChangeResult,
  type DropResult,
  type KeyValue,
  type KeyValueStore,
  type Refusal,
} from "../kv/kv.ts";
import type { BegunWrite, WriteOutcome, WriteRecorder } from "./recorded-write.ts";

/**
 * A store whose every write is recorded before it is sent, with what it replaces, so that it can be undone. Each write is a
 * compare-and-swap on what was recorded, also a delete that names no revision. The records of one turn of the event loop
 * are made together.
 */
export function recordingStore(real: KeyValueStore, recorder: WriteRecorder): KeyValueStore {
  const begin = coalesce<BegunWrite, number>((waiting) => {
    try {
      const first = recorder.begin(
        waiting.map(({ argument }) => argument),
        true,
      );
      for (const [at, { resolve }] of waiting.entries()) resolve(first + at);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  });
  const { transaction } = real;
  return {
    ...withWrites(real, begin, recorder.end),
    ...(transaction && { transaction: (work) => recordedTransaction(transaction.bind(real), work, recorder) }),
  };
}

const NOT_MADE: WriteOutcome = { kind: "not-made" };

type Begin = (write: BegunWrite) => Promise<number> | number;
type Work<T> = (kv: KeyValueStore) => Promise<T>;

/**
 * Does the work in a transaction of the store. What it writes counts as made when the transaction has ended; of a work that
 * was begun anew, and of one that failed, nothing was made.
 */
async function recordedTransaction<T>(
  transaction: NonNullable<KeyValueStore["transaction"]>,
  work: Work<T>,
  recorder: WriteRecorder,
): Promise<T> {
  let begun: number[] = [];
  const ended = new Map<number, WriteOutcome | undefined>();
  const settle = (otherwise: WriteOutcome | undefined): void => {
    for (const number of begun) recorder.end(number, ended.get(number) ?? otherwise);
    begun = [];
    ended.clear();
  };
  // No waiting in here: the transaction is open meanwhile. Before it ends, all that is recorded is on the disk.
  const begin = (write: BegunWrite): number => {
    const number = recorder.begin([write], false);
    begun.push(number);
    return number;
  };
  try {
    const result = await transaction<T>((inner) => {
      ended.clear();
      settle(NOT_MADE);
      return work(withWrites(inner, begin, (number, outcome) => ended.set(number, outcome)));
    }, recorder.makeDurable);
    settle(NOT_MADE);
    return result;
  } catch (error) {
    ended.clear();
    // Only the end of a transaction can fail without anybody knowing whether it was made.
    settle(error instanceof DatastoreError && error.effect === "unknown" ? undefined : NOT_MADE);
    throw error;
  }
}

function withWrites(real: KeyValueStore, begin: Begin, end: WriteRecorder["end"]): KeyValueStore {
  const current = async (key: string): Promise<KeyValue | undefined> => (await real.get(key)).kvs[0];
  /** Sends a write that is recorded, and records what became of it. */
  const recorded = async <R extends ChangeResult>(
    { key, before, value }: BegunWrite & { readonly before: KeyValue | undefined },
    send: () => Promise<R>,
  ): Promise<R> => {
    if (before !== undefined && !canBeRestored(before)) return NOT_TO_RESTORE as R;
    const old = before && { value: before.value, modRevision: before.modRevision };
    const number = await begin({ key, before: old, value });
    try {
      const result = await send();
      end(number, outcomeOf(result));
      return result;
    } catch (error) {
      end(number, error instanceof DatastoreError && error.effect !== "unknown" ? NOT_MADE : undefined);
      throw error;
    }
  };
  return {
    description: real.description,
    timeoutMs: real.timeoutMs,
    get: (key, revision) => real.get(key, revision),
    list: (prefix, limit) => real.list(prefix, limit),
    async put(key, value, expected) {
      const before = await current(key);
      if ((before?.modRevision ?? ABSENT) !== expected) return { kind: "mismatch", current: before };
      return recorded({ key, before, value }, () => real.put(key, value, expected));
    },
    async drop(key, expected) {
      for (;;) {
        const before = await current(key);
        if (before === undefined) return { kind: "missing" };
        if (expected !== undefined && expected !== before.modRevision) return { kind: "mismatch", current: before };
        const write = { key, before, value: undefined };
        const result: DropResult = await recorded(write, () => real.drop(key, before.modRevision));
        // A delete that names no revision takes whatever is there: another writer was faster, so look again.
        if (expected !== undefined || result.kind !== "mismatch") return result;
      }
    },
    watch: (prefix, revision, signal) => real.watch(prefix, revision, signal),
    ...(real.refusal && { refusal: real.refusal }),
    ...(real.readsCurrent && { readsCurrent: real.readsCurrent }),
    ...(real.isTransaction && { isTransaction: real.isTransaction }),
    ...(real.clusterType !== undefined && { clusterType: real.clusterType }),
    close: () => real.close(),
  };
}

/** Whether the value was read as it is: U+FFFD stands for bytes that are not text. */
function canBeRestored({ value, unreadable }: KeyValue): boolean {
  return unreadable === undefined && !value.includes("\ufffd");
}

const NOT_TO_RESTORE: Refusal = {
  kind: "refused",
  reason: "the stored value is not text, and could not be restored unchanged",
  help: "write it without --confirm-within, which cannot be taken back",
};

function outcomeOf(result: ChangeResult): WriteOutcome {
  if (result.kind === "deleted") return { kind: "made", revision: result.revision };
  if (result.kind !== "written") return NOT_MADE;
  const { revision, stored } = result;
  return { kind: "made", revision, ...(stored !== undefined && { stored: stored.value }) };
}
