import { labelNames } from "../../../selector/labels.ts";
import type { Labels } from "../../../selector/matches.ts";
import type { CompiledRule, IpSetMember, SetRef, World } from "../../world/compiled.ts";
import { indexLabels, projection } from "../../world/label-index.ts";
import { firstNumber, lastNumber } from "../../world/nets.ts";
import type { Ranges } from "./address-ranges.ts";
import { addressTable6, classIntervals, lastUpTo, MemberNets } from "./address-table.ts";
import { type AddressTrie, addressTrie, type Intervals } from "./address-trie.ts";
import { type AddressWords, layOut, putField } from "./address-words.ts";
import { classPool } from "./class-pool.ts";
import type { Field } from "./criterion-table.ts";
import { type HeaderPlaces, headerPlaces } from "./headers.ts";
import { chooseLabelSubsets, MAX_LABEL_SUBSETS } from "./label-subsets.ts";
import { type AllNetPlaces, netPlaces } from "./net-places.ts";

/** What rules see of packets: intervals of headers and of addresses, and of each address what says in which IP sets it is. */
export interface AddressClasses {
  readonly headers: HeaderPlaces;
  /** The words of an IPv4 address. */
  readonly trie4: AddressTrie;
  /** The words of an IPv6 address. */
  readonly wordsOf6: (address: bigint) => AddressWords;
  /** Where in the words of an address the interval of `places` is that it is in. */
  readonly nets: Field;
  readonly places: AllNetPlaces;
  readonly labelSubsets: readonly LabelSubset[];
  /** The label subset that decides which classes are in the set of a selector. */
  readonly labelSubsetOf: (ref: SetRef) => number;
}

/**
 * Addresses as seen by the selectors that read only some labels: those that these do not distinguish have one value, 0 where
 * no endpoint and no network set has the address. Few labels have few values, so that tables by value are small.
 */
export interface LabelSubset {
  /** Where in the words of an address its value is. */
  readonly field: Field;
  /** The values whose addresses are in the set of a selector. */
  readonly inSet: (ref: SetRef) => Ranges;
}

/** Puts the members of a World in classes. Members that agree on every label that a rule's selector reads are one group. */
export function compileAddressClasses(world: World): AddressClasses {
  const rules = allRules(world);
  const refs = setRefs(rules);
  const names = new Set<string>();
  for (const { selector } of refs.values()) labelNames(selector, names);
  const { labels, nets4, nets6 } = groupMembers(world.members, new Set([...names].sort()));
  const classes = classPool();
  const v4 = classIntervals(nets4, 0, classes.add);
  const classOf6 = addressTable6(nets6, classes.add);
  const places = netPlaces(rules);
  const intervals = Math.max(places[4].starts.length, places[6].starts.length);
  const { nets, subsets, subsetOf } = chooseFields(intervals, [...refs.values()], labels, classes);
  const wordsOf = (number: number, interval: number): AddressWords => {
    const words: [number, number] = [0, 0];
    putField(words, nets, interval);
    for (const { field, of } of subsets) putField(words, field, of[number] as number);
    return words;
  };
  const intervals4 = [...places[4].starts.keys()];
  return {
    headers: headerPlaces(rules),
    trie4: addressTrie(ofIpv4(v4.starts, v4.classes), ofIpv4(places[4].starts, intervals4), wordsOf),
    wordsOf6: (address) => wordsOf(classOf6(address), lastUpTo(places[6].starts, address)),
    nets,
    places,
    labelSubsets: subsets,
    labelSubsetOf: ({ key }) => subsetOf.get(key) ?? 0,
  };
}

/** Chooses label subsets, and where all values of an address are in its words: fewer subsets where there is no room for more. */
function chooseFields(
  intervals: number,
  refs: readonly SetRef[],
  labels: readonly Labels[],
  classes: ReturnType<typeof classPool>,
) {
  for (let most = MAX_LABEL_SUBSETS; ; most--) {
    const { names, byKey } = chooseLabelSubsets(refs, most);
    const subsets = names.map((of) => compileLabelSubset(labels, new Set(of), classes));
    const fields = layOut(
      intervals,
      subsets.map(({ values }) => values),
    );
    if (fields === undefined) continue;
    const { nets, labels: ofSubsets } = fields;
    return { nets, subsets: subsets.map((one, at) => ({ ...one, field: ofSubsets[at] as Field })), subsetOf: byKey };
  }
}

/** Intervals of IPv4 addresses with their numbers, without one that begins behind the last address. */
function ofIpv4(starts: readonly number[], numbers: readonly number[]): Intervals {
  return { starts: starts.at(-1) === 2 ** 32 ? starts.slice(0, -1) : starts, numbers };
}

/** The IP sets that rules use, by key. */
function setRefs(rules: readonly CompiledRule[]): ReadonlyMap<string, SetRef> {
  const refs = new Map<string, SetRef>();
  const add = (ref: SetRef | undefined) => ref && refs.set(ref.key, ref);
  for (const { source, destination } of rules) {
    add(source.set);
    add(source.notSet);
    add(destination.set);
    add(destination.notSet);
  }
  return refs;
}

function allRules(world: World): readonly CompiledRule[] {
  const rules: CompiledRule[] = [];
  for (const owners of [world.policies, world.profiles.values()]) {
    for (const { ingress, egress } of owners) {
      for (const rule of ingress) rules.push(rule);
      for (const rule of egress) rules.push(rule);
    }
  }
  return rules;
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
  const add = (member: IpSetMember) => {
    if (member.nets.length === 0) return;
    const group = byLabels.get(member.labels) ?? groupOf(member.labels);
    byLabels.set(member.labels, group);
    for (const net of member.nets) {
      if (net.family === 4) nets4.add(firstNumber(net), lastNumber(net) + 1, group);
      else nets6.add(net.first, net.last + 1n, group);
    }
  };
  members.forEach(add);
  return { labels, nets4, nets6 };
}

/** Groups that agree on the labels become one, and so do the classes that then hold the same. */
function compileLabelSubset(
  labels: readonly Labels[],
  names: ReadonlySet<string>,
  classes: ReturnType<typeof classPool>,
): Omit<LabelSubset, "field"> & { readonly values: number; readonly of: Uint32Array } {
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
    of[number] = values.add(of[parent] as number, distinct(groups, merged));
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

/** The numbers that groups became, each once, ascending. */
function distinct(groups: readonly number[], merged: readonly number[]): readonly number[] {
  if (groups.length === 1) return [merged[groups[0] as number] as number];
  return [...new Set(groups.map((group) => merged[group] as number))].sort((a, b) => a - b);
}
