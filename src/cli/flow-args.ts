import type { DnatRule, Flow, FlowEnd } from "../model/flow.ts";
import { parseAddress, parseNet } from "../model/net/address.ts";
import { hasPorts, PROTOCOL_NUMBERS, protocolName, protocolNumberInAnyCase } from "../model/net/protocol.ts";
import type { JourneyRequest } from "../policy/journey.ts";
import { UsageError } from "./shell/usage.ts";

type Options = Readonly<Record<string, unknown>>;

/** The flow a command line describes; its way in and out may still be open, `sourcePortAssumed` says that nobody named it. */
export interface FlowRequest {
  readonly node?: string;
  readonly from?: FlowEnd;
  readonly to?: FlowEnd;
  readonly packet: Omit<Flow, "from" | "to">;
  readonly interfaces: Readonly<Record<string, readonly string[]>>;
  readonly dnat: readonly DnatRule[];
  readonly sourcePortAssumed: boolean;
}

/** A packet from end to end, as a command line describes it; its addresses are those of the ends. */
export interface JourneyArgs {
  readonly request: JourneyRequest;
  readonly expect?: "allow" | "deny";
  readonly sourcePortAssumed: boolean;
}

/** The source port of a packet when none is given: an ephemeral one, which no server listens on. */
const EPHEMERAL_PORT = 40000;
const ECHO_REQUEST = { 1: 8, 58: 128 } as const;

/** Reads `PROTO SRC[:PORT] DST[:PORT]` and the options around it; throws `UsageError` for what is no packet. */
export function flowRequest([protocol, source, destination]: readonly string[], options: Options): FlowRequest {
  if (protocol === undefined || source === undefined || destination === undefined) {
    throw new UsageError(
      "which packet? give PROTOCOL SOURCE DESTINATION",
      "for example: calicoctl simulate tcp 198.51.100.7 10.0.0.1:443; or --flows FILE",
    );
  }
  const number = protocolOf(protocol);
  const src = socket(source, "source");
  const dst = socket(destination, "destination");
  const node = options.node as string | undefined;
  const from = oneEnd(options, { process: "fromProcess", interface: "in", workload: "fromWorkload" });
  const to = oneEnd(options, { process: "toProcess", interface: "out", workload: "toWorkload" });
  return {
    ...(node !== undefined && { node }),
    ...(from && { from }),
    ...(to && { to }),
    packet: {
      protocol: protocolName(number),
      srcIP: src.ip,
      dstIP: dst.ip,
      ...portsOrIcmp(number, src.port, dst.port, options.icmp as string | undefined),
      ...packetState(options),
      ...(options.expect !== undefined && { expect: verdictOf(String(options.expect)) }),
    },
    ...saidFacts(options),
    sourcePortAssumed: src.port === undefined && hasPorts(number),
  };
}

/** Reads `--from ENDPOINT --to ENDPOINT PROTO [[SOURCEPORT:]PORT]`; throws `UsageError` for what is no packet. */
export function journeyArgs([protocol, ports, ...more]: readonly string[], options: Options): JourneyArgs {
  const { from, to } = options;
  const help = "for example: calicoctl simulate --from web-1 --to db-1 tcp 5432";
  if (from === undefined || to === undefined) throw new UsageError("--from and --to go together", help);
  const single = ["fromProcess", "fromWorkload", "toProcess", "toWorkload", "flows"].find(
    (key) => options[key] !== undefined,
  );
  if (single !== undefined) throw new UsageError(`--from and --to exclude ${flagOf(single)}`, help);
  if (protocol === undefined || more.length > 0) {
    throw new UsageError("with --from and --to, give PROTOCOL PORT: the addresses are those of the endpoints", help);
  }
  const number = protocolOf(protocol);
  const match = /^(?:(\d{1,5}):)?(\d{1,5})$/.exec(ports ?? "");
  const [source, destination] = [match?.[1], match?.[2]].map((port) => (port === undefined ? undefined : Number(port)));
  if (ports !== undefined && (match === null || Math.max(source ?? 0, destination ?? 0) > 65535)) {
    throw new UsageError(`\`${ports}\` is no port`, "write PORT, or SOURCEPORT:PORT");
  }
  if (hasPorts(number) && destination === undefined) throw new UsageError(`${protocolName(number)} needs a port`, help);
  return {
    request: {
      from: String(from),
      to: String(to),
      packet: {
        protocol: protocolName(number),
        ...portsOrIcmp(number, source, destination, options.icmp as string | undefined),
        ...packetState(options),
      },
      ...(options.in !== undefined && { in: String(options.in) }),
      ...(options.out !== undefined && { out: String(options.out) }),
    },
    ...(options.expect !== undefined && { expect: verdictOf(String(options.expect)) }),
    sourcePortAssumed: source === undefined && hasPorts(number),
  };
}

