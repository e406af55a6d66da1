import type { JsonObject } from "../model/json.ts";
import { API_VERSION, type Resource } from "../model/resource.ts";
import { type KubernetesObject, metadataOf, present, type Texts } from "./kubernetes-object.ts";
import type { ConversionRules } from "./rules.ts";
import { derivedUid } from "./uid.ts";

/** What a conversion makes of an object beside its metadata. */
export interface Derived {
  /** The resource's name, of the object's. */
  readonly name: (name: string) => string;
  /** The resource's version, of the object's. */
  readonly version?: (version: string) => string;
  /** Whether the resource has no namespace though its object has one. */
  readonly isGlobal?: true;
  /** Whether it keeps the UID of its object, where others get one of their own. */
  readonly keepsUid?: true;
  /** What the name begins with, where the server made it. */
  readonly generateName?: string;
  readonly labels?: Texts;
  readonly annotations?: Texts;
  readonly spec: JsonObject;
}

/** The resource that is made of an object. */
export function derivedResource(
  object: KubernetesObject,
  kind: string,
  rules: ConversionRules,
  made: Derived,
): Resource {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadataOf(object);
  const own = rules.derivesUids && !made.keepsUid ? derivedUid(uid) : uid;
  return {
    apiVersion: API_VERSION,
    kind,
    metadata: {
      name: made.name(name),
      ...present({
        generateName: made.generateName,
        namespace: made.isGlobal ? "" : namespace,
        uid: own,
        resourceVersion: resourceVersion === "" ? "" : (made.version?.(resourceVersion) ?? resourceVersion),
        creationTimestamp,
        labels: made.labels,
        annotations: made.annotations,
      }),
    },
    spec: made.spec,
  };
}
