import { expect, test } from "vitest";
import { embeddedKills } from "../../scripts/torture/embedded-kills.ts";
import { embeddedRace } from "../../scripts/torture/embedded-race.ts";
import { embeddedWriters } from "../../scripts/torture/embedded-writers.ts";
import { seeded, type TorturePart } from "../../scripts/torture/part.ts";
import { sized } from "../support/full.ts";
import { tmpFolder } from "../support/tmp.ts";

/** The short form of `npm run torture`: as many rounds in a full run, and in a quick one. */
const PARTS: readonly (readonly [part: TorturePart, full: number, quick: number])[] = [
  [embeddedWriters, 10, 2],
  [embeddedRace, 4, 1],
  [embeddedKills, 20, 4],
];

test.each(PARTS)("$name: every promise is kept", async ({ run }, full, quick) => {
  const report = await run({ rounds: sized(full, quick), random: seeded(1), folder: tmpFolder() });
  expect(report.broken).toEqual([]);
  expect(report.figures).toMatch(/acknowledged/);
});
