import type { Part } from "../../../policy/path/domain.ts";
import { endKey } from "../boxes/end-key.ts";
import type { MappedSet, MappedSets } from "./mapped-sets.ts";

/**
 * Joins parts that nothing tells apart on the rest of one traversal: there it does not matter which rule let packets on or what
 * decided them, but whether a rule did, and which verdict they have.
 */
export function joinParts<S>(sets: MappedSets<S>, parts: readonly Part<MappedSet<S>>[]): readonly Part<MappedSet<S>>[] {
  if (parts.length < 2) return parts;
  const joined = new Map<string, Part<MappedSet<S>>>();
  for (const part of parts) {
    const { packets, state, accepted, allowedBy, reached, decision } = part;
    const key = [
      packets.at.key,
      state,
      accepted ?? "",
      allowedBy === undefined ? "" : "allowed",
      endKey(reached),
      decision === undefined ? "" : `${decision.verdict} ${decision.dropStage ?? ""}`,
    ].join("/");
    const same = joined.get(key);
    joined.set(
      key,
      same === undefined
        ? part
        : { ...same, packets: sets.at(sets.algebra.union(same.packets.set, packets.set), packets.at) },
    );
  }
  return joined.size === parts.length ? parts : [...joined.values()];
}
