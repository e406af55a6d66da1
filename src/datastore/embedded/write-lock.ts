import { setTimeout } from "node:timers/promises";
import type Database from "libsql";
import { busyTimeout } from "./connections.ts";

/** The longest pause between two attempts to get the write lock, in ms. */
const LONGEST_PAUSE_MS = 2;
/** How long a process writes before it lets the others have a turn, and how long that turn is: longer than their pauses. */
const MOST_WRITING_MS = 20;
const TURN_OF_OTHERS_MS = 3;

/** When each connection began to write without a pause for others. */
const began = new WeakMap<Database.Database, number>();

/**
 * Begins a transaction that writes, as soon as no other process is writing; throws SQLite's error when `timeoutMs` have
 * passed. SQLite's own wait sleeps for up to 100 ms: beside a process that writes one transaction after the other it
 * could sleep through every gap. So the gaps are made long enough here, and the attempts frequent; and events of this
 * process (Ctrl-C) are handled meanwhile. The wait also ends when `isGivenUp`: then nothing is written later on.
 */
export async function beginWriting(
  database: Database.Database,
  timeoutMs: number,
  isGivenUp: () => boolean,
): Promise<void> {
  const start = performance.now();
  const since = began.get(database);
  if (since !== undefined && start - since >= MOST_WRITING_MS) {
    began.delete(database);
    await setTimeout(TURN_OF_OTHERS_MS);
  }
  for (;;) {
    try {
      database.exec(`${busyTimeout(1)} BEGIN IMMEDIATE;`);
      break;
    } catch (error) {
      if (!isBusy(error) || performance.now() - start >= timeoutMs || isGivenUp()) throw error;
    } finally {
      database.exec(busyTimeout(timeoutMs));
    }
    began.delete(database);
    await setTimeout(Math.random() * LONGEST_PAUSE_MS);
  }
  if (!began.has(database)) began.set(database, performance.now());
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && /BUSY|LOCKED/.test(String(error.code));
}
