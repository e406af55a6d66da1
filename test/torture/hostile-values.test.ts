import { expect, test } from "vitest";
import { hostileValues } from "../../scripts/torture/hostile-values.ts";
import { seeded } from "../../scripts/torture/part.ts";
import { sized } from "../support/full.ts";
import { tmpFolder } from "../support/tmp.ts";

/** The short form of `npm run torture -- --only hostile`. */
test("hostile stored values: every command ends, and names what it leaves out", async () => {
  const report = await hostileValues.run({ rounds: sized(20, 2), random: seeded(1), folder: tmpFolder() });
  expect(report.broken).toEqual([]);
  expect(report.figures).toMatch(/left out/);
});
