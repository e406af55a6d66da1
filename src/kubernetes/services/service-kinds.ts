import { textOrEmpty } from "../../model/json.ts";
import { SERVICE_KINDS } from "../../model/kinds/kubernetes-kinds.ts";
import type { KubernetesObject } from "../kubernetes-object.ts";

/** Whether an object is a Service, or lists the backends of one. */
export function isServiceObject(object: KubernetesObject): boolean {
  const kind = kindOf(object);
  return SERVICE_KINDS.some((known) => known === kind);
}

function kindOf({ apiVersion, kind }: KubernetesObject): string {
  return `${textOrEmpty(apiVersion)} ${textOrEmpty(kind)}`;
}
