import { Duplex } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import type { WatchStream } from "../../../src/datastore/etcd/client.ts";
import { type EtcdConnection, watchEtcd } from "../../../src/datastore/etcd/watch-etcd.ts";
import type { KeyEvent } from "../../../src/datastore/kv/kv.ts";
import type { Code } from "../../../src/model/diagnostic.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const RANGE = { key: Buffer.from("/a/"), end: Buffer.from("/a0") };
const refused = (code: Code) => new DatastoreError(code, `it said ${code}`);

/** A stream that gives these answers, and then waits; `cancelled` counts how often it was given up. */
function streamOf(answers: readonly object[]) {
  const state = { cancelled: 0 };
  const left = [...answers];
  const duplex = new Duplex({
    objectMode: true,
    read() {
      const next = left.shift();
      if (next !== undefined) this.push(next);
    },
    write: (_, __, done) => done(),
  });
  const stream = Object.assign(duplex, { cancel: () => void state.cancelled++ }) as unknown as WatchStream;
  return { stream, state };
}
const CREATED = { created: true, canceled: false, events: [], header: { revision: "5" } };
const COMPACTED = { created: false, canceled: true, compact_revision: "4", cancel_reason: "", events: [] };

/** A cluster at revision 5 without keys; each of its calls is counted. */
function wayOf(open: () => Promise<WatchStream>, revision: () => Promise<string> = async () => "5") {
  const counts = { open: 0, list: 0 };
  const way: EtcdConnection = {
    revision,
    list: async () => {
      counts.list++;
      return { kvs: [], revision: "5" };
    },
    open: () => {
      counts.open++;
      return open();
    },
    explain: (message) => new DatastoreError("datastore.unavailable", message),
    timeoutMs: 60_000,
  };
  return { way, counts };
}

/** Follows a watch for so many (made-up) milliseconds, then ends it; returns its events, in words. */
async function follow(way: EtcdConnection, ms: number): Promise<readonly string[]> {
  const ended = new AbortController();
  const reported: string[] = [];
  const word = (news: KeyEvent) => (news.kind === "trouble" ? `trouble ${news.error.code}` : news.kind);
  const watching = (async () => {
    try {
      for await (const news of watchEtcd(way, RANGE, "3", ended.signal)) reported.push(word(news));
    } catch (error) {
      reported.push(`ended by ${error instanceof DatastoreError ? error.code : String(error)}`);
    }
  })();
  await vi.advanceTimersByTimeAsync(ms);
  ended.abort();
  await vi.advanceTimersByTimeAsync(0);
  await watching;
  return reported;
}

test.each<[what: string, open: () => Promise<WatchStream>, reported: readonly string[], most: number]>([
  ["a quiet cluster is opened once", async () => streamOf([CREATED]).stream, [], 1],
  [
    "one that has compacted the changes each time is asked less and less often",
    async () => streamOf([COMPACTED]).stream,
    Array.from({ length: 8 }, () => "state"),
    9,
  ],
  [
    "so is one that answers, but begins no watch; that is reported once, and its end is not",
    () => Promise.reject(refused("datastore.unavailable")),
    ["trouble datastore.unavailable"],
    9,
  ],
  [
    "one that does not allow it ends the watch",
    () => Promise.reject(refused("datastore.auth")),
    ["ended by datastore.auth"],
    1,
  ],
])("%s", async (_, open, reported, most) => {
  const { way, counts } = wayOf(open);
  const words = await follow(way, 10_000);
  expect([...new Set(words)]).toEqual([...new Set(reported)]);
  expect(words.length).toBeLessThanOrEqual(reported.length);
  expect(counts.open).toBeLessThanOrEqual(most);
  expect(counts.list).toBe(words.filter((word) => word === "state").length);
});

test("a stream that opens after the end is closed, and its later errors are ignored", async () => {
  const { stream, state } = streamOf([CREATED]);
  let open = (_stream: WatchStream): void => {};
  const { way, counts } = wayOf(
    () =>
      new Promise((resolve) => {
        open = resolve;
      }),
  );
  expect(await follow(way, 100)).toEqual([]);
  expect([counts.open, state.cancelled]).toEqual([1, 0]);
  open(stream);
  await vi.advanceTimersByTimeAsync(1000);
  expect([state.cancelled, stream.destroyed]).toEqual([1, true]);
  expect(stream.listenerCount("error")).toBeGreaterThan(0);
});

test("a stream that is open at the end is closed", async () => {
  const { stream, state } = streamOf([CREATED]);
  expect(await follow(wayOf(async () => stream).way, 100)).toEqual([]);
  expect([state.cancelled > 0, stream.destroyed]).toEqual([true, true]);
});
