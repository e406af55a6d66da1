import type { KindInfo } from "../model/kinds/kind.ts";
import { kindNamed } from "../model/kinds/kinds.ts";
import type { StoredNames } from "../model/kinds/version.ts";
import type { ResourceId } from "../model/resource.ts";

const ROOT = "/calico/resources/v3/projectcalico.org";
const TIER_PREFIX = "default.";
/** Policies made from an orchestrator's own carry these and are stored as they are named (recorded: np-name-06). */
const UNPREFIXED = ["knp.default.", "ossg.default."];

/** The kind's row; asking for a kind that has none is a bug of the caller's. */
function info(kind: string): KindInfo {
  const found = kindNamed(kind);
  if (found === undefined) throw new TypeError(`no such kind: ${kind}`);
  return found;
}

/** The name under which a resource is stored: with `prefixed` names policies are `default.NAME`, everything else is as typed. */
export function storedName(kind: string, name: string, names: StoredNames): string {
  if (names === "plain" || !info(kind).tiered || UNPREFIXED.some((prefix) => name.startsWith(prefix))) return name;
  return TIER_PREFIX + name;
}

/** The name people use for a stored one, as far as the name alone says it; policies without the prefix keep theirs. */
export function shownName(kind: string, stored: string): string {
  return info(kind).tiered && stored.startsWith(TIER_PREFIX) ? stored.slice(TIER_PREFIX.length) : stored;
}

/** What every key of a kind begins with, of one namespace where one is given (recorded: layout.json). */
export function kindPrefix(kind: string, namespace?: string): string {
  const { plural, namespaced } = info(kind);
  return `${ROOT}/${plural}/${namespaced && namespace !== undefined ? `${namespace}/` : ""}`;
}

/** The namespace a resource lives in: `default` for a namespaced kind that names none, none for the other kinds. */
export function storedNamespace(id: ResourceId): string | undefined {
  return info(id.kind).namespaced ? id.namespace || "default" : undefined;
}

/** The key of a resource: `/calico/resources/v3/projectcalico.org/<plural>/[<namespace>/]<name>`. */
export function resourceKey(id: ResourceId, names: StoredNames): string {
  return kindPrefix(id.kind, storedNamespace(id)) + storedName(id.kind, id.name, names);
}

/** The id a key of that kind stands for; `undefined` when it has not the shape of one. */
export function parseKey(kind: string, key: string, names: StoredNames): ResourceId | undefined {
  const prefix = kindPrefix(kind);
  if (!key.startsWith(prefix)) return undefined;
  const parts = key.slice(prefix.length).split("/");
  if (parts.some((part) => part === "") || parts.length !== (info(kind).namespaced ? 2 : 1)) return undefined;
  const [first = "", second] = parts;
  const shown = (name: string): string => (names === "plain" ? name : shownName(kind, name));
  return second === undefined ? { kind, name: shown(first) } : { kind, namespace: first, name: shown(second) };
}
