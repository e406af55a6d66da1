import { textOrEmpty } from "../model/json.ts";
import { kindNamed } from "../model/kinds/kinds.ts";
import { KUBERNETES_KINDS, type KubernetesKind, STORED_API } from "../model/kinds/kubernetes-kinds.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import type { Resource } from "../model/resource.ts";
import { type KubernetesObject, kindOf } from "./kubernetes-object.ts";
import { convertNode } from "./node.ts";
import { convertPod } from "./pods/pod.ts";
import { podFault } from "./pods/pod-fault.ts";
import { convertClusterNetworkPolicy } from "./policies/cluster-network-policy.ts";
import { convertNetworkPolicy } from "./policies/network-policy.ts";
import { convertNamespace, convertServiceAccount } from "./profiles.ts";
import type { ConversionRules } from "./rules.ts";
import { readStoredForm } from "./stored-form.ts";

type Conversion = (object: KubernetesObject, rules: ConversionRules) => Resource | undefined;

const CONVERSIONS: Readonly<Record<KubernetesKind, Conversion>> = {
  "v1 Namespace": convertNamespace,
  "v1 ServiceAccount": convertServiceAccount,
  "v1 Pod": convertPod,
  "v1 Node": convertNode,
  "networking.k8s.io/v1 NetworkPolicy": convertNetworkPolicy,
  "policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy": convertClusterNetworkPolicy,
};

/** What a node with the Kubernetes datastore makes of an object. */
export type ConvertedObject =
  | { readonly kind: "resource"; readonly resource: Resource }
  /** Nothing: it is of a pod without a network of its own. */
  | { readonly kind: "nothing" }
  /** It cannot be read, and is left out. */
  | { readonly kind: "unreadable"; readonly why: string };

/**
 * The Calico resource of an object of the Kubernetes API, as Calico's own conversion makes it; `undefined` for an object of
 * a kind that Calico does not read.
 */
export function convertObject(object: KubernetesObject, calico: CalicoVersionRules): ConvertedObject | undefined {
  const { tiers, sctpPorts, kubernetes } = calico;
  const rules: ConversionRules = { tiers, sctpPorts, ...kubernetes };
  const [apiVersion, kind] = [textOrEmpty(object.apiVersion), textOrEmpty(object.kind)];
  if (apiVersion === STORED_API) {
    if (kindNamed(kind) === undefined) return undefined;
    const resource = readStoredForm(object, rules);
    if (resource !== undefined) return { kind: "resource", resource };
    return { kind: "unreadable", why: "its annotation `projectcalico.org/metadata` is not a JSON object" };
  }
  const known = KUBERNETES_KINDS.find((read) => read === kindOf(object));
  if (known === undefined || (kind === "ClusterNetworkPolicy" && !tiers)) return undefined;
  const resource = CONVERSIONS[known](object, rules);
  if (resource === undefined) return { kind: "nothing" };
  const fault = kind === "Pod" ? podFault(object, rules) : undefined;
  return fault === undefined ? { kind: "resource", resource } : { kind: "unreadable", why: fault };
}
