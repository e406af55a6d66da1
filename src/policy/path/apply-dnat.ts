import type { DnatRule, FilterHook, FilterRule, MasqueradeRule } from "../../model/flow.ts";
import { parseAddress, sameAddress } from "../../model/net/address.ts";
import type { DnatAnswer, DnatPacket } from "../../model/net/dnat.ts";
import { hasPorts } from "../../model/net/protocol.ts";
import type { Packet } from "../flow/packet.ts";
import type { NodeView } from "./node-view.ts";

/** A new destination, and the rule that gives it. */
export interface TranslatedPacket {
  readonly kind: "translated";
  readonly packet: Packet;
  readonly rule: DnatRule;
  /** What is there, as messages name it (`pod web/web-1`). */
  readonly target?: string;
  /** How many targets the node chooses from. */
  readonly choices: number;
  /** Whether the facts choose one of them; else it is the first. */
  readonly isChosen: boolean;
}

/** What the node's DNATs do to a packet: nothing, a new destination, or `unknown` with the reason why. */
export type Translation =
  | { readonly kind: "none" }
  | TranslatedPacket
  | { readonly kind: "unknown"; readonly why: string };

/** Translates a packet that came in through an interface by the node's DNATs. */
export function translate({ dnat, dnatHost, target }: NodeView, packet: Packet, incoming: string): Translation {
  return apply(packet, target, (fields) => dnat({ ...fields, interface: incoming }, dnatHost));
}

/** Translates a packet that a local process sends; where nothing is known of such translations it stays as it is. */
export function translateOutput({ outputDnat, dnatHost, target }: NodeView, packet: Packet): Translation {
  if (outputDnat === undefined) return { kind: "none" };
  return apply(packet, target, (fields) => outputDnat({ ...fields, interface: "" }, dnatHost));
}

/**
 * The rule by which the node masquerades a packet that came in through an interface, or, with an empty one, from itself.
 * kube-proxy also masquerades what it translates to the sender's own address.
 */
export function masqueradeOf(
  { masquerades, dnatHost }: NodeView,
  packet: Packet,
  incoming: string,
  translated?: TranslatedPacket,
): MasqueradeRule | undefined | "unknown" {
  const marked = masquerades?.({ ...dnatFields(packet), interface: incoming }, dnatHost);
  if ((marked !== undefined && marked !== "unknown") || translated === undefined) return marked;
  const { rule, packet: sent } = translated;
  const isOwn = rule.masqueradesOwn === true && sameAddress(sent.destination, packet.source);
  return isOwn ? { ...(rule.by !== undefined && { by: rule.by }) } : marked;
}

/** The rule of kube-proxy that refuses a packet in a chain of the filter table. */
export function refusalOf(
  { refuses, dnatHost }: NodeView,
  packet: Packet,
  hook: FilterHook,
): FilterRule | undefined | "unknown" {
  return refuses?.(dnatFields(packet), dnatHost, hook);
}

function dnatFields({ protocol, source, destination, destinationPort }: Packet): DnatPacket {
  const port = destinationPort === undefined ? {} : { dstPort: destinationPort };
  return { protocol, src: source, dst: destination, ...port };
}

function apply(packet: Packet, target: number | undefined, find: (fields: DnatPacket) => DnatAnswer): Translation {
  const { protocol } = packet;
  const answer = find(dnatFields(packet));
  if (answer.kind === "none") return answer;
  if (answer.kind === "unknown") return { kind: "unknown", why: answer.why };
  const { rule } = answer;
  const { choices, chosen, name, to, toPort } = targetOf(answer, target);
  if (to === undefined || to.family !== packet.family) return { kind: "none" };
  const port = toPort !== undefined && hasPorts(protocol) ? { destinationPort: toPort } : {};
  const translated = { ...packet, destination: to, ...port };
  const isChosen = chosen !== undefined;
  return {
    kind: "translated",
    packet: translated,
    rule,
    choices,
    isChosen,
    ...(name !== undefined && { target: name }),
  };
}

/** The target of a translation, of several the one that is chosen, or the first; `to` is absent where its address cannot be read. */
export function targetOf(answer: Extract<DnatAnswer, { kind: "translated" }>, target: number | undefined) {
  const { rule } = answer;
  const choices = choicesOf(rule);
  const chosen = choices > 1 && target !== undefined ? rule.alternatives?.[target] : undefined;
  const { toIP, toPort } = chosen ?? answer;
  return { choices, chosen, name: (chosen ?? rule).to, to: parseAddress(toIP), toPort };
}

/** How many targets a rule chooses from; facts may hold anything. */
export function choicesOf({ alternatives }: DnatRule): number {
  return Array.isArray(alternatives) ? Math.max(alternatives.length, 1) : 1;
}
