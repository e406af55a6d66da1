import type { SharedBudget } from "../../sets/budget.ts";
import { isCovered, isSeenUncovered, minimalCover } from "../../sets/cover.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { isSeenThrough, isStoppedOnTheWay, isTakenOnTheWay, type Passage, takersOnTheWay } from "./passages.ts";
import type { Before, Taken, Taker } from "./taken-packets.ts";

/** A rule in a list: the packets of one IP version that it can match, and what comes before it. */
export interface RuleInList {
  readonly universe: Universe;
  readonly boxes: readonly Box[];
  readonly before: Before | Passage;
}

/** Why no packet comes to a rule. */
export interface Shadow {
  /** What takes its packets; none can be left out. */
  readonly takers: ReadonlySet<Taker>;
  /** Whether some of its packets do not come to its tier or profile at all. */
  readonly isStopped: boolean;
}

/** Whether a packet comes to the rule and matches it. Ends as `within` catches it where the budget is spent. */
export function isLive(rule: RuleInList, budget: SharedBudget): boolean {
  return coming(rule, budget).some((box) => !isTaken(rule, box, budget));
}

/** Whether one of a few packets shows at once, without a search, that a rule is live; else it may be live, or not. */
export function isSeenLive(rule: RuleInList, budget: SharedBudget): boolean {
  const { universe, boxes, before } = rule;
  if (isPassage(before)) return boxes.some((box) => isSeenThrough(universe, box, before, budget));
  return coming(rule, budget).some((box) => {
    const near = meeting(universe, before, box, budget);
    budget.spend(1);
    return near !== "covered" && isSeenUncovered(box, boxesOf(near));
  });
}

/** What takes the packets of a rule in a list, of both IP versions, that is not live in any. */
export function shadowOf(rules: readonly RuleInList[], budget: SharedBudget): Shadow {
  const takers = new Set<Taker>();
  for (const rule of rules) {
    const { universe, before } = rule;
    for (const box of coming(rule, budget)) {
      if (isPassage(before)) {
        for (const taker of takersOnTheWay(universe, box, before, budget)) takers.add(taker);
        continue;
      }
      const { earlier, own, count } = before;
      const all = [...earlier, ...own.slice(0, count)].filter(({ isPossible }) => !isPossible);
      for (const at of minimalCover(universe, box, boxesOf(all), budget) ?? []) takers.add((all[at] as Taken).by);
    }
  }
  return { takers: needed(rules, takers, budget), isStopped: rules.some((rule) => isStopped(rule, budget)) };
}

/** Whether the same things take all packets of the rule in other lists. */
export function takesAll(rules: readonly RuleInList[], takers: ReadonlySet<Taker>, budget: SharedBudget): boolean {
  return rules.every((rule) => coming(rule, budget).every((box) => isTaken(rule, box, budget, takers)));
}

/** Of things that together take all packets, those without which packets would be left. */
function needed(rules: readonly RuleInList[], takers: ReadonlySet<Taker>, budget: SharedBudget): ReadonlySet<Taker> {
  const kept = new Set(takers);
  if (takers.size < 2) return kept;
  for (const taker of [...takers].reverse()) {
    kept.delete(taker);
    if (!takesAll(rules, kept, budget)) kept.add(taker);
  }
  return new Set([...takers].filter((taker) => kept.has(taker)));
}

function isStopped({ universe, boxes, before }: RuleInList, budget: SharedBudget): boolean {
  if (isPassage(before)) return boxes.some((box) => isStoppedOnTheWay(universe, box, before, budget));
  const { start } = before;
  return start !== undefined && boxes.some((box) => !isCovered(universe, box, start, budget));
}

function isPassage(before: Before | Passage): before is Passage {
  return "lists" in before;
}

/** Whether all packets of the box are taken before the rule; `counts`: by these. */
function isTaken(
  { universe, before }: RuleInList,
  box: Box,
  budget: SharedBudget,
  counts?: ReadonlySet<Taker>,
): boolean {
  if (isPassage(before)) return isTakenOnTheWay(universe, box, before, budget, counts);
  const near = meeting(universe, before, box, budget, counts);
  return near === "covered" || isCovered(universe, box, boxesOf(near), budget);
}

/** What takes some packets of the box before the rule, or `covered` where one takes all. */
function meeting(
  universe: Universe,
  { earlier, own, count }: Before,
  box: Box,
  budget: SharedBudget,
  counts?: ReadonlySet<Taker>,
): readonly Taken[] | "covered" {
  budget.spend((earlier.length + count) >>> LOOKS_PER_STEP_BITS);
  const near: Taken[] = [];
  for (let at = -earlier.length; at < count; at++) {
    const taken = (at < 0 ? earlier[at + earlier.length] : own[at]) as Taken;
    if (taken.isPossible || counts?.has(taken.by) === false || !universe.meets(taken.box, box)) continue;
    if (universe.contains(taken.box, box)) return "covered";
    near.push(taken);
  }
  return near;
}

/** Looks whether two boxes meet take as long as a step where there are `2 ** 6` of them. */
const LOOKS_PER_STEP_BITS = 6;

const boxesOf = (taken: readonly Taken[]): readonly Box[] => taken.map(({ box }) => box);

/** The packets of the rule that come to its section; all of them where that is found on the way. */
function coming({ universe, boxes, before }: RuleInList, budget: SharedBudget): readonly Box[] {
  if (isPassage(before) || before.start === undefined) return boxes;
  const { start } = before;
  budget.spend((boxes.length * start.length) >>> LOOKS_PER_STEP_BITS);
  return boxes.flatMap((box) => start.flatMap((one) => universe.intersect(box, one) ?? []));
}
