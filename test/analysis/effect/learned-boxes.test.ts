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
function attempts(asking: readonly (readonly [Way["kind"], Box])[]): (readonly Box[] | "walks")[] {
  const learned = new LearnedBoxes();
  const made: (readonly Box[] | "walks")[] = [];
  for (const [kind, box] of asking) {
    learned.use(way(kind), [], ({ others }: KnownBoxes) => {
      made.push(others ?? "walks");
      if (others !== undefined && !others.includes(box)) throw new UnknownSet("the space was not made with this set");
      return { paths: { others: others ?? [box] } as Paths };
    });
  }
  return made;
}

test("the boxes of the first way of a kind are those of the next; where they are not, each way is walked from then on", () => {
  const [a, b] = [port(1), port(2)];
  expect(
    attempts([
      ["local in", a],
      ["local in", a],
      ["local out", b],
      ["local in", a],
    ]),
  ).toEqual([...["walks", [a], "walks", [a]]]);
  expect(
    attempts([
      ["local in", a],
      ["local in", b],
      ["local in", a],
    ]),
  ).toEqual(["walks", [a], "walks", "walks"]);
});
