import { convertObject } from "../../kubernetes/convert.ts";
import { type KubernetesObject, metadataOf } from "../../kubernetes/kubernetes-object.ts";
import { withPodNetworkTunnel } from "../../kubernetes/pod-network.ts";
import { objectOrEmpty } from "../../model/json.ts";
import { METADATA_ANNOTATION } from "../../model/kinds/defaults.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { podOfEndpoint } from "../../model/kinds/workload-name.ts";
import { API_VERSION, type Resource, resourceId } from "../../model/resource.ts";
import { kindPrefix, resourceKey } from "../keys.ts";
import type { KeyValue } from "../kv/kv.ts";
import { encodeResource } from "../values/codec.ts";
import type { ObjectRef } from "./api/kubernetes-api.ts";
import {
  NAMESPACES,
  NETWORK_POLICIES,
  NODES,
  type ObjectType,
  PODS,
  SERVICE_ACCOUNTS,
  type StoredGroup,
  storedType,
} from "./api-resources.ts";
import { asShown } from "./as-shown.ts";

/** The objects of one kind that resources are made of. */
export interface Source extends ObjectType {
  /** The key and value of an object; `undefined` for one that stands for no resource. */
  readonly entry: (object: KubernetesObject) => KeyValue | undefined;
}

/** Where the resources of a kind are: in the objects of one kind, or of two. */
export interface KindSources {
  readonly all: readonly Source[];
  /** The object that a stored name stands for; `undefined` for a name that no object can have. */
  readonly find: (
    name: string,
    namespace: string | undefined,
  ) => { readonly source: Source; readonly ref: ObjectRef } | undefined;
}

/** What the conversion of objects depends on. */
export interface SourceRules {
  readonly calico: CalicoVersionRules;
  readonly group: StoredGroup;
  /** Whether a node's tunnel address is that of its pod network. */
  readonly usesPodCidr?: boolean;
}

/** Policies that v3.9 makes of Kubernetes' own are named so. */
export const KUBERNETES_POLICY = "knp.default.";
const NAMESPACE_PROFILE = "kns.";
const ACCOUNT_PROFILE = "ksa.";

/** Where the resources of a kind are. */
export function sourcesOf(kind: string, rules: SourceRules): KindSources {
  switch (kind) {
    case "Node":
      return single(derived(NODES, rules, rules.usesPodCidr ? withPodNetworkTunnel : undefined));
    case "WorkloadEndpoint":
      return endpoints(derived(PODS, rules));
    case "Profile":
      return profiles(derived(NAMESPACES, rules), derived(SERVICE_ACCOUNTS, rules));
    case "NetworkPolicy":
      if (!rules.calico.tiers) return policies(stored(kind, rules), derived(NETWORK_POLICIES, rules));
      return single(stored(kind, rules));
    default:
      return single(stored(kind, rules));
  }
}

function single(source: Source): KindSources {
  return { all: [source], find: (name, namespace) => found(source, name, namespace) };
}

function found(source: Source, name: string, namespace: string | undefined) {
  const { of } = source;
  return { source, ref: { of, name, ...(of.isNamespaced && namespace !== undefined && { namespace }) } };
}

function endpoints(pods: Source): KindSources {
  return {
    all: [pods],
    find: (name, namespace) => {
      const pod = podOfEndpoint(name);
      return pod === undefined ? undefined : found(pods, pod, namespace);
    },
  };
}

function profiles(namespaces: Source, accounts: Source): KindSources {
  return {
    all: [namespaces, accounts],
    find: (name) => {
      if (name.startsWith(NAMESPACE_PROFILE)) return found(namespaces, name.slice(NAMESPACE_PROFILE.length), undefined);
      const [, namespace, account] = name.startsWith(ACCOUNT_PROFILE) ? (/^ksa\.([^.]+)\.(.+)$/.exec(name) ?? []) : [];
      return account === undefined ? undefined : found(accounts, account, namespace);
    },
  };
}

/** v3.9's policies: Calico's own at the revision `N/`, and Kubernetes' at `/N`. */
function policies(own: Source, kubernetes: Source): KindSources {
  const versioned: Source = {
    ...own,
    entry: (object) => {
      const entry = own.entry(object);
      return entry && { ...entry, modRevision: `${entry.modRevision}/` };
    },
  };
  return {
    all: [versioned, kubernetes],
    find: (name, namespace) =>
      name.startsWith(KUBERNETES_POLICY)
        ? found(kubernetes, name.slice(KUBERNETES_POLICY.length), namespace)
        : found(versioned, name, namespace),
  };
}

/** A source whose resources have names of their own. */
function derived(
  type: ObjectType,
  { calico }: SourceRules,
  finish: (resource: Resource, object: KubernetesObject) => Resource = (resource) => resource,
): Source {
  return {
    ...type,
    entry: (object) => {
      const converted = convertObject(typed(object, type), calico);
      if (converted?.kind !== "resource") return undefined;
      const resource = finish(converted.resource, object);
      return entryOf(resource, resourceKey(resourceId(resource), calico.storedNames), calico);
    },
  };
}

/** A source whose objects store resources under their own names. */
function stored(kind: string, { calico, group }: SourceRules): Source {
  const type = storedType(kind, group);
  return {
    ...type,
    entry: (object) => {
      const { name, namespace, resourceVersion } = metadataOf(object);
      const key = kindPrefix(kind, type.of.isNamespaced ? namespace : undefined) + name;
      const whole = typed(object, type);
      const place = `${type.of.resource}.${type.of.group} ${type.of.isNamespaced ? `${namespace}/` : ""}${name}`;
      if (group === API_VERSION)
        return { ...entryOf(asShown(nativeResource(whole), calico), key, calico), shownAs: name };
      const converted = convertObject(whole, calico);
      if (converted?.kind === "resource") {
        const resource = asShown(withWholeMetadata(converted.resource, whole), calico);
        return { ...entryOf(resource, key, calico), shownAs: resource.metadata.name, place };
      }
      const why = converted?.kind === "unreadable" ? converted.why : "it is not a resource";
      return { key, value: "", modRevision: resourceVersion, createRevision: resourceVersion, unreadable: why, place };
    },
  };
}

/** The object with what a list of objects leaves out of each. */
function typed(object: KubernetesObject, { apiVersion, kind }: ObjectType): KubernetesObject {
  return { ...object, apiVersion, kind };
}

/**
 * All of an object's metadata where Calico keeps none of its own with it: then it shows what the server keeps, too (recorded:
 * crd-read-gnp-plain).
 */
function withWholeMetadata(resource: Resource, { metadata }: KubernetesObject): Resource {
  const fields = objectOrEmpty(metadata);
  if (Object.hasOwn(objectOrEmpty(fields.annotations), METADATA_ANNOTATION)) return resource;
  return { ...resource, metadata: { ...fields, ...resource.metadata } };
}

/** A resource that is an object itself, all of its metadata included. */
function nativeResource({ apiVersion, kind, metadata, ...rest }: KubernetesObject): Resource {
  const { name, ...fields } = objectOrEmpty(metadata);
  return { apiVersion: String(apiVersion), kind: String(kind), metadata: { name: String(name), ...fields }, ...rest };
}

function entryOf(resource: Resource, key: string, calico: CalicoVersionRules): KeyValue {
  const revision = resource.metadata.resourceVersion ?? "";
  return { key, value: encodeResource(resource, calico, "empty"), modRevision: revision, createRevision: revision };
}
