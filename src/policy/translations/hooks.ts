import { formatAddress } from "../../model/net/address.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import type { NewSource } from "../end-to-end/source-nat.ts";
import type { Packet } from "../flow/packet.ts";
import { type End, interfaceOf } from "../path/end.ts";
import type { HookName, HookPacket } from "./translation-steps.ts";

/** An end of a packet at a hook. */
type Side = HookPacket["source"];

/** What happened to a packet and its connection on a node. */
export interface Passage {
  readonly sent: Packet;
  /** The packet after DNAT. */
  readonly translated: Packet;
  readonly from: End;
  readonly to: End;
  /** Where a local process's packet was routed before nat OUTPUT translated it. */
  readonly routedBefore: End | undefined;
  readonly source: NewSource | undefined;
  /** Whether it was dropped before DNAT (`early`) or at the chains of the filter table, or reached its end. */
  readonly ended: "early" | "filter" | "through";
}

/**
 * The packet at each hook of the node that it passes, in order; the last is where it was dropped, if it was. In and out of the
 * loopback interface only the way out is listed.
 */
export function hooksOf(passage: Passage): readonly HookPacket[] {
  const { sent, translated, from, to, routedBefore, source, ended } = passage;
  const [before, after] = [destinationOf(sent), destinationOf(translated)];
  const own = sourceOf(sent);
  const incoming = interfaceOf(from);
  const outgoing = to.kind === "process" ? LOOPBACK_NAME : to.interface;
  if (from.kind === "process") {
    const first = routedBefore === undefined ? outgoing : interfaceOf(routedBefore);
    if (ended === "early" && sent === translated) return [at("output", own, before, first)];
    const hooks = [at("output", own, before, first), at("output-dnat", own, after, first)];
    if (ended === "through" || to.kind === "process")
      hooks.push(at("postrouting", own, after, outgoing), at("source-nat", newSource(sent, source), after, outgoing));
    return hooks;
  }
  const hooks = [at("prerouting", own, before, incoming)];
  if (ended === "early") return hooks;
  hooks.push(at("dnat", own, after, incoming));
  if (to.kind === "process") return [...hooks, at("input", own, after, incoming)];
  hooks.push(at("forward", own, after, outgoing));
  return ended === "filter" ? hooks : [...hooks, at("source-nat", newSource(sent, source), after, outgoing)];
}

/** The reply of a connection at each hook, as connection tracking translates it back. */
export function replyHooksOf({ sent, translated, from, to, source }: Passage): readonly HookPacket[] {
  const [original, backend] = [destinationOf(sent), destinationOf(translated)];
  const client = sourceOf(sent);
  const outgoing = from.kind === "process" ? LOOPBACK_NAME : from.interface;
  if (to.kind === "process" && from.kind === "process")
    return [at("output", backend, newSource(sent, source), outgoing)];
  if (to.kind === "process")
    return [at("output", backend, client, outgoing), at("source-nat", original, client, outgoing)];
  const hooks = [
    at("prerouting", backend, newSource(sent, source), to.interface),
    at("dnat", backend, client, to.interface),
  ];
  if (from.kind === "process") return [...hooks, at("input", original, client, to.interface)];
  return [...hooks, at("forward", backend, client, outgoing), at("source-nat", original, client, outgoing)];
}

function at(hook: HookName, source: Side, destination: Side, name: string): HookPacket {
  return { hook, source, destination, interface: name };
}

function sourceOf({ source, sourcePort }: Packet): Side {
  return { address: formatAddress(source), ...(sourcePort !== undefined && { port: sourcePort }) };
}

function destinationOf({ destination, destinationPort }: Packet): Side {
  return { address: formatAddress(destination), ...(destinationPort !== undefined && { port: destinationPort }) };
}

/** The source after source NAT; its port is any where the kernel chooses it. */
function newSource(packet: Packet, source: NewSource | undefined): Side {
  const own = sourceOf(packet);
  if (source === undefined) return own;
  const address = formatAddress(source.address);
  if (own.port === undefined) return { address };
  return { address, port: source.keepsPort === true ? own.port : "any" };
}
