import { parseCidr } from "../../model/net/address.ts";
import { annotatedTexts, isBrokenList } from "../annotations.ts";
import { type KubernetesObject, metadataOf } from "../kubernetes-object.ts";
import type { ConversionRules } from "../rules.ts";
import { FLOATING_IPS, podAddresses, SPOOFED_PREFIXES } from "./pod-addresses.ts";

/**
 * Why Calico makes no endpoint of a pod with a network of its own: an annotation that cannot be read. `undefined` where it
 * makes one.
 */
export function podFault(object: KubernetesObject, rules: ConversionRules): string | undefined {
  const { annotations } = metadataOf(object);
  const hasAddress = podAddresses(object, rules).length > 0;
  const prefixes = rules.readsAllOfPods && annotations[SPOOFED_PREFIXES] !== "" ? [SPOOFED_PREFIXES] : [];
  const broken = [...(hasAddress ? [FLOATING_IPS] : []), ...prefixes].find((key) => isBrokenList(annotations, key));
  if (broken !== undefined) return `its annotation \`${broken}\` is not a JSON list of texts`;
  const wrong = prefixes
    .flatMap((key) => annotatedTexts(annotations, key))
    .find((text) => parseCidr(text) === undefined);
  return wrong === undefined
    ? undefined
    : `its annotation \`${SPOOFED_PREFIXES}\` has the invalid network \`${wrong}\``;
}
