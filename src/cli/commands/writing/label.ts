import type { Datastore } from "../../../datastore/datastore.ts";
import { hasErrors } from "../../../model/diagnostic.ts";
import { printable } from "../../../model/printable.ts";
import { displayId, type Resource, type ResourceId } from "../../../model/resource.ts";
import { type GuardOptions, guardOptions } from "../../guard/guard-options.ts";
import { guarded } from "../../guard/guarded.ts";
import { chooseResources, type Matching, matchingResources } from "../../resources/choice.ts";
import { stretches } from "../../resources/output/batch-report.ts";
import { dryRunSummary, printResults, type ResultFormat } from "../../resources/output/write-results.ts";
import { selectorOf } from "../../resources/selection.ts";
import type { DryRun } from "../../resources/writing/dry-run.ts";
import { interruptibleBatch } from "../../resources/writing/interruptible-batch.ts";
import { isLabelEdit, type LabelEdit, labelEdits, withLabels } from "../../resources/writing/label-edits.ts";
import { type Modified, modifiedProblems, modify, newProblems } from "../../resources/writing/modify.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { printDiagnostics } from "../../shell/io/print-diagnostics.ts";
import { flag } from "../../shell/option.ts";
import {
  DATASTORE_OPTIONS,
  DRY_RUN,
  GUARD_OPTIONS,
  RESULT_OUTPUT,
  SELECTOR,
  WRITE_EXITS,
} from "../../shell/shared-options.ts";
import { EXIT, UsageError } from "../../shell/usage.ts";
import { withDatastore } from "../../shell/with-datastore.ts";
import { CONFIRM_OPTIONS, type Confirmable, confirmable, confirmWithinOf } from "../../way-back/confirmable.ts";

/** `label` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "label",
  summary: "Set or remove labels of resources",
  calicoctl: "v3.7",
  arguments: [
    { syntax: "[kind]", help: "kind of the resource, such as hep or gnp; or KIND/NAME", completes: "kinds" },
    { syntax: "[name]", help: "its name, unless --selector or --all chooses", completes: "names" },
    { syntax: "[labels...]", help: "more names, then KEY=VALUE... or KEY- to remove it; KEY... with --remove" },
  ],
  options: {
    overwrite: flag("--overwrite", "change labels that exist", { calicoctl: "v3.7" }),
    remove: flag("--remove", "remove the labels instead", { calicoctl: "v3.7" }),
    selector: SELECTOR,
    all: flag("--all", "label all resources of the kind, instead of one by name"),
    output: RESULT_OUTPUT,
    dryRun: DRY_RUN,
    ...CONFIRM_OPTIONS,
    ...GUARD_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  exits: WRITE_EXITS,
  examples: [
    { line: "calicoctl label hep node1-eth0 role=web", shows: "sets a label" },
    { line: "calicoctl label hep node1-eth0 role --remove", shows: "removes it" },
    { line: "calicoctl label hep --all zone=a --overwrite", shows: "sets it on every host endpoint" },
  ],
});

/** What `label` changes, and of which resources. */
export interface LabelOptions extends Matching, Confirmable {
  /** KIND NAME or KIND/NAME, with `--selector` or `--all` the kind alone. */
  readonly words: readonly string[];
  /** The kind as it is typed, for the success lines. */
  readonly kindWord: string;
  readonly edits: readonly LabelEdit[];
  readonly overwrite: boolean;
  /** A success line for each label, or the results of each resource. */
  readonly output: "line" | ResultFormat;
  readonly dryRun: DryRun;
  /** What must be proved before anything is written; absent without `--guard`. */
  readonly guard: GuardOptions | undefined;
}

/** The options of `label`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): LabelOptions {
  const { all, overwrite, remove, output = "line", dryRun = "none" } = options;
  const selector = selectorOf(options.selector, "changed");
  if (overwrite && remove) throw new UsageError("--overwrite and --remove exclude each other");
  const [kind = ""] = words;
  const named = countOfNames(words, all || selector !== undefined, remove);
  const kinds = new Set(words.slice(0, named).flatMap((word) => (word.includes("/") ? word.split("/", 1) : [])));
  if (kind.includes(",") || kinds.size > 1)
    throw new UsageError("`label` takes one kind at a time", "run it for each of them");
  const edits = words.length < named ? [] : labelEdits(words.slice(named), remove);
  const kindWord = kind.split("/", 1)[0] ?? "";
  const confirmWithin = confirmWithinOf(options);
  return {
    words: words.slice(0, named),
    kindWord,
    edits,
    all,
    selector,
    overwrite,
    output,
    dryRun,
    confirmWithin,
    guard: guardOptions(options),
  };
}

/** How many words are the kind and names; with `--remove`, where labels look like names, there is one name. */
function countOfNames(words: readonly string[], isWholeKind: boolean, remove: boolean): number {
  if (isWholeKind) return 1;
  const isSlashed = words[0]?.includes("/") === true;
  const least = isSlashed ? 1 : 2;
  if (remove) return least;
  const first = words.findIndex((word, at) => at >= least && isLabelEdit(word));
  return first < 0 ? least : first;
}

