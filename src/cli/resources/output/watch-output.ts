import type { Datastore } from "../../../datastore/datastore.ts";
import type { KindInfo } from "../../../model/kinds/kind.ts";
import { kindNamed } from "../../../model/kinds/kinds.ts";
import { printable } from "../../../model/printable.ts";
import { displayId, type Resource, resourceId } from "../../../model/resource.ts";
import { goJson, goJsonLine } from "../../../report/json.ts";
import type { CommandContext } from "../../shell/context.ts";
import { errorLine } from "../../shell/io/error-line.ts";
import { cellContext, type GetResult, printResult, type Showing, shownColumns } from "./get-result.ts";
import { resourceName } from "./resource-name.ts";
import { textRow } from "./text-table.ts";

/** A change as it is shown; the words are Kubernetes'. */
export interface Shown {
  readonly event: "ADDED" | "MODIFIED" | "DELETED";
  readonly resource: Resource;
}

/** Prints the list, then changes, in one format; each returns whether that failed. */
export interface WatchOutput {
  readonly list: (result: GetResult) => Promise<boolean>;
  readonly changes: (changes: readonly Shown[]) => Promise<boolean>;
}

/**
 * How a watch prints: rows are added to the table, with `(deleted)` behind those of deletions, or with `events` an
 * EVENT column in front; YAML and JSON get a document `{type, object}` a change, JSON on one line each.
 */
export function watchOutput(
  store: Datastore,
  context: CommandContext,
  showing: Showing & { readonly events: boolean },
): WatchOutput {
  switch (showing.format.kind) {
    case "table":
    case "columns":
      return tableOutput(store, context, showing);
    case "template":
      return templateOutput(store, context, showing, showing.format.source);
    case "jsonpath":
      return pathOutput(context, showing, showing.format.source);
    default:
      return documentOutput(store, context, showing, showing.format.kind);
  }
}

function documentOutput(
  store: Datastore,
  context: CommandContext,
  showing: Showing & { readonly events: boolean },
  kind: "yaml" | "json" | "name",
): WatchOutput {
  const { stdout } = context.io;
  let first = true;
  const separate = (): void => {
    if (kind === "yaml" && !first) stdout.writeData("---\n");
    first = false;
  };
  return {
    async list(result) {
      if (kind === "name") return printResult(result, store, context, showing);
      if (result.value === undefined) return false;
      separate();
      stdout.writeData(
        kind === "json"
          ? goJson(result.value)
          : (await import("../../../manifest/yaml/writer/go-yaml.ts")).goYaml(result.value),
      );
      return false;
    },
    async changes(changes) {
      for (const { event, resource } of changes) {
        separate();
        const change = { type: event, object: resource };
        if (kind === "json") stdout.writeData(goJsonLine(change));
        else if (kind === "yaml")
          stdout.writeData((await import("../../../manifest/yaml/writer/go-yaml.ts")).goYaml(change));
        else {
          const name = printable(resourceName(resourceId(resource)));
          const mark = event === "DELETED" ? " deleted" : "";
          stdout.write(showing.events ? `${event} ${name}\n` : `${name}${mark}\n`);
        }
      }
      return false;
    },
  };
}

/** Templates get a resource as with `get KIND NAME`, with `events` `.Type` and `.Object`; without, deletions are reported on stderr. */
function templateOutput(
  store: Datastore,
  context: CommandContext,
  showing: Showing & { readonly events: boolean },
  source: string,
): WatchOutput {
  const { stdout, stderr } = context.io;
  return {
    list: (result) => printResult(result, store, context, showing),
    async changes(changes) {
      const { renderResources } = await import("./template-output.ts");
      for (const { event, resource } of changes) {
        if (event === "DELETED" && !showing.events) {
          stderr.write(`${printable(displayId(resourceId(resource)))} is deleted\n`);
          continue;
        }
        const one = showing.events ? { event, resource } : [resource];
        const rendered = renderResources(source, [one], store.calico);
        if (!rendered.ok) {
          stderr.write(errorLine({ message: `template:${rendered.message}` }));
          return true;
        }
        stdout.writeRaw(rendered.text);
      }
      return false;
    },
  };
}

