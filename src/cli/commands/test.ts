import { SharedBudget } from "../../analysis/sets/budget.ts";
import { refusedReport } from "../../report/flow-tests/refused-report.ts";
import { testData } from "../../report/flow-tests/test-data.ts";
import { testGithub } from "../../report/flow-tests/test-github.ts";
import { testJunit } from "../../report/flow-tests/test-junit.ts";
import {
  belowThresholdText,
  counts,
  countsText,
  isBelowThreshold,
  type TestReport,
} from "../../report/flow-tests/test-report.ts";
import { testTap } from "../../report/flow-tests/test-tap.ts";
import { testText } from "../../report/flow-tests/test-text.ts";
import { goJson } from "../../report/json.ts";
import { mutantFailures } from "../../report/suites/mutation-cases.ts";
import { flowFileProblems, testFlowFile, testReport } from "../../scenario/flow-files/flow-tests.ts";
import { unusedFacts } from "../../scenario/node-facts.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { readFlowSources } from "../scenario/flow-sources.ts";
import {
  checkOffline,
  checkStdin,
  codeOnScenario,
  openScenario,
  printRefusal,
  type ScenarioOptions,
} from "../scenario/open-scenario.ts";
import { mutateSuite } from "../scenario/suite/mutate-suite.ts";
import { writeSuite } from "../scenario/suite/write-suite.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import type { Io } from "../shell/io/io.ts";
import { printDiagnostics, styleFor } from "../shell/io/print-diagnostics.ts";
import { flag, number, oneOf, text } from "../shell/option.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, MANIFEST_OPTIONS } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

const FORMATS = ["table", "junit", "tap", "json", "github", "html"] as const;
type Output = (typeof FORMATS)[number];

/** `test` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "test",
  summary: "Check flow files: does every flow end as expected",
  arguments: [
    {
      syntax: "[files...]",
      help: "flow files, directories of them (and all below), or - for standard input; with --generate a folder to write",
    },
  ],
  options: {
    node: text("--node <node>", "the node of flow files that name none"),
    offline: flag("--offline", "use the files of -f only, not the datastore"),
    output: oneOf("-o, --output <format>", "table, junit, tap, json, github or html", FORMATS),
    coverage: flag("--coverage", "list the rules and the default denies of endpoints that no flow reached"),
    coverageThreshold: number(
      "--coverage-threshold <percent>",
      "exit with 3 when fewer of them were reached (0 to 100); implies --coverage",
      "a number from 0 to 100",
      (percent) => percent >= 0 && percent <= 100,
    ),
    generate: flag("--generate", "write flows that reach every rule and default deny that packets can reach"),
    mutate: flag("--mutate", "report small changes of policy that the flows do not notice"),
    ...FACTS_OPTIONS,
    ...MANIFEST_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [
    `A flow states \`expect: allow\` or \`expect: deny\`, or {verdict: deny, policy: NAME, rule: NUMBER} for what decides it;
\`via: NAME\` names a policy that allows it on its way, such as a pre-DNAT one before a pod's own policy decides.
\`forbid\` and \`permit\` state what must become of all packets of a kind: none passes, or every one does. They are proved, or
a packet shows that they do not hold.`,
  ],
  exits: {
    0: "everything is as expected",
    1: "a file cannot be read, or a flow cannot be evaluated",
    3: "an expectation is not met, an assertion does not hold or is not proved, the coverage is too low, or --mutate finds a change that nothing notices or that it cannot decide",
  },
  examples: [
    { line: "calicoctl test flows/", shows: "on the policy that the datastore holds" },
    { line: "calicoctl test flows/ -f policies/", shows: "what they would do if policies/ were applied" },
    { line: "calicoctl test flows/ -f policies/ --offline --coverage", shows: "on the files alone, as in CI" },
    {
      line: "calicoctl test flows/ -f policies/ --offline --mutate",
      shows: "which mistakes the flows would not notice",
    },
    { line: "calicoctl test flows/ -f policies/ --offline -o junit > report.xml", shows: "a report for CI services" },
    {
      line: "calicoctl test flows/ -f policies/ --offline -o github",
      shows: "what fails, as annotations at its line in a GitHub workflow",
    },
  ],
});

/** Which flow files `test` evaluates, on what, and how it prints the report. */
export interface TestOptions {
  readonly files: readonly string[];
  readonly scenario: ScenarioOptions;
  /** The node of flow files that name none. */
  readonly node: string | undefined;
  readonly coverage: boolean;
  /** In percent. */
  readonly threshold: number | undefined;
  /** Whether mutants of the policy are run, where all flows pass. */
  readonly mutate: boolean;
  /** Whether flow files are made instead, and the folder that they are written to; standard output without one. */
  readonly generate: { readonly folder: string | undefined } | undefined;
  readonly output: Output;
}

