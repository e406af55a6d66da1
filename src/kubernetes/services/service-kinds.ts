import { textOrEmpty } from "../../model/json.ts";
import type { KubernetesObject } from "../kubernetes-object.ts";

/** The kinds of Kubernetes that kube-proxy makes NAT of and Calico reads for rules with `services`, by `apiVersion kind`. */
const SERVICE_KINDS: ReadonlySet<string> = new Set([
  "v1 Service",
  "v1 Endpoints",
  "discovery.k8s.io/v1 EndpointSlice",
  "discovery.k8s.io/v1beta1 EndpointSlice",
]);

/** Whether an object is a Service, or lists the backends of one. */
export function isServiceObject(object: KubernetesObject): boolean {
  return SERVICE_KINDS.has(kindOf(object));
}

function kindOf({ apiVersion, kind }: KubernetesObject): string {
  return `${textOrEmpty(apiVersion)} ${textOrEmpty(kind)}`;
}
