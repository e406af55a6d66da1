import type { DecidedBy } from "../../policy/outcome.ts";
import { deciderKey } from "../paths/decided-packets.ts";
import type { DecidedPackets, KnownBoxes, Paths, PathsOptions } from "../paths/path-types.ts";
import { openPaths } from "../paths/paths.ts";
import type { PathCase } from "../paths/way.ts";
import { type Budget, budgetSpent } from "../sets/budget.ts";
import type { Packets } from "../sets/packet-space.ts";
import type { Box, Universe } from "../sets/universe.ts";
import type { ChangeablePackets } from "./changed-packets.ts";
import { differentlyMatched } from "./differently-matched.ts";
import type { LearnedBoxes } from "./learned-boxes.ts";
import { sameRule } from "./same-rule.ts";

/**
 * How packets are decided differently: they are let through now, or dropped now; they are let through in both Worlds, and their
 * answers in one only; or only what decides about them is another.
 */
export type ChangeKind = "allowed" | "denied" | "replies allowed" | "replies dropped" | "decider";

/** Packets of a way that change alike. */
export interface ChangedPackets {
  readonly kind: ChangeKind;
  readonly packets: Packets;
  /** What decides now: about the packets, or about their answers where these change. */
  readonly by: DecidedBy;
  /** What decided before; several where these packets were decided by several. */
  readonly was: readonly DecidedBy[];
  /** What drops the answers of packets that are newly allowed. */
  readonly replyDropped?: DecidedBy;
}

/** How a way is compared. */
export interface CompareOptions {
  readonly universe: Universe;
  /** The packets that are compared. */
  readonly start: readonly Box[];
  /** The lists of rules that differ, where nothing else does. */
  readonly lists?: ChangeablePackets["lists"];
  /** What is known of ways that were compared. */
  readonly learned: LearnedBoxes;
  /** Whether packets also count that only another rule decides about. */
  readonly deciders: boolean;
  /** Whether what becomes of answers may change. */
  readonly replies: boolean;
  readonly budget?: Budget;
}

/** Packets that a way decides differently in two Worlds, and the sets that they are in: the first case is that before. */
export interface ComparedWay {
  readonly paths: Paths;
  readonly changes: readonly ChangedPackets[];
}

/** What becomes of packets and their answers. */
type Fate = "deny" | "allow" | "answers dropped";

/** Compares what becomes of the packets of a way. */
export function compareWays(before: PathCase, after: PathCase, options: CompareOptions): ComparedWay {
  const { universe, start, lists, replies, budget, learned } = options;
  const open: PathsOptions = { universe, start, deciders: true, replies, ...(budget && { budget }) };
  const compare = (known?: KnownBoxes) =>
    compareIn(openPaths([before, after], known ? { ...open, known } : open), options);
  return lists ? learned.use(after.way, lists.all, compare) : compare();
}

function compareIn(paths: Paths, { lists, deciders }: CompareOptions): ComparedWay {
  const [before, after] = paths.cases as readonly [PathCase, PathCase];
  const compared = lists
    ? differentlyMatched(paths, lists.changed, deciders)
    : deciders
      ? paths.start
      : otherFate(paths);
  if (compared === paths.space.none) return { paths, changes: [] };
  const [old, now] = [paths.decide(0, compared), paths.decide(1, compared)];
  if (lists === undefined) checkSameWay(paths, old, now);
  const changes = new Changes(paths);
  for (const part of now) {
    for (const one of old) {
      const change = changeOf(fateOf(one), part) ?? (deciders ? otherDecider(one, part, before, after) : undefined);
      if (change === undefined) continue;
      changes.add(change, paths.space.intersect(one.packets, part.packets), deciderBefore(change, one));
    }
  }
  return { paths, changes: changes.all() };
}

