import type { DecidedBy } from "../../policy/outcome.ts";
import type { CompiledEndpoint } from "../../policy/world/compiled.ts";
import { deciderKeyAnywhere } from "../paths/decided-packets.ts";
import type { Paths } from "../paths/path-types.ts";
import type { PathCase, Way, WayKind } from "../paths/way.ts";
import type { Region } from "../sets/dimension.ts";
import type { ChangedPackets, ChangeKind } from "./compare-ways.ts";
import { type EffectWitness, effectWitness, type KnownFacts } from "./effect-witness.ts";
import { RegionTexts } from "./region-texts.ts";

/** Where packets change: a node, an interface of it, and the endpoint there, after the change or else before it. */
export interface ChangePlace {
  readonly node: string;
  readonly interface: string;
  readonly endpoint?: {
    readonly kind: "HostEndpoint" | "WorkloadEndpoint";
    readonly namespace?: string;
    readonly name: string;
  };
  /** Whether only one of the Worlds has an endpoint there. */
  readonly isNew: boolean;
  readonly isGone: boolean;
  /** The workload endpoint that the interface had before, where it has another now. */
  readonly insteadOf?: { readonly namespace?: string; readonly name: string };
}

/** Packets that change alike at some places: the same packets, by the same rule or default. */
export interface ChangeGroup {
  readonly kind: ChangeKind;
  readonly way: WayKind;
  /** The IP versions: both where addresses do not matter. */
  readonly families: readonly (4 | 6)[];
  readonly places: readonly ChangePlace[];
  /** What decides now, at the first place. */
  readonly by: DecidedBy;
  /** What decided before, at the first place. */
  readonly was: readonly DecidedBy[];
  /** What drops the answers of packets that are newly allowed. */
  readonly replyDropped?: DecidedBy;
  /** Disjoint; all of them where there are no more than `count`. */
  readonly regions: readonly Region[];
  readonly count: number;
  /** A packet of the first place, evaluated when it is asked for. */
  readonly witness: () => EffectWitness;
}

/** Most regions of one way that are kept. */
const MOST_REGIONS = 10_000;

const ORDER: readonly ChangeKind[] = ["allowed", "denied", "replies allowed", "replies dropped", "decider"];

/** The places of one IP version that change alike; `anyFamily` is equal for those of both that differ in nothing else. */
interface FamilyGroup {
  readonly group: ChangeGroup & { readonly places: ChangePlace[] };
  /** The places, as text. */
  readonly placeKeys: Set<string>;
  readonly anyFamily: string | undefined;
}

/** Puts changes together that are alike. */
export class ChangeGroups {
  readonly #groups = new Map<string, FamilyGroup>();
  readonly #texts = new RegionTexts();
  readonly #known: KnownFacts;

  constructor(known: KnownFacts) {
    this.#known = known;
  }

  /** Adds a change of the way of a comparison; returns the key of its group, by which a way that changes alike is added. */
  add(paths: Paths, change: ChangedPackets): string {
    const [before, after] = paths.cases as readonly [PathCase, PathCase];
    const { way } = after;
    const { count, regions: found } = paths.space.regions(change.packets, MOST_REGIONS);
    const regions = this.#texts.sorted(found);
    const isWhole = count === found.length;
    const place = placeOf(before.way, way);
    // No piece has a line break in it: JSON has none, regions are numbers.
    const alike = [
      change.kind,
      way.kind,
      deciderKeyAnywhere(change.by),
      change.replyDropped ? deciderKeyAnywhere(change.replyDropped) : "",
      isWhole ? regions.map((region) => this.#texts.key(region)).join(" ") : placeKey(place),
    ].join("\n");
    const key = `${way.family} ${alike}`;
    const known = this.#groups.get(key);
    if (known !== undefined) {
      this.addAlike(key, before.way, way);
      return key;
    }
    const { kind, by, replyDropped } = change;
    const group = {
      ...{ kind, way: way.kind, families: [way.family], places: [place], by, was: change.was, count },
      ...(replyDropped && { replyDropped }),
      regions,
      witness: effectWitness([before, after], kind, regions, this.#known),
    };
    const hasAddresses = found.some(({ source, destination }) => source ?? destination);
    this.#groups.set(key, {
      group,
      placeKeys: new Set([placeKey(place)]),
      anyFamily: hasAddresses || !isWhole ? undefined : alike,
    });
    return key;
  }

  /** Adds a way, of the same IP version, whose packets change as those of a group do. */
  addAlike(key: string, before: Way, after: Way): void {
    const known = this.#groups.get(key);
    if (known === undefined) throw new Error("there is no such group");
    if (!known.group.families.includes(after.family)) throw new Error("the way is of the other IP version");
    const place = placeOf(before, after);
    const { group, placeKeys } = known;
    const here = placeKey(place);
    if (placeKeys.has(here)) return;
    placeKeys.add(here);
    group.places.push(place);
  }

  /** The groups: what is let through first, then by where it is. */
  all(): readonly ChangeGroup[] {
    const merged = new Map<string, ChangeGroup>();
    for (const [key, { group, placeKeys, anyFamily }] of this.#groups) {
      // Both IP versions are one group only where they change at the same places.
      const both = anyFamily === undefined ? key : `${anyFamily} ${[...placeKeys].sort().join()}`;
      const other = merged.get(both);
      merged.set(both, other ? { ...other, families: [...other.families, ...group.families] } : group);
    }
    return [...merged.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  }
}

/** Where packets of a way are, which is given as each World has it. */
export function placeOf(before: Way, after: Way): ChangePlace {
  const endpoint = after.endpoint ?? before.endpoint;
  const { node, interface: name } = after;
  const insteadOf = replaced(before.endpoint, after.endpoint);
  return {
    ...{ node, interface: name },
    ...(endpoint && { endpoint: { kind: endpoint.kind, ...nameOf(endpoint) } }),
    isNew: before.endpoint === undefined && after.endpoint !== undefined,
    isGone: before.endpoint !== undefined && after.endpoint === undefined,
    ...(insteadOf && { insteadOf: nameOf(insteadOf) }),
  };
}

function nameOf({ namespace, name }: CompiledEndpoint): { readonly namespace?: string; readonly name: string } {
  return namespace === undefined ? { name } : { namespace, name };
}

/** The workload endpoint before, where another has its place. */
function replaced(
  before: CompiledEndpoint | undefined,
  after: CompiledEndpoint | undefined,
): CompiledEndpoint | undefined {
  if (before?.kind !== "WorkloadEndpoint" || after === undefined) return undefined;
  return before.name === after.name && before.namespace === after.namespace ? undefined : before;
}

/** A place as text: equal for the same interface of a node, which packets of several workloads may be asked about. */
function placeKey({ node, interface: name, endpoint, insteadOf, isNew, isGone }: ChangePlace): string {
  if (endpoint?.kind !== "WorkloadEndpoint") return JSON.stringify([node, name]);
  return JSON.stringify([node, name, endpoint.namespace, endpoint.name, insteadOf ?? 0, isNew, isGone]);
}
