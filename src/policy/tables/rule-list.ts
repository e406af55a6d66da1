import { matchRule } from "../match/match.ts";
import { assumedMembership } from "../match/service-membership.ts";
import type { Action } from "../outcome.ts";
import type { CompiledRule, Net, World } from "../world/compiled.ts";
import type { AddressClasses, LabelSubset } from "./classes/address-classes.ts";
import type { Ranges } from "./classes/address-ranges.ts";
import { lastUpTo } from "./classes/address-table.ts";
import { type CriterionTable, compileCriterionTable, layoutOf } from "./classes/criterion-table.ts";
import { MAX_LABEL_SUBSETS } from "./classes/label-subsets.ts";
import { DOMAIN, headerOf, isForFamily, type RuleRanges, ruleRanges } from "./classes/rule-ranges.ts";
import { packetOf, type TablePacket } from "./table-packet.ts";

/** What a match does, by number. */
export const ALLOW = 1;
export const DENY = 2;
export const PASS = 3;

/** A rule by its owner (an index) and its index in the owner's list of a direction. */
export interface RuleAt {
  readonly rule: CompiledRule;
  readonly owner: number;
  readonly index: number;
}

/** The rules of a list for one family, as tables. A rule is found by its slot, its index in `at` and `actions`. */
export interface RuleList {
  readonly at: readonly RuleAt[];
  readonly actions: Uint8Array;
  /** By slot, 1 where a match in the tables must still be checked; absent where all are exact. */
  readonly inexact: Uint8Array | undefined;
  readonly blocks: number;
  readonly words: number;
  /** The criteria that any rule has, `FIELDS` numbers each from the start of `data`, and how many they are. */
  readonly criteria: number;
  /** All tables in one piece, so that a match touches little memory. */
  readonly data: Uint32Array;
  /** IPv6 only: where the numbers of the networks begin. */
  readonly places: readonly bigint[];
  readonly world: World;
  readonly labelSubsets: readonly LabelSubset[];
}

/**
 * A criterion in `data`: what it reads, where its cuts are and how many (0: values are intervals), where its index is (0:
 * it has none), how many intervals there are, where its rows are.
 */
const FIELDS = 6;
const HEADER = 0;
const DESTINATION_PORT = 1;
const DESTINATION_NET = 2;
const SOURCE_NET = 3;
const SOURCE_PORT = 4;
const SOURCE_LABELS = 5;
const DESTINATION_LABELS = SOURCE_LABELS + MAX_LABEL_SUBSETS;
const CRITERIA = DESTINATION_LABELS + MAX_LABEL_SUBSETS;

/** A packet with the address classes of its ends. */
export interface ClassedPacket extends Omit<TablePacket, "from" | "to"> {
  sourceClass: number;
  destinationClass: number;
  /** Set where a rule's match depends on Kubernetes services, which `simulate` evaluates. */
  dependsOnServices: boolean;
}

const ACTIONS: Readonly<Record<Action, number>> = { Allow: ALLOW, Deny: DENY, Pass: PASS, Log: 0 };

/** Compiles rules, in order, for one family. `Log` never decides and is left out. */
export function compileRules(rules: readonly RuleAt[], family: 4 | 6, world: World, classes: AddressClasses): RuleList {
  const at = rules.filter(({ rule }) => rule.action !== "Log" && isForFamily(rule, family));
  const places = family === 6 ? placesOf(at) : [];
  const place = ({ first, last }: Net): readonly [number, number] =>
    family === 4 ? [Number(first), Number(last) + 1] : [lastUpTo(places, first) + 1, lastUpTo(places, last + 1n) + 1];
  const ranges = at.map(({ rule }) => ruleRanges(rule, { world, classes, family, place }));
  const layout = layoutOf(at.length);
  const addresses = family === 4 ? DOMAIN.address4 : places.length + 1;
  const tables: CriterionTable[] = [];
  const kinds: number[] = [];
  const table = (kind: number, domain: number, pick: (ranges: RuleRanges) => Ranges | undefined) => {
    const accepted = ranges.map(pick);
    if (accepted.every((values) => values === undefined)) return;
    tables.push(compileCriterionTable(accepted, domain, layout));
    kinds.push(kind);
  };
  table(HEADER, DOMAIN.header, ({ header }) => header);
  table(DESTINATION_PORT, DOMAIN.port, ({ destination }) => destination.ports);
  table(DESTINATION_NET, addresses, ({ destination }) => destination.nets);
  table(SOURCE_NET, addresses, ({ source }) => source.nets);
  for (const [subset, { values }] of classes.labelSubsets.entries()) {
    table(SOURCE_LABELS + subset, values, ({ source }) => source.labelSubsets?.[subset]);
    table(DESTINATION_LABELS + subset, values, ({ destination }) => destination.labelSubsets?.[subset]);
  }
  table(SOURCE_PORT, DOMAIN.port, ({ source }) => source.ports);
  return {
    at,
    actions: Uint8Array.from(at, ({ rule }) => ACTIONS[rule.action]),
    inexact: ranges.every(({ isExact }) => isExact)
      ? undefined
      : Uint8Array.from(ranges, ({ isExact }) => (isExact ? 0 : 1)),
    blocks: layout.blocks,
    words: layout.words,
    criteria: kinds.length,
    data: pack(kinds, tables),
    places,
    world,
    labelSubsets: classes.labelSubsets,
  };
}

