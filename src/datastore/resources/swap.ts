import type { Metadata, Resource } from "../../model/resource.ts";
import type { KeyValue } from "../kv/kv.ts";
import type { NextAttempt } from "./attempts.ts";

/**
 * How a resource is replaced: the stored entry if it was just read, whether to write nothing if its bytes would stay the
 * same, and the attempts that are left of the write it is a part of.
 */
export interface ReplaceOptions {
  readonly known?: KeyValue | undefined;
  readonly keepUnchanged?: boolean;
  readonly again?: NextAttempt;
}

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
