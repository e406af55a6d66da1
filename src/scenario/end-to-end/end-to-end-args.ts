import {
  type EndReference,
  type PortReference,
  parseEndReference,
  parsePort,
} from "../../kubernetes/ends/end-reference.ts";
import type { Flow } from "../../model/flow.ts";
import { hasPorts, PROTOCOL_NUMBERS, protocolName, protocolNumber } from "../../model/net/protocol.ts";
import {
  expectedVerdict,
  type PacketOptions,
  packetState,
  parseProtocol,
  portOrService,
  portsOrIcmp,
} from "../flow/packet-args.ts";
import { RequestError } from "../request-error.ts";

/** One end that the command line names; `reference` where it is written in Kubernetes' words. */
export interface QueryEnd {
  readonly text: string;
  readonly reference?: EndReference;
}

/** One packet from end to end; what is undefined is what the end that it goes to says. */
export interface EndToEndQuery {
  readonly kind: "end-to-end";
  readonly from: QueryEnd;
  readonly to: QueryEnd;
  readonly protocol: number | undefined;
  readonly sourcePort: number | undefined;
  readonly port: PortReference | undefined;
  readonly options: Pick<PacketOptions, "in" | "out" | "icmp" | "tcpFlags" | "established">;
  readonly expect: Flow["expect"];
}

/** Help for wrong usage of `--from` and `--to`. */
export const END_TO_END_HELP = "for example: calicoctl simulate --from web-1 --to db-1 tcp 5432";

/** The ends of a packet as they are written; objects without a namespace are in the given one, else in `default`. */
export interface WrittenEnds {
  readonly from: string;
  readonly to: string;
  readonly namespace: string | undefined;
}

/** Parses `PROTOCOL [[SOURCEPORT:]PORT]`, for a packet between these ends; throws `RequestError` for anything else. */
export function endToEndQuery(words: readonly string[], ends: WrittenEnds, options: PacketOptions): EndToEndQuery {
  const [word, ports, ...more] = words;
  const isNamed = parseEndReference(ends.to, "default") !== undefined;
  if ((word === undefined && !isNamed) || more.length > 0) {
    throw new RequestError(
      "with --from and --to, give PROTOCOL PORT: the addresses are those of the endpoints",
      END_TO_END_HELP,
    );
  }
  const { in: inInterface, out, icmp, tcpFlags, established } = options;
  const protocol = word === undefined ? undefined : parseProtocol(word);
  return queryBetween(ends, {
    protocol,
    ...portsOf(ports, isNamed, protocol),
    options: { in: inInterface, out, icmp, tcpFlags, established },
    expect: expectedVerdict(options),
  });
}

/** A packet between ends; throws `RequestError` where they do not fit together. */
export function queryBetween(
  ends: WrittenEnds,
  packet: Pick<EndToEndQuery, "protocol" | "sourcePort" | "port" | "options" | "expect">,
): EndToEndQuery {
  const namespace = ends.namespace ?? "default";
  const [from, to] = [readEnd(ends.from, namespace), readEnd(ends.to, namespace)];
  if (from.reference?.port !== undefined) {
    const help = "write a source port as SOURCEPORT:PORT";
    throw new RequestError(`the port is that of the end of --to, not of \`${from.text}\``, help);
  }
  const own = to.reference?.port;
  const { port = own } = packet;
  if (own !== undefined && port !== own)
    throw new RequestError(`two ports are given: \`${port}\`, and that of \`${to.text}\``, "leave one of them out");
  const query: EndToEndQuery = { kind: "end-to-end", from, to, ...packet, port };
  // What is wrong with the packet to a name or an address shows before anything is read.
  if (to.reference === undefined) packetTo(query, typeof port === "number" ? { port } : {});
  return query;
}

/** What the end that a packet goes to says of it. */
export interface PacketTarget {
  readonly port?: number;
  readonly protocol?: string;
}

/** The packet of a query to a target: its fields but the addresses, and what is assumed for it; throws `RequestError`. */
export function packetTo(
  { protocol, sourcePort, options }: EndToEndQuery,
  target: PacketTarget,
): {
  readonly packet: Omit<Flow, "from" | "to" | "srcIP" | "dstIP">;
  readonly assumptions: readonly string[];
} {
  const number = protocol ?? protocolNumber(target.protocol ?? "TCP") ?? PROTOCOL_NUMBERS.TCP;
  const name = protocolName(number);
  const isAssumed = protocol === undefined && target.protocol === undefined;
  if (hasPorts(number) && target.port === undefined) throw new RequestError(`${name} needs a port`, END_TO_END_HELP);
  const packet = {
    protocol: name,
    ...portsOrIcmp(number, sourcePort, target.port, options.icmp),
    ...packetState(options),
  };
  return { packet, assumptions: isAssumed ? [`the protocol is ${name}: none was given`] : [] };
}

function readEnd(text: string, namespace: string): QueryEnd {
  const reference = parseEndReference(text, namespace);
  if (reference === undefined) return { text };
  if ("message" in reference) throw new RequestError(reference.message, reference.help);
  return { text, reference };
}

function ofService(text: string, protocol: number | undefined): number | undefined {
  return protocol === undefined || !/^[a-z]/i.test(text) ? undefined : portOrService(text, protocol);
}

/** The ports that are written as `[SOURCEPORT:]PORT`; a port may have a name where the end is in Kubernetes' words. */
function portsOf(
  text: string | undefined,
  isNamed: boolean,
  protocol: number | undefined,
): Pick<EndToEndQuery, "sourcePort" | "port"> {
  if (text === undefined) return { sourcePort: undefined, port: undefined };
  const match = /^(?:(\d{1,5}):)?([^:]+)$/.exec(text);
  const source = match?.[1] === undefined ? undefined : Number(match[1]);
  const written = match?.[2] ?? "";
  const isNumber = /^\d{1,5}$/.test(written);
  const port = isNumber ? Number(written) : isNamed ? parsePort(written) : ofService(written, protocol);
  const isWrong = port === undefined || (typeof port === "number" && port > 65535) || (source ?? 0) > 65535;
  if (!isWrong) return { sourcePort: source, port };
  const named = isNamed ? ", a port's name as well" : "";
  throw new RequestError(`invalid port \`${text}\``, `write PORT, or SOURCEPORT:PORT${named}`);
}
