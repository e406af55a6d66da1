import { type Field, type FieldNode, ORDER, type ScalarKind } from "../generated/order.ts";
import { isObject } from "../model/json.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import { workloadEndpointName } from "../model/kinds/workload-name.ts";
import { API_VERSION, type FieldPath, formatPath, type Located, type Resource } from "../model/resource.ts";
import { canonicalAsNumber, canonicalDuration, canonicalPort, canonicalProtocol } from "../model/scalar-forms.ts";
import { absentList, fieldName, namesOf, otherCase, unknownField } from "./field-names.ts";
import type { Problem, Report } from "./problem.ts";
import { typeProblem } from "./schema.ts";
import { hasTwin, replacesWhole, twoSpellings } from "./two-spellings.ts";
import { scalarText } from "./yaml/nodes/scalars.ts";

/** A resource as it is read from a manifest. */
export interface ReadResource {
  /**
   * As it will be stored, but for defaults; absent where it cannot be read. It always has `metadata` and, where one is
   * given, a `spec`; a value of the wrong type is kept, for the schema to refuse.
   */
  readonly resource?: Resource;
  readonly problems: readonly Problem[];
  /** Numbers and booleans given for strings: where, and as what they are stored. */
  readonly coerced: readonly { readonly path: FieldPath; readonly text: string }[];
  /** What it was read of, where that is an object of the Kubernetes API. */
  readonly madeOf?: Located["madeOf"];
  /** The path in the manifest of a field of the resource, where that is another. */
  readonly from?: (path: FieldPath) => FieldPath;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Brings a resource of a known kind to the form in which Calico stores it: known fields in stored order and in their
 * own spelling (`Protocol` is `protocol`), numbers and booleans as strings where strings are wanted, protocol `"6"` as
 * 6, port `"80:80"` as 80, nulls and unset values dropped. Doing it twice changes nothing. Which values are kept, and
 * in which order, is in the schemas (recorded: layout.json, the stored values of validate.jsonl).
 */
export function canonical(
  kind: string,
  value: Values,
  calico: CalicoVersionRules,
): ReadResource & { readonly resource: Resource } {
  const node = ORDER[kind];
  if (node === undefined) throw new Error(`no schema for ${kind}`);
  const { fields, problems: found, coerced } = canonicalFields(node, value, calico, kind);
  const problems = [...found, ...metadataProblems(node, fields.metadata)];
  const metadata = isObject(fields.metadata) ? fields.metadata : {};
  const spec = isObject(fields.spec) ? fields.spec : {};
  const name = storedName(kind, fields.metadata ?? {}, spec);
  const resource = {
    ...fields,
    kind,
    apiVersion: API_VERSION,
    metadata: { ...metadata, name },
  };
  return { resource, problems, coerced };
}

/** The finding about metadata that is no object: the resource cannot hold it. */
function metadataProblems(node: FieldNode, metadata: unknown): readonly Problem[] {
  if (metadata === undefined || isObject(metadata) || node.kind !== "object") return [];
  return [typeProblem(node.fields.metadata?.node, ["metadata"], metadata, "object")];
}

/** The name that is given, or is made from the fields; empty where there is none, or what is given is not text. */
function storedName(kind: string, metadata: unknown, spec: Values): string {
  const given = isObject(metadata) ? (metadata.name ?? "") : undefined;
  if (given === "" && kind === "WorkloadEndpoint") return workloadEndpointName(spec) ?? "";
  return typeof given === "string" ? given : "";
}

/** The fields of an object as its table has them: known ones in order and canonical form, then those that are unknown. */
export function canonicalFields(
  node: FieldNode,
  value: Values,
  calico: CalicoVersionRules,
  kind?: string,
): Pick<ReadResource, "problems" | "coerced"> & { readonly fields: Values } {
  if (node.kind !== "object") throw new Error("the table is not that of an object");
  const problems: Problem[] = [];
  const coerced: { path: FieldPath; text: string }[] = [];
  const context: Context = {
    calico,
    kind,
    report: (problem) => problems.push(problem),
    coerced: (path, text) => coerced.push({ path, text }),
  };
  return { fields: objectValue(node.fields, value, [], context), problems, coerced };
}

interface Context {
  readonly calico: CalicoVersionRules;
  readonly kind: string | undefined;
  readonly report: Report;
  readonly coerced: (path: FieldPath, text: string) => void;
}

function objectValue(
  fields: Readonly<Record<string, Field>>,
  value: Values,
  path: FieldPath,
  context: Context,
): Values {
  const given = new Map<string, unknown>();
  const unknown: [string, unknown][] = [];
  // Where two spellings of a field are allowed, the last in key order counts (recorded: hep-iface-case, combo-hep-131).
  const spellings = new Map<string, string>();
  const entries = Object.entries(value);
  if (context.calico.repeatedInOtherCase) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, item] of entries) {
    const name = fieldName(fields, key, value, context.calico);
    const field = name === undefined ? undefined : fields[name];
    if (name === undefined || field === undefined) {
      unknown.push([key, item]);
      context.report(unknownField(fields, key, [...path, key], { ...context, value: item }));
      continue;
    }
    const other = spellings.get(name);
    spellings.set(name, key);
    if (other !== undefined) {
      given.delete(name);
      const isReplaced = [item, value[other]].every((one) => replacesWhole(field.node, one));
      context.report(twoSpellings([other, key], isReplaced, [...path, name]));
    } else if (key !== name && !hasTwin(entries, key)) context.report(otherCase(key, name, [...path, name]));
    if (item !== null) {
      const read = fieldValue(field.node, item, [...path, name], context);
      if (field.keepZero === true || !isZero(field.node, read)) given.set(name, read);
    } else if (field.node.kind === "list" && field.keepZero === true) {
      context.report(absentList(name, [...path, name]));
    }
  }
  const known: Record<string, unknown> = {};
  for (const name of namesOf(fields)) if (given.has(name)) known[name] = given.get(name);
  return unknown.length === 0 ? known : Object.fromEntries([...Object.entries(known), ...unknown]);
}

