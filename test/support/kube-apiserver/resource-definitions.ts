import type { KubernetesObject } from "../../../src/kubernetes/kubernetes-object.ts";
import { KINDS } from "../../../src/model/kinds/table.ts";
import { FIELD_DEFAULTS, FIELD_SETS } from "../kubernetes/definitions.ts";

/** The API groups in which a cluster may have Calico's resources. */
export type CalicoGroup = "crd.projectcalico.org" | "projectcalico.org";

/** Kinds that are objects of Kubernetes itself, or are made of them. */
const NOT_STORED = ["Node", "Profile", "WorkloadEndpoint"];
/** Kinds of a cluster beside those that the tool knows. */
const MORE = [
  { kind: "BlockAffinity", plural: "blockaffinities" },
  { kind: "IPAMBlock", plural: "ipamblocks" },
  { kind: "IPAMHandle", plural: "ipamhandles" },
  { kind: "IPAMConfig", plural: "ipamconfigs" },
];

/** An object with these fields and any others. */
function open(properties: KubernetesObject): KubernetesObject {
  return { type: "object", "x-kubernetes-preserve-unknown-fields": true, properties };
}

function specFields(plural: string): KubernetesObject {
  const filled = Object.entries(FIELD_DEFAULTS[plural] ?? {}).map(([name, value]) => [
    name,
    { type: "string", default: value },
  ]);
  const sets = (FIELD_SETS[plural] ?? []).map((name) => [
    name,
    { type: "array", items: { type: "string" }, "x-kubernetes-list-type": "set" },
  ]);
  return Object.fromEntries([...filled, ...sets]) as KubernetesObject;
}

/** Definitions of Calico's resources for an API server: their names and scopes, with a schema that takes everything but what the recordings show. */
export function resourceDefinitions(group: CalicoGroup): readonly KubernetesObject[] {
  const own = KINDS.filter(({ kind }) => !NOT_STORED.includes(kind));
  const known = own.map(({ kind, plural, namespaced }) => ({ kind, plural, namespaced }));
  const more = MORE.filter(({ kind }) => !known.some((one) => one.kind === kind));
  return [...known, ...more.map((one) => ({ ...one, namespaced: false }))].map(({ kind, plural, namespaced }) => ({
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: {
      name: `${plural}.${group}`,
      // The API server refuses this group to others than its owners unless an annotation says that it is meant.
      annotations: { "api-approved.kubernetes.io": "unapproved, for tests" },
    },
    spec: {
      group,
      scope: namespaced ? "Namespaced" : "Cluster",
      names: { plural, singular: kind.toLowerCase(), kind, listKind: `${kind}List` },
      versions: [
        {
          name: group === "projectcalico.org" ? "v3" : "v1",
          served: true,
          storage: true,
          schema: { openAPIV3Schema: open({ spec: open(specFields(plural)) }) },
        },
      ],
    },
  }));
}
