import type { Port } from "../../../model/net/port.ts";
import { hasPorts, PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import { familyMiss } from "../../../policy/match/match.ts";
import { type ListName, uncheckedLists } from "../../../policy/match/match-blocks.ts";
import type { CompiledRule, IcmpClause } from "../../../policy/world/compiled.ts";
import type { Dimension, Interval } from "../../sets/dimension.ts";
import type { Box } from "../../sets/universe.ts";
import type { ValueSet } from "../../sets/value-sets.ts";
import { FREE, minusBoxes, product, type Spend } from "./box-algebra.ts";
import { icmpOf, PORT_PROTOCOLS } from "./dimension-values.ts";
import type { AddressesAtPorts, AddressSide, WorldSets } from "./world-sets.ts";

const SIDES = ["source", "destination"] as const;
const EVERY_CODE = Array.from({ length: 256 }, (_, code) => code);

/**
 * The packets that a rule matches, as boxes whose union they are, in the fields that a packet has where the rule is: as
 * `match/match` has it (docs/semantics.md, "Rule match"), from the same compiled rule and the same sets of addresses.
 * `spend` takes the steps of a budget that they are: names of ports on both sides, which endpoints have at other numbers each, are as
 * many boxes as there are pairs of these. A box with ports or an ICMP type has protocols that have them.
 */
export function ruleBoxes(sets: WorldSets, rule: CompiledRule, spend: Spend = FREE): readonly Box[] {
  const { universe } = sets;
  const { family } = universe;
  if (familyMiss(rule, family) !== undefined) return [];
  const unchecked = uncheckedLists(rule, family);
  const plain = plainBox(sets, rule, unchecked);
  const matching = [
    plain ? [plain] : [],
    ...(rule.icmp ? [icmpBoxes(sets, rule.icmp)] : []),
    ...sideBoxes(sets, rule, "source", unchecked),
    ...sideBoxes(sets, rule, "destination", unchecked),
  ].reduce((left, right) => product(universe, left, right, spend));
  const excluded = [
    ...(rule.notIcmp ? icmpBoxes(sets, rule.notIcmp) : []),
    ...portBoxes(sets, rule, "source", rule.source.notPorts),
    ...portBoxes(sets, rule, "destination", rule.destination.notPorts),
  ];
  return minusBoxes(universe, matching, excluded, spend);
}

function one({ universe }: WorldSets, protocol: number): ValueSet {
  return universe.values("protocol", [[protocol, protocol]]);
}

/** What a rule asks for that is one product: protocol, addresses, and ports by number; `undefined` where no packet has all of it. */
function plainBox(sets: WorldSets, rule: CompiledRule, unchecked: ReadonlySet<ListName> | undefined): Box | undefined {
  const { universe } = sets;
  const { protocol, notProtocol } = rule;
  const parts: { -readonly [Part in Dimension]?: ValueSet } = {};
  const ask = (values: ValueSet): void => {
    const others = parts[values.dimension];
    parts[values.dimension] = others === undefined ? values : universe.intersectValues(others, values);
  };
  const exclude = (values: ValueSet): void => ask(universe.complementOfValues(values));
  if (protocol !== undefined) ask(one(sets, protocol));
  if (notProtocol !== undefined) exclude(one(sets, notProtocol));
  for (const side of SIDES) {
    const { nets, notNets, set, notSet, ports, service } = rule[side];
    if (nets.length > 0 && !unchecked?.has(`${side}Nets`)) ask(sets.nets(nets, side));
    if (set) ask(sets.selector(set, side));
    if (notSet) exclude(sets.selector(notSet, side));
    if (notNets.length > 0) exclude(sets.nets(notNets, side));
    if (service !== undefined && side === "source") ask(sets.serviceAddresses(service));
    if (ports.length === 0 || unchecked?.has(`${side}Ports`) || hasNames(ports)) continue;
    if (protocol === undefined || !hasPorts(protocol)) ask(universe.values("protocol", PORT_PROTOCOLS));
    ask(universe.values(portDimension(side), portNumbers(ports)));
  }
  return universe.box(parts);
}

/** What one side of a rule asks besides, as lists of boxes that must all be met. */
function sideBoxes(
  sets: WorldSets,
  rule: CompiledRule,
  side: AddressSide,
  unchecked: ReadonlySet<ListName> | undefined,
): (readonly Box[])[] {
  const { ports, service } = rule[side];
  const conditions: (readonly Box[])[] = [];
  if (service !== undefined && side === "destination")
    conditions.push(sets.servicePorts(service).flatMap((group) => atPorts(sets, side, group)));
  if (hasNames(ports) && !unchecked?.has(`${side}Ports`)) conditions.push(portBoxes(sets, rule, side, ports));
  return conditions;
}

function hasNames(ports: readonly Port[]): boolean {
  return ports.some(({ kind }) => kind === "name");
}

function portNumbers(ports: readonly Port[]): Interval[] {
  return ports.flatMap((port): Interval[] => (port.kind === "range" ? [[port.from, port.to]] : []));
}

/** Packets with one of these ports on a side: numbers with any protocol that has ports, names as endpoints have them. */
function portBoxes(sets: WorldSets, rule: CompiledRule, side: AddressSide, ports: readonly Port[]): Box[] {
  if (ports.length === 0) return [];
  const { universe } = sets;
  const protocol = universe.values("protocol", PORT_PROTOCOLS);
  const numbers = universe.values(portDimension(side), portNumbers(ports));
  const box = universe.box({ protocol, [portDimension(side)]: numbers });
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
