import { describe, expect, test } from "vitest";
import { FULL, sampled } from "../support/full.ts";
import { measure, readScenarios, type Score } from "./flows.ts";

/** The recordings of Felix's verdicts and how much each must hold, so that a run that saw nothing does not pass. */
const FILES = [
  { file: "flows-extra.jsonl", scenarios: 273, flows: 11_536, replies: 5_034, bugs: 0 },
  { file: "flows-extra-v3.32.jsonl", scenarios: 402, flows: 15_875, replies: 7_259, bugs: 0 },
  { file: "flows-handmade.jsonl", scenarios: 460, flows: 14_930, replies: 8_276, bugs: 7 },
  { file: "flows-random.jsonl", scenarios: 1_237, flows: 49_480, replies: 16_791, bugs: 6 },
  { file: "flows-selectors.jsonl", scenarios: 60, flows: 13_320, replies: 6_386, bugs: 0 },
  { file: "flows-handmade-v3.32.jsonl", scenarios: 462, flows: 14_966, replies: 7_965, bugs: 7 },
] as const;

/** A sample has one of so many scenarios. */
const EVERY = 8;

const NO_ADDRESS =
  "the recording's note says that the packet to eth1's own address left through eth0: eth1 had lost its address, and with it the host endpoint found by that";

/** Recorded answers held to be artefacts of the recording, by `scenario[index] what`, with the evidence. */
const ARTEFACTS: ReadonlyMap<string, string> = new Map([
  ["ifaces-three-a[5] dropStage", NO_ADDRESS],
  ["ifaces-three-a[11] dropStage", NO_ADDRESS],
]);

const of = ({ agreed, of: total }: Score) => `${agreed} of ${total}`;

describe("recorded packets of real Felix", () => {
  for (const { file, scenarios, flows, replies, bugs } of FILES) {
    test(file, () => {
      const recorded = sampled(readScenarios(file), EVERY);
      const measured = measure(recorded);
      const unexplained = measured.misses.filter((miss) => !ARTEFACTS.has(miss.slice(0, miss.indexOf(":"))));
      process.stdout.write(
        `${file}: verdicts ${of(measured.verdicts)}, returns ${of(measured.returns)}, drop stages ${of(measured.dropStages)}, verdicts as meant ${of(measured.bugs)}\n`,
      );
      for (const miss of measured.misses) process.stdout.write(`  ${miss}\n`);
      expect(unexplained).toEqual([]);
      if (!FULL) return;
      expect(recorded.length).toBeGreaterThanOrEqual(scenarios);
      expect(measured.verdicts.of).toBeGreaterThanOrEqual(flows);
      expect(measured.returns.of).toBeGreaterThanOrEqual(replies);
      expect(measured.bugs.of).toBeGreaterThanOrEqual(bugs);
    });
  }
});
