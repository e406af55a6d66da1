import type { Port } from "../../../model/net/port.ts";
import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import { uncheckedLists } from "../../match/match-blocks.ts";
import type { CompiledRule, CompiledSide, Net, World } from "../../world/compiled.ts";
import { namedPortSet } from "../../world/ip-sets.ts";
import type { AddressClasses } from "./address-classes.ts";
import { minus, type Ranges, union } from "./address-ranges.ts";
import { acceptedHeaders, icmpOf } from "./headers.ts";

/** A packet without ports has this one, which no rule names. */
export const NO_PORT = 65536;
/** How many ports there are. */
export const PORTS = NO_PORT + 1;

const { TCP } = PROTOCOL_NUMBERS;

/** What one side of a rule accepts, as numbers; an absent field is not a condition. */
export interface SideRanges {
  /** Intervals of addresses (`NetPlaces`). */
  readonly nets?: Ranges;
  /** By label subset, the values of the address's class. */
  readonly labelSubsets?: readonly (Ranges | undefined)[];
  readonly ports?: Ranges;
}

/**
 * What a rule accepts for one family, a set of numbers per criterion. `isExact` is false where the rule names a service, or
 * a port name ties address and port together: then the sets hold too much and a match must be checked by `matchRule`.
 */
export interface RuleRanges {
  /** Intervals of headers (`HeaderPlaces`). */
  readonly header?: Ranges;
  readonly source: SideRanges;
  readonly destination: SideRanges;
  readonly isExact: boolean;
}

/** What the rules of a list are compiled with. */
export interface RangeContext {
  readonly world: World;
  readonly classes: AddressClasses;
  readonly family: 4 | 6;
}

/** Whether a node has the rule at all for a family (`matchRule`'s family criteria). */
export function isForFamily(rule: CompiledRule, family: 4 | 6): boolean {
  if (rule.ipVersion !== undefined && rule.ipVersion !== family) return false;
  if (rule.protocol === icmpOf(family === 4 ? 6 : 4)) return false;
  return [rule.source, rule.destination].every(({ nets, notNets }) =>
    [nets, notNets].every((list) => list.length === 0 || list.some((net) => net.family === family)),
  );
}

/** Rules of a World whose ranges are kept, by family: those of a policy for many endpoints are in many lists. */
const kept = new WeakMap<AddressClasses, Readonly<Record<4 | 6, Map<CompiledRule, RuleRanges>>>>();
/** No more are kept. */
const MOST_KEPT = 20_000;

/** Compiles a rule that is for the family. */
export function ruleRanges(rule: CompiledRule, context: RangeContext): RuleRanges {
  const { classes, family } = context;
  const byFamily = kept.get(classes) ?? { 4: new Map(), 6: new Map() };
  kept.set(classes, byFamily);
  const known = byFamily[family].get(rule);
  if (known !== undefined) return known;
  if (byFamily[family].size >= MOST_KEPT) byFamily[family].clear();
  const ranges = compileRanges(rule, context);
  byFamily[family].set(rule, ranges);
  return ranges;
}

function compileRanges(rule: CompiledRule, context: RangeContext): RuleRanges {
  const { family } = context;
  const unchecked = uncheckedLists(rule, family);
  const header = acceptedHeaders(rule, family, context.classes.headers);
  const side = (name: "source" | "destination") =>
    sideRanges(rule, rule[name], (list) => unchecked?.has(`${name}${list}`) ?? false, context);
  const isTied = ({ ports, notPorts, service }: CompiledSide) =>
    service !== undefined || [...ports, ...notPorts].some((port) => port.kind === "name");
  return {
    ...(header ? { header } : {}),
    source: side("source"),
    destination: side("destination"),
    isExact: !isTied(rule.source) && !isTied(rule.destination),
  };
}

function sideRanges(
  rule: CompiledRule,
  side: CompiledSide,
  isUnchecked: (list: "Nets" | "Ports") => boolean,
  context: RangeContext,
): SideRanges {
  const nets = netRanges(isUnchecked("Nets") ? [] : side.nets, side.notNets, context);
  const labelSubsets = labelSubsetRanges(side, context.classes);
  const ports = portRanges(rule, side, isUnchecked("Ports"), context.world);
  return { ...(nets ? { nets } : {}), ...(labelSubsets ? { labelSubsets } : {}), ...(ports ? { ports } : {}) };
}

function netRanges(
  nets: readonly Net[],
  notNets: readonly Net[],
  { family, classes }: RangeContext,
): Ranges | undefined {
  if (nets.length === 0 && notNets.length === 0) return undefined;
  const { starts, of } = classes.places[family];
  const all = (list: readonly Net[]) => union(list.filter((net) => net.family === family).map(of));
  return minus(nets.length === 0 ? [0, starts.length] : all(nets), all(notNets));
}

function labelSubsetRanges(
  { set, notSet }: CompiledSide,
  classes: AddressClasses,
): readonly (Ranges | undefined)[] | undefined {
  if (!set && !notSet) return undefined;
  return classes.labelSubsets.map((subset, number) => {
    const accepted = set !== undefined && classes.labelSubsetOf(set) === number ? subset.inSet(set) : undefined;
    if (notSet === undefined || classes.labelSubsetOf(notSet) !== number) return accepted;
    return minus(accepted ?? [0, subset.field.domain], subset.inSet(notSet));
  });
}

/** Numbered ports exactly; a name accepts every port that an endpoint has for it, and excludes none. */
function portRanges(rule: CompiledRule, side: CompiledSide, unchecked: boolean, world: World): Ranges | undefined {
  const wanted = unchecked ? [] : side.ports;
  if (wanted.length === 0 && side.notPorts.length === 0) return undefined;
  const numbers = (port: Port): (readonly [number, number])[] => {
    if (port.kind === "range") return [[port.from, port.to + 1]];
    const named = namedPortSet(world, port.name, rule.protocol ?? TCP, side.set);
    return [...new Set([...named.values()].flatMap((ports) => [...ports]))].map((number) => [number, number + 1]);
  };
  const excluded = side.notPorts.flatMap((port) => (port.kind === "range" ? numbers(port) : []));
  const within: Ranges = wanted.length === 0 ? [0, PORTS] : union(wanted.flatMap(numbers));
  return minus(within, union(excluded));
}
