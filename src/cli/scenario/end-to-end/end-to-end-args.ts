import {
  type EndReference,
  type PortReference,
  parseEndReference,
  parsePort,
} from "../../../kubernetes/ends/end-reference.ts";
import type { Flow } from "../../../model/flow.ts";
import { hasPorts, PROTOCOL_NUMBERS, protocolName, protocolNumber } from "../../../model/net/protocol.ts";
import { UsageError } from "../../shell/usage.ts";
import { expectedVerdict, type PacketOptions, packetState, parseProtocol, portsOrIcmp } from "../packet-args.ts";

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
  /** Of objects that are written without one. */
  readonly namespace: string;
  readonly options: Pick<PacketOptions, "in" | "out" | "icmp" | "tcpFlags" | "established">;
  readonly expect: "allow" | "deny" | undefined;
}

/** Help for wrong usage of `--from` and `--to`. */
export const END_TO_END_HELP = "for example: calicoctl simulate --from web-1 --to db-1 tcp 5432";

/** Parses `PROTOCOL [[SOURCEPORT:]PORT]`, for a packet between these ends; throws `UsageError` for anything else. */
export function endToEndQuery(
  words: readonly string[],
  ends: { readonly from: string; readonly to: string; readonly namespace: string | undefined },
  options: PacketOptions,
): EndToEndQuery {
  const namespace = ends.namespace ?? "default";
  const [from, to] = [readEnd(ends.from, namespace), readEnd(ends.to, namespace)];
  const [word, ports, ...more] = words;
  if ((word === undefined && to.reference === undefined) || more.length > 0) {
    throw new UsageError(
      "with --from and --to, give PROTOCOL PORT: the addresses are those of the endpoints",
      END_TO_END_HELP,
    );
  }
  if (from.reference?.port !== undefined)
    throw new UsageError(
      `the port is that of the end of --to, not of \`${from.text}\``,
      "write a source port as SOURCEPORT:PORT",
    );
  const { sourcePort, port } = portsOf(ports, to);
  const protocol = word === undefined ? undefined : parseProtocol(word);
  const { in: inInterface, out, icmp, tcpFlags, established } = options;
  const query: EndToEndQuery = {
    kind: "end-to-end",
    ...{ from, to, protocol, sourcePort, port, namespace },
    options: { in: inInterface, out, icmp, tcpFlags, established },
    expect: expectedVerdict(options),
  };
  // What is wrong with the packet to a name or an address shows before anything is read.
  if (to.reference === undefined) packetTo(query, typeof port === "number" ? { port } : {});
  return query;
}

/** What the end that a packet goes to says of it. */
export interface PacketTarget {
  readonly port?: number;
  readonly protocol?: string;
}

/** The packet of a query to a target: its fields but the addresses, and what is assumed for it; throws `UsageError`. */
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
  if (hasPorts(number) && target.port === undefined) throw new UsageError(`${name} needs a port`, END_TO_END_HELP);
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
  if ("message" in reference) throw new UsageError(reference.message, reference.help);
  return { text, reference };
}

/** The ports that are written as `[SOURCEPORT:]PORT`, and that of the end; a name is one that the end has. */
function portsOf(
  text: string | undefined,
  { reference, text: end }: QueryEnd,
): { readonly sourcePort: number | undefined; readonly port: PortReference | undefined } {
  const match = /^(?:(\d{1,5}):)?([^:]+)$/.exec(text ?? "");
  const source = match?.[1] === undefined ? undefined : Number(match[1]);
  const written = match?.[2] ?? "";
  const port = /^\d{1,5}$/.test(written) ? Number(written) : reference && parsePort(written);
  const isWrong = port === undefined || (typeof port === "number" && port > 65535) || (source ?? 0) > 65535;
  if (text !== undefined && isWrong) {
    const named = reference === undefined ? "" : ", a port's name as well";
    throw new UsageError(`invalid port \`${text}\``, `write PORT, or SOURCEPORT:PORT${named}`);
  }
  const own = reference?.port;
  if (port !== undefined && own !== undefined && port !== own)
    throw new UsageError(`two ports are given: \`${port}\`, and that of \`${end}\``, "leave one of them out");
  return { sourcePort: source, port: port ?? own };
}
