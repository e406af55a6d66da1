import { objectOrEmpty, textOrEmpty } from "../model/json.ts";
import { STORED_API } from "../model/kinds/kubernetes-kinds.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import type { FieldPath, Resource } from "../model/resource.ts";
import { convertObject } from "./convert.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";

/** The kinds of Kubernetes that have a namespace, of those that Calico reads. */
const NAMESPACED = new Set(["NetworkPolicy", "Pod", "ServiceAccount"]);

/** An object of the Kubernetes API as it is read from a manifest: the resource that Calico makes of it, or what is wrong. */
export interface ReadObject {
  readonly resource?: Resource;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: FieldPath }[];
  readonly coerced: readonly never[];
  /** Whether the object is Kubernetes' own, or a custom resource of Calico. */
  readonly madeOf: "kubernetes" | "stored";
  /** Findings about the resource are shown at the object. */
  readonly from: () => FieldPath;
}

/**
 * Reads an object of the Kubernetes API, as an API server returns it or as people write it: one without a namespace is in
 * the given one. Returns `undefined` for a kind that Calico does not read.
 */
export function readObject(
  object: KubernetesObject,
  calico: CalicoVersionRules,
  namespace: string,
): ReadObject | undefined {
  const metadata = objectOrEmpty(object.metadata);
  const isPlaced = textOrEmpty(metadata.namespace) !== "" || !NAMESPACED.has(textOrEmpty(object.kind));
  const placed = isPlaced ? object : { ...object, metadata: { ...metadata, namespace } };
  const converted = convertObject(placed, calico);
  if (converted === undefined) return undefined;
  const made = {
    madeOf: object.apiVersion === STORED_API ? "stored" : "kubernetes",
    coerced: [],
    from: (): FieldPath => [],
  } as const;
  if (textOrEmpty(metadata.name) === "") {
    const message = "an object of Kubernetes needs a name";
    return { problems: [{ code: "metadata.name", message, path: ["metadata"] }], ...made };
  }
  if (converted.kind === "resource") return { resource: converted.resource, problems: [], ...made };
  const problems =
    converted.kind === "nothing"
      ? []
      : [
          {
            code: "kubernetes.unreadable",
            message: `Calico leaves it out: ${converted.why}`,
            path: ["metadata", "annotations"],
          },
        ];
  return { problems, ...made };
}
