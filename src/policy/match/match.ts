import { type Address, addressKey, formatAddress } from "../../model/net/address.ts";
import { formatPort, type Port } from "../../model/net/port.ts";
import { PROTOCOL_NUMBERS, protocolName } from "../../model/net/protocol.ts";
import { memberPortKey, type ServiceMembers } from "../../model/net/service-members.ts";
import type { Packet } from "../flow/packet.ts";
import type { Miss, Side } from "../outcome.ts";
import type { CompiledRule, CompiledSide, IcmpClause, Net, SetRef, World } from "../world/compiled.ts";
import { addressSet, inAddressSet, inNamedPortSet, namedPortSet } from "../world/ip-sets.ts";
import { netContains } from "../world/nets.ts";
import { uncheckedLists } from "./match-blocks.ts";
import { type AssumedMembership, isAssumedMember } from "./service-membership.ts";

/**
 * How one rule matches one packet: `miss` is the first criterion that fails, absent when the node matches. `ignored` is a
 * criterion that fails although the node matches, because Felix renders the rule wrongly (`match-blocks.ts`).
 */
export interface MatchResult {
  readonly miss?: Miss;
  readonly ignored?: Miss;
}

/** Where the World's address sets come from, and whether to compute the rule as written instead of as the node has it. */
export interface MatchContext {
  readonly world: World;
  readonly asWritten: boolean;
  /** What is assumed about services where the World does not have their members; without it no packet is of any. */
  readonly services?: AssumedMembership;
}

const { ICMP, ICMPv6, TCP } = PROTOCOL_NUMBERS;

/** Matches one rule: the AND of all its fields, lists being OR inside (docs/semantics.md, "Rule match"). */
export function matchRule(rule: CompiledRule, packet: Packet, context: MatchContext): MatchResult {
  const miss = header(rule, packet);
  if (miss) return { miss };
  const unchecked = context.asWritten ? undefined : uncheckedLists(rule, packet.family);
  let ignored: Miss | undefined;
  for (const [name, failed] of positiveLists(rule, packet, context)) {
    if (failed === undefined) continue;
    if (!unchecked?.has(name)) return { miss: failed };
    ignored ??= failed;
  }
  const other = single(rule, packet, context) ?? services(rule, packet, context);
  if (other) return { miss: other };
  return ignored ? { ignored } : {};
}

/** The lists that Felix may render as blocks, in its order, each with its miss. */
function positiveLists(rule: CompiledRule, packet: Packet, context: MatchContext) {
  const { source, destination } = rule;
  return [
    ["sourcePorts", ports("source", source, rule, packet, context)],
    ["destinationPorts", ports("destination", destination, rule, packet, context)],
    ["sourceNets", nets("source", source, packet)],
    ["destinationNets", nets("destination", destination, packet)],
  ] as const;
}

/** Why a rule is about no packet of an IP version: it is for the other one, or its protocol or its networks are; else `undefined`. */
export function familyMiss(rule: CompiledRule, family: 4 | 6): Miss | undefined {
  if (rule.ipVersion !== undefined && rule.ipVersion !== family) {
    return { criterion: "ipVersion", actual: family, wanted: rule.ipVersion };
  }
  if ((rule.protocol === ICMP && family === 6) || (rule.protocol === ICMPv6 && family === 4)) {
    return { criterion: "family", actual: family, wanted: `protocol ${protocolName(rule.protocol)}` };
  }
  const foreign = foreignNets(rule.source, family) ?? foreignNets(rule.destination, family);
  if (foreign) return { criterion: "family", actual: family, wanted: foreign.map((net) => net.text).join(", ") };
  return undefined;
}

function header(rule: CompiledRule, packet: Packet): Miss | undefined {
  const { family, protocol } = packet;
  const foreign = familyMiss(rule, family);
  if (foreign) return foreign;
  if (rule.protocol !== undefined && rule.protocol !== protocol) {
    return { criterion: "protocol", actual: protocolName(protocol), wanted: protocolName(rule.protocol) };
  }
  if (rule.notProtocol !== undefined && rule.notProtocol === protocol) {
    return { criterion: "notProtocol", actual: protocolName(protocol), wanted: protocolName(rule.notProtocol) };
  }
  if (rule.icmp && !matchIcmp(rule.icmp, packet)) {
    return { criterion: "icmp", actual: icmpText(packet), wanted: clauseText(rule.icmp) };
  }
  if (rule.notIcmp && matchIcmp(rule.notIcmp, packet)) {
    return { criterion: "notICMP", actual: icmpText(packet), wanted: clauseText(rule.notIcmp) };
  }
  return undefined;
}

/** The nets of a side that are all of the other family, so that the rule is about no packet of this one. */
function foreignNets({ nets, notNets }: CompiledSide, family: 4 | 6): readonly Net[] | undefined {
  if (isForeign(nets, family)) return nets;
  return isForeign(notNets, family) ? notNets : undefined;
}

/** A list of networks all of the other family makes Felix leave the rule out for this family. */
function isForeign(list: readonly Net[], family: 4 | 6): boolean {
  return list.length > 0 && list.every((net) => net.family !== family);
}

