import { DatastoreError } from "../datastore-error.ts";
import { pause } from "../kv/abort.ts";
import type { KeyEvent, RangeResult } from "../kv/kv.ts";

/** How often the store's revision is read (one row). */
const EVERY_MS = 200;

/** The reads of an embedded store that a watch repeats. */
export interface PolledStore {
  readonly revision: () => string;
  readonly list: () => Promise<RangeResult>;
}

/**
 * Watches an embedded store, which keeps no history and sends no notifications: whenever its revision differs, all keys
 * are read. Changes that undo each other between two reads go unnoticed.
 */
export async function* watchEmbedded(store: PolledStore, after: string, signal: AbortSignal): AsyncGenerator<KeyEvent> {
  let seen = after;
  let isBlocked = false;
  while (!signal.aborted) {
    try {
      if (store.revision() !== seen) {
        const range = await store.list();
        seen = range.revision;
        yield { kind: "state", range };
      }
      if (isBlocked) yield { kind: "resumed", revision: seen };
      isBlocked = false;
    } catch (error) {
      // Another process holds the lock for long: retry.
      if (!(error instanceof DatastoreError) || error.code !== "datastore.locked") throw error;
      if (!isBlocked) yield { kind: "trouble", error };
      isBlocked = true;
    }
    await pause(EVERY_MS, signal);
  }
}
