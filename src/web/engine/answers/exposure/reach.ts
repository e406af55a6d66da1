import { type AddressNames, addressNames } from "../../../../analysis/address-names.ts";
import { type ChangedExposure, changedExposure } from "../../../../analysis/exposure/changed-exposure.ts";
import { endpointWays } from "../../../../analysis/exposure/endpoint-ways.ts";
import type { PathCase } from "../../../../analysis/paths/way.ts";
import { SharedBudget } from "../../../../analysis/sets/budget.ts";
import type { Family, Region } from "../../../../analysis/sets/dimension.ts";
import { displayId, resourceId } from "../../../../model/resource.ts";
import type { CompiledEndpoint } from "../../../../policy/world/compiled.ts";
import { endpointLabel } from "../../../../report/exposure/exposure-groups.ts";
import { joined, peersText, withoutOtherIcmp } from "../../../../report/exposure/exposure-rows.ts";
import { WAYS } from "../../../../report/exposure/exposure-text.ts";
import { addressesText } from "../../../../report/regions/address-nets.ts";
import { byService } from "../../../../report/regions/by-service.ts";
import { servicesText } from "../../../../report/regions/region-text.ts";
import { factsOfNode } from "../../../../scenario/node-facts.ts";
import type { Scenario } from "../../../../scenario/scenario.ts";
import type { Edits } from "../../page-data.ts";
import { type ReachSide, reachedEndpoint } from "./reached-endpoint.ts";

/** Who reaches an endpoint, without the edits and with them. */
export interface ReachQuestion {
  readonly kind: "reach";
  /** The endpoint, in a word of `calicoctl exposure --to`; empty: one that the packet or the edits are about. */
  readonly endpoint: string;
  /** Where the packet goes that is asked about, as it is typed. */
  readonly to: string;
}

/** Who reaches one endpoint. */
export interface ReachAnswer {
  readonly name: string;
  readonly resource: string;
  /** How many other endpoints the word stands for. */
  readonly others: number;
  /** Where it is there on one side alone: on which one; all lines are of that side. */
  readonly only?: "before" | "after";
  readonly ways: readonly ReachedWay[];
  /** Why there is no answer, for an IP version. */
  readonly notProved: readonly string[];
  readonly assumptions: readonly string[];
}

/** What comes to the endpoint by ways of some kinds; lines that change are the first. */
export interface ReachedWay {
  readonly words: string;
  readonly lines: readonly ReachLine[];
}

/** Packets that open a connection: these services from all of these addresses, those of an IP version each. */
export interface ReachLine {
  /** Absent where the edits change nothing for them. */
  readonly change?: "newly" | "no longer";
  readonly services: string;
  readonly from: string;
  /** Their destinations, where these are not all that lead to the endpoint. */
  readonly to?: string;
}

/** Who reaches an endpoint with the edits, and without; throws `RequestError` where there is no such endpoint. */
export function answerReach(
  scenario: Scenario,
  { endpoint: word, to, edits }: ReachQuestion & { readonly edits?: Edits },
): ReachAnswer {
  const previous = edits === undefined ? undefined : scenario.previous?.();
  const { before, after, others } = reachedEndpoint(scenario, previous, { word, to });
  const endpoint = after ?? before;
  const of = (side: ReachSide, one: CompiledEndpoint | undefined) =>
    one === undefined ? undefined : casesOf(side, one);
  const now = of(scenario, after);
  const old = previous === undefined ? now : of(previous, before);
  const ways = new Map<string, ReachLine[]>();
  const [notProved, assumptions] = [[] as string[], new Set<string>()];
  const budget = new SharedBudget();
  for (const family of [4, 6] as const) {
    const ofFamily = (cases: readonly PathCase[] = []) => cases.filter(({ way }) => way.family === family);
    const sides = [ofFamily(old ?? now), ofFamily(now ?? old)] as const;
    const cases = sides.flat();
    if (cases.length === 0) continue;
    const result = changedExposure(...sides, budget);
    if (!result.exact) {
      notProved.push(`IPv${family}: ${result.why}`);
      continue;
    }
    for (const text of result.value.assumptions) assumptions.add(text);
    const own = new Set(cases.map(({ way }) => String(way.destinations)));
    for (const kind of result.value.kinds) {
      const words = WAYS[kind.kind];
      ways.set(words, [...(ways.get(words) ?? []), ...linesOf(family, kind, own, addressNames(scenario.world))]);
    }
  }
  return {
    name: endpointLabel(endpoint),
    resource: displayId(resourceId(endpoint.located.resource)),
    others,
    ...(previous !== undefined && before === undefined && { only: "after" }),
    ...(after === undefined && { only: "before" }),
    ways: joined(
      [...ways].map(([words, lines]): ReachedWay => ({ words, lines: compact(lines) })),
      ({ lines }) => ({ lines }),
      (a, b) => ({ ...a, words: `${a.words}; ${b.words}` }),
    ),
    notProved,
    assumptions: [...assumptions],
  };
}

function casesOf({ world, saved }: ReachSide, endpoint: CompiledEndpoint): readonly PathCase[] {
  const scope = { endpoints: [endpoint], withoutEndpoint: false, direction: "in", traffic: "any" } as const;
  return endpointWays(world, [factsOfNode(saved, endpoint.node)], scope).map((way) => ({ world, way }));
}

function linesOf(
  family: Family,
  { same, newly, gone }: ChangedExposure,
  own: ReadonlySet<string>,
  names: AddressNames,
): readonly ReachLine[] {
  const lines = (regions: readonly Region[], change?: ReachLine["change"]) =>
    byService(regions).flatMap((region): readonly ReachLine[] => {
      const services = servicesText(withoutOtherIcmp(family, region));
      if (services === "") return [];
      const { source, destination } = region;
      const isAll = destination === undefined || own.has(String(destination));
      const ends = {
        from: peersText(family, source, names),
        ...(!isAll && { to: addressesText(family, destination) }),
      };
      return [{ ...(change && { change }), services, ...ends }];
    });
  return [...lines(newly, "newly"), ...lines(gone, "no longer"), ...lines(same)];
}

/** The lines, those together that differ in their addresses or their services alone; lines that change are the first. */
function compact(lines: readonly ReachLine[]): readonly ReachLine[] {
  const byService = joined(
    lines,
    ({ from: _, ...others }) => others,
    (a, b) => ({ ...a, from: `${a.from}; ${b.from}` }),
  );
  const all = joined(
    byService,
    ({ services: _, ...others }) => others,
    (a, b) => ({ ...a, services: `${a.services}; ${b.services}` }),
  );
  return (["newly", "no longer", undefined] as const).flatMap((of) => all.filter(({ change }) => change === of));
}
