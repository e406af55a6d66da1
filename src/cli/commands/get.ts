import type { Datastore } from "../../datastore/datastore.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import { allKinds, kindForAlias, kindNamed } from "../../model/kinds/kinds.ts";
import type { VersionProfile } from "../../model/kinds/version.ts";
import { displayId, type Resource, resourceId } from "../../model/resource.ts";
import type { Selector } from "../../selector/selector.ts";
import { nothingToDo, parseInput, reportInput, withInput } from "../resources/input.ts";
import { columnsOf, formatOf } from "../resources/output/formats.ts";
import { printResult, resultOfKinds, resultOfNames, type Showing } from "../resources/output/get-result.ts";
import { listed, selected, selection, selectorOf, typedKinds } from "../resources/selection.ts";
import type { ResourceRef } from "../resources/targets.ts";
import type { Watched } from "../resources/watch.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { flag, text } from "../shell/option.ts";
import { DATASTORE_OPTIONS, MANIFEST_OPTIONS, SELECTOR, SKIP_EMPTY } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";

const OUTPUT_VALUES = ["ps", "wide", "yaml", "json", "name", "custom-columns=", "go-template=", "go-template-file="];

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
    output: text(
      "-o, --output <format>",
      "ps, wide, yaml, json, name, custom-columns=COLUMN,..., go-template=TEMPLATE or go-template-file=FILE",
      { calicoctl: "v3.7", values: OUTPUT_VALUES },
    ),
    selector: SELECTOR,
    allNamespaces: flag("-a, --all-namespaces", "resources of every namespace; -A, too", { calicoctl: "v3.7" }),
    capitalA: flag("-A", "as -a", { hidden: true }),
    skipEmpty: SKIP_EMPTY,
    watch: flag("-w, --watch", "also print every change, a line or document each, until Ctrl-C"),
    watchOnly: flag("--watch-only", "print changes only, not the resources that are there now"),
    outputWatchEvents: flag("--output-watch-events", "print ADDED, MODIFIED or DELETED with each (with --watch)"),
    export: flag("--export", "leave out uid, resourceVersion and creationTimestamp; needs names", {
      calicoctl: "v3.7",
    }),
    ...DATASTORE_OPTIONS,
  },
  examples: [
    { line: "calicoctl get hep", shows: "a table of all host endpoints" },
    { line: "calicoctl get gnp allow-ssh -o yaml", shows: "one policy as a manifest" },
    { line: "calicoctl get np,netsets -a -l \"role == 'web'\"", shows: "two kinds, all namespaces, by label" },
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
  /** How changes are shown; `undefined` without `--watch`. */
  readonly watch: { readonly changesOnly: boolean; readonly events: boolean } | undefined;
}

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
  return { words, files, recursive, skipEmpty, output, allNamespaces, exported: options.export, selector, watch };
}

interface Choice extends Showing {
  readonly exported: boolean;
  readonly selector: Selector | undefined;
}

/**
 * `get`: whole kinds, `all`, some by name, or those of `-f`, as tables, YAML, JSON, names or through a template.
 * Missing ones are reported, with exit code 1.
 */
