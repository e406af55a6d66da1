import { matchRule } from "../match/match.ts";
import { assumedMembership } from "../match/service-membership.ts";
import type { Action } from "../outcome.ts";
import type { CompiledRule, World } from "../world/compiled.ts";
import type { AddressClasses } from "./classes/address-classes.ts";
import type { Ranges } from "./classes/address-ranges.ts";
import {
  type ClassedPacket,
  classify,
  DESTINATION,
  groupOf,
  HEADER,
  LABELS,
  NETS,
  PORTS,
  SOURCE,
  VALUES,
} from "./classes/classed-packet.ts";
import { BLOCK, type CriterionTable, compileCriterionTable } from "./classes/criterion-table.ts";
import { DOMAIN, isForFamily, type RuleRanges, ruleRanges } from "./classes/rule-ranges.ts";
import { packetOf } from "./table-packet.ts";

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

/** The rules of a list for one family, as tables. A rule is found by its slot, its index in `rules` and what else is by slot. */
export interface RuleList {
  readonly rules: readonly CompiledRule[];
  /** By slot, `owner` and `index` of `RuleAt`. */
  readonly owners: Int32Array;
  readonly indexes: Int32Array;
  readonly actions: Uint8Array;
  /** By slot, 1 where a match in the tables must still be checked; absent where all are exact. */
  readonly inexact: Uint8Array | undefined;
  /** Block by block: its first slot, how many words of rules a row has, where the row of all its rules is, where its criteria begin and end. */
  readonly blocks: Int32Array;
  /** The criteria that any rule of a block has, `FIELDS` numbers each. */
  readonly criteria: Int32Array;
  /**
   * The pages, and the rows, of all tables. A row is a bit for each rule of its block, behind a word that has a bit for each
   * of its words that is not 0.
   */
  readonly pages: Uint16Array;
  readonly rows: Int32Array;
  /** The groups of a packet's values that the criteria read. */
  readonly reads: number;
  readonly world: World;
  readonly classes: AddressClasses;
}

/** Numbers of a block. */
export const BLOCK_FIELDS = 5;
/** A criterion: which value it reads, the size of its pages, where these begin for cuts and for values, where its rows begin. */
export const FIELDS = 5;

const ACTIONS: Readonly<Record<Action, number>> = { Allow: ALLOW, Deny: DENY, Pass: PASS, Log: 0 };

/** Compiles rules, in order, for one family. `Log` never decides and is left out. */
export function compileRules(rules: readonly RuleAt[], family: 4 | 6, world: World, classes: AddressClasses): RuleList {
  const at = rules.filter(({ rule }) => rule.action !== "Log" && isForFamily(rule, family));
  const ranges = at.map(({ rule }) => ruleRanges(rule, { world, classes, family }));
  const blocks: Block[] = [];
  for (let first = 0; first < at.length; first += BLOCK) {
    blocks.push(...compileBlocks(ranges.slice(first, first + BLOCK), first, criteriaOf(classes, family)));
  }
  return {
    rules: at.map(({ rule }) => rule),
    owners: Int32Array.from(at, ({ owner }) => owner),
    indexes: Int32Array.from(at, ({ index }) => index),
    actions: Uint8Array.from(at, ({ rule }) => ACTIONS[rule.action]),
    inexact: ranges.every(({ isExact }) => isExact)
      ? undefined
      : Uint8Array.from(ranges, ({ isExact }) => (isExact ? 0 : 1)),
    ...pack(blocks),
    reads: blocks.flatMap(({ tables }) => tables).reduce((groups, { value }) => groups | groupOf(value), 0),
    world,
    classes,
  };
}

/** A criterion of rules: which value of a packet it reads, how many values there are, and what a rule accepts. */
interface Criterion {
  readonly value: number;
  readonly domain: number;
  readonly pick: (ranges: RuleRanges) => Ranges | undefined;
}

