import type { DecidedBy } from "../../policy/outcome.ts";
import { deciderKey } from "../paths/decided-packets.ts";
import type { DecidedPackets, Paths } from "../paths/path-types.ts";
import { openPaths } from "../paths/paths.ts";
import type { PathCase } from "../paths/way.ts";
import type { Budget } from "../sets/budget.ts";
import type { Packets } from "../sets/packet-space.ts";
import type { Box, Universe } from "../sets/universe.ts";
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
  /** Whether packets also count that only another rule decides about. */
  readonly deciders: boolean;
  readonly budget?: Budget;
}

/** Packets that a way decides differently in two Worlds, and the sets that they are in: the first case is that before. */
export interface ComparedWay {
  readonly paths: Paths;
  readonly changes: readonly ChangedPackets[];
}

/** Compares what becomes of the packets of a way. */
export function compareWays(before: PathCase, after: PathCase, options: CompareOptions): ComparedWay {
  const { universe, start, deciders, budget } = options;
  const paths = openPaths([before, after], {
    universe,
    start,
    deciders: true,
    replies: true,
    ...(budget && { budget }),
  });
  const { space } = paths;
  const changes = new Map<string, ChangedPackets>();
  for (const old of paths.decide(0)) {
    for (const now of paths.decide(1)) {
      const change = changeOf(old, now, before, after, deciders);
      if (change === undefined) continue;
      const packets = space.intersect(old.packets, now.packets);
      if (packets === space.none) continue;
      const { kind, by, was, replyDropped } = change;
      const key = [kind, deciderKey(by), replyDropped ? deciderKey(replyDropped) : ""].join("|");
      const same = changes.get(key);
      changes.set(key, {
        ...change,
        packets: same === undefined ? packets : space.union(same.packets, packets),
        was:
          same === undefined || same.was.some((one) => deciderKey(one) === deciderKey(was))
            ? (same?.was ?? [was])
            : [...same.was, was],
      });
    }
  }
  return { paths, changes: [...changes.values()] };
}

interface Change {
  readonly kind: ChangeKind;
  readonly by: DecidedBy;
  readonly was: DecidedBy;
  readonly replyDropped?: DecidedBy;
}

function changeOf(
  old: DecidedPackets,
  now: DecidedPackets,
  before: PathCase,
  after: PathCase,
  deciders: boolean,
): Change | undefined {
  const change = { by: now.by, was: old.by };
  if (old.verdict !== now.verdict) {
    if (now.verdict === "deny") return { kind: "denied", ...change };
    return { kind: "allowed", ...change, ...(isDropped(now) && now.reply && { replyDropped: now.reply.by }) };
  }
  if (isDropped(old) !== isDropped(now)) {
    const ofReply = { by: now.reply?.by ?? now.by, was: old.reply?.by ?? old.by };
    return { kind: isDropped(now) ? "replies dropped" : "replies allowed", ...ofReply };
  }
  if (!deciders) return undefined;
  if (!sameRule(old.by, before.world, now.by, after.world)) return { kind: "decider", ...change };
  if (old.reply === undefined || now.reply === undefined) return undefined;
  const isSame = sameRule(old.reply.by, before.world, now.reply.by, after.world);
  return isSame ? undefined : { kind: "decider", by: now.reply.by, was: old.reply.by };
}

/** Whether the answers to packets are dropped. */
function isDropped({ verdict, reply }: DecidedPackets): boolean {
  return verdict === "allow" && reply?.verdict === "deny";
}
