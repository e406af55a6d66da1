import { SERVICE_KINDS } from "../../model/kinds/kubernetes-kinds.ts";
import { isOfKind, type KubernetesObject } from "../kubernetes-object.ts";

/** Whether an object is a Service, or lists the backends of one. */
export function isServiceObject(object: KubernetesObject): boolean {
  return SERVICE_KINDS.some((kind) => isOfKind(object, kind));
}

/** Whether an object is an EndpointSlice, of a version that is read. */
export function isEndpointSlice(object: KubernetesObject): boolean {
  return (
    isOfKind(object, "discovery.k8s.io/v1 EndpointSlice") || isOfKind(object, "discovery.k8s.io/v1beta1 EndpointSlice")
  );
}
