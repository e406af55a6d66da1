import type { DnatMatch } from "../../../model/flow.ts";
import { LOOPBACK_NETS, parseNet } from "../../../model/net/address.ts";
import { protocolNumber } from "../../../model/net/protocol.ts";
import { LOOPBACK_NAME } from "../../../model/net/route.ts";
import type { NodeView } from "../../../policy/path/node-view.ts";
import { toNet } from "../../../policy/world/nets.ts";
import type { Dimension, Interval } from "../../sets/dimension.ts";
import { boxesOf } from "../boxes/boxes-of.ts";
import { netIntervals, PORT_PROTOCOLS } from "../boxes/dimension-values.ts";
import { intervalsByAnswer, rangeOf } from "../boxes/intervals-of.ts";
import type { MappedSet, MappedSets } from "./mapped-sets.ts";

/** Packets that a match of the node's NAT or filter table surely matches, and those where that depends on unknown facts. */
export interface Matched<S> {
  readonly yes: S;
  readonly maybe: S;
}

/**
 * Divides packets by a match, as `model/net/dnat` has it: the AND of its fields and of every negated `except`, where false beats
 * unknown and unknown beats true. `incoming` is the interface that they came in through, empty for a local process's
 * packets, `undefined` where that is unknown.
 */
export function matchSets<S>(
  sets: MappedSets<S>,
  view: NodeView,
  match: DnatMatch,
  packets: MappedSet<S>,
  incoming: string | undefined,
): Matched<S> {
  const { algebra } = sets;
  const { universe } = sets.worldSets;
  const { at } = packets;
  const nothing = { yes: algebra.none, maybe: algebra.none };
  const parts = plainParts(match, universe.family);
  if (parts === undefined) return nothing;
  let possible = algebra.intersect(packets.set, sets.of(at, boxesOf(universe, parts)));
  let sure = possible;
  const require = (yes: S, maybe: S) => {
    possible = algebra.intersect(possible, algebra.union(yes, maybe));
    sure = algebra.intersect(sure, yes);
  };
  const byInterface = interfaceAnswer(match, incoming);
  if (byInterface === false) return nothing;
  if (byInterface === "unknown") sure = algebra.none;
  for (const [side, text] of [
    ["destination", match.dst],
    ["source", match.srcIP],
  ] as const) {
    if (text !== "LOCAL") continue;
    const local = localIntervals(view, universe.family);
    const known = sets.of(at, boxesOf(universe, { [side]: local.yes }));
    const unknown = sets.of(at, boxesOf(universe, { [side]: local.unknown }));
    if (side === "destination" || incoming === undefined || incoming === LOOPBACK_NAME) require(known, unknown);
    else require(incoming === "" ? algebra.union(known, unknown) : known, algebra.none);
  }
  for (const except of match.except ?? []) {
    if (possible === algebra.none) break;
    const inner = matchSets(sets, view, except, sets.at(possible, at), incoming);
    possible = algebra.minus(possible, inner.yes);
    sure = algebra.minus(algebra.minus(sure, inner.yes), inner.maybe);
  }
  return { yes: sure, maybe: algebra.minus(possible, sure) };
}

/** The fields that are known of every packet; `undefined` for a match that nothing of the IP version meets. */
function plainParts(
  { protocol, ipVersion, port, portTo = port, dst, srcIP }: DnatMatch,
  family: 4 | 6,
): Partial<Record<Dimension, readonly Interval[]>> | undefined {
  if (ipVersion !== undefined && ipVersion !== family) return undefined;
  const parts: Partial<Record<Dimension, readonly Interval[]>> = {};
  if (port !== undefined && portTo !== undefined) {
    parts.portOrIcmp = port <= portTo ? [[port, portTo]] : [];
    parts.protocol = PORT_PROTOCOLS;
  }
  if (protocol !== undefined && protocol !== "all") {
    const wanted = protocolNumber(protocol);
    const isPossible =
      wanted !== undefined && (parts.protocol === undefined || PORT_PROTOCOLS.some(([first]) => first === wanted));
    parts.protocol = isPossible ? [[wanted, wanted]] : [];
  }
  for (const [side, text] of [
    ["destination", dst],
    ["source", srcIP],
  ] as const) {
    if (text === undefined || text === "LOCAL") continue;
    const net = parseNet(text);
    parts[side] = net === undefined ? [] : netIntervals([toNet(net)], family);
  }
  return parts;
}

function interfaceAnswer({ interface: pattern }: DnatMatch, incoming: string | undefined): boolean | "unknown" {
  if (pattern === undefined) return true;
  if (incoming === undefined) return "unknown";
  return pattern.endsWith("+") ? incoming.startsWith(pattern.slice(0, -1)) : incoming === pattern;
}

/** Addresses that are the node's own, and those of which that is unknown. */
function localIntervals(
  { dnatHost, interfaces, ownAddresses }: NodeView,
  family: 4 | 6,
): { readonly yes: readonly Interval[]; readonly unknown: readonly Interval[] } {
  const ranges = [
    ...LOOPBACK_NETS.map((net) => toNet(net)),
    ...[...interfaces.values()].flat().map(({ address }) => rangeOf(address)),
    ...ownAddresses.map(rangeOf),
  ];
  const byAnswer = intervalsByAnswer(family, ranges, dnatHost.isLocal);
  return { yes: byAnswer.get(true) ?? [], unknown: byAnswer.get(undefined) ?? [] };
}
