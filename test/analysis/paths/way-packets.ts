import type { Paths } from "../../../src/analysis/paths/path-types.ts";
import { openPaths } from "../../../src/analysis/paths/paths.ts";
import type { PathCase } from "../../../src/analysis/paths/way.ts";
import { waysOf } from "../../../src/analysis/paths/ways-of.ts";
import { flowOf, sameDecider } from "../../../src/analysis/paths/witness.ts";
import { within } from "../../../src/analysis/sets/budget.ts";
import {
  allValues,
  DIMENSIONS,
  type Dimension,
  type PacketValues,
  type Region,
  type Value,
} from "../../../src/analysis/sets/dimension.ts";
import { Universe } from "../../../src/analysis/sets/universe.ts";
import type { NodeFacts } from "../../../src/model/flow.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import type { World } from "../../../src/policy/world/compiled.ts";

/** What a comparison has seen. */
export interface Seen {
  packets: number;
  ways: number;
  readonly notAnalysed: Map<string, number>;
  readonly deciders: Map<string, number>;
}

/** Nothing seen yet. */
export function nothingSeen(): Seen {
  return { packets: 0, ways: 0, notAnalysed: new Map(), deciders: new Map() };
}

type Universes = Readonly<Record<4 | 6, Universe>>;

/**
 * `changed`: the World that the regions are made in, with a fault to be found. `universes` are shared by all ways, as those of a
 * question share one, so that nothing remembered for one way may be wrong for another; Worlds may share them too.
 */
interface ComparisonOptions {
  readonly changed?: (world: World) => World;
  readonly universes?: Universes;
}

/** Universes that have met nothing. */
export function newUniverses(): Universes {
  return { 4: new Universe(4), 6: new Universe(6) };
}

/**
 * Takes packets at the edges of the regions of every way of a node, and returns where `simulate` answers otherwise than the
 * regions say.
 */
export function* differences(
  world: World,
  facts: NodeFacts,
  seen: Seen,
  perRegion: number,
  { changed = (same) => same, universes = newUniverses() }: ComparisonOptions = {},
): Generator<string> {
  const analysed = changed(world);
  for (const way of waysOf(world, [facts])) {
    seen.ways++;
    const answer = within(() =>
      openPaths([{ world: analysed, way }], {
        ...{ universe: universes[way.family], deciders: true, replies: true },
      }),
    );
    const decided = answer.exact ? within(() => answer.value.decide(0)) : answer;
    if (!answer.exact || !decided.exact) {
      const why = decided.exact ? "" : decided.why;
      seen.notAnalysed.set(why, (seen.notAnalysed.get(why) ?? 0) + 1);
    } else yield* wayDifferences(answer.value, { world, way }, seen, perRegion);
  }
}

function* wayDifferences(paths: Paths, { world, way }: PathCase, seen: Seen, perRegion: number): Generator<string> {
  for (const decided of paths.decide(0)) {
    const { regions } = paths.space.regions(decided.packets, 40);
    for (const [number, region] of regions.entries()) {
      for (let nth = 0; nth < perRegion; nth++) {
        const values = edge(region, way.family, number * 31 + nth);
        const flow = flowOf(way, values);
        const outcome = simulate(world, way.facts, flow, { trace: false });
        seen.packets++;
        const kind = decided.by.kind === "default" ? `default ${decided.by.reason}` : decided.by.kind;
        seen.deciders.set(kind, (seen.deciders.get(kind) ?? 0) + 1);
        const { verdict, by, dropStage, reply } = decided;
        const { returnDecidedBy } = outcome;
        const isSame =
          verdict === outcome.verdict &&
          dropStage === outcome.dropStage &&
          sameDecider(by, outcome.decidedBy) &&
          reply?.verdict === outcome.return &&
          (reply === undefined || returnDecidedBy === undefined || sameDecider(reply.by, returnDecidedBy));
        if (!isSame)
          yield `${way.kind} ${JSON.stringify(flow)}\n  sets ${JSON.stringify({ verdict, by, dropStage, reply })}\n  evaluated ${JSON.stringify({ ...outcome, steps: 0 })}`;
      }
    }
  }
}

/** Values that worlds are made of; a fault may be that they are in a region without being at its edge. */
const USUAL: Readonly<Partial<Record<Dimension, readonly number[]>>> = {
  protocol: [6, 17, 1, 4, 58],
  // 10.0.0.1, 10.0.1.1 and 10.96.0.1.
  destination: [0x0a000001, 0x0a000101, 0x0a600001],
  sourcePort: [22, 53, 80],
  portOrIcmp: [22, 53, 67, 80, 179, 4789, 8080, 8 << 8, (8 << 8) + 1, 1, 3 << 8, 128 << 8, 135 << 8],
};

/** A packet of a region whose values are usual ones, or first or last ones of its intervals; another one for each number. */
function edge(region: Region, family: 4 | 6, number: number): PacketValues {
  const values = {} as Record<Dimension, Value>;
  let seed = number * 2654435761 + 12345;
  const chance = (below: number) => {
    seed = (Math.imul(seed ^ (seed >>> 15), 2246822519) + 3266489917) >>> 0;
    return (seed >>> 8) % below;
  };
  for (const dimension of DIMENSIONS) {
    const intervals = region[dimension] ?? [allValues(dimension, family)];
    const isIn = (value: number) => intervals.some(([first, last]) => first <= value && value <= last);
    const usual = dimension === "destination" && family === 6 ? [] : (USUAL[dimension]?.filter(isIn) ?? []);
    const [first, last] = intervals[chance(intervals.length)] ?? allValues(dimension, family);
    const end = chance(2) === 0 ? first : last;
    values[dimension] = chance(2) === 0 ? end : (usual[chance(Math.max(usual.length, 1))] ?? end);
  }
  return values;
}
