import { DatastoreError } from "../datastore-error.ts";
import { pause } from "../kv/abort.ts";
import type { KeyNews, RangeResult } from "../kv/kv.ts";

/** How often the file is asked for its revision: a read of one row. */
const EVERY_MS = 200;

/** What an embedded store can be asked again and again. */
export interface Polled {
  readonly revision: () => string;
  readonly list: () => Promise<RangeResult>;
}

/**
 * Watches an embedded store, which keeps no history and has nobody who could tell of a change: whenever its revision is
 * another one, all keys are read. Changes that undo each other between two looks are not seen.
 */
export async function* watchEmbedded(store: Polled, after: string, signal: AbortSignal): AsyncGenerator<KeyNews> {
  let seen = after;
  let isTroubled = false;
  while (!signal.aborted) {
    try {
      if (store.revision() !== seen) {
        const range = await store.list();
        seen = range.revision;
        yield { kind: "state", range };
      }
      if (isTroubled) yield { kind: "resumed", revision: seen };
      isTroubled = false;
    } catch (error) {
      // Another process writes for long: that ends.
      if (!(error instanceof DatastoreError) || error.code !== "datastore.locked") throw error;
      if (!isTroubled) yield { kind: "trouble", error };
      isTroubled = true;
    }
    await pause(EVERY_MS, signal);
  }
}
