import type { IWatchRequest, IWatchResponse } from "etcd3";
import { DatastoreError } from "../datastore-error.ts";
import { pause, untilAborted } from "../kv/abort.ts";
import type { KeyChange, KeyEvent, RangeResult } from "../kv/kv.ts";
import type { WatchStream } from "./client.ts";
import { keyValue } from "./transactions.ts";

/** The calls to a cluster that a watch needs; each throws `DatastoreError`. */
export interface EtcdConnection {
  /** The cluster's current revision, from a server that has a leader; shows that the cluster is alive. */
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

/** Temporary faults, after which the watch connects again. Any other (no permission, a certificate) ends it. */
const TEMPORARY = new Set(["datastore.unreachable", "datastore.timeout", "datastore.unavailable", "datastore.failed"]);
const LONGEST_PAUSE_MS = 2000;

/** The changes after the last seen revision are unknown; the message says why. The watch then lists all keys again. */
class HistoryLost extends Error {}

/**
 * Watches keys of a cluster after a revision. etcd3's own watcher is not used: after a reconnection it skips changes that it
 * has not delivered, and it throws errors where they cannot be caught. This one continues after the last change that it
 * yielded; if that revision was compacted, or the store was set back before it, it yields the whole state again. The
 * revision is read every third of the timeout, so that a silent server is noticed within the timeout.
 */
export async function* watchEtcd(
  connection: EtcdConnection,
  range: KeyRange,
  after: string,
  signal: AbortSignal,
): AsyncGenerator<KeyEvent> {
  const position = { seen: after };
  let lost: string | undefined;
  let failures = 0;
  let reported = "";
  while (!signal.aborted) {
    try {
      if (lost !== undefined) {
        const state = await untilAborted(connection.list(), signal);
        position.seen = state.revision;
        yield { kind: "state", range: state, lost };
        lost = undefined;
      }
      await untilAborted(checkRevision(connection, position.seen), signal);
      for await (const changes of changesOf(connection, range, position, signal)) {
        failures = 0;
        // Only now, because a server may answer other calls but no watch.
        if (reported !== "") yield { kind: "resumed", revision: position.seen };
        reported = "";
        if (changes.length > 0) yield { kind: "changes", changes };
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof HistoryLost) lost = error.message;
      else if (!(error instanceof DatastoreError) || !TEMPORARY.has(error.code)) throw error;
      else {
        if (error.message !== reported) yield { kind: "trouble", error };
        reported = error.message;
      }
      await pause(Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures++), signal);
    }
  }
}

/** Throws if the store is behind a revision that was seen: it was restored from a backup, and its revisions now mean other changes. */
async function checkRevision(connection: EtcdConnection, seen: string): Promise<void> {
  const now = await connection.revision();
  if (BigInt(now) < BigInt(seen)) throw new HistoryLost(`the store was set back from revision ${seen} to ${now}`);
}

/** The changes after `position.seen`, which moves on with them; an empty batch shows that the server is alive. Ends only by throwing. */
async function* changesOf(
  connection: EtcdConnection,
  { key, end }: KeyRange,
  position: { seen: string },
  signal: AbortSignal,
): AsyncGenerator<readonly KeyChange[]> {
  const opening = connection.open().then((opened) => {
    // Errors after the end (gRPC reports that the call was cancelled) are ignored.
    opened.on("error", () => undefined);
    // A stream that opens after the signal is not used.
    if (signal.aborted) closeStream(opened);
    return opened;
  });
  const stream = await untilAborted(opening, signal);
  let reason: unknown;
  const stop = (): void => closeStream(stream);
  const ended = new AbortController();
  signal.addEventListener("abort", stop);
  void checkLiveness(connection, position, ended.signal).catch((error: unknown) => {
    reason = error;
    stop();
  });
  try {
    if (signal.aborted) return;
    const start_revision = String(BigInt(position.seen) + 1n);
    const request: IWatchRequest = { create_request: { key, range_end: end, start_revision, progress_notify: true } };
    stream.write(request);
    for await (const answer of stream as AsyncIterable<IWatchResponse>) {
      if (answer.canceled) throw canceled(answer, connection, position.seen);
      const changes = answer.events.map(changeOf);
      const last = changes.at(-1);
      // A progress notification has no events: every change up to its revision was delivered. Other revisions say nothing.
      if (last !== undefined) position.seen = revisionOf(last);
      else if (!answer.created) position.seen = answer.header.revision;
      yield changes;
    }
    throw connection.explain("14 UNAVAILABLE: the watch was closed");
  } catch (thrown) {
    const error = reason ?? thrown;
    if (error instanceof HistoryLost || error instanceof DatastoreError) throw error;
    throw connection.explain(error instanceof Error ? error.message : String(error));
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

/** Reads the cluster's revision again and again until the signal aborts; rejects if no answer comes in time. */
async function checkLiveness(
  connection: EtcdConnection,
  position: { readonly seen: string },
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    await pause(connection.timeoutMs / 3, signal);
    if (signal.aborted) return;
    const late = pause((connection.timeoutMs * 2) / 3, signal).then(() => {
      if (!signal.aborted) throw connection.explain("timed out after silence");
    });
    // The stream may be behind the store, but the store never behind the stream.
    await Promise.race([checkRevision(connection, position.seen), late]);
  }
}

function canceled(answer: IWatchResponse, connection: EtcdConnection, seen: string): Error {
  if (answer.compact_revision === "0") return connection.explain(answer.cancel_reason);
  return new HistoryLost(`the changes after revision ${seen} were compacted away`);
}

function changeOf({ type, kv }: IWatchResponse["events"][number]): KeyChange {
  // The enum is named as in the protocol (`PUT`), not as etcd3's types say.
  if (type.toLowerCase() === "put") return { kind: "put", entry: keyValue(kv) };
  return { kind: "delete", key: kv.key.toString(), revision: kv.mod_revision };
}

function revisionOf(change: KeyChange): string {
  return change.kind === "put" ? change.entry.modRevision : change.revision;
}
