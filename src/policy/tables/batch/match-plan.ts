import { DESTINATION, DESTINATION_PORT, HEADER, SOURCE } from "../classes/classed-packet.ts";
import type { Criterion } from "../classes/criterion-table.ts";
import type { RuleBlock } from "../classes/rule-block.ts";
import { ALLOW, DENY, PASS, type RuleList } from "../rule-list.ts";
import { BY_RULE, DENIED, NEXT } from "./decisions.ts";

/**
 * How the packets of a tile are matched with a block. Nearly all criteria have one of a few shapes, of which a loop can ask several
 * at once; `NONE` is where the block has none of a shape. The others are asked one by one.
 */
export interface MatchPlan {
  readonly block: RuleBlock;
  /** By slot from the block's first on, what becomes of packets that the rule matches, with its slot. */
  readonly outcomes: Int32Array;
  readonly port: Criterion | undefined;
  /** Asked with the port, or with the criteria of `side`. */
  readonly header: Criterion;
  readonly others: readonly Criterion[];
  /** The sides whose address any criterion reads. */
  readonly sides: readonly Side[];
  /** The side of the last criteria: pages of the first word, and rows by the lower and by the upper half of the second. */
  readonly side: Side;
  readonly nets: Criterion;
  readonly lower: Criterion;
  readonly upper: Criterion;
}

/** A side, by its first word. */
export type Side = typeof SOURCE | typeof DESTINATION;

/** Stands for a criterion that there is not: it finds the row of all rules. */
const NONE: Criterion = { word: SOURCE, from: 0, mask: 0, at: 0, shift: 0, cutFrom: 0, cutMask: 0 };

/** By action of a rule, what becomes of packets that it matches. */
const MATCHED = new Int32Array(4);
MATCHED[ALLOW] = BY_RULE;
MATCHED[DENY] = DENIED;
MATCHED[PASS] = NEXT;

const plans = new WeakMap<RuleList, readonly MatchPlan[]>();

/** The plans of a list, block by block. */
export function matchPlans(list: RuleList): readonly MatchPlan[] {
  const known = plans.get(list) ?? list.blocks.map((block) => planOf(block, list));
  plans.set(list, known);
  return known;
}

function planOf(block: RuleBlock, { actions }: RuleList): MatchPlan {
  const { first, count, criteria } = block;
  const find = (inWord: number, atBit: number, isPaged: boolean) =>
    criteria.find(({ word, from, shift }) => word === inWord && from === atBit && shift > 0 === isPaged);
  const sides = ([SOURCE, DESTINATION] as const).filter((side) =>
    criteria.some(({ word }) => word === side || word === side + 1),
  );
  const side = sides.at(-1) ?? SOURCE;
  const last = [find(side, 0, true), find(side + 1, 0, false), find(side + 1, 16, false)] as const;
  const port = find(DESTINATION_PORT, 0, true);
  const header = find(HEADER, 0, false);
  const others = criteria.filter((one) => one !== port && one !== header && !last.includes(one));
  // With a port or as one of the last, if nothing comes before these.
  const isHeaderOther = header !== undefined && port === undefined && others.length > 0;
  const [nets = NONE, lower = NONE, upper = NONE] = last;
  return {
    block,
    outcomes: Int32Array.from({ length: count }, (_, rule) => {
      const slot = first + rule;
      return (MATCHED[actions[slot] as number] as number) | slot;
    }),
    port,
    header: header === undefined || isHeaderOther ? NONE : header,
    others: isHeaderOther ? [header, ...others] : others,
    sides,
    side,
    nets,
    lower,
    upper,
  };
}
