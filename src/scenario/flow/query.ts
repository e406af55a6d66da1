import { wordList } from "../../model/word-list.ts";
import { LINE_FORMATS, type LineFormat, lineFormatOf } from "../../traffic/line-format-names.ts";
import { END_TO_END_HELP, type EndToEndQuery, endToEndQuery } from "../end-to-end/end-to-end-args.ts";
import type { Facts } from "../node-facts.ts";
import { RequestError } from "../request-error.ts";
import { type FactFlags, factsFromFlags } from "./fact-flags.ts";
import { type PacketOptions, type PacketQuery, packetQuery } from "./packet-args.ts";
import { givenPacket, type PacketPartOptions } from "./packet-words.ts";

/** What is to be evaluated in a scenario, as a command line asks for it. */
export type Query = {
  /** The node that `--node` names. */
  readonly node: string | undefined;
  /** The facts that `--interface` and `--dnat` state; of that node, or of the node that the packet enters. */
  readonly facts: Facts;
} & (PacketQuery | EndToEndQuery | FlowFileQuery | LinesQuery);

/** The flows of a flow file, `-` for standard input. */
export interface FlowFileQuery {
  readonly kind: "flow-file";
  readonly file: string;
}

/** Flows as lines, however many. */
export interface LinesQuery {
  readonly kind: "lines";
  readonly file: string;
  readonly format: LineFormat;
}

/** The options that choose what is evaluated. */
export interface QueryOptions extends PacketOptions, PacketPartOptions, FactFlags {
  readonly node: string | undefined;
  readonly flows: string | undefined;
  readonly flowsFormat: string | undefined;
  /** The namespace of `-n`. */
  readonly namespace: string | undefined;
}

/** Flags that are about one packet. */
const PACKET_FLAGS = {
  in: "--in",
  fromProcess: "--from-process",
  fromWorkload: "--from-workload",
  out: "--out",
  toProcess: "--to-process",
  toWorkload: "--to-workload",
  icmp: "--icmp",
  tcpFlags: "--tcp-flags",
  established: "--established",
  expect: "--expect",
} as const satisfies Readonly<Record<keyof PacketOptions, string>>;

/** What the words and options of a command line ask for; throws `RequestError` where they do not fit together. */
export function queryOf(words: readonly string[], options: QueryOptions): Query {
  const { node, flows } = options;
  const shared = { node, facts: factsFromFlags(options) };
  const isPacket = [words[0], options.protocol, options.src, options.dst, options.port].some(
    (part) => part !== undefined,
  );
  if (flows !== undefined && isPacket) throw new RequestError("give either --flows or a packet, not both");
  const { words: parts, from, to } = givenPacket(words, options);
  if (from !== undefined || to !== undefined) return { ...shared, ...queryBetween(parts, { ...options, from, to }) };
  if (flows === undefined) return { ...shared, ...packetQuery(parts, options) };
  refuseFlags(options, PACKET_FLAGS, "--flows", "write it in the file");
  const format = options.flowsFormat === undefined ? lineFormatOf(flows) : lineFormat(options.flowsFormat);
  return format === undefined
    ? { ...shared, kind: "flow-file", file: flows }
    : { ...shared, kind: "lines", file: flows, format };
}

function queryBetween(words: readonly string[], options: QueryOptions): EndToEndQuery {
  const { from, to, namespace } = options;
  if (from === undefined || to === undefined) throw new RequestError("--from and --to go together", END_TO_END_HELP);
  const { fromProcess, fromWorkload, toProcess, toWorkload } = PACKET_FLAGS;
  const excluded = { fromProcess, fromWorkload, toProcess, toWorkload, flows: "--flows" };
  refuseFlags(options, excluded, "--from and --to", END_TO_END_HELP);
  return endToEndQuery(words, { from, to, namespace }, options);
}

/** Wrong usage where one of these flags is given. */
function refuseFlags(
  options: QueryOptions,
  flags: Readonly<Partial<Record<keyof QueryOptions, string>>>,
  other: string,
  help: string,
): void {
  const given = Object.entries(flags).flatMap(([key, flag]) => {
    const value = options[key as keyof QueryOptions];
    return value === undefined || value === false ? [] : [flag];
  });
  if (given.length > 0) throw new RequestError(`${given.join(", ")} cannot be combined with ${other}`, help);
}

function lineFormat(option: string): LineFormat {
  const format = LINE_FORMATS.find((known) => known === option);
  if (format !== undefined) return format;
  throw new RequestError(`unknown flows format \`${option}\``, `it is ${wordList(LINE_FORMATS, "or")}`);
}
