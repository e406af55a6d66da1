import type { Port } from "../../../model/net/port.ts";
import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import { familyMiss } from "../../../policy/match/match.ts";
import { type ListName, uncheckedLists } from "../../../policy/match/match-blocks.ts";
import type { CompiledRule, IcmpClause } from "../../../policy/world/compiled.ts";
import type { Interval } from "../../sets/dimension.ts";
import type { Box } from "../../sets/universe.ts";
import type { ValueSet } from "../../sets/value-sets.ts";
import { minusBoxes, minusValues, product } from "./box-algebra.ts";
import { icmpOf, PORT_PROTOCOLS } from "./dimension-values.ts";
import type { AddressesAtPorts, AddressSide, WorldSets } from "./world-sets.ts";

const EVERY_CODE = Array.from({ length: 256 }, (_, code) => code);

/**
 * The packets that a rule matches, as boxes whose union they are, in the fields that a packet has where the rule is: as
 * `match/match` has it (docs/semantics.md, "Rule match"), from the same compiled rule and the same sets of addresses.
 * `asWritten`: with the lists that Felix does not check. A box with ports or an ICMP type has protocols that have them.
 */
export function ruleBoxes(sets: WorldSets, rule: CompiledRule, asWritten = false): readonly Box[] {
  const { universe } = sets;
  const { family } = universe;
  if (familyMiss(rule, family) !== undefined) return [];
  const unchecked = asWritten ? undefined : uncheckedLists(rule, family);
  const { protocol, notProtocol } = rule;
  const protocols = protocol === undefined ? universe.values("protocol", [[0, 255]]) : one(sets, protocol);
  const other = notProtocol === undefined ? protocols : minusValues(universe, protocols, one(sets, notProtocol));
  const header = universe.box({ protocol: other });
  const matching = [
    header ? [header] : [],
    ...(rule.icmp ? [icmpBoxes(sets, rule.icmp)] : []),
    ...sideBoxes(sets, rule, "source", unchecked),
    ...sideBoxes(sets, rule, "destination", unchecked),
  ].reduce((left, right) => product(universe, left, right));
  const excluded = [
    ...(rule.notIcmp ? icmpBoxes(sets, rule.notIcmp) : []),
    ...portBoxes(sets, rule, "source", rule.source.notPorts),
    ...portBoxes(sets, rule, "destination", rule.destination.notPorts),
  ];
  return minusBoxes(universe, matching, excluded);
}

function one({ universe }: WorldSets, protocol: number): ValueSet {
  return universe.values("protocol", [[protocol, protocol]]);
}

/** What one side of a rule asks, as lists of boxes that must all be met. */
function sideBoxes(
  sets: WorldSets,
  rule: CompiledRule,
  side: AddressSide,
  unchecked: ReadonlySet<ListName> | undefined,
): (readonly Box[])[] {
  const { universe } = sets;
  const { nets, notNets, set, notSet, ports, service } = rule[side];
  const asked: (readonly Box[])[] = [];
  let addresses = universe.complementOfValues(universe.values(side, []));
  if (nets.length > 0 && !unchecked?.has(`${side}Nets`))
    addresses = universe.intersectValues(addresses, sets.nets(nets, side));
  if (set) addresses = universe.intersectValues(addresses, sets.selector(set, side));
  if (notSet) addresses = minusValues(universe, addresses, sets.selector(notSet, side));
  if (notNets.length > 0) addresses = minusValues(universe, addresses, sets.nets(notNets, side));
  if (service !== undefined && side === "source")
    addresses = universe.intersectValues(addresses, sets.serviceAddresses(service));
  const box = universe.box({ [side]: addresses });
  asked.push(box ? [box] : []);
  if (service !== undefined && side === "destination")
    asked.push(sets.servicePorts(service).flatMap((group) => atPorts(sets, side, group)));
  if (ports.length > 0 && !unchecked?.has(`${side}Ports`)) asked.push(portBoxes(sets, rule, side, ports));
  return asked;
}

/** Packets with one of these ports on a side: numbers with any protocol that has ports, names as endpoints have them. */
function portBoxes(sets: WorldSets, rule: CompiledRule, side: AddressSide, ports: readonly Port[]): Box[] {
  const { universe } = sets;
  const numbers = ports.flatMap((port): Interval[] => (port.kind === "range" ? [[port.from, port.to]] : []));
  const protocol = universe.values("protocol", PORT_PROTOCOLS);
  const box = universe.box({ protocol, [portDimension(side)]: universe.values(portDimension(side), numbers) });
  const named = ports.flatMap((port) => {
    if (port.kind !== "name") return [];
    const groups = sets.namedPort(port.name, rule.protocol ?? PROTOCOL_NUMBERS.TCP, rule[side].set, side);
    return groups.flatMap((group) => atPorts(sets, side, group));
  });
  return box ? [box, ...named] : named;
}

function atPorts(sets: WorldSets, side: AddressSide, { protocol, addresses, ports }: AddressesAtPorts): Box[] {
  const { universe } = sets;
  const dimension = portDimension(side);
  const box = universe.box({
    protocol: one(sets, protocol),
    [side]: addresses,
    [dimension]: universe.values(dimension, ports),
  });
  return box ? [box] : [];
}

function portDimension(side: AddressSide): "sourcePort" | "portOrIcmp" {
  return side === "source" ? "sourcePort" : "portOrIcmp";
}

function icmpBoxes(sets: WorldSets, { type, code }: IcmpClause): Box[] {
  const { universe } = sets;
  const types: readonly number[] = type === undefined ? EVERY_CODE : [type];
  const intervals = types.map(
    (each): Interval => (code === undefined ? [each * 256, each * 256 + 255] : [each * 256 + code, each * 256 + code]),
  );
  const isPossible = (number: number | undefined) => number === undefined || (number >= 0 && number <= 255);
  if (!isPossible(type) || !isPossible(code)) return [];
  const box = universe.box({
    protocol: one(sets, icmpOf(universe.family)),
    portOrIcmp: universe.values("portOrIcmp", intervals),
  });
  return box ? [box] : [];
}
