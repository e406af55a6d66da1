import type { Budget } from "../../sets/budget.ts";
import { minimalCover, uncovered } from "../../sets/cover.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import type { Before, Taken, Taker } from "./taken-packets.ts";

/** A rule in a list: the packets of one IP version that it can match, and what comes before it. */
export interface RuleInList {
  readonly universe: Universe;
  readonly boxes: readonly Box[];
  readonly before: Before;
}

/** Why no packet comes to a rule. */
export interface Shadow {
  /** What takes its packets; none can be left out. */
  readonly takers: ReadonlySet<Taker>;
  /** Whether some of its packets do not come to its tier or profile at all. */
  readonly isStopped: boolean;
}

/** Whether a packet comes to the rule and matches it. Ends as `within` catches it where the budget is spent. */
export function isLive(rule: RuleInList, budget: Budget): boolean {
  return coming(rule).some((box) => leftOf(rule, box, budget) !== undefined);
}

/** What takes the packets of a rule in a list, of both IP versions, that is not live in any. */
export function shadowOf(rules: readonly RuleInList[], budget: Budget): Shadow {
  const takers = new Set<Taker>();
  for (const rule of rules) {
    for (const box of coming(rule)) {
      const near = meeting(rule, box);
      const boxes = near.map((taken) => taken.box);
      for (const at of minimalCover(rule.universe, box, boxes, budget) ?? []) takers.add((near[at] as Taken).by);
    }
  }
  return { takers: needed(rules, takers, budget), isStopped: rules.some((rule) => isStopped(rule, budget)) };
}

/** Whether the same things take all packets of the rule in other lists. */
export function takesAll(rules: readonly RuleInList[], takers: ReadonlySet<Taker>, budget: Budget): boolean {
  return rules.every((rule) =>
    coming(rule).every((box) => leftOf(rule, box, budget, ({ by }) => takers.has(by)) === undefined),
  );
}

/** Of things that together take all packets, those without which packets would be left. */
function needed(rules: readonly RuleInList[], takers: ReadonlySet<Taker>, budget: Budget): ReadonlySet<Taker> {
  const kept = new Set(takers);
  if (takers.size < 2) return kept;
  for (const taker of [...takers].reverse()) {
    kept.delete(taker);
    if (!takesAll(rules, kept, budget)) kept.add(taker);
  }
  return new Set([...takers].filter((taker) => kept.has(taker)));
}

function isStopped({ universe, boxes, before: { start } }: RuleInList, budget: Budget): boolean {
  return start !== undefined && boxes.some((box) => uncovered(universe, box, start, budget) !== undefined);
}

/** A part of the box that nothing takes before the rule. */
function leftOf(rule: RuleInList, box: Box, budget: Budget, counts: (taken: Taken) => boolean = () => true) {
  const near = meeting(rule, box).filter(counts);
  return uncovered(
    rule.universe,
    box,
    near.map((taken) => taken.box),
    budget,
  );
}

/** The packets of the rule that come to its section. */
function coming({ universe, boxes, before: { start } }: RuleInList): readonly Box[] {
  if (start === undefined) return boxes;
  return boxes.flatMap((box) => start.flatMap((one) => universe.intersect(box, one) ?? []));
}

function meeting({ universe, before: { taken, count } }: RuleInList, box: Box): readonly Taken[] {
  const [earlier = [], own = []] = taken;
  const near = earlier.filter((one) => universe.meets(one.box, box));
  for (let at = 0; at < count; at++) {
    const one = own[at] as Taken;
    if (universe.meets(one.box, box)) near.push(one);
  }
  return near;
}
