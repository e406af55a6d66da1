import type { NodeFacts } from "../../model/flow.ts";
import type { World } from "../../policy/world/compiled.ts";
import { type Effect, effectOf, newUniverses } from "../effect/effect.ts";
import type { ChangeGroup } from "../effect/groups.ts";
import { type Budget, DEFAULT_BUDGET, SharedBudget } from "../sets/budget.ts";
import type { Interval, Region } from "../sets/dimension.ts";
import type { Repair } from "./repair-types.ts";

/** A repair with all that it changes: the packets of new connections that are decided otherwise with it. */
export interface RankedRepair extends Repair {
  /** Absent where it was not compared, as there are too many repairs. */
  readonly effect?: Effect;
}

/** Repairs whose effect is computed, in all and of the same kinds; the others follow them in their own order. */
const MOST_COMPARED = 16;
const MOST_ALIKE = 4;

/** Of all effects together: about a second. Ordinary policy takes a hundredth of it. */
const RANKING_BUDGET: Budget = { ...DEFAULT_BUDGET, steps: DEFAULT_BUDGET.steps / 4 };

/** Repairs by what else they change, those that change the fewest packets first; then in the order that they have. */
export function rankedRepairs(
  repairs: readonly Repair[],
  world: World,
  facts: readonly NodeFacts[],
): readonly RankedRepair[] {
  const chosen = fewAlike(repairs, MOST_ALIKE).slice(0, MOST_COMPARED);
  const [budget, universes] = [new SharedBudget(RANKING_BUDGET), newUniverses()];
  const compared = chosen.map((repair) => {
    const effect = effectOf({ world, facts }, { world: repair.world, facts }, { budget, universes });
    return { repair: { ...repair, effect }, packets: packetsChanged(effect) };
  });
  const ranked = compared.sort((a, b) => order(a.packets, b.packets)).map(({ repair }) => repair);
  const known = new Set(chosen);
  return [...ranked, ...repairs.filter((repair) => !known.has(repair))];
}

/** Repairs in their order, no more than so many of the same kinds. */
export function fewAlike<R extends Pick<Repair, "kinds">>(repairs: readonly R[], most: number): readonly R[] {
  const counts = new Map<string, number>();
  return repairs.filter(({ kinds }) => {
    const key = kinds.join();
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  });
}

function order(a: bigint | undefined, b: bigint | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}

/** How many packets are decided otherwise, each counted where it is; `undefined` where that is not known. */
function packetsChanged({ groups, notProved }: Effect): bigint | undefined {
  const isKnown = notProved.length === 0 && groups.every(({ count, regions }) => count === regions.length);
  return isKnown ? groups.reduce((sum, group) => sum + packetsOf(group), 0n) : undefined;
}

function packetsOf({ families, places, regions }: ChangeGroup): bigint {
  const ofFamily = (bits: bigint) => regions.reduce((sum, region) => sum + packetsIn(region, bits), 0n);
  const sum = families.reduce((total, family) => total + ofFamily(family === 4 ? 32n : 128n), 0n);
  return sum * BigInt(places.length);
}

function packetsIn(region: Region, bits: bigint): bigint {
  const address = 1n << bits;
  const sizes = {
    protocol: 256n,
    source: address,
    destination: address,
    sourcePort: 65536n,
    portOrIcmp: 65536n,
  } as const;
  const dimensions = Object.keys(sizes) as (keyof typeof sizes)[];
  return dimensions.reduce((product, dimension) => {
    const intervals = region[dimension];
    return (
      product * (intervals === undefined ? sizes[dimension] : intervals.reduce((sum, one) => sum + length(one), 0n))
    );
  }, 1n);
}

function length([first, last]: Interval): bigint {
  return BigInt(last) - BigInt(first) + 1n;
}
