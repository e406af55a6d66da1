import { DatastoreError } from "../datastore-error.ts";
import { pause } from "../kv/abort.ts";
import type { KeyEvent, RangeResult } from "../kv/kv.ts";

/** How often the store's revision is read (one row). */
const EVERY_MS = 200;

/** The reads of an embedded store that a watch repeats. */
export interface PolledStore {
  /** The file that was listed (device and inode); `undefined`: there was none. */
  readonly listed: string | undefined;
  /** The file that the path leads to now, and its revision. */
  readonly look: () => { readonly file: string | undefined; readonly revision: string };
  readonly list: () => Promise<RangeResult>;
}

/**
 * Watches an embedded store, which keeps no history and sends no notifications: whenever its revision differs, all keys
 * are read. Changes that undo each other between two reads go unnoticed. Where another file took the path's place, all keys
 * of the old one are reported as gone before those of the new one: equal revisions of two files mean nothing.
 */
export async function* watchEmbedded(store: PolledStore, after: string, signal: AbortSignal): AsyncGenerator<KeyEvent> {
  let seen = after;
  let file = store.listed;
  let isBlocked = false;
  while (!signal.aborted) {
    try {
      const now = store.look();
      const isOther = file !== undefined && now.file !== file;
      ({ file } = now);
      if (isOther) {
        const lost = file === undefined ? "the store's file was deleted" : "the store's file was deleted and made anew";
        yield { kind: "state", range: { kvs: [], revision: now.revision }, lost };
      }
      if (isOther || now.revision !== seen) {
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
