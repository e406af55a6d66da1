import { expect, test } from "vitest";
import { hostileInputs } from "../../scripts/torture/hostile-inputs.ts";
import { hostileOutputs } from "../../scripts/torture/hostile-outputs.ts";
import { hostileRun } from "../../scripts/torture/hostile-run.ts";
import { seeded, type TorturePart } from "../../scripts/torture/part.ts";
import { sized } from "../support/full.ts";
import { tmpFolder } from "../support/tmp.ts";

/** The short form of `npm run torture -- --only hostile`: as many rounds in a full run, and in a quick one. */
const PARTS: readonly (readonly [part: TorturePart, full: number, quick: number])[] = [
  [hostileInputs, 50, 3],
  [hostileOutputs, 20, 2],
];

test.each(PARTS)("$name: no exception, no hang, nothing harmful", async ({ run }, full, quick) => {
  const report = await run({ rounds: sized(full, quick), random: seeded(1), folder: tmpFolder() });
  expect(report.broken).toEqual([]);
  expect(report.figures).toMatch(/^\d{2,} (inputs|values)/);
});

test("a fault is told, once for its kind", async () => {
  const run = hostileRun();
  const throws = (): never => {
    throw new TypeError("no");
  };
  await run.call("one", 1, throws);
  await run.call("one", 2, throws);
  await run.call("polluting", 3, () => Object.assign(Object.prototype, { polluted: true }));
  expect(run.faults()).toEqual([
    expect.stringMatching(/^one: exception TypeError: no[\s\S]*; input 1$/),
    "polluting: polluted Object.prototype: polluted; input 3",
  ]);
  expect({}).not.toHaveProperty("polluted");
  expect(run.inputs()).toBe(3);
});
