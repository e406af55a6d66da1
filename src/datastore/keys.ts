import type { KindInfo } from "../model/kinds/kind.ts";
import { allKinds, kindNamed } from "../model/kinds/kinds.ts";
import { shownName, storedName } from "../model/kinds/stored-name.ts";
import type { StoredNames } from "../model/kinds/version.ts";
import type { ResourceId } from "../model/resource.ts";

const ROOT = "/calico/resources/v3/projectcalico.org";
/** The kind's row; asking for a kind that has none is a bug of the caller's. */
function info(kind: string): KindInfo {
  const found = kindNamed(kind);
  if (found === undefined) throw new TypeError(`no such kind: ${kind}`);
  return found;
}

/** The kind whose keys a key or a prefix of keys is one of; `undefined` where it is none's. */
export function kindOfKey(key: string): KindInfo | undefined {
  const plural = key.startsWith(`${ROOT}/`) ? key.slice(ROOT.length + 1).split("/", 1)[0] : undefined;
  return allKinds().find((one) => one.plural === plural);
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

/**
 * Tells whether a key is the one of the resource of that kind, and of these stored names, with or without a namespace as
 * `parseKey` has it.
 */
export function keyCheck(kind: string): (key: string, name: string, namespace: string | undefined) => boolean {
  const prefix = kindPrefix(kind);
  const { namespaced } = info(kind);
  return (key, name, namespace) => {
    if ((namespace !== undefined) !== namespaced) return false;
    return key === (namespace === undefined ? prefix + name : `${prefix}${namespace}/${name}`);
  };
}

/** The id a key of that kind stands for; `undefined` when it has not the shape of one. */
export function parseKey(kind: string, key: string, names: StoredNames): ResourceId | undefined {
  const prefix = kindPrefix(kind);
  if (!key.startsWith(prefix)) return undefined;
  const slash = key.indexOf("/", prefix.length);
  const name = key.slice(slash < 0 ? prefix.length : slash + 1);
  const namespace = slash < 0 ? undefined : key.slice(prefix.length, slash);
  if (name === "" || name.includes("/") || namespace === "") return undefined;
  if ((namespace !== undefined) !== info(kind).namespaced) return undefined;
  const shown = names === "plain" ? name : shownName(kind, name);
  return namespace === undefined ? { kind, name: shown } : { kind, namespace, name: shown };
}
