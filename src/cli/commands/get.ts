import type { Datastore } from "../../datastore/datastore.ts";
import { allKinds, type KindInfo, kindForAlias, kindNamed } from "../../model/kinds.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Resource, resourceId } from "../../model/resource.ts";
import type { VersionProfile } from "../../model/version.ts";
import type { Selector } from "../../selector/selector.ts";
import type { Common } from "../common.ts";
import { nothingToDo, readForWriting } from "../input.ts";
import { columnsOf, formatOf } from "../resources/output/formats.ts";
import { printResult, resultOfKinds, resultOfNames, type Showing } from "../resources/output/get-result.ts";
import { listed, selected, selection, selectorOf, typedKinds } from "../selection.ts";
import { withDatastore } from "../store.ts";
import type { Target } from "../targets.ts";
import { EXIT, UsageError } from "../usage.ts";
import type { Watched } from "../watch.ts";

interface Choice extends Showing {
  readonly exported: boolean;
  readonly selector: Selector | undefined;
}

/**
 * `get`: whole kinds, `all`, some by name, or those of `-f`, as tables, YAML, JSON, names or through a template.
 * Missing ones are told, and exit 1.
 */
export async function run(
  common: Common,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const files = options.filename as readonly string[] | undefined;
  const choice: Choice = {
    format: await formatOf((options.output as string | undefined) ?? "ps"),
    allNamespaces: options.allNamespaces === true,
    withKinds: files === undefined && ofSeveralKinds(args),
    exported: options.export === true,
    selector: selectorOf(options.selector),
  };
  const [word] = args;
  if (files !== undefined && word !== undefined) throw new UsageError("give either -f or a kind and names, not both");
  if (files === undefined && word === undefined)
    throw new UsageError("which kind?", "name one, such as `calicoctl get hep`, or a file with -f");
  const byName = files !== undefined || args.length > 1 || (word ?? "").includes("/");
  if (choice.allNamespaces && byName) {
    throw new UsageError("--all-namespaces goes with a whole kind, not with names or files");
  }
  if (choice.selector !== undefined && byName) {
    throw new UsageError("--selector chooses among a whole kind, not among names or files");
  }
  if (choice.allNamespaces && common.namespace !== undefined) {
    throw new UsageError("--all-namespaces and --namespace exclude each other");
  }
  const watching = watcher(options, common, choice);
  if (files !== undefined) {
    const { recursive, skipEmpty } = options;
    const resources = await readForWriting(files, common, { recursive, skipEmpty, purpose: "get" });
    if (resources === undefined) return EXIT.failed;
    if (nothingToDo(resources, skipEmpty, common)) return EXIT.ok;
    const targets = resources.map(({ resource }) => {
      const { resourceVersion } = resource.metadata;
      return { id: resourceId(resource), ...(resourceVersion && { resourceVersion }) };
    });
    if (watching !== undefined) return watching({ kind: "targets", targets });
    return withDatastore(common, (store) => getTargets(targets, store, common, choice));
  }
  const chosen = selection(args, common);
  if (chosen.kind === "targets") {
    for (const { id } of chosen.targets) checkColumns(kindNamed(id.kind), choice);
    if (watching !== undefined) return watching(chosen);
    return withDatastore(common, (store) => getTargets(chosen.targets, store, common, choice));
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
  if (watching !== undefined) return watching(chosen);
  return withDatastore(common, (store) => getKinds(infos, all, store, common, choice));
}

/** Whether the words name more kinds than one, so that a table alone does not say what it lists. */
function ofSeveralKinds(words: readonly string[]): boolean {
  const [first = ""] = words;
  if (first.toLowerCase() === "all") return true;
  return new Set(typedKinds(words).map((word) => kindForAlias(word)?.kind)).size > 1;
}

/** What `--watch` does instead of getting once; `undefined` without it. */
function watcher(
  options: Readonly<Record<string, unknown>>,
  common: Common,
  choice: Choice,
): ((watched: Watched) => Promise<number>) | undefined {
  const changesOnly = options.watchOnly === true;
  const events = options.outputWatchEvents === true;
  if (options.watch !== true && !changesOnly) {
    if (events) throw new UsageError("--output-watch-events goes with --watch");
    return undefined;
  }
  if (choice.exported) throw new UsageError("--export and --watch exclude each other");
  return async (watched) => {
    const { watch } = await import("../watch.ts");
    return withDatastore(common, (store) => watch(watched, store, common, { ...choice, changesOnly, events }));
  };
}

/** Columns that no Calico version has are told before a datastore is asked. */
function checkColumns(info: KindInfo | undefined, { format }: Choice): void {
  if (info !== undefined) columnsOf(info, format, undefined);
}

async function getKinds(
  infos: readonly KindInfo[],
  all: boolean,
  store: Datastore,
  common: Common,
  choice: Choice,
): Promise<number> {
  const { io } = common;
  const lists = await Promise.all(
    (all ? allKinds(store.profile) : infos).map(async (info) => {
      const { items, revision } = await listed(store, info, common, choice.allNamespaces);
      return { info, items: items.filter((item) => selected(item, choice.selector)), revision };
    }),
  );
  const found = resultOfKinds(lists, all);
  const failed = await printResult(found, store, common, choice);
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
  targets: readonly Target[],
  store: Datastore,
  common: Common,
  choice: Choice,
): Promise<number> {
  const found: Resource[] = [];
  const missing: Target[] = [];
  for (const target of targets) {
    const { id, resourceVersion } = target;
    const resource = await store.get(id, resourceVersion === undefined ? {} : { resourceVersion });
    if (resource === undefined) missing.push(target);
    else
      found.push(choice.exported && choice.format.kind !== "table" ? exportedForm(resource, common.profile) : resource);
  }
  const shown = resultOfNames(found, targets.length);
  const failed = found.length > 0 && (await printResult(shown, store, common, choice));
  for (const { id, resourceVersion } of missing) {
    const at = resourceVersion === undefined ? "" : ` at resourceVersion ${printable(resourceVersion)}`;
    common.io.stderr.write(`error: ${printable(displayId(id))} does not exist${at} [store.not-found]\n`);
  }
  return missing.length === 0 && !failed ? EXIT.ok : EXIT.failed;
}

/** Without what belongs to one cluster; with v3.7 `creationTimestamp: null` stays, as v3.9.5 prints it. */
function exportedForm(resource: Resource, { version }: VersionProfile): Resource {
  const { namespace, uid, resourceVersion, creationTimestamp, name, ...rest } = resource.metadata;
  return { ...resource, metadata: { name, ...(version === "v3.7" && { creationTimestamp: null }), ...rest } };
}
