import { expect, test } from "vitest";
import { coalesce } from "../../../src/datastore/kv/coalesce.ts";

/** A batch that answers with ten times the argument, and keeps the arguments that came together. */
function tenfold() {
  const together: number[][] = [];
  const ask = coalesce<number, number>((waiting) => {
    together.push(waiting.map(({ argument: number }) => number));
    for (const { argument: number, resolve, reject } of waiting) {
      if (number < 0) reject(new Error(`${number}`));
      else resolve(number * 10);
    }
  });
  return { ask, together };
}

test("calls of one turn form one batch, in order, also across resolved promises", async () => {
  const { ask, together } = tenfold();
  const late = async (number: number) => {
    await undefined;
    return ask(number);
  };
  expect(await Promise.all([ask(1), late(3), ask(2)])).toEqual([10, 30, 20]);
  expect(together).toEqual([[1, 2, 3]]);
});

test("each of several awaited calls is a batch of its own", async () => {
  const { ask, together } = tenfold();
  for (const number of [1, 2, 3]) expect(await ask(number)).toBe(number * 10);
  expect(together).toEqual([[1], [2], [3]]);
});

test("one that fails does not hinder the others", async () => {
  const { ask } = tenfold();
  const settled = await Promise.allSettled([ask(1), ask(-2), ask(3)]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("a call made while a batch is answered is not lost", async () => {
  const seen: number[][] = [];
  const ask = coalesce<number, number>((waiting) => {
    seen.push(waiting.map(({ argument: number }) => number));
    for (const { argument: number, resolve } of waiting) {
      if (number < 3) void ask(number + 10).then(resolve);
      else resolve(number);
    }
  });
  expect(await Promise.all([ask(1), ask(2), ask(5)])).toEqual([11, 12, 5]);
  expect(seen).toEqual([
    [1, 2, 5],
    [11, 12],
  ]);
});
