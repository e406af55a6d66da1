import type { Datastore } from "../../datastore/datastore.ts";
import { type CellContext, type Column, type KindInfo, kindNamed } from "../../model/kinds.ts";
import { printable } from "../../model/printable.ts";
import { API_VERSION, displayId, type Resource, resourceId } from "../../model/resource.ts";
import { readForWriting } from "../input.ts";
import { kindOf } from "../kind.ts";
import { goJson } from "../output/json.ts";
import { resourceTable } from "../output/text-table.ts";
import type { Common } from "../program.ts";
import { withDatastore } from "../store.ts";
import { type Target, targetsNamed } from "../targets.ts";
import { EXIT, UsageError } from "../usage.ts";

type Format =
  | { readonly kind: "table"; readonly wide: boolean }
  | { readonly kind: "columns"; readonly headings: readonly string[] }
  | { readonly kind: "yaml" | "json" };

interface Choice {
  readonly format: Format;
  readonly allNamespaces: boolean;
  readonly exported: boolean;
}

/** `get`: all of a kind, some by name, or those of `-f`, as a table, YAML or JSON. Missing ones are told, and exit 1. */
export async function run(
  common: Common,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const [word, ...names] = args;
  const files = options.filename as readonly string[] | undefined;
  const choice: Choice = {
    format: formatOf((options.output as string | undefined) ?? "ps"),
    allNamespaces: options.allNamespaces === true,
    exported: options.export === true,
  };
  if (files !== undefined && word !== undefined) throw new UsageError("give either -f or a kind and names, not both");
  if (choice.allNamespaces && (files !== undefined || names.length > 0)) {
    throw new UsageError("--all-namespaces goes with a whole kind, not with names or files");
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
  if (word === undefined)
    throw new UsageError("which kind?", "name one, such as `calicoctl get hep`, or a file with -f");
  const info = kindOf(word);
  if (!info.namespaced && (choice.allNamespaces || common.namespace !== undefined)) {
    throw new UsageError(`${info.kind} has no namespace`, "leave out --namespace and --all-namespaces");
  }
  checkColumns(choice.format, info);
  if (names.length === 0) return withDatastore(common, (store) => getAll(info, store, common, choice));
  const targets = targetsNamed(word, names, common);
  return withDatastore(common, (store) => getTargets(targets, store, common, choice));
}

const CUSTOM = "custom-columns=";

function formatOf(output: string): Format {
  if (output === "ps" || output === "wide") return { kind: "table", wide: output === "wide" };
  if (output === "yaml" || output === "json") return { kind: output };
  if (output.startsWith(CUSTOM)) {
    const headings = output
      .slice(CUSTOM.length)
      .split(",")
      .filter((heading) => heading !== "");
    if (headings.length === 0) throw new UsageError("custom-columns needs at least one column");
    return { kind: "columns", headings };
  }
  throw new UsageError(`unknown output \`${output}\``, "get prints ps, wide, yaml, json or custom-columns=COLUMN,...");
}

/** The columns a table of this kind shows; NAMESPACE is one of them where `custom-columns` asks for it. */
function columnsOf(info: KindInfo, format: Format): readonly Column[] {
  if (format.kind === "table") return info.columns.filter(({ wideOnly }) => format.wide || !wideOnly);
  if (format.kind !== "columns") return [];
  return format.headings.map((heading) => {
    const column = info.columns.find((candidate) => candidate.heading === heading);
    if (column !== undefined) return column;
    const known = info.columns.map((candidate) => candidate.heading).join(", ");
    throw new UsageError(`${info.kind} has no column \`${heading}\``, `its columns: ${known}`);
  });
}

function checkColumns(format: Format, info: KindInfo): void {
  columnsOf(info, format);
}

async function getAll(info: KindInfo, store: Datastore, common: Common, choice: Choice): Promise<number> {
  const { io } = common;
  const namespace = info.namespaced && !choice.allNamespaces ? (common.namespace ?? "default") : undefined;
  const list = await store.list(info.kind, namespace === undefined ? {} : { namespace });
  for (const { key, reason } of list.unreadable)
    io.stderr.write(`warning: ${printable(key)} is left out: ${printable(reason)}\n`);
  const whole = {
    kind: `${info.kind}List`,
    apiVersion: API_VERSION,
    metadata: { resourceVersion: list.revision },
    items: list.items,
  };
  await print(whole, [{ info, resources: list.items }], store, common, choice);
  if (list.items.length === 0 && info.kind === "NetworkPolicy" && io.stderr.isTTY) {
    const { items } = await store.list("GlobalNetworkPolicy");
    const are = items.length === 1 ? "is 1 global one" : `are ${items.length} global ones`;
    if (items.length > 0) io.stderr.write(`no network policies; there ${are}: calicoctl get gnp\n`);
  }
  return EXIT.ok;
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
    else found.push(choice.exported && choice.format.kind !== "table" ? exportedForm(resource) : resource);
  }
  const tables = found.flatMap((resource) => {
    const info = kindNamed(resource.kind);
    return info === undefined ? [] : [{ info, resources: [resource] }];
  });
  if (found.length > 0) await print(targets.length === 1 ? found[0] : found, tables, store, common, choice);
  for (const { id, resourceVersion } of missing) {
    const at = resourceVersion === undefined ? "" : ` at resourceVersion ${printable(resourceVersion)}`;
    common.io.stderr.write(`error: ${printable(displayId(id))} does not exist${at} [store.not-found]\n`);
  }
  return missing.length === 0 ? EXIT.ok : EXIT.failed;
}

interface Table {
  readonly info: KindInfo;
  readonly resources: readonly Resource[];
}

async function print(
  value: unknown,
  tables: readonly Table[],
  store: Datastore,
  common: Common,
  choice: Choice,
): Promise<void> {
  const { io, namespace } = common;
  const { format } = choice;
  if (format.kind === "json") io.stdout.write(goJson(value));
  else if (format.kind === "yaml") io.stdout.write((await import("../output/yaml.ts")).goYaml(value));
  else {
    for (const { info, resources } of tables) {
      const columns = columnsOf(info, format);
      const namespaces =
        info.namespaced && format.kind === "table" && (choice.allNamespaces || namespace !== undefined);
      const context = columns.some(({ heading }) => heading === "ASN") ? await cellContext(store) : {};
      io.stdout.write(resourceTable(columns, resources, { namespaces, context }));
    }
  }
}

async function cellContext(store: Datastore): Promise<CellContext> {
  const asNumber = (await store.get({ kind: "BGPConfiguration", name: "default" }))?.spec?.asNumber;
  return asNumber === undefined ? {} : { defaultAsNumber: String(asNumber) };
}

/** Without what belongs to one cluster; `creationTimestamp: null` stays, as v3.9.5 prints it. */
function exportedForm(resource: Resource): Resource {
  const { namespace, uid, resourceVersion, creationTimestamp, name, ...rest } = resource.metadata;
  return { ...resource, metadata: { name, creationTimestamp: null, ...rest } };
}
