import { type JsonObject, listOrEmpty, objectOrEmpty, textOrEmpty } from "../model/json.ts";
import type { KubernetesKind, ServiceKind } from "../model/kinds/kubernetes-kinds.ts";

/** An object of the Kubernetes API, as `kubectl get -o yaml` prints it; nothing of its fields is known. */
export type KubernetesObject = JsonObject;

/** The kind of an object with its API (`v1 Pod`): other APIs have kinds of the same name, as Longhorn's Node or Knative's Service. */
export function kindOf({ apiVersion, kind }: KubernetesObject): string {
  return `${textOrEmpty(apiVersion)} ${textOrEmpty(kind)}`;
}

/** Whether an object is of that kind of Kubernetes' own. */
export function isOfKind(object: KubernetesObject, kind: KubernetesKind | ServiceKind): boolean {
  return kindOf(object) === kind;
}

/** A map of texts, as labels and annotations are; entries that are not text are left out. */
export type Texts = Readonly<Record<string, string>>;

/** The metadata that conversions read. */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly generateName: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly creationTimestamp: string;
  readonly labels: Texts;
  readonly annotations: Texts;
}

/** The metadata of an object; what is missing or has another type is empty. */
export function metadataOf({ metadata }: KubernetesObject): ObjectMetadata {
  const fields = objectOrEmpty(metadata);
  const text = (key: keyof ObjectMetadata) => textOrEmpty(fields[key]);
  return {
    name: text("name"),
    namespace: text("namespace"),
    generateName: text("generateName"),
    uid: text("uid"),
    resourceVersion: text("resourceVersion"),
    creationTimestamp: text("creationTimestamp"),
    labels: textsOf(fields.labels),
    annotations: textsOf(fields.annotations),
  };
}

/** The entries of a map that are text, without a prototype: a label may have any name. */
export function textsOf(value: unknown): Texts {
  const texts = Object.create(null) as Record<string, string>;
  for (const [key, text] of Object.entries(objectOrEmpty(value))) if (typeof text === "string") texts[key] = text;
  return texts;
}

/** The objects in a list field; others are left out. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return listOrEmpty(value).map(objectOrEmpty);
}

/** The fields that have a value; a conversion leaves out the others. */
export function present<T extends JsonObject>(fields: T): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
