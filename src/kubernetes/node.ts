import { type JsonObject, listOrEmpty, objectOrEmpty, textOrEmpty } from "../model/json.ts";
import { parseAddress, parseInterfaceAddress } from "../model/net/address.ts";
import type { Resource } from "../model/resource.ts";
import { annotatedJson } from "./annotations.ts";
import { derivedResource } from "./derived.ts";
import { type KubernetesObject, metadataOf, objectsOf, present, type Texts, textsOf } from "./kubernetes-object.ts";
import type { ConversionRules } from "./rules.ts";

const CALICO = "projectcalico.org/";
/** Calico's memory of which labels are Kubernetes' own. */
export const KUBE_LABELS = `${CALICO}kube-labels`;

/**
 * The Calico Node of a Kubernetes Node: what calico/node wrote into its annotations, and its own addresses and labels,
 * which win over Calico's (recorded: conv-node-*).
 */
export function convertNode(object: KubernetesObject, rules: ConversionRules): Resource {
  const { name, labels, annotations } = metadataOf(object);
  const own = textsOf(annotatedJson(annotations, `${CALICO}labels`));
  const kept = textsOf(annotatedJson(annotations, `${CALICO}annotations`));
  const node = derivedResource(object, "Node", rules, {
    name: () => name,
    isGlobal: true,
    keepsUid: true,
    labels: { ...own, ...labels },
    annotations: { ...kept, [KUBE_LABELS]: labelsText(labels) },
    spec: specOf(object, name, annotations, rules),
  });
  return rules.readsAllOfNodes ? { ...node, status: statusOf(object, annotations) } : node;
}

function labelsText(labels: Texts): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length === 0 ? "null" : JSON.stringify(Object.fromEntries(sorted));
}

function specOf(object: KubernetesObject, name: string, annotations: Texts, rules: ConversionRules): JsonObject {
  const all = rules.readsAllOfNodes;
  const text = (key: string, isValid: (value: string) => boolean) => {
    const value = annotations[`${CALICO}${key}`] ?? "";
    return !all || isValid(value) ? value : "";
  };
  const address = (key: string) => text(key, (value) => parseAddress(value) !== undefined);
  const bgp = present({
    asNumber: asNumber(annotations[`${CALICO}ASNumber`]),
    ipv4Address: text("IPv4Address", isNet),
    ipv6Address: text("IPv6Address", isNet),
    ipv4IPIPTunnelAddr: address("IPv4IPIPTunnelAddr"),
    routeReflectorClusterID: address("RouteReflectorClusterID"),
  });
  const tunnels = {
    ipv4VXLANTunnelAddr: address("IPv4VXLANTunnelAddr"),
    vxlanTunnelMACAddr: text("VXLANTunnelMACAddr", Boolean),
  };
  if (!all) return present({ bgp, ...tunnels });
  const wireguard = {
    interfaceIPv4Address: address("IPv4WireguardInterfaceAddr"),
    interfaceIPv6Address: address("IPv6WireguardInterfaceAddr"),
  };
  return present({
    bgp,
    ...tunnels,
    ipv6VXLANTunnelAddr: address("IPv6VXLANTunnelAddr"),
    vxlanTunnelMACAddrV6: text("VXLANTunnelMACAddrV6", Boolean),
    orchRefs: [{ nodeName: name, orchestrator: "k8s" }],
    wireguard: present(wireguard),
    addresses: addressesOf(object, bgp),
    interfaces: interfacesOf(annotations),
  });
}

function isNet(text: string): boolean {
  return parseInterfaceAddress(text) !== undefined;
}

/** A number, or one in two parts with a dot between. */
function asNumber(text = ""): number | undefined {
  const [high = "", low] = text.split(".");
  if (!/^\d+$/.test(high) || (low !== undefined && !/^\d+$/.test(low))) return undefined;
  return low === undefined ? Number(high) : Number(high) * 65536 + Number(low);
}

/** The addresses of BGP, then those that Kubernetes has; names of the host are left out. */
function addressesOf({ status }: KubernetesObject, { ipv4Address, ipv6Address }: JsonObject): JsonObject[] {
  const calicos = [ipv4Address, ipv6Address].flatMap((address) => (address ? [{ address, type: "CalicoNodeIP" }] : []));
  const kubernetes = objectsOf(objectOrEmpty(status).addresses).flatMap(({ address, type }) =>
    type === "InternalIP" || type === "ExternalIP" ? [{ address, type }] : [],
  );
  return [...calicos, ...kubernetes];
}

function interfacesOf(annotations: Texts): JsonObject[] {
  return listOrEmpty(annotatedJson(annotations, `${CALICO}Interfaces`))
    .map(objectOrEmpty)
    .map(({ name, addresses }) => {
      const valid = listOrEmpty(addresses).filter((text) => parseAddress(textOrEmpty(text)) !== undefined);
      return present({ name, addresses: valid });
    });
}

function statusOf({ spec }: KubernetesObject, annotations: Texts): JsonObject {
  return present({
    wireguardPublicKey: annotations[`${CALICO}WireguardPublicKey`],
    wireguardPublicKeyV6: annotations[`${CALICO}WireguardPublicKeyV6`],
    podCIDRs: listOrEmpty(objectOrEmpty(spec).podCIDRs),
  });
}