/** jsonpath gets each resource alone, as kubectl's does, with `events` `{type, object}`; without, deletions are reported on stderr. */
function pathOutput(
  { io: { stdout, stderr } }: CommandContext,
  { events }: { readonly events: boolean },
  source: string,
): WatchOutput {
  const print = async (values: readonly unknown[]): Promise<boolean> => {
    const { renderJsonPath } = await import("../../../json-path/json-path.ts");
    for (const value of values) {
      const rendered = renderJsonPath(source, value);
      if (!rendered.ok) {
        stderr.write(errorLine({ message: `jsonpath: ${rendered.message}` }));
        return true;
      }
      stdout.writeRaw(rendered.text);
    }
    return false;
  };
  return {
    list: (result) => print(result.tables.flatMap(({ resources }) => resources)),
    changes(changes) {
      if (events) return print(changes.map(({ event, resource }) => ({ type: event, object: resource })));
      const deleted = changes.filter(({ event }) => event === "DELETED");
      for (const { resource } of deleted) stderr.write(`${printable(displayId(resourceId(resource)))} is deleted\n`);
      return print(changes.filter(({ event }) => event !== "DELETED").map(({ resource }) => resource));
    },
  };
}

/** One table that grows; where the kind changes, an empty line and that kind's headings come first. */
function tableOutput(
  store: Datastore,
  context: CommandContext,
  showing: Showing & { readonly events: boolean },
): WatchOutput {
  const { stdout } = context.io;
  const widths = new Map<string, number[]>();
  let last: string | undefined;
  const write = async (info: KindInfo, rows: readonly Shown[]): Promise<void> => {
    const columns = shownColumns(info, store, context, showing);
    const cells = await cellContext(columns, store);
    const front = (text: string): string[] => (showing.events ? [text] : []);
    const headings = [...front("EVENT"), ...columns.map(({ heading }) => heading)];
    const lines = rows.map(({ event, resource }) => {
      return [...front(event), ...columns.map(({ cell }) => printable(cell(resource, cells)))];
    });
    const own = widths.get(info.kind) ?? [];
    widths.set(info.kind, own);
    // All rows that come together are as wide as the widest of them.
    for (const row of showing.noHeaders ? lines : [headings, ...lines]) textRow(row, own);
    if (last !== info.kind && !showing.noHeaders)
      stdout.write(`${last === undefined ? "" : "\n"}${textRow(headings, own)}\n`);
    last = info.kind;
    for (const [at, row] of lines.entries()) {
      const mark = rows[at]?.event === "DELETED" && !showing.events ? "(deleted)" : "";
      stdout.write(`${textRow(row, own)}${mark}\n`);
    }
  };
  return {
    async list(result) {
      const tables = new Map(result.tables.map(({ info }) => [info, [] as Shown[]]));
      for (const { info, resources } of result.tables)
        tables.get(info)?.push(...resources.map((resource) => ({ event: "ADDED" as const, resource })));
      for (const [info, rows] of tables) await write(info, rows);
      return false;
    },
    async changes(changes) {
      for (const { kind, rows } of runs(changes)) {
        const info = kindNamed(kind);
        if (info !== undefined) await write(info, rows);
      }
      return false;
    },
  };
}

/** Neighbours of one kind together. */
function runs(changes: readonly Shown[]): { readonly kind: string; readonly rows: readonly Shown[] }[] {
  const neighbours: { kind: string; rows: Shown[] }[] = [];
  for (const change of changes) {
    const { kind } = change.resource;
    const last = neighbours.at(-1);
    if (last?.kind === kind) last.rows.push(change);
    else neighbours.push({ kind, rows: [change] });
  }
  return neighbours;
}
