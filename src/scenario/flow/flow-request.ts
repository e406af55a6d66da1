import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Flow, FlowEnd, NodeFacts } from "../../model/flow.ts";
import { didYouMean, nearest } from "../../model/nearest.ts";
import { shellWord } from "../../model/shell-word.ts";
import { inferEntry, namedInterfaces, nodesOf } from "../../policy/flow/entry.ts";
import { chooseHelp } from "../choices.ts";
import { factsOfNode, namedFacts } from "../node-facts.ts";
import { RequestError } from "../request-error.ts";
import type { Scenario } from "../scenario.ts";
import type { FlowToEvaluate } from "./flow-to-evaluate.ts";
import type { PacketQuery } from "./packet-args.ts";
import type { Query } from "./query.ts";

/** What may be unknown about where a packet enters. */
export const ENTRY_QUESTIONS = {
  node: "which node does the packet enter?",
  from: "how does the packet come in?",
} as const;

/** Help for these questions, with flags. */
const ENTRY_HELP = {
  node: (fitting: readonly string[]) => chooseHelp(fitting, (node) => `--node ${shellWord(node)}`, "--node NODE"),
  from: (fitting: readonly string[]) =>
    chooseHelp(fitting, (name) => `--in ${shellWord(name)}`, "--in INTERFACE, --from-process or --from-workload NAME"),
} as const;

/**
 * The flow that the command line describes. Its node and the interface it enters by are inferred where only one fits; throws
 * `RequestError` where several do, or where the node does not exist.
 */
export function flowOfQuery(
  { world, saved }: Pick<Scenario, "world" | "saved">,
  { node, facts: flags, packet, sourcePortAssumed }: Query & PacketQuery,
): FlowToEvaluate {
  const owners = world.owners.everywhere();
  if (node !== undefined) checkNode(node, nodesOf(owners));
  const { srcIP, dstIP, from, to } = packet;
  const known = { interfaces: flags.interfaces ?? {}, facts: namedFacts(saved), entered: saved.unnamed };
  const entry = inferEntry(owners, { srcIP, dstIP, ...known, ...(node && { node }), ...(from && { from }) });
  if (!entry.ok) throw new RequestError(ENTRY_QUESTIONS[entry.missing], ENTRY_HELP[entry.missing](entry.fitting));
  const flow: Flow = { ...packet, from: entry.from };
  const facts = factsOfNode(saved, entry.node, flags);
  const named = namedInterfaces(owners, entry.node);
  const assumed = [entry.from, to].flatMap((end) => unnamedInterface(end, facts, named));
  const port = sourcePortAssumed ? [sourcePortText(packet)] : [];
  return { flow, facts, inferred: [...entry.inferred, ...port, ...assumed] };
}

/** The facts of the node that all flows of a text of lines enter: the named node, or the only one there is. */
export function factsOfLines(
  { world, saved }: Pick<Scenario, "world" | "saved">,
  query: Pick<Query, "node" | "facts">,
): NodeFacts {
  const nodes = nodesOf(world.owners.everywhere());
  const node = query.node ?? (nodes.length === 1 ? nodes[0] : undefined);
  if (node === undefined) throw new RequestError(ENTRY_QUESTIONS.node, ENTRY_HELP.node(nodes));
  checkNode(node, nodes);
  return factsOfNode(saved, node, query.facts);
}

/** A misspelt node has no policy at all, so everything would be allowed: that is wrong usage, not an answer. */
function checkNode(node: string, known: readonly string[]): void {
  if (known.includes(node)) return;
  const near = nearest(node, known);
  const help = didYouMean(near) ?? `nodes: ${known.slice(0, 20).join(", ") || "none"}`;
  throw new RequestError(
    `no Node, HostEndpoint or WorkloadEndpoint names a node \`${node}\`: with no host endpoint there, no policy applies`,
    help,
  );
}

/** An assumption about an interface that nothing names: it may be misspelt, and no policy applies to it otherwise. */
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

/** The assumption about a source port that the command line does not name. */
export function sourcePortText({ srcPort }: Pick<Flow, "srcPort">): string {
  return `the source port is ${srcPort}: none was given`;
}

/** A finding about a packet of the command line, with help that can be typed there. */
export function withFlagHelp(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.code === "flow.route"
    ? { ...diagnostic, help: "use --to-process, --to-workload or --out INTERFACE" }
    : diagnostic;
}
