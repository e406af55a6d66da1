import { isObject, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { matches } from "../../selector/matches.ts";
import { parseSelector } from "../../selector/parse.ts";
import type { KubernetesObject } from "../kubernetes-object.ts";
import { metadataOf } from "../kubernetes-object.ts";
import { labelSelectorText } from "../policies/label-selector.ts";
import { type EndPod, type Owner, ownersOf } from "./end-pod.ts";
import type { WorkloadKind } from "./end-reference.ts";

/** An object whose template pods are made from. */
export interface Workload {
  readonly kind: WorkloadKind;
  readonly namespace: string;
  readonly name: string;
  /** The labels of its pods, in Calico's language; absent where it has no selector. */
  readonly selector?: string;
  readonly owners: readonly Owner[];
}

const KINDS: Readonly<Record<string, WorkloadKind>> = {
  Deployment: "Deployment",
  StatefulSet: "StatefulSet",
  DaemonSet: "DaemonSet",
  ReplicaSet: "ReplicaSet",
  Job: "Job",
};

/** What Kubernetes puts behind the name of a workload for its pods: `-HASH-RANDOM`, `-ORDINAL`, `-RANDOM`. */
const SUFFIX = "[a-z0-9]{5}";
const HASH = "[bcdfghjklmnpqrstvwxz2456789]{1,10}";
const POD_NAMES: Readonly<Record<WorkloadKind, RegExp>> = {
  Deployment: new RegExp(`^-${HASH}-(?:${SUFFIX})?$`),
  ReplicaSet: new RegExp(`^-(?:${SUFFIX})?$`),
  DaemonSet: new RegExp(`^-(?:${SUFFIX})?$`),
  StatefulSet: /^-\d+$/,
  Job: new RegExp(`^-(?:\\d+-)?(?:${SUFFIX})?$`),
};

/** Reads an object of a kind that makes pods; `undefined` for any other. */
export function readWorkload(object: KubernetesObject): Workload | undefined {
  const kind = Object.hasOwn(KINDS, textOrEmpty(object.kind)) ? KINDS[textOrEmpty(object.kind)] : undefined;
  if (kind === undefined || !/^(?:apps|batch)\//.test(textOrEmpty(object.apiVersion))) return undefined;
  const { namespace, name } = metadataOf(object);
  const { selector } = objectOrEmpty(object.spec);
  return {
    ...{ kind, namespace, name, owners: ownersOf(object) },
    ...(isObject(selector) && Object.keys(selector).length > 0 && { selector: labelSelectorText(selector) }),
  };
}

/**
 * The pods of a workload: those that its selector selects, where its object is there; else those that name it, or a
 * ReplicaSet of it, as their owner; else those whose names Kubernetes makes of its name.
 */
export function podsOfWorkload(
  { kind, namespace, name }: Pick<Workload, "kind" | "namespace" | "name">,
  pods: readonly EndPod[],
  workloads: readonly Workload[],
): readonly EndPod[] {
  const near = pods.filter((pod) => pod.namespace === namespace);
  const object = workloads.find((one) => one.kind === kind && one.namespace === namespace && one.name === name);
  const selector = object?.selector === undefined ? undefined : parseSelector(object.selector);
  if (selector?.ok) return near.filter(({ labels }) => matches(selector.selector, labels));
  const sets = workloads.filter((one) => one.namespace === namespace && isOwnedBy(one.owners, { kind, name }));
  return near.filter(({ owners, generateName, name: pod }) => {
    if (owners.length === 0) return isNameOf(kind, name, generateName) || isNameOf(kind, name, pod);
    const isOfSet = sets.some((set) => isOwnedBy(owners, set));
    return isOfSet || isOwnedBy(owners, { kind, name }) || (kind === "Deployment" && isOfUnknownSet(owners, name));
  });
}

function isOwnedBy(owners: readonly Owner[], { kind, name }: Owner): boolean {
  return owners.some((owner) => owner.kind === kind && owner.name === name);
}

/** Whether a pod is owned by a ReplicaSet that a Deployment of this name would make. */
function isOfUnknownSet(owners: readonly Owner[], deployment: string): boolean {
  return owners.some(
    ({ kind, name }) =>
      kind === "ReplicaSet" &&
      name.startsWith(`${deployment}-`) &&
      new RegExp(`^-${HASH}$`).test(name.slice(deployment.length)),
  );
}

/** Whether Kubernetes makes such names of pods, or beginnings of names, for a workload of this name. */
function isNameOf(kind: WorkloadKind, workload: string, pod: string): boolean {
  return pod.startsWith(`${workload}-`) && POD_NAMES[kind].test(pod.slice(workload.length));
}
