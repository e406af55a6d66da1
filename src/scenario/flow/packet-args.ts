import type { Flow, FlowEnd } from "../../model/flow.ts";
import { parseAddress } from "../../model/net/address.ts";
import { hasPorts, PROTOCOL_NUMBERS, protocolName, protocolNumberInAnyCase } from "../../model/net/protocol.ts";
import { servicePort } from "../../model/net/service-names.ts";
import { parseTcpFlags, TCP_FLAGS_HELP } from "../../policy/flow/packet.ts";
import { RequestError } from "../request-error.ts";

/** The options about a single packet. */
export interface PacketOptions {
  readonly in: string | undefined;
  readonly fromProcess: boolean;
  readonly fromWorkload: string | undefined;
  readonly out: string | undefined;
  readonly toProcess: boolean;
  readonly toWorkload: string | undefined;
  readonly icmp: string | undefined;
  readonly tcpFlags: string | undefined;
  readonly established: boolean;
  readonly expect: string | undefined;
}

/** One packet that enters a node; the interface it enters by may still be unknown. */
export interface PacketQuery {
  readonly kind: "packet";
  readonly packet: Omit<Flow, "from"> & { readonly from?: FlowEnd };
  /** Whether the command line names no source port though there is one. */
  readonly sourcePortAssumed: boolean;
}

/** The source port of a packet when none is given: an ephemeral one, which no server listens on. */
const EPHEMERAL_PORT = 40000;
const ECHO_REQUEST = { 1: 8, 58: 128 } as const;

/**
 * Parses `PROTOCOL SOURCE[:PORT] DESTINATION[:PORT]`, where a port may be the name of a service; throws `RequestError` for
 * anything else.
 */
export function packetQuery(words: readonly string[], options: PacketOptions): PacketQuery {
  const [protocol, source, destination] = words;
  if (protocol === undefined || source === undefined || destination === undefined) {
    throw new RequestError(
      "which packet? give PROTOCOL SOURCE DESTINATION",
      "for example: calicoctl simulate tcp 198.51.100.7 10.0.0.1:443; or --flows FILE",
    );
  }
  const number = parseProtocol(protocol);
  const src = parseSocket(source, "source", number);
  const dst = parseSocket(destination, "destination", number);
  const { in: inInterface, fromProcess, fromWorkload, out, toProcess, toWorkload } = options;
  const from = oneEnd(["--from-process", fromProcess], ["--in", inInterface], ["--from-workload", fromWorkload]);
  const expect = expectedVerdict(options);
  const to = oneEnd(["--to-process", toProcess], ["--out", out], ["--to-workload", toWorkload]);
  return {
    kind: "packet",
    packet: {
      ...(from && { from }),
      ...(to && { to }),
      protocol: protocolName(number),
      srcIP: src.ip,
      dstIP: dst.ip,
      ...portsOrIcmp(number, src.port, dst.port, options.icmp),
      ...packetState(options),
      ...(expect !== undefined && { expect }),
    },
    sourcePortAssumed: src.port === undefined && hasPorts(number),
  };
}

/** The number of a protocol by its name in any case, or by a number; throws `RequestError` for anything else. */
export function parseProtocol(text: string): number {
  const number = protocolNumberInAnyCase(text);
  if (number !== undefined) return number;
  throw new RequestError(
    `invalid protocol \`${text}\``,
    `names: ${Object.keys(PROTOCOL_NUMBERS).join(", ").toLowerCase()}; or 1 to 255`,
  );
}

/**
 * Parses `ADDRESS`, `ADDRESS:PORT` or `[IPV6]:PORT`, with a `protocol` also `ADDRESS:SERVICE`; throws `RequestError` for anything
 * else, `what` naming it.
 */
export function parseSocket(
  text: string,
  what: string,
  protocol?: number,
): { readonly ip: string; readonly port?: number } {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  if (parseAddress(bare) !== undefined) return { ip: bare };
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\w[\w-]*)$/.exec(text);
  const ip = match?.[1] ?? match?.[2];
  const written = match?.[3] ?? "";
  if (ip === undefined || parseAddress(ip) === undefined) {
    throw new RequestError(
      `invalid ${what} \`${text}\``,
      "write ADDRESS, ADDRESS:PORT or [IPV6]:PORT; names are not resolved",
    );
  }
  const port = protocol === undefined ? portNumber(written) : portOrService(written, protocol);
  if (port === undefined)
    throw new RequestError(`invalid port \`${written}\` in ${what} \`${text}\``, "ports are 0 to 65535");
  return { ip, port };
}

