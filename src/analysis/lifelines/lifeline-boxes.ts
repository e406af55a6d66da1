import { networkOf } from "../../model/net/address.ts";
import type { Net } from "../../policy/world/compiled.ts";
import { toNet } from "../../policy/world/nets.ts";
import { netIntervals } from "../paths/boxes/dimension-values.ts";
import type { PathCase } from "../paths/way.ts";
import type { Interval } from "../sets/dimension.ts";
import type { Box, Universe } from "../sets/universe.ts";
import type { Lifeline, PortRange } from "./lifeline.ts";

/**
 * The packets of a lifeline that take a way, by what the cases know of its addresses (without cases: any): none where there is
 * no address of the IP version.
 */
export function lifelineBox(universe: Universe, lifeline: Lifeline, cases: readonly PathCase[]): Box | undefined {
  const { direction, peers, protocol, ports, sourcePorts, endpoints, through } = lifeline;
  const others = addresses(peers, universe.family);
  const given = endpoints.addresses;
  const isKnown = given.length > 0 || (through === undefined && cases.every(hasKnownAddresses));
  const own = isKnown ? addresses(given.length > 0 ? given : cases.flatMap(ownNets), universe.family) : undefined;
  if (others?.length === 0 || own?.length === 0) return undefined;
  const [source, destination] = direction === "in" ? [others, own] : [own, others];
  return universe.box({
    protocol: universe.values("protocol", [[protocol, protocol]]),
    ...(source && { source: universe.values("source", source) }),
    ...(destination && { destination: universe.values("destination", destination) }),
    ...(ports.length > 0 && { portOrIcmp: universe.values("portOrIcmp", ports.map(interval)) }),
    ...(sourcePorts.length > 0 && { sourcePort: universe.values("sourcePort", sourcePorts.map(interval)) }),
  });
}

/** The addresses of a family; absent where any is meant, empty where there are only others. */
function addresses(nets: readonly Net[], family: 4 | 6): readonly Interval[] | undefined {
  return nets.length === 0 ? undefined : netIntervals(nets, family);
}

/** Packets that the endpoint does not exchange with itself, which people believe more; `undefined` where its addresses are unknown. */
export function fromOthers(universe: Universe, { direction }: Lifeline, cases: readonly PathCase[]): Box | undefined {
  const own = addresses(cases.flatMap(ownNets), universe.family) ?? [];
  const side = direction === "in" ? "source" : "destination";
  return universe.box({ [side]: universe.complementOfValues(universe.values(side, own)) });
}

/** The addresses that are known of an endpoint and, for a host, of its node. */
function ownNets({ way: { endpoint, node, family, view }, world }: PathCase): readonly Net[] {
  const isFamily = (net: Net) => net.family === family;
  if (endpoint?.kind === "WorkloadEndpoint") return endpoint.nets.filter(isFamily);
  const known = [...(endpoint?.nets ?? []), ...(world.nodes.get(node)?.nets ?? [])].filter(isFamily);
  const interfaces = [...view.interfaces.values()].flat().filter(({ address }) => address.family === family);
  return [...known, ...interfaces.map(({ address }) => toNet(networkOf(address)))];
}

/**
 * Whether all addresses of an interface are known: by its endpoint or facts. Those of its node are not enough, which may be on
 * another interface: then any packet may be for it.
 */
function hasKnownAddresses({ way: { endpoint, interface: name, view } }: PathCase): boolean {
  if (endpoint?.kind !== "HostEndpoint") return true;
  return endpoint.nets.length > 0 || (view.interfaces.get(name)?.length ?? 0) > 0;
}

function interval([first, last]: PortRange): Interval {
  return [first, last];
}
