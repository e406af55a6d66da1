import type { CompiledRules } from "../../../policy/world/compiled.ts";
import { PORT_PROTOCOLS } from "../../paths/boxes/dimension-values.ts";
import type { SharedBudget } from "../../sets/budget.ts";
import { isCovered, minimalCover, packetsTried } from "../../sets/cover.ts";
import type { Value } from "../../sets/dimension.ts";
import { includes } from "../../sets/interval-list.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { PassageSearch, type PassedEntry, type PassedList } from "./passage-search.ts";
import type { RuleList } from "./rule-lists.ts";
import type { Taken, TakenPackets, Taker } from "./taken-packets.ts";

/** Packets of something that takes them, or of a Pass. */
interface Entry extends PassedEntry {
  readonly by?: Taker;
}

/**
 * What packets come to before a rule, in order, as it is written. It says the same as `Before`, which has what each section
 * leaves of the ones before: those may be very many boxes where rules overlap and pass on.
 */
export interface Passage {
  /** Lists in which the first entry that has a packet decides. */
  readonly lists: readonly PassedList<Entry>[];
  /** What takes packets wherever it stands. */
  readonly last: readonly Entry[];
}

/** What comes before a rule in a list. */
export function passageTo(family: TakenPackets, list: RuleList, rules: CompiledRules, index: number): Passage {
  const { universe } = family;
  const last = entriesOf(family.takenByFailsafes(list));
  const lists: PassedList<Entry>[] = [];
  for (const earlier of list.earlier) {
    const past = family.takenByFailsafes(earlier).map(({ box }): Entry => ({ box, takes: false }));
    for (const { own } of earlier.sections.map((section) => family.inSection(section, earlier.direction))) {
      const entries = [...past, ...entriesOf(own)];
      const decided = list.stage === "pre-DNAT" ? entries : whateverDestination(universe, entries);
      lists.push({ entries: decided, passesOn: true });
    }
  }
  for (const section of list.sections) {
    const { own, counts } = family.inSection(section, list.direction);
    const count = counts.get(rules)?.[index];
    if (count === undefined) {
      lists.push({ entries: entriesOf(own), passesOn: section.passesOn });
      continue;
    }
    // Of its own section, a Pass before the rule takes packets as well, where it is certain what it matches.
    const certain = own.slice(0, count).filter(({ isPossible }) => !isPossible);
    last.push(...entriesOf(certain).map((one) => ({ ...one, takes: true })));
    break;
  }
  return simplified(lists, last);
}

/** What may only perhaps be taken counts as not taken; what may be passed on, as passed on. */
function entriesOf(taken: readonly Taken[]): Entry[] {
  return taken.flatMap(({ box, by, isPossible }) => {
    const isPass = by.kind === "rule" && by.action === "Pass";
    return isPossible && !isPass ? [] : [{ box, takes: !isPass, by }];
  });
}

/** A list in which nothing is passed on takes the same wherever it stands. */
function simplified(lists: readonly PassedList<Entry>[], last: readonly Entry[]): Passage {
  const isPlain = ({ entries, passesOn }: PassedList<Entry>) => passesOn && entries.every(({ takes }) => takes);
  return {
    lists: lists.filter((one) => !isPlain(one)),
    last: [...last, ...lists.filter(isPlain).flatMap(({ entries }) => entries)],
  };
}

/** After DNAT another destination and port may have been the first ones: only what is decided whatever these are counts. */
function whateverDestination(universe: Universe, entries: readonly Entry[]): Entry[] {
  const ported = universe.values("protocol", PORT_PROTOCOLS);
  return entries.flatMap((entry) => {
    const { protocol, destination, portOrIcmp, ...others } = entry.box.parts;
    const hasNoPorts = protocol && universe.intersectValues(protocol, ported).intervals.length === 0;
    const parts = { ...others, ...(protocol && { protocol }), ...(hasNoPorts && portOrIcmp && { portOrIcmp }) };
    const box = universe.box(parts) as Box;
    return entry.takes && box !== entry.box ? [] : [{ ...entry, box }];
  });
}

/** Whether a passage takes all packets of a box. `counts`: by these only. */
export function isTakenOnTheWay(
  universe: Universe,
  box: Box,
  { lists, last }: Passage,
  budget: SharedBudget,
  counts?: ReadonlySet<Taker>,
): boolean {
  const counted = (entries: readonly Entry[]) =>
    counts === undefined ? entries : entries.filter(({ takes, by }) => !takes || (by !== undefined && counts.has(by)));
  const ends = counted(last);
  // Most are taken by what is in the last lists alone, which needs no way through the others.
  if (isCovered(universe, box, boxesOf(ends), budget)) return true;
  if (lists.length === 0) return false;
  const passed = lists.map(({ entries, passesOn }) => ({ entries: counted(entries), passesOn }));
  return new PassageSearch(universe, box, { lists: passed, last: ends }, budget).isTaken();
}

/** What takes the packets of a box that a passage takes all of: enough, and perhaps more. */
export function takersOnTheWay(universe: Universe, box: Box, passage: Passage, budget: SharedBudget): Iterable<Taker> {
  const { last } = passage;
  const covering = minimalCover(universe, box, boxesOf(last), budget);
  if (covering) return covering.flatMap((at) => last[at]?.by ?? []);
  const search = new PassageSearch(universe, box, passage, budget);
  search.isTaken();
  return [...search.used].flatMap(({ by }) => by ?? []);
}

const boxesOf = (entries: readonly Entry[]): readonly Box[] => entries.map(({ box }) => box);

/** Whether one of a few packets of the box gets through. */
export function isSeenThrough(universe: Universe, box: Box, passage: Passage, budget: SharedBudget): boolean {
  const { lists, last } = passage;
  const looks = lists.reduce((sum, { entries }) => sum + entries.length, last.length);
  const getsThrough = (packet: readonly Value[]) => {
    budget.spend(1 + (looks >>> LOOKS_PER_STEP_BITS));
    return !isIn(packet, last) && lists.every((list) => isPassed(packet, list));
  };
  if (packetsTried(box).some(getsThrough)) return true;
  // Of lists that stop what they do not pass on, only what they pass on gets through.
  const passes = lists.filter(({ passesOn }) => !passesOn).at(-1)?.entries ?? [];
  return passes.some(({ takes, box: passed }) => {
    const both = takes ? undefined : universe.intersect(box, passed);
    return both !== undefined && packetsTried(both).some(getsThrough);
  });
}

/** Looks whether a packet is in a box take as long as a step where there are `2 ** 6` of them. */
const LOOKS_PER_STEP_BITS = 6;

function isPassed(packet: readonly Value[], { entries, passesOn }: PassedList<Entry>): boolean {
  const first = entries.find((entry) => isIn(packet, [entry]));
  return first === undefined ? passesOn : !first.takes;
}

function isIn(packet: readonly Value[], entries: readonly Entry[]): boolean {
  return entries.some(({ box: { sets } }) =>
    sets.every(({ isAll, intervals }, i) => isAll || includes(intervals, packet[i] as Value)),
  );
}

/** Whether some packets of the box are passed on by none of a list that passes only so. */
export function isStoppedOnTheWay(universe: Universe, box: Box, { lists }: Passage, budget: SharedBudget): boolean {
  return lists.some(({ entries, passesOn }) => {
    const passed = entries.flatMap(({ takes, box: one }) => (takes ? [] : [one]));
    return !passesOn && !isCovered(universe, box, passed, budget);
  });
}