export async function run(options: GetOptions, context: CommandContext): Promise<number> {
  const { words, files, recursive, skipEmpty, allNamespaces, exported, selector } = options;
  if (allNamespaces && context.namespace !== undefined)
    throw new UsageError("--all-namespaces and --namespace exclude each other");
  const format = await formatOf(options.output);
  const withKinds = files === undefined && ofSeveralKinds(words);
  const choice: Choice = { format, allNamespaces, withKinds, exported, selector };
  const watching = watcher(options.watch, context, choice);
  if (files !== undefined) {
    const parsed = await parseInput(files, context.io, { recursive, skipEmpty });
    if (await nothingToDo(parsed, skipEmpty, context)) return EXIT.ok;
    return withInput(parsed, context, {
      purpose: "get",
      refused: (input, version) => {
        reportInput(input, context, "nothing was read", version);
        return EXIT.failed;
      },
      work: async (input, store) => {
        printDiagnostics(input.diagnostics, input.sources, context.io);
        const targets = input.resources.map(({ resource }) => {
          const { resourceVersion } = resource.metadata;
          return { id: resourceId(resource), ...(resourceVersion && { resourceVersion }) };
        });
        if (watching !== undefined) return watching({ kind: "targets", targets }, store);
        return getTargets(targets, store, context, choice);
      },
    });
  }
  const chosen = selection(words, context);
  if (chosen.kind === "targets") {
    for (const { id } of chosen.targets) checkColumns(kindNamed(id.kind), choice);
    return withDatastore(context, (store) => {
      return watching?.(chosen, store) ?? getTargets(chosen.targets, store, context, choice);
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
  choice: Choice,
): ((watched: Watched, store: Datastore) => Promise<number>) | undefined {
  if (changes === undefined) return undefined;
  return async (watched, store) => {
    const { watch } = await import("../resources/watch.ts");
    return watch(watched, store, context, { ...choice, ...changes });
  };
}

/** Columns that no Calico version has are reported before the datastore is opened. */
function checkColumns(info: KindInfo | undefined, { format }: Choice): void {
  if (info !== undefined) columnsOf(info, format, undefined);
}

async function getKinds(
  infos: readonly KindInfo[],
  all: boolean,
  store: Datastore,
  context: CommandContext,
  choice: Choice,
): Promise<number> {
  const { io } = context;
  const lists = await Promise.all(
    (all ? allKinds(store.profile) : infos).map(async (info) => {
      const { items, revision } = await listed(store, info, context, choice.allNamespaces);
      return { info, items: items.filter((item) => selected(item, choice.selector)), revision };
    }),
  );
  const found = resultOfKinds(lists, all);
  const failed = await printResult(found, store, context, choice);
  if (all && found.tables.length === 0) io.stderr.write("no resources\n");
  const [only, ...others] = lists;
  if (others.length === 0 && only?.items.length === 0 && only.info.kind === "NetworkPolicy" && io.stderr.isTTY) {
    const { items } = await store.list("GlobalNetworkPolicy");
    const are = items.length === 1 ? "is 1 global one" : `are ${items.length} global ones`;
    if (items.length > 0) io.stderr.write(`no network policies; there ${are}: calicoctl get gnp\n`);
  }
  return failed ? EXIT.failed : EXIT.ok;
}

async function getTargets(
  targets: readonly ResourceRef[],
  store: Datastore,
  context: CommandContext,
  choice: Choice,
): Promise<number> {
  const found: Resource[] = [];
  const missing: ResourceRef[] = [];
  for (const target of targets) {
    const { id, resourceVersion } = target;
    const resource = await store.get(id, resourceVersion === undefined ? {} : { resourceVersion });
    if (resource === undefined) missing.push(target);
    else
      found.push(choice.exported && choice.format.kind !== "table" ? exportedForm(resource, store.profile) : resource);
  }
  const shown = resultOfNames(found, targets.length);
  const failed = found.length > 0 && (await printResult(shown, store, context, choice));
  for (const { id, resourceVersion } of missing) {
    const at = resourceVersion === undefined ? "" : ` at resourceVersion ${resourceVersion}`;
    context.io.stderr.write(errorLine({ message: `${displayId(id)} does not exist${at}`, code: "store.not-found" }));
  }
  return missing.length === 0 && !failed ? EXIT.ok : EXIT.failed;
}

/** Without what belongs to one cluster; with v3.7 `creationTimestamp: null` stays, as v3.9.5 prints it. */
function exportedForm(resource: Resource, { version }: VersionProfile): Resource {
  const { namespace, uid, resourceVersion, creationTimestamp, name, ...rest } = resource.metadata;
  return { ...resource, metadata: { name, ...(version === "v3.7" && { creationTimestamp: null }), ...rest } };
}