function criteriaOf({ places, labelSubsets }: AddressClasses, family: 4 | 6): readonly Criterion[] {
  const addresses = places[family].starts.length;
  const sides = [
    { side: DESTINATION, of: ({ destination }: RuleRanges) => destination },
    { side: SOURCE, of: ({ source }: RuleRanges) => source },
  ];
  // Ports first: most packets are to a port that few rules of a list have, if any.
  return [
    ...sides.map(({ side, of }): Criterion => {
      return { value: side + PORTS, domain: DOMAIN.port, pick: (ranges) => of(ranges).ports };
    }),
    { value: HEADER, domain: DOMAIN.header, pick: ({ header }) => header },
    ...sides.flatMap(({ side, of }): Criterion[] => [
      { value: side + NETS, domain: addresses, pick: (ranges) => of(ranges).nets },
      ...labelSubsets.map(({ values }, subset) => ({
        value: side + LABELS + subset,
        domain: values,
        pick: (ranges: RuleRanges) => of(ranges).labelSubsets?.[subset],
      })),
    ]),
  ];
}

/** The tables of some rules in a row, by the values that they read. */
interface Block {
  readonly first: number;
  readonly rules: number;
  readonly tables: readonly { readonly value: number; readonly table: CriterionTable }[];
}

/** Compiles at most `BLOCK` rules: as one block, or as smaller ones where a table would have too many rows. */
function compileBlocks(ranges: readonly RuleRanges[], first: number, criteria: readonly Criterion[]): readonly Block[] {
  const tables: { readonly value: number; readonly table: CriterionTable }[] = [];
  for (const { value, domain, pick } of criteria) {
    const accepted = ranges.map(pick);
    if (accepted.every((values) => values === undefined)) continue;
    const table = compileCriterionTable(accepted, domain);
    if (table === undefined) {
      const half = ranges.length >>> 1;
      return [[0, half] as const, [half, ranges.length] as const].flatMap(([from, to]) =>
        compileBlocks(ranges.slice(from, to), first + from, criteria),
      );
    }
    tables.push({ value, table });
  }
  return [{ first, rules: ranges.length, tables }];
}

/** Puts the tables of all blocks one behind the other, each block's behind a row of all its rules. */
function pack(blocks: readonly Block[]): Pick<RuleList, "blocks" | "criteria" | "pages" | "rows"> {
  const wordsOf = ({ rules }: Block) => Math.ceil(rules / 32);
  const pages = new Uint16Array(sum(blocks, ({ tables }) => sum(tables, ({ table }) => table.pages.length)));
  const rows = new Int32Array(
    sum(blocks, (block) => {
      const words = wordsOf(block);
      return (words + 1) * (1 + sum(block.tables, ({ table }) => table.rows.length / words));
    }),
  );
  const criteria: number[] = [];
  const starts: number[] = [];
  let [pageAt, rowAt] = [0, 0];
  const putRows = (from: Int32Array, words: number) => {
    for (let at = 0; at < from.length; at += words) {
      const summary = rowAt++;
      for (let word = 0; word < words; word++) {
        const bits = from[at + word] as number;
        rows[rowAt++] = bits;
        if (bits !== 0) rows[summary] = (rows[summary] as number) | (1 << word);
      }
    }
  };
  for (const block of blocks) {
    const words = wordsOf(block);
    starts.push(block.first, words, rowAt, criteria.length, criteria.length + FIELDS * block.tables.length);
    const all = new Int32Array(words);
    for (let rule = 0; rule < block.rules; rule++) {
      all[rule >>> 5] = (all[rule >>> 5] as number) | (1 << (rule & 31));
    }
    putRows(all, words);
    for (const { value, table } of block.tables) {
      criteria.push(value, table.shift, pageAt, pageAt + table.cuts, rowAt);
      pages.set(table.pages, pageAt);
      pageAt += table.pages.length;
      putRows(table.rows, words);
    }
  }
  return { blocks: Int32Array.from(starts), criteria: Int32Array.from(criteria), pages, rows };
}

