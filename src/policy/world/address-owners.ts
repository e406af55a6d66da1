import type { Address } from "../../model/net/address.ts";
import type { AddressOwner, AddressOwners, CompiledEndpoint, World } from "./compiled.ts";
import { settingsOf } from "./felix-config.ts";
import { netContains } from "./nets.ts";

/** Answers who has addresses among these endpoints and nodes. */
export function addressOwners({
  hostEndpoints,
  workloadEndpoints,
  nodes,
  settings,
}: Pick<World, "hostEndpoints" | "workloadEndpoints" | "nodes" | "settings">): AddressOwners {
  const workloadOwner = (endpoint: CompiledEndpoint): AddressOwner => {
    const { node, nets, floatingIps } = endpoint;
    const hasFloatingIps = floatingIps.length > 0 && settingsOf(settings, node).floatingIps;
    return { node, endpoint, nets: hasFloatingIps ? [...nets, ...floatingIps.map(({ external }) => external)] : nets };
  };
  let everywhere: readonly AddressOwner[] | undefined;
  const byNode = new Map<string, readonly AddressOwner[]>();
  return {
    everywhere: () => {
      everywhere ??= [
        ...[...hostEndpoints.values()].flat().map(hostOwner),
        ...[...workloadEndpoints.values()].flat().map(workloadOwner),
        ...[...nodes].map(([node, { nets }]): AddressOwner => ({ node, nets })),
      ];
      return everywhere;
    },
    onNode: (node) => {
      const known = byNode.get(node);
      if (known !== undefined) return known;
      const nets = nodes.get(node)?.nets;
      const owners: readonly AddressOwner[] = [
        ...(hostEndpoints.get(node) ?? []).map(hostOwner),
        ...(workloadEndpoints.get(node) ?? []).map(workloadOwner),
        ...(nets === undefined ? [] : [{ node, nets }]),
      ];
      // Names of nodes that do not exist are made up without end; nothing is kept for them.
      if (owners.length > 0) byNode.set(node, owners);
      return owners;
    },
  };
}

function hostOwner(endpoint: CompiledEndpoint): AddressOwner {
  const { node, nets, interfaceName } = endpoint;
  return interfaceName === "" ? { node, endpoint, nets } : { node, endpoint, nets, interface: interfaceName };
}

/** The owners that have the address. */
export function ownersOf(owners: readonly AddressOwner[], address: Address): AddressOwner[] {
  return owners.filter(({ nets }) => nets.some((net) => netContains(net, address)));
}

/** Whether the owner is a workload endpoint. */
export function isWorkloadOwner({ endpoint }: AddressOwner): boolean {
  return endpoint?.kind === "WorkloadEndpoint";
}
