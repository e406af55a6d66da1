import { type KubernetesObject, metadataOf } from "../../kubernetes/kubernetes-object.ts";
import { POD_IP, POD_IPS } from "../../kubernetes/pods/pod-addresses.ts";
import { withAnnotations, writeNode } from "../../kubernetes/write-node.ts";
import { listOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";

/** An object to write, and what of the write is not as it was asked for. */
export interface ObjectWrite {
  readonly object: KubernetesObject;
  readonly note?: string;
}

/** The Kubernetes Node with what is written of a Calico Node; the note names labels that are not changed. */
export function writeOfNode(object: KubernetesObject, node: Resource, calico: CalicoVersionRules): ObjectWrite {
  const { tiers, sctpPorts, kubernetes } = calico;
  const written = writeNode(object, node, { tiers, sctpPorts, ...kubernetes });
  if (written.overruled.length === 0) return { object: written.object };
  const labels = written.overruled.map((label) => `\`${label}\``).join(", ");
  const command = `kubectl label node ${node.metadata.name} ${written.overruled[0]}=VALUE --overwrite`;
  return {
    object: written.object,
    note: `${labels} is a label of Kubernetes' own and stays as it is there: \`${command}\` changes it`,
  };
}

/** The Pod with an endpoint's addresses in its annotations, which is all that v3.9 writes of one. */
export function writeOfPod(pod: KubernetesObject, { spec }: Resource): ObjectWrite {
  const networks = listOrEmpty(spec?.ipNetworks).map(String);
  return {
    object: withAnnotations(pod, { ...metadataOf(pod).annotations, [POD_IP]: networks[0] ?? "" }),
    note: `only its address is written, as the annotation \`${POD_IP}\` of the Pod; all else of it is as in the Pod`,
  };
}

/** The Pod with empty address annotations, which is what v3.32 makes of deleting an endpoint. */
export function emptyPodAddresses(pod: KubernetesObject): ObjectWrite & { readonly note: string } {
  return {
    object: withAnnotations(pod, { ...metadataOf(pod).annotations, [POD_IP]: "", [POD_IPS]: "" }),
    note: "the Pod and its endpoint are still there, as with calicoctl: only its annotations of addresses are emptied; `kubectl delete pod` deletes it",
  };
}
