import { objectOrEmpty, textOrEmpty } from "../model/json.ts";
import { addressOf, formatAddress, parseNet } from "../model/net/address.ts";
import type { Resource } from "../model/resource.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";

/** The last byte of an address. */
const LAST_BYTE = 0xffn;

/**
 * The Calico Node of a Kubernetes Node where tunnel addresses are those of pod networks (`USE_POD_CIDR`): the address after the
 * one that its pod network is written with, for IPIP, and for WireGuard where the node has a key. As it is without such a network of IPv4.
 */
export function withPodNetworkTunnel(node: Resource, object: KubernetesObject): Resource {
  const net = parseNet(textOrEmpty(objectOrEmpty(object.spec).podCIDR));
  if (net === undefined || net.address.family !== 4) return node;
  const { family, value } = addressOf(net);
  // As Calico counts: within the last byte.
  const tunnel = formatAddress({ family, value: (value & ~LAST_BYTE) | ((value + 1n) & LAST_BYTE) });
  const { spec = {}, status } = node;
  const hasKey = textOrEmpty(objectOrEmpty(status).wireguardPublicKey) !== "";
  const bgp = { ...objectOrEmpty(spec.bgp), ipv4IPIPTunnelAddr: tunnel };
  const wireguard = { ...objectOrEmpty(spec.wireguard), interfaceIPv4Address: tunnel };
  return { ...node, spec: { ...spec, bgp, ...(hasKey && { wireguard }) } };
}
