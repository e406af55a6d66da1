import { type FieldNode, ORDER } from "../generated/order.ts";
import { isObject } from "../model/json.ts";
import { kindNamed } from "../model/kinds/kinds.ts";
import { STORED_API } from "../model/kinds/kubernetes-kinds.ts";
import { type CalicoVersion, type CalicoVersionRules, hasSince } from "../model/kinds/version.ts";
import { API_VERSION, type FieldPath, formatPath } from "../model/resource.ts";
import type { Candidate } from "./candidates.ts";
import { nameOf } from "./identity.ts";

/** A kind or field that a Calico version does not know and a later one does. */
export interface NewerPart {
  /** The version that brought it. */
  readonly since: CalicoVersion;
  /** What it is, for a message: "the kind `Tier`", "`spec.tier` of GlobalNetworkPolicy p". */
  readonly what: string;
}

/** The first kind or field of Calico's resources that this version does not know, though a later one does. */
export function newerPartOf(candidates: readonly Candidate[], calico: CalicoVersionRules): NewerPart | undefined {
  for (const candidate of candidates) {
    const { kind, apiVersion, value } = candidate;
    if (kind === undefined || (apiVersion !== API_VERSION && apiVersion !== STORED_API)) continue;
    const since = kindNamed(kind)?.since;
    if (since !== undefined && !hasSince(since, calico)) return { since, what: `the kind \`${kind}\`` };
    const node = Object.hasOwn(ORDER, kind) ? ORDER[kind] : undefined;
    const spec = node?.kind === "object" ? node.fields.spec?.node : undefined;
    const field = spec && newerField(value.spec, spec, ["spec"], calico);
    if (field !== undefined)
      return { since: field.since, what: `\`${formatPath(field.path)}\` of ${nameOf(candidate) ?? kind}` };
  }
  return undefined;
}

function newerField(
  value: unknown,
  node: FieldNode,
  path: FieldPath,
  calico: CalicoVersionRules,
): { readonly since: CalicoVersion; readonly path: FieldPath } | undefined {
  if (node.kind === "list" && Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      const field = newerField(item, node.items, [...path, at], calico);
      if (field !== undefined) return field;
    }
  }
  if (node.kind !== "object" || !isObject(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const field = Object.hasOwn(node.fields, key) ? node.fields[key] : undefined;
    if (field === undefined) continue;
    const { since } = field;
    if (since !== undefined && !hasSince(since, calico)) return { since, path: [...path, key] };
    const deeper = newerField(inner, field.node, [...path, key], calico);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
