import { type Address, sameAddress } from "../../model/net/address.ts";
import { nodeAddresses } from "../flow/node-addresses.ts";
import type { TunnelProtocol } from "../path/node-rules.ts";
import type { NodeView } from "../path/node-view.ts";
import type { CompiledPool, World } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";

/** The interfaces of Calico's tunnels between nodes. */
const TUNNEL_INTERFACES: ReadonlyMap<string, TunnelProtocol> = new Map([
  ["tunl0", "IPIP"],
  ["vxlan.calico", "VXLAN"],
  ["vxlan-v6.calico", "VXLAN"],
  ["wireguard.cali", "WireGuard"],
  ["wg-v6.cali", "WireGuard"],
]);

/** The tunnel that an interface belongs to. */
export function tunnelOf(interfaceName: string): TunnelProtocol | undefined {
  return TUNNEL_INTERFACES.get(interfaceName);
}

/** The IP pool that an address is of. */
export function poolOf({ pools }: World, address: Address): CompiledPool | undefined {
  return pools.find(({ net }) => netContains(net, address));
}

/**
 * The tunnel interface through which Calico routes packets to a workload's address on another node, as its pool's
 * encapsulation has it; `undefined` where they go as they are, or where that is unknown.
 */
export function poolTunnel(world: World, from: string, to: string, destination: Address): string | undefined {
  const pool = poolOf(world, destination);
  const isUsed = (mode: CompiledPool["ipip"]) =>
    mode === "Always" || (mode === "CrossSubnet" && !shareSubnet(world, from, to, destination.family));
  if (pool === undefined) return undefined;
  if (isUsed(pool.ipip)) return "tunl0";
  if (isUsed(pool.vxlan)) return destination.family === 4 ? "vxlan.calico" : "vxlan-v6.calico";
  return undefined;
}

/** Whether the subnet of one node's host address holds the other's; nodes without one share none. */
function shareSubnet({ nodes }: World, from: string, to: string, family: 4 | 6): boolean {
  const others = (nodes.get(to)?.hosts ?? []).map(({ cidr }) => cidr.address);
  return (nodes.get(from)?.subnets ?? []).some(
    (subnet) => subnet.family === family && others.some((address) => netContains(subnet, address)),
  );
}

/** The address of a node that its tunnels end at: its own as a Node, else the first that others can reach. */
export function underlayAddress(world: World, view: NodeView, family: 4 | 6): Address | undefined {
  const isTunnels = (address: Address) =>
    [...view.interfaces].some(
      ([name, own]) => tunnelOf(name) !== undefined && own.some((one) => sameAddress(one.address, address)),
    );
  return nodeAddresses(world, view).find((address) => address.family === family && !isTunnels(address));
}
