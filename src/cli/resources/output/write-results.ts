import type { WriteResult } from "../../../datastore/datastore.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { printable } from "../../../model/printable.ts";
import { type Located, resourceId } from "../../../model/resource.ts";
import { goJson } from "../../../report/json.ts";
import type { DryRun } from "../writing/dry-run.ts";
import type { State } from "../writing/write-batch.ts";
import { resourceName } from "./resource-name.ts";

/** What became of one resource: a write, none because nothing would change, or none because it was only checked. */
export type WriteOutcome = WriteResult | { readonly kind: "checked" };

/** One word for what became of it. */
type Word = "created" | "configured" | "unchanged" | "checked" | "failed" | "unknown" | "not-written";

function word(state: State<WriteOutcome> | undefined, failed: boolean): Word {
  if (state === undefined || state.kind === "not-done") return "not-written";
  if (state.kind === "unknown") return "unknown";
  if (failed) return "failed";
  const { result } = state;
  switch (result.kind) {
    case "written":
      return result.previous === undefined ? "created" : "configured";
    case "checked":
      return "checked";
    case "unchanged":
    case "exists":
      return "unchanged";
    case "not-found":
    case "conflict":
    case "refused":
      return "failed";
  }
}

const note = (dryRun: DryRun): string => (dryRun === "none" ? "" : " (dry run)");

/** `hostendpoint/node1-eth0 created`, a line for each resource that was written or needed no write. */
export function writeResultNames(
  resources: readonly Located[],
  states: readonly State<WriteOutcome>[],
  problems: readonly (Diagnostic | undefined)[],
  dryRun: DryRun,
): string {
  return resources
    .flatMap(({ resource }, at) => {
      const became = word(states[at], problems[at] !== undefined);
      if (became === "failed" || became === "unknown" || became === "not-written") return [];
      return [`${printable(resourceName(resourceId(resource)))} ${became}${note(dryRun)}\n`];
    })
    .join("");
}

/** All resources, in input order: kind, namespace, name, what became of it, the new revision, or why not. */
export function writeResultJson(
  resources: readonly Located[],
  states: readonly State<WriteOutcome>[],
  problems: readonly (Diagnostic | undefined)[],
  dryRun: DryRun,
): string {
  const items = resources.map(({ resource }, at) => {
    const state = states[at];
    const result = state?.kind === "done" ? state.result : undefined;
    const stored = result !== undefined && "resource" in result ? result.resource : undefined;
    const problem = problems[at];
    const resourceVersion = dryRun === "none" ? stored?.metadata.resourceVersion : undefined;
    return {
      ...resourceId(resource),
      result: word(state, problem !== undefined),
      ...(resourceVersion !== undefined && { resourceVersion }),
      ...(problem && { code: problem.code, message: problem.message }),
    };
  });
  return goJson({ ...(dryRun !== "none" && { dryRun }), resources: items });
}
