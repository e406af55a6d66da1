import { encodeString, encodeTexts } from "../model/go-json.ts";
import { isObject, type JsonObject } from "../model/json.ts";
import { METADATA_ANNOTATION, withDefaults } from "../model/kinds/defaults.ts";
import { kindNamed } from "../model/kinds/kinds.ts";
import { STORED_API } from "../model/kinds/kubernetes-kinds.ts";
import { storedName } from "../model/kinds/stored-name.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import { API_VERSION, type Metadata, type Resource } from "../model/resource.ts";
import { type KubernetesObject, present, type Texts, textsOf } from "./kubernetes-object.ts";

/** The kinds that no object of Calico's own holds: Kubernetes' Nodes, Pods, Namespaces and ServiceAccounts stand for them. */
export const MADE_OF_OTHERS: ReadonlySet<string> = new Set(["Node", "Profile", "WorkloadEndpoint"]);
/** Labels and annotations that v3.32 leaves in the object, for Kubernetes' own selectors, beside its annotation. */
const KEPT_IN_OBJECT = /projectcalico\.org\/|operator\.tigera\.io\//;
const SIDES = new Set(["source", "destination"]);

/**
 * The object of `crd.projectcalico.org/v1` as which Calico stores a resource in Kubernetes, with the defaults that it stores
 * (recorded: crd-form-*). v3.32 keeps labels, annotations and creation time in an annotation; v3.9 keeps the UID and creation
 * time there, and names policies with their tier. Returns `undefined` for a kind that is not stored so: Node, Profile and
 * WorkloadEndpoint are made of Kubernetes' own objects.
 */
export function storedForm(resource: Resource, calico: CalicoVersionRules): KubernetesObject | undefined {
  if (MADE_OF_OTHERS.has(resource.kind)) return undefined;
  const { kind, metadata, spec, status } = withDefaults(resource, calico);
  const isNew = calico.kubernetes.annotatesMetadata;
  const labels = textsOf(metadata.labels);
  const { [METADATA_ANNOTATION]: _, ...annotations } = textsOf(metadata.annotations);
  const own = isNew ? ownMetadata(kind, metadata, labels, annotations) : identityOf(metadata);
  return {
    apiVersion: STORED_API,
    kind,
    metadata: {
      name: storedName(kind, metadata.name, calico.storedNames),
      ...present({
        namespace: namespaceOf(kind, metadata),
        labels: isNew ? keptInObject(labels) : labels,
        annotations: {
          ...(isNew ? keptInObject(annotations) : annotations),
          ...(own !== "{}" && { [METADATA_ANNOTATION]: own }),
        },
      }),
    },
    ...bodyOf(spec, status, isNew),
  };
}

/**
 * The object of `projectcalico.org/v3` that is a resource where Kubernetes serves that API itself: all as it is (recorded:
 * crd-form-v3-*). Returns `undefined` as `storedForm` does.
 */
export function nativeForm(resource: Resource, calico: CalicoVersionRules): KubernetesObject | undefined {
  if (MADE_OF_OTHERS.has(resource.kind)) return undefined;
  const { kind, metadata, spec, status } = withDefaults(resource, calico);
  const { [METADATA_ANNOTATION]: _, ...annotations } = textsOf(metadata.annotations);
  return {
    apiVersion: API_VERSION,
    kind,
    metadata: {
      name: metadata.name,
      ...present({ namespace: namespaceOf(kind, metadata), labels: textsOf(metadata.labels), annotations }),
    },
    ...bodyOf(spec, status, true),
  };
}

function namespaceOf(kind: string, { namespace }: Metadata): string | undefined {
  return kindNamed(kind)?.namespaced ? namespace || "default" : undefined;
}

/** What v3.32 keeps in its annotation, as Go writes it; only a policy has its name there. */
function ownMetadata(kind: string, { name, creationTimestamp }: Metadata, labels: Texts, annotations: Texts): string {
  return compact([
    ["name", kindNamed(kind)?.tiered ? encodeString(name) : undefined],
    ["creationTimestamp", text(creationTimestamp)],
    ["labels", map(labels)],
    ["annotations", map(annotations)],
  ]);
}

/** What v3.9 keeps in its annotation. */
function identityOf({ uid, creationTimestamp }: Metadata): string {
  return compact([
    ["uid", text(uid)],
    ["creationTimestamp", text(creationTimestamp)],
  ]);
}

function text(value: string | null | undefined): string | undefined {
  return value ? encodeString(value) : undefined;
}

/** A map by its keys; `undefined` for an empty one. */
function map(texts: Texts): string | undefined {
  return Object.keys(texts).length === 0 ? undefined : encodeTexts(texts);
}

function compact(pairs: readonly (readonly [string, string | undefined])[]): string {
  return `{${pairs.flatMap(([key, value]) => (value === undefined ? [] : [`${encodeString(key)}:${value}`])).join(",")}}`;
}

function keptInObject(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => KEPT_IN_OBJECT.test(key)));
}

function bodyOf(spec: unknown, status: unknown, isNew: boolean): JsonObject {
  return {
    spec: isNew ? withoutEmptySides(spec ?? {}) : (spec ?? {}),
    ...(isObject(status) && Object.keys(status).length > 0 && { status }),
  };
}

/** The spec without the sides of rules that say nothing, which v3.32 does not store here. */
function withoutEmptySides(value: unknown): unknown {
  if (!isObject(value)) return value;
  const rules = (list: unknown): unknown =>
    Array.isArray(list)
      ? list.map((rule) => (isObject(rule) ? Object.fromEntries(Object.entries(rule).filter(isGiven)) : rule))
      : list;
  const changed = ["ingress", "egress"].flatMap((key) => (key in value ? [[key, rules(value[key])] as const] : []));
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}

function isGiven([key, value]: readonly [string, unknown]): boolean {
  return !(SIDES.has(key) && isObject(value) && Object.keys(value).length === 0);
}
