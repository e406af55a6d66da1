import type { Labels } from "../../selector/matches.ts";
import type { Selector } from "../../selector/selector.ts";
import type { CompiledRule, Member, Net, SetRef, World } from "../compiled.ts";
import { indexLabels, labelNames, projection } from "../label-index.ts";
import { addressTable } from "./address-table.ts";
import { ofSorted, type Ranges } from "./ranges.ts";

/**
 * Addresses by which rule selectors can tell them apart: all addresses of one class are in the same address sets.
 * Class 0 is every address that no endpoint and no network set holds.
 */
export interface Groups {
  readonly classes: number;
  /** The class of an IPv4 address. */
  readonly classOf4: (address: number) => number;
  /** The class of an IPv6 address. */
  readonly classOf6: (address: bigint) => number;
  /** The classes whose addresses are in the set of a selector. */
  readonly inSet: (ref: SetRef) => Ranges;
}

/** Puts the members of a World in classes. Members that agree on every label that a rule's selector reads are one group. */
export function compileGroups(world: World): Groups {
  const names = new Set<string>();
  for (const rule of allRules(world)) {
    for (const { set, notSet } of [rule.source, rule.destination]) {
      for (const ref of [set, notSet]) if (ref) labelNames(ref.selector, names);
    }
  }
  const { labels, entries } = groupMembers(world.members, [...names].sort());
  const classes = classPool();
  const v4 = addressTable(entries[4], 4, classes.add);
  const v6 = addressTable(entries[6], 6, classes.add);
  const matching = indexLabels(labels);
  const memo = new Map<string, Ranges>();
  function inSet({ key, selector }: SetRef): Ranges {
    const known = memo.get(key);
    if (known) return known;
    const found = classes.holding(matching(selector satisfies Selector));
    memo.set(key, found);
    return found;
  }
  return {
    classes: classes.count(),
    classOf4: (address) => v4(address),
    classOf6: (address) => v6(address),
    inSet,
  };
}

function* allRules(world: World): Generator<CompiledRule> {
  for (const { ingress, egress } of world.policies) yield* ingress.concat(egress);
  for (const { ingress, egress } of world.profiles.values()) yield* ingress.concat(egress);
}

/** A network and the group of the member that holds it. */
export interface GroupEntry {
  readonly net: Net;
  readonly group: number;
}

function groupMembers(members: readonly Member[], names: readonly string[]) {
  const byProjection = new Map<string, number>();
  const labels: Labels[] = [];
  const entries: Record<4 | 6, GroupEntry[]> = { 4: [], 6: [] };
  for (const member of members) {
    if (member.nets.length === 0) continue;
    const key = projection(member.labels, names);
    const group = byProjection.get(key) ?? labels.push(member.labels) - 1;
    byProjection.set(key, group);
    for (const net of member.nets) entries[net.family].push({ net, group });
  }
  return { labels, entries };
}

/** Class numbers: a class is the class of the wider network around it and the groups that are added. */
function classPool() {
  const numbers = new Map<string, number>();
  const parents: number[] = [0];
  const nested: number[] = [];
  const byGroup = new Map<number, number[]>();
  function add(parent: number, groups: readonly number[]): number {
    const key = `${parent}/${groups.join()}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = parents.push(parent) - 1;
    numbers.set(key, number);
    if (parent !== 0) nested.push(number);
    for (const group of groups) {
      const list = byGroup.get(group);
      if (list) list.push(number);
      else byGroup.set(group, [number]);
    }
    return number;
  }
  /** The classes that hold any of the groups, themselves or around them. */
  function holding(groups: readonly number[]): Ranges {
    const found = new Set<number>();
    for (const group of groups) for (const number of byGroup.get(group) ?? []) found.add(number);
    for (const number of nested) if (found.has(parents[number] as number)) found.add(number);
    return ofSorted(Float64Array.from(found).sort());
  }
  return { add, holding, count: () => parents.length };
}