/** The options of `test`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): TestOptions {
  const { node, coverage, coverageThreshold, generate, mutate, output = "table" } = options;
  checkOffline(options);
  checkStdin(options, generate ? [] : words);
  if (generate) checkGenerate(words, options);
  else if (words.length === 0)
    throw new UsageError("missing required argument 'files'", "name flow files, or folders of them");
  return {
    ...{ files: words, scenario: options, node, threshold: coverageThreshold, mutate, output },
    // A page draws it over the policies.
    coverage: coverage || output === "html",
    generate: generate ? { folder: words[0] } : undefined,
  };
}

/** Wrong usage where --generate is given with what is about flows that there are already. */
function checkGenerate(
  words: readonly string[],
  { coverage, coverageThreshold, mutate, output }: Line<typeof declaration.options>["options"],
): void {
  const isWith = coverage || coverageThreshold !== undefined || mutate || output !== undefined;
  if (isWith) throw new UsageError("--generate makes flows, and tests none", "test them afterwards");
  if (words.length > 1)
    throw new UsageError("--generate writes to one folder", "name one, or none for standard output");
}

/**
 * `test`: evaluates the flows of files on the datastore's resources with `-f` laid over them (`--offline`: on the files
 * alone) and compares them with their expectations. Exit 1 when anything cannot be read or evaluated, 3 when an
 * expectation is not met or the coverage is below its threshold.
 */
export async function run(options: TestOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const flows = options.generate ? [] : readFlowSources(options.files, io);
  const texts = flows.flatMap(({ source }) => source ?? []);
  const opened = await openScenario(options.scenario, context);
  if (!opened.ok) {
    const { refusal } = opened;
    if (refusal === undefined) return printRefusal(undefined, io);
    // What is wrong with the flow files is reported in the same run.
    const diagnostics = [...refusal.diagnostics, ...flowFileProblems(flows)];
    const { output } = options;
    if (output !== "table" && !options.generate)
      io.stdout.writeData(await rendered(refusedReport(diagnostics), output));
    return printRefusal({ ...refusal, diagnostics, sources: [...refusal.sources, ...texts] }, io);
  }
  const { scenario } = opened;
  printDiagnostics(scenario.diagnostics, scenario.sources, io);
  if (options.generate) {
    const { node } = options;
    return codeOnScenario(scenario, writeSuite(scenario, { ...options.generate, node }, context));
  }
  const outcomes = options.coverage || options.threshold !== undefined;
  const of = { node: options.node, namespace: context.namespace, outcomes, budget: new SharedBudget() };
  const files = flows.map((one) => testFlowFile(scenario, one, of));
  for (const { problems, cases } of files) {
    const ofFlows = cases.flatMap((one) => one.answer.outcome.diagnostics);
    printDiagnostics([...problems, ...ofFlows], texts, io);
  }
  const entered = files.flatMap(({ cases, proofs }) => [
    ...cases.map((one) => one.answer.node),
    ...proofs.flatMap(({ nodes }) => nodes),
  ]);
  printDiagnostics(unusedFacts(scenario.saved, entered), [], io);
  const tested = testReport(scenario, files, options);
  const isPassed = codeOf(tested) === EXIT.ok;
  const suite = { node: options.node, namespace: context.namespace };
  const report = options.mutate && isPassed ? { ...tested, mutation: mutateSuite(scenario, flows, suite) } : tested;
  const code = await finish(report, options.output, io, scenario);
  if (options.mutate && !isPassed) io.stderr.write("no mutants were run: the flows do not all pass as it is\n");
  return codeOnScenario(scenario, code);
}

/** The exit code of flows, assertions, coverage and mutants. */
function codeOf(report: TestReport): number {
  const sums = counts(report.files);
  if (sums.errors > 0) return EXIT.failed;
  const unnoticed = report.mutation ? mutantFailures(report.mutation) : 0;
  return sums.failed + sums.notProved + unnoticed > 0 || isBelowThreshold(report) ? EXIT.unmet : EXIT.ok;
}

/** Prints the report; for programs the counts go to stderr, where a person reads them in a log. Returns the exit code. */
async function finish(report: TestReport, output: Output, io: Io, scenario: Scenario): Promise<number> {
  if (output === "table") io.stdout.write(testText(report, styleFor(io.stdout)));
  else io.stdout.writeData(await rendered(report, output, scenario));
  if (output !== "table") io.stderr.write(`${countsText(counts(report.files))}\n`);
  const below = belowThresholdText(report);
  if (below !== undefined) io.stderr.write(`${below}\n`);
  return codeOf(report);
}

async function rendered(report: TestReport, output: Exclude<Output, "table">, scenario?: Scenario): Promise<string> {
  switch (output) {
    case "junit":
      return testJunit(report);
    case "tap":
      return testTap(report);
    case "json":
      return goJson(testData(report));
    case "github":
      return testGithub(report);
    case "html": {
      const { testHtml } = await import("../../report/flow-tests/html/test-html.ts");
      const { coverageTargets } = await import("../../analysis/coverage.ts");
      const targets = scenario === undefined ? [] : coverageTargets(scenario.world);
      return testHtml(report, { targets, sources: scenario?.sources ?? [] });
    }
  }
}