function sum<T>(of: readonly T[], size: (one: T) => number): number {
  return of.reduce((total, one) => total + size(one), 0);
}

/** The rows of the criteria after the first six; used within one match only. */
const more = new Int32Array(VALUES);
/** How many criteria of a block are matched at once. */
export const SIX = 6;

/** The slot of the first rule that matches the packet; -1 when none does. */
export function firstMatch(list: RuleList, packet: ClassedPacket): number {
  const { blocks, criteria, pages, rows, inexact } = list;
  const { values } = packet;
  const unknown = list.reads & ~packet.classified;
  if (unknown !== 0) classify(packet, unknown, list.classes);
  for (let block = 0; block < blocks.length; block += BLOCK_FIELDS) {
    const stride = (blocks[block + 1] as number) + 1;
    const all = blocks[block + 2] as number;
    const first = blocks[block + 3] as number;
    const count = ((blocks[block + 4] as number) - first) / FIELDS;
    // Hardly a list has more than six criteria: their rows are in variables, and no loop is around what is done for each word.
    const a = count > 0 ? rowAt(criteria, first, values, pages, stride) : all;
    const b = count > 1 ? rowAt(criteria, first + FIELDS, values, pages, stride) : all;
    const c = count > 2 ? rowAt(criteria, first + 2 * FIELDS, values, pages, stride) : all;
    const d = count > 3 ? rowAt(criteria, first + 3 * FIELDS, values, pages, stride) : all;
    const e = count > 4 ? rowAt(criteria, first + 4 * FIELDS, values, pages, stride) : all;
    const f = count > 5 ? rowAt(criteria, first + 5 * FIELDS, values, pages, stride) : all;
    for (let one = SIX; one < count; one++) more[one] = rowAt(criteria, first + one * FIELDS, values, pages, stride);
    let common =
      (rows[a] as number) &
      (rows[b] as number) &
      (rows[c] as number) &
      (rows[d] as number) &
      (rows[e] as number) &
      (rows[f] as number);
    for (; common !== 0; common &= common - 1) {
      const word = 32 - Math.clz32(common & -common);
      let bits =
        (rows[a + word] as number) &
        (rows[b + word] as number) &
        (rows[c + word] as number) &
        (rows[d + word] as number) &
        (rows[e + word] as number) &
        (rows[f + word] as number);
      for (let one = SIX; one < count && bits !== 0; one++) bits &= rows[(more[one] as number) + word] as number;
      while (bits !== 0) {
        const lowest = bits & -bits;
        const slot = (blocks[block] as number) + (word - 1) * 32 + 31 - Math.clz32(lowest);
        if (inexact === undefined || inexact[slot] === 0 || isMatch(list, slot, packet)) return slot;
        bits ^= lowest;
      }
    }
  }
  return -1;
}

/** Where the row of a packet begins, for the criterion at `at`. */
function rowAt(criteria: Int32Array, at: number, values: Int32Array, pages: Uint16Array, stride: number): number {
  const value = values[criteria[at] as number] as number;
  const shift = criteria[at + 1] as number;
  const page = pages[(criteria[at + 2] as number) + (value >>> shift)] as number;
  const within = (page << shift) + (value & ((1 << shift) - 1));
  return (criteria[at + 4] as number) + (pages[(criteria[at + 3] as number) + within] as number) * stride;
}

/** Matches one rule with the explaining evaluator. */
function isMatch({ rules, world }: RuleList, slot: number, packet: ClassedPacket): boolean {
  const rule = rules[slot] as CompiledRule;
  const services = assumedMembership();
  const isMatch = matchRule(rule, packetOf(packet), { world, asWritten: false, services }).miss === undefined;
  if (services.defaulted.size > 0) packet.dependsOnServices = true;
  return isMatch;
}
