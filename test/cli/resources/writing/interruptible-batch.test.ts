import { expect, test } from "vitest";
import { interruptibleBatch } from "../../../../src/cli/resources/writing/interruptible-batch.ts";
import { testIo } from "../../../support/cli.ts";

/** Interrupts a batch of 300 in which every item from `silentFrom` on is never answered; returns how many are in which state. */
async function interrupted(silentFrom: number): Promise<Record<string, number>> {
  let interrupt = (): void => {};
  const { io } = testIo({
    onInterrupt: (callback) => {
      interrupt = callback;
    },
  });
  let begun = 0;
  const { states } = await interruptibleBatch(
    Array.from({ length: 300 }, (_, at) => at),
    async (at) => {
      if (++begun === 256) interrupt();
      if (at >= silentFrom) await new Promise(() => {});
    },
    { key: String },
    "applied",
    io,
  );
  const counts: Record<string, number> = {};
  for (const { kind } of states) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

test.each([
  ["that is answered ends with all that was begun", 300, { done: 256, "not-done": 44 }],
  ["that is not answered ends all the same, and what was begun is unknown", 0, { unknown: 256, "not-done": 44 }],
  ["of which a part is answered", 100, { done: 100, unknown: 156, "not-done": 44 }],
])("an interrupted batch %s", async (_, silentFrom, counts) => {
  expect(await interrupted(silentFrom)).toEqual(counts);
});
