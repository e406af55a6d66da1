import { readFlows } from "../../manifest/flows.ts";
import { type Diagnostic, hasErrors, type Span } from "../../model/diagnostic.ts";
import type { Flow, FlowFile, NodeFacts } from "../../model/flow.ts";
import { printable } from "../../model/printable.ts";
import type { Located } from "../../model/resource.ts";
import type { World } from "../../policy/compiled.ts";
import { inferEntry } from "../../policy/infer.ts";
import { resolveFlow } from "../../policy/resolve.ts";
import { simulate } from "../../policy/simulate.ts";
import { world } from "../../policy/world.ts";
import { type Answer, unmetExpectation } from "../expectation.ts";
import { flowRequest } from "../flow-args.ts";
import { readInput } from "../input.ts";
import { goJson } from "../output/json.ts";
import { outcomeData } from "../output/outcome-data.ts";
import { outcomeText } from "../output/outcome-text.ts";
import { colours, reportDiagnostics, summary } from "../output/report.ts";
import { goYaml } from "../output/yaml.ts";
import type { Common } from "../program.ts";
import { overlay, storedResources } from "../resources.ts";
import { readSources } from "../sources.ts";
import { withDatastore } from "../store.ts";
import { EXIT, UsageError } from "../usage.ts";

type Options = Readonly<Record<string, unknown>>;

/** A flow that can be evaluated: complete, with the node it enters, and what was inferred to complete it. */
interface Asked {
  readonly flow: Flow;
  readonly facts: NodeFacts;
  readonly inferred: readonly string[];
  /** Where a field of the flow stands, when it came from a file. */
  readonly place?: (path: string) => Span;
}

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
  const evaluate = (resources: readonly Located[]): number => evaluateAll(resources, common, args, options, output);
  if (options.offline === true) return evaluate(proposed);
  return withDatastore(common, async (store) => evaluate(overlay(await storedResources(store, common), proposed)));
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
): number {
  const { io } = common;
  const compiled = world(resources, { profile: common.profile });
  reportDiagnostics(compiled.diagnostics, [], io);
  const asked =
    options.flows === undefined ? fromArguments(resources, args, options) : fromFile(resources, options, common);
  if (asked === undefined) return EXIT.failed;
  const answers = asked.map((one) => answer(compiled.world, one));
  print(answers, output, common);
  const unmet = answers.filter(({ unmet }) => unmet !== undefined);
  for (const { flow, unmet: why } of unmet)
    io.stderr.write(`${printable(`expectation not met${flow.name ? ` (${flow.name})` : ""}: ${why}`)}\n`);
  if (answers.some(({ outcome }) => outcome.decidedBy.kind === "not-evaluated")) return EXIT.failed;
  return unmet.length > 0 ? EXIT.unmet : EXIT.ok;
}

function answer(compiled: World, { flow, facts, inferred, place }: Asked): Answer {
  const outcome = simulate(compiled, facts, flow);
  const diagnostics = outcome.diagnostics.map((found) => (place ? { ...found, span: place(found.path ?? "") } : found));
  const whole = { ...outcome, diagnostics, assumptions: [...inferred, ...outcome.assumptions] };
  const unmet = unmetExpectation(flow.expect, whole);
  const resolved = resolveFlow(compiled, facts, flow);
  return {
    // With `to` filled in, so that the answer says where the packet was taken to go.
    flow: resolved.ok ? resolved.flow : flow,
    node: facts.node,
    outcome: whole,
    ...(unmet !== undefined && { unmet }),
  };
}

function print(answers: readonly Answer[], output: "table" | "json" | "yaml", { io }: Common): void {
  if (output !== "table") {
    const data = { flows: answers.map(outcomeData) };
    if (output === "json") io.stdout.write(goJson(data));
    else io.stdout.write(goYaml(data));
    return;
  }
  const chalk = colours(io.stdout, io);
  for (const [i, one] of answers.entries()) {
    io.stdout.write(`${i > 0 ? "\n" : ""}${outcomeText(one, chalk)}`);
    reportDiagnostics(one.outcome.diagnostics, [], io);
  }
}

/** The packet of the command line, with the node and the way in found where only one fits. */
function fromArguments(resources: readonly Located[], args: readonly string[], options: Options): Asked[] {
  const { packet, node, from, to, interfaces, dnat, sourcePortAssumed } = flowRequest(args, options);
  const { srcIP, dstIP } = packet;
  const entry = inferEntry(resources, { srcIP, dstIP, interfaces, ...(node && { node }), ...(from && { from }) });
  if (!entry.ok) throw question(entry.missing, entry.fitting);
  const flow: Flow = { ...packet, from: entry.from, ...(to && { to }) };
  const assumed = sourcePortAssumed ? [`the source port is ${packet.srcPort}: none was given`] : [];
  const facts: NodeFacts = { node: entry.node, interfaces, dnat };
  return [{ flow, facts, inferred: [...entry.inferred, ...assumed] }];
}

const QUESTIONS = {
  node: ["which node does the packet enter?", "--node NODE"],
  from: ["how does the packet come in?", "--in INTERFACE, --from-process or --from-workload NAME"],
} as const;

function question(missing: "node" | "from", fitting: readonly string[]): UsageError {
  const [message, flags] = QUESTIONS[missing];
  const shown = fitting.slice(0, 20).join(", ");
  return new UsageError(
    message,
    fitting.length === 0 ? `say it with ${flags}` : `say it with ${flags}; these fit: ${shown}`,
  );
}

/** The flows of a file; prints its findings and gives `undefined` when it cannot be read. */
function fromFile(resources: readonly Located[], options: Options, common: Common): Asked[] | undefined {
  const { sources, diagnostics } = readSources([String(options.flows)], {}, common.io);
  const [source] = sources;
  const read = source === undefined ? undefined : readFlows(source);
  const all: Diagnostic[] = [...diagnostics, ...(read?.diagnostics ?? [])];
  reportDiagnostics(all, sources, common.io);
  if (read?.file === undefined || hasErrors(all)) return undefined;
  const { file, locate } = read;
  return file.flows.map((flow, i) => {
    const facts = factsOf(file, flow, resources, options);
    return { flow, facts, inferred: [], place: (path: string) => locate(i, path === "" ? [] : [path]) };
  });
}

function factsOf(file: FlowFile, flow: Flow, resources: readonly Located[], options: Options): NodeFacts {
  const { flows: _, node = options.node as string | undefined, ...facts } = file;
  const { srcIP, dstIP, from } = flow;
  if (node !== undefined) return { ...facts, node };
  const entry = inferEntry(resources, { srcIP, dstIP, from, interfaces: file.interfaces ?? {} });
  if (!entry.ok) throw question(entry.missing, entry.fitting);
  return { ...facts, node: entry.node };
}
