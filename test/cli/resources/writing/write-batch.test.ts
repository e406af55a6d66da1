import { expect, test } from "vitest";
import { runBatch } from "../../../../src/cli/resources/writing/write-batch.ts";
import { DatastoreError } from "../../../../src/datastore/datastore-error.ts";

/** Waits for so many turns of the event loop. */
const pause = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
};
const items = (count: number) => Array.from({ length: count }, (_, i) => i);
const free = { key: String, stopped: () => false };

/** Runs so many items, each some turns long; returns the most that were under way at once, and the order of their ends. */
async function watched(count: number, options: Partial<Parameters<typeof runBatch<number, number>>[2]> = {}) {
  let under = 0;
  let most = 0;
  const ended: number[] = [];
  const result = await runBatch(
    items(count),
    async (item) => {
      most = Math.max(most, ++under);
      await pause(2 + (item % 7));
      under--;
      ended.push(item);
      return item * 2;
    },
    { ...free, ...options },
  );
  return { result, most, ended };
}

test.each([
  ["small batches go one by one", 20, {}, 1],
  ["large ones two transactions at once", 2000, {}, 256],
  ["what has one key keeps its order", 60, { key: () => "same" }, 1],
  ["what goes alone is alone", 60, { alone: () => true }, 1],
  ["none", 0, {}, 0],
] as const)("%s", async (_, count, options, most) => {
  const ran = await watched(count, options);
  expect(ran.most).toBe(most);
  expect(ran.result.states).toEqual(items(count).map((item) => ({ kind: "done", result: item * 2 })));
  expect(ran.result).not.toHaveProperty("fault");
  if (most === 1) expect(ran.ended).toEqual(items(count));
});

test("an item alone waits for those before it, and those after wait for it", async () => {
  const { ended } = await watched(100, { alone: (item) => item === 50 });
  expect(ended.slice(0, 50).sort((a, b) => a - b)).toEqual(items(50));
  expect(ended[50]).toBe(50);
});

test("a fault ends it: what was under way is waited for, the rest is not begun", async () => {
  const begun: number[] = [];
  const fault = new Error("gone");
  const result = await runBatch(
    items(2000),
    async (item) => {
      begun.push(item);
      await pause(item === 40 ? 1 : 5);
      if (item === 40) throw fault;
    },
    free,
  );
  expect(result.fault).toBe(fault);
  const kinds = result.states.map(({ kind }) => kind);
  expect(kinds.map((kind, at) => (kind === "unknown" ? at : -1)).filter((at) => at >= 0)).toEqual([40]);
  expect(kinds.filter((kind) => kind === "done")).toHaveLength(begun.length - 1);
  expect(begun.length).toBeLessThanOrEqual(256);
});

test.each([
  ["refused", "not-done"],
  ["none", "not-done"],
  ["unknown", "unknown"],
] as const)("a fault of the datastore whose effect is %s leaves its item %s", async (effect, kind) => {
  const fault = new DatastoreError("datastore.failed", "x", undefined, effect);
  for (const count of [3, 300]) {
    const work = async (item: number) => {
      if (item === 1) throw fault;
    };
    const { states } = await runBatch(items(count), work, free);
    expect(states.slice(0, 2)).toEqual([{ kind: "done", result: undefined }, { kind }]);
    expect(states.at(-1)).toEqual({ kind: "not-done" });
  }
});

test("so many are begun in one turn of the event loop as a transaction holds, then others have theirs", async () => {
  const turns: number[] = [];
  let begun = 0;
  let ended = false;
  const count = (): void => {
    turns.push(begun);
    begun = 0;
    if (!ended) setImmediate(count);
  };
  setImmediate(count);
  await runBatch(
    items(1000),
    async () => {
      begun++;
      await pause(1);
    },
    free,
  );
  ended = true;
  expect(Math.max(...turns)).toBe(128);
  expect(turns.filter((size) => size === 128)).toHaveLength(7);
});

test("a stop begins nothing more, and progress is reported", async () => {
  let done = 0;
  const progress = (count: number) => {
    done = count;
  };
  const ran = await watched(1000, { stopped: () => done >= 30, progress });
  const kinds = ran.result.states.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "done").length).toBe(ran.ended.length);
  expect(kinds.slice(-700)).toEqual(items(700).map(() => "not-done"));
  expect(done).toBe(ran.ended.length);
});

test("a stop in a small batch takes effect after the item under way", async () => {
  let done = 0;
  const ran = await watched(20, {
    stopped: () => done >= 3,
    progress: (count) => {
      done = count;
    },
  });
  expect(ran.ended).toEqual([0, 1, 2]);
});
