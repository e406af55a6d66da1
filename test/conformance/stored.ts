import type { FieldNode } from "../../src/generated/order.ts";

/** Returns a resource as the datastore keeps it: fields in stored order, absent ones that are always stored filled in. */
export function stored(node: FieldNode | undefined, value: unknown, version: string): unknown {
  if (node?.kind === "list" && Array.isArray(value)) return value.map((item) => stored(node.items, item, version));
  if (node?.kind !== "object" || value === null || typeof value !== "object") return value;
  const given = value as Readonly<Record<string, unknown>>;
  const entries = Object.entries(node.fields).flatMap(([name, field]) => {
    if (Object.hasOwn(given, name)) return [[name, stored(field.node, given[name], version)] as const];
    if (field.stored === undefined || !Object.hasOwn(field.stored, version)) return [];
    return [[name, stored(field.node, field.stored[version], version)] as const];
  });
  return Object.fromEntries(entries);
}
