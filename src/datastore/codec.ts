import { ORDER } from "../generated/order.ts";
import type { Metadata, Resource } from "../model/resource.ts";
import { encodeValue } from "./json.ts";
import { shownName, storedName } from "./keys.ts";
import type { KeyValue } from "./kv.ts";

/** A stored value read back, or why it is no resource of its kind. */
export type Decoded =
  | { readonly ok: true; readonly resource: Resource }
  | { readonly ok: false; readonly reason: string };

/**
 * The bytes stored for a resource: compact JSON in Calico's field order, policies under their stored name,
 * `resourceVersion` left out (it is the key's revision). `version` picks the layout (`v3.7`). Recorded: layout.json.
 */
export function encodeResource(resource: Resource, version: string): string {
  const { resourceVersion: _, ...metadata } = resource.metadata;
  const stored = { ...resource, metadata: { ...metadata, name: storedName(resource.kind, metadata.name) } };
  return encodeValue(stored, ORDER[resource.kind], version);
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a stored value of `kind`: leniently (unknown fields are kept), with its name as people use it and its revision. */
export function decodeResource(kind: string, kv: KeyValue): Decoded {
  const value = record(parse(kv.value));
  if (value === undefined) return { ok: false, reason: "the stored value is not a JSON object" };
  if (value.kind !== undefined && value.kind !== kind)
    return { ok: false, reason: `the stored value is of another kind, not ${kind}` };
  const metadata = record(value.metadata);
  if (typeof metadata?.name !== "string" || metadata.name === "")
    return { ok: false, reason: "the stored value has no name" };
  const spec = value.spec ?? undefined;
  if (spec !== undefined && record(spec) === undefined)
    return { ok: false, reason: "the stored value's spec is not an object" };
  for (const field of ["labels", "annotations"]) {
    const map = metadata[field] ?? {};
    if (!record(map) || Object.values(map).some((entry) => typeof entry !== "string"))
      return { ok: false, reason: `the stored value's ${field} are not a map of strings` };
  }
  const { kind: _kind, apiVersion, metadata: _metadata, ...rest } = value;
  return {
    ok: true,
    resource: {
      kind,
      apiVersion: typeof apiVersion === "string" ? apiVersion : "projectcalico.org/v3",
      metadata: shownMetadata(kind, metadata, metadata.name, kv.modRevision),
      ...rest,
    },
  };
}

/** Metadata in the order calicoctl prints it: the revision stands before the creation time. */
function shownMetadata(
  kind: string,
  stored: Readonly<Record<string, unknown>>,
  name: string,
  revision: string,
): Metadata {
  const { name: _name, namespace, uid, resourceVersion: _, ...rest } = stored;
  return {
    name: shownName(kind, name),
    ...(typeof namespace === "string" ? { namespace } : {}),
    ...(typeof uid === "string" ? { uid } : {}),
    resourceVersion: revision,
    ...rest,
  };
}
