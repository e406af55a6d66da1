import { type Address, isLinkLocal, networkOf } from "../../model/net/address.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import type { AddressOwner, World } from "../world/compiled.ts";
import { toNet } from "../world/nets.ts";

/** A node and the addresses of its interfaces, as its facts have them. */
interface NodeInterfaces {
  readonly node: string;
  readonly interfaces: ReadonlyMap<string, readonly { readonly address: Address }[]>;
}

/**
 * The interfaces of a node that packets from elsewhere can reach, as owners of their addresses: not the loopback, nor
 * those whose addresses are all link-local.
 */
export function interfaceOwners({ node, interfaces }: NodeInterfaces): AddressOwner[] {
  return [...interfaces].flatMap(([name, addresses]) => {
    if (name === LOOPBACK_NAME || addresses.every(({ address }) => isLinkLocal(address))) return [];
    return [{ node, interface: name, nets: addresses.map(({ address }) => toNet(networkOf(address))) }];
  });
}

/**
 * The addresses under which others reach a node: those of its Node resource, then those of its interfaces that are not
 * link-local. Whether a packet is for the node itself is another question (`isNodeAddress`): the loopback's count there.
 */
export function nodeAddresses(world: Pick<World, "nodes">, node: NodeInterfaces): Address[] {
  const ofResource = (world.nodes.get(node.node)?.nets ?? []).map(({ cidr }) => cidr.address);
  const ofInterfaces = interfaceOwners(node).flatMap(({ nets }) => nets.map(({ cidr }) => cidr.address));
  return [...ofResource, ...ofInterfaces.filter((address) => !isLinkLocal(address))];
}
