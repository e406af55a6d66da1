import { describe, expect, test } from "vitest";
import { transactions, txnRequest, USUAL_LIMITS } from "../../../src/datastore/etcd/transactions.ts";
import type { Change } from "../../../src/datastore/kv/kv.ts";

const put = (key: string, value = "v", expected = "0"): Change => ({ kind: "put", key, value, expected });
const drop = (key: string, expected?: string): Change => ({ kind: "drop", key, expected });
const many = (count: number, size = 1): Change[] =>
  Array.from({ length: count }, (_, i) => put(`k${i}`, "x".repeat(size)));
const MIB = 1024 * 1024;

describe("changes are cut into transactions", () => {
  const cut = (changes: readonly Change[], limits = USUAL_LIMITS) =>
    transactions(changes, (change) => change, limits).map((part) => part.length);
  test.each<[string, Change[], number[]]>([
    ["none", [], []],
    ["one", many(1), [1]],
    ["as many as one takes", many(128), [128]],
    ["one more", many(129), [128, 1]],
    ["ten thousand", many(10_000), [...Array.from({ length: 78 }, () => 128), 16]],
    ["large ones", many(4, 400 * 1024), [2, 2]],
    [
      "one too large for any, alone, which the server is to refuse",
      [put("a"), put("b", "x".repeat(2 * MIB)), put("c")],
      [1, 1, 1],
    ],
    ["characters of several bytes", [put("a", "\u20ac".repeat(200_000)), put("b", "\u20ac".repeat(200_000))], [1, 1]],
    ["a key twice", [put("a"), put("b"), put("a"), put("c")], [2, 2]],
    ["a key put and dropped", [put("a"), drop("a"), drop("a")], [1, 1, 1]],
  ])("%s", (_, changes, sizes) => {
    expect(cut(changes)).toEqual(sizes);
    const order = transactions(changes, (change) => change, USUAL_LIMITS).flat();
    expect(order).toEqual(changes);
  });
  test("by the limits given", () => {
    expect(cut(many(10), { operations: 3, bytes: MIB })).toEqual([3, 3, 3, 1]);
    expect(cut(many(4, 100), { operations: 128, bytes: 250 })).toEqual([2, 2]);
    expect(cut(many(3), { operations: 1, bytes: MIB })).toEqual([1, 1, 1]);
  });
});

describe("one change alone is the request it always was", () => {
  const key = Buffer.from("k");
  const compare = (revision: string) => [{ key, target: 2, result: 0, mod_revision: revision }];
  const read = [{ request_range: { key } }];
  test.each<[string, Change, object]>([
    [
      "create",
      put("k", "v"),
      { compare: compare("0"), success: [{ request_put: { key, value: Buffer.from("v") } }], failure: read },
    ],
    [
      "swap",
      put("k", "v", "7"),
      { compare: compare("7"), success: [{ request_put: { key, value: Buffer.from("v") } }], failure: read },
    ],
    ["delete", drop("k"), { compare: [], success: [{ request_delete_range: { key, prev_kv: true } }], failure: [] }],
    [
      "delete at",
      drop("k", "7"),
      { compare: compare("7"), success: [{ request_delete_range: { key, prev_kv: true } }], failure: read },
    ],
  ])("%s", (_, change, request) => {
    expect(txnRequest([change])).toEqual(request);
  });
});

test("of several, those with a condition are compared, and read where one is not met; none is nested", () => {
  const request = txnRequest([put("a"), drop("b"), drop("c", "4")]);
  expect(request.compare?.map(({ key, mod_revision }) => [String(key), mod_revision])).toEqual([
    ["a", "0"],
    ["c", "4"],
  ]);
  expect(request.success?.map((op) => Object.keys(op)[0])).toEqual([
    "request_put",
    "request_delete_range",
    "request_delete_range",
  ]);
  expect(request.failure?.map((op) => String(op.request_range?.key))).toEqual(["a", "c"]);
});
