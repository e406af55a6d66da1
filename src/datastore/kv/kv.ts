import type { DatastoreError } from "../datastore-error.ts";

/** One stored key. Revisions are decimal strings, counted as in etcd: the store's revision when the key was created and last written. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
  readonly createRevision: string;
  readonly modRevision: string;
  /** The name that the resource is shown by, where the store knows it; else the key and the value say it. */
  readonly shownAs?: string;
  /** Why the value is none, where the store has more than text. */
  readonly unreadable?: string;
  /** What users know the key by, where they do not know it as a key. */
  readonly place?: string;
}

/** The result of a read: the keys in the order of their bytes, and the store's revision at the moment of the read. */
export interface RangeResult {
  readonly kvs: readonly KeyValue[];
  readonly revision: string;
}

/** The reason why a store does not make a change whatever else it holds, and what to do instead. */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: string;
  readonly help?: string;
}

/**
 * The result of a conditional write: the new modRevision, or the entry that is there instead of the expected one. `stored`
 * is the entry where the store made another of the value; `note` says what of it is not as it was asked for.
 */
export type PutResult =
  | { readonly kind: "written"; readonly revision: string; readonly stored?: KeyValue; readonly note?: string }
  | { readonly kind: "mismatch"; readonly current: KeyValue | undefined }
  | Refusal;

/** The result of a delete; `previous` is the deleted entry. */
export type DropResult =
  | { readonly kind: "deleted"; readonly previous: KeyValue; readonly revision: string; readonly note?: string }
  | { readonly kind: "missing" }
  | { readonly kind: "mismatch"; readonly current: KeyValue }
  | Refusal;

/** The modRevision of a key that does not exist, as etcd compares it. */
export const ABSENT = "0";

/** A put or a drop as data, so that a store can make several in one transaction. */
export type Change =
  | { readonly kind: "put"; readonly key: string; readonly value: string; readonly expected: string }
  | { readonly kind: "drop"; readonly key: string; readonly expected: string | undefined };

/** The result of a put or a drop. */
export type ChangeResult = PutResult | DropResult;

/** The result of a put. Throws `TypeError` (a fault of the store) for a result that only a drop has. */
export function putResult(result: ChangeResult): PutResult {
  if (result.kind === "written" || result.kind === "mismatch" || result.kind === "refused") return result;
  throw new TypeError(`a put was ${result.kind}`);
}

/** The result of a drop. Throws `TypeError` (a fault of the store) for a result that only a put has. */
export function dropResult(result: ChangeResult): DropResult {
  if (result.kind === "deleted" || result.kind === "missing" || result.kind === "refused") return result;
  if (result.kind === "mismatch" && result.current !== undefined) return { ...result, current: result.current };
  throw new TypeError(`a drop was ${result.kind}`);
}

/** A change of one key: its new value, or its deletion at that revision. */
export type KeyChange =
  | { readonly kind: "put"; readonly entry: KeyValue }
  | { readonly kind: "delete"; readonly key: string; readonly revision: string };

/** A change of the connection to the store: it failed and is retried, or it works again. No change is lost in between. */
export type ConnectionEvent =
  | { readonly kind: "trouble"; readonly error: DatastoreError }
  | { readonly kind: "resumed"; readonly revision: string };

/** An event of a watch of keys. */
export type KeyEvent =
  | ConnectionEvent
  /** Changes in the order in which they were made. */
  | { readonly kind: "changes"; readonly changes: readonly KeyChange[] }
  /** All keys that exist now; `lost` says why the single changes until now are unknown. */
  | { readonly kind: "state"; readonly range: RangeResult; readonly lost?: string };

/**
 * The part of etcd's interface that resources need, so that their rules are written once. A new store is at revision 1; each
 * transaction that changes something adds one. Every method may throw `DatastoreError`. A call alone is one request;
 * calls of one turn of the event loop may share one (and its revision), each with its own comparison and result.
 */
export interface KeyValueStore {
  readonly description: string;
  /** What one call may take in all, in ms; a write that loses to other writers is tried again for as long. */
  readonly timeoutMs: number;
  /** One key; with `revision` as it was at that revision (no keys if the store has no data of it, or it is in the future). */
  get(key: string, revision?: string): Promise<RangeResult>;
  /** Every key that begins with `prefix`, or the first `limit` of them. */
  list(prefix: string, limit?: number): Promise<RangeResult>;
  /** Writes the key if its modRevision is `expected` (`ABSENT`: if it does not exist). */
  put(key: string, value: string, expected: string): Promise<PutResult>;
  /** Deletes the key, if `expected` is given only when that is its modRevision. */
  drop(key: string, expected?: string): Promise<DropResult>;
  /** Every change of the keys that begin with `prefix` after that revision, until the signal aborts. */
  watch(prefix: string, revision: string, signal: AbortSignal): AsyncIterable<KeyEvent>;
  /**
   * Does the work in one transaction: all that it reads and writes through the store it is given, with no other writer in
   * between; a work that throws changes nothing, and may be repeated. It must wait for nothing else. Absent where a store
   * has no transaction of several requests (etcd). `beforeEnd` is called before it ends, once for all works that share it;
   * where it throws, nothing is changed.
   */
  readonly transaction?: <T>(work: (kv: KeyValueStore) => Promise<T>, beforeEnd?: () => void) => Promise<T>;
  /** Why such a change of a key is never made; absent where a store makes every one. */
  readonly refusal?: (key: string, change: "create" | "replace" | "delete") => Refusal | undefined;
  /** Whether the entry of a mismatch was read by a request of its own, so that it is as fresh as if it were read again. */
  readonly readsCurrent?: true;
  /** Whether it is the store inside a transaction: what was read is as it was read, and a read is not a request. */
  readonly isTransaction?: true;
  /** What ClusterInformation calls a cluster with this store; absent where it says nothing. */
  readonly clusterType?: string;
  /** Closes the store. Safe to call twice; no other call may follow. */
  close(): Promise<void>;
}

/** The numbers of a revision: one, or, where a store keeps a kind in two lists, one of each (`3/5`; `/5` of the second). */
function revisionNumbers(revision: string): readonly bigint[] {
  return (revision.match(/\d+/g) ?? ["0"]).map(BigInt);
}

/** The greatest number of a revision. */
export function revisionNumber(revision: string): bigint {
  let greatest = 0n;
  for (const number of revisionNumbers(revision)) if (number > greatest) greatest = number;
  return greatest;
}

/** Whether a list of that revision may not have the change yet. */
export function isAfter(change: string, list: string): boolean {
  const number = revisionNumber(change);
  return revisionNumbers(list).some((listed) => number > listed);
}
