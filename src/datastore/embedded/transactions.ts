import type Database from "libsql";
import type { KeyValueStore } from "../kv/kv.ts";
import { beginWriting } from "./write-lock.ts";

/** What a transaction does to the store; it waits for nothing else. */
export type Work = (kv: KeyValueStore) => Promise<unknown>;

/** What came of one work: its result, or the error after which nothing of it is left. */
export type WorkOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

/** Runs it in a transaction that reads. */
export function reading<T>(database: Database.Database, run: () => T): T {
  database.exec("BEGIN DEFERRED");
  try {
    const result = run();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** How works are done in a transaction. */
export interface Writing {
  /** The store as the transaction sees it, which calls what it is given before each write. */
  readonly begin: (onWrite: () => void) => KeyValueStore;
  /** How long to wait for other processes. */
  readonly timeoutMs: number;
  /** Called when no other process writes any more, before the first work; what it throws ends the transaction. */
  readonly checkBegun: () => void;
  /** Called after the last work, before what they wrote is kept; what it throws undoes them all. */
  readonly beforeEnd: () => void;
  /** Whether no caller waits for the works any more. */
  readonly isGivenUp: () => boolean;
  /** Makes the error of a failed end. */
  readonly explainCommit: (error: unknown) => unknown;
}

/**
 * Does the works in one transaction, one after the other; the disk is synchronised once. No other process writes between the
 * first read and the last write. A work that throws is undone alone, and those after it get a store of their own; what is
 * thrown here undid them all.
 */
export async function writing(
  database: Database.Database,
  works: readonly Work[],
  { begin, timeoutMs, checkBegun, beforeEnd, isGivenUp, explainCommit }: Writing,
): Promise<readonly WorkOutcome[]> {
  await beginWriting(database, timeoutMs, isGivenUp);
  const outcomes: WorkOutcome[] = [];
  try {
    checkBegun();
    let isSaved = false;
    const save = (): void => {
      if (!isSaved) database.exec("SAVEPOINT work");
      isSaved = true;
    };
    let kv = begin(save);
    for (const work of works) {
      isSaved = false;
      try {
        outcomes.push({ ok: true, value: await work(kv) });
      } catch (error) {
        // After some errors (a full disk) SQLite has undone everything already.
        if (!database.inTransaction) throw error;
        if (isSaved) database.exec("ROLLBACK TO work");
        outcomes.push({ ok: false, error });
        kv = begin(save);
      }
      if (isSaved) database.exec("RELEASE work");
    }
    beforeEnd();
  } catch (error) {
    rollBack(database);
    throw error;
  }
  try {
    database.exec("COMMIT");
  } catch (error) {
    rollBack(database);
    throw explainCommit(error);
  }
  return outcomes;
}

/** Ends a failed transaction without hiding its error. */
function rollBack(database: Database.Database): void {
  if (database.inTransaction) database.exec("ROLLBACK");
}
