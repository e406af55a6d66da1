import { isObject } from "../model/json.ts";
import type { FieldPath } from "../model/resource.ts";
import type { Report } from "./problem.ts";

/**
 * What should be a resource: its fields (those of a typed list with their kind and apiVersion), its path in the document, and the
 * kind and apiVersion that it has.
 */
export interface Candidate {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: FieldPath;
  readonly kind: string | undefined;
  readonly apiVersion: string | undefined;
}

/** Kind and apiVersion that the items of a typed list may leave out. */
type Typed = Pick<Candidate, "kind" | "apiVersion">;

/**
 * Returns the candidates of a document: of one resource; of a list, of mixed kinds; of `kind: List`, or of a typed list
 * (`HostEndpointList`), whose items may leave out kind and apiVersion. A list may hold typed lists.
 */
export function candidatesIn(value: unknown, report: Report): readonly Candidate[] {
  if (Array.isArray(value)) return itemsOf(value, [], undefined, report);
  if (isObject(value)) return candidatesAt(value, [], undefined, report);
  const help = "a resource has `apiVersion`, `kind`, `metadata` and `spec`";
  report({ code: "document.type", message: "this is not a resource", help, path: [] });
  return [];
}

/** The candidates of an object: itself, or the items of the list that it is. */
function candidatesAt(
  value: Readonly<Record<string, unknown>>,
  path: FieldPath,
  typed: Typed | undefined,
  report: Report,
): readonly Candidate[] {
  const absent = (name: string): boolean => field(value, name) === undefined || field(value, name) === null;
  const kind = absent("kind") ? typed?.kind : word(field(value, "kind"));
  const apiVersion = absent("apiVersion") ? typed?.apiVersion : word(field(value, "apiVersion"));
  if (kind === undefined || !/^(?:[A-Z][A-Za-z]*)?List$/.test(kind))
    return [{ value: typed === undefined ? value : { apiVersion, kind, ...value }, path, kind, apiVersion }];
  for (const key of Object.keys(value)) {
    if (["kind", "apiVersion", "metadata", "items"].includes(key)) continue;
    report({ code: "field.unknown", message: `unknown field \`${key}\``, path: [...path, key], part: "key" });
  }
  const { items } = value;
  if (items === undefined || items === null) return [];
  if (!Array.isArray(items)) {
    report({ code: "field.type", message: "`items` must be a list", path: [...path, "items"], part: "key" });
    return [];
  }
  const ofItems = kind === "List" ? undefined : { kind: kind.slice(0, -"List".length), apiVersion };
  return itemsOf(items, [...path, "items"], ofItems, report);
}

/** The candidates of a list; `typed` is the kind and apiVersion of items that have none. */
function itemsOf(
  items: readonly unknown[],
  base: FieldPath,
  typed: Typed | undefined,
  report: Report,
): readonly Candidate[] {
  return items.flatMap((item, at): readonly Candidate[] => {
    const path = [...base, at];
    if (isObject(item)) return candidatesAt(item, path, typed, report);
    report({ code: "document.type", message: "this item of the list is not a resource", path });
    return [];
  });
}

/** The value of a field by its name, ignoring case. */
function field(value: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(value, name)) return value[name];
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

const word = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
