import type { Datastore, WriteResult } from "../../../datastore/datastore.ts";
import { UnreadableValue } from "../../../datastore/datastore-error.ts";
import { attempts } from "../../../datastore/resources/attempts.ts";
import { getOrUnreadable } from "../../../datastore/resources/get-or-unreadable.ts";
import { canonical } from "../../../manifest/canonical.ts";
import type { Problem } from "../../../manifest/problem.ts";
import { validateResource } from "../../../manifest/validate.ts";
import type { Code, Diagnostic } from "../../../model/diagnostic.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { displayId, formatPath, type Resource, type ResourceId, resourceId } from "../../../model/resource.ts";
import { lostAgain, TRY_AGAIN } from "../output/batch-report.ts";
import { similarName } from "../similar-name.ts";

/** A change of a stored resource: the new one, or why it cannot be changed. */
export type Change =
  | { readonly ok: true; readonly resource: Resource }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/**
 * The result: that of a write, `rejected` with everything that is wrong, or `stale`: the change sets another resourceVersion than
 * the stored one. The help of `not-found` is a name that exists.
 */
export type Modified =
  | Exclude<WriteResult, { kind: "not-found" }>
  | { readonly kind: "not-found"; readonly help?: string | undefined }
  | { readonly kind: "rejected"; readonly problems: readonly Diagnostic[] }
  | { readonly kind: "stale"; readonly stored: string };

/**
 * Reads a resource, changes it and swaps it in; repeats that when another writer was faster, until the store's time is up.
 * A `resourceVersion` that the change itself sets is the user's condition and must equal the stored one. Unknown fields are
 * kept.
 */
export async function modify(
  store: Datastore,
  id: ResourceId,
  change: (current: Resource) => Change,
): Promise<Modified> {
  const again = attempts(store.timeoutMs);
  for (;;) {
    const result = await store.transaction((inner) => modifyOnce(inner, id, change));
    if (result.kind === "not-found") return { ...result, help: await similarName(store, id) };
    if (result.kind !== "conflict" || !(await again())) return result;
  }
}

async function modifyOnce(store: Datastore, id: ResourceId, change: (current: Resource) => Change): Promise<Modified> {
  const current = await getOrUnreadable(store, id);
  if (current === undefined) return { kind: "not-found" };
  if (current instanceof UnreadableValue)
    return { kind: "unreadable", reason: current.reason, help: current.help ?? "" };
  const changed = change(current);
  if (!changed.ok) return { kind: "rejected", problems: changed.problems };
  const result = await store.update(changed.resource, { initialise: false });
  const isCondition = changed.resource.metadata.resourceVersion !== current.metadata.resourceVersion;
  return result.kind === "conflict" && isCondition ? { kind: "stale", stored: result.stored } : result;
}

/**
 * The errors of a changed resource that it did not have before: a value that another Calico version stored is not the
 * change's fault.
 */
export function newProblems(before: Resource, after: Resource, calico: CalicoVersionRules): Diagnostic[] {
  const known = new Set(problemsOf(before, calico).map(identity));
  const name = displayId(resourceId(before));
  return problemsOf(after, calico).flatMap((problem) => {
    if (known.has(identity(problem)) || (problem.severity ?? "error") !== "error") return [];
    const { code, message, help, path } = problem;
    const at = formatPath(path);
    const text = `${name}: ${at === "" ? "" : `${at}: `}${message}`;
    return [{ severity: "error" as const, code, message: text, resource: name, ...(help !== undefined && { help }) }];
  });
}

function problemsOf(resource: Resource, calico: CalicoVersionRules): readonly Problem[] {
  const read = canonical(resource.kind, resource, calico);
  return validateResource(read.resource, read.problems, { calico, purpose: "replace" });
}

function identity({ code, message, path }: Problem): string {
  return `${code} ${formatPath(path)} ${message}`;
}

/** The findings of a change: why it was not written, or what of it is not as it was asked for. */
export function modifiedProblems(result: Modified, id: ResourceId): readonly Diagnostic[] {
  const resource = displayId(id);
  const error = (code: Code, message: string, help?: string): Diagnostic[] => [
    { severity: "error", code, message, resource, ...(help !== undefined && { help }) },
  ];
  switch (result.kind) {
    case "written": {
      const { note } = result;
      if (note === undefined) return [];
      return [{ severity: "warning", code: "store.note", message: `${resource}: ${note}`, resource }];
    }
    case "unchanged":
      return [];
    case "rejected":
      return result.problems;
    case "conflict":
      return error("store.conflict", lostAgain(resource), TRY_AGAIN);
    case "stale": {
      const message = `${resource} is at resourceVersion ${result.stored}, not at the one given`;
      return error("store.conflict", message, "it was changed since you read it: get it again");
    }
    case "refused":
      return error("store.refused", `${resource}: ${result.reason}`, result.help);
    case "unreadable":
      return error("value.unreadable", `${resource}: ${result.reason}`, result.help);
    case "not-found":
      return error("store.not-found", `${resource} does not exist`, result.help);
    case "exists":
      return error("store.exists", `${resource} exists already`);
  }
}
