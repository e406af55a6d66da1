import { randomOf } from "../../../scripts/large-policies/random.ts";
import type { Budget } from "../../../src/analysis/sets/budget.ts";
import type * as Covers from "../../../src/analysis/sets/cover.ts";
import type { Family } from "../../../src/analysis/sets/dimension.ts";
import type * as Spaces from "../../../src/analysis/sets/packet-space.ts";
import type { Packets } from "../../../src/analysis/sets/packet-space.ts";
import type * as Universes from "../../../src/analysis/sets/universe.ts";
import { type Naive, PACKETS, smallUniverse } from "./small-universe.ts";

/** The engine under test: the real one, or one with a fault. */
export interface Engine {
  readonly Universe: typeof Universes.Universe;
  readonly PacketSpace: typeof Spaces.PacketSpace;
  readonly uncovered: typeof Covers.uncovered;
  readonly isCovered: typeof Covers.isCovered;
  readonly minimalCover: typeof Covers.minimalCover;
}

const ENOUGH: Budget = { nodes: 1_000_000, steps: 1_000_000 };
const BOXES = 12;

/** What is wrong in the sets of one random list of boxes: nothing for a correct engine. */
export function wrongSets(engine: Engine, seed: number, family: Family): string[] {
  const { small, universe, boxes } = randomBoxes(engine, seed, family, 2);
  const space = new engine.PacketSpace(
    universe,
    boxes.map(({ box }) => box),
    ENOUGH,
  );
  const random = randomOf(seed + 1);
  const sets = boxes.map(({ box, naive }) => ({ packets: space.of(box), naive }));
  const one = () => sets[random(sets.length)] as (typeof sets)[number];
  for (let made = 0; made < BOXES; made++) {
    const [a, b] = [one(), one()];
    sets.push({
      packets: space.union(a.packets, b.packets),
      naive: a.naive.map((is, i) => is | (b.naive[i] as number)),
    });
    sets.push({
      packets: space.intersect(a.packets, b.packets),
      naive: a.naive.map((is, i) => is & (b.naive[i] as number)),
    });
    sets.push({
      packets: space.minus(a.packets, b.packets),
      naive: a.naive.map((is, i) => is & ~(b.naive[i] as number)),
    });
  }
  const wrong: string[] = [];
  const byContent = new Map<string, Packets>();
  const values = Array.from({ length: PACKETS }, (_, packet) => small.values(packet));
  for (const [at, { packets, naive }] of sets.entries()) {
    const content = Buffer.from(naive).toString("latin1");
    const equal = byContent.get(content) ?? packets;
    if (equal !== packets) wrong.push(`set ${at}: equal sets are not equal numbers`);
    byContent.set(content, packets);
    // Every packet of some sets, and the pieces of others.
    if (at % 8 === 0 && values.some((of, packet) => space.has(packets, of) !== (naive[packet] === 1))) {
      wrong.push(`set ${at}: has`);
    }
    if (at % 4 !== 0) continue;
    wrong.push(...wrongPieces(small, space, packets, naive).map((what) => `set ${at}: ${what}`));
  }
  if (new Set(byContent.values()).size !== byContent.size) wrong.push("different sets are equal numbers");
  return wrong;
}

type Small = ReturnType<typeof smallUniverse>;

function wrongPieces(small: Small, space: Spaces.PacketSpace, packets: Packets, naive: Naive): string[] {
  const { count, regions } = space.regions(packets, 16);
  const wrong: string[] = [];
  if (regions.length !== Math.min(16, count)) wrong.push("count of regions");
  const times = new Uint8Array(PACKETS);
  for (const region of regions) {
    const inside = small.ofRegion(region);
    for (let packet = 0; packet < PACKETS; packet++)
      times[packet] = (times[packet] as number) + (inside[packet] as number);
  }
  if (times.some((is) => is > 1)) wrong.push("regions overlap");
  if (times.some((is, packet) => is > (naive[packet] as number))) wrong.push("a region has others' packets");
  if (count <= 16 && times.some((is, packet) => is !== naive[packet])) wrong.push("regions leave packets out");
  const sample = space.sample(packets, {});
  const isEmpty = !naive.includes(1);
  if ((sample === undefined) !== isEmpty) wrong.push("sample of an empty set");
  if (sample && naive[small.packetOf(sample)] !== 1) wrong.push("sample outside of the set");
  return wrong;
}

/** What is wrong in the answers about covered boxes of one random list: nothing for a correct engine. */
export function wrongCovers(engine: Engine, seed: number, family: Family): string[] {
  const { small, universe, boxes } = randomBoxes(engine, seed, family, 3);
  if (seed % 3 > 0) boxes.push(...small.tiles(universe).slice(seed % 4 === 0 ? 1 : 0));
  const wrong: string[] = [];
  const space = new engine.PacketSpace(
    universe,
    boxes.map(({ box }) => box),
    ENOUGH,
  );
  for (const [at, { box, naive }] of boxes.entries()) {
    const others = boxes.filter((_, other) => other !== at);
    const covered = (by: readonly { readonly naive: Naive }[]) =>
      naive.every((is, packet) => is === 0 || by.some((other) => other.naive[packet] === 1));
    const list = others.map((other) => other.box);
    const left = engine.uncovered(universe, box, list, ENOUGH);
    if ((left === undefined) !== covered(others)) wrong.push(`box ${at}: covered`);
    if (engine.isCovered(universe, box, list, ENOUGH) !== (left === undefined)) wrong.push(`box ${at}: is covered`);
    // The other engine has an answer of its own.
    const rest = others.reduce((open, other) => space.minus(open, space.of(other.box)), space.of(box));
    if ((left === undefined) !== (rest === space.none)) wrong.push(`box ${at}: the engines differ`);
    if (left) {
      const outside = small.ofRegion(left).every((is, packet) => {
        return is === 0 || (naive[packet] === 1 && others.every((other) => other.naive[packet] === 0));
      });
      if (!outside) wrong.push(`box ${at}: what is left is covered`);
    }
    const places = engine.minimalCover(universe, box, list, ENOUGH);
    if ((places === undefined) !== (left !== undefined)) wrong.push(`box ${at}: two answers`);
    const needed = (places ?? []).map((place) => others[place] as (typeof others)[number]);
    if (places && !covered(needed)) wrong.push(`box ${at}: the cover leaves something out`);
    if (needed.some((one) => covered(needed.filter((other) => other !== one)))) wrong.push(`box ${at}: not minimal`);
    if (needed.length > 1 && others.some((one) => covered([one]))) wrong.push(`box ${at}: one would be enough`);
  }
  return wrong;
}

/** Boxes of which one dimension in `oneIn` is limited, some of them intersections and some with complements of values. */
function randomBoxes({ Universe }: Engine, seed: number, family: Family, oneIn: number) {
  const random = randomOf(seed);
  const small = smallUniverse(family, random);
  const universe = new Universe(family);
  const boxes = Array.from({ length: BOXES }, () => small.box(universe, oneIn));
  for (let made = 0; made < BOXES / 3; made++) {
    const [a, b] = [boxes[random(boxes.length)], boxes[random(boxes.length)]] as const;
    if (!a || !b) continue;
    const common = universe.intersect(a.box, b.box);
    const naive = a.naive.map((is, i) => is & (b.naive[i] as number));
    if (common && universe.meets(b.box, a.box)) boxes.push({ box: common, naive });
    else if (naive.includes(1)) throw new Error("boxes with common packets do not meet");
  }
  return { small, universe, boxes };
}
