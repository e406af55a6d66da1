import { formatAddress } from "../../model/net/address.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import { type NewSource, translateSource } from "../end-to-end/source-nat.ts";
import type { Packet } from "../flow/packet.ts";
import { masqueradeOf, translate, translateOutput } from "../path/apply-dnat.ts";
import { type End, interfaceOf } from "../path/end.ts";
import type { NodeView } from "../path/node-view.ts";
import type { World } from "../world/compiled.ts";
import type { SourceNatStep } from "./translation-steps.ts";

/** A packet on a node: as it came in, and as DNAT left it. */
export interface PassingPacket {
  readonly sent: Packet;
  readonly translated: Packet;
  readonly from: End;
  readonly to: End;
}

/** The source that a tracked packet leaves the node with; `undefined` where it keeps its own or stays on the node. */
export function leavingSource(
  world: World,
  view: NodeView,
  { sent, translated, from, to }: PassingPacket,
): NewSource | undefined {
  if (to.kind === "process" && from.kind !== "process") return undefined;
  const outgoing = to.kind === "process" ? LOOPBACK_NAME : to.interface;
  const incoming = interfaceOf(from);
  const answer = incoming === "" ? translateOutput(view, sent) : translate(view, sent, incoming);
  const isTranslated = answer.kind === "translated" && sent !== translated;
  const { protocol, source, destination, destinationPort } = translated;
  return translateSource(world, view, {
    ...{ protocol, source, destination, destinationPort, interface: outgoing },
    masquerade: isTranslated ? masqueradeOf(view, sent, incoming, answer) : undefined,
  }).source;
}

/** The step of a new source. */
export function sourceNatStep({ source }: Packet, { address, why, keepsPort }: NewSource): SourceNatStep {
  return {
    ...{ kind: "source-nat", from: formatAddress(source), to: formatAddress(address), why },
    ...(keepsPort === true && { keepsPort }),
  };
}
