import { ORDER } from "../generated/order.ts";
import { objectOf } from "../model/json.ts";
import { DEFAULT_TIER } from "../model/kinds/built-in.ts";
import { METADATA_ANNOTATION, TIER_LABEL } from "../model/kinds/defaults.ts";
import { kindNamed } from "../model/kinds/kinds.ts";
import type { CalicoVersionRules, StoredNames } from "../model/kinds/version.ts";
import type { Metadata, Resource } from "../model/resource.ts";
import { encodeValue } from "./encode-json.ts";
import { shownName, storedName } from "./keys.ts";
import type { KeyValue } from "./kv/kv.ts";

/** A stored value read back, or why it is not a resource of its kind. */
export type Decoded =
  | { readonly ok: true; readonly resource: Resource }
  | { readonly ok: false; readonly reason: string };

/**
 * The bytes stored for a resource: compact JSON in Calico's field order, policies under their stored name,
 * `resourceVersion` left out (it is the key's revision), in the layout of that Calico version. Recorded: layout.json.
 */
export function encodeResource(resource: Resource, { version, storedNames }: CalicoVersionRules): string {
  const { resourceVersion: _, ...metadata } = resource.metadata;
  const name = storedName(resource.kind, metadata.name, storedNames);
  return encodeValue({ ...resource, metadata: { ...metadata, name } }, ORDER[resource.kind], version);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a stored value of `kind`: leniently (unknown fields are kept), with its name as people use it and its revision.
 * With plain names what v3.32 keeps to itself is left out (recorded: `get_yaml` of layout.json).
 */
export function decodeResource(kind: string, kv: KeyValue, names: StoredNames): Decoded {
  const value = objectOf(parse(kv.value));
  if (value === undefined) return { ok: false, reason: "the stored value is not a JSON object" };
  if (value.kind !== undefined && value.kind !== kind)
    return { ok: false, reason: `the stored value is of another kind, not ${kind}` };
  const metadata = objectOf(value.metadata);
  if (typeof metadata?.name !== "string" || metadata.name === "")
    return { ok: false, reason: "the stored value has no name" };
  const spec = value.spec ?? undefined;
  if (spec !== undefined && objectOf(spec) === undefined)
    return { ok: false, reason: "the stored value's spec is not an object" };
  for (const field of ["labels", "annotations"]) {
    const map = metadata[field] ?? {};
    if (!objectOf(map) || Object.values(map).some((entry) => typeof entry !== "string"))
      return { ok: false, reason: `the stored value's ${field} are not a map of strings` };
  }
  const { kind: _kind, apiVersion, metadata: _metadata, ...rest } = value;
  return {
    ok: true,
    resource: {
      kind,
      apiVersion: typeof apiVersion === "string" ? apiVersion : "projectcalico.org/v3",
      metadata: shownMetadata(kind, metadata, metadata.name, kv.modRevision, names),
      ...rest,
      ...(names === "plain" && objectOf(spec) && { spec: shownSpec(objectOf(spec) ?? {}) }),
    },
  };
}

/** The spec without the empty sides of rules, which are always stored. */
function shownSpec(spec: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const rules = ["ingress", "egress"].flatMap((field) => {
    const given = spec[field];
    return Array.isArray(given) ? [[field, given.map(shownRule)] as const] : [];
  });
  return rules.length === 0 ? spec : { ...spec, ...Object.fromEntries(rules) };
}

function shownRule(rule: unknown): unknown {
  const fields = objectOf(rule);
  if (fields === undefined) return rule;
  const empty = (value: unknown): boolean => Object.keys(objectOf(value) ?? { value }).length === 0;
  const hidden = (name: string, value: unknown): boolean => /^(source|destination)$/.test(name) && empty(value);
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !hidden(name, value)));
}

/** Metadata in the order calicoctl prints it: the revision stands before the creation time. */
function shownMetadata(
  kind: string,
  stored: Readonly<Record<string, unknown>>,
  storedAs: string,
  revision: string,
  names: StoredNames,
): Metadata {
  const { name: _name, namespace, uid, resourceVersion: _, ...others } = stored;
  const policy = names === "plain" && kindNamed(kind)?.tiered === true;
  const { name, ...rest } = policy
    ? shownPolicy(kind, storedAs, others)
    : { ...others, name: nameOf(kind, storedAs, names) };
  return {
    name,
    ...(typeof namespace === "string" ? { namespace } : {}),
    ...(typeof uid === "string" ? { uid } : {}),
    resourceVersion: revision,
    ...rest,
  };
}

function nameOf(kind: string, stored: string, names: StoredNames): string {
  return names === "plain" ? stored : shownName(kind, stored);
}

/**
 * A policy's name and metadata as v3.32 shows them: without its own annotation; one that has none was stored by an older
 * Calico and is shown without the prefix, in the tier `default` (recorded: oldpolicy-get-gnp--o-yaml).
 */
function shownPolicy(
  kind: string,
  stored: string,
  metadata: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly [field: string]: unknown } {
  const { [METADATA_ANNOTATION]: own, ...annotations } = objectOf(metadata.annotations) ?? {};
  const old = own === undefined && shownName(kind, stored) !== stored;
  const labels = old ? { [TIER_LABEL]: DEFAULT_TIER, ...objectOf(metadata.labels) } : metadata.labels;
  const { annotations: _annotations, labels: _labels, ...rest } = metadata;
  return {
    ...rest,
    name: old ? shownName(kind, stored) : stored,
    ...(labels !== undefined && { labels }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
}
