import { boxesOf } from "../paths/boxes/boxes-of.ts";
import { boxesOfList } from "../paths/boxes/known-rule-boxes.ts";
import type { OrderedRules } from "../paths/path-types.ts";
import type { PathCase } from "../paths/way.ts";
import type { Box, Universe } from "../sets/universe.ts";
import { type ChangedList, changedList, changedRules } from "./changed-rules.ts";
import { sameConditions, translates } from "./same-conditions.ts";
import type { BothSets } from "./same-inputs.ts";
import { hasUntracked, stageLists } from "./stage-lists.ts";

/** Packets that two Worlds may decide differently. */
export interface ChangeablePackets {
  readonly boxes: readonly Box[];
  /** Whether what becomes of their answers may be another, too. */
  readonly replies: boolean;
  /** The lists of rules that differ, where nothing else does and packets come to all of them as they are sent. */
  readonly lists?: {
    readonly changed: readonly ChangedList[];
    /** All lists that the packets come to, before and after. */
    readonly all: readonly (readonly OrderedRules[])[];
  };
}

/**
 * Packets of a way outside of which two Worlds certainly decide alike: none where nothing about the way differs, all of them where
 * more than rules does. Where only rules do, a packet that none of the differing ones matches meets the same rules in both. That
 * is of packets as they are when they come to the rules: where a translation or an answer may come between, more are taken. Ends as
 * `within` catches it where boxes of rules are too many.
 */
export function changedPackets(
  before: PathCase,
  after: PathCase,
  sets: BothSets,
  deciders: boolean,
): ChangeablePackets {
  const { universe } = sets.before;
  const everything = { boxes: [universe.everything], replies: true };
  if (!sameConditions(before, after)) return everything;
  const [old, now] = [stageLists(before, deciders), stageLists(after, deciders)];
  if (old.length !== now.length) return everything;
  const boxes: Box[] = [];
  const lists: ChangedList[] = [];
  for (const [i, stage] of old.entries()) {
    const other = now[i];
    if (other === undefined || stage.frame !== other.frame) return everything;
    for (const [j, list] of stage.lists.entries()) {
      const with_ = other.lists[j];
      if (with_ === undefined) return everything;
      const changed = changedList(list, with_, sets);
      if (changed.before.length + changed.after.length === 0) continue;
      const ofRules = changedRules(changed, sets, deciders);
      if (ofRules.length === 0) continue;
      boxes.push(...ofRules);
      lists.push(changed);
    }
  }
  if (boxes.length === 0) return { boxes, replies: false };
  const all = [old, now].map((stages) => stages.flatMap((stage) => stage.lists));
  for (const [i, of] of [sets.before, sets.after].entries())
    for (const { owners, direction } of all[i] ?? [])
      for (const owner of owners) boxesOfList(of, owner, direction, sets.spend);
  if (translates(before.way)) return everything;
  // Answers of tracked connections meet no rules but those of untracked policy.
  const replies = deciders || hasUntracked(before) || hasUntracked(after);
  const answers = replies ? boxes.flatMap((box) => answeredBy(universe, box)) : [];
  return { boxes: [...new Set([...boxes, ...answers])], replies, ...(!replies && { lists: { changed: lists, all } }) };
}

/** The packets whose answers are in a box, and perhaps others: ICMP types count for nothing. */
function answeredBy(universe: Universe, { parts }: Box): readonly Box[] {
  const { protocol, source, destination, sourcePort, portOrIcmp } = parts;
  const hasPorts = protocol !== undefined && !protocol.intervals.some(([first, last]) => isIcmp(first, last));
  return boxesOf(universe, {
    ...(protocol && { protocol: protocol.intervals }),
    ...(source && { destination: source.intervals }),
    ...(destination && { source: destination.intervals }),
    ...(hasPorts && sourcePort && { portOrIcmp: sourcePort.intervals }),
    ...(hasPorts && portOrIcmp && { sourcePort: portOrIcmp.intervals }),
  });
}

const ICMP_NUMBERS = [1, 58];

function isIcmp(first: number | bigint, last: number | bigint): boolean {
  return ICMP_NUMBERS.some((number) => first <= number && number <= last);
}
