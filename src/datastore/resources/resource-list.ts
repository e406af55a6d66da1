import { DEFAULT_ALLOW, DEFAULT_ALLOW_SPEC } from "../../model/kinds/built-in.ts";
import type { CalicoVersionRules, StoredNames } from "../../model/kinds/version.ts";
import { API_VERSION, type Located, placeless, type Resource, type ResourceId } from "../../model/resource.ts";
import type { LaterReaders, Misnamed, ResourceList, Unreadable } from "../datastore.ts";
import { parseKey, resourceKey } from "../keys.ts";
import type { RangeResult } from "../kv/kv.ts";
import { decodeResource, usualReaderOf, whyUnreadable } from "../values/codec.ts";
import type { UsualReader } from "../values/usual-values.ts";

/** Fewer values are read sooner than the pattern is made by which many are. */
const MANY = 100;

/** A resource with its key; the built-in profile has none. */
interface Found {
  readonly located: Located;
  readonly key: string | undefined;
}

/**
 * The keys of a kind as its list: tiers in their order, with v3.32 the built-in profile at the end. Those of
 * many that `later` reads are made when they are first asked for.
 */
export function resourceList(
  kind: string,
  { kvs, revision }: RangeResult,
  calico: CalicoVersionRules,
  later?: LaterReaders,
): ResourceList {
  const { storedNames } = calico;
  const found: Found[] = [];
  const unreadable: Unreadable[] = [];
  const misnamed: Misnamed[] = [];
  const readLater = kvs.length < MANY ? undefined : later?.(kind, storedNames);
  let usual: UsualReader | undefined;
  for (const entry of kvs) {
    const { key, place = key } = entry;
    const madeLater = readLater?.(entry);
    if (madeLater !== undefined) {
      found.push({ located: madeLater, key });
      continue;
    }
    if (kvs.length >= MANY) usual ??= usualReaderOf(kind, storedNames);
    const read = decodeResource(kind, entry, storedNames, usual);
    if (!read.ok) unreadable.push({ key: place, ...whyUnreadable(read) });
    else {
      found.push({ located: placeless(read.resource), key });
      if (read.note !== undefined) misnamed.push({ key: place, note: read.note });
    }
  }
  if (kind === "Tier") found.sort((a, b) => orderOf(a.located.resource) - orderOf(b.located.resource));
  if (kind === "Profile" && storedNames === "plain") found.push({ located: placeless(defaultAllow()), key: undefined });
  let items: readonly Resource[] | undefined;
  let ids: ResourceList["ids"] | undefined;
  return {
    get items() {
      items ??= found.map(({ located }) => located.resource);
      return items;
    },
    get ids() {
      ids ??= found.map(({ key }) =>
        key === undefined ? { kind, name: DEFAULT_ALLOW } : idOf(kind, key, storedNames),
      );
      return ids;
    },
    unreadable,
    misnamed,
    revision,
    ...(readLater && { located: found.map(({ located }) => located) }),
  };
}

/** The id by which the resource of a key is read; nothing where no id of this version has the key. */
function idOf(kind: string, key: string, names: StoredNames): ResourceId | undefined {
  const id = parseKey(kind, key, names);
  return id !== undefined && resourceKey(id, names) === key ? id : undefined;
}

/** The profile of v3.32 that no key holds, as its lists show it (recorded: layout.json, `list_yaml` of Profile). */
export function defaultAllow(): Resource {
  const metadata = { name: DEFAULT_ALLOW, resourceVersion: "1" };
  return { kind: "Profile", apiVersion: API_VERSION, metadata, spec: DEFAULT_ALLOW_SPEC };
}

/** Whether it is that profile. */
export function isBuiltIn({ kind, name }: ResourceId, { storedNames }: CalicoVersionRules): boolean {
  return kind === "Profile" && name === DEFAULT_ALLOW && storedNames === "plain";
}

/** Where a tier stands among the others. */
function orderOf({ spec }: Resource): number {
  return typeof spec?.order === "number" ? spec.order : Number.POSITIVE_INFINITY;
}
