import type { CompiledRule, Net, SetRef, World } from "../policy/world/compiled.ts";
import { indexLabels } from "../policy/world/label-index.ts";
import { mergedNetIntervals } from "./net-intervals.ts";
import type { Family, Interval } from "./sets/dimension.ts";

/** Returns what a set of addresses is called: `network set office`, `role == 'web'`; `undefined` where nothing equals it. */
export type AddressNames = (family: Family, addresses: readonly Interval[]) => string | undefined;

/** More addresses than a selector of this many networks are not looked up. */
const MOST_NETS = 100_000;

/** The names of each World, made once. */
const known = new WeakMap<World, AddressNames>();

/**
 * Names sets of addresses by what has exactly these: a network set, else a selector of some rule, whose members the rule would
 * match. The first in the World's order counts.
 */
export function addressNames(world: World): AddressNames {
  const before = known.get(world);
  if (before !== undefined) return before;
  let byContent: ReadonlyMap<string, string> | undefined;
  const names: AddressNames = (family, addresses) => {
    if (addresses.length === 0 || addresses.length > MOST_NETS) return undefined;
    byContent ??= namesByContent(world);
    return byContent.get(keyOf(family, addresses));
  };
  known.set(world, names);
  return names;
}

function namesByContent(world: World): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (nets: readonly Net[], name: string): void => {
    if (nets.length > MOST_NETS) return;
    for (const family of [4, 6] as const) {
      const addresses = mergedNetIntervals(family, nets);
      const key = keyOf(family, addresses);
      if (addresses.length > 0 && !names.has(key)) names.set(key, name);
    }
  };
  for (const { networkSet, nets } of world.members)
    if (networkSet !== undefined) add(nets, `network set ${networkSet}`);
  const matching = indexLabels(world.members.map(({ labels }) => labels));
  for (const [key, { selector }] of selectorsOf(world)) {
    add(
      matching(selector).flatMap((index) => world.members[index]?.nets ?? []),
      key,
    );
  }
  return names;
}

/** The selectors of all rules, by their canonical text. */
function selectorsOf({ policies, profiles }: World): ReadonlyMap<string, SetRef> {
  const refs = new Map<string, SetRef>();
  const visit = ({ source, destination }: CompiledRule): void => {
    for (const { set, notSet } of [source, destination]) {
      if (set !== undefined) refs.set(set.key, set);
      if (notSet !== undefined) refs.set(notSet.key, notSet);
    }
  };
  for (const { ingress, egress } of [...policies, ...profiles.values()]) {
    ingress.forEach(visit);
    egress.forEach(visit);
  }
  return refs;
}

function keyOf(family: Family, addresses: readonly Interval[]): string {
  return `${family} ${addresses.join(" ")}`;
}
