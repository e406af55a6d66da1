import type { Metadata, Resource } from "../../model/resource.ts";
import type { KeyValue } from "../kv/kv.ts";

/** How a resource is replaced: the stored entry if it was just read, and whether to write nothing if its bytes would stay the same. */
export interface ReplaceOptions {
  readonly known?: KeyValue | undefined;
  readonly keepUnchanged?: boolean;
}

/** How often a compare-and-swap that lost to another writer is retried (as calicoctl), and the longest pause between, in ms. */
export const RETRIES = 5;
const MAX_WAIT_MS = 100;

/** The resource as it reads at a revision. */
export function atRevision(resource: Resource, resourceVersion: string): Resource {
  return { ...resource, metadata: { ...resource.metadata, resourceVersion } };
}

/** Metadata of an update: labels and annotations are the input's, everything else is as stored. */
export function mergedMetadata(desired: Metadata, stored: Metadata): Metadata {
  const { labels: _labels, annotations: _annotations, ...kept } = stored;
  const { labels, annotations } = desired;
  return { ...kept, ...(labels ? { labels } : {}), ...(annotations ? { annotations } : {}) };
}

/** Waits a random time, longer with each attempt, so that writers of one key do not collide again. */
export function backOff(attempt: number): Promise<void> {
  const longest = Math.min(MAX_WAIT_MS, 5 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}
