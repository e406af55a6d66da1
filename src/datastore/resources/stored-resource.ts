import { withDefaults } from "../../model/kinds/defaults.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import {
  API_VERSION,
  displayId,
  type Metadata,
  type Resource,
  type ResourceId,
  resourceId,
} from "../../model/resource.ts";
import type { ReadOptions, StoredChange } from "../datastore.ts";
import { UnreadableValue } from "../datastore-error.ts";
import { kindOfKey, parseKey, storedNamespace } from "../keys.ts";
import { ABSENT, type KeyValue } from "../kv/kv.ts";
import { decodeResource } from "../values/codec.ts";

/**
 * The resource that a write stores: name, labels, annotations and spec of the input, with the defaults that Calico stores.
 * All other metadata of the input is dropped (recorded).
 */
export function resourceToStore(input: Resource, calico: CalicoVersionRules): Resource {
  const { name, labels, annotations } = input.metadata;
  const namespace = storedNamespace(resourceId(input));
  const metadata: Metadata = {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(labels ? { labels } : {}),
    ...(annotations ? { annotations } : {}),
  };
  return withDefaults({ ...input, metadata }, calico);
}

/** The resource of a stored value. Throws `UnreadableValue` for one that cannot be read; `store` names the datastore in its message. */
export function readResource(
  id: ResourceId,
  entry: KeyValue,
  calico: CalicoVersionRules,
  store: string,
  onMisnamed?: ReadOptions["onMisnamed"],
): Resource {
  const decoded = decodeResource(id.kind, entry, calico.storedNames);
  if (decoded.ok && decoded.note !== undefined) onMisnamed?.({ key: entry.place ?? entry.key, note: decoded.note });
  if (decoded.ok) return decoded.resource;
  throw new UnreadableValue(entry.place ?? entry.key, `${displayId(id)} in ${store}`, decoded.reason);
}

/**
 * The resource as it will be read once `value` is stored. Throws `TypeError` (a fault of this tool) before an unreadable value is
 * written.
 */
export function readBack(kind: string, key: string, value: string, { storedNames }: CalicoVersionRules): Resource {
  const entry: KeyValue = { key, value, modRevision: ABSENT, createRevision: ABSENT };
  const decoded = decodeResource(kind, entry, storedNames);
  if (!decoded.ok) throw new TypeError(`about to store ${key}: ${decoded.reason}`);
  return decoded.resource;
}

/** The resource of a stored value, or, where the value is missing or cannot be read, what its key says. */
export function asRead(id: ResourceId, entry: KeyValue | undefined, { storedNames }: CalicoVersionRules): Resource {
  const decoded = entry && decodeResource(id.kind, entry, storedNames);
  if (decoded?.ok) return decoded.resource;
  const { kind, ...metadata } = id;
  return { apiVersion: API_VERSION, kind, metadata };
}

/** What a written key means for the resource that it stands for; `undefined` for a key of anything else. */
export function storedChange(
  key: string,
  entry: KeyValue | undefined,
  { storedNames }: CalicoVersionRules,
): StoredChange | undefined {
  const info = kindOfKey(key);
  const id = info && parseKey(info.kind, key, storedNames);
  if (id === undefined) return undefined;
  const decoded = entry && decodeResource(id.kind, entry, storedNames);
  return { id, ...(decoded?.ok && { after: decoded.resource }) };
}