/** The packets that become of otherwise: found without what decides, of which there is much more. */
function otherFate(paths: Paths): Packets {
  const { space } = paths;
  const [old, now] = [paths.verdicts(0), paths.verdicts(1)];
  checkSameWay(paths, old, now);
  let found = space.none;
  for (const one of old)
    for (const part of now)
      if (fateOf(one) !== fateOf(part)) found = space.union(found, space.intersect(one.packets, part.packets));
  return found;
}

/**
 * Ends the comparison where packets get through on this way in one of the two only. Packets that are dropped before the node
 * translates them are on the way that they were sent for and on the one that they would have been translated to: one of these two
 * they do not take in the World that lets them on, and are compared on the other.
 */
function checkSameWay({ space }: Paths, old: readonly DecidedPackets[], now: readonly DecidedPackets[]): void {
  const union = (parts: readonly DecidedPackets[]) =>
    parts.reduce((set, one) => space.union(set, one.packets), space.none);
  const through = (parts: readonly DecidedPackets[]) => parts.filter((part) => fateOf(part) !== "deny");
  const isIn = (parts: readonly DecidedPackets[], all: Packets) => space.minus(union(parts), all) === space.none;
  const [before, after] = [union(old), union(now)];
  if (!isIn(through(old), after) || !isIn(through(now), before))
    budgetSpent("packets take this way in one of the two only: the node's translations differ");
}

type Change = Pick<ChangedPackets, "kind" | "by" | "replyDropped">;

/** Changes, those together that are of one kind and by the same. */
class Changes {
  readonly #space: Paths["space"];
  readonly #known = new Map<string, Change & { packets: Packets; readonly was: Set<DecidedBy> }>();

  constructor({ space }: Paths) {
    this.#space = space;
  }

  /** Adds packets; `was`: what decided about them before. */
  add(change: Change, packets: Packets, was: DecidedBy): void {
    if (packets === this.#space.none) return;
    const { kind, by, replyDropped } = change;
    const key = [kind, deciderKey(by), replyDropped ? deciderKey(replyDropped) : ""].join("|");
    const same = this.#known.get(key);
    if (same === undefined) this.#known.set(key, { ...change, packets, was: new Set([was]) });
    else {
      same.packets = this.#space.union(same.packets, packets);
      same.was.add(was);
    }
  }

  all(): readonly ChangedPackets[] {
    return [...this.#known.values()].map(({ was, ...change }) => ({
      ...change,
      was: [...new Map([...was].map((by) => [deciderKey(by), by])).values()],
    }));
  }
}

/** What decided before about what a change is of: packets, or their answers. */
function deciderBefore({ kind }: Change, { by, reply }: DecidedPackets): DecidedBy {
  return kind === "replies allowed" || kind === "replies dropped" ? (reply?.by ?? by) : by;
}

function fateOf({ verdict, reply }: DecidedPackets): Fate {
  if (verdict === "deny") return "deny";
  return reply?.verdict === "deny" ? "answers dropped" : "allow";
}

function changeOf(old: Fate, part: DecidedPackets): Change | undefined {
  const now = fateOf(part);
  const { by, reply } = part;
  if (old === now) return undefined;
  if (now === "deny") return { kind: "denied", by };
  if (old === "deny")
    return { kind: "allowed", by, ...(now === "answers dropped" && reply && { replyDropped: reply.by }) };
  return { kind: now === "answers dropped" ? "replies dropped" : "replies allowed", by: reply?.by ?? by };
}

/** What decides now about packets, or their answers, whose fate is the same, where that is another than before. */
function otherDecider(old: DecidedPackets, now: DecidedPackets, before: PathCase, after: PathCase): Change | undefined {
  if (fateOf(old) !== fateOf(now)) return undefined;
  if (!sameRule(old.by, before.world, now.by, after.world)) return { kind: "decider", by: now.by };
  if (old.reply === undefined || now.reply === undefined) return undefined;
  const isSame = sameRule(old.reply.by, before.world, now.reply.by, after.world);
  return isSame ? undefined : { kind: "decider", by: now.reply.by };
}
