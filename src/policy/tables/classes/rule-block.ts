import type { AddressClasses } from "./address-classes.ts";
import type { Ranges } from "./address-ranges.ts";
import { DESTINATION, DESTINATION_PORT, HEADER, SOURCE, SOURCE_PORT } from "./classed-packet.ts";
import { BLOCK, type Criterion, compileCriterion, FEW_VALUES, type Field } from "./criterion-table.ts";
import { MAX_LABEL_SUBSETS } from "./label-subsets.ts";
import { HEAD_WORDS, rowPool } from "./row-pool.ts";
import { PORTS, type RuleRanges } from "./rule-ranges.ts";

/**
 * At most `BLOCK` rules in a row, as tables. A criterion finds the row of a packet: a bit for each rule that accepts it. The rules that
 * match have a bit in the rows of all criteria. Most packets match one of the first rules, or none: the head of a row is a word for the
 * first 32, and one that says which words of its tail, those for the other rules, are not 0. The first row is all rules.
 */
export interface RuleBlock {
  /** The slot of its first rule, and how many it has. */
  readonly first: number;
  readonly count: number;
  /** The criteria that any of its rules has. */
  readonly criteria: readonly Criterion[];
  /** Of all criteria; the first says where the head of the first row is. */
  readonly pages: Uint16Array;
  /** `HEAD_WORDS` of each row. */
  readonly heads: Int32Array;
  /** How many words a tail has. */
  readonly tailWords: number;
  readonly tails: Int32Array;
}

/** The most criteria of a block: ports and networks of both sides, the header, and label subsets of both sides. */
export const MOST_CRITERIA = 5 + 2 * MAX_LABEL_SUBSETS;

/** A criterion of rules: where the value is that it reads, and which values a rule accepts. */
interface RuleCriterion extends Field {
  readonly pick: (ranges: RuleRanges) => Ranges | undefined;
}

/** Compiles rules, in order. */
export function compileBlocks(ranges: readonly RuleRanges[], classes: AddressClasses): RuleBlock[] {
  const blocks: RuleBlock[] = [];
  for (let first = 0; first < ranges.length; first += BLOCK) {
    blocks.push(...compileBlock(ranges.slice(first, first + BLOCK), first, ruleCriteria(classes)));
  }
  return blocks;
}

/** Ports come first: most packets are to a port that few rules of a list have, if any. */
function ruleCriteria({ headers, nets, labelSubsets }: AddressClasses): readonly RuleCriterion[] {
  const sides = [
    { port: DESTINATION_PORT, address: DESTINATION, of: ({ destination }: RuleRanges) => destination },
    { port: SOURCE_PORT, address: SOURCE, of: ({ source }: RuleRanges) => source },
  ];
  const inWords = (field: Field, address: number): Field => ({ ...field, word: address + field.word });
  return [
    ...sides.map(({ port, of }): RuleCriterion => {
      return { word: port, from: 0, domain: PORTS, isPaged: true, pick: (ranges) => of(ranges).ports };
    }),
    { word: HEADER, from: 0, domain: headers.count, isPaged: headers.count > FEW_VALUES, pick: ({ header }) => header },
    ...sides.flatMap(({ address, of }): RuleCriterion[] => [
      { ...inWords(nets, address), pick: (ranges) => of(ranges).nets },
      ...labelSubsets.map(({ field }, subset) => ({
        ...inWords(field, address),
        pick: (ranges: RuleRanges) => of(ranges).labelSubsets?.[subset],
      })),
    ]),
  ];
}

/** Compiles at most `BLOCK` rules: as one block, or as smaller ones where it would have too many rows. */
function compileBlock(
  ranges: readonly RuleRanges[],
  first: number,
  wanted: readonly RuleCriterion[],
): readonly RuleBlock[] {
  const pool = rowPool(Math.ceil(ranges.length / 32));
  pool.add(allRules(ranges.length));
  const criteria: Criterion[] = [];
  const parts: Uint16Array[] = [new Uint16Array(1)];
  let size = 1;
  for (const { pick, ...field } of wanted) {
    const accepted = ranges.map(pick);
    if (accepted.every((values) => values === undefined)) continue;
    const compiled = compileCriterion(accepted, field, pool, size);
    if (compiled === undefined) {
      const half = ranges.length >>> 1;
      return [[0, half] as const, [half, ranges.length] as const].flatMap(([from, to]) =>
        compileBlock(ranges.slice(from, to), first + from, wanted),
      );
    }
    criteria.push(compiled.criterion);
    parts.push(compiled.pages);
    size += compiled.pages.length;
  }
  return [{ first, count: ranges.length, criteria, pages: joined(parts, size), ...splitRows(pool.rows(), pool.words) }];
}

function allRules(count: number): Int32Array {
  const bits = new Int32Array(Math.ceil(count / 32));
  for (let rule = 0; rule < count; rule++) bits[rule >>> 5] = (bits[rule >>> 5] as number) | (1 << (rule & 31));
  return bits;
}

function joined(parts: readonly Uint16Array[], size: number): Uint16Array {
  const pages = new Uint16Array(size);
  let at = 0;
  for (const part of parts) {
    pages.set(part, at);
    at += part.length;
  }
  return pages;
}

/** Heads and tails of rows. */
function splitRows(rows: Int32Array, words: number): Pick<RuleBlock, "heads" | "tailWords" | "tails"> {
  const tailWords = words - 1;
  const count = rows.length / words;
  const heads = new Int32Array(HEAD_WORDS * count);
  const tails = new Int32Array(tailWords * count);
  for (let row = 0; row < count; row++) {
    heads[HEAD_WORDS * row] = rows[row * words] as number;
    for (let word = 0; word < tailWords; word++) {
      const bits = rows[row * words + 1 + word] as number;
      tails[row * tailWords + word] = bits;
      if (bits !== 0) heads[HEAD_WORDS * row + 1] = (heads[HEAD_WORDS * row + 1] as number) | (1 << word);
    }
  }
  return { heads, tailWords, tails };
}
