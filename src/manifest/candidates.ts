import { isObject } from "../model/json.ts";
import type { FieldPath } from "../model/resource.ts";
import type { Report } from "./problem.ts";

/** What should be a resource: its fields, its path in the document, and the kind and apiVersion that it has. */
export interface Candidate {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: FieldPath;
  readonly kind: string | undefined;
  readonly apiVersion: string | undefined;
}

/**
 * Returns the candidates of a document: of one resource; of a list, of mixed kinds; of `kind: List`, or of a typed list
 * (`HostEndpointList`), whose items may leave out kind and apiVersion.
 */
export function candidatesIn(value: unknown, report: Report): readonly Candidate[] {
  if (Array.isArray(value)) return itemsOf(value, [], undefined, report);
  if (!isObject(value)) {
    const help = "a resource has `apiVersion`, `kind`, `metadata` and `spec`";
    report({ code: "document.type", message: "this is not a resource", help, path: [] });
    return [];
  }
  const kind = word(field(value, "kind"));
  if (kind === undefined || !/^(?:[A-Z][A-Za-z]*)?List$/.test(kind))
    return [{ value, path: [], kind, apiVersion: word(field(value, "apiVersion")) }];
  for (const key of Object.keys(value)) {
    if (["kind", "apiVersion", "metadata", "items"].includes(key)) continue;
    report({ code: "field.unknown", message: `unknown field \`${key}\``, path: [key], part: "key" });
  }
  const { items } = value;
  if (items === undefined || items === null) return [];
  if (!Array.isArray(items)) {
    report({ code: "field.type", message: "`items` must be a list", path: ["items"], part: "key" });
    return [];
  }
  const typed = { kind: kind.slice(0, -"List".length), apiVersion: word(value.apiVersion) };
  return itemsOf(items, ["items"], kind === "List" ? undefined : typed, report);
}

/** The candidates of a list; `typed` is the kind and apiVersion of items that have none. */
function itemsOf(
  items: readonly unknown[],
  base: FieldPath,
  typed: Pick<Candidate, "kind" | "apiVersion"> | undefined,
  report: Report,
): readonly Candidate[] {
  return items.flatMap((item, at): Candidate[] => {
    const path = [...base, at];
    if (!isObject(item)) {
      report({ code: "document.type", message: "this item of the list is not a resource", path });
      return [];
    }
    const absent = (name: string): boolean => field(item, name) === undefined || field(item, name) === null;
    const kind = absent("kind") ? typed?.kind : word(field(item, "kind"));
    const apiVersion = absent("apiVersion") ? typed?.apiVersion : word(field(item, "apiVersion"));
    return [{ value: item, path, kind, apiVersion }];
  });
}

/** The value of a field by its name, ignoring case. */
function field(value: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(value, name)) return value[name];
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

const word = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