/**
 * `label KIND NAME KEY=VALUE... [--overwrite]`, `label KIND NAME KEY... --remove`; instead of NAME `--selector` or
 * `--all`. All labels of one resource change in one swap, or none does. Exit 1 when any resource could not be changed.
 */
export function run(options: LabelOptions, context: CommandContext): Promise<number> {
  return confirmable("label", options, context, (inner) => labelChosen(options, inner));
}

async function labelChosen(options: LabelOptions, context: CommandContext): Promise<number> {
  const choice = chooseResources(options.words, options, context);
  return withDatastore(context, async (store) => {
    if (choice.kind === "named") {
      const ids = choice.targets.map(({ id }) => id);
      return labelEach(ids, options, store, context);
    }
    const { matched, diagnostics } = await matchingResources(choice, store, context);
    printDiagnostics(diagnostics, [], context.io);
    const ids = matched.map(({ id }) => id);
    const kinds = choice.infos.map(({ kind }) => kind).join(", ");
    if (ids.length === 0) context.io.stderr.write(`no ${kinds} is selected; nothing was written\n`);
    const code = await labelEach(ids, options, store, context);
    return hasErrors(diagnostics) ? EXIT.failed : code;
  });
}

async function labelEach(
  given: readonly ResourceId[],
  { edits, overwrite, kindWord, output, dryRun, guard }: LabelOptions,
  store: Datastore,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const labelOne = (id: ResourceId, to: Datastore): Promise<Modified> =>
    modify(to, id, (current) => {
      const change = withLabels(current, edits, overwrite);
      if (!change.ok) return change;
      const problems = newProblems(current, change.resource, store.calico);
      return problems.length === 0 ? change : { ok: false, problems };
    });
  const allowed = await guarded({ items: given, idOf: (id) => id, write: labelOne }, store, guard, context);
  if (!allowed.ok) return allowed.code;
  const { items: ids, stopped } = allowed;
  const target = dryRun === "none" ? allowed.store : store.dryRun();
  const order = { key: displayId, alone: () => true, stopped };
  const { states, fault } = await interruptibleBatch(ids, (id) => labelOne(id, target), order, "labelled", io);
  const items = ids.map((id, at) => {
    const state = states[at];
    const problems = state?.kind === "done" ? modifiedProblems(state.result, id) : [];
    printDiagnostics(problems, [], io);
    if (output === "line" && state?.kind === "done" && state.result.kind === "written") {
      const { previous } = state.result;
      for (const edit of edits) io.stdout.write(doneLine(edit, { word: kindWord, id, previous, dryRun }));
    }
    return { id, state, problem: problems.find(({ severity }) => severity === "error") };
  });
  if (output !== "line") printResults(output, items, dryRun, io);
  else if (dryRun !== "none" && items.length > 1) io.stdout.write(dryRunSummary(items));
  const stateOf = (at: number): "written" | "not written" | "unknown whether written" => {
    const state = states[at];
    if (state?.kind === "unknown") return "unknown whether written";
    return state?.kind === "done" && state.result.kind === "written" ? "written" : "not written";
  };
  const count = ids.filter((_, at) => stateOf(at) === "written").length;
  if (states.some(({ kind }) => kind !== "done")) {
    io.stderr.write(`labelled ${count} of ${ids.length} resource${ids.length === 1 ? "" : "s"}; stopped\n`);
    const places = ids.map((id) => ({ id }));
    io.stderr.write(stretches(places, stateOf, ["written", "unknown whether written", "not written"]));
  }
  if (fault !== undefined) throw fault;
  return allowed.end(count === ids.length ? EXIT.ok : EXIT.failed);
}

/** The line scripts read, as recorded: the kind as it was typed, `updated` where the label had a value before; of a dry run what it would do. */
function doneLine(
  { label, value }: LabelEdit,
  done: {
    readonly word: string;
    readonly id: ResourceId;
    readonly previous: Resource | undefined;
    readonly dryRun: DryRun;
  },
): string {
  const { word, id, previous, dryRun } = done;
  const had = Object.hasOwn(previous?.metadata.labels ?? {}, label);
  const edit = value === undefined ? "remove" : had ? "update" : "set";
  const link = value === undefined ? "from" : "on";
  const start = dryRun === "none" ? `Successfully ${PAST[edit]}` : `Dry run: would ${edit}`;
  return `${start} label ${printable(label)} ${link} ${printable(word)} ${printable(id.name)}\n`;
}

const PAST = { remove: "removed", update: "updated", set: "set" } as const;
