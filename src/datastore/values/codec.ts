import { ORDER } from "../../generated/order.ts";
import { type JsonObject, objectOf } from "../../model/json.ts";
import { DEFAULT_TIER } from "../../model/kinds/built-in.ts";
import { METADATA_ANNOTATION, TIER_LABEL } from "../../model/kinds/defaults.ts";
import { kindNamed } from "../../model/kinds/kinds.ts";
import { rememberPlainRules } from "../../model/kinds/plain-rules.ts";
import { shownName, storedName } from "../../model/kinds/stored-name.ts";
import type { CalicoVersionRules, StoredNames } from "../../model/kinds/version.ts";
import { API_VERSION, type Metadata, type Resource, type ResourceId } from "../../model/resource.ts";
import type { Unreadable } from "../datastore.ts";
import { parseKey, storedNamespace } from "../keys.ts";
import type { KeyValue } from "../kv/kv.ts";
import { encodeValue, type Fills } from "./encode-json.ts";
import { readStoredFields } from "./stored-fields.ts";
import { readStoredJson } from "./stored-json.ts";
import { type UsualReader, usualReader } from "./usual-values.ts";

/**
 * A stored value read back, with the id that its key stands for; `note` says where its metadata names something else, which
 * counts for nothing. Or why it is not a resource of its kind.
 */
export type Decoded =
  | { readonly ok: true; readonly id: ResourceId; readonly resource: Resource; readonly note?: string }
  | ({ readonly ok: false } & Omit<Unreadable, "key">);

/**
 * The bytes stored for a resource: compact JSON in Calico's field order, policies under their stored name,
 * `resourceVersion` left out (it is the key's revision), in the layout of that Calico version, with what it stores for
 * absent fields. Recorded: layout.json.
 */
export function encodeResource(
  resource: Resource,
  { version, storedNames }: CalicoVersionRules,
  fills: Fills = "all",
): string {
  const { resourceVersion: _, ...metadata } = resource.metadata;
  const name = storedName(resource.kind, metadata.name, storedNames);
  return encodeValue({ ...resource, metadata: { ...metadata, name } }, ORDER[resource.kind], version, fills);
}

/**
 * Reads a stored value of the kind that its key is of, the only way in which this tool reads one: field by field, by the types of
 * the schemas; unknown fields are kept. Its name and namespace are those of the key, which is what Calico's nodes and every
 * command go by. With plain names what v3.32 keeps to itself is left out (recorded: `get_yaml` of layout.json).
 */
export function decodeResource(kind: string, kv: KeyValue, names: StoredNames, usual?: UsualReader): Decoded {
  const id = parseKey(kind, kv.key, names);
  if (id === undefined) return nameless(`the key is not that of a ${kind}`, "unreadable");
  if (kv.unreadable !== undefined) return refused(kv.unreadable, "unreadable");
  if (kv.key.includes("\ufffd")) return nameless("the key is not UTF-8", "perhaps");
  const fields = usual?.(kv.value);
  if (fields !== undefined) return resourceOf(fields, id, kv, names);
  const json = readStoredJson(kv.value);
  if (!json.ok) return json;
  const value = objectOf(json.value);
  const node = ORDER[kind];
  if (value === undefined || node === undefined) return refused("the stored value is not a JSON object", "unreadable");
  const read = readStoredFields(value, node, json.numbers);
  if (!read.ok) return read;
  const spec = names === "plain" ? objectOf(read.fields.spec) : undefined;
  return resourceOf(spec === undefined ? read.fields : { ...read.fields, spec: shownSpec(spec) }, id, kv, names);
}

/** The resource of a value that has an outline (`outlines`). Throws `TypeError`, a fault of this tool, where it is not readable. */
export function readOutlined(kind: string, kv: KeyValue, names: StoredNames): Resource {
  const id = parseKey(kind, kv.key, names);
  const fields = objectOf(JSON.parse(kv.value));
  const stored = objectOf(fields?.spec);
  if (id === undefined || stored === undefined) throw new TypeError(`${kv.key} is not what its outline says`);
  const spec = names === "plain" ? shownSpec(stored) : stored;
  for (const field of ["ingress", "egress"]) {
    const rules = spec[field];
    if (Array.isArray(rules)) rememberPlainRules(rules, true);
  }
  const read = resourceOf({ ...fields, spec }, id, kv, names);
  if (!read.ok) throw new TypeError(`${kv.key} is not what its outline says: ${read.reason}`);
  return read.resource;
}

/** A reader for many values of a kind, for `decodeResource`; nothing for a kind that has none. */
export function usualReaderOf(kind: string, names: StoredNames): UsualReader | undefined {
  return usualReader(kind, names === "plain" ? shownRules : (rules) => rules);
}

