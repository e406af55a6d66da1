import type { CompiledRules } from "../../policy/world/compiled.ts";
import type { Paths } from "../paths/path-types.ts";
import type { Packets } from "../sets/packet-space.ts";
import { type ChangedList, ruleName } from "./changed-rules.ts";

/**
 * The packets of the start that lists of rules do something else with than before, or with `deciders` by another rule, if they
 * come to them: all others meet rules that do the same in both Worlds, and so take the same path. The first of two cases is that
 * before.
 */
export function differentlyMatched(paths: Paths, lists: readonly ChangedList[], deciders: boolean): Packets {
  const { space, start } = paths;
  return lists.reduce((found, list) => space.union(found, differentIn(paths, list, start, deciders)), space.none);
}

/** Packets by what a list of rules does with them, and those that it leaves open. */
interface Matched {
  readonly byEnd: ReadonlyMap<string, Packets>;
  readonly rest: Packets;
}

function differentIn(
  paths: Paths,
  { direction, first, before, after, last }: ChangedList,
  start: Packets,
  deciders: boolean,
): Packets {
  const { space } = paths;
  const withoutMatched = (packets: Packets, owners: readonly CompiledRules[]): Packets => {
    let rest = packets;
    for (const owner of owners)
      for (const { action, matched } of paths.rules(0, owner, direction))
        if (action !== "Log") rest = space.minus(rest, matched);
    return rest;
  };
  const match = (index: number, owners: readonly CompiledRules[], packets: Packets): Matched => {
    const byEnd = new Map<string, Packets>();
    let rest = packets;
    for (const owner of owners) {
      for (const { index: at, action, matched } of paths.rules(index, owner, direction)) {
        if (rest === space.none) return { byEnd, rest };
        if (action === "Log") continue;
        const rule = owner[direction][at];
        const end = deciders && rule ? `${action} ${ruleName(owner, rule)}` : action;
        byEnd.set(end, space.union(byEnd.get(end) ?? space.none, space.intersect(rest, matched)));
        rest = space.minus(rest, matched);
      }
    }
    return { byEnd, rest };
  };
  const coming = withoutMatched(start, first);
  const [old, now] = [match(0, before, coming), match(1, after, coming)];
  const stillOpen = space.intersect(old.rest, now.rest);
  const later = match(0, last, space.minus(space.union(old.rest, now.rest), stillOpen));
  let same = stillOpen;
  for (const end of new Set([...old.byEnd.keys(), ...now.byEnd.keys(), ...later.byEnd.keys()])) {
    const all = ({ byEnd, rest }: Matched) =>
      space.union(byEnd.get(end) ?? space.none, space.intersect(rest, later.byEnd.get(end) ?? space.none));
    same = space.union(same, space.intersect(all(old), all(now)));
  }
  return space.minus(coming, same);
}
