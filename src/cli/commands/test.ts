import { RecentTrees } from "../../manifest/locate.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { VersionProfile } from "../../model/kinds/version.ts";
import type { Located } from "../../model/resource.ts";
import type { World } from "../../policy/compiled.ts";
import { coverage } from "../../policy/coverage.ts";
import { world } from "../../policy/world.ts";
import { testData } from "../../report/flow-tests/test-data.ts";
import { firstDifference } from "../../report/flow-tests/test-difference.ts";
import { testJunit } from "../../report/flow-tests/test-junit.ts";
import {
  belowText,
  counts,
  countsText,
  type TestCase,
  type TestFile,
  type TestReport,
} from "../../report/flow-tests/test-report.ts";
import { testTap } from "../../report/flow-tests/test-tap.ts";
import { testText } from "../../report/flow-tests/test-text.ts";
import { goJson } from "../../report/json.ts";
import type { FlowAnswer } from "../../report/outcomes/answer.ts";
import { readFlowFile } from "../../traffic/flow-file.ts";
import { answer, type FileFlow, flowsOf } from "../flow-files.ts";
import { checkInput, type Input, parseInput, withInput, withInputOffline } from "../input.ts";
import { type GivenFacts, readGivenFacts, unusedFacts } from "../node-facts.ts";
import { colours, reportDiagnostics, summary } from "../output/report.ts";
import { overlay, storedResources } from "../resources/stored-resources.ts";
import { declare, flag, type Line, number, oneOf, text, type UntypedLine, untyped } from "../shell/command.ts";
import { type CommandContext, versionWithoutStore } from "../shell/context.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, MANIFEST_OPTIONS } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";
import { readSources, type Source } from "../sources.ts";

