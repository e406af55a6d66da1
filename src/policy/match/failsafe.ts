import type { Packet } from "../flow/packet.ts";
import type { Direction } from "../outcome.ts";
import type { CompiledFailsafe, FelixSettings } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";

/** Whether a failsafe port lets the packet past a stage; `ports` are those of the packet's protocol here. */
export interface FailsafeResult {
  readonly hit: boolean;
  readonly reply: boolean;
  readonly ports: readonly number[];
}

/**
 * Matches a packet with the failsafe list of a direction: destination port and protocol. The untracked stage, being before connection
 * tracking, also lets replies of the other direction's list past by source port (`replies`).
 */
export function failsafe(
  settings: FelixSettings,
  direction: Direction,
  packet: Packet,
  { replies }: { readonly replies: boolean },
): FailsafeResult {
  const inbound = direction === "ingress";
  const list = inbound ? settings.failsafeInbound : settings.failsafeOutbound;
  const other = inbound ? settings.failsafeOutbound : settings.failsafeInbound;
  const remote = inbound ? packet.source : packet.destination;
  const covers = (entry: CompiledFailsafe, port: number | undefined) =>
    entry.number === packet.protocol &&
    entry.port === port &&
    (entry.net === undefined || netContains(entry.net, remote));
  const ports = list.filter((entry) => entry.number === packet.protocol).map((entry) => entry.port);
  if (list.some((entry) => covers(entry, packet.destinationPort))) return { hit: true, reply: false, ports };
  const reply = replies && other.some((entry) => covers(entry, packet.sourcePort));
  return { hit: reply, reply, ports };
}
