import type { Code } from "../model/diagnostic.ts";
import { objectOrEmpty, textOrEmpty } from "../model/json.ts";
import { STORED_API } from "../model/kinds/kubernetes-kinds.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import type { FieldPath, Resource } from "../model/resource.ts";
import { convertObject } from "./convert.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { isServiceObject } from "./services/service-kinds.ts";

/** The kinds of Kubernetes that have a namespace, of those that Calico or kube-proxy reads. */
const NAMESPACED = new Set(["EndpointSlice", "Endpoints", "NetworkPolicy", "Pod", "Service", "ServiceAccount"]);

/** An object of the Kubernetes API as it is read from a manifest: the resource that Calico makes of it, or what is wrong. */
export interface ReadObject {
  readonly resource?: Resource;
  readonly problems: readonly { readonly code: Code; readonly message: string; readonly path: FieldPath }[];
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
  const converted = convertObject(inNamespace(object, namespace), calico);
  if (converted === undefined) return undefined;
  const made = {
    madeOf: object.apiVersion === STORED_API ? "stored" : "kubernetes",
    coerced: [],
    from: (): FieldPath => [],
  } as const;
  const nameless = nameProblems(object);
  if (nameless.length > 0) return { problems: nameless, ...made };
  if (converted.kind === "resource") return { resource: converted.resource, problems: [], ...made };
  const problems: ReadObject["problems"] =
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

/** The object in its namespace: the given one where it names none and is of a kind that has one. */
export function inNamespace(object: KubernetesObject, namespace: string): KubernetesObject {
  const metadata = objectOrEmpty(object.metadata);
  const isPlaced = textOrEmpty(metadata.namespace) !== "" || !NAMESPACED.has(textOrEmpty(object.kind));
  return isPlaced ? object : { ...object, metadata: { ...metadata, namespace } };
}

/**
 * Reads an object that lists Services or their backends, of which kube-proxy makes translations and Calico no resource; returns
 * `undefined` for others.
 */
export function readServiceObject(object: KubernetesObject): ReadObject | undefined {
  if (!isServiceObject(object)) return undefined;
  const made = { madeOf: "kubernetes", coerced: [], from: (): FieldPath => [] } as const;
  return { problems: nameProblems(object), ...made };
}

function nameProblems({ metadata }: KubernetesObject): ReadObject["problems"] {
  if (textOrEmpty(objectOrEmpty(metadata).name) !== "") return [];
  return [{ code: "metadata.name", message: "an object of Kubernetes needs a name", path: ["metadata"] }];
}
