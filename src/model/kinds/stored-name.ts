import { kindNamed } from "./kinds.ts";
import type { StoredNames } from "./version.ts";

const TIER_PREFIX = "default.";
/** Policies made from an orchestrator's own carry these and are stored as they are named (recorded: np-name-06). */
const UNPREFIXED = ["knp.default.", "ossg.default."];

/** The name under which a resource is stored: with `prefixed` names policies are `default.NAME`, everything else is as typed. */
export function storedName(kind: string, name: string, names: StoredNames): string {
  if (names === "plain" || !kindNamed(kind)?.tiered || UNPREFIXED.some((prefix) => name.startsWith(prefix)))
    return name;
  return TIER_PREFIX + name;
}

/** The name people use for a stored one, as far as the name alone says it; policies without the prefix keep theirs. */
export function shownName(kind: string, stored: string): string {
  return kindNamed(kind)?.tiered && stored.startsWith(TIER_PREFIX) ? stored.slice(TIER_PREFIX.length) : stored;
}
