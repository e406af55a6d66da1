import { DEFAULT_ALLOW, DEFAULT_ALLOW_SPEC } from "../../model/kinds/built-in.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { API_VERSION, type Resource, type ResourceId } from "../../model/resource.ts";
import { decodeResource } from "../codec.ts";
import type { ResourceList, Unreadable } from "../datastore.ts";
import { parseKey } from "../keys.ts";
import type { KeyValue, RangeResult } from "../kv/kv.ts";

/** The resource of a stored entry, or why it cannot be read. */
export type ReadEntry =
  | { readonly ok: true; readonly resource: Resource }
  | { readonly ok: false; readonly reason: string };

/** Reads one entry among the keys of a kind. */
export function readEntry(kind: string, entry: KeyValue, { storedNames }: CalicoVersionRules): ReadEntry {
  if (parseKey(kind, entry.key, storedNames) === undefined)
    return { ok: false, reason: `the key is not that of a ${kind}` };
  return decodeResource(kind, entry, storedNames);
}

/** The keys of a kind as its list: tiers in their order, with v3.32 the built-in profile at the end. */
export function resourceList(kind: string, { kvs, revision }: RangeResult, calico: CalicoVersionRules): ResourceList {
  const items: Resource[] = [];
  const unreadable: Unreadable[] = [];
  for (const entry of kvs) {
    const read = readEntry(kind, entry, calico);
    if (read.ok) items.push(read.resource);
    else unreadable.push({ key: entry.key, reason: read.reason });
  }
  if (kind === "Tier") items.sort((a, b) => orderOf(a) - orderOf(b));
  if (kind === "Profile" && calico.storedNames === "plain") items.push(defaultAllow());
  return { items, unreadable, revision };
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