/** The port as a number; `undefined` for anything else. */
function portNumber(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined;
}

/** The port of a number, or of a service's name; `undefined` for an invalid number, throws `RequestError` for another name. */
export function portOrService(text: string, protocol: number): number | undefined {
  if (/^\d+$/.test(text)) return portNumber(text);
  const name = protocolName(protocol);
  const service = servicePort(text, name);
  if (service === undefined) throw new RequestError(`unknown service \`${text}\``, "write the number of its port");
  if ("port" in service) return service.port;
  const theirs = service.protocols.join(" and ");
  throw new RequestError(
    `\`${text}\` is a service of ${theirs}, not of ${name}`,
    `write ${service.usual} if that port is meant`,
  );
}

/** The end that one of the options names; several are wrong usage. */
function oneEnd(
  [processFlag, process]: readonly [string, boolean],
  [interfaceFlag, name]: readonly [string, string | undefined],
  [workloadFlag, workload]: readonly [string, string | undefined],
): FlowEnd | undefined {
  const ends: FlowEnd[] = [];
  if (process) ends.push({ process: true });
  if (name !== undefined) ends.push({ interface: name });
  if (workload !== undefined) ends.push({ workload });
  if (ends.length > 1)
    throw new RequestError(`${[processFlag, interfaceFlag, workloadFlag].join(", ")} exclude each other`);
  return ends[0];
}

/** The ports of a packet, or its ICMP type and code; throws `RequestError` where they do not go with its protocol. */
export function portsOrIcmp(
  protocol: number,
  source: number | undefined,
  destination: number | undefined,
  icmp: string | undefined,
): Pick<Flow, "srcPort" | "dstPort" | "icmpType" | "icmpCode"> {
  const name = protocolName(protocol);
  if (hasPorts(protocol)) {
    if (icmp !== undefined) throw new RequestError(`--icmp goes with icmp and icmpv6, not ${name}`);
    if (destination === undefined)
      throw new RequestError(`${name} needs a destination port`, "write it as ADDRESS:PORT, or [IPV6]:PORT");
    return { srcPort: source ?? EPHEMERAL_PORT, dstPort: destination };
  }
  if (source !== undefined || destination !== undefined) throw new RequestError(`protocol ${name} has no ports`);
  if (protocol !== PROTOCOL_NUMBERS.ICMP && protocol !== PROTOCOL_NUMBERS.ICMPv6) {
    if (icmp !== undefined) throw new RequestError(`--icmp goes with icmp and icmpv6, not ${name}`);
    return {};
  }
  const match = /^(\d{1,3})(?:\/(\d{1,3}))?$/.exec(icmp ?? String(ECHO_REQUEST[protocol]));
  const [icmpType, icmpCode] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (match === null || icmpType > 255 || icmpCode > 255) {
    throw new RequestError(`invalid ICMP type \`${icmp}\``, "write TYPE or TYPE/CODE, each 0 to 255");
  }
  return { icmpType, icmpCode };
}

/** What the options say of the connection that a packet belongs to. */
export function packetState({
  tcpFlags,
  established,
}: Pick<PacketOptions, "tcpFlags" | "established">): Pick<Flow, "tcpFlags" | "conntrack"> {
  if (tcpFlags !== undefined && parseTcpFlags(tcpFlags) === undefined)
    throw new RequestError(`invalid TCP flags \`${tcpFlags}\``, TCP_FLAGS_HELP);
  return { ...(tcpFlags !== undefined && { tcpFlags }), ...(established && { conntrack: "established" }) };
}

/** The verdict of `--expect`; throws `RequestError` for another word. */
export function expectedVerdict({ expect }: PacketOptions): "allow" | "deny" | undefined {
  const word = expect?.toLowerCase();
  if (word === undefined || word === "allow" || word === "deny") return word;
  throw new RequestError(`invalid verdict \`${expect}\``, "--expect is allow or deny");
}
