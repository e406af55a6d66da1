import { expect, test } from "vitest";
import { sized } from "../../support/full.ts";
import { newSeen, plainDifference } from "../../support/worlds/plain/compare.ts";
import { plainWorld } from "../../support/worlds/plain-worlds.ts";

/** Pairs of worlds, each with its own batches, that are evaluated in turn. */
const PAIRS = sized(20, 4);
const FLOWS = sized(3000, 400);

/** Decisions that the worlds of a full run must bring up, or it proves little. */
const KINDS = [
  "rule",
  "missing-profile",
  "spoofed-source",
  "default no-rule-matched",
  "default no-profile-allowed",
  "default no-policy-no-profile",
  "default no-forward-policy",
  "default passed",
  "unpoliced no-host-endpoint",
  "unpoliced process-to-workload",
  "unpoliced forwarded",
];

test("packets that are answered together, on many nodes with long lists, are answered as simulate does", () => {
  const seen = newSeen();
  for (let pair = 0; pair < PAIRS; pair++) {
    const worlds = [2 * pair, 2 * pair + 1].map((seed) => plainWorld(seed, FLOWS));
    expect(plainDifference(worlds, seen), `pair ${pair}`).toBeUndefined();
  }
  process.stdout.write(
    `plain worlds: ${seen.together} of ${seen.flows} flows together, ${seen.crowds} of ${seen.worlds} crowds whole\n`,
  );
  // Else they would be answered each for itself, and hold nothing to `simulate` but that.
  expect(seen.together).toBeGreaterThan(0.6 * seen.flows);
  expect(seen.crowds).toBeGreaterThan(0.2 * seen.worlds);
  expect(seen.lateRules).toBeGreaterThan(sized(100, 10));
  expect(seen.refused).toBe(0);
  for (const kind of sized(KINDS, ["rule"])) expect(seen.kinds.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(20);
});
