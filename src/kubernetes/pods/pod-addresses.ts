import { type JsonObject, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { addressOf, formatAddress, formatCidr, parseNet } from "../../model/net/address.ts";
import { annotatedTexts } from "../annotations.ts";
import { type KubernetesObject, metadataOf, objectsOf, present, type Texts } from "../kubernetes-object.ts";
import { canonicalNet } from "../nets.ts";
import type { ConversionRules } from "../rules.ts";

/** The annotations in which the CNI plugin keeps a pod's address, and all of them. */
export const POD_IP = "cni.projectcalico.org/podIP";
export const POD_IPS = "cni.projectcalico.org/podIPs";
const AWS_POD_IPS = "vpc.amazonaws.com/pod-ips";
/** The annotations that are read as JSON lists of texts. */
export const FLOATING_IPS = "cni.projectcalico.org/floatingIPs";
export const SPOOFED_PREFIXES = "cni.projectcalico.org/allowedSourcePrefixes";
/** The phases of a pod that has ended; "Completed" is what some tools write. */
const ENDED = new Set(["Failed", "Succeeded", "Completed"]);

/** Whether a pod has ended: it has given its addresses back. */
export function hasEnded({ status }: KubernetesObject): boolean {
  return ENDED.has(textOrEmpty(objectOrEmpty(status).phase));
}

/** The networks of a pod's addresses, each of one address: those of its status, else of the annotations of its CNI plugin. */
export function podAddresses(
  object: KubernetesObject,
  { readsAllOfPods }: Pick<ConversionRules, "readsAllOfPods">,
): string[] {
  const { annotations } = metadataOf(object);
  const status = objectOrEmpty(object.status);
  if (hasEnded(object) || hasGivenBack(object, annotations)) return [];
  const listed = objectsOf(status.podIPs).map(({ ip }) => textOrEmpty(ip));
  const sources = readsAllOfPods
    ? [
        listed,
        [textOrEmpty(status.podIP)],
        split(annotations[POD_IPS]),
        split(annotations[POD_IP]),
        split(annotations[AWS_POD_IPS]),
      ]
    : [[textOrEmpty(status.podIP)], split(annotations[POD_IP])];
  const texts = sources.map((list) => list.filter((text) => text !== "")).find((list) => list.length > 0) ?? [];
  return texts.flatMap((text) => {
    const net = parseNet(text);
    return net === undefined ? [] : [formatCidr(net)];
  });
}

/** Whether the CNI plugin of a pod that is being deleted has marked its addresses as given back. */
function hasGivenBack({ metadata }: KubernetesObject, annotations: Texts): boolean {
  const isDeleted = (objectOrEmpty(metadata).deletionTimestamp ?? undefined) !== undefined;
  return isDeleted && [POD_IP, AWS_POD_IPS].some((key) => annotations[key] === "");
}

function split(text = ""): string[] {
  return text.split(",");
}

/** The floating IPs of a pod: each is translated to its last address of the IP version; v3.9 knows only one address. */
export function floatingIps(
  annotations: Texts,
  addresses: readonly string[],
  { readsAllOfPods }: ConversionRules,
): JsonObject[] {
  const own = addresses.flatMap((text) => {
    const net = parseNet(text);
    return net === undefined ? [] : [addressOf(net)];
  });
  return annotatedTexts(annotations, FLOATING_IPS).flatMap((externalIP) => {
    const family = parseNet(externalIP)?.address.family;
    const internal = readsAllOfPods ? own.findLast((address) => address.family === family) : own[0];
    return internal === undefined ? [] : [present({ internalIP: formatAddress(internal), externalIP })];
  });
}

/** The networks that a pod may send from beside its own addresses. */
export function spoofedPrefixes(annotations: Texts): string[] {
  return annotatedTexts(annotations, SPOOFED_PREFIXES).map(canonicalNet);
}
