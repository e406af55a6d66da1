import type Database from "libsql";
import { type Change, dropResult, type KeyValueStore, putResult } from "../kv/kv.ts";
import { readPrefix } from "./packed-rows.ts";
import { currentRevision, makeChange, rangeOf, readEntry } from "./rows.ts";
import { FIRST_REVISION } from "./schema.ts";

/** Thrown by a write to a file that does not exist: it has to be created first. */
export class MissingFile extends Error {}

/** Thrown in a transaction of a file that the path no longer leads to: what it wrote would be lost. */
export class ReplacedFile extends Error {}

/**
 * The store inside a transaction that the caller has begun, and has undone nothing of since. `onWrite` is called before each
 * change. Throws `StoreDamage` where the file does not say its revision: it is read once, and counted from then on.
 */
export function storeInTransaction(
  database: Database.Database,
  description: string,
  onWrite: () => void,
): KeyValueStore {
  let revision = currentRevision(database);
  const change = (wanted: Change) => {
    onWrite();
    const result = makeChange(database, wanted, revision);
    if (result.kind === "written" || result.kind === "deleted") ({ revision } = result);
    return result;
  };
  return {
    ...withoutConnection(description),
    isTransaction: true,
    get: async (key, wanted) => rangeOf(readEntry(database, key), revision, wanted),
    list: async (prefix, limit) => readPrefix(database, prefix, limit),
    put: async (key, value, expected) => putResult(change({ kind: "put", key, value, expected })),
    drop: async (key, expected) => dropResult(change({ kind: "drop", key, expected })),
  };
}

/** The store while there is no file: empty, and a write throws `MissingFile`. */
export function storeWithoutFile(description: string): KeyValueStore {
  return {
    ...withoutConnection(description),
    get: async () => ({ kvs: [], revision: FIRST_REVISION }),
    list: async () => ({ kvs: [], revision: FIRST_REVISION }),
    put: () => Promise.reject(new MissingFile()),
    drop: async () => ({ kind: "missing" }),
  };
}

function withoutConnection(description: string): Pick<KeyValueStore, "description" | "timeoutMs" | "watch" | "close"> {
  return {
    description,
    // No other writer comes in between, so that nothing is tried again.
    timeoutMs: 0,
    watch: () => {
      throw new TypeError("a transaction watches nothing");
    },
    close: async () => {},
  };
}
