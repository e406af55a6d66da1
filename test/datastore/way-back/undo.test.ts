import { describe, expect, test } from "vitest";
import type { KeyValue } from "../../../src/datastore/kv/kv.ts";
import type { RecordedWrite, StoredBefore, WriteOutcome } from "../../../src/datastore/way-back/recorded-write.ts";
import { type Undo, undoOf } from "../../../src/datastore/way-back/undo.ts";

const stored = (value: string, modRevision: number): StoredBefore => ({ value, modRevision: String(modRevision) });
const write = (
  before: StoredBefore | undefined,
  value: string | undefined,
  outcome?: number | "not-made",
): RecordedWrite => {
  const known: WriteOutcome | undefined =
    typeof outcome === "number" ? { kind: "made", revision: String(outcome) } : outcome && { kind: outcome };
  return { key: "k", before, value, ...(known && { outcome: known }) };
};
const asBefore = (mayArrive = false): Undo => ({ kind: "as-before", mayArrive });
const put = (value: string, expected?: number): Undo => ({
  kind: "put",
  value,
  expected: expected === undefined ? undefined : String(expected),
});
const drop = (expected: number): Undo => ({ kind: "drop", expected: String(expected) });
const CHANGED: Undo = { kind: "changed" };

/** The writes of one key, what it has now, and what takes them back. */
const CASES: readonly (readonly [
  name: string,
  writes: readonly RecordedWrite[],
  now: StoredBefore | undefined,
  undo: Undo,
])[] = [
  ["a create", [write(undefined, "new", 5)], stored("new", 5), drop(5)],
  ["a create, deleted since", [write(undefined, "new", 5)], undefined, asBefore()],
  ["a create, changed since", [write(undefined, "new", 5)], stored("other", 6), CHANGED],
  ["a create, written again by another", [write(undefined, "new", 5)], stored("new", 6), CHANGED],
  ["a replace", [write(stored("old", 3), "new", 5)], stored("new", 5), put("old", 5)],
  ["a replace, restored already", [write(stored("old", 3), "new", 5)], stored("old", 8), asBefore()],
  ["a replace, changed since", [write(stored("old", 3), "new", 5)], stored("other", 6), CHANGED],
  ["a replace, deleted since", [write(stored("old", 3), "new", 5)], undefined, CHANGED],
  ["a delete", [write(stored("old", 3), undefined, 5)], undefined, put("old")],
  ["a delete, created since", [write(stored("old", 3), undefined, 5)], stored("other", 6), CHANGED],
  ["a delete, restored already", [write(stored("old", 3), undefined, 5)], stored("old", 6), asBefore()],
  ["nothing was made", [write(stored("old", 3), "new", "not-made")], stored("other", 6), asBefore()],
  ["in doubt: not made", [write(stored("old", 3), "new")], stored("old", 3), put("old", 3)],
  ["in doubt: not made, seen to", [write(stored("old", 3), "new")], stored("old", 7), asBefore()],
  ["in doubt: made", [write(stored("old", 3), "new")], stored("new", 5), put("old", 5)],
  ["in doubt: another's", [write(stored("old", 3), "new")], stored("other", 5), CHANGED],
  ["in doubt: a create that was made", [write(undefined, "new")], stored("new", 5), drop(5)],
  ["in doubt: a create that may arrive", [write(undefined, "new")], undefined, asBefore(true)],
  ["in doubt: a delete that was made", [write(stored("old", 3), undefined)], undefined, put("old")],
  ["in doubt: a delete that was not made", [write(stored("old", 3), undefined)], stored("old", 3), put("old", 3)],
  ["in doubt: the same bytes, not made", [write(stored("old", 3), "old")], stored("old", 3), put("old", 3)],
  ["a delete that lost, and another's", [write(stored("old", 3), undefined, "not-made")], undefined, asBefore()],
  [
    "two replaces",
    [write(stored("old", 3), "one", 5), write(stored("one", 5), "two", 6)],
    stored("two", 6),
    put("old", 6),
  ],
  [
    "two replaces, the second in doubt and not made",
    [write(stored("old", 3), "one", 5), write(stored("one", 5), "two")],
    stored("one", 5),
    put("old", 5),
  ],
  [
    "two replaces with another between",
    [write(stored("old", 3), "one", 5), write(stored("other", 6), "two", 7)],
    stored("two", 7),
    put("other", 7),
  ],
  [
    "a replace and a delete (of a pool)",
    [write(stored("old", 3), "one", 5), write(stored("one", 5), undefined, 6)],
    undefined,
    put("old"),
  ],
  ["a create and a delete", [write(undefined, "one", 5), write(stored("one", 5), undefined, 6)], undefined, asBefore()],
  [
    "one that lost, and one that was made",
    [write(stored("old", 3), "new", "not-made"), write(stored("other", 4), "new", 5)],
    stored("new", 5),
    put("other", 5),
  ],
  [
    "one that lost, and one in doubt on its way",
    [write(stored("old", 3), "new", "not-made"), write(stored("other", 4), "new")],
    stored("other", 4),
    put("other", 4),
  ],
  [
    "made between two in doubt",
    [write(stored("old", 3), "one", 5), write(stored("one", 5), "lost"), write(stored("one", 5), "two", 8)],
    stored("two", 8),
    put("old", 8),
  ],
];

describe("what takes back the writes of a key", () => {
  test.each(CASES)("%s", (_, writes, now, undo) => {
    const entry: KeyValue | undefined = now && { key: "k", createRevision: "1", ...now };
    expect(undoOf(writes, entry, (one, other) => one === other)).toEqual(undo);
  });
});
