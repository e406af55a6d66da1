import { encodeTexts } from "../model/go-json.ts";
import { type JsonObject, objectOrEmpty, textOrEmpty } from "../model/json.ts";
import type { Resource } from "../model/resource.ts";
import { annotatedJson } from "./annotations.ts";
import { type KubernetesObject, metadataOf, type Texts, textsOf } from "./kubernetes-object.ts";
import { KUBE_LABELS } from "./node.ts";
import type { ConversionRules } from "./rules.ts";

/** A Kubernetes Node that holds a Calico Node, and the labels asked for that Kubernetes' own overrule. */
export interface WrittenNode {
  readonly object: KubernetesObject;
  readonly overruled: readonly string[];
}

const CALICO = "projectcalico.org/";

/**
 * The Kubernetes Node with what calicoctl writes of a Calico Node: all into annotations, of which those that the resource says
 * nothing of are removed (recorded: cli-node). Addresses and orchestrator references come from Kubernetes, and its labels stay.
 */
export function writeNode(object: KubernetesObject, node: Resource, rules: ConversionRules): WrittenNode {
  const { metadata, spec, status } = node;
  const { labels: kubernetes, annotations } = metadataOf(object);
  const { [KUBE_LABELS]: _, ...kept } = textsOf(metadata.annotations);
  // As calicoctl: which labels are Kubernetes' own is what the resource says, so that it must have been read before.
  const known = textsOf(annotatedJson(textsOf(metadata.annotations), KUBE_LABELS));
  const given = textsOf(metadata.labels);
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => !Object.hasOwn(known, key)));
  const written: Record<string, string> = { ...annotations };
  const texts = {
    ...fieldTexts(spec ?? {}, objectOrEmpty(status), rules),
    labels: textOf(own),
    annotations: textOf(kept),
  };
  for (const [key, text] of Object.entries(texts)) {
    if (text === "") delete written[`${CALICO}${key}`];
    else written[`${CALICO}${key}`] = text;
  }
  const changed = Object.keys(known).filter((key) => given[key] !== known[key]);
  const shadowed = Object.keys(own).filter((key) => Object.hasOwn(kubernetes, key) && kubernetes[key] !== own[key]);
  return { object: withAnnotations(object, written), overruled: [...new Set([...changed, ...shadowed])] };
}

/** The object with these annotations and no others; without the field where there are none. */
export function withAnnotations(object: KubernetesObject, annotations: Texts): KubernetesObject {
  const { annotations: _, ...metadata } = objectOrEmpty(object.metadata);
  const isEmpty = Object.keys(annotations).length === 0;
  return { ...object, metadata: { ...metadata, ...(!isEmpty && { annotations: { ...annotations } }) } };
}

/** The text of each annotation, empty where the resource says nothing. */
function fieldTexts(spec: JsonObject, status: JsonObject, { readsAllOfNodes }: ConversionRules): Texts {
  const bgp = objectOrEmpty(spec.bgp);
  const wireguard = objectOrEmpty(spec.wireguard);
  const { asNumber } = bgp;
  return {
    IPv4Address: textOrEmpty(bgp.ipv4Address),
    IPv6Address: textOrEmpty(bgp.ipv6Address),
    ASNumber: asNumber === undefined ? "" : String(asNumber),
    RouteReflectorClusterID: textOrEmpty(bgp.routeReflectorClusterID),
    IPv4IPIPTunnelAddr: textOrEmpty(bgp.ipv4IPIPTunnelAddr),
    IPv4VXLANTunnelAddr: textOrEmpty(spec.ipv4VXLANTunnelAddr),
    VXLANTunnelMACAddr: textOrEmpty(spec.vxlanTunnelMACAddr),
    ...(readsAllOfNodes && {
      IPv6VXLANTunnelAddr: textOrEmpty(spec.ipv6VXLANTunnelAddr),
      VXLANTunnelMACAddrV6: textOrEmpty(spec.vxlanTunnelMACAddrV6),
      IPv4WireguardInterfaceAddr: textOrEmpty(wireguard.interfaceIPv4Address),
      IPv6WireguardInterfaceAddr: textOrEmpty(wireguard.interfaceIPv6Address),
      WireguardPublicKey: textOrEmpty(status.wireguardPublicKey),
      WireguardPublicKeyV6: textOrEmpty(status.wireguardPublicKeyV6),
    }),
  };
}

function textOf(texts: Texts): string {
  return Object.keys(texts).length === 0 ? "" : encodeTexts(texts);
}
