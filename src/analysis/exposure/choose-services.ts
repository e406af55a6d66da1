import { hasPorts, PROTOCOL_NUMBERS, protocolName, protocolNumberInAnyCase } from "../../model/net/protocol.ts";
import type { Choice } from "./choice.ts";

/** Packets of a protocol, to some of its destination ports or of some of its ICMP types; without them all of it. */
export interface Service {
  readonly protocol: number;
  /** Ports, or ICMP types times 256 plus the code; both ends included. */
  readonly values?: readonly [first: number, last: number];
}

const HELP = "write tcp/22, udp/8000:8100, tcp for all ports, icmp/8 or icmp/3/4 for a type and code";

/**
 * Reads a service: `tcp/22`, `udp/8000:8100`, `tcp`, `icmp/8`, `icmp/3/4`, `47`; with a protocol of its own also a port or
 * a range of them alone.
 */
export function chooseService(text: string, ofProtocol?: number): Choice<Service> {
  const invalid = (what: string, help = HELP): Choice<never> => ({ ok: false, message: `invalid ${what}`, help });
  const isPortAlone = /^\d+(:\d+)?$/.test(text) && ofProtocol !== undefined;
  const [word = "", ...parts] = isPortAlone ? [String(ofProtocol), text] : text.split("/");
  const protocol = protocolNumberInAnyCase(word);
  if (protocol === undefined) return invalid(`port \`${text}\``);
  if (ofProtocol !== undefined && protocol !== ofProtocol)
    return invalid(`port \`${text}\``, `\`protocol\` is ${protocolName(ofProtocol)}`);
  if (parts.length === 0) return { ok: true, value: { protocol } };
  if (hasPorts(protocol)) {
    const values = parts.length === 1 ? rangeOf(parts[0] ?? "", 65535) : undefined;
    return values === undefined ? invalid(`port \`${text}\``) : { ok: true, value: { protocol, values } };
  }
  if (protocol !== PROTOCOL_NUMBERS.ICMP && protocol !== PROTOCOL_NUMBERS.ICMPv6)
    return invalid(`port \`${text}\``, `protocol ${protocolName(protocol)} has no ports: write ${word}`);
  const type = rangeOf(parts[0] ?? "", 255);
  const code = parts[1] === undefined ? ([0, 255] as const) : rangeOf(parts[1], 255);
  if (type === undefined || code === undefined || parts.length > 2) return invalid(`ICMP type \`${text}\``);
  if (parts[1] !== undefined && type[0] !== type[1]) return invalid(`ICMP type \`${text}\``);
  return { ok: true, value: { protocol, values: [type[0] * 256 + code[0], type[1] * 256 + code[1]] } };
}

/** Reads ports alone: `22`, `8000:8100`. */
export function choosePorts(text: string): Choice<readonly [first: number, last: number]> {
  const value = rangeOf(text, 65535);
  return value === undefined
    ? { ok: false, message: `invalid port \`${text}\``, help: "write a number from 0 to 65535, or two: 1024:65535" }
    : { ok: true, value };
}

/** `22`, `8000:8100`; undefined where a bound is above the greatest value, or the range is reversed. */
function rangeOf(text: string, most: number): readonly [number, number] | undefined {
  const match = /^(\d{1,5})(?::(\d{1,5}))?$/.exec(text);
  if (match === null) return undefined;
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  return first <= last && last <= most ? [first, last] : undefined;
}
