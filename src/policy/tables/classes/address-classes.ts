import { labelNames } from "../../../selector/labels.ts";
import type { Labels } from "../../../selector/matches.ts";
import type { CompiledRule, IpSetMember, SetRef, World } from "../../world/compiled.ts";
import { indexLabels, projection } from "../../world/label-index.ts";
import { firstNumber, lastNumber } from "../../world/nets.ts";
import type { Ranges } from "./address-ranges.ts";
import { addressTable6, classIntervals, MemberNets } from "./address-table.ts";
import { type AddressTrie, addressTrie, type Intervals } from "./address-trie.ts";
import { classPool } from "./class-pool.ts";
import { chooseLabelSubsets } from "./label-subsets.ts";
import { type AllNetPlaces, netPlaces } from "./net-places.ts";

/**
 * Equivalence classes of addresses: all addresses of a class are in the same IP sets.
 * Class 0 is every address that no endpoint and no network set has.
 */
export interface AddressClasses {
  /** The class of an IPv4 address, and the interval of `places` that it is in, as the two numbers of a trie. */
  readonly trie4: AddressTrie;
  /** The class of an IPv6 address. */
  readonly classOf6: (address: bigint) => number;
  readonly places: AllNetPlaces;
  /** At most `MAX_LABEL_SUBSETS`. */
  readonly labelSubsets: readonly LabelSubset[];
  /** The value of class `c` in subset `s`, at `c * labelSubsets.length + s`. */
  readonly labelValues: Int32Array;
  /** The label subset that decides which classes are in the set of a selector. */
  readonly labelSubsetOf: (ref: SetRef) => number;
}

/**
 * The classes as seen by the selectors that read only some labels: classes that these do not distinguish have one value.
 * Few labels have few values, so that tables by value are small where tables by class would be large.
 */
export interface LabelSubset {
  readonly values: number;
  /** The values whose addresses are in the set of a selector. */
  readonly inSet: (ref: SetRef) => Ranges;
}

/** Puts the members of a World in classes. Members that agree on every label that a rule's selector reads are one group. */
export function compileAddressClasses(world: World): AddressClasses {
  const refs = setRefs(world);
  const names = new Set<string>();
  for (const { selector } of refs.values()) labelNames(selector, names);
  const { labels, nets4, nets6 } = groupMembers(world.members, new Set([...names].sort()));
  const classes = classPool();
  const v4 = classIntervals(nets4, 0, classes.add);
  const classOf6 = addressTable6(nets6, classes.add);
  const places = netPlaces(allRules(world));
  const chosen = chooseLabelSubsets(refs.values());
  const subsets = chosen.names.map((of) => compileLabelSubset(labels, new Set(of), classes));
  return {
    trie4: addressTrie(intervals4(v4.starts, v4.classes), intervals4(places[4].starts, [...places[4].starts.keys()])),
    classOf6,
    places,
    labelSubsets: subsets,
    labelValues: Int32Array.from(
      { length: classes.count() * subsets.length },
      (_, at) => subsets[at % subsets.length]?.of[Math.floor(at / subsets.length)] as number,
    ),
    labelSubsetOf: ({ key }) => chosen.byKey.get(key) ?? 0,
  };
}

/** Intervals of IPv4 addresses with their numbers, without one that begins behind the last address. */
function intervals4(starts: readonly number[], numbers: readonly number[]): Intervals {
  return { starts: starts.filter((at) => at < 2 ** 32), numbers };
}

/** The IP sets that rules use, by key. */
function setRefs(world: World): ReadonlyMap<string, SetRef> {
  const refs = new Map<string, SetRef>();
  for (const rule of allRules(world)) {
    for (const { set, notSet } of [rule.source, rule.destination]) {
      for (const ref of [set, notSet]) if (ref) refs.set(ref.key, ref);
    }
  }
  return refs;
}

function* allRules(world: World): Generator<CompiledRule> {
  for (const { ingress, egress } of world.policies) yield* ingress.concat(egress);
  for (const { ingress, egress } of world.profiles.values()) yield* ingress.concat(egress);
}

function groupMembers(members: readonly IpSetMember[], names: ReadonlySet<string>) {
  const byProjection = new Map<string, number>();
  // Members with the same labels mostly share them (compile-endpoint.ts).
  const byLabels = new Map<Labels, number>();
  const labels: Labels[] = [];
  const nets4 = new MemberNets<number>();
  const nets6 = new MemberNets<bigint>();
  const groupOf = (of: Labels): number => {
    const key = projection(of, names);
    const group = byProjection.get(key) ?? labels.push(of) - 1;
    byProjection.set(key, group);
    return group;
  };
  for (const member of members) {
    if (member.nets.length === 0) continue;
    const group = byLabels.get(member.labels) ?? groupOf(member.labels);
    byLabels.set(member.labels, group);
    for (const net of member.nets) {
      if (net.family === 4) nets4.add(firstNumber(net), lastNumber(net) + 1, group);
      else nets6.add(net.first, net.last + 1n, group);
    }
  }
  return { labels, nets4, nets6 };
}

/** Groups that agree on the labels become one, and so do the classes that then hold the same. */
function compileLabelSubset(
  labels: readonly Labels[],
  names: ReadonlySet<string>,
  classes: ReturnType<typeof classPool>,
): LabelSubset & { readonly of: Uint32Array } {
  const byProjection = new Map<string, number>();
  const first: Labels[] = [];
  const merged = labels.map((of) => {
    const key = projection(of, names);
    const number = byProjection.get(key) ?? first.push(of) - 1;
    byProjection.set(key, number);
    return number;
  });
  const values = classPool();
  const of = new Uint32Array(classes.count());
  for (let number = 1; number < of.length; number++) {
    const { parent, groups } = classes.read(number);
    const distinct = [...new Set(groups.map((group) => merged[group] as number))].sort((a, b) => a - b);
    of[number] = values.add(of[parent] as number, distinct);
  }
  const matching = indexLabels(first);
  const memo = new Map<string, Ranges>();
  function inSet({ key, selector }: SetRef): Ranges {
    const ranges = memo.get(key) ?? values.holding(matching(selector));
    memo.set(key, ranges);
    return ranges;
  }
  return { values: values.count(), of, inSet };
}
