import type { Datastore, DeleteResult } from "../../../datastore/datastore.ts";
import type { Code, Diagnostic } from "../../../model/diagnostic.ts";
import { displayId } from "../../../model/resource.ts";
import type { GuardOptions } from "../../guard/guard-options.ts";
import type { CommandContext } from "../../shell/context.ts";
import { printDiagnostics } from "../../shell/io/print-diagnostics.ts";
import { EXIT } from "../../shell/usage.ts";
import { lostAgain, stretches, TRY_AGAIN } from "../output/batch-report.ts";
import { successLine } from "../output/success.ts";
import { dryRunSummary, printResults } from "../output/write-results.ts";
import { similarName } from "../similar-name.ts";
import type { ResourceRef } from "../targets.ts";
import type { DryRun } from "./dry-run.ts";
import { guardedBatch } from "./guarded-batch.ts";

/** How resources are deleted. */
export interface DeleteMode {
  /** Whether a resource that does not exist counts as deleted. */
  readonly skipNotExists: boolean;
  readonly dryRun: DryRun;
  /** One success line for all, or the results of each resource. */
  readonly output: "line" | "name" | "json";
  /** What must be proved before anything is deleted; absent without `--guard`. */
  readonly guard?: GuardOptions | undefined;
}

/** What became of one that was to be deleted. The help of `not-found` is a name that exists. */
export type Deleted =
  | Exclude<DeleteResult, { kind: "not-found" }>
  | { readonly kind: "not-found"; readonly help?: string | undefined };

/**
 * Deletes several resources at once, with the effect of one after the other; a Node alone, because its dependents are
 * deleted with it. However it ends, it reports only confirmed deletes.
 */
export async function deleteAll(
  given: readonly ResourceRef[],
  store: Datastore,
  { skipNotExists, dryRun, output, guard }: DeleteMode,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const batch = {
    items: given,
    idOf: ({ id }: ResourceRef) => id,
    write: deleteOne,
    key: ({ id }: ResourceRef) => displayId(id),
    alone: () => isDeletedAlone,
    done: "deleted",
  };
  const ran = await guardedBatch(batch, store, { guard, dryRun }, context);
  if (!ran.ok) return ran.code;
  const { items: targets, states, fault } = ran;
  const outcome = (at: number): Deleted | undefined => {
    const state = states[at];
    return state?.kind === "done" ? state.result : undefined;
  };
  const stateOf = (at: number): "deleted" | "not deleted" | "unknown whether deleted" => {
    if (states[at]?.kind === "unknown") return "unknown whether deleted";
    const kind = outcome(at)?.kind;
    return kind === "deleted" || (kind === "not-found" && skipNotExists) ? "deleted" : "not deleted";
  };
  const deleted = targets.filter((_, at) => stateOf(at) === "deleted").length;
  const kinds = targets.map(({ id }) => id.kind);
  const problems = targets.map((target, at): Diagnostic | undefined => {
    const result = outcome(at);
    if (result?.kind === "deleted" && result.note !== undefined) return noteOf(result.note, target);
    if (result === undefined || result.kind === "deleted" || stateOf(at) === "deleted") return undefined;
    return deleteProblem(result, target);
  });
  const items = targets.map(({ id }, at) => {
    const problem = problems[at]?.severity === "error" ? problems[at] : undefined;
    return { id, state: states[at], problem };
  });
  if (output !== "line") printResults(output, items, dryRun, io);
  else if (dryRun !== "none") io.stdout.write(dryRunSummary(items));
  else if (deleted > 0) io.stdout.write(successLine("deleted", deleted, kinds));
  printDiagnostics(
    problems.flatMap((problem) => problem ?? []),
    [],
    io,
  );
  if (states.some(({ kind }) => kind !== "done")) {
    io.stderr.write(`deleted ${deleted} of ${targets.length} resources; stopped\n`);
    io.stderr.write(stretches(targets, stateOf, ["deleted", "unknown whether deleted", "not deleted"]));
  }
  if (fault !== undefined) throw fault;
  return ran.end(deleted === targets.length ? EXIT.ok : EXIT.failed);
}

/** Whether others of its batch wait for it: its dependents are deleted with a Node, and a Tier needs to be empty. */
function isDeletedAlone({ id }: ResourceRef): boolean {
  return id.kind === "Node" || id.kind === "Tier";
}

/**
 * Deletes one. Where calicoctl does not consider a manifest's resourceVersion the resource is deleted although it was changed since,
 * with a note.
 */
export async function deleteOne({ id, resourceVersion, locate }: ResourceRef, store: Datastore): Promise<Deleted> {
  const result = await store.delete(id, resourceVersion === undefined ? {} : { resourceVersion });
  if (result.kind === "not-found" && locate === undefined) return { ...result, help: await similarName(store, id) };
  if (result.kind !== "conflict" || !store.ignoresRevisionOfDelete || locate === undefined) return result;
  const deleted = await store.delete(id);
  const note = `it was deleted although it was at resourceVersion ${result.stored}, not ${resourceVersion}, as calicoctl does with this datastore`;
  return deleted.kind === "deleted" ? { ...deleted, note } : deleted;
}

/** A warning about a resource that was deleted. */
function noteOf(note: string, { id, locate }: ResourceRef): Diagnostic {
  const span = locate?.();
  const message = `${displayId(id)}: ${note}`;
  return { severity: "warning", code: "store.note", message, resource: displayId(id), ...(span && { span }) };
}

/** Why one was not deleted, as a finding. */
export function deleteProblem(result: Exclude<Deleted, { kind: "deleted" }>, target: ResourceRef): Diagnostic {
  const { id, locate } = target;
  const span = locate?.();
  const [code, message, help] = explain(result, target);
  return { severity: "error", code, message, help, resource: displayId(id), ...(span && { span }) };
}

function explain(
  result: Exclude<Deleted, { kind: "deleted" }>,
  { id, resourceVersion }: ResourceRef,
): [Code, string, string] {
  switch (result.kind) {
    case "not-found":
      return [
        "store.not-found",
        `${displayId(id)} does not exist`,
        result.help ?? "use --skip-not-exists to ignore this",
      ];
    case "conflict":
      if (!resourceVersion) return ["store.conflict", lostAgain(displayId(id)), TRY_AGAIN];
      return [
        "store.conflict",
        `${displayId(id)} is at resourceVersion ${result.stored}, not at the one given`,
        "it was changed since you read it: get it again before you delete it",
      ];
    case "refused":
      return [
        "store.refused",
        `${displayId(id)}: ${result.reason}`,
        result.help ?? "the cluster's own components keep it",
      ];
  }
}
