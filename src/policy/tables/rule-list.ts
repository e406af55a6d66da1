import { matchRule } from "../match/match.ts";
import { assumedMembership } from "../match/service-membership.ts";
import type { Action } from "../outcome.ts";
import type { CompiledRule, World } from "../world/compiled.ts";
import type { AddressClasses } from "./classes/address-classes.ts";
import { type ClassedPacket, classify, groupOf } from "./classes/classed-packet.ts";
import { type Criterion, headOf } from "./classes/criterion-table.ts";
import { compileBlocks, MOST_CRITERIA, type RuleBlock } from "./classes/rule-block.ts";
import { isForFamily, ruleRanges } from "./classes/rule-ranges.ts";
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
  /** Whether the action of any is PASS. */
  readonly passes: boolean;
  /** By slot, 1 where a match in the tables must still be checked; absent where all are exact. */
  readonly inexact: Uint8Array | undefined;
  readonly blocks: readonly RuleBlock[];
  /** The groups of a packet's words that the criteria read. */
  readonly reads: number;
  readonly world: World;
  readonly classes: AddressClasses;
}

const ACTIONS: Readonly<Record<Action, number>> = { Allow: ALLOW, Deny: DENY, Pass: PASS, Log: 0 };

/** Compiles rules, in order, for one family. `Log` never decides and is left out. */
export function compileRules(rules: readonly RuleAt[], family: 4 | 6, world: World, classes: AddressClasses): RuleList {
  const at = rules.filter(({ rule }) => rule.action !== "Log" && isForFamily(rule, family));
  const ranges = at.map(({ rule }) => ruleRanges(rule, { world, classes, family }));
  const blocks = compileBlocks(ranges, classes);
  return {
    rules: at.map(({ rule }) => rule),
    owners: Int32Array.from(at, ({ owner }) => owner),
    indexes: Int32Array.from(at, ({ index }) => index),
    actions: Uint8Array.from(at, ({ rule }) => ACTIONS[rule.action]),
    passes: at.some(({ rule }) => rule.action === "Pass"),
    inexact: ranges.every(({ isExact }) => isExact)
      ? undefined
      : Uint8Array.from(ranges, ({ isExact }) => (isExact ? 0 : 1)),
    blocks,
    reads: blocks.flatMap(({ criteria }) => criteria).reduce((groups, { word }) => groups | groupOf(word), 0),
    world,
    classes,
  };
}

/** The heads of the criteria after the first six; used within one match only. */
const more = new Int32Array(MOST_CRITERIA);

/** The slot of the first rule that matches the packet; -1 when none does. */
export function firstMatch(list: RuleList, packet: ClassedPacket): number {
  const { blocks } = list;
  const { words } = packet;
  const unknown = list.reads & ~packet.classified;
  if (unknown !== 0) classify(packet, unknown, list.classes);
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as RuleBlock;
    const { criteria, pages, heads, tailWords, tails } = block;
    const count = criteria.length;
    // Hardly a list has more than six criteria: their rows are in variables, and no loop is around what is done for each word.
    const a = count > 0 ? headAt(criteria, 0, words, pages) : 0;
    const b = count > 1 ? headAt(criteria, 1, words, pages) : 0;
    const c = count > 2 ? headAt(criteria, 2, words, pages) : 0;
    const d = count > 3 ? headAt(criteria, 3, words, pages) : 0;
    const e = count > 4 ? headAt(criteria, 4, words, pages) : 0;
    const f = count > 5 ? headAt(criteria, 5, words, pages) : 0;
    let bits =
      (heads[a] as number) &
      (heads[b] as number) &
      (heads[c] as number) &
      (heads[d] as number) &
      (heads[e] as number) &
      (heads[f] as number);
    for (let one = SIX; one < count; one++) {
      const head = headAt(criteria, one, words, pages);
      more[one] = head;
      bits &= heads[head] as number;
    }
    if (bits !== 0) {
      const slot = firstOf(bits, block.first, list, packet);
      if (slot >= 0) return slot;
    }
    if (tailWords === 0) continue;
    let common =
      (heads[a + 1] as number) &
      (heads[b + 1] as number) &
      (heads[c + 1] as number) &
      (heads[d + 1] as number) &
      (heads[e + 1] as number) &
      (heads[f + 1] as number);
    for (; common !== 0; common &= common - 1) {
      const word = 31 - Math.clz32(common & -common);
      bits =
        (tails[(a >>> 1) * tailWords + word] as number) &
        (tails[(b >>> 1) * tailWords + word] as number) &
        (tails[(c >>> 1) * tailWords + word] as number) &
        (tails[(d >>> 1) * tailWords + word] as number) &
        (tails[(e >>> 1) * tailWords + word] as number) &
        (tails[(f >>> 1) * tailWords + word] as number);
      for (let one = SIX; one < count && bits !== 0; one++) {
        bits &= tails[((more[one] as number) >>> 1) * tailWords + word] as number;
      }
      if (bits === 0) continue;
      const slot = firstOf(bits, block.first + 32 * (word + 1), list, packet);
      if (slot >= 0) return slot;
    }
  }
  return -1;
}

/** How many criteria of a block are matched at once. */
const SIX = 6;

function headAt(criteria: readonly Criterion[], at: number, words: Int32Array, pages: Uint16Array): number {
  const criterion = criteria[at] as Criterion;
  return headOf(pages, words[criterion.word] as number, criterion);
}

/** The first slot, of those by bit from a slot on, whose rule does match the packet; -1 when none does. */
function firstOf(bits: number, first: number, list: RuleList, packet: ClassedPacket): number {
  for (let left = bits; left !== 0; left &= left - 1) {
    const slot = first + 31 - Math.clz32(left & -left);
    if (list.inexact === undefined || list.inexact[slot] === 0 || isMatch(list, slot, packet)) return slot;
  }
  return -1;
}

/** Matches one rule with the explaining evaluator. */
function isMatch({ rules, world }: RuleList, slot: number, packet: ClassedPacket): boolean {
  const rule = rules[slot] as CompiledRule;
  const services = assumedMembership();
  const isMatch = matchRule(rule, packetOf(packet), { world, asWritten: false, services }).miss === undefined;
  if (services.defaulted.size > 0) packet.dependsOnServices = true;
  return isMatch;
}
