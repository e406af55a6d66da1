import type { Metadata, Resource } from "../../model/resource.ts";
import type { KeyValue } from "../kv/kv.ts";

/** How a resource is swapped in: what was stored a moment ago, and whether to leave it where nothing would change. */
export interface ReplaceOptions {
  readonly known?: KeyValue | undefined;
  readonly keepUnchanged?: boolean;
}

/** How often a swap that lost to another writer is tried again (as calicoctl), and the longest wait between, in ms. */
export const RETRIES = 5;
const MAX_WAIT_MS = 100;

/** The resource as it reads at a revision. */
export function atRevision(resource: Resource, resourceVersion: string): Resource {
  return { ...resource, metadata: { ...resource.metadata, resourceVersion } };
}

/** Metadata of an update: identity and everything the tool does not write is the stored one's, labels and annotations the input's. */
export function mergedMetadata(desired: Metadata, stored: Metadata): Metadata {
  const { labels: _labels, annotations: _annotations, ...kept } = stored;
  const { labels, annotations } = desired;
  return { ...kept, ...(labels ? { labels } : {}), ...(annotations ? { annotations } : {}) };
}

/** Waits a random while, so that writers of one key do not meet again. */
export function backOff(attempt: number): Promise<void> {
  const longest = Math.min(MAX_WAIT_MS, 5 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}
