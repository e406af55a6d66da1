import { hasErrors } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import type { Located } from "../../model/resource.ts";
import type { World } from "../../policy/compiled.ts";
import { world } from "../../policy/world.ts";
import { goJson } from "../../report/json.ts";
import { checkFlags, factsOfStream, fromArguments, fromFile, inFlags } from "../asked.ts";
import type { Common } from "../common.ts";
import type { Answer } from "../expectation.ts";
import { answer } from "../flow-files.ts";
import { readInput } from "../input.ts";
import { type JourneyAnswer, journeyAnswer } from "../journeys.ts";
import { type GivenFacts, readGivenFacts, unusedFacts } from "../node-facts.ts";
import { journeyData } from "../output/journey-data.ts";
import { journeyText } from "../output/journey-text.ts";
import { outcomeData } from "../output/outcome-data.ts";
import { outcomeText } from "../output/outcome-text.ts";
import { colours, reportDiagnostics, summary } from "../output/report.ts";
import { goYaml } from "../resources/output/yaml.ts";
import { overlay, storedResources } from "../resources.ts";
import { lineFormat, streamFlows } from "../scenario/line-stream.ts";
import { withDatastore } from "../store.ts";
import { EXIT, UsageError } from "../usage.ts";

type Options = Readonly<Record<string, unknown>>;

/**
 * `simulate`: what a node does to a packet, on the datastore's resources with `-f` laid over them (`--offline`: on the
 * files alone). Exit 3 when an expectation is not met, 1 when a flow could not be evaluated.
 */
export async function run(common: Common, args: readonly string[], options: Options): Promise<number> {
  const output = outputOf(options);
  const files = (options.filename as readonly string[] | undefined) ?? [];
  if (options.offline === true && files.length === 0) {
    throw new UsageError("--offline evaluates files alone, and no file is given", "name one with -f");
  }
  if (options.flows !== undefined && args.length > 0) throw new UsageError("give either --flows or a packet, not both");
  const input =
    files.length === 0
      ? undefined
      : await readInput(files, common, { recursive: options.recursive, purpose: "simulate" });
  if (input !== undefined) {
    reportDiagnostics(input.diagnostics, input.sources, common.io);
    if (hasErrors(input.diagnostics)) {
      common.io.stderr.write(`${summary(input.diagnostics, input.resources)}; nothing was evaluated\n`);
      return EXIT.failed;
    }
  }
  const proposed = input?.resources ?? [];
  const invocation = { common, args, options };
  if (options.offline === true) return evaluateAll(proposed, undefined, invocation, output);
  return withDatastore(common, async (store) => {
    const stored = await storedResources(store, common);
    return await evaluateAll(overlay(stored, proposed), proposed.length > 0 ? stored : undefined, invocation, output);
  });
}

function outputOf(options: Options): "table" | "json" | "yaml" {
  const output = options.output ?? "table";
  if (output === "table" || output === "json" || output === "yaml") return output;
  throw new UsageError(`unknown output \`${String(output)}\``, "simulate prints table, json or yaml");
}

interface Invocation {
  readonly common: Common;
  readonly args: readonly string[];
  readonly options: Options;
}

/** Evaluates what is asked; `stored` are the resources without those that are proposed, where there are such. */
function evaluateAll(
  resources: readonly Located[],
  stored: readonly Located[] | undefined,
  { common, args, options }: Invocation,
  output: "table" | "json" | "yaml",
): number | Promise<number> {
  const { io, profile } = common;
  const given = readGivenFacts(options, io);
  if (given === undefined) return EXIT.failed;
  const compiled = world(resources, { profile });
  reportDiagnostics(compiled.diagnostics, [], io);
  const flows = options.flows === undefined ? undefined : String(options.flows);
  const format = flows === undefined ? undefined : lineFormat(flows, options.flowsFormat);
  if (flows !== undefined && format !== undefined) {
    checkFlags(options);
    const facts = factsOfStream(resources, options, given);
    const { node } = facts;
    reportDiagnostics(unusedFacts(given, [node]), [], io);
    return streamFlows(flows, format, compiled.world, facts, io);
  }
  const before = stored && remembered(() => world(stored, { profile }).world);
  const answers = answersOf({ world: compiled.world, resources, before }, given, { common, args, options });
  if (answers === undefined) return EXIT.failed;
  print(answers, output, options.allSteps === true, common);
  const entered = answers.flatMap((one) => ("isJourney" in one ? one.outcome.legs.map(({ node }) => node) : one.node));
  reportDiagnostics(unusedFacts(given, entered), [], io);
  const unmet = answers.filter(({ unmet }) => unmet !== undefined);
  for (const { flow, unmet: why } of unmet)
    io.stderr.write(`${printable(`expectation not met${flow.name ? ` (${flow.name})` : ""}: ${why}`)}\n`);
  if (answers.some(({ outcome }) => outcome.decidedBy.kind === "not-evaluated")) return EXIT.failed;
  return unmet.length > 0 ? EXIT.unmet : EXIT.ok;
}

/** What a function gives, asked for once. */
function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface Asked {
  readonly world: World;
  readonly resources: readonly Located[];
  /** The World without what is proposed, where something is. */
  readonly before: (() => World) | undefined;
}

/** The answer to what is asked: a packet from end to end, one into a node, or the flows of a file. */
function answersOf(
  { world: compiled, resources, before }: Asked,
  given: GivenFacts,
  { common, args, options }: Invocation,
): readonly (Answer | JourneyAnswer)[] | undefined {
  if (options.from !== undefined || options.to !== undefined) {
    return [journeyAnswer({ world: compiled, before }, args, options, given)];
  }
  if (options.flows !== undefined) {
    return fromFile(resources, options, given, common)?.map((one) => answer(compiled, one, before));
  }
  return fromArguments(resources, args, options, given).map((one) => {
    const answered = answer(compiled, one, before);
    return { ...answered, outcome: { ...answered.outcome, diagnostics: answered.outcome.diagnostics.map(inFlags) } };
  });
}

function print(
  answers: readonly (Answer | JourneyAnswer)[],
  output: "table" | "json" | "yaml",
  allSteps: boolean,
  { io }: Common,
): void {
  if (output !== "table") {
    const data = { flows: answers.map((one) => ("isJourney" in one ? journeyData(one) : outcomeData(one))) };
    if (output === "json") io.stdout.write(goJson(data));
    else io.stdout.write(goYaml(data));
    return;
  }
  const chalk = colours(io.stdout, io);
  for (const [i, one] of answers.entries()) {
    const text = "isJourney" in one ? journeyText(one, chalk, allSteps) : outcomeText(one, chalk, allSteps);
    io.stdout.write(`${i > 0 ? "\n" : ""}${text}`);
    reportDiagnostics(one.outcome.diagnostics, [], io);
  }
}
