import type { KubernetesObject } from "../../kubernetes/kubernetes-object.ts";
import { cutToShape } from "../../manifest/objects/shape.ts";
import { OBJECT_SHAPES } from "../../manifest/objects/shapes.ts";
import { isObject, type JsonObject, listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { METADATA_ANNOTATION } from "../../model/kinds/defaults.ts";
import type { Resource } from "../../model/resource.ts";

/** What `kubectl apply` remembers: the whole object as it was written, with the environment of its containers. */
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
/** The annotations that are read of Kubernetes' own kinds, by what they begin with. */
const READ_ANNOTATIONS: Readonly<Record<string, readonly string[]>> = {
  Pod: [
    "cni.projectcalico.org/",
    "qos.projectcalico.org/",
    "vpc.amazonaws.com/pod-ips",
    "k8s.v1.cni.cncf.io/network-status",
    "kubernetes.io/ingress-bandwidth",
    "kubernetes.io/egress-bandwidth",
  ],
  Node: ["projectcalico.org/"],
};

/**
 * An object of Kubernetes with that alone which is read of it: no environment, volumes or images of pods, nothing that
 * changes without a change of the object. Of a custom resource of Calico the whole spec.
 */
export function cutObject(object: KubernetesObject, apiVersion: string, kind: string): KubernetesObject {
  const shape = apiVersion.includes("projectcalico.org/") ? undefined : OBJECT_SHAPES[kind];
  const { metadata, status, ...rest } =
    shape === undefined ? { spec: object.spec } : objectOrEmpty(cutToShape(object, shape));
  const isRead = shape !== undefined && kind !== "NetworkPolicy" && kind !== "ClusterNetworkPolicy";
  return {
    ...rest,
    apiVersion,
    kind,
    metadata: cutMetadata(
      objectOrEmpty(object.metadata),
      shape === undefined ? undefined : (READ_ANNOTATIONS[kind] ?? []),
    ),
    ...(isRead && isObject(status) && Object.keys(status).length > 0 && { status }),
  };
}

/** The metadata that are read; of the annotations those that begin so, or all but kubectl's. */
function cutMetadata(metadata: JsonObject, read: readonly string[] | undefined): JsonObject {
  const { name, namespace, generateName, uid, deletionTimestamp, labels } = metadata;
  const owners = listOrEmpty(metadata.ownerReferences).map(objectOrEmpty);
  const annotations = Object.entries(objectOrEmpty(metadata.annotations)).flatMap(([key, value]) => {
    if (key === LAST_APPLIED || read?.some((start) => key.startsWith(start)) === false) return [];
    return [[key, key === METADATA_ANNOTATION ? keptMetadata(textOrEmpty(value)) : value] as const];
  });
  const fields = {
    ...{ name, namespace, generateName, uid, deletionTimestamp, labels },
    ownerReferences: owners.map(({ apiVersion, kind, name: owner, controller }) => ({
      ...{ apiVersion, kind, name: owner },
      ...(controller !== undefined && { controller }),
    })),
    annotations: Object.fromEntries(annotations),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

/** An object without what `kubectl apply` remembers of it; the same object where there is nothing of it. */
export function withoutLastApplied<Of extends { readonly metadata?: unknown }>(object: Of): Of {
  const metadata = objectOrEmpty(object.metadata);
  const annotations = objectOrEmpty(metadata.annotations);
  if (!Object.hasOwn(annotations, LAST_APPLIED)) return object;
  const { [LAST_APPLIED]: _, ...others } = annotations;
  return { ...object, metadata: { ...metadata, annotations: others } };
}

/** A resource with what `kubectl apply` remembers of the stored one, where it says nothing about that itself. */
export function withStoredLastApplied(resource: Resource, stored: Resource): Resource {
  const { [LAST_APPLIED]: remembered } = stored.metadata.annotations ?? {};
  const { annotations = {} } = resource.metadata;
  if (remembered === undefined || Object.hasOwn(annotations, LAST_APPLIED)) return resource;
  return {
    ...resource,
    metadata: { ...resource.metadata, annotations: { ...annotations, [LAST_APPLIED]: remembered } },
  };
}

/** Calico's own annotations without kubectl's memory in them. */
function keptMetadata(text: string): string {
  if (!text.includes(LAST_APPLIED)) return text;
  try {
    const value = objectOrEmpty(JSON.parse(text));
    const { [LAST_APPLIED]: _, ...annotations } = objectOrEmpty(value.annotations);
    return JSON.stringify({ ...value, annotations });
  } catch {
    return "";
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
