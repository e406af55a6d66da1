import type { Diagnostic } from "../../model/diagnostic.ts";
import { type FlowFile, isEndToEndFlow, type NodeFacts } from "../../model/flow.ts";
import { inferEntry } from "../../policy/flow/entry.ts";
import type { FlowFileResult } from "../../traffic/flow-file.ts";
import { chooseHelp } from "../choices.ts";
import { ENTRY_QUESTIONS } from "../flow/flow-request.ts";
import type { EndToEndFlowToEvaluate, FlowPlace, FlowToEvaluate } from "../flow/flow-to-evaluate.ts";
import { factsOfNode, namedFacts } from "../node-facts.ts";
import type { Scenario } from "../scenario.ts";

/** A flow of a file: a packet that enters a node, or one from end to end with the file's node and facts. */
export type FileFlow = { readonly place: FlowPlace } & (FlowToEvaluate | EndToEndFlowToEvaluate);

/** Help for what is unknown about a flow's entry, with fields of the file. */
const FILE_HELP = {
  node: (fitting: readonly string[]) =>
    chooseHelp(fitting, (node) => `\`node: ${node}\` in the file`, "`node` in the file, or --node NODE"),
  from: (fitting: readonly string[]) =>
    chooseHelp(fitting, (name) => `\`from: {interface: ${name}}\``, "`from` in the file"),
} as const;

/**
 * The flows of a file, each with the facts of the node it enters: the file's node, else `node`, else the node that its
 * addresses show. The file's facts count before the saved ones. A flow of unknown node is left out, with an error at its
 * place; one from end to end has its nodes by its ends.
 */
export function flowsOfFile(
  { world, saved }: Pick<Scenario, "world" | "saved">,
  file: FlowFile,
  locate: FlowFileResult["locate"],
  node: string | undefined,
): { readonly flows: readonly FileFlow[]; readonly diagnostics: readonly Diagnostic[] } {
  const { flows, node: own, ...facts } = file;
  const factsOf = remembered((name) => factsOfNode(saved, name, facts));
  const known = { facts: namedFacts(saved), entered: saved.unnamed, interfaces: facts.interfaces ?? {} };
  const owners = world.owners.everywhere();
  const fileFlows: FileFlow[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [i, flow] of flows.entries()) {
    const place = { number: i + 1, span: (path: string) => locate(i, path === "" ? [] : [path]) };
    const named = own ?? node;
    if (isEndToEndFlow(flow)) {
      fileFlows.push({ endToEnd: flow, node: named, facts, place });
      continue;
    }
    const { srcIP, dstIP, from } = flow;
    const entry =
      named === undefined ? inferEntry(owners, { srcIP, dstIP, from, ...known }) : { ok: true as const, node: named };
    if (entry.ok) {
      fileFlows.push({ flow, facts: factsOf(entry.node), inferred: [], place });
      continue;
    }
    const { missing, fitting } = entry;
    const [message, help] = [ENTRY_QUESTIONS[missing], FILE_HELP[missing](fitting)];
    diagnostics.push({ severity: "error", code: `flow.${missing}`, message, span: place.span(""), help });
  }
  return { flows: fileFlows, diagnostics };
}

/** One object a node: the evaluator remembers what it made of a node's facts. */
function remembered(factsOf: (node: string) => NodeFacts): (node: string) => NodeFacts {
  const byNode = new Map<string, NodeFacts>();
  return (node) => {
    const known = byNode.get(node) ?? factsOf(node);
    byNode.set(node, known);
    return known;
  };
}
