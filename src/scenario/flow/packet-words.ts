import { parseAddress } from "../../model/net/address.ts";
import { protocolInAnyCase, protocolNumberInAnyCase } from "../../model/net/protocol.ts";
import { shellWord } from "../../model/shell-word.ts";
import { RequestError } from "../request-error.ts";

/** A packet as a line has it: the words `PROTOCOL SOURCE DESTINATION`, or between ends the words `PROTOCOL PORT`. */
export interface GivenPacket {
  readonly words: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The options that may stand for the words. */
export interface PacketPartOptions {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly protocol: string | undefined;
  readonly src: string | undefined;
  readonly dst: string | undefined;
  readonly port: string | undefined;
}

/**
 * The packet in the one form that is parsed, from those that people type: `--src A --dst B --port 80`, `tcp A B 80`,
 * `web-1 db-1 tcp 80`. Throws `RequestError` with what a line could mean where it could mean several things.
 */
export function givenPacket(words: readonly string[], options: PacketPartOptions): GivenPacket {
  const { from, to, protocol, src, dst, port } = options;
  if ([protocol, src, dst, port].some((part) => part !== undefined)) return ofOptions(words, options);
  const [first, second, third, fourth] = words;
  if (from !== undefined || to !== undefined || first === undefined || second === undefined) return { words, from, to };
  if (protocolNumberInAnyCase(first) !== undefined) return { words: protocolFirst(words), from, to };
  if (third !== undefined && protocolInAnyCase(third) !== undefined)
    return protocolThird([first, second, third], fourth);
  if (isAddress(first) && isAddress(second))
    throw new RequestError("which protocol?", `write it first: ${packetLine("tcp", first, second, third)}, or udp`);
  return { words, from, to };
}

/** `tcp A B 80` as `tcp A B:80`. */
function protocolFirst([protocol = "", source = "", destination, port, ...more]: readonly string[]): readonly string[] {
  if (destination === undefined) return [protocol, source];
  if (!isAddress(source) && !isAddress(destination)) {
    const { host, port: own = port } = cutPort(destination);
    throw new RequestError(
      `\`${source}\` and \`${destination}\` are not addresses`,
      `for endpoints: ${endToEndLine(source, host, protocol, own)}`,
    );
  }
  if (port === undefined) return [protocol, source, destination];
  return [protocol, source, withPort(destination, port), ...more];
}

/** `web-1 db-1 tcp 80` as `--from web-1 --to db-1 tcp 80`; between addresses it could be either kind of packet. */
function protocolThird(
  [source, destination, protocol]: readonly [string, string, string],
  port: string | undefined,
): GivenPacket {
  if (!isAddress(source) || !isAddress(destination)) {
    const words = port === undefined ? [protocol] : [protocol, port];
    return { words, from: source, to: destination };
  }
  const { host, port: own = port } = cutPort(destination);
  throw new RequestError(
    "this could be a packet on one node, or one from end to end",
    `write ${packetLine(protocol, source, destination, port)}, or ${endToEndLine(cutPort(source).host, host, protocol, own)}`,
  );
}

/** The packet of `--src`, `--dst`, `--protocol` and `--port`, or of `--port` with `--from` and `--to`. */
function ofOptions(words: readonly string[], { from, to, ...parts }: PacketPartOptions): GivenPacket {
  const { src, dst, port } = parts;
  const [protocol = parts.protocol, ...more] = words;
  if (more.length > 0 || (words.length > 0 && parts.protocol !== undefined))
    throw new RequestError(
      "give a packet by --src, --dst, --protocol and --port, or by words, not both",
      `for example: ${packetLine("tcp", "198.51.100.7", "10.0.0.1", "443")}`,
    );
  if (from !== undefined || to !== undefined) {
    if (src !== undefined || dst !== undefined)
      throw new RequestError("--from and --to are endpoints, --src and --dst addresses: give one pair");
    return { words: [protocol, port].filter((word) => word !== undefined), from, to };
  }
  if (src === undefined || dst === undefined)
    throw new RequestError(`${src === undefined ? "--src" : "--dst"} is missing`, "give both --src and --dst");
  if (!isAddress(src) || !isAddress(dst)) {
    const { host, port: own = port } = cutPort(dst);
    const line = endToEndLine(cutPort(src).host, host, protocol ?? "tcp", own);
    throw new RequestError("--src and --dst are addresses", `for endpoints: ${line}`);
  }
  if (protocol === undefined)
    throw new RequestError("which protocol?", `write it first: ${packetLine("tcp", src, dst, port)}, or udp`);
  return { words: [protocol, src, port === undefined ? dst : withPort(dst, port)], from, to };
}

/** The destination with a port that is written apart from it. */
function withPort(destination: string, port: string): string {
  const { host, port: own } = cutPort(destination);
  if (own !== undefined)
    throw new RequestError(`two ports are given: \`${own}\` and \`${port}\``, "leave one of them out");
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The parts of `HOST:PORT`, `[IPV6]:PORT`, or of a host alone. */
function cutPort(text: string): { readonly host: string; readonly port?: string } {
  if (parseAddress(text) !== undefined) return { host: text };
  const [, inBrackets, plain, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(text) ?? [];
  return { host: inBrackets ?? plain ?? text, ...(port !== undefined && { port }) };
}

function isAddress(text: string): boolean {
  return parseAddress(cutPort(text).host) !== undefined;
}

function packetLine(protocol: string, source: string, destination: string, port: string | undefined): string {
  const target =
    port === undefined || cutPort(destination).port !== undefined ? destination : withPort(destination, port);
  return `calicoctl simulate ${protocol} ${[source, target].map(shellWord).join(" ")}`;
}

function endToEndLine(from: string, to: string, protocol: string, port: string | undefined): string {
  const words = ["--from", from, "--to", to, protocol, ...(port === undefined ? [] : [port])];
  return `calicoctl simulate ${words.map(shellWord).join(" ")}`;
}
