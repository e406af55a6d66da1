import type { Flow, FlowEnd } from "../../model/flow.ts";
import { type Address, formatAddress, parseAddress } from "../../model/net/address.ts";
import { hasPorts, PROTOCOL_NUMBERS, protocolName } from "../../model/net/protocol.ts";
import type { ConntrackState } from "../../policy/flow/packet.ts";
import type { DecidedBy, Outcome } from "../../policy/outcome.ts";
import type { End } from "../../policy/path/end.ts";
import { isWorkloadInterface } from "../../policy/path/node-view.ts";
import { simulate } from "../../policy/simulate.ts";
import type { Net, World } from "../../policy/world/compiled.ts";
import type { PacketValues, Region } from "../sets/dimension.ts";
import type { Packets } from "../sets/packet-space.ts";
import { type Preferences, sampleOfRegions } from "../sets/sample.ts";
import { addressNumber, numberAddress } from "./boxes/dimension-values.ts";
import { deciderKey } from "./decided-packets.ts";
import { firstWorkloadAt } from "./named-workloads.ts";
import type { DecidedPackets, Paths } from "./path-types.ts";
import type { PathCase, Way } from "./way.ts";

/** A packet of a set, what it is as a flow, and what becomes of it. */
export interface Witness {
  readonly flow: Flow;
  /** With the steps of what matched only. */
  readonly outcome: Outcome;
  readonly values: PacketValues;
}

/**
 * A believable packet of a set, from and to addresses of endpoints where there are some; `undefined` where none of the set
 * takes the way. It is replayed through `simulate`: where that answers otherwise than the sets do, the sets are wrong, and
 * this throws.
 */
export function witnessOf(paths: Paths, index: number, packets: Packets): Witness | undefined {
  const one = paths.cases[index];
  if (one === undefined) throw new Error(`there is no case ${index}`);
  for (const decided of paths.decide(index)) {
    const values = paths.space.sample(paths.space.intersect(packets, decided.packets), preferred(one));
    if (values === undefined) continue;
    const flow = flowOf(one.way, values, one.state);
    const outcome = simulate(one.world, one.way.facts, flow, { trace: "matches" });
    const differs = difference(decided, outcome, paths);
    if (differs !== undefined)
      throw new Error(`the analysis of all packets is wrong about ${JSON.stringify(flow)}: ${differs}`);
    return { flow, outcome, values };
  }
  return undefined;
}

/** A believable packet of some regions of packets of a case, as a flow; it has not been evaluated. `undefined` where there is no region. */
export function believableFlow(one: PathCase, regions: readonly Region[]): Flow | undefined {
  const values = sampleOfRegions(one.way.family, regions, preferred(one));
  return values && flowOf(one.way, values, one.state);
}

function difference(decided: DecidedPackets, outcome: Outcome, { options }: Paths): string | undefined {
  const ours = { verdict: decided.verdict, reply: options.replies ? decided.reply?.verdict : outcome.return };
  const theirs = { verdict: outcome.verdict, reply: outcome.return };
  if (outcome.decidedBy.kind === "not-evaluated" || ours.verdict !== theirs.verdict || ours.reply !== theirs.reply)
    return `${JSON.stringify(ours)}, evaluated ${JSON.stringify({ ...theirs, diagnostics: outcome.diagnostics })}`;
  if (!options.deciders || sameDecider(decided.by, outcome.decidedBy)) return undefined;
  return `decided by ${deciderKey(decided.by)}, evaluated ${deciderKey(outcome.decidedBy)}`;
}

/** Whether a set and one of its packets are decided by the same; a set has no one source that is not the workload's own. */
export function sameDecider(ofSet: DecidedBy, ofPacket: DecidedBy): boolean {
  if (ofSet.kind === "spoofed-source" && ofPacket.kind === "spoofed-source")
    return ofSet.interface === ofPacket.interface;
  return deciderKey(ofSet) === deciderKey(ofPacket);
}

