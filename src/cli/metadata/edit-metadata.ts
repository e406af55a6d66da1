import type { Datastore } from "../../datastore/datastore.ts";
import { hasErrors } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Resource, type ResourceId } from "../../model/resource.ts";
import { guarded } from "../guard/guarded.ts";
import { chooseResources, matchingResources } from "../resources/choice.ts";
import { stretches } from "../resources/output/batch-report.ts";
import { dryRunSummary, printResults } from "../resources/output/write-results.ts";
import type { DryRun } from "../resources/writing/dry-run.ts";
import { interruptibleBatch } from "../resources/writing/interruptible-batch.ts";
import { type Modified, modifiedProblems, modify, newProblems } from "../resources/writing/modify.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";
import { confirmable } from "../way-back/confirmable.ts";
import { type EntryEdit, withEntries } from "./entry-edits.ts";
import type { EntryKind } from "./entry-kind.ts";
import type { MetadataOptions } from "./metadata-line.ts";

/**
 * Sets and removes labels or annotations of the chosen resources. All that change of one resource change in one swap, or
 * none does. Returns 1 when any resource could not be changed.
 */
export function editMetadata(options: MetadataOptions, context: CommandContext): Promise<number> {
  return confirmable(options.entries.command, options, context, (inner) => editChosen(options, inner));
}

async function editChosen(options: MetadataOptions, context: CommandContext): Promise<number> {
  const choice = chooseResources(options.words, options, context);
  return withDatastore(context, async (store) => {
    if (choice.kind === "named") {
      const ids = choice.targets.map(({ id }) => id);
      return editEach(ids, options, store, context);
    }
    const { matched, diagnostics } = await matchingResources(choice, store, context);
    printDiagnostics(diagnostics, [], context.io);
    const ids = matched.map(({ id }) => id);
    const kinds = choice.infos.map(({ kind }) => kind).join(", ");
    if (ids.length === 0) context.io.stderr.write(`no ${kinds} is selected; nothing was written\n`);
    const code = await editEach(ids, options, store, context);
    return hasErrors(diagnostics) ? EXIT.failed : code;
  });
}

async function editEach(
  given: readonly ResourceId[],
  { entries, edits, overwrite, kindWord, output, dryRun, guard }: MetadataOptions,
  store: Datastore,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const editOne = (id: ResourceId, to: Datastore): Promise<Modified> =>
    modify(to, id, (current) => {
      const change = withEntries(current, edits, overwrite, entries);
      if (!change.ok) return change;
      const problems = newProblems(current, change.resource, store.calico);
      return problems.length === 0 ? change : { ok: false, problems };
    });
  const allowed = await guarded({ items: given, idOf: (id) => id, write: editOne }, store, guard, context);
  if (!allowed.ok) return allowed.code;
  const { items: ids, stopped } = allowed;
  const target = dryRun === "none" ? allowed.store : store.dryRun();
  const order = { key: displayId, alone: () => true, stopped };
  const { states, fault } = await interruptibleBatch(ids, (id) => editOne(id, target), order, entries.done, io);
  const items = ids.map((id, at) => {
    const state = states[at];
    const problems = state?.kind === "done" ? modifiedProblems(state.result, id) : [];
    printDiagnostics(problems, [], io);
    if (output === "line" && state?.kind === "done" && state.result.kind === "written") {
      const { previous } = state.result;
      for (const edit of edits) io.stdout.write(doneLine(edit, entries, { word: kindWord, id, previous, dryRun }));
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
    io.stderr.write(`${entries.done} ${count} of ${ids.length} resource${ids.length === 1 ? "" : "s"}; stopped\n`);
    const places = ids.map((id) => ({ id }));
    io.stderr.write(stretches(places, stateOf, ["written", "unknown whether written", "not written"]));
  }
  if (fault !== undefined) throw fault;
  return allowed.end(count === ids.length ? EXIT.ok : EXIT.failed);
}

/**
 * The line scripts read, as recorded: the kind as it was typed, `updated` where the key had a value before; of a dry run what it
 * would do.
 */
function doneLine(
  { key, value }: EntryEdit,
  { field, word: what }: EntryKind,
  done: {
    readonly word: string;
    readonly id: ResourceId;
    readonly previous: Resource | undefined;
    readonly dryRun: DryRun;
  },
): string {
  const { word, id, previous, dryRun } = done;
  const had = Object.hasOwn(previous?.metadata[field] ?? {}, key);
  const edit = value === undefined ? "remove" : had ? "update" : "set";
  const link = value === undefined ? "from" : "on";
  const start = dryRun === "none" ? `Successfully ${PAST[edit]}` : `Dry run: would ${edit}`;
  return `${start} ${what} ${printable(key)} ${link} ${printable(word)} ${printable(id.name)}\n`;
}

const PAST = { remove: "removed", update: "updated", set: "set" } as const;
