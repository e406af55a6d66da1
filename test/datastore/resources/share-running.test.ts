import { expect, test } from "vitest";
import { shareRunning } from "../../../src/datastore/resources/share-running.ts";

test("a call while it runs shares the run, a later call starts a new one, also after a failure", async () => {
  let begun = 0;
  const work = shareRunning(async () => {
    begun++;
    await new Promise((resolve) => setImmediate(resolve));
    if (begun === 2) throw new Error("second");
  });
  await Promise.all([work(), work(), work()]);
  expect(begun).toBe(1);
  const failed = await Promise.allSettled([work(), work()]);
  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(begun).toBe(2);
  await work();
  expect(begun).toBe(3);
});
