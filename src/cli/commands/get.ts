import type { Datastore } from "../../datastore/datastore.ts";
import { READS_OBJECTS } from "../../manifest/foreign/object-reading.ts";
import { kindForAlias, kindNamed } from "../../model/kinds/kinds.ts";
import type { Located } from "../../model/resource.ts";
import { wordList } from "../../model/word-list.ts";
import type { Selector } from "../../selector/selector.ts";
import { type FieldSelector, fieldSelectorOf } from "../resources/field-selector.ts";
import { checkColumns, type GetShowing, getKinds, getNamed } from "../resources/get-resources.ts";
import { FORMAT_NAMES, FORMATS_SHOWN, formatOf } from "../resources/output/formats.ts";
import type { ShownLabels } from "../resources/output/label-columns.ts";
import { selection, selectorOf, typedKinds } from "../resources/selection.ts";
import { type SortOrder, sortOrderOf } from "../resources/sort-resources.ts";
import { refOf } from "../resources/targets.ts";
import { type ResourceUse, useResources } from "../resources/use-input.ts";
import type { Watched } from "../resources/watch.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { flag, list, number, text } from "../shell/option.ts";
import { DATASTORE_OPTIONS, MANIFEST_OPTIONS, SELECTOR, SKIP_EMPTY } from "../shell/shared-options.ts";
import { UsageError } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0;
const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** `get` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "get",
  summary: "Show resources",
  calicoctl: "v3.7",
  arguments: [
    {
      syntax: "[kind]",
      help: "kind of the resources, such as hep or gnp; a list of kinds, KIND/NAME, or all",
      completes: "kinds",
      values: ["all"],
    },
    { syntax: "[names...]", help: "their names; all of the kind when none is given", completes: "names" },
  ],
  options: {
    ...MANIFEST_OPTIONS,
    output: text("-o, --output <format>", wordList(FORMATS_SHOWN, "or"), { calicoctl: "v3.7", values: FORMAT_NAMES }),
    selector: SELECTOR,
    allNamespaces: flag("-a, --all-namespaces", "resources of every namespace; `-A` does the same", {
      calicoctl: "v3.7",
    }),
    capitalA: flag("-A", "as -a", { hidden: true }),
    fieldSelector: text("--field-selector <fields>", "only those with these fields: metadata.name=h1,spec.node!=n2"),
    sortBy: text("--sort-by <path>", "sort by a field, such as .metadata.name", { values: "field paths" }),
    noHeaders: flag("--no-headers", "tables without their headings and the empty line below"),
    showLabels: flag("--show-labels", "a column with all labels"),
    labelColumns: list("-L, --label-columns <labels>", "a column for each of these labels, with commas between", {
      values: "labels",
    }),
    ignoreNotFound: flag("--ignore-not-found", "do not fail for resources that do not exist"),
    limit: number("--limit <count>", "show at most so many", "a whole number above 0", isCount),
    chunkSize: {
      ...number("--chunk-size <count>", "accepted: a list is always complete", "a whole number", isSize),
      hidden: true,
    },
    skipEmpty: SKIP_EMPTY,
    watch: flag("-w, --watch", "also print every change, a line or document each, until Ctrl-C"),
    watchOnly: flag("--watch-only", "print changes only, not the resources that are there now"),
    outputWatchEvents: flag("--output-watch-events", "print ADDED, MODIFIED or DELETED with each (with --watch)"),
    export: flag("--export", "leave out uid, resourceVersion and creationTimestamp; needs names", {
      calicoctl: "v3.7",
    }),
    ...DATASTORE_OPTIONS,
  },
  exits: { 1: "a resource does not exist, or something cannot be read" },
  examples: [
    { line: "calicoctl get hep", shows: "a table of all host endpoints" },
    { line: "calicoctl get gnp allow-ssh -o yaml", shows: "one policy as a manifest" },
    { line: "calicoctl get np,netsets -a -l \"role == 'web'\"", shows: "two kinds, all namespaces, by label" },
    { line: "calicoctl get hep -L role --sort-by .spec.node", shows: "a column for a label, sorted by node" },
    { line: "calicoctl get hep -o jsonpath='{.items[*].metadata.name}'", shows: "fields, as kubectl prints them" },
    { line: "calicoctl get hep -w", shows: "the table, then a line for every change" },
  ],
});

/** What `get` shows, and how. */
export interface GetOptions {
  readonly words: readonly string[];
  readonly files: readonly string[] | undefined;
  readonly recursive: boolean;
  readonly skipEmpty: boolean;
  /** As it is typed; read when the command runs, since a template may be in a file. */
  readonly output: string;
  readonly allNamespaces: boolean;
  readonly exported: boolean;
  readonly selector: Selector | undefined;
  readonly fields: FieldSelector | undefined;
  readonly sortBy: SortOrder | undefined;
  readonly limit: number | undefined;
  readonly ignoreNotFound: boolean;
  readonly noHeaders: boolean;
  readonly labels: ShownLabels;
  /** How changes are shown; `undefined` without `--watch`. */
  readonly watch: { readonly changesOnly: boolean; readonly events: boolean } | undefined;
}

