import type { Address } from "../../model/net/address.ts";
import type { CompiledEndpoint, Net, World } from "./compiled.ts";
import { netContains } from "./nets.ts";

/** Something on a node that has addresses: an endpoint, an interface whose addresses were saved, or the node itself. */
export interface AddressOwner {
  readonly node: string;
  /** Absent for an interface and a node. */
  readonly endpoint?: CompiledEndpoint;
  /** The host interface, `*` for a host endpoint of every interface; absent where it is unknown. */
  readonly interface?: string;
  readonly nets: readonly Net[];
}

/** All owners of addresses in the World: host endpoints, workload endpoints and nodes, also those without addresses. */
export function addressOwners(world: World): AddressOwner[] {
  const hosts = [...world.hostEndpoints.values()].flat().map((endpoint): AddressOwner => {
    const { node, nets, interfaceName } = endpoint;
    return { node, endpoint, nets, ...(interfaceName !== "" && { interface: interfaceName }) };
  });
  const workloads = [...world.workloadEndpoints.values()].flat().map((endpoint): AddressOwner => {
    return { node: endpoint.node, endpoint, nets: endpoint.nets };
  });
  const nodes = [...world.nodes].map(([node, nets]): AddressOwner => ({ node, nets }));
  return [...hosts, ...workloads, ...nodes];
}

/** The owners that have the address. */
export function ownersOf(owners: readonly AddressOwner[], address: Address): AddressOwner[] {
  return owners.filter(({ nets }) => nets.some((net) => netContains(net, address)));
}
