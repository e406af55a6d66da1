import type { Datastore } from "../../../datastore/datastore.ts";
import { UnreadableValue } from "../../../datastore/datastore-error.ts";
import { getOrUnreadable } from "../../../datastore/resources/get-or-unreadable.ts";
import { type CellContext, type Column, namespaceColumn } from "../../../model/kinds/columns.ts";
import type { KindInfo } from "../../../model/kinds/kind.ts";
import { kindNamed } from "../../../model/kinds/kinds.ts";
import { printable } from "../../../model/printable.ts";
import { API_VERSION, type Resource, resourceId } from "../../../model/resource.ts";
import { goJson } from "../../../report/json.ts";
import type { CommandContext } from "../../shell/context.ts";
import { errorLine } from "../../shell/io/error-line.ts";
import { columnsOf, type Format } from "./formats.ts";
import { labelColumns, type ShownLabels } from "./label-columns.ts";
import { resourceName } from "./resource-name.ts";
import type { TemplateInput } from "./template-output.ts";
import { resourceRows, resourceTable } from "./text-table.ts";

/** The result of a `get`: the value that YAML and JSON show, the tables, and what a template is applied to. */
export interface GetResult {
  readonly value: unknown;
  readonly tables: readonly { readonly info: KindInfo; readonly resources: readonly Resource[] }[];
  readonly templateInputs: readonly TemplateInput[];
}

/** How `get` shows its result. */
export interface Showing {
  readonly format: Format;
  readonly allNamespaces: boolean;
  /** Names with their kind, as every command takes them: where tables of several kinds follow each other. */
  readonly withKinds: boolean;
  /** Whether tables come without their headings, and without the empty line below. */
  readonly noHeaders: boolean;
  readonly labels: ShownLabels;
}

/** The resources of one kind at a revision of the store. */
export interface KindList {
  readonly info: KindInfo;
  readonly items: readonly Resource[];
  readonly revision: string;
}

/** The result for whole kinds: for one kind its list object; with `all` only the kinds that have resources. */
export function resultOfKinds(lists: readonly KindList[], all: boolean): GetResult {
  const named = lists.map(({ info, items, revision }) => {
    return { info, kind: info.kind, apiVersion: API_VERSION, revision, items, resources: items };
  });
  const [only] = named;
  const whole = named.length === 1 &&
    only && {
      kind: `${only.kind}List`,
      apiVersion: API_VERSION,
      metadata: only.revision === "" ? {} : { resourceVersion: only.revision },
      items: only.items,
    };
  const shown = all ? named.filter(({ items }) => items.length > 0) : named;
  return { value: whole || lists.flatMap(({ items }) => items), tables: shown, templateInputs: shown };
}

/** The result for resources that `names` names on the command line select, a table each; for one name the resource itself. */
export function resultOfNames(resources: readonly Resource[], names: number): GetResult {
  const tables = resources.flatMap((resource) => {
    const info = kindNamed(resource.kind);
    return info === undefined ? [] : [{ info, resources: [resource] }];
  });
  return { value: names === 1 ? resources[0] : resources, tables, templateInputs: [resources] };
}

/** Prints a result; returns whether that failed (a template that does not fit the resources). */
export async function printResult(
  result: GetResult,
  store: Datastore,
  context: CommandContext,
  showing: Showing,
): Promise<boolean> {
  const { stdout, stderr } = context.io;
  const { calico } = store;
  const { format } = showing;
  switch (format.kind) {
    case "json":
      stdout.writeData(calico.jsonFinalNewline ? goJson(result.value) : goJson(result.value).trimEnd());
      return false;
    case "yaml": {
      const { goYamlPieces } = await import("../../../manifest/yaml/writer/go-yaml.ts");
      for (const piece of goYamlPieces(result.value)) {
        stdout.writeData(piece);
        await stdout.drained();
      }
      return false;
    }
    case "name":
      for (const { resources } of result.tables)
        for (const resource of resources) stdout.write(`${printable(resourceName(resourceId(resource)))}\n`);
      return false;
    case "template": {
      const { renderResources } = await import("./template-output.ts");
      const rendered = renderResources(format.source, result.templateInputs, calico);
      if (rendered.ok) stdout.writeRaw(rendered.text);
      else stderr.write(errorLine({ message: `template:${rendered.message}` }));
      return !rendered.ok;
    }
    case "jsonpath": {
      const { renderJsonPath } = await import("../../../json-path/json-path.ts");
      const rendered = renderJsonPath(format.source, asObject(result.value));
      if (rendered.ok) stdout.writeRaw(rendered.text);
      else stderr.write(errorLine({ message: `jsonpath: ${rendered.message}` }));
      return !rendered.ok;
    }
    case "table":
    case "columns":
      for (const { info, resources } of result.tables) {
        const columns = shownColumns(info, store, context, showing);
        const table = showing.noHeaders ? resourceRows : resourceTable;
        stdout.write(table(columns, resources, await cellContext(columns, store)));
      }
      return false;
  }
}

/** A list object of several resources, as kubectl's templates get it. */
function asObject(value: unknown): unknown {
  return Array.isArray(value) ? { apiVersion: "v1", kind: "List", items: value } : value;
}

/** The columns of a kind's table; with namespaces in front where the command line speaks of them. */
export function shownColumns(
  info: KindInfo,
  { calico }: Datastore,
  { namespace }: CommandContext,
  { format, allNamespaces, withKinds, labels }: Showing,
): readonly Column[] {
  const columns = columnsOf(info, format, calico).map((column) =>
    withKinds && format.kind === "table" && column.heading === "NAME" ? { ...column, cell: kindAndName } : column,
  );
  const namespaces = info.namespaced && format.kind === "table" && (allNamespaces || namespace !== undefined);
  return [...(namespaces ? [namespaceColumn] : []), ...columns, ...labelColumns(labels)];
}

const kindAndName = (resource: Resource): string => resourceName(resourceId(resource));

/** What the cells of these columns need besides their resource. */
export async function cellContext(columns: readonly Column[], store: Datastore): Promise<CellContext> {
  if (!columns.some(({ heading }) => heading === "ASN")) return {};
  const found = await getOrUnreadable(store, { kind: "BGPConfiguration", name: "default" });
  // A configuration that cannot be read is none for Calico either.
  const asNumber = found instanceof UnreadableValue ? undefined : found?.spec?.asNumber;
  return asNumber === undefined ? {} : { defaultAsNumber: String(asNumber) };
}
