import type { World } from "../policy/compiled.ts";
import { type Journey, journey } from "../policy/journey.ts";
import type { Question } from "../policy/journey-places.ts";
import { said, sourcePortText } from "./asked.ts";
import { type Answer, unmetExpectation } from "./expectation.ts";
import { journeyArgs } from "./flow-args.ts";
import { answersThatFit } from "./flow-files.ts";
import { factsOf, type GivenFacts } from "./node-facts.ts";
import { UsageError } from "./usage.ts";

type Options = Readonly<Record<string, unknown>>;

/** The answer of a whole way; its flow and node are those of the first leg. */
export interface JourneyAnswer extends Answer {
  readonly outcome: Journey;
  readonly isJourney: true;
}

/** Evaluates the packet that `--from` and `--to` describe; throws `UsageError` where only the user can say more. */
export function journeyAnswer(
  world: World,
  args: readonly string[],
  options: Options,
  given: GivenFacts,
): JourneyAnswer {
  const { request, expect, sourcePortAssumed } = journeyArgs(args, options);
  const result = journey(world, factsByNode(world, options, given), request);
  if (!result.ok) throw questionError(result.question);
  const assumed = sourcePortAssumed ? [sourcePortText(request.packet)] : [];
  const outcome = { ...result.journey, assumptions: [...assumed, ...result.journey.assumptions] };
  const unmet = unmetExpectation(expect, outcome);
  const [first] = outcome.legs;
  if (first === undefined) throw new Error("a journey has at least one leg");
  return {
    flow: { ...first.flow, ...(expect !== undefined && { expect }) },
    node: first.node,
    outcome,
    isJourney: true,
    ...(unmet !== undefined && { unmet }),
  };
}

/** The facts by node. Those given of no node in particular are of `--node`, or of the only one there is. */
function factsByNode(world: World, options: Options, given: GivenFacts) {
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
