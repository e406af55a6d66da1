import { textOrEmpty } from "../model/json.ts";
import { type KubernetesObject, metadataOf } from "./kubernetes-object.ts";
import { inNamespace } from "./read-object.ts";

/**
 * The objects of both lists, those without a namespace in the given one. Of two of one API group, kind, namespace and name the
 * later counts, as those of `-f` over those of a cluster.
 */
export function overlaidObjects(
  lower: readonly KubernetesObject[],
  upper: readonly KubernetesObject[],
  namespace = "default",
): readonly KubernetesObject[] {
  const keyOf = (object: KubernetesObject): string => {
    const { namespace, name } = metadataOf(object);
    const [group, version] = textOrEmpty(object.apiVersion).split("/");
    return `${version === undefined ? "" : group} ${textOrEmpty(object.kind)} ${namespace}/${name}`;
  };
  const all = [...lower, ...upper].map((object) => inNamespace(object, namespace));
  return [...new Map(all.map((object) => [keyOf(object), object])).values()];
}
