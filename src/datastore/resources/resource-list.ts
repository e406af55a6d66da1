import { DEFAULT_ALLOW, DEFAULT_ALLOW_SPEC } from "../../model/kinds/built-in.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { API_VERSION, type Resource, type ResourceId } from "../../model/resource.ts";
import type { Misnamed, ResourceList, Unreadable } from "../datastore.ts";
import { resourceKey } from "../keys.ts";
import type { RangeResult } from "../kv/kv.ts";
import { decodeResource, usualReaderOf, whyUnreadable } from "../values/codec.ts";

/** Fewer values are read sooner than the pattern is made by which many are. */
const MANY = 100;

/** The keys of a kind as its list: tiers in their order, with v3.32 the built-in profile at the end. */
export function resourceList(kind: string, { kvs, revision }: RangeResult, calico: CalicoVersionRules): ResourceList {
  const found: { readonly resource: Resource; readonly id: ResourceId | undefined }[] = [];
  const unreadable: Unreadable[] = [];
  const misnamed: Misnamed[] = [];
  const usual = kvs.length < MANY ? undefined : usualReaderOf(kind, calico.storedNames);
  for (const entry of kvs) {
    const { key, place = key } = entry;
    const read = decodeResource(kind, entry, calico.storedNames, usual);
    if (!read.ok) unreadable.push({ key: place, ...whyUnreadable(read) });
    else {
      const isItsKey = resourceKey(read.id, calico.storedNames) === key;
      found.push({ resource: read.resource, id: isItsKey ? read.id : undefined });
      if (read.note !== undefined) misnamed.push({ key: place, note: read.note });
    }
  }
  if (kind === "Tier") found.sort((a, b) => orderOf(a.resource) - orderOf(b.resource));
  if (kind === "Profile" && calico.storedNames === "plain")
    found.push({ resource: defaultAllow(), id: { kind, name: DEFAULT_ALLOW } });
  const [items, ids] = [found.map(({ resource }) => resource), found.map(({ id }) => id)];
  return { items, ids, unreadable, misnamed, revision };
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
