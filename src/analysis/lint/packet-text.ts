import type { Flow } from "../../model/flow.ts";
import { protocolName, protocolNumber } from "../../model/net/protocol.ts";

/** A packet as people write it: `TCP 10.0.0.2:40000 -> 10.0.0.1:80`. */
export function packetText({ protocol, srcIP, srcPort, dstIP, dstPort, icmpType, icmpCode }: Flow): string {
  const at = (address: string, port: number | undefined) => {
    if (port === undefined) return address;
    return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
  };
  const icmp = icmpType === undefined ? "" : ` type ${icmpType} code ${icmpCode ?? 0}`;
  const name = protocolName(protocolNumber(protocol) ?? 0);
  return `${name}${icmp} ${at(srcIP, srcPort)} -> ${at(dstIP, dstPort)}`;
}