/** The options of `get`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): GetOptions {
  const { filename, recursive, skipEmpty, output = "ps", watchOnly, outputWatchEvents: events } = options;
  const watch = options.watch || watchOnly ? { changesOnly: watchOnly, events } : undefined;
  if (watch === undefined && events) throw new UsageError("--output-watch-events goes with --watch");
  if (watch !== undefined && options.export) throw new UsageError("--export and --watch exclude each other");
  const files = filename.length === 0 ? undefined : filename;
  const [word] = words;
  if (files !== undefined && word !== undefined) throw new UsageError("give either -f or a kind and names, not both");
  if (files === undefined && word === undefined)
    throw new UsageError("which kind?", "name one, such as `calicoctl get hep`, or a file with -f");
  const allNamespaces = options.allNamespaces || options.capitalA;
  const byName = files !== undefined || words.length > 1 || (word ?? "").includes("/");
  if (allNamespaces && byName) throw new UsageError("--all-namespaces goes with a whole kind, not with names or files");
  const selector = selectorOf(options.selector);
  if (selector !== undefined && byName)
    throw new UsageError("--selector chooses among a whole kind, not among names or files");
  const fields = fieldSelectorOf(options.fieldSelector);
  const { limit, ignoreNotFound, noHeaders } = options;
  if (byName && (fields !== undefined || limit !== undefined))
    throw new UsageError(`--${fields ? "field-selector" : "limit"} goes with a whole kind, not with names or files`);
  const sortBy = sortOrderOf(options.sortBy);
  if (watch !== undefined && (sortBy !== undefined || limit !== undefined))
    throw new UsageError(
      `--${sortBy ? "sort-by" : "limit"} and --watch exclude each other`,
      "changes come as they happen",
    );
  const columns = options.labelColumns.flatMap((labels) => labels.split(",")).filter((label) => label !== "");
  const labels: ShownLabels = { columns, all: options.showLabels };
  if ((labels.all || columns.length > 0) && !["ps", "wide"].includes(output))
    throw new UsageError(`${labels.all ? "--show-labels" : "--label-columns"} goes with tables, not with -o ${output}`);
  const kept = { allNamespaces, exported: options.export, selector, fields, sortBy, limit, ignoreNotFound };
  return { words, files, recursive, skipEmpty, output, noHeaders, labels, watch, ...kept };
}

/**
 * `get`: whole kinds, `all`, some by name, or those of `-f`, as tables, YAML, JSON, names or through a template.
 * Missing ones are reported, with exit code 1.
 */
export async function run(options: GetOptions, context: CommandContext): Promise<number> {
  const { words, files, recursive, skipEmpty, allNamespaces } = options;
  if (allNamespaces && context.namespace !== undefined)
    throw new UsageError("--all-namespaces and --namespace exclude each other");
  const format = await formatOf(options.output);
  const withKinds = files === undefined && ofSeveralKinds(words);
  const choice: GetShowing = { ...options, format, withKinds };
  const watching = watcher(options.watch, context, choice);
  if (files !== undefined) {
    const use: ResourceUse = {
      purpose: "get",
      reading: READS_OBJECTS,
      refusal: "nothing was read",
      work: async (resources, store) => {
        const targets = resources.filter((one) => isShown(one, store)).map(refOf);
        return watching?.({ kind: "targets", targets }, store) ?? getNamed(targets, store, context, choice);
      },
    };
    return useResources({ files, recursive, skipEmpty }, use, context);
  }
  const chosen = selection(words, context);
  if (chosen.kind === "targets") {
    for (const { id } of chosen.targets) checkColumns(kindNamed(id.kind), choice);
    return withDatastore(context, (store) => {
      return watching?.(chosen, store) ?? getNamed(chosen.targets, store, context, choice);
    });
  }
  const { infos, all } = chosen;
  if (choice.allNamespaces && !infos.some(({ namespaced }) => namespaced)) {
    const kinds = infos.map(({ kind }) => kind).join(", ");
    throw new UsageError(
      `${kinds} ${infos.length > 1 ? "have" : "has"} no namespace`,
      "leave out --namespace and --all-namespaces",
    );
  }
  for (const info of infos) checkColumns(info, choice);
  return withDatastore(context, (store) => {
    return watching?.(chosen, store) ?? getKinds(infos, all, store, context, choice);
  });
}

/** Whether `get` shows such a resource: v3.32 reads the policies of Kubernetes, but shows none (recorded: np-*). */
function isShown({ resource, madeOf }: Located, { calico }: Datastore): boolean {
  return madeOf !== "kubernetes" || !calico.tiers || kindNamed(resource.kind)?.tiered !== true;
}

/** Whether the words name more kinds than one, so that a table alone does not say what it lists. */
function ofSeveralKinds(words: readonly string[]): boolean {
  const [first = ""] = words;
  if (first.toLowerCase() === "all") return true;
  return new Set(typedKinds(words).map((word) => kindForAlias(word)?.kind)).size > 1;
}

/** What `--watch` does instead of getting once; `undefined` without it. */
function watcher(
  changes: GetOptions["watch"],
  context: CommandContext,
  choice: GetShowing,
): ((watched: Watched, store: Datastore) => Promise<number>) | undefined {
  if (changes === undefined) return undefined;
  return async (watched, store) => {
    const { watch } = await import("../resources/watch.ts");
    return watch(watched, store, context, { ...choice, ...changes });
  };
}
