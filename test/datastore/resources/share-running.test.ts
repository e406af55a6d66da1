import { expect, test } from "vitest";
import { shared } from "../../../src/datastore/resources/share-running.ts";

test("who asks while it is under way shares it, who asks later has it done again, also after a failure", async () => {
  let begun = 0;
  const work = shared(async () => {
    begun++;
    await new Promise((resolve) => setTimeout(resolve, 5));
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