export const declaration = declare({
  name: "test",
  summary: "Check flow files: does every flow end as expected",
  arguments: [
    { syntax: "<files...>", help: "flow files, directories of them (and all below), or - for standard input" },
  ],
  options: {
    node: text("--node <node>", "the node of flow files that name none"),
    offline: flag("--offline", "use the files of -f only, not the datastore"),
    output: oneOf("-o, --output <format>", "table, junit, tap or json", ["table", "junit", "tap", "json"]),
    coverage: flag("--coverage", "list the rules and the default denies of endpoints that no flow reached"),
    coverageThreshold: number(
      "--coverage-threshold <percent>",
      "exit with 3 when fewer of them were reached (0 to 100); implies --coverage",
      "a number from 0 to 100",
      (percent) => percent >= 0 && percent <= 100,
    ),
    ...FACTS_OPTIONS,
    ...MANIFEST_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [
    `A flow states \`expect: allow\` or \`expect: deny\`, or {verdict: deny, policy: NAME, rule: NUMBER} for what decides it;
\`via: NAME\` names a policy that allows it on its way, such as a pre-DNAT one before a pod's own policy decides.
Exit code 3: an expectation is not met, or the coverage is too low; 1: a file cannot be read or a flow not evaluated.`,
  ],
  examples: [
    { line: "calicoctl test flows/", shows: "on the policy that the datastore holds" },
    { line: "calicoctl test flows/ -f policies/", shows: "what they would do if policies/ were applied" },
    { line: "calicoctl test flows/ -f policies/ --offline --coverage", shows: "on the files alone, as in CI" },
    { line: "calicoctl test flows/ -f policies/ --offline -o junit > report.xml", shows: "a report for CI services" },
  ],
});

export function parse(line: Line<typeof declaration.options>): UntypedLine {
  return untyped(line);
}

type Options = Readonly<Record<string, unknown>>;

const OUTPUTS = ["table", "junit", "tap", "json"] as const;
type Output = (typeof OUTPUTS)[number];

/** One file or directory that was named, with the texts it brought. */
interface FlowSource {
  readonly name: string;
  readonly source?: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `test`: evaluates the flows of files on the datastore's resources with `-f` laid over them (`--offline`: on the files
 * alone) and compares them with their expectations. Exit 1 when anything cannot be read or evaluated, 3 when an
 * expectation is not met or the coverage is below its threshold.
 */
export async function run({ words: args, options }: UntypedLine, context: CommandContext): Promise<number> {
  const output = outputOf(options);
  const names = (options.filename as readonly string[] | undefined) ?? [];
  if (options.offline === true && names.length === 0) {
    throw new UsageError("--offline evaluates files alone, and no file is given", "name one with -f");
  }
  if (names.includes("-") && args.includes("-")) {
    throw new UsageError("standard input can hold flows or resources, not both", "name a file for one of them");
  }
  const flows = readFlowSources(args, context);
  const parsed = await parseInput(names, context.io, { recursive: options.recursive === true, allowBlank: true });
  const given = readGivenFacts(options, context.io);
  const refused = (input: Input): number => notEvaluated(input, flows, context);
  if (given === undefined) {
    const input = await checkInput(parsed, versionWithoutStore(context), {
      purpose: "simulate",
      namespace: context.namespace,
    });
    return refused(input);
  }
  const recent = new RecentTrees();
  const evaluate = (input: Input, calico: VersionProfile, stored: readonly Located[]): number => {
    const { sources } = input;
    reportDiagnostics(input.diagnostics, sources, context.io);
    const resources = overlay(stored, input.resources);
    const compiled = world(resources, { profile: calico });
    reportDiagnostics(compiled.diagnostics, sources, context.io);
    const files = flows.map((one) =>
      testFile(one, compiled.world, { resources, given, node: options.node as string | undefined, recent }),
    );
    const texts = flows.flatMap(({ source }) => source ?? []);
    for (const { problems, cases } of files) {
      const ofFlows = cases.flatMap((one) => one.answer.outcome.diagnostics);
      reportDiagnostics([...problems, ...ofFlows], texts, context.io);
    }
    const entered = files.flatMap(({ cases }) => cases.map((one) => one.answer.node));
    reportDiagnostics(unusedFacts(given, entered), [], context.io);
    return finish(reportOf(files, compiled.world, options), output, context);
  };
  if (options.offline === true) {
    const work = (input: Input, calico: VersionProfile) => evaluate(input, calico, []);
    return withInputOffline(parsed, context, { purpose: "simulate", refused, work });
  }
  return withInput(parsed, context, {
    purpose: "simulate",
    refused,
    work: async (input, store) => evaluate(input, store.profile, await storedResources(store, context)),
  });
}

function outputOf({ output = "table" }: Options): Output {
  const known = OUTPUTS.find((one) => one === output);
  if (known === undefined) {
    throw new UsageError(`unknown output \`${String(output)}\``, "test prints table, junit, tap or json");
  }
  return known;
}

/** The flow files that are named or stand anywhere below a named directory, each once. */
function readFlowSources(args: readonly string[], { io }: CommandContext): FlowSource[] {
  const found = new Map<string, FlowSource>();
  for (const name of new Set(args)) {
    const { sources, diagnostics } = readSources([name], { recursive: true }, io);
    if (diagnostics.length > 0) found.set(`${name}\0`, { name, diagnostics });
    for (const source of sources) found.set(source.name, { name: source.name, source, diagnostics: [] });
  }
  return [...found.values()];
}

/** Where resources or facts are wrong, nothing is evaluated; but what is wrong with the flow files is told as well. */
function notEvaluated(input: Input, flows: readonly FlowSource[], { io }: CommandContext): number {
  const ofFlows = flows.flatMap(({ source, diagnostics }) => [
    ...diagnostics,
    ...(source === undefined ? [] : ofFile(source.name, readFlowFile(source).diagnostics)),
  ]);
  const sources = [...(input.sources ?? []), ...flows.flatMap(({ source }) => source ?? [])];
  const ofInput = input.diagnostics ?? [];
  reportDiagnostics([...ofInput, ...ofFlows], sources, io);
  const sum = hasErrors(ofInput) ? `${summary(ofInput, input.resources ?? [])}; ` : "";
  io.stderr.write(`${sum}nothing was evaluated\n`);
  return EXIT.failed;
}

/** The findings of a flow file; where it holds a resource instead, that is the one to tell. */
function ofFile(name: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const field = diagnostics.find(({ code, path }) => code === "field.unknown" && path === "apiVersion");
  if (field === undefined) return diagnostics;
  const message = `\`${name}\` holds resources, not flows`;
  return [{ ...field, code: "flow.resource", message, help: "resources are named with -f" }];
}

/** What is known beside a flow file. */
interface Known {
  readonly resources: readonly Located[];
  readonly given: GivenFacts;
  readonly node: string | undefined;
  readonly recent: RecentTrees;
}

function testFile(from: FlowSource, compiled: World, { resources, given, node, recent }: Known): TestFile {
  const { name, source } = from;
  if (source === undefined) return { name, problems: from.diagnostics, cases: [] };
  const { file, diagnostics, locate } = readFlowFile(source, recent);
  if (file === undefined) return { name, problems: ofFile(name, diagnostics), cases: [] };
  const { asked, diagnostics: open } = flowsOf(file, locate, resources, node, given);
  const start = { line: 1, column: 1 };
  const idle: Diagnostic = {
    severity: "warning",
    code: "flow.no-expectation",
    message: "no flow of this file has an expectation: nothing is tested",
    help: "write `expect: allow` or `expect: deny` beside a flow",
    span: { source: name, start, end: start },
  };
  const isIdle = file.flows.every(({ expect }) => expect === undefined);
  const cases = asked.map((one) => testCase(one, compiled));
  return { name, problems: [...diagnostics, ...open, ...(isIdle ? [idle] : [])], cases };
}

function testCase(asked: FileFlow, compiled: World): TestCase {
  const answered = answer(compiled, asked);
  const result = resultOf(answered);
  const difference = result === "failed" ? firstDifference(compiled, answered) : undefined;
  const { number, place } = asked;
  return { number, span: place(""), answer: answered, result, ...(difference !== undefined && { difference }) };
}

function resultOf({ flow, outcome, unmet }: FlowAnswer): TestCase["result"] {
  if (outcome.decidedBy.kind === "not-evaluated") return "error";
  if (flow.expect === undefined) return "no-expectation";
  return unmet === undefined ? "passed" : "failed";
}

function reportOf(files: readonly TestFile[], compiled: World, options: Options): TestReport {
  const threshold = options.coverageThreshold as number | undefined;
  if (options.coverage !== true && threshold === undefined) return { files };
  const outcomes = files.flatMap(({ cases }) => cases.map((one) => one.answer.outcome));
  return { files, coverage: coverage(compiled, outcomes), ...(threshold !== undefined && { threshold }) };
}

/** Prints the report; for programs the sum goes to stderr, where a person reads it in a log. */
function finish(report: TestReport, output: Output, { io }: CommandContext): number {
  const sums = counts(report.files);
  io.stdout.write(printed(report, output, colours(io.stdout, io)));
  if (output !== "table") io.stderr.write(`${countsText(sums)}\n`);
  const below = belowText(report);
  if (below !== undefined) io.stderr.write(`${below}\n`);
  if (sums.errors > 0) return EXIT.failed;
  return sums.failed > 0 || below !== undefined ? EXIT.unmet : EXIT.ok;
}

function printed(report: TestReport, output: Output, chalk: ReturnType<typeof colours>): string {
  switch (output) {
    case "table":
      return testText(report, chalk);
    case "junit":
      return testJunit(report);
    case "tap":
      return testTap(report);
    case "json":
      return goJson(testData(report));
  }
}
