import type { Datastore } from "../../datastore/datastore.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { kindNamed } from "../../model/kinds/kinds.ts";
import { displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";
import { filenames, type Input, nothingToDo, parseInput, reportInput, withInput, withInputOffline } from "../input.ts";
import { lostAgain, type Place, stretches } from "../resources/output/batch-report.ts";
import { doneLine } from "../resources/output/success.ts";
import { type WriteOutcome, writeResultJson, writeResultNames } from "../resources/output/write-results.ts";
import { inDependencyOrder } from "../resources/writing/dependency-order.ts";
import { type DryRun, dryRunOf } from "../resources/writing/dry-run.ts";
import { type BatchResult, inFlight } from "../resources/writing/write-batch.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { progress } from "../shell/io/progress.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

/** The commands that write resources from manifests. */
export type Verb = "create" | "apply" | "replace";

const PAST = { create: "created", apply: "applied", replace: "replaced" } as const;
const HELP = {
  exists: "`apply` updates it; `--skip-exists` leaves it as it is",
  "not-found": "`apply` or `create` makes a new one",
  conflict: "it was changed since you read it: get it again, or remove `metadata.resourceVersion` to overwrite it",
} as const;

interface Choice {
  readonly output: "line" | "name" | "json";
  readonly skipExists: boolean;
  readonly dryRun: DryRun;
  /** Whether the kinds come in the order of dependencies, one after the other. */
  readonly ordered: boolean;
}

/**
 * `create`, `apply`, `replace`: checks all of the input before the first write, then writes, and goes on after one that
 * is refused, as calicoctl does. Exit 1 with what was and was not written.
 */
export async function run(
  verb: Verb,
  context: CommandContext,
  _: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const output = (options.output ?? "line") as string;
  if (output !== "line" && output !== "name" && output !== "json") {
    throw new UsageError(`unknown output \`${output}\``, `${verb} prints name or json`);
  }
  const choice: Choice = {
    output,
    skipExists: options.skipExists === true,
    dryRun: dryRunOf(options),
    ordered: options.inDependencyOrder === true,
  };
  const skipEmpty = options.skipEmpty === true;
  const names = filenames(options);
  const parsed = await parseInput(names, context.io, { recursive: options.recursive === true, skipEmpty });
  if (await nothingToDo(parsed, skipEmpty, context)) return EXIT.ok;
  const ordered = ({ resources }: Input) => (choice.ordered ? inDependencyOrder(resources) : resources);
  const refused = (input: Input, version?: string): number => {
    reportInput(input, context, "nothing was written", version);
    return EXIT.failed;
  };
  if (choice.dryRun === "client") {
    return withInputOffline(parsed, context, {
      purpose: verb,
      refused,
      work: (input) => {
        printDiagnostics(input.diagnostics, input.sources, context.io);
        const resources = ordered(input);
        const states = resources.map(() => ({ kind: "done" as const, result: { kind: "checked" as const } }));
        return report(verb, resources, { states }, choice, context);
      },
    });
  }
  return withInput(parsed, context, {
    purpose: verb,
    refused,
    work: async (input, store) => {
      printDiagnostics(input.diagnostics, input.sources, context.io);
      return writeAll(verb, ordered(input), store, context, choice);
    },
  });
}

/**
 * Writes several at once, with the effect of one after the other. However it ends (all done, some refused, Ctrl-C, the
 * datastore gone), what is said to be written is.
 */
async function writeAll(
  verb: Verb,
  resources: readonly Located[],
  store: Datastore,
  context: CommandContext,
  choice: Choice,
): Promise<number> {
  const target = choice.dryRun === "server" ? store.dryRun() : store;
  let interrupted = false;
  const release = context.io.onInterrupt(() => {
    interrupted = true;
  });
  const firsts = new Set(resources.filter(({ resource }, at) => resources[at - 1]?.resource.kind !== resource.kind));
  const line = progress(PAST[verb], resources.length, context.io);
  const result = await inFlight(resources, (located) => write(verb, located, target), {
    key: ({ resource }) => (writesOf(resource) === "one-by-one" ? "in order" : displayId(resourceId(resource))),
    alone: (located) => writesOf(located.resource) === "alone" || (choice.ordered && firsts.has(located)),
    stopped: () => interrupted,
    progress: line.step,
  });
  line.end();
  release();
  const code = report(verb, resources, result, choice, context);
  if (result.fault !== undefined) throw result.fault;
  return code;
}

function writesOf({ kind }: Resource) {
  return kindNamed(kind)?.writes;
}

async function write(verb: Verb, { resource }: Located, store: Datastore): Promise<WriteOutcome> {
  if (verb === "create") return store.create(resource);
  if (verb === "replace") return store.update(resource);
  return store.apply(resource, { keepUnchanged: true });
}

/** Whether a resource is now as it was wanted. */
function succeeded(outcome: WriteOutcome, { skipExists }: Choice): boolean {
  return (
    outcome.kind === "written" ||
    outcome.kind === "unchanged" ||
    outcome.kind === "checked" ||
    (outcome.kind === "exists" && skipExists)
  );
}

function report(
  verb: Verb,
  resources: readonly Located[],
  { states }: BatchResult<WriteOutcome>,
  choice: Choice,
  { io }: CommandContext,
): number {
  const problems = resources.map((located, at): Diagnostic | undefined => {
    const state = states[at];
    return state?.kind === "done" && !succeeded(state.result, choice) ? problemOf(state.result, located) : undefined;
  });
  printDiagnostics(
    problems.flatMap((problem) => problem ?? []),
    [],
    io,
  );
  const all = resources.length;
  const stateOf = (at: number): "written" | "not written" | "not known to be written" => {
    const state = states[at];
    if (state?.kind === "unknown") return "not known to be written";
    return state?.kind === "done" && problems[at] === undefined ? "written" : "not written";
  };
  const done = resources.filter((_, at) => stateOf(at) === "written").length;
  if (choice.output === "name") io.stdout.write(writeResultNames(resources, states, problems, choice.dryRun));
  if (choice.output === "json") io.stdout.write(writeResultJson(resources, states, problems, choice.dryRun));
  if (done === all) {
    const kinds = resources.map(({ resource }) => resource.kind);
    if (choice.output === "line") io.stdout.write(doneLine(PAST[verb], done, kinds, choice.dryRun));
    return EXIT.ok;
  }
  const early = states.some(({ kind }) => kind !== "done");
  const dry = choice.dryRun === "none" ? "" : " (dry run)";
  io.stderr.write(`${PAST[verb]} ${done} of ${all} resource${all === 1 ? "" : "s"}${dry}${early ? "; stopped" : ""}\n`);
  if (early)
    io.stderr.write(stretches(resources.map(placeOf), stateOf, ["written", "not known to be written", "not written"]));
  return EXIT.failed;
}

function placeOf(located: Located): Place {
  return { id: resourceId(located.resource), locate: () => located.locate(["metadata", "name"]) };
}

/** A refused write as a finding at the resource's name. */
function problemOf(result: WriteOutcome, located: Located): Diagnostic | undefined {
  const resource = displayId(resourceId(located.resource));
  const span = located.locate(["metadata", "name"]);
  const found = (code: string, message: string, help?: string): Diagnostic => ({
    severity: "error",
    code,
    message,
    resource,
    ...(span && { span }),
    ...(help && { help }),
  });
  switch (result.kind) {
    case "exists":
      return found("store.exists", `${resource} exists already`, HELP.exists);
    case "not-found":
      return found("store.not-found", `${resource} does not exist`, HELP["not-found"]);
    case "conflict":
      if (!located.resource.metadata.resourceVersion) return found("store.conflict", lostAgain(resource), "try again");
      return found(
        "store.conflict",
        `${resource} is at resourceVersion ${result.stored}, not at the one given`,
        HELP.conflict,
      );
    case "refused":
      return found("store.refused", `${resource}: ${result.reason}`, result.help);
    case "written":
    case "unchanged":
    case "checked":
      return undefined;
  }
}
