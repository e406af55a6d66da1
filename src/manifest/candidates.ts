import { isObject } from "../model/json.ts";
import type { FieldPath, Resource } from "../model/resource.ts";
import type { Problem } from "./problem.ts";

/** Something that should be a resource: its fields, where in its document it stands, and what it says it is. */
export interface Candidate {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: FieldPath;
  readonly kind: string | undefined;
  readonly apiVersion: string | undefined;
}

/** What a candidate says. */
export interface CandidateRead {
  /** In canonical form; absent where it is none that can be read. */
  readonly resource?: Resource;
  /** Everything wrong with it. */
  readonly problems: readonly Problem[];
  /** Numbers and booleans given for text: where, and as what they are stored. */
  readonly coerced: readonly { readonly path: FieldPath; readonly text: string }[];
  /** Where a field of the resource is in the candidate, if not at the same path. */
  readonly from?: (path: FieldPath) => FieldPath;
}

/** The resources of one document's value, with findings about what holds them. */
export interface DocumentCandidates {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly Problem[];
}

/**
 * Takes apart a document: one resource; a list of them, of mixed kinds; `kind: List`, or a typed list
 * (`HostEndpointList`), whose items may leave out kind and apiVersion.
 */
export function resourcesIn(value: unknown): DocumentCandidates {
  if (Array.isArray(value)) return each(value, [], undefined);
  if (!isObject(value)) {
    const help = "a resource has `apiVersion`, `kind`, `metadata` and `spec`";
    return { candidates: [], problems: [{ code: "document.type", message: "this is not a resource", help, path: [] }] };
  }
  const kind = word(field(value, "kind"));
  if (kind === undefined || !/^(?:[A-Z][A-Za-z]*)?List$/.test(kind)) {
    return { candidates: [{ value, path: [], kind, apiVersion: word(field(value, "apiVersion")) }], problems: [] };
  }
  const known = ["kind", "apiVersion", "metadata", "items"];
  const problems: Problem[] = Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ code: "field.unknown", message: `unknown field \`${key}\``, path: [key], part: "key" }));
  if (value.items !== undefined && value.items !== null && !Array.isArray(value.items)) {
    problems.push({ code: "field.type", message: "`items` must be a list", path: ["items"], part: "key" });
    return { candidates: [], problems };
  }
  const of = { kind: kind === "List" ? undefined : kind.slice(0, -"List".length), apiVersion: word(value.apiVersion) };
  const found = each(Array.isArray(value.items) ? value.items : [], ["items"], kind === "List" ? undefined : of);
  return { candidates: found.candidates, problems: [...problems, ...found.problems] };
}

/** The items of a list; `of` is what an item is that does not say so itself. */
function each(
  items: readonly unknown[],
  base: FieldPath,
  of: { readonly kind: string | undefined; readonly apiVersion: string | undefined } | undefined,
): DocumentCandidates {
  const candidates: Candidate[] = [];
  const problems: Problem[] = [];
  items.forEach((item, at) => {
    const path = [...base, at];
    if (!isObject(item)) {
      problems.push({ code: "document.type", message: "this item of the list is not a resource", path });
      return;
    }
    const absent = (name: string): boolean => field(item, name) === undefined || field(item, name) === null;
    const kind = absent("kind") ? of?.kind : word(field(item, "kind"));
    const apiVersion = absent("apiVersion") ? of?.apiVersion : word(field(item, "apiVersion"));
    candidates.push({ value: item, path, kind, apiVersion });
  });
  return { candidates, problems };
}

/** A field by its name, in whatever case. */
function field(value: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(value, name)) return value[name];
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

const word = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
