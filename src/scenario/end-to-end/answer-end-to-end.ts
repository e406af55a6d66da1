import { nearestEndWord } from "../../kubernetes/ends/end-reference.ts";
import type { NodeFacts } from "../../model/flow.ts";
import { shellWord } from "../../model/shell-word.ts";
import { evaluateEndToEnd } from "../../policy/end-to-end/end-to-end-path.ts";
import type { FactsByNode, Question } from "../../policy/end-to-end/endpoint-places.ts";
import { establishedConnectionsHint } from "../../policy/end-to-end/established-connections.ts";
import { evaluateEveryChoice } from "../../policy/end-to-end/every-choice.ts";
import type { EndToEndPath, EndToEndRequest } from "../../policy/end-to-end/path-types.ts";
import { nodesOf } from "../../policy/flow/entry.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { EndToEndAnswer, EndToEndChoice } from "../../report/outcomes/answer.ts";
import { choiceText, leastAllowed, unmetChoices } from "../../report/outcomes/choices.ts";
import { unmetExpectation } from "../../report/outcomes/expectation.ts";
import { chooseHelp } from "../choices.ts";
import type { Query } from "../flow/query.ts";
import { factsByName, factsOfNode } from "../node-facts.ts";
import { RequestError } from "../request-error.ts";
import type { Scenario } from "../scenario.ts";
import type { EndToEndQuery } from "./end-to-end-args.ts";
import { type EndToEndCase, endToEndCases } from "./end-to-end-cases.ts";

/**
 * Evaluates a packet from end to end, for each pair of what its ends stand for; throws `RequestError` where only the user can
 * say more.
 */
export function answerEndToEnd(
  scenario: Scenario,
  query: EndToEndQuery & Pick<Query, "node" | "facts">,
): EndToEndAnswer {
  const facts = factsByNode(scenario, query);
  const { cases, from, to } = endToEndCases(scenario, facts, query);
  const evaluated = cases.map((one) => evaluateCase(scenario, facts, one));
  const choices = evaluated.flatMap((one) => one.choices);
  const { expect } = query;
  const decisive = choices.find(({ outcome }) => unmetExpectation(expect, outcome)) ?? leastAllowed(choices);
  const isComplete = evaluated.every((one) => one.isComplete);
  const isOne = choices.length === 1;
  const unmet = isOne ? unmetExpectation(expect, decisive.outcome) : unmetChoices(expect, choices, isComplete);
  return {
    flow: { ...decisive.flow, ...(expect !== undefined && { expect }) },
    node: decisive.node,
    outcome: decisive.outcome,
    isEndToEnd: true,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(decisive.service !== undefined && { service: decisive.service }),
    ...(choices.length > 1 && { choices, isOfBackends: cases.length === 1 }),
    ...(unmet !== undefined && { unmet }),
  };
}

/** Each choice that the nodes have for a packet. */
function evaluateCase(
  scenario: Scenario,
  facts: FactsByNode,
  { name, from, to, service, request, assumptions }: EndToEndCase,
): { readonly choices: readonly EndToEndChoice[]; readonly isComplete: boolean } {
  const result = evaluateEveryChoice(scenario.world, facts, request);
  if (!result.ok) throw questionError(result.question, request);
  const { paths, isComplete } = result;
  const unread = isComplete ? [] : [`only the first ${paths.length} choices of the nodes were evaluated`];
  const choices = paths.map((chosen) => {
    const path = withEstablishedHint(chosen.path, scenario, facts, chosen.request);
    const outcome = { ...path, assumptions: [...assumptions, ...unread, ...path.assumptions] };
    const [first] = outcome.hops;
    if (first === undefined) throw new Error("an end-to-end path has at least one node");
    const parts = [...(name === "" ? [] : [name]), ...(paths.length > 1 ? path.choices.map(choiceText) : [])];
    const ends = {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(service !== undefined && { service }),
    };
    return { name: parts.join(", "), ...ends, flow: first.flow, node: first.node, outcome };
  });
  return { choices, isComplete };
}

/** The path with the hint that connections outlive the proposed change which denies it, where they do. */
function withEstablishedHint(
  path: EndToEndPath,
  { world, before }: Scenario,
  facts: FactsByNode,
  request: EndToEndRequest,
): EndToEndPath {
  if (before === undefined) return path;
  const evaluated = (compiled: World, packet: EndToEndRequest["packet"]): EndToEndPath | undefined => {
    const result = evaluateEndToEnd(compiled, facts, { ...request, packet });
    return result.ok ? result.path : undefined;
  };
  const hint = establishedConnectionsHint(request.packet, path, {
    before: () => evaluated(before(), request.packet),
    established: () => evaluated(world, { ...request.packet, conntrack: "established" }),
  });
  if (hint === undefined) return path;
  const last = path.hops.length - 1;
  const hops = path.hops.map((hop, i) => {
    if (i !== last) return hop;
    const step = hint.step - (path.steps.length - hop.outcome.steps.length);
    return { ...hop, outcome: { ...hop.outcome, hints: [...hop.outcome.hints, { ...hint, step }] } };
  });
  return { ...path, hops, hints: [...path.hints, hint] };
}

/** The facts by node. Those without a node are of the node that `--node` names, or of the only one there is. */
function factsByNode(scenario: Scenario, query: Pick<Query, "node" | "facts">): FactsByNode {
  return factsByName(givenFacts(scenario, query), scenario.saved);
}

function givenFacts({ world, saved }: Scenario, query: Pick<Query, "node" | "facts">): ReadonlyMap<string, NodeFacts> {
  const named = new Map([...saved.byNode.keys()].map((node) => [node, factsOfNode({ ...saved, unnamed: {} }, node)]));
  if (Object.keys({ ...query.facts, ...saved.unnamed }).length === 0) return named;
  const nodes = nodesOf(world.owners.everywhere());
  const [only] = nodes;
  const node = query.node ?? (nodes.length === 1 ? only : undefined);
  if (node === undefined) {
    const help = chooseHelp(nodes, (name) => `--node ${shellWord(name)}`, "--node NODE, or name files as NODE=PATH");
    throw new RequestError("of which node are these facts?", help);
  }
  return named.set(node, factsOfNode(saved, node, query.facts));
}

const OTHERWISE: Readonly<Record<Question["about"], string>> = {
  from: "--from ENDPOINT",
  to: "--to ENDPOINT",
  in: "--in INTERFACE, or the node's routes with --facts",
  out: "--out INTERFACE, or the node's routes with --facts",
};

/** The question as wrong usage, with what can be typed. */
function questionError({ about, message, fitting }: Question, { from, to }: EndToEndRequest): RequestError {
  const name = about === "from" ? from : to;
  const near = (about === "from" || about === "to") && typeof name === "string" ? nearestEndWord(name) : undefined;
  const choices = near === undefined ? fitting : [...new Set([near, ...fitting])];
  return new RequestError(
    message,
    chooseHelp(choices, (choice) => `--${about} ${shellWord(choice)}`, OTHERWISE[about]),
  );
}
