import { describe, expect, test } from "vitest";

import { type LabelSet, NO_LABELS, SharedLabels } from "../../../../src/policy/world/endpoints/shared-labels.ts";

type Pair = readonly [name: string, value: string];
/** A label that is added, or the name of a profile that is inherited from. */
type Step = Pair | string;

const PROFILES: Readonly<Record<string, readonly Pair[]>> = {
  one: [
    ["a", "one"],
    ["b", "one"],
  ],
  two: [
    ["b", "two"],
    ["c", "two"],
  ],
  none: [],
};

function newShared(): SharedLabels {
  const profiles = Object.entries(PROFILES).map(([name, labels]): [string, { labels: ReadonlyMap<string, string> }] => [
    name,
    { labels: new Map(labels) },
  ]);
  return new SharedLabels(new Map(profiles));
}

function setOf(shared: SharedLabels, steps: readonly Step[]): LabelSet {
  return steps.reduce(
    (set, step) => (typeof step === "string" ? shared.inheriting(set, step) : shared.with(set, ...step)),
    NO_LABELS,
  );
}

describe("labels put together", () => {
  test.each<[what: string, steps: readonly Step[], labels: readonly Pair[]]>([
    ["none", [], []],
    [
      "two",
      [
        ["x", "1"],
        ["a", "2"],
      ],
      [
        ["x", "1"],
        ["a", "2"],
      ],
    ],
    [
      "one of the same name",
      [
        ["a", "1"],
        ["b", "2"],
        ["a", "3"],
      ],
      [
        ["a", "3"],
        ["b", "2"],
      ],
    ],
    [
      "a profile, whose label does not win",
      [["b", "own"], "one"],
      [
        ["b", "own"],
        ["a", "one"],
      ],
    ],
    [
      "two profiles, of which the first wins",
      ["two", "one"],
      [
        ["b", "two"],
        ["c", "two"],
        ["a", "one"],
      ],
    ],
    ["a profile without labels, and one that does not exist", [["a", "1"], "none", "missing"], [["a", "1"]]],
    [
      "names of what every object has",
      [
        ["__proto__", "x"],
        ["constructor", "y"],
      ],
      [
        ["__proto__", "x"],
        ["constructor", "y"],
      ],
    ],
  ])("%s", (_, steps, labels) => {
    const shared = newShared();
    // The second time all of them are known.
    const [first, second] = [setOf(shared, steps), setOf(shared, steps)];
    expect([...shared.labelsOf(first)]).toEqual(labels);
    expect(shared.labelsOf(second)).toBe(shared.labelsOf(first));
  });

  test("many sets are each their own", () => {
    const shared = newShared();
    const all = Array.from({ length: 5_000 }, (_, i): Pair[] => [
      ["host", `h${i}`],
      [`label${i % 7}`, `v${i % 11}`],
      ["zone", `z${i % 3}`],
    ]);
    const sets = all.map((labels) => setOf(shared, labels));
    expect(sets.map((set) => [...shared.labelsOf(set)])).toEqual(all);
  });
});