/** Puts tables one behind the other, with a directory in front. */
function pack(kinds: readonly number[], tables: readonly CriterionTable[]): Uint32Array {
  const size = (table: CriterionTable) => table.cuts.length + table.index.length + table.rows.length;
  const data = new Uint32Array(tables.reduce((sum, table) => sum + size(table), FIELDS * tables.length));
  let at = FIELDS * tables.length;
  for (const [number, { cuts, intervals, index, rows }] of tables.entries()) {
    const cutsAt = at;
    const indexAt = cutsAt + cuts.length;
    const rowsAt = indexAt + index.length;
    const directory = [kinds[number] as number, cutsAt, cuts.length, index.length && indexAt, intervals, rowsAt];
    data.set(directory, FIELDS * number);
    data.set(cuts, cutsAt);
    data.set(index, indexAt);
    data.set(rows, rowsAt);
    at = rowsAt + rows.length;
  }
  return data;
}

/** The addresses where the IPv6 networks of the rules begin or have just ended, ascending. */
function placesOf(rules: readonly RuleAt[]): bigint[] {
  const places = new Set<bigint>();
  for (const { rule } of rules) {
    for (const { nets, notNets } of [rule.source, rule.destination]) {
      for (const { family, first, last } of nets.concat(notNets)) if (family === 6) places.add(first).add(last + 1n);
    }
  }
  return [...places].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Per criterion the packet's interval, and where its row begins; used within one match only. */
const intervals = new Int32Array(CRITERIA);
const rowAt = new Int32Array(CRITERIA);

/** The slot of the first rule that matches the packet; -1 when none does. */
export function firstMatch(list: RuleList, packet: ClassedPacket): number {
  const { blocks, words, data, criteria, inexact } = list;
  for (let one = 0; one < criteria; one++) {
    const at = one * FIELDS;
    const value = valueFor(data[at] as number, list, packet);
    intervals[one] = interval(data, data[at + 1] as number, data[at + 2] as number, value);
  }
  for (let block = 0; block < blocks; block++) {
    for (let one = 0; one < criteria; one++) {
      const at = one * FIELDS;
      const index = data[at + 3] as number;
      const place = (intervals[one] as number) + block * (data[at + 4] as number);
      rowAt[one] = (data[at + 5] as number) + (index === 0 ? place : (data[index + place] as number)) * words;
    }
    for (let word = 0; word < words; word++) {
      let bits = -1;
      for (let one = 0; one < criteria && bits !== 0; one++) bits &= data[(rowAt[one] as number) + word] as number;
      while (bits !== 0) {
        const lowest = bits & -bits;
        const slot = (block * words + word) * 32 + 31 - Math.clz32(lowest);
        if (inexact === undefined || inexact[slot] === 0) return slot;
        // Without any criterion all bits are set, also those behind the last rule.
        if (slot >= inexact.length) return -1;
        if (isMatch(list, slot, packet)) return slot;
        bits ^= lowest;
      }
    }
  }
  return -1;
}

/** The last of `count` cuts from `from` that is not above the value; the value itself where there are none. */
function interval(data: Uint32Array, from: number, count: number, value: number): number {
  if (count === 0) return value;
  let low = from;
  let high = from + count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((data[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low - from;
}

function valueFor(kind: number, { places, labelSubsets }: RuleList, packet: ClassedPacket): number {
  const { family } = packet;
  switch (kind) {
    case HEADER:
      return headerOf(family, packet.protocol, packet.icmpType, packet.icmpCode);
    case DESTINATION_PORT:
      return packet.destinationPort;
    case DESTINATION_NET:
      return family === 4 ? packet.destination : lastUpTo(places, packet.destination6) + 1;
    case SOURCE_NET:
      return family === 4 ? packet.source : lastUpTo(places, packet.source6) + 1;
    case SOURCE_PORT:
      return packet.sourcePort;
    default:
      return kind < DESTINATION_LABELS
        ? ((labelSubsets[kind - SOURCE_LABELS] as LabelSubset).of[packet.sourceClass] as number)
        : ((labelSubsets[kind - DESTINATION_LABELS] as LabelSubset).of[packet.destinationClass] as number);
  }
}

/** Matches one rule with the explaining evaluator. */
function isMatch({ at, world }: RuleList, slot: number, packet: ClassedPacket): boolean {
  const { rule } = at[slot] as RuleAt;
  const services = assumedMembership();
  const isMatch = matchRule(rule, packetOf(packet), { world, asWritten: false, services }).miss === undefined;
  if (services.defaulted.size > 0) packet.dependsOnServices = true;
  return isMatch;
}
