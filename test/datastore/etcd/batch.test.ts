import { describe, expect, test } from "vitest";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { batchCalls } from "../../../src/datastore/etcd/batch.ts";
import type { Change, ChangeResult } from "../../../src/datastore/kv/kv.ts";
import { FakeEtcd, type FakeOptions } from "./fake-etcd.ts";

const put = (key: string, value = "new", expected = "0"): Change => ({ kind: "put", key, value, expected });
const drop = (key: string, expected?: string): Change => ({ kind: "drop", key, expected });
const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}`);

/** What became of a change, in one word; of a fault, its code and what it changed. */
function word(settled: PromiseSettledResult<ChangeResult>): string {
  if (settled.status === "fulfilled") return settled.value.kind;
  const error: unknown = settled.reason;
  return error instanceof DatastoreError ? `${error.code} ${error.effect}` : String(error);
}

/** Makes all changes in one turn, on an etcd that has some keys (`key` at revision 2, 3, ...). */
async function together(changes: readonly Change[], stored: readonly string[] = [], options: FakeOptions = {}) {
  const fake = new FakeEtcd(options);
  for (const key of stored) fake.set(key, "old");
  const { change } = batchCalls(fake.call, 300);
  const settled = await Promise.allSettled(changes.map(change));
  return { fake, settled, words: settled.map(word), requests: fake.requests };
}

describe("changes of one turn", () => {
  test.each<[string, Change[], string[], string[], number[]]>([
    ["one", [put("a")], [], ["written"], [1]],
    ["several", [put("a"), put("b"), put("c")], [], ["written", "written", "written"], [3]],
    ["all of them there", [put("a"), put("b")], ["a", "b"], ["mismatch", "mismatch"], [2]],
    [
      "some of them there",
      [put("a"), put("b"), put("c"), put("d")],
      ["b", "d"],
      ["written", "mismatch", "written", "mismatch"],
      [4, 2],
    ],
    [
      "swaps, one of them lost",
      [put("a", "n", "2"), put("b", "n", "2"), put("c", "n", "4")],
      ["a", "b", "c"],
      ["written", "mismatch", "written"],
      [3, 2],
    ],
    ["a swap of what is not there", [put("a", "n", "5"), put("b")], [], ["mismatch", "written"], [2, 1]],
    ["deletes", [drop("a"), drop("b"), drop("x")], ["a", "b"], ["deleted", "deleted", "missing"], [3]],
    [
      "deletes at a revision",
      [drop("a", "2"), drop("b", "2"), drop("x", "2")],
      ["a", "b"],
      ["deleted", "mismatch", "missing"],
      [3, 1],
    ],
    ["a lost swap does not hold up deletes", [put("a"), drop("b")], ["a", "b"], ["mismatch", "deleted"], [2, 1]],
    ["one key twice: the second is another request", [put("a"), put("a")], [], ["written", "mismatch"], [1, 1]],
    ["many", keys(300).map((key) => put(key)), [], keys(300).map(() => "written"), [128, 128, 44]],
  ])("%s", async (_, changes, stored, words, requests) => {
    const ran = await together(changes, stored);
    expect(ran.words).toEqual(words);
    expect(ran.requests).toEqual(requests);
    for (const [at, change] of changes.entries()) {
      const held = ran.fake.keys.get(change.key)?.value;
      if (words[at] === "written" && change.kind === "put") expect(held).toBe(change.value);
      if (words[at] === "deleted") expect(held).toBeUndefined();
    }
  });

  test("tells what is there instead, and what was deleted", async () => {
    const { settled } = await together([put("a"), put("b"), drop("c", "99"), drop("d")], ["a", "c", "d"]);
    const old = (key: string, revision: string) => ({
      key,
      value: "old",
      createRevision: revision,
      modRevision: revision,
    });
    expect(settled.map((one) => one.status === "fulfilled" && one.value)).toEqual([
      { kind: "mismatch", current: old("a", "2") },
      { kind: "written", revision: "5" },
      { kind: "mismatch", current: old("c", "3") },
      { kind: "deleted", previous: old("d", "4"), revision: "5" },
    ]);
  });

  test("another writer between two attempts is seen", async () => {
    const before = (request: number, fake: FakeEtcd) => {
      if (request === 2) fake.set("b", "theirs");
      return undefined;
    };
    const { words, requests, fake } = await together([put("a"), put("b"), put("c")], ["a"], { before });
    expect(words).toEqual(["mismatch", "mismatch", "written"]);
    expect(requests).toEqual([3, 2, 1]);
    expect(fake.keys.get("b")?.value).toBe("theirs");
  });
});

describe("a server that takes less", () => {
  test.each([1, 2, 3, 10, 100])("%i operations: halves until they fit, and remembers", async (maxOperations) => {
    const { words, fake } = await together(
      keys(200).map((key) => put(key)),
      [],
      { maxOperations },
    );
    expect(words).toEqual(keys(200).map(() => "written"));
    expect(fake.keys.size).toBe(200);
    const { change } = batchCalls(fake.call, 300);
    await Promise.all(keys(200).map((key) => change(drop(key))));
    const refused = fake.requests.filter((operations) => operations > maxOperations).length;
    await Promise.all(keys(200).map((key) => change(put(key))));
    expect(fake.requests.filter((operations) => operations > maxOperations)).toHaveLength(refused);
  });

  test("bytes: only the one that is too large alone fails", async () => {
    const changes = keys(8).map((key, i) => put(key, "x".repeat(i === 5 ? 5000 : 300)));
    const { words, fake } = await together(changes, [], { maxBytes: 1000 });
    expect(words).toEqual(keys(8).map((_, i) => (i === 5 ? "datastore.too-large refused" : "written")));
    expect(fake.keys.size).toBe(7);
  });

  test("a key that is not allowed: only its change fails", async () => {
    const changes = [put("a"), put("b"), drop("c"), put("d")];
    const { words, fake } = await together(changes, ["c"], { forbidden: ["b"] });
    expect(words).toEqual(["written", "datastore.auth refused", "deleted", "written"]);
    expect([...fake.keys.keys()].sort()).toEqual(["a", "d"]);
  });
});

describe("a way that breaks", () => {
  test.each([
    ["14 UNAVAILABLE: Connection dropped", "datastore.unreachable unknown"],
    ["4 DEADLINE_EXCEEDED: Deadline exceeded after 1.0s", "datastore.timeout unknown"],
    [
      "14 UNAVAILABLE: No connection established. Last error: Error: connect ECONNREFUSED",
      "datastore.unreachable none",
    ],
    ["14 UNAVAILABLE: etcdserver: request timed out", "datastore.unavailable unknown"],
    ["8 RESOURCE_EXHAUSTED: etcdserver: mvcc: database space exceeded", "datastore.full unknown"],
  ])("%s: every change of the transaction gets that outcome", async (message, outcome) => {
    const { words, fake } = await together([put("a"), put("b"), put("c")], [], { before: () => message });
    expect(words).toEqual([outcome, outcome, outcome]);
    // What is in doubt is asked for, but never sent a second time.
    expect(fake.changes).toBe(1);
  });

  test("after a lost swap, only what was not settled is in doubt", async () => {
    const before = (request: number) => (request === 2 ? "14 UNAVAILABLE: Connection dropped" : undefined);
    const { words } = await together([put("a"), put("b"), put("c")], ["b"], { before });
    expect(words).toEqual(["datastore.unreachable unknown", "mismatch", "datastore.unreachable unknown"]);
  });
});

describe("reads of one turn", () => {
  const reads = async (keysToRead: readonly string[], options: FakeOptions = {}) => {
    const fake = new FakeEtcd(options);
    for (const key of ["a", "b"]) fake.set(key, `value of ${key}`);
    const { get } = batchCalls(fake.call, 300);
    const settled = await Promise.allSettled(keysToRead.map(get));
    const values = settled.map((one) => (one.status === "fulfilled" ? (one.value.kvs[0]?.value ?? "none") : "fault"));
    return { values, requests: fake.requests };
  };
  test.each<[string, string[], FakeOptions, string[], number[]]>([
    ["one is a plain read", ["a"], {}, ["value of a"], [1]],
    ["several, one of them twice", ["a", "x", "b", "a"], {}, ["value of a", "none", "value of b", "value of a"], [4]],
    ["more than a transaction takes", keys(200), {}, keys(200).map(() => "none"), [128, 72]],
    [
      "a server that takes less",
      ["a", "b", "x"],
      { maxOperations: 2 },
      ["value of a", "value of b", "none"],
      [3, 2, 1],
    ],
    ["one that is not allowed", ["a", "b"], { forbidden: ["b"] }, ["value of a", "fault"], [2, 1, 1]],
    ["a way that breaks", ["a", "b"], { before: () => "14 UNAVAILABLE: dropped" }, ["fault", "fault"], [2]],
  ])("%s", async (_, keysToRead, options, values, requests) => {
    expect(await reads(keysToRead, options)).toEqual({ values, requests });
  });
});
