import type { DecidedBy, Verdict } from "../../policy/outcome.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { DecidedPackets, Paths } from "../paths/path-types.ts";
import { openPaths } from "../paths/paths.ts";
import type { Way } from "../paths/way.ts";
import { type Budget, DEFAULT_BUDGET, type Exact, within } from "../sets/budget.ts";
import type { Region } from "../sets/dimension.ts";
import type { Packets } from "../sets/packet-space.ts";
import { Universe } from "../sets/universe.ts";
import { boxesOfQuestion, type PacketScope } from "./question-boxes.ts";

/** Packets of a way that are decided alike, as disjoint regions. */
export interface ExposedPart {
  readonly verdict: Verdict;
  readonly by: DecidedBy;
  /** What drops the answers to them; absent where they come back, or none is expected. */
  readonly replyDropped?: DecidedBy;
  readonly regions: readonly Region[];
  /** How many regions there are, where `regions` has only the first of them. */
  readonly count: number;
}

/** Packets that a failsafe port lets through before policies are asked. */
export interface FailsafePart extends ExposedPart {
  /** What policies would let through of them if there were no failsafe ports. */
  readonly withoutFailsafes: readonly ExposedPart[];
  /** Whether policies would let less of them through. */
  readonly isWider: boolean;
}

/** What becomes of the packets that were asked about on one way. */
export interface ExposedWay {
  readonly parts: readonly (ExposedPart | FailsafePart)[];
  /** What had to be assumed, as sentences. */
  readonly assumptions: readonly string[];
}

/** Most regions of one part that are listed. */
const MOST_REGIONS = 10_000;

/** What the answers of several ways share. */
export interface ExposureOptions {
  /** Of the way's IP version; it may have served other ways. */
  readonly universe?: Universe;
  /** Shared by the ways of a question where it is a `SharedBudget`. */
  readonly budget?: Budget;
}

/** What becomes of all packets asked about on a way, by what decides it; `undefined` where no packet of the question takes it. */
export function exposureOf(
  world: World,
  way: Way,
  scope: PacketScope,
  { universe = new Universe(way.family), budget = DEFAULT_BUDGET }: ExposureOptions = {},
): Exact<ExposedWay | undefined> {
  return within(() => {
    const start = boxesOfQuestion(universe, scope);
    if (start.length === 0) return undefined;
    const cases = [
      { world, way },
      { world, way: withoutFailsafePorts(way) },
    ];
    const paths = openPaths(cases, { universe, start, budget, deciders: true, replies: true });
    const decided = paths.decide(0);
    if (decided.length === 0) return undefined;
    const unpoliced = decided.flatMap((one) => (one.by.kind === "failsafe" ? [one.packets] : []));
    // What is not decided by a failsafe port is decided the same without them.
    const policed =
      unpoliced.length === 0
        ? []
        : paths.decide(
            1,
            unpoliced.reduce((a, b) => paths.space.union(a, b)),
          );
    const parts = decided.map((one) => partOf(paths, one, policed));
    return { parts, assumptions: paths.assumptions(0) };
  });
}

/** The way as if its node had no failsafe ports. */
function withoutFailsafePorts(way: Way): Way {
  const settings = { ...way.view.settings, failsafeInbound: [], failsafeOutbound: [] };
  return { ...way, view: { ...way.view, settings } };
}

function partOf(paths: Paths, one: DecidedPackets, policed: readonly DecidedPackets[]): ExposedPart | FailsafePart {
  const part = listed(paths, one, one.packets);
  if (one.by.kind !== "failsafe") return part;
  const { space } = paths;
  let rest = one.packets;
  const policies: ExposedPart[] = [];
  for (const other of policed) {
    const common = space.intersect(one.packets, other.packets);
    if (other.verdict !== "allow" || common === space.none) continue;
    policies.push(listed(paths, other, common));
    rest = space.minus(rest, common);
  }
  return { ...part, withoutFailsafes: policies, isWider: rest !== space.none };
}

function listed({ space }: Paths, { verdict, by, reply }: DecidedPackets, packets: Packets): ExposedPart {
  const { count, regions } = space.regions(packets, MOST_REGIONS);
  return { verdict, by, ...(reply?.verdict === "deny" && { replyDropped: reply.by }), regions, count };
}
