import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { Flow, FlowEnd, NodeFacts } from "../model/flow.ts";
import { nearest } from "../model/nearest.ts";
import type { Located } from "../model/resource.ts";
import { inferEntry, namedInterfaces, namedNodes } from "../policy/infer.ts";
import { readFlowFile } from "../traffic/flow-file.ts";
import { flowRequest, saidFacts } from "./flow-args.ts";
import { type Asked, answersThatFit, flowsOf, QUESTIONS } from "./flow-files.ts";
import { type Facts, factsOf, type GivenFacts, merged, namedFacts } from "./node-facts.ts";
import { reportDiagnostics } from "./output/report.ts";
import type { CommandContext } from "./shell/context.ts";
import { UsageError } from "./shell/usage.ts";
import { readSources } from "./sources.ts";

type Options = Readonly<Record<string, unknown>>;

/** The packet of the command line, with the node and the way in found where only one fits. */
export function fromArguments(
  resources: readonly Located[],
  args: readonly string[],
  options: Options,
  given: GivenFacts,
): Asked[] {
  const { packet, node, from, to, interfaces, sourcePortAssumed } = flowRequest(args, options);
  const { srcIP, dstIP } = packet;
  if (node !== undefined) checkNode(node, namedNodes(resources));
  const known = { interfaces, facts: namedFacts(given), entered: given.unnamed };
  const entry = inferEntry(resources, { srcIP, dstIP, ...known, ...(node && { node }), ...(from && { from }) });
  if (!entry.ok) {
    const [message, flags] = QUESTIONS[entry.missing];
    throw new UsageError(message, answersThatFit(flags, entry.fitting));
  }
  const flow: Flow = { ...packet, from: entry.from, ...(to && { to }) };
  const facts = factsOf(given, entry.node, said(options));
  const assumed = [
    ...(sourcePortAssumed ? [sourcePortText(packet)] : []),
    ...[entry.from, to].flatMap((end) => unnamedInterface(end, facts, namedInterfaces(resources, entry.node))),
  ];
  return [{ flow, facts, inferred: [...entry.inferred, ...assumed] }];
}

/** A misspelt node has no policy at all, so everything would be allowed: that is wrong usage, not an answer. */
function checkNode(node: string, known: readonly string[]): void {
  if (known.includes(node)) return;
  const near = nearest(node, known);
  const help = near === undefined ? `nodes: ${known.slice(0, 20).join(", ") || "none"}` : `did you mean \`${near}\`?`;
  throw new UsageError(`no Node, HostEndpoint or WorkloadEndpoint names a node \`${node}\``, help);
}

/** Says of an interface that nothing names it: it may be misspelt, and is left alone otherwise. */
function unnamedInterface(
  end: FlowEnd | undefined,
  { interfaces, node }: NodeFacts,
  named: readonly string[],
): string[] {
  if (end === undefined || !("interface" in end)) return [];
  const { interface: name } = end;
  const isKnown = named.includes(name) || Object.hasOwn(interfaces ?? {}, name) || name.startsWith("cali");
  if (isKnown) return [];
  const list = named.length === 0 ? "" : `; host endpoints of ${node} name ${named.join(", ")}`;
  return [`there is an interface ${name}, though nothing names it${list}`];
}

/** The findings about a packet of the command line, with help that can be typed there. */
export function inFlags(found: Diagnostic): Diagnostic {
  return found.code === "flow.route"
    ? { ...found, help: "say it with --to-process, --to-workload or --out INTERFACE" }
    : found;
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
} as const;

/** Wrong usage: what a flow file says of each of its packets cannot be said on the command line too. */
export function checkFlags(options: Options): void {
  const said = Object.entries(PACKET_FLAGS).flatMap(([key, flag]) => (options[key] === undefined ? [] : [flag]));
  if (said.length > 0) throw new UsageError(`${said.join(", ")} and --flows exclude each other`, "say it in the file");
  const files = (options.filename as readonly string[] | undefined) ?? [];
  if (options.flows === "-" && files.includes("-")) {
    throw new UsageError("-f - and --flows - both read standard input", "put one of them into a file");
  }
}

/** Says that nobody gave the source port. */
export function sourcePortText({ srcPort }: Pick<Flow, "srcPort">): string {
  return `the source port is ${srcPort}: none was given`;
}

/** What `--interface` and `--dnat` say; nothing is not the same as none. */
export function said(options: Options): Facts {
  const { interfaces, dnat } = saidFacts(options);
  return { ...(Object.keys(interfaces).length > 0 && { interfaces }), ...(dnat.length > 0 && { dnat }) };
}

/** The flows of a file; prints its findings and gives `undefined` when it cannot be read. */
export function fromFile(
  resources: readonly Located[],
  options: Options,
  given: GivenFacts,
  context: CommandContext,
): readonly Asked[] | undefined {
  checkFlags(options);
  const { sources, diagnostics } = readSources([String(options.flows)], {}, context.io);
  const [source] = sources;
  const read = source === undefined ? undefined : readFlowFile(source);
  const all: Diagnostic[] = [...diagnostics, ...(read?.diagnostics ?? [])];
  reportDiagnostics(all, sources, context.io);
  if (read?.file === undefined || hasErrors(all)) return undefined;
  const { node } = options;
  if (node !== undefined && read.file.node !== undefined && read.file.node !== node) {
    throw new UsageError(
      `--node ${String(node)} is not the node of the file, \`${read.file.node}\``,
      "leave one of them out",
    );
  }
  // What the command line says comes before what the file says, and that before what was saved.
  const file = { ...read.file, ...merged(said(options), read.file) };
  const { asked, diagnostics: unknown } = flowsOf(
    file,
    read.locate,
    resources,
    options.node as string | undefined,
    given,
  );
  reportDiagnostics(unknown, sources, context.io);
  return unknown.length === 0 ? asked : undefined;
}

/** The node that every flow of a stream enters, with its facts: the one named, else the only one there is. */
export function factsOfStream(resources: readonly Located[], options: Options, given: GivenFacts): NodeFacts {
  const nodes = namedNodes(resources);
  const node = (options.node as string | undefined) ?? (nodes.length === 1 ? nodes[0] : undefined);
  if (node === undefined) throw new UsageError(QUESTIONS.node[0], answersThatFit(QUESTIONS.node[1], nodes));
  checkNode(node, nodes);
  return factsOf(given, node, said(options));
}
