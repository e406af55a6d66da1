import type { NodeFacts } from "../../../model/flow.ts";
import type { World } from "../../../policy/world/compiled.ts";
import { openPaths, verdictSets } from "../../paths/paths.ts";
import type { Way } from "../../paths/way.ts";
import { budgetSpent, type Exact, type SharedBudget, within } from "../../sets/budget.ts";
import type { Family, Region } from "../../sets/dimension.ts";
import type { Packets } from "../../sets/packet-space.ts";
import { type Box, Universe } from "../../sets/universe.ts";
import type { Service } from "../choose-services.ts";
import { boxesOfQuestion } from "../question-boxes.ts";
import type { MatrixEnd } from "./matrix-ends.ts";
import { type PairWays, pairWays, type Steps } from "./pair-ways.ts";

/** What may pass from one end to another in one IP version, as disjoint regions; `own node`: it never leaves the node. */
export type CellAnswer = "own node" | readonly Region[];

/** A cell of a matrix; of an IP version that one of the ends has no address of there is no answer. */
export interface MatrixCell {
  readonly source: MatrixEnd;
  readonly destination: MatrixEnd;
  readonly answers: readonly { readonly family: Family; readonly allowed: CellAnswer }[];
}

/** What a matrix is asked. */
export interface MatrixQuestion {
  readonly sources: readonly MatrixEnd[];
  readonly destinations: readonly MatrixEnd[];
  /** Only packets of these; all where there are none. */
  readonly services: readonly Service[];
}

/** The cells of a matrix, and what had to be assumed, as sentences. */
export interface Matrix {
  readonly cells: readonly MatrixCell[];
  readonly assumptions: readonly string[];
}

const MOST_REGIONS = 10_000;
/** Cells of a grid that are tried: more take longer than a person waits, whatever is in them. */
const MOST_CELLS = 100_000;

/**
 * Which packets may pass from each source to each destination: those that the source's own endpoint lets out and the
 * destination's lets in. All of it is proved, or nothing.
 */
export function exposureMatrix(
  world: World,
  facts: readonly NodeFacts[],
  question: MatrixQuestion,
  budget: SharedBudget,
): Exact<Matrix> {
  const { sources, destinations } = question;
  const size = sources.length * destinations.length;
  return within(() => {
    if (size > MOST_CELLS)
      budgetSpent(
        `a grid of ${size.toLocaleString("en")} cells is too large, the limit is ${MOST_CELLS.toLocaleString("en")}; choose fewer ends with --from, --to or --node`,
      );
    const ways = pairWays(world, facts, [...sources, ...destinations]);
    const answers = ([4, 6] as const).map((family) => ({
      family,
      ...answersOf(world, family, ways, question, budget),
    }));
    const cells = sources.flatMap((source) =>
      destinations.map((destination): MatrixCell => {
        const found = answers.flatMap(({ family, allowed }) => {
          const one = allowed.get(source)?.get(destination);
          return one === undefined ? [] : [{ family, allowed: one }];
        });
        return { source, destination, answers: found };
      }),
    );
    return { cells, assumptions: [...new Set(answers.flatMap(({ assumptions }) => assumptions))] };
  });
}

interface FamilyAnswers {
  readonly allowed: ReadonlyMap<MatrixEnd, ReadonlyMap<MatrixEnd, CellAnswer>>;
  readonly assumptions: readonly string[];
}

function answersOf(
  world: World,
  family: Family,
  ways: PairWays,
  { sources, destinations, services }: MatrixQuestion,
  budget: SharedBudget,
): FamilyAnswers {
  const universe = new Universe(family);
  const start = boxesOfQuestion(universe, { peerSide: "source", services });
  const from = boxesOfEnds(universe, "source", sources);
  const to = boxesOfEnds(universe, "destination", destinations);
  const steps = new Map<MatrixEnd, Map<MatrixEnd, Steps | "own node">>();
  const cases = new Map<Way, number>();
  if (start.length > 0) {
    for (const source of from.keys()) {
      const row = new Map<MatrixEnd, Steps | "own node">();
      steps.set(source, row);
      for (const destination of to.keys()) {
        const found = ways(family, source, destination);
        row.set(destination, found);
        if (found === "own node") continue;
        for (const way of found.flat()) if (!cases.has(way)) cases.set(way, cases.size);
      }
    }
  }
  const paths = openPaths(
    [...cases.keys()].map((way) => ({ world, way })),
    { universe, start, boxes: [...from.values(), ...to.values()], budget, deciders: false, replies: false },
  );
  const { space } = paths;
  const known = new Map<Way, Packets>();
  const allowedOn = (way: Way): Packets => {
    const set = known.get(way) ?? verdictSets(paths, cases.get(way) ?? -1).allowed;
    known.set(way, set);
    return set;
  };
  const answer = (source: MatrixEnd, destination: MatrixEnd, found: Steps): CellAnswer => {
    const ends = space.intersect(space.of(from.get(source) as Box), space.of(to.get(destination) as Box));
    let allowed = space.intersect(paths.start, ends);
    for (const step of found) {
      allowed = space.intersect(
        allowed,
        step.map(allowedOn).reduce((a, b) => space.union(a, b), space.none),
      );
    }
    const { count, regions } = space.regions(allowed, MOST_REGIONS);
    if (count > MOST_REGIONS) budgetSpent(`a cell has ${count.toLocaleString("en")} regions`);
    return regions;
  };
  const allowed = [...steps].map(([source, row]) => {
    const cells = [...row].map(([destination, found]) => {
      return [destination, found === "own node" ? found : answer(source, destination, found)] as const;
    });
    return [source, new Map(cells)] as const;
  });
  return { allowed: new Map(allowed), assumptions: [...cases.values()].flatMap((index) => paths.assumptions(index)) };
}

/** The packets of each end that may have addresses of the IP version. */
function boxesOfEnds(
  universe: Universe,
  side: "source" | "destination",
  ends: readonly MatrixEnd[],
): ReadonlyMap<MatrixEnd, Box> {
  const boxes = new Map<MatrixEnd, Box>();
  for (const end of ends) {
    const addresses = end.addresses[universe.family];
    const box =
      addresses === undefined ? universe.everything : universe.box({ [side]: universe.values(side, addresses) });
    if (box !== undefined) boxes.set(end, box);
  }
  return boxes;
}
