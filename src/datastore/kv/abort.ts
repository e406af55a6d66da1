import type { Resource } from "../../model/resource.ts";
import type { DatastoreError, ResourceList, Unreadable } from "../datastore.ts";
import type { KeyValue, RangeResult } from "./kv.ts";

/** What became of one key: a new value, or none any more since that revision. */
export type KeyChange =
  | { readonly kind: "put"; readonly entry: KeyValue }
  | { readonly kind: "delete"; readonly key: string; readonly revision: string };

/** The way to the store: broken (it is tried again), and there again; nothing is lost between the two. */
type WayNews =
  | { readonly kind: "trouble"; readonly error: DatastoreError }
  | { readonly kind: "resumed"; readonly revision: string };

/** What a watch of keys tells. */
export type KeyNews =
  | WayNews
  /** Changes in the order in which they were made. */
  | { readonly kind: "changes"; readonly changes: readonly KeyChange[] }
  /** All keys that there are now; `lost` says why the single changes since are not known. */
  | { readonly kind: "state"; readonly range: RangeResult; readonly lost?: string };

/** Which resources are watched: a kind, of one namespace where one is given. */
export interface WatchScope {
  readonly kind: string;
  readonly namespace?: string;
}

/** One change of a resource: none before is a creation, none after a deletion. `revision` is the store's at the change. */
export interface ResourceChange {
  readonly before?: Resource;
  readonly after?: Resource;
  readonly revision: string;
}

/** What a watch of resources tells: first the lists, one a scope; then changes, without end. */
export type ResourceNews =
  | WayNews
  | { readonly kind: "listed"; readonly lists: readonly ResourceList[] }
  | {
      readonly kind: "changes";
      readonly changes: readonly ResourceChange[];
      /** Values that could not be read; what was there before counts as deleted. */
      readonly unreadable: readonly Unreadable[];
      /** Set where the single changes are not known: why, and the changes are the difference. */
      readonly lost?: string;
    };

/** The promise's value; rejects at once when the signal comes first. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const ended = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const abort = (): void => reject(new Error("aborted"));
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { signal: ended.signal });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    ended.abort();
  }
}

/** Waits, at most until the signal; never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal.aborted) done();
    else signal.addEventListener("abort", done);
  });
}
