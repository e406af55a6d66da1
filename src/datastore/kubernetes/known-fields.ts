import { type FieldNode, ORDER } from "../../generated/order.ts";
import { isObject, type JsonObject } from "../../model/json.ts";
import { type CalicoVersionRules, hasSince } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";

/**
 * The resource without the fields that came with a later Calico than the version: its calicoctl does not know them, and the
 * definitions of today's Calico fill some of them in (recorded: crd-form-*@v3.9.5).
 */
export function knownFields(resource: Resource, calico: CalicoVersionRules): Resource {
  const node = ORDER[resource.kind];
  return node === undefined ? resource : (known(resource, node, calico) as Resource);
}

function known(value: unknown, node: FieldNode, calico: CalicoVersionRules): unknown {
  if (node.kind === "list" && Array.isArray(value)) return value.map((item) => known(item, node.items, calico));
  if (node.kind !== "object" || !isObject(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value as JsonObject)) {
    const field = Object.hasOwn(node.fields, name) ? node.fields[name] : undefined;
    if (field?.since !== undefined && !hasSince(field.since, calico)) continue;
    kept[name] = field === undefined ? inner : known(inner, field.node, calico);
  }
  return kept;
}
