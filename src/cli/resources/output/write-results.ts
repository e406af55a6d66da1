import type { DeleteResult, WriteResult } from "../../../datastore/datastore.ts";
import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { printable } from "../../../model/printable.ts";
import type { Resource, ResourceId } from "../../../model/resource.ts";
import { goJson } from "../../../report/json.ts";
import type { Io } from "../../shell/io/io.ts";
import type { DryRun } from "../writing/dry-run.ts";
import type { Modified } from "../writing/modify.ts";
import type { ItemState } from "../writing/write-batch.ts";
import { resourceName } from "./resource-name.ts";

/** The result of writing one resource: that of a write, or `checked` where it was only checked, with the defaults that are stored. */
export type WriteOutcome = WriteResult | { readonly kind: "checked"; readonly resource: Resource };

/** A resource that a command writes or deletes: how far that came, and the problem where it failed. */
export interface WrittenItem {
  readonly id: ResourceId;
  readonly state: ItemState<WriteOutcome | Modified | DeleteResult> | undefined;
  readonly problem?: Diagnostic | undefined;
}

/** How `-o` prints the results: a line for each resource, a JSON object of them, or the YAML of what is stored. */
export type ResultFormat = "name" | "json" | "yaml";

/** The result in one word. */
type Word =
  | "created"
  | "configured"
  | "unchanged"
  | "deleted"
  | "not-found"
  | "checked"
  | "failed"
  | "unknown"
  | "not-written";

/** What has no line among the names. */
const NOT_NAMED: ReadonlySet<Word> = new Set(["failed", "not-found", "unknown", "not-written"]);

function word({ state, problem }: WrittenItem): Word {
  if (state === undefined || state.kind === "not-done") return "not-written";
  if (state.kind === "unknown") return "unknown";
  if (problem !== undefined) return "failed";
  const { result } = state;
  switch (result.kind) {
    case "written":
      return result.previous === undefined ? "created" : "configured";
    case "checked":
    case "deleted":
    case "not-found":
      return result.kind;
    case "unchanged":
    case "exists":
      return "unchanged";
    default:
      return "failed";
  }
}

/** Prints the results of all resources, in input order. */
export function printResults(
  format: ResultFormat,
  items: readonly WrittenItem[],
  dryRun: DryRun,
  { stdout }: Io,
): void {
  if (format === "name") stdout.write(resultNames(items, dryRun));
  else stdout.writeData(format === "json" ? resultJson(items, dryRun) : storedYaml(items, dryRun));
}

/** `hostendpoint/node1-eth0 created`, a line for each resource that was written, deleted or needed no write. */
function resultNames(items: readonly WrittenItem[], dryRun: DryRun): string {
  const note = dryRun === "none" ? "" : " (dry run)";
  return items
    .flatMap((item) => {
      const result = word(item);
      if (NOT_NAMED.has(result)) return [];
      return [`${printable(resourceName(item.id))} ${result}${note}\n`];
    })
    .join("");
}

/** `Dry run: would create 1, change 2, leave 1 unchanged`, from the results of a dry run; empty where nothing would be done. */
export function dryRunSummary(items: readonly WrittenItem[]): string {
  const words = items.map(word);
  const part = (before: string, result: Word, after = ""): string[] => {
    const count = words.filter((one) => one === result).length;
    return count === 0 ? [] : [`${before} ${count}${after}`];
  };
  const parts = [
    ...part("create", "created"),
    ...part("change", "configured"),
    ...part("delete", "deleted"),
    ...part("leave", "unchanged", " unchanged"),
    ...part("skip", "not-found", " not found"),
  ];
  return parts.length === 0 ? "" : `Dry run: would ${parts.join(", ")}\n`;
}

/** All resources: kind, namespace, name, the result, the new revision, or why it was not written. */
function resultJson(items: readonly WrittenItem[], dryRun: DryRun): string {
  const resources = items.map((item) => {
    const { id, state, problem } = item;
    const result = state?.kind === "done" ? state.result : undefined;
    const isStored = result !== undefined && "resource" in result && result.kind !== "deleted";
    const resourceVersion = isStored && dryRun === "none" ? result.resource.metadata.resourceVersion : undefined;
    return {
      ...id,
      result: word(item),
      ...(resourceVersion !== undefined && { resourceVersion }),
      ...(problem && { code: problem.code, message: problem.message }),
    };
  });
  return goJson({ ...(dryRun !== "none" && { dryRun }), resources });
}

/**
 * What is stored of each resource now, or would be after a dry run, a document each; nothing of those that failed. What only a
 * write decides (the revision, of a new resource also uid and time) is not in that of a dry run.
 */
function storedYaml(items: readonly WrittenItem[], dryRun: DryRun): string {
  return items
    .flatMap(({ state, problem }) => {
      if (state?.kind !== "done" || problem !== undefined || !("resource" in state.result)) return [];
      const { result } = state;
      const isForeseen = dryRun !== "none" && result.kind === "written";
      return [goYaml(isForeseen ? foreseen(result.resource, result.previous === undefined) : result.resource)];
    })
    .join("---\n");
}

function foreseen(resource: Resource, isNew: boolean): Resource {
  const { resourceVersion, ...metadata } = resource.metadata;
  const { uid, creationTimestamp, ...given } = metadata;
  return { ...resource, metadata: isNew ? given : metadata };
}
