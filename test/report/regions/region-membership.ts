import type { PacketValues } from "../../../src/analysis/sets/dimension.ts";
import { parseCidr } from "../../../src/model/net/address.ts";
import { PROTOCOL_NUMBERS, type ProtocolName, protocolNumber } from "../../../src/model/net/protocol.ts";
import type { RegionData } from "../../../src/report/regions/region-data.ts";

/** Whether a region as data, read as its schema describes it, has the packet. */
export function hasPacket(entry: Omit<RegionData, "decidedBy">, packet: PacketValues): boolean {
  const portOrIcmp = Number(packet.portOrIcmp);
  return (
    hasProtocol(entry.protocol, Number(packet.protocol)) &&
    entry.source.some((net) => inNet(net, packet.source)) &&
    entry.destination.some((net) => inNet(net, packet.destination)) &&
    inRanges(entry.sourcePort, Number(packet.sourcePort)) &&
    inRanges(entry.destinationPort, portOrIcmp) &&
    (entry.icmp?.some(({ type, code = portOrIcmp & 255 }) => type * 256 + code === portOrIcmp) ?? true)
  );
}

function hasProtocol(text: string, number: number): boolean {
  if (text === "any") return true;
  const [low = "", high = low] = text.split(":");
  return Number(protocolNumber(low)) <= number && number <= Number(protocolNumber(high));
}

function inNet(text: string, value: number | bigint): boolean {
  const net = parseCidr(text);
  if (net === undefined) throw new Error(`${text} is not a network`);
  const hostBits = BigInt((net.address.family === 4 ? 32 : 128) - net.prefix);
  return net.address.value >> hostBits === BigInt(value) >> hostBits;
}

function inRanges(ranges: readonly string[] | undefined, value: number): boolean {
  if (ranges === undefined) return true;
  return ranges.some((range) => {
    const [from = 0, to = 0] = range.split(":").map(Number);
    return from <= value && value <= to;
  });
}

const WITH_PORTS: readonly ProtocolName[] = ["TCP", "UDP", "SCTP", "UDPLite"];
const ICMP: readonly ProtocolName[] = ["ICMP", "ICMPv6"];

/** A packet as there is one: what its protocol does not have is 0. */
export function asSent(packet: PacketValues): PacketValues {
  const isOf = (names: readonly ProtocolName[]) => names.some((name) => PROTOCOL_NUMBERS[name] === packet.protocol);
  if (isOf(WITH_PORTS)) return packet;
  return { ...packet, sourcePort: 0, ...(!isOf(ICMP) && { portOrIcmp: 0 }) };
}
