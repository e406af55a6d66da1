import type { WriteResult } from "../../../datastore/datastore.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { printable } from "../../../model/printable.ts";
import { type Located, resourceId } from "../../../model/resource.ts";
import { goJson } from "../../../report/json.ts";
import type { DryRun } from "../writing/dry-run.ts";
import type { ItemState } from "../writing/write-batch.ts";
import { resourceName } from "./resource-name.ts";

/** The result of writing one resource: that of a write, or `checked` where it was only checked. */
export type WriteOutcome = WriteResult | { readonly kind: "checked" };

/** The result in one word. */
type Word = "created" | "configured" | "unchanged" | "checked" | "failed" | "unknown" | "not-written";

function word(state: ItemState<WriteOutcome> | undefined, failed: boolean): Word {
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
    case "unreadable":
      return "failed";
  }
}

const note = (dryRun: DryRun): string => (dryRun === "none" ? "" : " (dry run)");

/** `hostendpoint/node1-eth0 created`, a line for each resource that was written or needed no write. */
export function writeResultNames(
  resources: readonly Located[],
  states: readonly ItemState<WriteOutcome>[],
  problems: readonly (Diagnostic | undefined)[],
  dryRun: DryRun,
): string {
  return resources
    .flatMap(({ resource }, at) => {
      const result = word(states[at], problems[at] !== undefined);
      if (result === "failed" || result === "unknown" || result === "not-written") return [];
      return [`${printable(resourceName(resourceId(resource)))} ${result}${note(dryRun)}\n`];
    })
    .join("");
}

/** `Dry run: would create 1, change 2, leave 1 unchanged`, from the results of a dry run in which none failed. */
export function dryRunSummary(states: readonly ItemState<WriteOutcome>[]): string {
  const words = states.map((state) => word(state, false));
  const part = (before: string, result: Word, after = ""): string[] => {
    const count = words.filter((one) => one === result).length;
    return count === 0 ? [] : [`${before} ${count}${after}`];
  };
  const parts = [
    ...part("create", "created"),
    ...part("change", "configured"),
    ...part("leave", "unchanged", " unchanged"),
  ];
  return `Dry run: would ${parts.join(", ")}\n`;
}

/** All resources, in input order: kind, namespace, name, the result, the new revision, or why it was not written. */
export function writeResultJson(
  resources: readonly Located[],
  states: readonly ItemState<WriteOutcome>[],
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