/** The resource of the fields of a value. */
function resourceOf(fields: JsonObject, id: ResourceId, kv: KeyValue, names: StoredNames): Decoded {
  const { kind } = id;
  const { kind: ofKind = kind, apiVersion = API_VERSION, metadata: given, ...rest } = fields;
  if (ofKind !== kind) return refused(`the stored value is of another kind, not ${kind}`, "perhaps");
  const metadata = objectOf(given);
  if (typeof metadata?.name !== "string" || metadata.name === "")
    return refused("the stored value has no name", "perhaps");
  const storedAs = kv.key.slice(kv.key.lastIndexOf("/") + 1);
  const namespace = storedNamespace(id);
  const note =
    kv.shownAs === undefined ? namedOtherwise(metadata, storedAs, namespace) : shownOtherwise(kv.shownAs, id);
  return {
    ok: true,
    id,
    resource: {
      kind,
      apiVersion: String(apiVersion),
      metadata:
        kv.shownAs === undefined
          ? shownMetadata({ kind, storedAs, namespace, stored: metadata }, kv.modRevision, names)
          : inShownOrder(kv.shownAs, namespace, metadata, kv.modRevision),
      ...rest,
    },
    ...(note !== undefined && { note }),
  };
}

/** Why a value is not read, without the result's own mark. */
export function whyUnreadable({ ok: _, ...why }: Extract<Decoded, { ok: false }>): Omit<Unreadable, "key"> {
  return why;
}

function refused(reason: string, forCalico: Unreadable["forCalico"]): Decoded {
  return { ok: false, reason, forCalico };
}

function nameless(reason: string, forCalico: Unreadable["forCalico"]): Decoded {
  return { ok: false, reason, forCalico, isNameless: true };
}

/** What the metadata of a value says otherwise than its key; `undefined` where they agree. */
function namedOtherwise(metadata: JsonObject, storedAs: string, namespace: string | undefined): string | undefined {
  if (metadata.name === storedAs && (metadata.namespace ?? "") === (namespace ?? "")) return undefined;
  const differing = [
    ["name", metadata.name, storedAs] as const,
    ["namespace", metadata.namespace, namespace] as const,
  ].filter(([, given, ofKey]) => (given ?? "") !== (ofKey ?? ""));
  const parts = differing.map(([field, given]) => `its \`metadata.${field}\` is \`${String(given ?? "")}\``);
  return `${parts.join(" and ")}; its key counts`;
}

/** That a resource is shown by another name than the one by which it is read and deleted; `undefined` where it is not. */
function shownOtherwise(name: string, id: ResourceId): string | undefined {
  return name === id.name ? undefined : `it is shown as \`${name}\`; get and delete it as \`${id.name}\``;
}

/** The spec without the empty sides of rules, which are always stored. */
function shownSpec(spec: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const rules = ["ingress", "egress"].flatMap((field) => {
    const given = spec[field];
    // A list in which nothing is hidden stays the same one.
    return Array.isArray(given) && given.some(hasHiddenSide) ? [[field, shownRules(given)] as const] : [];
  });
  return rules.length === 0 ? spec : { ...spec, ...Object.fromEntries(rules) };
}

function shownRules(rules: readonly unknown[]): readonly unknown[] {
  return rules.map(shownRule);
}

function shownRule(rule: unknown): unknown {
  const fields = objectOf(rule);
  if (fields === undefined) return rule;
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !isHidden(name, value)));
}

function hasHiddenSide(rule: unknown): boolean {
  const fields = objectOf(rule);
  return fields !== undefined && SIDES.some((side) => Object.hasOwn(fields, side) && isHidden(side, fields[side]));
}

const SIDES: readonly string[] = ["source", "destination"];

function isHidden(name: string, value: unknown): boolean {
  const side = SIDES.includes(name) ? objectOf(value) : undefined;
  return side !== undefined && Object.keys(side).length === 0;
}

/** Metadata in the order calicoctl prints it: the revision stands before the creation time. */
function shownMetadata(
  { kind, storedAs, namespace, stored }: ReadMetadata,
  revision: string,
  names: StoredNames,
): Metadata {
  const isPolicy = names === "plain" && kindNamed(kind)?.tiered === true;
  if (!isPolicy) return inShownOrder(nameOf(kind, storedAs, names), namespace, stored, revision);
  const { name, ...rest } = shownPolicy(kind, storedAs, stored);
  return inShownOrder(name, namespace, rest, revision);
}

/** Metadata as they are stored, with what the key says. */
interface ReadMetadata {
  readonly kind: string;
  readonly storedAs: string;
  readonly namespace: string | undefined;
  readonly stored: JsonObject;
}

function inShownOrder(name: string, namespace: string | undefined, stored: JsonObject, revision: string): Metadata {
  const { name: _name, namespace: _namespace, uid, resourceVersion: _, ...rest } = stored;
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    ...(typeof uid === "string" && { uid }),
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
