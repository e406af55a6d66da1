import { addressNames } from "../../analysis/address-names.ts";
import { exposureData, isComplete } from "../../report/exposure/exposure-data.ts";
import { exposureDot } from "../../report/exposure/exposure-dot.ts";
import type { ExposureReport } from "../../report/exposure/exposure-rows.ts";
import { exposureCsv, exposureMarkdown } from "../../report/exposure/exposure-tables.ts";
import { exposureText } from "../../report/exposure/exposure-text.ts";
import { goJson } from "../../report/json.ts";
import {
  exposedWays,
  exposureQuestion,
  type ExposureOptions as Given,
} from "../../scenario/exposure/exposure-question.ts";
import { unusedFacts } from "../../scenario/node-facts.ts";
import { leftOutOf } from "../../scenario/scenario.ts";
import { inCalicosLanguage } from "../../selector/either-language.ts";
import { printMatrix } from "../scenario/exposure/print-matrix.ts";
import {
  checkOffline,
  codeOnScenario,
  openScenario,
  printRefusal,
  type ScenarioOptions,
} from "../scenario/open-scenario.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import type { Io } from "../shell/io/io.ts";
import { printDiagnostics, styleFor } from "../shell/io/print-diagnostics.ts";
import { flag, list, oneOf, text } from "../shell/option.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, MANIFEST_OPTIONS } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

const EXPOSURE_OUTPUTS = ["table", "json", "csv", "dot", "markdown", "svg", "html"] as const;

/** `exposure` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "exposure",
  summary: "Show who can reach what, exactly: all packets, not some",
  options: {
    node: text("--node <node>", "only endpoints of this node", { values: "nodes" }),
    to: list(
      "--to <endpoint>",
      "endpoint by its name, an address of it, or a selector: role == 'db' or role=db; with --direction out a destination (repeatable)",
    ),
    from: list(
      "--from <net>",
      "network, or the name of an endpoint or network set, or a selector; with --direction out the endpoint (repeatable)",
    ),
    port: list("--port <port>", "tcp/22, udp/8000:8100, tcp, icmp/8 (repeatable)"),
    direction: oneOf("--direction <direction>", "in: who reaches the endpoints (the default); out: whom they reach", [
      "in",
      "out",
    ]),
    traffic: oneOf("--traffic <traffic>", "of host endpoints: local, forwarded, or any (the default)", [
      "local",
      "forwarded",
      "any",
    ]),
    verdict: oneOf("--verdict <verdict>", "show what is allowed (the default), denied, or any", [
      "allow",
      "deny",
      "any",
    ]),
    output: oneOf("-o, --output <format>", "table, json, csv, dot, markdown, svg or html", EXPOSURE_OUTPUTS),
    matrix: flag("--matrix", "a grid: --from (endpoints, network sets and the rest) by --to (endpoints)"),
    offline: flag("--offline", "use the files of -f only, not the datastore"),
    ...FACTS_OPTIONS,
    ...MANIFEST_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [
    `The answer is about every packet that opens a connection, by what its node does with it; nodes on its way are not evaluated.`,
  ],
  exits: {
    1: "something cannot be read",
    3: "for some endpoint there is no exact answer, which the output says",
  },
  examples: [
    { line: "calicoctl exposure --to 'has(role)' --port tcp/22", shows: "who can open ssh connections" },
    { line: "calicoctl exposure -f policies/ --offline -o json", shows: "all of it, as disjoint sets of packets" },
    { line: "calicoctl exposure --from 203.0.113.0/24", shows: "what these addresses reach" },
    { line: "calicoctl exposure --direction out --from node1-eth0", shows: "what this endpoint can reach" },
    { line: "calicoctl exposure --matrix --port tcp", shows: "who may open TCP connections to whom, as a grid" },
  ],
});

type Output = (typeof EXPOSURE_OUTPUTS)[number];

/** What `exposure` shows, on what, and how. */
export interface ExposureCommandOptions {
  readonly scenario: ScenarioOptions;
  readonly given: Given;
  readonly verdicts: ExposureReport["verdicts"];
  readonly output: Output;
  readonly isMatrix: boolean;
}

/** The options of `exposure`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): ExposureCommandOptions {
  checkOffline(options);
  const { node, to, from, port, direction = "in", traffic = "any", verdict = "allow", output = "table" } = options;
  const isMatrix = options.matrix === true;
  for (const name of ["direction", "traffic", "verdict"] as const) {
    if (isMatrix && options[name] !== undefined) throw new UsageError(`--matrix and --${name} exclude each other`);
  }
  return {
    isMatrix,
    scenario: options,
    given: { node, to: to.map(inCalicosLanguage), from: from.map(inCalicosLanguage), port, direction, traffic },
    verdicts: verdict === "any" ? ["allow", "deny"] : [verdict],
    output,
  };
}

/**
 * `exposure`: who can reach what, on the datastore's resources with `-f` laid over them (`--offline`: on the files alone).
 * Exit 3 where there is no exact answer for some endpoint, 1 where something cannot be read.
 */
export async function run(options: ExposureCommandOptions, context: CommandContext) {
  const { scenario: of, given, verdicts, output, isMatrix } = options;
  const { io } = context;
  const opened = await openScenario(of, context);
  if (!opened.ok) return printRefusal(opened.refusal, io);
  const { scenario } = opened;
  printDiagnostics(scenario.diagnostics, scenario.sources, io);
  if (isMatrix) {
    const isProved = await printMatrix(scenario, given, output, io);
    return codeOnScenario(scenario, isProved ? EXIT.ok : EXIT.unmet);
  }
  const question = exposureQuestion(scenario, given);
  const ways = exposedWays(scenario, question);
  const report: ExposureReport = { ways, direction: given.direction, verdicts, names: addressNames(scenario.world) };
  const left = leftOutOf(scenario);
  await print(report, output, left, io);
  const nodes = question.ways.endpoints.map(({ node }) => node);
  printDiagnostics(unusedFacts(scenario.saved, nodes), [], io);
  return codeOnScenario(scenario, ways.every(isComplete) ? EXIT.ok : EXIT.unmet);
}

async function print(
  report: ExposureReport,
  output: Output,
  left: ReturnType<typeof leftOutOf>,
  io: Io,
): Promise<void> {
  if (output === "svg") {
    const { exposureSvg } = await import("../../report/exposure/pictures/exposure-svg.ts");
    io.stdout.writeData(`${exposureSvg(report)}\n`);
  } else if (output === "html") {
    const { exposureHtml } = await import("../../report/exposure/pictures/exposure-html.ts");
    io.stdout.writeData(exposureHtml(report));
  }
  if (output === "svg" || output === "html") return;
  if (output !== "table") {
    io.stdout.writeData(asData(report, output, left));
    return;
  }
  io.stdout.write(exposureText(report, styleFor(io.stdout)));
  const open = report.ways.filter((one) => !isComplete(one)).length;
  if (open > 0) io.stderr.write(`not proved for ${open} of ${report.ways.length} ways\n`);
  const assumed = new Set(report.ways.flatMap(({ result }) => (result.exact ? result.value.assumptions : [])));
  for (const text of assumed) io.stderr.write(`assumed: ${text}\n`);
}

function asData(
  report: ExposureReport,
  output: Exclude<Output, "table" | "svg" | "html">,
  left: ReturnType<typeof leftOutOf>,
): string {
  switch (output) {
    case "json":
      return goJson({ ...exposureData(report), ...left });
    case "csv":
      return exposureCsv(report);
    case "markdown":
      return exposureMarkdown(report);
    case "dot":
      return exposureDot(report);
  }
}
