import { type Address, LINK_LOCAL, parseCidr } from "../../model/net/address.ts";
import { destinationEnd } from "../../policy/flow/resolve-flow.ts";
import { type End, interfaceOf } from "../../policy/path/end.ts";
import type { NodeView } from "../../policy/path/node-view.ts";
import type { World } from "../../policy/world/compiled.ts";
import { toNet } from "../../policy/world/nets.ts";
import type { Interval } from "../sets/dimension.ts";
import { type AddressRange, intervalsByAnswer, rangeOf } from "./boxes/intervals-of.ts";
import { destinationRanges } from "./domain/routes-before.ts";

/** What is known of where a node sends packets. */
export interface Knowledge {
  /** Whether the addresses of its interfaces are known. */
  readonly addresses: boolean;
  /** Whether its routes are. */
  readonly routes: boolean;
}

/** Multicast, and the broadcast address: for a node's processes on whatever interface they come in, and sent out of any. */
const EVERYWHERE = ["224.0.0.0/4", "255.255.255.255/32", "ff00::/8"].flatMap((text) => parseCidr(text) ?? []);

/**
 * The destinations, after translation, that can lead to an end of a node; `undefined` where all may. An address that certainly
 * leads elsewhere is left out: a proof about packets that cannot come there would only give false alarms. One whose route is
 * unknown is kept, since it may. So the node's own addresses, where the facts have its interfaces, are all that leads to its
 * processes, besides multicast and broadcast and the addresses of one link, and do not lead anywhere else. Where routes are
 * given, what is sent out of an interface is what they send there. To a workload lead the addresses of its endpoint, although
 * another workload of the node has one of them too: which of them a node then routes to is certain only where routes are given.
 * Without an end, it is those that lead anywhere but to the node's own processes: what a way is of that stands for all that the node
 * forwards from one end. Processes that choose the interface themselves (SO_BINDTODEVICE) are not looked at, but for those
 * packets to everyone.
 */
export function destinationsTo(
  world: World,
  view: NodeView,
  family: 4 | 6,
  end: End | undefined,
  { addresses, routes }: Knowledge,
): readonly Interval[] | undefined {
  if (end?.kind === "workload") {
    const own = end.endpoint?.nets.filter((net) => net.family === family) ?? [];
    if (own.length === 0) return undefined;
    const shared = routes ? [] : own;
    return chosen(world, view, family, (key) => key === "shared" || key === `workload ${end.interface}`, shared);
  }
  if (!addresses) return undefined;
  if (end?.kind === "process") return chosen(world, view, family, (key) => key === "process " || key === "everyone");
  return chosen(world, view, family, (key) => {
    if (key === "process ") return false;
    return (
      end === undefined || !routes || key === "everyone" || key === "unknown" || key === `host ${interfaceOf(end)}`
    );
  });
}

/** `shared`: nets of a workload, whose addresses may lead to it where they lead to another workload. */
function chosen(
  world: World,
  view: NodeView,
  family: 4 | 6,
  isChosen: (key: string) => boolean,
  shared: readonly AddressRange[] = [],
): readonly Interval[] {
  const everyone = [...EVERYWHERE, LINK_LOCAL[1]].map((net) => toNet(net));
  const broadcasts = [...view.interfaces.values()].flat().flatMap(({ net }) => {
    if (net === undefined || net.address.family !== 4 || net.prefix > 30) return [];
    const { last } = toNet(net);
    return [rangeOf({ family: 4, value: last })];
  });
  const toEveryone = [...everyone, ...broadcasts];
  const keyOf = (address: Address) => {
    const { value } = address;
    const isIn = (net: AddressRange) => net.family === family && net.first <= value && value <= net.last;
    if (toEveryone.some(isIn)) return "everyone";
    const end = destinationEnd(world, view, address);
    if (end?.kind === "workload" && shared.some(isIn)) return "shared";
    return end === undefined ? "unknown" : `${end.kind} ${interfaceOf(end)}`;
  };
  const byKey = intervalsByAnswer(family, [...toEveryone, ...destinationRanges(world, view)], keyOf);
  return [...byKey].flatMap(([key, intervals]) => (isChosen(key) ? intervals : []));
}
