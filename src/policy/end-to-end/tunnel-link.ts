import { type Address, sameAddress } from "../../model/net/address.ts";
import { nodeAddresses } from "../flow/node-addresses.ts";
import { usesIpip, usesVxlan } from "../path/node-rules.ts";
import type { NodeView } from "../path/node-view.ts";
import type { CompiledPool, TunnelProtocol, World } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";

/** The interfaces of Calico's tunnels between nodes, as a node has them. */
function tunnelInterfaces({ settings: { wireguard } }: NodeView): ReadonlyMap<string, TunnelProtocol> {
  return new Map([
    ["tunl0", "IPIP"],
    ["vxlan.calico", "VXLAN"],
    ["vxlan-v6.calico", "VXLAN"],
    [wireguard[4].interface, "WireGuard"],
    [wireguard[6].interface, "WireGuard"],
  ]);
}

/** The tunnel that an interface of a node belongs to. */
export function tunnelOf(view: NodeView, interfaceName: string): TunnelProtocol | undefined {
  return tunnelInterfaces(view).get(interfaceName);
}

/** The interface by which a packet comes out of a tunnel, that went into it through `name` on another node. */
export function tunnelExit(sender: NodeView, receiver: NodeView, name: string, family: 4 | 6): string | undefined {
  const tunnel = tunnelOf(sender, name);
  if (tunnel === undefined) return undefined;
  return tunnel === "WireGuard" ? receiver.settings.wireguard[family].interface : name;
}

/** The IP pool that an address is of. */
export function poolOf({ pools }: World, address: Address): CompiledPool | undefined {
  return pools.find(({ net }) => netContains(net, address));
}

/** The interface of a tunnel, and why packets take it, as a clause. */
export interface TunnelLink {
  readonly interface: string;
  readonly why: string;
}

/**
 * The tunnel through which Calico routes packets to a workload's address on another node, as its pool's encapsulation has
 * it; `undefined` where they go as they are, or where that is unknown.
 */
export function poolTunnel(
  world: World,
  { node: from, settings }: NodeView,
  to: string,
  destination: Address,
): TunnelLink | undefined {
  const { family } = destination;
  const pool = poolOf(world, destination);
  const isUsed = (mode: CompiledPool["ipip"]) =>
    mode === "Always" || (mode === "CrossSubnet" && !shareSubnet(world, from, to, destination.family));
  if (pool === undefined) return undefined;
  const link = (name: string, setting: string, isOn: boolean): TunnelLink => {
    const but = isOn ? "" : `, though FelixConfiguration has \`${setting}: false\``;
    return { interface: name, why: `the tunnel of the address's IP pool${but}: no route was given` };
  };
  if (isUsed(pool.ipip)) return link("tunl0", "ipipEnabled", usesIpip(world, settings));
  if (!isUsed(pool.vxlan)) return undefined;
  return link(family === 4 ? "vxlan.calico" : "vxlan-v6.calico", "vxlanEnabled", usesVxlan(world, settings, family));
}

/**
 * The WireGuard tunnel that packets to a workload on another node take, where both nodes have it on. Its routes are in a
 * table of their own that the kernel asks before the main one (felix/wireguard).
 */
export function wireguardTunnel(sender: NodeView, receiver: NodeView, family: 4 | 6): TunnelLink | undefined {
  const isOn = ({ settings }: NodeView) => settings.wireguard[family].enabled;
  if (!isOn(sender) || !isOn(receiver)) return undefined;
  return {
    interface: sender.settings.wireguard[family].interface,
    why: "as both nodes have WireGuard on, whose routes come first",
  };
}

/** Whether the subnet of one node's host address holds the other's; nodes without one share none. */
function shareSubnet({ nodes }: World, from: string, to: string, family: 4 | 6): boolean {
  const others = (nodes.get(to)?.hosts ?? []).map(({ cidr }) => cidr.address);
  return (nodes.get(from)?.subnets ?? []).some(
    (subnet) => subnet.family === family && others.some((address) => netContains(subnet, address)),
  );
}

/** The addresses of an interface: those that the facts name, else, of a tunnel's, those that the Node has. */
export function interfaceAddresses({ nodes }: World, view: NodeView, name: string): readonly Address[] {
  const known = view.interfaces.get(name)?.map(({ address }) => address) ?? [];
  const tunnel = tunnelOf(view, name);
  if (known.length > 0 || tunnel === undefined) return known;
  return (nodes.get(view.node)?.tunnels[tunnel] ?? []).map(({ cidr }) => cidr.address);
}

/** The address of a node that its tunnels end at: its own as a Node, else the first that others can reach. */
export function underlayAddress(world: World, view: NodeView, family: 4 | 6): Address | undefined {
  const tunnels = [...tunnelInterfaces(view).keys()].flatMap((name) => interfaceAddresses(world, view, name));
  const isTunnels = (address: Address) => tunnels.some((own) => sameAddress(own, address));
  return nodeAddresses(world, view).find((address) => address.family === family && !isTunnels(address));
}
