import type { DatastoreError } from "../datastore-error.ts";

/** One stored key. Revisions are decimal strings, as etcd counts them: the store's revision when the key was made and last written. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
  readonly createRevision: string;
  readonly modRevision: string;
}

/** What a read found, in key order (bytes), and the store's revision at the moment of the read. */
export interface RangeResult {
  readonly kvs: readonly KeyValue[];
  readonly revision: string;
}

/** What became of a conditional write: the new modRevision, or what is there instead of what was expected. */
export type PutResult =
  | { readonly kind: "written"; readonly revision: string }
  | { readonly kind: "mismatch"; readonly current: KeyValue | undefined };

/** What became of a delete; `previous` is what was there. */
export type DropResult =
  | { readonly kind: "deleted"; readonly previous: KeyValue; readonly revision: string }
  | { readonly kind: "missing" }
  | { readonly kind: "mismatch"; readonly current: KeyValue };

/** The modRevision of a key that does not exist, as etcd compares it. */
export const ABSENT = "0";

/** A put or a drop as data, so that a store can make several in one go. */
export type Change =
  | { readonly kind: "put"; readonly key: string; readonly value: string; readonly expected: string }
  | { readonly kind: "drop"; readonly key: string; readonly expected: string | undefined };

/** What became of a put or a drop. */
export type ChangeResult = PutResult | DropResult;

/** A put's or a drop's own result; that the other's comes is a bug of the store's. */
export function putResult(result: ChangeResult): PutResult {
  if (result.kind === "written" || result.kind === "mismatch") return result;
  throw new TypeError(`a put was ${result.kind}`);
}

/** See `putResult`. */
export function dropResult(result: ChangeResult): DropResult {
  if (result.kind === "deleted" || result.kind === "missing") return result;
  if (result.kind === "mismatch" && result.current !== undefined) return { ...result, current: result.current };
  throw new TypeError(`a drop was ${result.kind}`);
}

/** What became of one key: a new value, or none any more since that revision. */
export type KeyChange =
  | { readonly kind: "put"; readonly entry: KeyValue }
  | { readonly kind: "delete"; readonly key: string; readonly revision: string };

/** The way to the store: broken (it is tried again), and there again; nothing is lost between the two. */
export type WayNews =
  | { readonly kind: "trouble"; readonly error: DatastoreError }
  | { readonly kind: "resumed"; readonly revision: string };

/** What a watch of keys tells. */
export type KeyNews =
  | WayNews
  /** Changes in the order in which they were made. */
  | { readonly kind: "changes"; readonly changes: readonly KeyChange[] }
  /** All keys that there are now; `lost` says why the single changes since are not known. */
  | { readonly kind: "state"; readonly range: RangeResult; readonly lost?: string };

/**
 * The little of etcd that resources need, so that their rules are written once. A new store is at revision 1; each
 * transaction that changes something adds one. Every method may throw `DatastoreError`. A call alone is one request;
 * calls of one turn of the event loop may share one (and its revision), each with its own comparison and result.
 */
export interface KeyValueStore {
  readonly description: string;
  /** One key; with `revision` as it was then (no keys where the store no longer knows or does not know yet). */
  get(key: string, revision?: string): Promise<RangeResult>;
  /** Every key that begins with `prefix`, or the first `limit` of them. */
  list(prefix: string, limit?: number): Promise<RangeResult>;
  /** Writes the key if its modRevision is `expected` (`ABSENT`: if it does not exist). */
  put(key: string, value: string, expected: string): Promise<PutResult>;
  /** Deletes the key, if `expected` is given only when that is its modRevision. */
  drop(key: string, expected?: string): Promise<DropResult>;
  /** What becomes of the keys that begin with `prefix` after that revision, until the signal: without end. */
  watch(prefix: string, revision: string, signal: AbortSignal): AsyncIterable<KeyNews>;
  /** Safe to call twice; nothing else may follow. */
  close(): Promise<void>;
}
