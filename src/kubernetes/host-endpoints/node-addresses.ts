import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { formatAddress, parseAddress, parseInterfaceAddress } from "../../model/net/address.ts";
import type { Resource } from "../../model/resource.ts";
import { objectsOf } from "../kubernetes-object.ts";

/** An interface of a node that calico/node reported, with its addresses. */
export interface NodeInterface {
  readonly name: string;
  readonly addresses: readonly string[];
}

/**
 * The addresses that kube-controllers gives the host endpoints it makes of a Node, in its order, each once: those of BGP, of
 * tunnels, the internal ones, those of its interfaces.
 */
export function nodeAddresses(node: Resource): readonly string[] {
  const spec = objectOrEmpty(node.spec);
  const { ipv4Address, ipv6Address, ipv4IPIPTunnelAddr } = objectOrEmpty(spec.bgp);
  const wireguard = objectOrEmpty(spec.wireguard);
  const ofBgp = [ipv4Address, ipv6Address].map((text) => parseInterfaceAddress(textOrEmpty(text)));
  const others = [
    ...[ipv4IPIPTunnelAddr, spec.ipv4VXLANTunnelAddr, spec.ipv6VXLANTunnelAddr],
    ...[wireguard.interfaceIPv4Address, wireguard.interfaceIPv6Address],
    ...objectsOf(spec.addresses).flatMap(({ type, address }) => (type === "InternalIP" ? [address] : [])),
    ...nodeInterfaces(node).flatMap(({ addresses }) => addresses),
  ].map((text) => parseAddress(textOrEmpty(text)));
  const texts = [...ofBgp, ...others].flatMap((address) => (address === undefined ? [] : [formatAddress(address)]));
  return [...new Set(texts)];
}

/** The interfaces of a Node (`spec.interfaces`), without addresses that cannot be read. */
export function nodeInterfaces(node: Resource): readonly NodeInterface[] {
  return objectsOf(objectOrEmpty(node.spec).interfaces).map(({ name, addresses }) => ({
    name: textOrEmpty(name),
    addresses: (Array.isArray(addresses) ? addresses : []).map(textOrEmpty).filter((text) => parseAddress(text)),
  }));
}
