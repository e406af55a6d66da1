import type { Code, Diagnostic } from "../../model/diagnostic.ts";
import type { Flow } from "../../model/flow.ts";
import { parseAddress } from "../../model/net/address.ts";
import { hasPorts, PROTOCOL_NUMBERS, protocolNumberInAnyCase } from "../../model/net/protocol.ts";
import { type Packet, parseTcpFlags, TCP_FLAGS_HELP } from "./packet.ts";

/** Reports a problem of a flow at one of its fields. */
export type Report = (code: Code, path: string, message: string, help?: string) => void;

/** Collects flow problems as error diagnostics, paths relative to the flow. */
export function reporter(diagnostics: Diagnostic[]): Report {
  return (code, path, message, help) => {
    diagnostics.push({ severity: "error", code, message, path, ...(help === undefined ? {} : { help }) });
  };
}

/**
 * Reads a flow's packet. Gives `undefined` after reporting `flow.address`, `flow.family`, `flow.protocol`, `flow.port`,
 * `flow.icmp`, `flow.flags` or `flow.conntrack`. TCP, UDP, SCTP and UDPLite need both ports; ICMP without a type is an echo request.
 */
export function readPacket(flow: Flow, report: Report): Packet | undefined {
  const source = typeof flow.srcIP === "string" ? parseAddress(flow.srcIP) : undefined;
  const destination = typeof flow.dstIP === "string" ? parseAddress(flow.dstIP) : undefined;
  if (!source) report("flow.address", "srcIP", `source \`${shown(flow.srcIP)}\` is not an IP address`);
  if (!destination) report("flow.address", "dstIP", `destination \`${shown(flow.dstIP)}\` is not an IP address`);
  const protocol = readProtocol(flow, report);
  if (!source || !destination || protocol === undefined) return undefined;
  if (source.family !== destination.family) {
    report(
      "flow.family",
      "dstIP",
      `source \`${flow.srcIP}\` and destination \`${flow.dstIP}\` are of different IP versions`,
    );
    return undefined;
  }
  const ports = readPorts(flow, protocol, report);
  const icmp = readIcmp(flow, protocol, report);
  if (!ports || !icmp || !checkFlags(flow, protocol, report) || !checkConntrack(flow, report)) return undefined;
  return { family: source.family, protocol, source, destination, ...ports, ...icmp };
}

function shown(value: unknown): string {
  return String(value).slice(0, 80);
}

function readProtocol({ protocol }: Flow, report: Report): number | undefined {
  const known = typeof protocol === "string" || typeof protocol === "number";
  const number = known ? protocolNumberInAnyCase(protocol) : undefined;
  if (number === undefined) {
    report(
      "flow.protocol",
      "protocol",
      `\`${shown(protocol)}\` is not a protocol`,
      `use ${Object.keys(PROTOCOL_NUMBERS).join(", ")} or a number from 1 to 255`,
    );
  }
  return number;
}

function readPorts(
  flow: Flow,
  protocol: number,
  report: Report,
): Pick<Packet, "sourcePort" | "destinationPort"> | undefined {
  if (!hasPorts(protocol)) {
    if (flow.dstPort === undefined && flow.srcPort === undefined) return {};
    report(
      "flow.port",
      flow.dstPort === undefined ? "srcPort" : "dstPort",
      `protocol \`${flow.protocol}\` has no ports`,
    );
    return undefined;
  }
  const source = readPort(flow.srcPort, "srcPort", report);
  const destination = readPort(flow.dstPort, "dstPort", report);
  return source === undefined || destination === undefined
    ? undefined
    : { sourcePort: source, destinationPort: destination };
}

function readPort(port: unknown, path: string, report: Report): number | undefined {
  if (port === undefined) {
    report("flow.port", path, `\`${path}\` is missing: this protocol has ports`);
    return undefined;
  }
  if (typeof port === "number" && Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  report("flow.port", path, `\`${shown(port)}\` is not a port from 0 to 65535`);
  return undefined;
}

function readIcmp(flow: Flow, protocol: number, report: Report): Pick<Packet, "icmpType" | "icmpCode"> | undefined {
  const isIcmp = protocol === PROTOCOL_NUMBERS.ICMP || protocol === PROTOCOL_NUMBERS.ICMPv6;
  if (!isIcmp) {
    if (flow.icmpType === undefined && flow.icmpCode === undefined) return {};
    const path = flow.icmpType === undefined ? "icmpCode" : "icmpType";
    report("flow.icmp", path, `protocol \`${flow.protocol}\` has no ICMP type and code`);
    return undefined;
  }
  const echo = protocol === PROTOCOL_NUMBERS.ICMP ? 8 : 128;
  const { icmpType = echo, icmpCode = 0 } = flow;
  for (const [path, value] of [
    ["icmpType", icmpType],
    ["icmpCode", icmpCode],
  ] as const) {
    if (Number.isInteger(value) && value >= 0 && value <= 255) continue;
    report("flow.icmp", path, `\`${shown(value)}\` is not a number from 0 to 255`);
    return undefined;
  }
  return { icmpType, icmpCode };
}

function checkConntrack({ conntrack }: Flow, report: Report): boolean {
  if (conntrack === undefined || ["new", "established", "invalid"].includes(conntrack)) return true;
  report(
    "flow.conntrack",
    "conntrack",
    `\`${shown(conntrack)}\` is not a state of a connection`,
    "new, established or invalid",
  );
  return false;
}

function checkFlags({ tcpFlags }: Flow, protocol: number, report: Report): boolean {
  if (tcpFlags === undefined) return true;
  const known = typeof tcpFlags === "string" && parseTcpFlags(tcpFlags) !== undefined;
  if (known && protocol === PROTOCOL_NUMBERS.TCP) return true;
  const message = known ? "only TCP packets have flags" : `invalid TCP flags \`${shown(tcpFlags)}\``;
  report("flow.flags", "tcpFlags", message, known ? "leave out `tcpFlags`" : TCP_FLAGS_HELP);
  return false;
}
