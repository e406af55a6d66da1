import { expect, test } from "vitest";
import { isCovered, minimalCover, uncovered } from "../../../src/analysis/sets/cover.ts";
import { PacketSpace } from "../../../src/analysis/sets/packet-space.ts";
import { Universe } from "../../../src/analysis/sets/universe.ts";
import { sized } from "../../support/full.ts";
import { type Engine, wrongCovers, wrongSets } from "./engine-checks.ts";
import { PACKETS } from "./small-universe.ts";

const ENGINE: Engine = { Universe, PacketSpace, uncovered, isCovered, minimalCover };
const LISTS = sized(64, 32);
const seeds = Array.from({ length: LISTS }, (_, seed) => seed);

test("every packet of small universes is where a loop over all packets puts it", () => {
  expect(LISTS * PACKETS).toBeGreaterThan(1_000_000);
  expect(seeds.flatMap((seed) => wrongSets(ENGINE, seed, seed % 2 === 0 ? 4 : 6))).toEqual([]);
});

test("what is covered, what is left and minimal covers are those of a loop over all packets", () => {
  expect(seeds.flatMap((seed) => wrongCovers(ENGINE, seed, seed % 2 === 0 ? 4 : 6))).toEqual([]);
});
