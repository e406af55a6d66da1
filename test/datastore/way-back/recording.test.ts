import { describe, expect, test } from "vitest";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import type { KeyValueStore } from "../../../src/datastore/kv/kv.ts";
import type { BegunWrite, WriteOutcome } from "../../../src/datastore/way-back/recorded-write.ts";
import { recordingStore } from "../../../src/datastore/way-back/recording.ts";
import { restore } from "../../../src/datastore/way-back/restore.ts";
import { memoryKv } from "../memory-kv.ts";

/** A recorder that keeps what it is told, in order. */
function recorder(refuses = false) {
  const told: (readonly [string, ...unknown[]])[] = [];
  let count = 0;
  return {
    told,
    recorder: {
      begin(writes: readonly BegunWrite[]) {
        if (refuses) throw new DatastoreError("way-back.decided", "nothing more is written");
        for (const { key, before, value } of writes) told.push(["begin", key, before?.value, value]);
        count += writes.length;
        return count - writes.length;
      },
      makeDurable: () => void told.push(["durable"]),
      end(number: number, outcome: WriteOutcome | undefined) {
        told.push(["end", number, outcome?.kind ?? "unknown"]);
      },
    },
  };
}

const lost = (effect: "unknown" | "refused"): DatastoreError =>
  new DatastoreError("datastore.timeout", "no answer", undefined, effect);

/** What is done, after `a` was stored as `old`, and what is recorded. */
const ROWS: readonly (readonly [
  name: string,
  work: (kv: KeyValueStore) => Promise<unknown>,
  result: unknown,
  told: unknown,
])[] = [
  [
    "a put",
    (kv) => kv.put("a", "new", "2"),
    "written",
    [
      ["begin", "a", "old", "new"],
      ["end", 0, "made"],
    ],
  ],
  [
    "a create",
    (kv) => kv.put("b", "new", "0"),
    "written",
    [
      ["begin", "b", undefined, "new"],
      ["end", 0, "made"],
    ],
  ],
  ["a put at another revision", (kv) => kv.put("a", "new", "1"), "mismatch", []],
  ["a create of what is there", (kv) => kv.put("a", "new", "0"), "mismatch", []],
  [
    "a drop of any revision",
    (kv) => kv.drop("a"),
    "deleted",
    [
      ["begin", "a", "old", undefined],
      ["end", 0, "made"],
    ],
  ],
  ["a drop at another revision", (kv) => kv.drop("a", "1"), "mismatch", []],
  ["a drop of nothing", (kv) => kv.drop("b"), "missing", []],
];

describe("what is recorded of", () => {
  test.each(ROWS)("%s", async (_, work, result, told) => {
    const store = memoryKv();
    store.set("a", "old");
    const { told: seen, recorder: one } = recorder();
    expect(await work(recordingStore(store.kv, one))).toMatchObject({ kind: result });
    expect(seen).toEqual(told);
  });

  test.each([
    ["unknown", "unknown"],
    ["refused", "not-made"],
  ] as const)("a put whose answer is lost, with the effect %s", async (effect, outcome) => {
    const store = memoryKv();
    const { told, recorder: one } = recorder();
    const kv = recordingStore({ ...store.kv, put: () => Promise.reject(lost(effect)) }, one);
    await expect(kv.put("b", "new", "0")).rejects.toThrow("no answer");
    expect(told).toEqual([
      ["begin", "b", undefined, "new"],
      ["end", 0, outcome],
    ]);
  });

  test("a drop that another was faster than: what it takes in the end", async () => {
    const store = memoryKv();
    store.set("a", "old");
    const { told, recorder: one } = recorder();
    let isFirst = true;
    const kv = recordingStore(
      {
        ...store.kv,
        drop: (key, expected) => {
          if (isFirst) store.set("a", "another's");
          isFirst = false;
          return store.kv.drop(key, expected);
        },
      },
      one,
    );
    expect(await kv.drop("a")).toMatchObject({ kind: "deleted", previous: { value: "another's" } });
    expect(told).toEqual([
      ["begin", "a", "old", undefined],
      ["end", 0, "not-made"],
      ["begin", "a", "another's", undefined],
      ["end", 1, "made"],
    ]);
  });

  test("writes of one turn: one record for all", async () => {
    const { told, recorder: one } = recorder();
    const kv = recordingStore(memoryKv().kv, one);
    await Promise.all([kv.put("a", "1", "0"), kv.put("b", "2", "0")]);
    expect(told.map(([what]) => what)).toEqual(["begin", "begin", "end", "end"]);
  });
});

test("nothing is sent that could not be recorded, nor that could not be restored", async () => {
  const store = memoryKv();
  store.set("text", "old");
  store.set("bytes", "\ufffd");
  const refusing = recordingStore(store.kv, recorder(true).recorder);
  await expect(refusing.put("text", "new", "2")).rejects.toThrow("nothing more is written");
  await expect(refusing.drop("text")).rejects.toThrow("nothing more is written");
  const kv = recordingStore(store.kv, recorder().recorder);
  expect(await kv.put("bytes", "new", "3")).toMatchObject({ kind: "refused" });
  expect(await kv.drop("bytes")).toMatchObject({ kind: "refused" });
  expect([...store.entries.values()].map(({ value }) => value)).toEqual(["old", "\ufffd"]);
});

test("a create that arrives after its key was looked at is taken back as well", async () => {
  const store = memoryKv();
  let isFirst = true;
  const kv: KeyValueStore = {
    ...store.kv,
    get: async (key) => {
      const found = await store.kv.get(key);
      if (isFirst) store.set("a", "new");
      isFirst = false;
      return found;
    },
  };
  const results = await restore(kv, [{ key: "a", before: undefined, value: "new" }], { signal: AbortSignal.abort() });
  expect(results).toEqual([{ key: "a", result: "deleted" }]);
  expect(store.entries.size).toBe(0);
});

describe("in a transaction", () => {
  const withTransaction = (run: <T>(work: () => Promise<T>) => Promise<T>) => {
    const { kv } = memoryKv();
    const { told, recorder: one } = recorder();
    const store = recordingStore(
      { ...kv, transaction: (work, beforeEnd) => run(() => work(kv).finally(beforeEnd)) },
      one,
    );
    return { told, work: () => store.transaction?.((inner) => inner.put("a", "1", "0")) };
  };

  test("what was written is made when it has ended", async () => {
    const { told, work } = withTransaction(async (run) => {
      const result = await run();
      expect(told.map(([what]) => what)).toEqual(["begin", "durable"]);
      return result;
    });
    await work();
    expect(told).toEqual([["begin", "a", undefined, "1"], ["durable"], ["end", 0, "made"]]);
  });

  test.each([
    ["a work that failed", new TypeError("a fault"), "not-made"],
    ["an end that failed", lost("refused"), "not-made"],
    ["an end whose answer is lost", lost("unknown"), "unknown"],
  ])("%s", async (_, error, outcome) => {
    const { told, work } = withTransaction(async (run) => {
      await run();
      throw error;
    });
    await expect(work()).rejects.toThrow(error);
    expect(told).toEqual([["begin", "a", undefined, "1"], ["durable"], ["end", 0, outcome]]);
  });
});
