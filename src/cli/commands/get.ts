import type { Datastore } from "../../datastore/datastore.ts";
import type { CellContext } from "../../model/columns.ts";
import { allKinds, type KindInfo, kindNamed } from "../../model/kinds.ts";
import { printable } from "../../model/printable.ts";
import { API_VERSION, displayId, type Resource, resourceId } from "../../model/resource.ts";
import type { VersionProfile } from "../../model/version.ts";
import type { Selector } from "../../selector/selector.ts";
import type { Common } from "../common.ts";
import { readForWriting } from "../input.ts";
import { columnsOf, type Format, formatOf } from "../output/formats.ts";
import type { Found } from "../output/go-template/go-template.ts";
import { goJson } from "../output/json.ts";
import { resourceName } from "../output/resource-name.ts";
import { resourceTable } from "../output/text-table.ts";
import { listed, selected, selection, selectorOf } from "../selection.ts";
import { withDatastore } from "../store.ts";
import type { Target } from "../targets.ts";
import { EXIT, UsageError } from "../usage.ts";

interface Choice {
  readonly format: Format;
  readonly allNamespaces: boolean;
  readonly exported: boolean;
  readonly selector: Selector | undefined;
}

/** What was found: the value that YAML and JSON show, the tables, and what a template gets. */
interface Result {
  readonly value: unknown;
  readonly tables: readonly { readonly info: KindInfo; readonly resources: readonly Resource[] }[];
  readonly found: readonly Found[];
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
  if (files !== undefined) {
    const resources = await readForWriting(files, common, { recursive: options.recursive, purpose: "get" });
    if (resources === undefined) return EXIT.failed;
    const targets = resources.map(({ resource }) => {
      const { resourceVersion } = resource.metadata;
      return { id: resourceId(resource), ...(resourceVersion && { resourceVersion }) };
    });
    return withDatastore(common, (store) => getTargets(targets, store, common, choice));
  }
  const chosen = selection(args, common);
  if (chosen.kind === "targets") {
    for (const { id } of chosen.targets) checkColumns(kindNamed(id.kind), choice);
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
  return withDatastore(common, (store) => getKinds(infos, all, store, common, choice));
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
      const resources = items.filter((item) => selected(item, choice.selector));
      return { info, resources, kind: info.kind, apiVersion: API_VERSION, revision, items: resources };
    }),
  );
  const [only] = lists;
  const single = lists.length === 1 && only !== undefined;
  const whole = single && {
    kind: `${only.kind}List`,
    apiVersion: API_VERSION,
    metadata: { resourceVersion: only.revision },
    items: only.items,
  };
  const shown = all ? lists.filter(({ items }) => items.length > 0) : lists;
  const value = whole || lists.flatMap(({ items }) => items);
  const failed = await print({ value, tables: shown, found: shown }, store, common, choice);
  if (all && shown.length === 0) io.stderr.write("no resources\n");
  if (single && only.items.length === 0 && only.kind === "NetworkPolicy" && io.stderr.isTTY) {
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
  const tables = found.flatMap((resource) => {
    const info = kindNamed(resource.kind);
    return info === undefined ? [] : [{ info, resources: [resource] }];
  });
  const value = targets.length === 1 ? found[0] : found;
  const failed = found.length > 0 && (await print({ value, tables, found: [found] }, store, common, choice));
  for (const { id, resourceVersion } of missing) {
    const at = resourceVersion === undefined ? "" : ` at resourceVersion ${printable(resourceVersion)}`;
    common.io.stderr.write(`error: ${printable(displayId(id))} does not exist${at} [store.not-found]\n`);
  }
  return missing.length === 0 && !failed ? EXIT.ok : EXIT.failed;
}

/** Prints what was found; says whether that failed (a template that does not fit the resources). */
async function print(result: Result, store: Datastore, common: Common, choice: Choice): Promise<boolean> {
  const { io, namespace } = common;
  const { profile } = store;
  const { format } = choice;
  switch (format.kind) {
    case "json":
      io.stdout.write(profile.version === "v3.7" ? goJson(result.value) : goJson(result.value).trimEnd());
      return false;
    case "yaml":
      io.stdout.write((await import("../output/yaml.ts")).goYaml(result.value));
      return false;
    case "name":
      for (const { resources } of result.tables)
        for (const resource of resources) io.stdout.write(`${printable(resourceName(resourceId(resource)))}\n`);
      return false;
    case "template": {
      const { renderGoTemplate } = await import("../output/go-template/go-template.ts");
      const rendered = renderGoTemplate(format.source, result.found, profile.version);
      if (rendered.ok) io.stdout.write(rendered.text);
      else io.stderr.write(`error: template:${printable(rendered.message)}\n`);
      return !rendered.ok;
    }
    case "table":
    case "columns":
      for (const { info, resources } of result.tables) {
        const columns = columnsOf(info, format, profile);
        const namespaces =
          info.namespaced && format.kind === "table" && (choice.allNamespaces || namespace !== undefined);
        const context = columns.some(({ heading }) => heading === "ASN") ? await cellContext(store) : {};
        io.stdout.write(resourceTable(columns, resources, { namespaces, context }));
      }
      return false;
  }
}

async function cellContext(store: Datastore): Promise<CellContext> {
  const asNumber = (await store.get({ kind: "BGPConfiguration", name: "default" }))?.spec?.asNumber;
  return asNumber === undefined ? {} : { defaultAsNumber: String(asNumber) };
}

/** Without what belongs to one cluster; with v3.7 `creationTimestamp: null` stays, as v3.9.5 prints it. */
function exportedForm(resource: Resource, { version }: VersionProfile): Resource {
  const { namespace, uid, resourceVersion, creationTimestamp, name, ...rest } = resource.metadata;
  return { ...resource, metadata: { name, ...(version === "v3.7" && { creationTimestamp: null }), ...rest } };
}