function fieldValue(node: FieldNode, value: unknown, path: FieldPath, context: Context): unknown {
  switch (node.kind) {
    case "object":
      return isObject(value) ? objectValue(node.fields, value, path, context) : value;
    case "list":
      return Array.isArray(value) ? value.map((item, at) => listItem(node.items, item, [...path, at], context)) : value;
    case "map":
      return isObject(value) ? mapValue(value, path, context) : value;
    default:
      return scalarValue(node.kind, value, path, context);
  }
}

/** An item of a list; null is the type's empty value, as in Go (recorded: hep-eip-24, rule-shape-04). */
function listItem(node: FieldNode, value: unknown, path: FieldPath, context: Context): unknown {
  if (value !== null) return fieldValue(node, value, path, context);
  if (node.kind === "object") return {};
  return node.kind === "port" ? 0 : "";
}

function mapValue(value: Values, path: FieldPath, context: Context): Values {
  const entries = Object.entries(value).map(([key, item]) => {
    return [key, item === null ? "" : stringValue(item, [...path, key], context)] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function stringValue(value: unknown, path: FieldPath, context: Context): unknown {
  if (typeof value !== "number" && typeof value !== "boolean" && typeof value !== "bigint") return value;
  const text = scalarText(value);
  context.coerced(path, text);
  return text;
}

function scalarValue(kind: ScalarKind, value: unknown, path: FieldPath, context: Context): unknown {
  if (typeof value === "bigint" && kind !== "string" && kind !== "selector") return Number(value);
  switch (kind) {
    case "string":
    case "selector":
      return stringValue(value, path, context);
    case "port":
      return typeof value === "string" ? (canonicalPort(value) ?? value) : value;
    case "protocol":
      return typeof value === "string" ? (canonicalProtocol(value) ?? value) : value;
    case "as-number":
      return typeof value === "string" ? (canonicalAsNumber(value) ?? value) : value;
    case "duration":
      return typeof value === "string" ? (canonicalDuration(value) ?? value) : value;
    case "any":
      return withoutBigints(value);
    case "timestamp":
    case "boolean":
    case "integer":
    case "number":
      return value;
  }
}

/** A value kept as it is, but for integers too large for a number, which JSON cannot write. */
function withoutBigints(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, item: unknown) => (typeof item === "bigint" ? Number(item) : item));
  return text === undefined ? undefined : JSON.parse(text);
}

/** Whether it is the empty value of the field's type, which Calico does not store; an empty value of another type is a mistake. */
function isZero(node: FieldNode, value: unknown): boolean {
  switch (node.kind) {
    case "list":
      return Array.isArray(value) && value.length === 0;
    case "object":
    case "map":
    case "any":
      return isObject(value) && Object.keys(value).length === 0;
    case "boolean":
      return value === false;
    case "integer":
    case "number":
    case "port":
    case "protocol":
    case "as-number":
      return value === 0;
    case "string":
    case "selector":
    case "duration":
    case "timestamp":
      return value === "";
  }
}

/** A resource's field path as diagnostics show it; the resource itself is its kind's name. */
export function shownPath(path: FieldPath): string | undefined {
  return path.length === 0 ? undefined : formatPath(path);
}