/** A packet of a way as a flow of its node. */
export function flowOf(way: Way, values: PacketValues, state?: ConntrackState): Flow {
  const { family } = way;
  const protocol = Number(values.protocol);
  const isIcmp = protocol === PROTOCOL_NUMBERS.ICMP || protocol === PROTOCOL_NUMBERS.ICMPv6;
  const typeAndCode = Number(values.portOrIcmp);
  const name = protocolName(protocol);
  return {
    from: flowEnd(way, way.from),
    to: flowEnd(way, way.to),
    protocol: name === String(protocol) ? protocol : name,
    srcIP: formatAddress(numberAddress(values.source, family)),
    dstIP: formatAddress(numberAddress(values.destination, family)),
    ...(hasPorts(protocol) && { srcPort: Number(values.sourcePort), dstPort: typeAndCode }),
    ...(isIcmp && { icmpType: typeAndCode >> 8, icmpCode: typeAndCode & 255 }),
    ...(state !== undefined && state !== "untracked" && { conntrack: state }),
  };
}

/**
 * An end as flows name it: a workload by its interface, unless another endpoint comes first there or in the World that the way is
 * compared with, or the node takes the interface for one of a host by its name.
 */
function flowEnd({ view, byName }: Way, end: End): FlowEnd {
  if (end.kind === "process") return { process: true };
  if (end.kind === "host" || end.endpoint === undefined) return { interface: end.interface };
  const isFirst = firstWorkloadAt(view, end.interface) === end.endpoint;
  if (!byName && isFirst && isWorkloadInterface(view, end.interface)) return { interface: end.interface };
  return { workload: `${end.endpoint.namespace}/${end.endpoint.name}` };
}

/** The first address of a network after its own; of a single address that. */
function firstHost({ cidr, first, last }: Net): Address {
  return first < last && cidr.address.value === first ? { ...cidr.address, value: first + 1n } : cidr.address;
}

const addressMemos = new WeakMap<World["members"], Partial<Record<4 | 6, readonly (number | bigint)[]>>>();

/** Addresses of endpoints and network sets, some of each World's. */
function knownAddresses(
  { members }: World,
  family: 4 | 6,
  numbers: (nets: readonly Net[]) => readonly (number | bigint)[],
): readonly (number | bigint)[] {
  const memo = addressMemos.get(members) ?? {};
  addressMemos.set(members, memo);
  memo[family] ??= numbers(members.slice(0, 200).flatMap(({ nets }) => nets));
  return memo[family];
}

/** Addresses of documentation (RFC 5737, RFC 3849): what an end that may be anyone has, one for each of two such ends. */
export const ANYONE = {
  4: ["198.51.100.7", "203.0.113.9"],
  6: ["2001:db8::7", "2001:db8::9"],
} as const;

/**
 * Addresses that a person expects: an end on the node has one of its own; a far end is anyone where anyone may be there,
 * else an endpoint or network set elsewhere, never the near end's own address while there is another.
 */
function preferred(one: PathCase): Preferences {
  const known = preferences.get(one) ?? preferencesOf(one);
  preferences.set(one, known);
  return known;
}

const preferences = new WeakMap<PathCase, Preferences>();

function preferencesOf({ world, way }: PathCase): Preferences {
  const { family, from, to, view, endpoint } = way;
  const numbers = (nets: readonly Net[]) =>
    nets.filter((net) => net.family === family).map((net) => addressNumber(firstHost(net)));
  const interfaceAddresses = [...view.interfaces.values()].flat().map(({ address }) => address);
  const ofNode = [
    ...(endpoint?.kind === "HostEndpoint" ? numbers(endpoint.nets) : []),
    ...interfaceAddresses.filter((address) => address.family === family).map(addressNumber),
  ];
  const atEnd = (end: End) => {
    if (end.kind === "process") return ofNode;
    return end.kind === "workload" ? numbers(end.endpoint?.nets ?? []) : [];
  };
  const anyone = ANYONE[family].flatMap((text) => parseAddress(text) ?? []).map(addressNumber);
  const near = new Set([...ofNode, ...atEnd(from), ...atEnd(to)]);
  const elsewhere = knownAddresses(world, family, numbers).filter((address) => !near.has(address));
  const at = (end: End, far: readonly (number | bigint)[]) =>
    end.kind === "host" ? [...far, ...elsewhere] : [...atEnd(end), ...elsewhere, ...far];
  return { source: at(from, anyone), destination: at(to, [...anyone].reverse()) };
}
