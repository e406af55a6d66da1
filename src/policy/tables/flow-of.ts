import type { Flow } from "../../model/flow.ts";
import { formatAddress } from "../../model/net/address.ts";
import { flowEndOf, type TableEnd } from "./ends.ts";
import { destinationOf, NO_END, packetOf, STATES, sourceOf, type TablePacket } from "./table-packet.ts";

/** A packet as a flow between ends of its node; an end that the node does not have becomes an interface without a name. */
export function flowOf(packet: TablePacket, ends: readonly TableEnd[]): Flow {
  const { sourcePort, destinationPort, icmpType, icmpCode, protocol } = packetOf(packet);
  const flowEnd = (number: number) => {
    const end = ends[number];
    return end === undefined ? { interface: "" } : flowEndOf(end.end);
  };
  const from = flowEnd(packet.from);
  const to = packet.to === NO_END ? undefined : flowEnd(packet.to);
  const state = STATES[packet.state];
  return {
    from,
    ...(to ? { to } : {}),
    protocol,
    srcIP: formatAddress(sourceOf(packet)),
    dstIP: formatAddress(destinationOf(packet)),
    ...(sourcePort === undefined ? {} : { srcPort: sourcePort }),
    ...(destinationPort === undefined ? {} : { dstPort: destinationPort }),
    ...(icmpType === undefined ? {} : { icmpType }),
    ...(icmpCode === undefined ? {} : { icmpCode }),
    ...(state === undefined || state === "untracked" ? {} : { conntrack: state }),
  };
}
