import { LINK_LOCAL, networkOf, parseCidr } from "../../../model/net/address.ts";
import { IPIP, PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import type { Direction } from "../../../policy/outcome.ts";
import type { End } from "../../../policy/path/end.ts";
import { isSpoofed, serviceNet, type TunnelHit, tunnelProtocol, whyNotPeer } from "../../../policy/path/node-rules.ts";
import { isNodeAddress, type NodeView } from "../../../policy/path/node-view.ts";
import type { Net, TunnelProtocol, World } from "../../../policy/world/compiled.ts";
import { toNet } from "../../../policy/world/nets.ts";
import type { Interval } from "../../sets/dimension.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { boxesOf } from "./boxes-of.ts";
import { type AddressRange, intervalsByAnswer, rangeOf } from "./intervals-of.ts";

/** Packets by what is true of them; the first case that they are in counts. */
export type CaseBoxes<Result> = readonly (readonly [Result, readonly Box[]])[];

/** One value as intervals. */
export const number = (value: number): readonly Interval[] => [[value, value]];

/** The boxes of a node's tunnels, by protocol and destination port. */
export function tunnelBoxes(universe: Universe, world: World, view: NodeView): Map<TunnelProtocol, readonly Box[]> {
  const { family } = universe;
  const { UDP } = PROTOCOL_NUMBERS;
  const { vxlanPort, wireguard } = view.settings;
  const ports = [...new Set([vxlanPort, wireguard[family].port])];
  const found = new Map<TunnelProtocol, readonly Box[]>();
  const ipip = tunnelProtocol(world, view, { family, protocol: IPIP });
  if (ipip !== undefined) found.set(ipip, boxesOf(universe, { protocol: number(IPIP) }));
  for (const port of ports) {
    const tunnel = tunnelProtocol(world, view, { family, protocol: UDP, destinationPort: port });
    if (tunnel !== undefined) found.set(tunnel, boxesOf(universe, { protocol: number(UDP), portOrIcmp: number(port) }));
  }
  return found;
}

/** Packets of tunnels by the hit that they are, on their way to or from a local process. */
export function tunnelHits(
  universe: Universe,
  world: World,
  view: NodeView,
  direction: Direction,
): CaseBoxes<TunnelHit> {
  const { family } = universe;
  const { encapsulation } = world;
  const ranges: AddressRange[] = [
    ...encapsulation.ipipHosts,
    ...encapsulation.vxlanHosts,
    ...view.settings.externalNodes,
    ...view.tunnelPeers.map(rangeOf),
  ];
  const remote = direction === "ingress" ? "source" : "destination";
  return [...tunnelBoxes(universe, world, view)].flatMap(([protocol, tunnel]) => {
    const isKnown = (address: Parameters<typeof whyNotPeer>[3]) =>
      whyNotPeer(world, view, protocol, address) === undefined;
    const known = intervalsByAnswer(family, ranges, isKnown).get(true) ?? [];
    const hosts = boxesOf(universe, { [remote]: known });
    const boxes = tunnel.flatMap((box) => hosts.flatMap((host) => universe.intersect(box, host) ?? []));
    return [
      [{ protocol }, boxes],
      [{ protocol, notPeer: "no Node has this address" }, tunnel],
    ] as const;
  });
}

/** The addresses of the node's interfaces, as far as they are known. */
export function nodeAddressIntervals({ family }: Universe, view: NodeView): readonly Interval[] {
  const ranges = [...view.interfaces.values()].flat().map(({ address }) => rangeOf(address));
  return intervalsByAnswer(family, ranges, (address) => isNodeAddress(view, address)).get(true) ?? [];
}

/** What a source is to a workload's interface: `true` for one that packets are dropped for. */
export interface SpoofedBoxes {
  readonly spoofed: readonly Box[];
  /** Sources that are taken to be the workload's own, since its endpoint has no addresses of the IP version. */
  readonly unknown: readonly Box[];
}

const BROADCAST = { family: 4, value: 0xffffffffn } as const;
const V4_DEFAULT: Net = toNet(networkOf({ family: 4, value: 0n }));

/** The packets that a workload sends from addresses that are not its own. */
export function spoofedBoxes(universe: Universe, view: NodeView, from: End): SpoofedBoxes {
  const { family } = universe;
  if (from.kind !== "workload" || from.endpoint === undefined) return { spoofed: [], unknown: [] };
  const { nets, spoofedSources } = from.endpoint;
  const routes = (view.routes ?? []).flatMap(({ dst }) => parseCidr(dst) ?? []);
  const ranges = [...nets, ...spoofedSources, ...[...routes, ...LINK_LOCAL].map((net) => toNet(net)), V4_DEFAULT];
  const zero = { family: 6, first: 0n, last: 0n } as const;
  const sources = (destination: { readonly family: 4 | 6; readonly value: bigint }) =>
    intervalsByAnswer(family, [...ranges, zero], (source) => isSpoofed(view, from, { source, destination }));
  const most = sources({ family, value: 1n });
  if (family === 6) return boxesOfAnswers(universe, most, undefined);
  // Packets to the broadcast address may have the source 0.0.0.0 (DHCP).
  const broadcast = number(Number(BROADCAST.value));
  const others: readonly Interval[] = [[0, Number(BROADCAST.value) - 1]];
  const [a, b] = [boxesOfAnswers(universe, most, others), boxesOfAnswers(universe, sources(BROADCAST), broadcast)];
  return { spoofed: [...a.spoofed, ...b.spoofed], unknown: [...a.unknown, ...b.unknown] };
}

function boxesOfAnswers(
  universe: Universe,
  sources: ReadonlyMap<boolean | "unknown", readonly Interval[]>,
  destination: readonly Interval[] | undefined,
): SpoofedBoxes {
  const of = (answer: boolean | "unknown") =>
    boxesOf(universe, { source: sources.get(answer) ?? [], ...(destination && { destination }) });
  return { spoofed: of(true), unknown: of("unknown") };
}

/** Forwarded packets by the advertised service network that they are dropped for. */
export function serviceLoopBoxes(universe: Universe, world: World, view: NodeView): CaseBoxes<string> {
  const textOf = (destination: Parameters<typeof rangeOf>[0]) => serviceNet(world, view, { destination })?.text;
  const byNet = intervalsByAnswer(universe.family, world.serviceNets, textOf);
  return [...byNet].flatMap(([text, destination]) =>
    text === undefined ? [] : [[text, boxesOf(universe, { destination })] as const],
  );
}
