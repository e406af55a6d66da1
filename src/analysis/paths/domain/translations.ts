import type { DnatRule } from "../../../model/flow.ts";
import { parseAddress } from "../../../model/net/address.ts";
import { dnatTarget } from "../../../model/net/dnat.ts";
import { targetOf } from "../../../policy/path/apply-dnat.ts";
import type { NodeView } from "../../../policy/path/node-view.ts";
import { boxesOf } from "../boxes/boxes-of.ts";
import { PORT_PROTOCOLS } from "../boxes/dimension-values.ts";
import { translated } from "../boxes/mapping.ts";
import type { MappedSet, MappedSets } from "./mapped-sets.ts";
import { matchSets } from "./match-sets.ts";

/** Packets that one rule translates, before and after; or that none translates: then `after` is absent. */
export interface TranslatedPart<S> {
  readonly before: MappedSet<S>;
  readonly after?: MappedSet<S>;
  /** How many targets the node chooses from. */
  readonly choices: number;
}

const NOT_TRANSLATED = "are taken not to be translated";

/** The destination of a rule, in words: `LOCAL` is what iptables calls the addresses of the node itself. */
const shown = (dst: string | undefined): string => (dst === "LOCAL" ? "addresses of the node" : (dst ?? "anywhere"));

/** Whether an assumption is that the node does not translate packets which it may translate. */
export function isOpenTranslation(assumption: string): boolean {
  return assumption.includes(NOT_TRANSLATED);
}

/**
 * Divides packets by the destination NAT that is for them, the first rule that matches. Where it is unknown whether a rule
 * matches, or what it makes of them, packets are taken not to be translated, as `PacketDomain` takes them; that is told to
 * `assume`.
 */
export function translatedParts<S>(
  sets: MappedSets<S>,
  view: NodeView,
  rules: readonly DnatRule[],
  packets: MappedSet<S>,
  incoming: string,
  assume: (text: string) => void,
): readonly TranslatedPart<S>[] {
  const { algebra } = sets;
  const { family } = sets.worldSets.universe;
  const parts: TranslatedPart<S>[] = [];
  let untouched = algebra.none;
  let rest = packets.set;
  for (const rule of rules) {
    if (rest === algebra.none) break;
    const target = parseAddress(rule.toIP)?.family;
    if (target !== undefined && target !== family) continue;
    const { yes, maybe } = matchSets(sets, view, rule, sets.at(rest, packets.at), incoming);
    rest = algebra.minus(algebra.minus(rest, yes), maybe);
    untouched = algebra.union(untouched, maybe);
    if (maybe !== algebra.none)
      assume(`packets to ${shown(rule.dst)} ${NOT_TRANSLATED} where the facts leave that open`);
    if (yes === algebra.none) continue;
    const made = madeOf(sets, view, rule, sets.at(yes, packets.at), incoming);
    if (made === undefined) {
      untouched = algebra.union(untouched, yes);
      if (rule.uncertain !== undefined)
        assume(`packets to ${shown(rule.dst)} ${NOT_TRANSLATED} by DNAT: ${rule.uncertain}`);
    } else parts.push(...made);
  }
  const left = algebra.union(untouched, rest);
  return left === algebra.none ? parts : [...parts, { before: sets.at(left, packets.at), choices: 1 }];
}

/** What a rule makes of packets that match it: one part, or two where it gives a port to those that have one. */
function madeOf<S>(
  sets: MappedSets<S>,
  view: NodeView,
  rule: DnatRule,
  before: MappedSet<S>,
  incoming: string,
): readonly TranslatedPart<S>[] | undefined {
  const { universe } = sets.worldSets;
  const { family } = universe;
  const answer =
    rule.uncertain === undefined
      ? dnatTarget(rule, { interface: incoming, dst: { family } }, view.dnatHost)
      : ({ kind: "unknown" } as const);
  if (answer.kind !== "translated") return undefined;
  const { choices, to, toPort } = targetOf(answer, view.target);
  if (to === undefined || to.family !== family) return undefined;
  const moved = (part: MappedSet<S>, port: number | undefined) => ({
    before: part,
    after: sets.at(part.set, translated(part.at, to, port)),
    choices,
  });
  if (toPort === undefined) return [moved(before, undefined)];
  const withPorts = boxesOf(universe, { protocol: PORT_PROTOCOLS });
  return sets.split(before, [[true, withPorts]]).map(([hasPorts, part]) => moved(part, hasPorts ? toPort : undefined));
}