/** The facts of the node that `--interface` and `--dnat` say. */
export function saidFacts(options: Options): Pick<FlowRequest, "interfaces" | "dnat"> {
  return {
    interfaces: interfacesOf((options.interface as readonly string[] | undefined) ?? []),
    dnat: ((options.dnat as readonly string[] | undefined) ?? []).map(dnatOf),
  };
}

function packetState(options: Options): Pick<Flow, "tcpFlags" | "conntrack"> {
  return {
    ...(options.tcpFlags !== undefined && { tcpFlags: String(options.tcpFlags) }),
    ...(options.established === true && { conntrack: "established" }),
  };
}

function flagOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function protocolOf(text: string): number {
  const number = protocolNumberInAnyCase(text);
  if (number !== undefined) return number;
  throw new UsageError(
    `\`${text}\` is no protocol`,
    `names: ${Object.keys(PROTOCOL_NUMBERS).join(", ").toLowerCase()}; or 1 to 255`,
  );
}

function portsOrIcmp(
  protocol: number,
  source: number | undefined,
  destination: number | undefined,
  icmp: string | undefined,
) {
  const name = protocolName(protocol);
  if (hasPorts(protocol)) {
    if (icmp !== undefined) throw new UsageError(`--icmp goes with icmp and icmpv6, not ${name}`);
    if (destination === undefined)
      throw new UsageError(`${name} needs a destination port`, "write it as ADDRESS:PORT, or [IPV6]:PORT");
    return { srcPort: source ?? EPHEMERAL_PORT, dstPort: destination };
  }
  if (source !== undefined || destination !== undefined) throw new UsageError(`protocol ${name} has no ports`);
  if (protocol !== PROTOCOL_NUMBERS.ICMP && protocol !== PROTOCOL_NUMBERS.ICMPv6) {
    if (icmp !== undefined) throw new UsageError(`--icmp goes with icmp and icmpv6, not ${name}`);
    return {};
  }
  const match = /^(\d{1,3})(?:\/(\d{1,3}))?$/.exec(icmp ?? String(ECHO_REQUEST[protocol]));
  const [icmpType, icmpCode] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (match === null || icmpType > 255 || icmpCode > 255) {
    throw new UsageError(`\`${icmp}\` is no ICMP type`, "write TYPE or TYPE/CODE, each 0 to 255");
  }
  return { icmpType, icmpCode };
}

/** Reads `ADDRESS`, `ADDRESS:PORT` or `[IPV6]:PORT`. */
function socket(text: string, what: string): { ip: string; port?: number } {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  if (parseAddress(bare) !== undefined) return { ip: bare };
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const ip = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (ip === undefined || parseAddress(ip) === undefined || port > 65535) {
    throw new UsageError(
      `${what} \`${text}\` is no address`,
      "write ADDRESS, ADDRESS:PORT or [IPV6]:PORT; names are not resolved",
    );
  }
  return { ip, port };
}

/** The one end that the options name; two at once are wrong usage. */
function oneEnd(options: Options, keys: { process: string; interface: string; workload: string }): FlowEnd | undefined {
  const ends: FlowEnd[] = [];
  if (options[keys.process] === true) ends.push({ process: true });
  if (options[keys.interface] !== undefined) ends.push({ interface: String(options[keys.interface]) });
  if (options[keys.workload] !== undefined) ends.push({ workload: String(options[keys.workload]) });
  if (ends.length > 1) {
    const flags = Object.values(keys).map(flagOf);
    throw new UsageError(`${flags.join(", ")} exclude each other`);
  }
  return ends[0];
}

function verdictOf(text: string): "allow" | "deny" {
  const word = text.toLowerCase();
  if (word === "allow" || word === "deny") return word;
  throw new UsageError(`--expect takes allow or deny, not \`${text}\``);
}

function interfacesOf(texts: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = "", ...rest] = text.split("=");
      const addresses = rest
        .join("=")
        .split(",")
        .filter((address) => address !== "");
      const bad = addresses.find((address) => parseNet(address) === undefined);
      if (name === "" || rest.length === 0 || bad !== undefined) {
        throw new UsageError(
          `\`${text}\` names no interface and its addresses`,
          "write --interface eth0=10.0.0.1,fd00::1, or with their networks' lengths: eth0=10.0.0.1/24",
        );
      }
      return [name, addresses];
    }),
  );
}

function dnatOf(text: string): DnatRule {
  const help = "write --dnat tcp:10.0.0.1:31852=192.168.1.10:8080";
  const match = /^([a-z0-9]+):(.+)=(.+)$/i.exec(text);
  if (match === null) throw new UsageError(`\`${text}\` is no DNAT`, help);
  const dst = socket(match[2] ?? "", "DNAT destination");
  const to = socket(match[3] ?? "", "DNAT target");
  return {
    protocol: protocolName(protocolOf(match[1] ?? "")),
    dst: dst.ip,
    ...(dst.port !== undefined && { port: dst.port }),
    toIP: to.ip,
    ...(to.port !== undefined && { toPort: to.port }),
  };
}
