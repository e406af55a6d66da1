import type { DnatRule } from "../../model/flow.ts";
import { parseAddress } from "../../model/net/address.ts";
import type { DnatAnswer, DnatPacket } from "../../model/net/dnat.ts";
import { hasPorts } from "../../model/net/protocol.ts";
import type { Packet } from "../flow/packet.ts";
import type { NodeView } from "./node-view.ts";

/** What the node's DNATs do to a packet: nothing, a new destination, or `unknown` with the reason why. */
export type Translation =
  | { readonly kind: "none" }
  | {
      readonly kind: "translated";
      readonly packet: Packet;
      /** How many targets the node chooses from. */
      readonly choices: number;
      /** Whether the facts choose one of them; else it is the first. */
      readonly isChosen: boolean;
      /** The object that the translation is made from, and what has the new address, where they are known. */
      readonly by?: string;
      readonly target?: string;
    }
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

/** Whether the node masquerades a packet that came in through an interface, or, with an empty one, from itself. */
export function isMasqueraded(
  { masquerades, dnatHost }: NodeView,
  packet: Packet,
  incoming: string,
): boolean | "unknown" {
  return masquerades?.({ ...dnatFields(packet), interface: incoming }, dnatHost) ?? false;
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
  const choices = choicesOf(answer.rule);
  const chosen = choices > 1 && target !== undefined ? answer.rule.alternatives?.[target] : undefined;
  const { by } = answer.rule;
  const name = chosen === undefined ? answer.rule.to : chosen.to;
  const { toIP, toPort } = chosen ?? answer;
  const to = parseAddress(toIP);
  if (to === undefined || to.family !== packet.family) return { kind: "none" };
  const port = toPort !== undefined && hasPorts(protocol) ? { destinationPort: toPort } : {};
  const translated = { ...packet, destination: to, ...port };
  const origin = { ...(by !== undefined && { by }), ...(name !== undefined && { target: name }) };
  return { kind: "translated", packet: translated, choices, isChosen: chosen !== undefined, ...origin };
}

/** How many targets a rule chooses from; facts may hold anything. */
export function choicesOf({ alternatives }: DnatRule): number {
  return Array.isArray(alternatives) ? Math.max(alternatives.length, 1) : 1;
}