function matchIcmp({ type, code }: IcmpClause, packet: Packet): boolean {
  if (packet.protocol !== (packet.family === 4 ? ICMP : ICMPv6)) return false;
  return (type === undefined || type === packet.icmpType) && (code === undefined || code === packet.icmpCode);
}

function icmpText({ icmpType, icmpCode, protocol }: Packet): string {
  if (icmpType === undefined) return protocolName(protocol);
  return icmpCode === undefined ? String(icmpType) : `${icmpType}/${icmpCode}`;
}

function clauseText({ type, code }: IcmpClause): string {
  return code === undefined ? String(type ?? "any") : `${type ?? "any"}/${code}`;
}

/** The criteria that are never blocks: sets and negations. */
function single(rule: CompiledRule, packet: Packet, context: MatchContext): Miss | undefined {
  return (
    sets("source", rule.source, packet.source, context) ??
    sets("destination", rule.destination, packet.destination, context) ??
    negated("source", rule.source, rule, packet, context) ??
    negated("destination", rule.destination, rule, packet, context)
  );
}

function sets(side: Side, { set, notSet }: CompiledSide, address: Address, context: MatchContext): Miss | undefined {
  const contains = (ref: SetRef) => inAddressSet(addressSet(context.world, ref), address);
  if (set && !contains(set)) {
    return { criterion: "selector", side, actual: formatAddress(address), wanted: set.key };
  }
  if (notSet && contains(notSet)) {
    return { criterion: "notSelector", side, actual: formatAddress(address), wanted: notSet.key };
  }
  return undefined;
}

function nets(side: Side, { nets: list }: CompiledSide, packet: Packet): Miss | undefined {
  if (list.length === 0 || list.some((net) => netContains(net, packet[side]))) return undefined;
  return { criterion: "nets", side, actual: formatAddress(packet[side]), wanted: list.map((net) => net.text) };
}

function negated(
  side: Side,
  clause: CompiledSide,
  rule: CompiledRule,
  packet: Packet,
  context: MatchContext,
): Miss | undefined {
  const address = packet[side];
  if (clause.notNets.some((net) => netContains(net, address))) {
    const wanted = clause.notNets.map((net) => net.text);
    return { criterion: "notNets", side, actual: formatAddress(address), wanted };
  }
  if (clause.notPorts.some((port) => matchPort(port, side, clause, rule, packet, context))) {
    return { criterion: "notPorts", side, actual: portOf(packet, side), wanted: clause.notPorts.map(formatPort) };
  }
  return undefined;
}

function ports(
  side: Side,
  clause: CompiledSide,
  rule: CompiledRule,
  packet: Packet,
  context: MatchContext,
): Miss | undefined {
  if (clause.ports.length === 0) return undefined;
  if (clause.ports.some((port) => matchPort(port, side, clause, rule, packet, context))) return undefined;
  return { criterion: "ports", side, actual: portOf(packet, side), wanted: clause.ports.map(formatPort) };
}

/** A named port is a (protocol, address, port) of the endpoints that carry the name, within the side's positive selector. */
function matchPort(
  port: Port,
  side: Side,
  { set }: CompiledSide,
  rule: CompiledRule,
  packet: Packet,
  { world }: MatchContext,
): boolean {
  const number = portOf(packet, side);
  if (number === undefined) return false;
  if (port.kind === "range") return port.from <= number && number <= port.to;
  const protocol = rule.protocol ?? TCP;
  if (packet.protocol !== protocol) return false;
  return inNamedPortSet(namedPortSet(world, port.name, protocol, set), packet[side], number);
}

/** Matched last, so that only packets that meet every other criterion depend on what is unknown. */
function services(rule: CompiledRule, packet: Packet, { world, services: assumed }: MatchContext): Miss | undefined {
  for (const side of ["source", "destination"] as const) {
    const { service } = rule[side];
    if (service === undefined) continue;
    const address = formatAddress(packet[side]);
    if (world.services !== undefined) {
      if (isServiceMember(world.services.get(service), side, packet)) continue;
      const port =
        side === "source" ? "" : ` ${protocolName(packet.protocol)} port ${portOf(packet, side) ?? "(none)"}`;
      return { criterion: "serviceMember", side, actual: `${address}${port}`, wanted: service };
    }
    if (assumed && isAssumedMember(assumed, service, packet[side], portOf(packet, side))) continue;
    return { criterion: "service", side, actual: address, wanted: service };
  }
  return undefined;
}

/** A source belongs to a service by its address alone, a destination with the protocol and port of its endpoints. */
function isServiceMember(members: ServiceMembers | undefined, side: Side, packet: Packet): boolean {
  if (members === undefined) return false;
  if (side === "source") return members.addresses.has(addressKey(packet.source));
  const { protocol, destination, destinationPort } = packet;
  return destinationPort !== undefined && members.ports.has(memberPortKey(protocol, destination, destinationPort));
}

function portOf(packet: Packet, side: Side): number | undefined {
  return side === "source" ? packet.sourcePort : packet.destinationPort;
}
