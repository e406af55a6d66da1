import { evaluatedKinds } from "../../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { displayId, type Resource, type ResourceId, resourceId } from "../../../model/resource.ts";
import type { WriteConflict } from "../../../web/engine/applying/apply-protocol.ts";
import type { Edits, PageData } from "../../../web/engine/page-data.ts";
import type { PageVersions } from "../page-versions.ts";
import { pageDiff } from "./page-diff.ts";

/**
 * The revision that an edit was made on: `absent` where nothing was stored, `undefined` where a page does not know, because the
 * kind decides about no packet.
 */
type Expected = string | "absent" | undefined;

/** The revisions that the edits of a page were made on: when an edit of a stored resource began, else those that the page shows. */
export function expectedRevisions(
  { stored = [] }: PageData,
  { revisions = [] }: Edits,
  calico: CalicoVersionRules,
): (id: ResourceId) => Expected {
  const kinds = new Set(evaluatedKinds(calico).map(({ kind }) => kind));
  const begun = new Map(revisions);
  const shown = new Map(stored.map((one) => [displayId(resourceId(one)), one.metadata.resourceVersion]));
  return (id) => {
    const name = displayId(id);
    return begun.get(name) ?? (kinds.has(id.kind) ? (shown.get(name) ?? "absent") : undefined);
  };
}

/** What another writer did to a resource since it was edited; `undefined` where it is as it was, also at another revision. */
export function conflictOf(
  name: string,
  expected: Expected,
  current: Resource | undefined,
  versions: PageVersions,
): Omit<WriteConflict, "diff"> | undefined {
  const stored = current?.metadata.resourceVersion;
  if (expected === undefined || expected === (stored ?? "absent")) return undefined;
  if (stored === undefined) return { name, message: "another writer has deleted it since it was edited here" };
  if (expected === "absent") return { name, message: "another writer has created it since it was edited here", stored };
  const before = versions.resourceAt(name, expected);
  const theirs = before && pageDiff(name, before, current, "stored");
  // It was written again as it was.
  if (theirs === "") return undefined;
  const message = `another writer has changed it since it was edited here: it is at resourceVersion ${stored}, and the edit is of ${expected}`;
  return { name, message, stored, ...(theirs !== undefined && { theirs }) };
}
