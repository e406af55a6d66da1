import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { type Metadata, type Resource, resourceId } from "../../model/resource.ts";
import type { WriteResult } from "../datastore.ts";
import type { KeyValue, PutResult } from "../kv/kv.ts";
import type { NextAttempt } from "./attempts.ts";
import { asRead } from "./stored-resource.ts";

/**
 * How a resource is replaced: the stored entry if it was just read, whether to write nothing if its bytes would stay the
 * same, and the attempts that are left of the write it is a part of.
 */
export interface ReplaceOptions {
  readonly known?: KeyValue | undefined;
  readonly keepUnchanged?: boolean;
  readonly again?: NextAttempt;
}

/** The result of a write whose value was put: `written` at its revision, or what the store made of it. */
export function writtenResult(
  desired: Resource,
  written: Resource,
  { revision, stored, note }: Extract<PutResult, { kind: "written" }>,
  calico: CalicoVersionRules,
): Extract<WriteResult, { kind: "written" }> {
  const resource =
    stored === undefined
      ? { ...written, metadata: { ...written.metadata, resourceVersion: revision } }
      : asRead(resourceId(desired), stored, calico);
  return { kind: "written", resource, ...(note !== undefined && { note }) };
}

/** Metadata of an update: labels and annotations are the input's, everything else is as stored. */
export function mergedMetadata(desired: Metadata, stored: Metadata): Metadata {
  const { labels: _labels, annotations: _annotations, ...kept } = stored;
  const { labels, annotations } = desired;
  return { ...kept, ...(labels ? { labels } : {}), ...(annotations ? { annotations } : {}) };
}
