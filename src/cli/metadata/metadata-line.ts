import { type GuardOptions, guardOptions } from "../guard/guard-options.ts";
import type { Matching } from "../resources/choice.ts";
import type { ResultFormat } from "../resources/output/write-results.ts";
import { selectorOf } from "../resources/selection.ts";
import type { DryRun } from "../resources/writing/dry-run.ts";
import type { ArgumentDeclaration, Line } from "../shell/command.ts";
import { flag } from "../shell/option.ts";
import { DATASTORE_OPTIONS, DRY_RUN, GUARD_OPTIONS, RESULT_OUTPUT, SELECTOR } from "../shell/shared-options.ts";
import { UsageError } from "../shell/usage.ts";
import { CONFIRM_OPTIONS, type Confirmable, confirmWithinOf } from "../way-back/confirmable.ts";
import { type EntryEdit, entryEdits, isEntryEdit } from "./entry-edits.ts";
import type { EntryKind } from "./entry-kind.ts";

/** The options that `label` and `annotate` have alike. */
export const METADATA_OPTIONS = {
  selector: SELECTOR,
  output: RESULT_OUTPUT,
  dryRun: DRY_RUN,
  ...CONFIRM_OPTIONS,
  ...GUARD_OPTIONS,
  ...DATASTORE_OPTIONS,
};

/** The arguments of a command that edits those entries. */
export function metadataArguments({ word }: EntryKind): readonly ArgumentDeclaration[] {
  const edits = `more names, then KEY=VALUE... or KEY- to remove it; KEY... with --remove`;
  return [
    { syntax: "[kind]", help: "kind of the resource, such as hep or gnp; or KIND/NAME", completes: "kinds" },
    { syntax: "[name]", help: "its name, unless --selector or --all chooses", completes: "names" },
    { syntax: `[${word}s...]`, help: edits, completes: "names" },
  ];
}

/** `--all` of a command that edits those entries. */
export function allOption({ command }: EntryKind) {
  return flag("--all", `${command} all resources of the kind, instead of one by name`);
}

/** What a line of `label` or `annotate` changes, and of which resources. */
export interface MetadataOptions extends Matching, Confirmable {
  readonly entries: EntryKind;
  /** KIND NAME or KIND/NAME, with `--selector` or `--all` the kind alone. */
  readonly words: readonly string[];
  /** The kind as it is typed, for the success lines. */
  readonly kindWord: string;
  readonly edits: readonly EntryEdit[];
  readonly overwrite: boolean;
  /** A success line for each entry, or the results of each resource. */
  readonly output: "line" | ResultFormat;
  readonly dryRun: DryRun;
  /** What must be proved before anything is written; absent without `--guard`. */
  readonly guard: GuardOptions | undefined;
}

type MetadataDeclarations = typeof METADATA_OPTIONS & Record<"overwrite" | "remove" | "all", ReturnType<typeof flag>>;

/** What the line changes; throws `UsageError` where its options do not fit together. */
export function metadataOptions({ words, options }: Line<MetadataDeclarations>, entries: EntryKind): MetadataOptions {
  const { all, overwrite, remove, output = "line", dryRun = "none" } = options;
  const selector = selectorOf(options.selector, "changed");
  if (overwrite && remove) throw new UsageError("--overwrite and --remove exclude each other");
  const [kind = ""] = words;
  const named = countOfNames(words, all || selector !== undefined, remove);
  const kinds = new Set(words.slice(0, named).flatMap((word) => (word.includes("/") ? word.split("/", 1) : [])));
  if (kind.includes(",") || kinds.size > 1)
    throw new UsageError(`\`${entries.command}\` takes one kind at a time`, "run it for each of them");
  const edits = words.length < named ? [] : entryEdits(words.slice(named), remove, entries);
  return {
    entries,
    words: words.slice(0, named),
    kindWord: kind.split("/", 1)[0] ?? "",
    edits,
    all,
    selector,
    overwrite,
    output,
    dryRun,
    confirmWithin: confirmWithinOf(options),
    guard: guardOptions(options),
  };
}

/** How many words are the kind and names; with `--remove`, where keys look like names, there is one name. */
function countOfNames(words: readonly string[], isWholeKind: boolean, remove: boolean): number {
  if (isWholeKind) return 1;
  const isSlashed = words[0]?.includes("/") === true;
  const least = isSlashed ? 1 : 2;
  if (remove) return least;
  const first = words.findIndex((word, at) => at >= least && isEntryEdit(word));
  return first < 0 ? least : first;
}
