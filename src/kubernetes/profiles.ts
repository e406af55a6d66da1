import type { Resource } from "../model/resource.ts";
import { derivedResource } from "./derived.ts";
import { type KubernetesObject, metadataOf, present, type Texts } from "./kubernetes-object.ts";
import type { ConversionRules } from "./rules.ts";

/** The label by which v3.32 selects a namespace or service account by name. */
const NAME_LABEL = "projectcalico.org/name";

/** The profile `kns.NAME` of a Namespace: allows everything, and hands on the namespace's labels (recorded: conv-namespace-*). */
export function convertNamespace(object: KubernetesObject, rules: ConversionRules): Resource {
  const { name, labels } = metadataOf(object);
  const allow = [{ action: "Allow" }];
  return derivedResource(object, "Profile", rules, {
    name: () => `kns.${name}`,
    version: (version) => `${version}/`,
    isGlobal: true,
    spec: present({ ingress: allow, egress: allow, labelsToApply: prefixed("pcns.", labels, name, rules) }),
  });
}

/** The profile `ksa.NAMESPACE.NAME` of a ServiceAccount: no rules, its labels alone (recorded: conv-serviceaccount-*). */
export function convertServiceAccount(object: KubernetesObject, rules: ConversionRules): Resource {
  const { name, namespace, labels } = metadataOf(object);
  return derivedResource(object, "Profile", rules, {
    name: () => `ksa.${namespace}.${name}`,
    version: (version) => `/${version}`,
    isGlobal: true,
    spec: present({ labelsToApply: prefixed("pcsa.", labels, name, rules) }),
  });
}

function prefixed(prefix: string, labels: Texts, name: string, { labelsNames }: ConversionRules): Texts {
  const all = labelsNames ? { ...labels, [NAME_LABEL]: name } : labels;
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [`${prefix}${key}`, value]));
}
