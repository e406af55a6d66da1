import type { Diagnostic, Span } from "../model/diagnostic.ts";
import type { Flow, FlowFile, NodeFacts } from "../model/flow.ts";
import type { Located } from "../model/resource.ts";
import { simulateAnyWay } from "../policy/any-way.ts";
import type { World } from "../policy/compiled.ts";
import { inferEntry } from "../policy/infer.ts";
import { simulate } from "../policy/simulate.ts";
import { survivors } from "../policy/survivors.ts";
import type { FlowAnswer } from "../report/outcomes/answer.ts";
import { unmetExpectation } from "../report/outcomes/expectation.ts";
import type { FlowFileResult } from "../traffic/flow-file.ts";
import { factsOf as factsOfNode, type GivenFacts, NONE_GIVEN, namedFacts } from "./node-facts.ts";

/** A flow that can be evaluated: complete, with the node it enters, and what was inferred to complete it. */
export interface Asked {
  readonly flow: Flow;
  readonly facts: NodeFacts;
  readonly inferred: readonly string[];
  /** Its number in its file, from 1. */
  readonly number?: number;
  /** Where a field of the flow stands (`""`: the flow itself), when it came from a file. */
  readonly place?: (path: string) => Span;
}

/** A flow of a file, which knows its number and place there. */
export type FileFlow = Asked & Required<Pick<Asked, "number" | "place">>;

/** What a packet's way in leaves open, as a question and the flags that answer it. */
export const QUESTIONS = {
  node: ["which node does the packet enter?", "--node NODE"],
  from: ["how does the packet come in?", "--in INTERFACE, --from-process or --from-workload NAME"],
} as const;

/** The help of such a question: the flags, and the answers that fit. */
export function answersThatFit(flags: string, fitting: readonly string[]): string {
  const shown = fitting.slice(0, 20).join(", ");
  return fitting.length === 0 ? `say it with ${flags}` : `say it with ${flags}; these fit: ${shown}`;
}

/**
 * The flows of a file, each with the facts of the node it enters: the file's node, else `node`, else the one that its
 * addresses tell. What the file says of the node comes before what is `given` of it otherwise. A flow whose node cannot
 * be told is left out and is an error at its place.
 */
export function flowsOf(
  file: FlowFile,
  locate: FlowFileResult["locate"],
  resources: readonly Located[],
  node: string | undefined,
  given: GivenFacts = NONE_GIVEN,
): { readonly asked: readonly FileFlow[]; readonly diagnostics: readonly Diagnostic[] } {
  const { flows, node: own, ...facts } = file;
  // One object a node: the evaluator remembers what it made of a node's facts.
  const byNode = new Map<string, NodeFacts>();
  const factsOf = (name: string): NodeFacts => {
    const known = byNode.get(name) ?? factsOfNode(given, name, facts);
    byNode.set(name, known);
    return known;
  };
  const known = { facts: namedFacts(given), entered: given.unnamed };
  const asked: FileFlow[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [i, flow] of flows.entries()) {
    const place = (path: string) => locate(i, path === "" ? [] : [path]);
    const named = own ?? node;
    if (named !== undefined) {
      asked.push({ flow, facts: factsOf(named), inferred: [], number: i + 1, place });
      continue;
    }
    const { srcIP, dstIP, from } = flow;
    const entry = inferEntry(resources, { srcIP, dstIP, from, interfaces: facts.interfaces ?? {}, ...known });
    if (entry.ok) {
      asked.push({ flow, facts: factsOf(entry.node), inferred: [], number: i + 1, place });
      continue;
    }
    const [message, flags] = QUESTIONS[entry.missing];
    const help = answersThatFit(`\`${entry.missing}\` in the file or ${flags}`, entry.fitting);
    diagnostics.push({ severity: "error", code: `flow.${entry.missing}`, message, span: place(""), help });
  }
  return { asked, diagnostics };
}

/**
 * Evaluates one flow and compares it with its expectation. Findings about the flow carry their place. `before` gives
 * the World without a change that is proposed, for a hint about connections that outlive it.
 */
export function answer(compiled: World, { flow, facts, inferred, place }: Asked, before?: () => World): FlowAnswer {
  // With `to` filled in, so that the answer says where the packet was taken to go.
  const { flow: complete, outcome } = simulateAnyWay(compiled, facts, flow);
  const diagnostics = outcome.diagnostics.map((found) => (place ? { ...found, span: place(found.path ?? "") } : found));
  const outlive =
    before &&
    survivors(complete, outcome, {
      before: () => simulate(before(), facts, complete),
      established: () => simulate(compiled, facts, { ...complete, conntrack: "established" }),
    });
  const hints = outlive === undefined ? outcome.hints : [...outcome.hints, outlive];
  const whole = { ...outcome, hints, diagnostics, assumptions: [...inferred, ...outcome.assumptions] };
  const unmet = unmetExpectation(flow.expect, whole);
  return { flow: complete, node: facts.node, outcome: whole, ...(unmet !== undefined && { unmet }) };
}
