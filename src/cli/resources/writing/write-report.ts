import type { Code, Diagnostic } from "../../../model/diagnostic.ts";
import { displayId, type Located, resourceId } from "../../../model/resource.ts";
import type { Io } from "../../shell/io/io.ts";
import { printDiagnostics } from "../../shell/io/print-diagnostics.ts";
import { EXIT } from "../../shell/usage.ts";
import { lostAgain, type Place, stretches, TRY_AGAIN } from "../output/batch-report.ts";
import { successLine, validLine } from "../output/success.ts";
import { dryRunSummary, printResults, type ResultFormat, type WriteOutcome } from "../output/write-results.ts";
import type { DryRun } from "./dry-run.ts";
import type { ItemState } from "./write-batch.ts";

const HELP = {
  exists: "`apply` updates it; `--skip-exists` leaves it as it is",
  "not-found": "`apply` or `create` makes a new one",
  conflict: "it was changed since you read it: get it again, or remove `metadata.resourceVersion` to overwrite it",
} as const;

/** How the results of writes are reported. */
export interface WriteReport {
  /** One success line for all, or the results of each resource. */
  readonly output: "line" | ResultFormat;
  /** Whether a resource that exists already counts as written. */
  readonly skipExists: boolean;
  readonly dryRun: DryRun;
}

/** Whether the resource was written or needed no write. */
function succeeded(outcome: WriteOutcome, { skipExists }: WriteReport): boolean {
  return (
    outcome.kind === "written" ||
    outcome.kind === "unchanged" ||
    outcome.kind === "checked" ||
    (outcome.kind === "exists" && skipExists)
  );
}

/** Prints the results of writes, their problems on stderr, and returns the exit code. `done` is what they are: `applied`. */
export function reportWrites(
  done: string,
  resources: readonly Located[],
  states: readonly ItemState<WriteOutcome>[],
  report: WriteReport,
  io: Io,
): number {
  const problems = resources.map((located, at): Diagnostic | undefined => {
    const state = states[at];
    return state?.kind === "done" && !succeeded(state.result, report) ? writeProblem(state.result, located) : undefined;
  });
  const notes = resources.flatMap((located, at) => {
    const state = states[at];
    return state?.kind === "done" ? noteOf(state.result, located) : [];
  });
  printDiagnostics([...notes, ...problems.flatMap((problem) => problem ?? [])], [], io);
  const all = resources.length;
  const stateOf = (at: number): "written" | "not written" | "unknown whether written" => {
    const state = states[at];
    if (state?.kind === "unknown") return "unknown whether written";
    return state?.kind === "done" && problems[at] === undefined ? "written" : "not written";
  };
  const count = resources.filter((_, at) => stateOf(at) === "written").length;
  const { output, dryRun } = report;
  const items = resources.map(({ resource }, at) => ({
    id: resourceId(resource),
    state: states[at],
    problem: problems[at],
  }));
  if (output !== "line") printResults(output, items, dryRun, io);
  if (count === all) {
    const kinds = resources.map(({ resource }) => resource.kind);
    if (output === "line" && dryRun === "server") io.stdout.write(dryRunSummary(items));
    else if (output === "line")
      io.stdout.write(dryRun === "client" ? validLine(kinds) : successLine(done, count, kinds));
    return EXIT.ok;
  }
  const early = states.some(({ kind }) => kind !== "done");
  const dry = dryRun === "none" ? "" : " (dry run)";
  io.stderr.write(`${done} ${count} of ${all} resource${all === 1 ? "" : "s"}${dry}${early ? "; stopped" : ""}\n`);
  if (early)
    io.stderr.write(stretches(resources.map(placeOf), stateOf, ["written", "unknown whether written", "not written"]));
  return EXIT.failed;
}

function placeOf(located: Located): Place {
  return { id: resourceId(located.resource), locate: () => located.locate(["metadata", "name"]) };
}

/** A warning about a resource that was written, where the store says that not all of it is as it was asked for. */
function noteOf(result: WriteOutcome, { resource, locate }: Located): Diagnostic[] {
  if (result.kind !== "written" || result.note === undefined) return [];
  const name = displayId(resourceId(resource));
  const span = locate(["metadata", "name"]);
  const message = `${name}: ${result.note}`;
  return [{ severity: "warning", code: "store.note", message, resource: name, ...(span && { span }) }];
}

/** A refused write as a finding at the resource's name; `undefined` for one that succeeded. */
export function writeProblem(result: WriteOutcome, located: Located): Diagnostic | undefined {
  const resource = displayId(resourceId(located.resource));
  const span = located.locate(["metadata", "name"]);
  const problem = (code: Code, message: string, help?: string): Diagnostic => ({
    severity: "error",
    code,
    message,
    resource,
    ...(span && { span }),
    ...(help && { help }),
  });
  switch (result.kind) {
    case "exists":
      return problem("store.exists", `${resource} exists already`, HELP.exists);
    case "not-found":
      return problem("store.not-found", `${resource} does not exist`, HELP["not-found"]);
    case "conflict":
      if (!located.resource.metadata.resourceVersion) return problem("store.conflict", lostAgain(resource), TRY_AGAIN);
      return problem(
        "store.conflict",
        `${resource} is at resourceVersion ${result.stored}, not at the one given`,
        HELP.conflict,
      );
    case "refused":
      return problem("store.refused", `${resource}: ${result.reason}`, result.help);
    case "unreadable":
      return problem("value.unreadable", `${resource}: ${result.reason}`, result.help);
    case "written":
    case "unchanged":
    case "checked":
      return undefined;
  }
}
