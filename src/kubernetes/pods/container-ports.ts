import { type JsonObject, objectOrEmpty } from "../../model/json.ts";
import { type KubernetesObject, objectsOf } from "../kubernetes-object.ts";

/** The ports that a pod's containers declare, those of its init containers last, as they are written. */
export function containerPorts({ spec }: KubernetesObject): readonly JsonObject[] {
  const { containers, initContainers } = objectOrEmpty(spec);
  return [...objectsOf(containers), ...objectsOf(initContainers)].flatMap(({ ports }) => objectsOf(ports));
}
