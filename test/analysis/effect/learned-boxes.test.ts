import { expect, test } from "vitest";
import { LearnedBoxes } from "../../../src/analysis/effect/learned-boxes.ts";
import type { KnownBoxes, Paths } from "../../../src/analysis/paths/path-types.ts";
import type { Way } from "../../../src/analysis/paths/way.ts";
import { UnknownSet } from "../../../src/analysis/sets/packet-space.ts";
import { type Box, Universe } from "../../../src/analysis/sets/universe.ts";

const universe = new Universe(4);
const port = (number: number) => universe.box({ portOrIcmp: universe.values("portOrIcmp", [[number, number]]) }) as Box;
const way = (kind: Way["kind"]) => ({ kind, family: 4 }) as Way;

/** Compares ways that ask for these boxes, one after the other; returns what was known of each attempt. */
function attempts(asking: readonly (readonly [Way["kind"], Box | readonly Box[]])[]): (readonly Box[] | "walks")[] {
  const learned = new LearnedBoxes();
  const made: (readonly Box[] | "walks")[] = [];
  for (const [kind, box] of asking) {
    learned.use(way(kind), [], ({ others }: KnownBoxes) => {
      made.push(others ?? "walks");
      const asked = [box].flat();
      if (others !== undefined && !asked.every((one) => others.includes(one))) throw new UnknownSet("not made with it");
      return { paths: { others: others ?? asked } as Paths };
    });
  }
  return made;
}

test.each<[string, (readonly [Way["kind"], Box | readonly Box[]])[], (readonly Box[] | "walks")[]]>([
  [
    "the boxes of the first way of a kind are those of the next",
    [
      ["local in", port(1)],
      ["local in", port(1)],
      ["local out", port(2)],
      ["local in", port(1)],
    ],
    ["walks", [port(1)], "walks", [port(1)]],
  ],
  [
    "a way that asks for another is walked, and adds it",
    [
      ["local in", port(1)],
      ["local in", port(2)],
      ["local in", port(1)],
      ["local in", port(2)],
    ],
    ["walks", [port(1)], "walks", [port(1), port(2)], [port(1), port(2)]],
  ],
  [
    "where ways keep asking for others each is walked",
    [1, 2, 3, 4, 5, 6, 7].map((number) => ["local in", port(number)] as const),
    [
      "walks",
      ...[[1], [1, 2], [1, 2, 3], [1, 2, 3, 4]].flatMap((known) => [known.map(port), "walks" as const]),
      "walks",
      "walks",
    ],
  ],
  [
    "very many boxes are not taken for known",
    [
      ["local in", Array.from({ length: 201 }, (_, at) => port(at))],
      ["local in", port(1)],
    ],
    ["walks", "walks"],
  ],
])("boxes that ways ask for: %s", (_, asking, expected) => {
  expect(attempts(asking)).toEqual(expected);
});
