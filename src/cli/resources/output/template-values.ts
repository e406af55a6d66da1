import { type Field, type FieldNode, ORDER } from "../../../generated/order.ts";
import { integer, jsonValue, NIL, text, truth, type Value } from "../../../go-template/values.ts";
import { objectOrEmpty } from "../../../model/json.ts";
import { type CalicoVersionRules, hasSince } from "../../../model/kinds/version.ts";
import type { Resource } from "../../../model/resource.ts";

/** A resource as Calico's struct of its kind: `TypeMeta` and `ObjectMeta` are embedded, so that `.Name` is `.ObjectMeta.Name`. */
export function resourceValue(resource: Resource, calico: CalicoVersionRules, pointer: boolean): Value {
  const node = ORDER[resource.kind];
  const fields = node?.kind === "object" ? node.fields : {};
  const parts = new Map<string, Value>([["TypeMeta", typeMeta(resource.kind, resource.apiVersion)]]);
  for (const [name, field] of Object.entries(fields)) {
    if (name === "kind" || name === "apiVersion" || !exists(field, calico)) continue;
    const value = name === "metadata" ? resource.metadata : resource[name];
    parts.set(name === "metadata" ? "ObjectMeta" : name, fieldValue(field, value ?? {}, calico));
  }
  return { kind: "struct", fields: parts, embedded: ["TypeMeta", "ObjectMeta"], pointer };
}

/** The list object that a whole kind is: `.Items`, and `.ListMeta.ResourceVersion`. */
export function listValue(kind: string, apiVersion: string, revision: string, items: readonly Value[]): Value {
  const meta = new Map([
    ["SelfLink", text("")],
    ["ResourceVersion", text(revision)],
    ["Continue", text("")],
    ["RemainingItemCount", NIL],
  ]);
  const fields = new Map<string, Value>([
    ["TypeMeta", typeMeta(`${kind}List`, apiVersion)],
    ["ListMeta", { kind: "struct", fields: meta, embedded: [], pointer: false }],
    ["Items", { kind: "list", items }],
  ]);
  return { kind: "struct", fields, embedded: ["TypeMeta", "ListMeta"], pointer: true };
}

/** A change of a watch: `.Type` and `.Object`. */
export function eventValue(type: string, object: Value): Value {
  const fields = new Map<string, Value>([
    ["Type", text(type)],
    ["Object", object],
  ]);
  return { kind: "struct", fields, embedded: [], pointer: false };
}

function typeMeta(kind: string, apiVersion: string): Value {
  const fields = new Map([
    ["Kind", text(kind)],
    ["APIVersion", text(apiVersion)],
  ]);
  return { kind: "struct", fields, embedded: [], pointer: false };
}

const exists = ({ since }: Field, calico: CalicoVersionRules): boolean =>
  since === undefined || hasSince(since, calico);

/** A field's value; where it is absent, what Go has there: the type's empty value, or nothing for pointers. */
function fieldValue(field: Field, value: unknown, calico: CalicoVersionRules): Value {
  if (value !== undefined && value !== null) return nodeValue(field.node, value, calico);
  switch (field.node.kind) {
    case "string":
    case "selector":
      return text("");
    case "list":
      return { kind: "list", items: [] };
    case "map":
      return { kind: "map", entries: new Map(), texts: true };
    case "boolean":
      return field.keepZero ? NIL : truth(false);
    case "integer":
      return field.keepZero ? NIL : integer(0);
    default:
      return NIL;
  }
}

function nodeValue(node: FieldNode, value: unknown, calico: CalicoVersionRules): Value {
  if (node.kind === "object") {
    const given = objectOrEmpty(value);
    const known = Object.entries(node.fields).filter(([, field]) => exists(field, calico));
    const fields = known.map(([name, field]) => [name, fieldValue(field, given[name], calico)] as const);
    // Fields that another Calico version stored are also available.
    const others = Object.entries(given).filter(([name]) => !Object.hasOwn(node.fields, name));
    const rest = others.map(([name, other]) => [name, jsonValue(other)] as const);
    return { kind: "struct", fields: new Map([...fields, ...rest]), embedded: [], pointer: false };
  }
  if (node.kind === "list" && Array.isArray(value)) {
    return { kind: "list", items: value.map((item: unknown) => nodeValue(node.items, item, calico)) };
  }
  if (node.kind === "timestamp" && typeof value === "string") return { kind: "time", value };
  if (node.kind === "number" && typeof value === "number") return { kind: "number", value, float: true };
  const plain = jsonValue(value);
  return node.kind === "map" && plain.kind === "map" ? { ...plain, texts: true } : plain;
}
