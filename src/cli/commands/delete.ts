import type { Datastore, DeleteResult } from "../../datastore/datastore.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";
import { nothingToDo, parseInput, reportInput, withInput } from "../input.ts";
import { lostAgain, stretches } from "../resources/output/batch-report.ts";
import { doneLine } from "../resources/output/success.ts";
import { listed, selected, selection, selectorOf } from "../resources/selection.ts";
import type { Target } from "../resources/targets.ts";
import { type DryRun, dryRunOf } from "../resources/writing/dry-run.ts";
import { inFlight } from "../resources/writing/write-batch.ts";
import { declare, flag, type Line, type UntypedLine, untyped } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { progress } from "../shell/io/progress.ts";
import { DATASTORE_OPTIONS, DRY_RUN, MANIFEST_OPTIONS, SELECTOR, SKIP_EMPTY } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";

export const declaration = declare({
  name: "delete",
  summary: "Delete resources",
  calicoctl: "v3.7",
  arguments: [
    {
      syntax: "[kind]",
      help: "kind of the resources, such as hep or gnp; a list of kinds, or KIND/NAME",
      completes: "kinds",
    },
    { syntax: "[names...]", help: "their names", completes: "names" },
  ],
  options: {
    ...MANIFEST_OPTIONS,
    skipEmpty: SKIP_EMPTY,
    skipNotExists: flag("-s, --skip-not-exists", "do not fail for resources that do not exist", { calicoctl: "v3.7" }),
    selector: SELECTOR,
    all: flag("--all", "all of the kind (of the namespace); asks first"),
    yes: flag("-y, --yes", "do not ask"),
    dryRun: DRY_RUN,
    ...DATASTORE_OPTIONS,
  },
  examples: [
    { line: "calicoctl delete hep node1-eth0", shows: "one resource by name" },
    { line: "calicoctl delete -f policies/", shows: "the resources of all files there" },
    { line: "calicoctl delete gnp -l \"stage == 'old'\" --dry-run=server", shows: "what would be deleted" },
  ],
});

export function parse(line: Line<typeof declaration.options>): UntypedLine {
  return untyped(line);
}

interface Wish {
  readonly skipMissing: boolean;
  readonly dryRun: DryRun;
}

/**
 * `delete`: the resources of `-f`, KIND NAME..., KIND/NAME..., or of whole kinds those that `--selector` chooses or
 * `--all`, after a question. Goes on after one that fails, and tells every failure.
 */
export async function run({ words: args, options }: UntypedLine, context: CommandContext): Promise<number> {
  const files = options.filename as readonly string[] | undefined;
  const wish: Wish = { skipMissing: options.skipNotExists === true, dryRun: dryRunOf(options) };
  const asks = options.yes !== true && options.selector === undefined && wish.dryRun === "none";
  const many = options.all === true || options.selector !== undefined;
  if (files !== undefined) {
    if (args.length > 0) throw new UsageError("give either -f or a kind and names, not both");
    if (many) throw new UsageError("--all and --selector go with a kind, not with -f");
    const skipEmpty = options.skipEmpty === true;
    const parsed = await parseInput(files, context.io, { recursive: options.recursive === true, skipEmpty });
    if (await nothingToDo(parsed, skipEmpty, context)) return EXIT.ok;
    return withInput(parsed, context, {
      purpose: "delete",
      refused: (input, version) => {
        reportInput(input, context, "nothing was written", version);
        return EXIT.failed;
      },
      work: async (input, store) => {
        printDiagnostics(input.diagnostics, input.sources, context.io);
        return deleteAll(input.resources.map(targetOf), store, context, wish);
      },
    });
  }
  const [kind] = args;
  if (kind === undefined) throw new UsageError("nothing to delete", "name a kind and its resources, or a file with -f");
  const chosen = selection(args, context);
  if (chosen.kind === "targets") {
    if (many) throw new UsageError("--all and --selector go with a kind, not with names");
    return withDatastore(context, (store) => deleteAll(chosen.targets, store, context, wish));
  }
  if (!many) {
    const help = "name it, or choose with --selector or --all";
    throw new UsageError(`no name given: which \`${kind}\` is to be deleted?`, help);
  }
  const selector = selectorOf(options.selector);
  const { confirm } = context.io;
  if (asks && confirm === undefined) {
    throw new UsageError("--all needs --yes where there is no terminal to ask on");
  }
  return withDatastore(context, async (store) => {
    const lists = await Promise.all(chosen.infos.map((info) => listed(store, info, context, false)));
    const found = lists.flatMap(({ items }) => items.filter((item) => selected(item, selector)));
    if (found.length === 0) {
      context.io.stderr.write("nothing is selected; nothing was deleted\n");
      return EXIT.ok;
    }
    if (asks && !(await confirm?.(question(found)))) {
      context.io.stderr.write("nothing was deleted\n");
      return EXIT.failed;
    }
    // What was chosen by its labels is deleted only while it is what was chosen.
    const targets = found.map((resource) => {
      const { resourceVersion } = resource.metadata;
      return { id: resourceId(resource), ...(selector && resourceVersion && { resourceVersion }) };
    });
    return deleteAll(targets, store, context, wish);
  });
}

