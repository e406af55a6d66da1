import { setTimeout } from "node:timers/promises";
import type Database from "libsql";
import { busyTimeout } from "./connections.ts";

/** The longest pause between two attempts at first, and of one who has waited for `AGED_MS`: who waits longest gets the lock. */
const FIRST_PAUSE_MS = 8;
const LAST_PAUSE_MS = 1;
const AGED_MS = 1000;
/** How long a process writes before the others have a turn; that turn, and the part of the time it wrote, if that is more. */
const MOST_WRITING_MS = 20;
const TURN_OF_OTHERS_MS = 3;
const PART_OF_OTHERS = 0.1;
const MOST_TURN_MS = 100;

/** When each connection began to write without a pause for others. */
const began = new WeakMap<Database.Database, number>();

/**
 * Begins a transaction that writes, as soon as no other process is writing; throws SQLite's error when `timeoutMs` have
 * passed. SQLite's own wait sleeps for up to 100 ms: beside a process that writes one transaction after the other it
 * could sleep through every gap, and with several waiting it is chance who gets the lock. So the gaps are made long enough
 * here, and the attempts become more frequent; and events of this process (Ctrl-C) are handled meanwhile. The wait also ends when
 * `isGivenUp`: then nothing is written later on.
 */
export async function beginWriting(
  database: Database.Database,
  timeoutMs: number,
  isGivenUp: () => boolean,
): Promise<void> {
  const start = performance.now();
  const wrote = start - (began.get(database) ?? start);
  if (wrote >= MOST_WRITING_MS) {
    began.delete(database);
    await setTimeout(Math.max(TURN_OF_OTHERS_MS, Math.min(MOST_TURN_MS, PART_OF_OTHERS * wrote)));
  }
  database.exec("PRAGMA busy_timeout = 0;");
  try {
    for (let busy = tryBegin(database); busy !== undefined; busy = tryBegin(database)) {
      const waited = performance.now() - start;
      if (waited >= timeoutMs || isGivenUp()) throw busy;
      began.delete(database);
      const age = Math.min(1, waited / AGED_MS);
      await setTimeout(Math.random() * (FIRST_PAUSE_MS - (FIRST_PAUSE_MS - LAST_PAUSE_MS) * age));
    }
  } finally {
    database.exec(busyTimeout(timeoutMs));
  }
  if (!began.has(database)) began.set(database, performance.now());
}

/** Begins the transaction; returns SQLite's error where another process is writing. */
function tryBegin(database: Database.Database): Error | undefined {
  try {
    database.exec("BEGIN IMMEDIATE;");
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && /BUSY|LOCKED/.test(String(error.code))) return error;
    throw error;
  }
}
