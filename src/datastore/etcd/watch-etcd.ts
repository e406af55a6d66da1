import type { Duplex } from "node:stream";
import type { IWatchRequest, IWatchResponse } from "etcd3";
import { DatastoreError } from "../datastore-error.ts";
import { pause, untilAborted } from "../kv/abort.ts";
import type { KeyChange, KeyNews, RangeResult } from "../kv/kv.ts";
import { keyValue } from "./transactions.ts";

/** A watch call of gRPC's: requests are written to it, answers read from it. */
export interface WatchStream extends Duplex {
  cancel(): void;
}

/** The ways to a cluster that a watch needs; each throws `DatastoreError`. */
export interface EtcdWay {
  /** The cluster's revision now, asked of a server that has a leader: a sign of life. */
  readonly revision: () => Promise<string>;
  readonly list: () => Promise<RangeResult>;
  readonly open: () => Promise<WatchStream>;
  /** What a fault of the stream means. */
  readonly explain: (message: string) => DatastoreError;
  /** How long a server may be silent. */
  readonly timeoutMs: number;
}

/** The keys from `key` on and before `end`. */
export interface KeyRange {
  readonly key: Buffer;
  readonly end: Buffer;
}

/** Faults that pass: the way is tried again. Any other (no permission, a certificate) ends the watch. */
const PASSING = new Set(["datastore.unreachable", "datastore.timeout", "datastore.unavailable", "datastore.failed"]);
const LONGEST_PAUSE_MS = 2000;

/** Why changes are not known any more, when the next thing to do is to list anew. */
class Lost extends Error {}

/**
 * Watches keys of a cluster after a revision. Not with etcd3's own watcher: after a reconnection that goes on behind
 * changes it has not delivered, and its errors are thrown where nobody catches them. This one goes on after the last
 * change it gave; where that revision is compacted, or the store went back behind it, it gives the whole state anew. A
 * server is asked for a sign of life every third of the timeout, so that a silent one is noticed within it.
 */
export async function* watchEtcd(
  way: EtcdWay,
  range: KeyRange,
  after: string,
  signal: AbortSignal,
): AsyncGenerator<KeyNews> {
  const position = { seen: after };
  let lost: string | undefined;
  let failures = 0;
  let told = "";
  while (!signal.aborted) {
    try {
      if (lost !== undefined) {
        const state = await untilAborted(way.list(), signal);
        position.seen = state.revision;
        yield { kind: "state", range: state, lost };
        lost = undefined;
      }
      await untilAborted(checkRevision(way, position.seen), signal);
      for await (const changes of changesOf(way, range, position, signal)) {
        failures = 0;
        // Not before: a server may answer other calls and no watch.
        if (told !== "") yield { kind: "resumed", revision: position.seen };
        told = "";
        if (changes.length > 0) yield { kind: "changes", changes };
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Lost) lost = error.message;
      else if (!(error instanceof DatastoreError) || !PASSING.has(error.code)) throw error;
      else {
        if (error.message !== told) yield { kind: "trouble", error };
        told = error.message;
      }
      await pause(Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures++), signal);
    }
  }
}

/** A store behind what was seen of it was set back (restored from a backup): its revisions begin to mean other changes. */
async function checkRevision(way: EtcdWay, seen: string): Promise<void> {
  const now = await way.revision();
  if (BigInt(now) < BigInt(seen)) throw new Lost(`the store went back from revision ${seen} to ${now}`);
}

/** The changes after `position.seen`, which moves on with them; an empty batch is a sign of life. Ends only by throwing. */
async function* changesOf(
  way: EtcdWay,
  { key, end }: KeyRange,
  position: { seen: string },
  signal: AbortSignal,
): AsyncGenerator<readonly KeyChange[]> {
  const opening = way.open().then((opened) => {
    // What comes after the end (gRPC tells that the call was cancelled) is nobody's business.
    opened.on("error", () => undefined);
    // Nobody waits any more for one that opens after the signal.
    if (signal.aborted) closeStream(opened);
    return opened;
  });
  const stream = await untilAborted(opening, signal);
  let reason: unknown;
  const stop = (): void => closeStream(stream);
  const ended = new AbortController();
  signal.addEventListener("abort", stop);
  void stayAwake(way, position, ended.signal).catch((error: unknown) => {
    reason = error;
    stop();
  });
  try {
    if (signal.aborted) return;
    const start_revision = String(BigInt(position.seen) + 1n);
    const request: IWatchRequest = { create_request: { key, range_end: end, start_revision, progress_notify: true } };
    stream.write(request);
    for await (const answer of stream as AsyncIterable<IWatchResponse>) {
      if (answer.canceled) throw canceled(answer, way, position.seen);
      const changes = answer.events.map(changeOf);
      const last = changes.at(-1);
      // A progress note has no events: every change up to its revision has been told. Before, the revision says nothing.
      if (last !== undefined) position.seen = revisionOf(last);
      else if (!answer.created) position.seen = answer.header.revision;
      yield changes;
    }
    throw way.explain("14 UNAVAILABLE: the watch was closed");
  } catch (thrown) {
    const error = reason ?? thrown;
    if (error instanceof Lost || error instanceof DatastoreError) throw error;
    throw way.explain(error instanceof Error ? error.message : String(error));
  } finally {
    ended.abort();
    signal.removeEventListener("abort", stop);
    stop();
  }
}

function closeStream(stream: WatchStream): void {
  stream.cancel();
  stream.destroy();
}

/** Asks for a sign of life until the signal; rejects when none comes in time. */
async function stayAwake(way: EtcdWay, position: { readonly seen: string }, signal: AbortSignal): Promise<void> {
  for (;;) {
    await pause(way.timeoutMs / 3, signal);
    if (signal.aborted) return;
    const late = pause((way.timeoutMs * 2) / 3, signal).then(() => {
      if (!signal.aborted) throw way.explain("timed out after silence");
    });
    // The stream may lag behind the store, never the store behind the stream.
    await Promise.race([checkRevision(way, position.seen), late]);
  }
}

function canceled(answer: IWatchResponse, way: EtcdWay, seen: string): Error {
  if (answer.compact_revision === "0") return way.explain(answer.cancel_reason);
  return new Lost(`the changes after revision ${seen} were compacted away`);
}

function changeOf({ type, kv }: IWatchResponse["events"][number]): KeyChange {
  // The enum is named as in the protocol (`PUT`), not as etcd3's types say.
  if (type.toLowerCase() === "put") return { kind: "put", entry: keyValue(kv) };
  return { kind: "delete", key: kv.key.toString(), revision: kv.mod_revision };
}

function revisionOf(change: KeyChange): string {
  return change.kind === "put" ? change.entry.modRevision : change.revision;
}