function question(found: readonly Resource[]): string {
  const names = found.slice(0, 5).map((resource) => displayId(resourceId(resource)));
  const more = found.length > 5 ? [`${found.length - 5} more`] : [];
  return printable(`delete ${found.length} resources (${[...names, ...more].join(", ")})?`);
}

function targetOf(located: Located): Target {
  const { resourceVersion } = located.resource.metadata;
  const locate = () => located.locate(["metadata", "name"]);
  return { id: resourceId(located.resource), ...(resourceVersion && { resourceVersion }), locate };
}

/**
 * Deletes several at once, with the effect of one after the other; a Node alone, for what belongs to it goes with it.
 * However it ends, what is said to be deleted is.
 */
async function deleteAll(
  targets: readonly Target[],
  store: Datastore,
  { io }: CommandContext,
  { skipMissing, dryRun }: Wish,
): Promise<number> {
  const from = dryRun === "none" ? store : store.dryRun();
  let interrupted = false;
  const release = io.onInterrupt(() => {
    interrupted = true;
  });
  const line = progress("deleted", targets.length, io);
  const { states, fault } = await inFlight(
    targets,
    ({ id, resourceVersion }) => from.delete(id, resourceVersion === undefined ? {} : { resourceVersion }),
    {
      key: ({ id }) => displayId(id),
      alone: ({ id }) => id.kind === "Node" || id.kind === "Tier",
      stopped: () => interrupted,
      progress: line.step,
    },
  );
  line.end();
  release();
  const outcome = (at: number): DeleteResult | undefined => {
    const state = states[at];
    return state?.kind === "done" ? state.result : undefined;
  };
  const stateOf = (at: number): "deleted" | "not deleted" | "not known to be deleted" => {
    if (states[at]?.kind === "unknown") return "not known to be deleted";
    const kind = outcome(at)?.kind;
    return kind === "deleted" || (kind === "not-found" && skipMissing) ? "deleted" : "not deleted";
  };
  const deleted = targets.filter((_, at) => stateOf(at) === "deleted").length;
  const kinds = targets.map(({ id }) => id.kind);
  if (deleted > 0) io.stdout.write(doneLine("deleted", deleted, kinds, dryRun));
  const problems = targets.flatMap((target, at) => {
    const result = outcome(at);
    if (result === undefined || result.kind === "deleted" || stateOf(at) === "deleted") return [];
    return [problemOf(result, target)];
  });
  printDiagnostics(problems, [], io);
  if (states.some(({ kind }) => kind !== "done")) {
    io.stderr.write(`deleted ${deleted} of ${targets.length} resources; stopped\n`);
    io.stderr.write(stretches(targets, stateOf, ["deleted", "not known to be deleted", "not deleted"]));
  }
  if (fault !== undefined) throw fault;
  return deleted === targets.length ? EXIT.ok : EXIT.failed;
}

function problemOf(result: Exclude<DeleteResult, { kind: "deleted" }>, target: Target): Diagnostic {
  const { id, locate } = target;
  const span = locate?.();
  const [code, message, help] = explain(result, target);
  return { severity: "error", code, message, help, resource: displayId(id), ...(span && { span }) };
}

function explain(
  result: Exclude<DeleteResult, { kind: "deleted" }>,
  { id, resourceVersion }: Target,
): [string, string, string] {
  switch (result.kind) {
    case "not-found":
      return ["store.not-found", `${displayId(id)} does not exist`, "`--skip-not-exists` takes that as done"];
    case "conflict":
      if (!resourceVersion) return ["store.conflict", lostAgain(displayId(id)), "try again"];
      return [
        "store.conflict",
        `${displayId(id)} is at resourceVersion ${result.stored}, not at the one given`,
        "it was changed since you read it: look at it again before you delete it",
      ];
    case "refused":
      return [
        "store.refused",
        `${displayId(id)}: ${result.reason}`,
        result.help ?? "the cluster's own components keep it",
      ];
  }
}
