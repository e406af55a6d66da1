import type { NodeFacts } from "../model/flow.ts";
import type { World } from "../policy/compiled.ts";
import { type Journey, type JourneyRequest, journey } from "../policy/journey.ts";
import type { Question } from "../policy/journey-places.ts";
import { survivors } from "../policy/survivors.ts";
import type { PathAnswer } from "../report/outcomes/answer.ts";
import { unmetExpectation } from "../report/outcomes/expectation.ts";
import { said, sourcePortText } from "./asked.ts";
import { journeyArgs } from "./flow-args.ts";
import { answersThatFit } from "./flow-files.ts";
import { factsOf, type GivenFacts } from "./node-facts.ts";
import { UsageError } from "./shell/usage.ts";

type Options = Readonly<Record<string, unknown>>;

/**
 * Evaluates the packet that `--from` and `--to` describe; throws `UsageError` where only the user can say more.
 * `before` gives the World without a change that is proposed, for a hint about connections that outlive it.
 */
export function journeyAnswer(
  { world, before }: { readonly world: World; readonly before: (() => World) | undefined },
  args: readonly string[],
  options: Options,
  given: GivenFacts,
): PathAnswer {
  const { request, expect, sourcePortAssumed } = journeyArgs(args, options);
  const facts = factsByNode(world, options, given);
  const result = journey(world, facts, request);
  if (!result.ok) throw questionError(result.question);
  const found = before === undefined ? result.journey : withSurvivors(result.journey, world, before, facts, request);
  const assumed = sourcePortAssumed ? [sourcePortText(request.packet)] : [];
  const outcome = { ...found, assumptions: [...assumed, ...found.assumptions] };
  const unmet = unmetExpectation(expect, outcome);
  const [first] = outcome.legs;
  if (first === undefined) throw new Error("a journey has at least one leg");
  return {
    flow: { ...first.flow, ...(expect !== undefined && { expect }) },
    node: first.node,
    outcome,
    isPath: true,
    ...(unmet !== undefined && { unmet }),
  };
}

/** The journey with the hint that connections outlive the proposed change which denies it, where they do. */
function withSurvivors(
  found: Journey,
  world: World,
  before: () => World,
  facts: ReadonlyMap<string, NodeFacts>,
  request: JourneyRequest,
): Journey {
  const asked = (compiled: World, packet: JourneyRequest["packet"]): Journey | undefined => {
    const result = journey(compiled, facts, { ...request, packet });
    return result.ok ? result.journey : undefined;
  };
  const hint = survivors(request.packet, found, {
    before: () => asked(before(), request.packet),
    established: () => asked(world, { ...request.packet, conntrack: "established" }),
  });
  if (hint === undefined) return found;
  const last = found.legs.length - 1;
  const legs = found.legs.map((leg, i) => {
    if (i !== last) return leg;
    const step = hint.step - (found.steps.length - leg.outcome.steps.length);
    return { ...leg, outcome: { ...leg.outcome, hints: [...leg.outcome.hints, { ...hint, step }] } };
  });
  return { ...found, legs, hints: [...found.hints, hint] };
}

/** The facts by node. Those given of no node in particular are of `--node`, or of the only one there is. */
function factsByNode(world: World, options: Options, given: GivenFacts): ReadonlyMap<string, NodeFacts> {
  const named = new Map([...given.byNode.keys()].map((node) => [node, factsOf({ ...given, unnamed: {} }, node)]));
  const own = said(options);
  if (Object.keys({ ...own, ...given.unnamed }).length === 0) return named;
  const nodes = new Set([...world.nodes.keys(), ...world.hostEndpoints.keys(), ...world.workloadEndpoints.keys()]);
  const [only] = nodes;
  const node = (options.node as string | undefined) ?? (nodes.size === 1 ? only : undefined);
  if (node === undefined) {
    throw new UsageError(
      "of which node are these facts?",
      answersThatFit("--node NODE, or files as NODE=PATH", [...nodes].sort()),
    );
  }
  return named.set(node, factsOf(given, node, own));
}

const FLAGS: Readonly<Record<Question["about"], string>> = {
  from: "--from ENDPOINT",
  to: "--to ENDPOINT",
  in: "--in INTERFACE, or give the node's routes with --facts",
  out: "--out INTERFACE, or give the node's routes with --facts",
};

function questionError({ about, message, fitting }: Question): UsageError {
  return new UsageError(message, answersThatFit(FLAGS[about], fitting));
}
