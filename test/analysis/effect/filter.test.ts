import fc from "fast-check";
import { expect, test } from "vitest";
import { type Effect, effectOf } from "../../../src/analysis/effect/effect.ts";
import { sized } from "../../support/full.ts";
import { madeChanges, sidesOf } from "./world-changes.ts";

/** An effect without what depends on how it was found: which packet stands for a group. */
const shown = ({ groups, notProved }: Effect) => ({
  groups: groups
    .map(({ witness: _w, was: _was, ...group }) =>
      JSON.stringify(group, (_, value) => (typeof value === "bigint" ? String(value) : value)),
    )
    .sort(),
  notProved: notProved.map(({ why }) => why),
});

test.each([false, true])("what the filter leaves out does not change (deciders: %s)", (deciders) => {
  let changed = 0;
  fc.assert(
    fc.property(madeChanges, (change) => {
      const [before, after] = sidesOf(change);
      const filtered = effectOf(before, after, { deciders });
      const whole = effectOf(before, after, { deciders, everything: true });
      if (filtered.groups.length > 0) changed++;
      if (whole.notProved.length > 0) return;
      expect(shown(filtered)).toEqual(shown(whole));
    }),
    { numRuns: sized(600, 12), seed: 1, endOnFailure: true },
  );
  expect(changed).toBeGreaterThan(2);
});
