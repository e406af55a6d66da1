import type { Direction } from "../../policy/outcome.ts";
import type { CompiledRule, CompiledRules } from "../../policy/world/compiled.ts";
import { objectNumber } from "../object-number.ts";
import { knownRuleBoxes } from "../paths/boxes/known-rule-boxes.ts";
import type { WorldSets } from "../paths/boxes/world-sets.ts";
import type { OrderedRules } from "../paths/path-types.ts";
import type { Box } from "../sets/universe.ts";
import { content } from "./content.ts";
import { type BothSets, sameInputs } from "./same-inputs.ts";
import { rulesOf } from "./stage-lists.ts";

/** A rule, with the text by which it is the same rule as one of the other World. */
interface Entry {
  readonly text: string;
  readonly rule: CompiledRule;
}

/** More pairs of rules than this, of one list or of all of a question, are not compared one by one: then all of them count as changed. */
const MOST_PAIRS = { ofList: 1_000_000, ofAll: 20_000_000 } as const;

/** What is known of lists in two Worlds. */
interface Compared {
  readonly boxes: Map<string, readonly Box[]>;
  pairs: number;
}

const memos = new WeakMap<WorldSets, Compared>();

/** A list of rules that differs in two Worlds, by whose they are. */
export interface ChangedList {
  readonly direction: Direction;
  /** What both begin with, and what both end with: the same rules, which match the same packets. */
  readonly first: readonly CompiledRules[];
  readonly last: readonly CompiledRules[];
  /** What is between. */
  readonly before: readonly CompiledRules[];
  readonly after: readonly CompiledRules[];
}

/** What is left of two lists of rules without what they begin and end with alike. */
export function changedList(before: OrderedRules, after: OrderedRules, sets: BothSets): ChangedList {
  const { direction } = before;
  const isAlike = sameInputs(sets);
  const [first, last] = commonEnds(before.owners, after.owners, (one, other) => one === other && isAlike(one));
  const between = (owners: readonly CompiledRules[]) => owners.slice(first, owners.length - last);
  return {
    direction,
    first: before.owners.slice(0, first),
    last: before.owners.slice(before.owners.length - last),
    before: between(before.owners),
    after: between(after.owners),
  };
}

/**
 * The packets that rules match which only one of two lists has, or has at another place. All others meet the same rules in
 * both, in the same order, so that the first that matches is the same. With `deciders` rules are the same only where they are
 * of the same policy.
 */
export function changedRules(list: ChangedList, sets: BothSets, deciders: boolean): readonly Box[] {
  const compared = memos.get(sets.before) ?? { boxes: new Map<string, readonly Box[]>(), pairs: 0 };
  memos.set(sets.before, compared);
  // Many endpoints have the same policies that changed.
  const owners = [list.before, list.after].map((one) => one.map(objectNumber).join());
  const key = [objectNumber(sets.after), deciders, list.direction, ...owners].join(" ");
  const boxes = compared.boxes.get(key) ?? findChanged(list, sets, deciders, compared);
  compared.boxes.set(key, boxes);
  return boxes;
}

function findChanged(list: ChangedList, sets: BothSets, deciders: boolean, compared: Compared): readonly Box[] {
  const { direction } = list;
  const isSame = sets.before === sets.after;
  const entries = (owners: readonly CompiledRules[], of: WorldSets): Entry[] =>
    [...rulesOf({ owners, direction })].flatMap(({ owner, rule }) => {
      if (rule.action === "Log") return [];
      const matched = isSame
        ? content(rule)
        : knownRuleBoxes(of, rule, sets.spend)
            .map(({ id }) => id)
            .sort()
            .join();
      return [{ text: `${deciders ? ruleName(owner, rule) : rule.action} ${matched}`, rule }];
    });
  const [old, now] = [entries(list.before, sets.before), entries(list.after, sets.after)];
  const [first, last] = commonEnds(old, now, (one, other) => one.text === other.text);
  const [gone, added] = outsideCommon(
    old.slice(first, old.length - last),
    now.slice(first, now.length - last),
    compared,
  );
  return [
    ...gone.flatMap(({ rule }) => knownRuleBoxes(sets.before, rule, sets.spend)),
    ...added.flatMap(({ rule }) => knownRuleBoxes(sets.after, rule, sets.spend)),
  ];
}

/** What a rule is in two Worlds: whose it is, and what it says. */
export function ruleName({ located: { resource } }: CompiledRules, rule: CompiledRule): string {
  const { kind, metadata } = resource;
  return `${kind} ${metadata.namespace ?? ""}/${metadata.name} ${content(rule)}`;
}

type Lists = readonly [readonly Entry[], readonly Entry[]];

/** How many entries two lists begin with alike, and with how many of the others they end alike. */
function commonEnds<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (one: T, other: T) => boolean,
): readonly [first: number, last: number] {
  const same = (i: number, j: number) => isSame(a[i] as T, b[j] as T);
  let first = 0;
  while (first < Math.min(a.length, b.length) && same(first, first)) first++;
  let last = 0;
  const most = Math.min(a.length, b.length) - first;
  while (last < most && same(a.length - 1 - last, b.length - 1 - last)) last++;
  return [first, last];
}

/** What is left of two lists without a longest common part, in order; all of them where they are too long. */
function outsideCommon(a: readonly Entry[], b: readonly Entry[], compared: Compared): Lists {
  const pairs = a.length * b.length;
  if (pairs === 0 || pairs > MOST_PAIRS.ofList || compared.pairs + pairs > MOST_PAIRS.ofAll) return [a, b];
  compared.pairs += pairs;
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      const [down, right] = [lengths[at + width] ?? 0, lengths[at + 1] ?? 0];
      lengths[at] = a[i]?.text === b[j]?.text ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  const [gone, added]: [Entry[], Entry[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] as Entry, b[j] as Entry];
    const at = i * width + j;
    if (one.text === other.text) {
      i++;
      j++;
    } else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) {
      gone.push(one);
      i++;
    } else {
      added.push(other);
      j++;
    }
  }
  return [
    [...gone, ...a.slice(i)],
    [...added, ...b.slice(j)],
  ];
}
