import { hasErrors } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import type { Located } from "../../model/resource.ts";
import type { World } from "../../policy/compiled.ts";
import { world } from "../../policy/world.ts";
import { checkFlags, factsOfStream, fromArguments, fromFile, inFlags } from "../asked.ts";
import type { Common } from "../common.ts";
import type { Answer } from "../expectation.ts";
import { answer } from "../flow-files.ts";
import { readInput } from "../input.ts";
import { type JourneyAnswer, journeyAnswer } from "../journeys.ts";
import { lineFormat, streamFlows } from "../line-stream.ts";
import { type GivenFacts, readGivenFacts } from "../node-facts.ts";
import { journeyData } from "../output/journey-data.ts";
import { journeyText } from "../output/journey-text.ts";
import { goJson } from "../output/json.ts";
import { outcomeData } from "../output/outcome-data.ts";
import { outcomeText } from "../output/outcome-text.ts";
import { colours, reportDiagnostics, summary } from "../output/report.ts";
import { goYaml } from "../output/yaml.ts";
import { overlay, storedResources } from "../resources.ts";
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
      common.io.stderr.write(`${summary(input.diagnostics, input.resources.length)}; nothing was evaluated\n`);
      return EXIT.failed;
    }
  }
  const proposed = input?.resources ?? [];
  const evaluate = (resources: readonly Located[]) => evaluateAll(resources, common, args, options, output);
  if (options.offline === true) return evaluate(proposed);
  return withDatastore(
    common,
    async (store) => await evaluate(overlay(await storedResources(store, common), proposed)),
  );
}

function outputOf(options: Options): "table" | "json" | "yaml" {
  const output = options.output ?? "table";
  if (output === "table" || output === "json" || output === "yaml") return output;
  throw new UsageError(`unknown output \`${String(output)}\``, "simulate prints table, json or yaml");
}

function evaluateAll(
  resources: readonly Located[],
  common: Common,
  args: readonly string[],
  options: Options,
  output: "table" | "json" | "yaml",
): number | Promise<number> {
  const { io } = common;
  const given = readGivenFacts(options, io);
  if (given === undefined) return EXIT.failed;
  const compiled = world(resources, { profile: common.profile });
  reportDiagnostics(compiled.diagnostics, [], io);
  const flows = options.flows === undefined ? undefined : String(options.flows);
  const format = flows === undefined ? undefined : lineFormat(flows, options.flowsFormat);
  if (flows !== undefined && format !== undefined) {
    checkFlags(options);
    return streamFlows(flows, format, compiled.world, factsOfStream(resources, options, given), io);
  }
  const answers = answersOf(compiled.world, resources, given, { common, args, options });
  if (answers === undefined) return EXIT.failed;
  print(answers, output, common);
  const unmet = answers.filter(({ unmet }) => unmet !== undefined);
  for (const { flow, unmet: why } of unmet)
    io.stderr.write(`${printable(`expectation not met${flow.name ? ` (${flow.name})` : ""}: ${why}`)}\n`);
  if (answers.some(({ outcome }) => outcome.decidedBy.kind === "not-evaluated")) return EXIT.failed;
  return unmet.length > 0 ? EXIT.unmet : EXIT.ok;
}

interface Invocation {
  readonly common: Common;
  readonly args: readonly string[];
  readonly options: Options;
}

/** The answer to what is asked: a packet from end to end, one into a node, or the flows of a file. */
function answersOf(
  compiled: World,
  resources: readonly Located[],
  given: GivenFacts,
  { common, args, options }: Invocation,
): readonly (Answer | JourneyAnswer)[] | undefined {
  if (options.from !== undefined || options.to !== undefined) return [journeyAnswer(compiled, args, options, given)];
  if (options.flows !== undefined) {
    return fromFile(resources, options, given, common)?.map((one) => answer(compiled, one));
  }
  return fromArguments(resources, args, options, given).map((one) => {
    const answered = answer(compiled, one);
    return { ...answered, outcome: { ...answered.outcome, diagnostics: answered.outcome.diagnostics.map(inFlags) } };
  });
}

function print(answers: readonly (Answer | JourneyAnswer)[], output: "table" | "json" | "yaml", { io }: Common): void {
  if (output !== "table") {
    const data = { flows: answers.map((one) => ("isJourney" in one ? journeyData(one) : outcomeData(one))) };
    if (output === "json") io.stdout.write(goJson(data));
    else io.stdout.write(goYaml(data));
    return;
  }
  const chalk = colours(io.stdout, io);
  for (const [i, one] of answers.entries()) {
    const text = "isJourney" in one ? journeyText(one, chalk) : outcomeText(one, chalk);
    io.stdout.write(`${i > 0 ? "\n" : ""}${text}`);
    reportDiagnostics(one.outcome.diagnostics, [], io);
  }
}
