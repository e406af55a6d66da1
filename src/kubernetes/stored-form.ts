import { isObject, objectOrEmpty, textOrEmpty } from "../model/json.ts";
import { METADATA_ANNOTATION } from "../model/kinds/defaults.ts";
import { shownName } from "../model/kinds/stored-name.ts";
import { API_VERSION, type Resource } from "../model/resource.ts";
import { annotatedJson } from "./annotations.ts";
import { type KubernetesObject, metadataOf, present, textsOf } from "./kubernetes-object.ts";
import type { ConversionRules } from "./rules.ts";
import { derivedUid } from "./uid.ts";

/**
 * The resource that is stored as an object of `crd.projectcalico.org/v1`: its spec as it is, with the labels, annotations
 * and name that Calico keeps in an annotation over the object's own. v3.9 keeps them in the object, and the tier in a
 * policy's name. Returns `undefined` where the annotation cannot be read: Calico leaves such an object out (recorded:
 * crd-read-*).
 */
export function readStoredForm(object: KubernetesObject, rules: ConversionRules): Resource | undefined {
  const { name, namespace, uid, resourceVersion, creationTimestamp, labels, annotations } = metadataOf(object);
  const kind = textOrEmpty(object.kind);
  const kept = annotatedJson(annotations, METADATA_ANNOTATION);
  if (annotations[METADATA_ANNOTATION] !== undefined && !isObject(kept)) return undefined;
  const { [METADATA_ANNOTATION]: _, ...own } = annotations;
  const inner = objectOrEmpty(kept);
  const merged = rules.annotatesMetadata;
  const innerName = merged ? textOrEmpty(inner.name) : "";
  const plain = merged && !isObject(kept) ? name : shownName(kind, name);
  return {
    apiVersion: API_VERSION,
    kind,
    metadata: {
      name: innerName || plain,
      ...present({
        namespace,
        uid: rules.derivesUids ? derivedUid(uid) : uid,
        resourceVersion,
        creationTimestamp:
          textOrEmpty(inner.creationTimestamp) || (merged || !isObject(kept) ? creationTimestamp : null),
        labels: merged ? { ...labels, ...textsOf(inner.labels) } : labels,
        annotations: merged ? { ...own, ...textsOf(inner.annotations) } : own,
      }),
    },
    ...(object.spec !== undefined && { spec: objectOrEmpty(object.spec) }),
    ...(isObject(object.status) && { status: object.status }),
  };
}
