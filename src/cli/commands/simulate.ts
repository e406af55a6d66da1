import { printable } from "../../model/printable.ts";
import type { Outcome, Verdict } from "../../policy/outcome.ts";
import type { SimulateOptions as TraceOptions } from "../../policy/simulate.ts";
import { LINE_FORM_NAMES, type LineFormName } from "../../report/lines/form-names.ts";
import type { EndToEndAnswer, FlowAnswer } from "../../report/outcomes/answer.ts";
import { answerEndToEnd } from "../../scenario/end-to-end/answer-end-to-end.ts";
import { answerFlow } from "../../scenario/flow/evaluate-flow.ts";
import { factsOfLines, flowOfQuery, withFlagHelp } from "../../scenario/flow/flow-request.ts";
import { type Query, queryOf } from "../../scenario/flow/query.ts";
import { unusedFacts } from "../../scenario/node-facts.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import {
  checkOffline,
  checkStdin,
  codeOnScenario,
  openScenario,
  printRefusal,
  type ScenarioOptions,
} from "../scenario/open-scenario.ts";
import { ANSWER_OUTPUTS, type AnswersOutput, printAnswers } from "../scenario/output/print-answers.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import type { Io } from "../shell/io/io.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { flag, list, oneOf, text } from "../shell/option.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, MANIFEST_OPTIONS } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

/** `simulate` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "simulate",
  summary: "Show what Calico does to a packet, and why",
  arguments: [
    { syntax: "[protocol]", help: "tcp, udp, icmp, icmpv6, sctp, udplite, or a number", values: "protocols" },
    { syntax: "[source]", help: "source address, with :PORT where it matters; [2001:db8::1]:PORT for IPv6" },
    { syntax: "[destination]", help: "destination address and port, as the packet carries it where it enters" },
    { syntax: "[port]", help: "the destination's port, where it is not behind the address: 443, or https" },
  ],
  options: {
    node: text("--node <node>", "the node the packet enters", { values: "nodes" }),
    in: text("--in <interface>", "it comes in through this host interface", { values: "host interfaces" }),
    fromProcess: flag("--from-process", "it is sent by a process of the node"),
    fromWorkload: text("--from-workload <name>", "it is sent by this workload of the node", { values: "workloads" }),
    out: text("--out <interface>", "it leaves through this interface", { values: "interfaces" }),
    toProcess: flag("--to-process", "it is for a process of the node"),
    toWorkload: text("--to-workload <name>", "it is for this workload of the node", { values: "workloads" }),
    interface: list(
      "--interface <name=addresses>",
      "addresses of an interface of the node, eth0=10.0.0.1,... (repeatable)",
    ),
    dnat: list("--dnat <rule>", "a DNAT of the node, tcp:10.0.0.1:31852=192.168.1.10:8080 (repeatable)"),
    outputDnat: list("--output-dnat <rule>", "a DNAT of packets that the node itself sends, like --dnat (repeatable)"),
    from: text("--from <endpoint>", "with --to: from this endpoint, wherever it is (see below)", {
      values: "endpoints",
    }),
    to: text("--to <endpoint>", "with --from: to this endpoint, through every node on the path", {
      values: "endpoints",
    }),
    src: text("--src <address>", "the source address, instead of a word"),
    dst: text("--dst <address>", "the destination address"),
    protocol: text("--protocol <protocol>", "the protocol", { values: "protocols" }),
    port: text("--port <port>", "the destination port"),
    icmp: text("--icmp <type[/code]>", "ICMP type and code (default: echo request)"),
    tcpFlags: text("--tcp-flags <flags>", "TCP flags of a packet that does not open a connection: ACK, RST, SYN+ACK"),
    established: flag("--established", "the packet belongs to a connection that is already open"),
    flows: text("--flows <file>", "read flows from a file, or - for standard input"),
    flowsFormat: text(
      "--flows-format <format>",
      "ndjson or csv: one flow per line, evaluated as a stream (the default for .ndjson, .jsonl, .csv)",
      { again: "last counts", values: ["ndjson", "csv"] },
    ),
    offline: flag("--offline", "use the files only, not the datastore"),
    expect: text("--expect <verdict>", "exit with 3 unless the verdict is allow or deny", {
      values: ["allow", "deny"],
    }),
    repair: oneOf("--repair <verdict>", "find the smallest edits that make the verdict allow or deny", [
      "allow",
      "deny",
    ]),
    output: oneOf(
      "-o, --output <format>",
      "table, json, yaml, svg, html, markdown or mermaid; flows one per line: json or csv",
      [...ANSWER_OUTPUTS, "csv"],
    ),
    allSteps: flag("--all-steps", "list every policy that does not apply, however many there are"),
    ...FACTS_OPTIONS,
    ...MANIFEST_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [
    `End to end: simulate --from ENDPOINT --to ENDPOINT PROTOCOL PORT, where ENDPOINT is a host endpoint, a node, a workload
([NAMESPACE/]POD, or its endpoint's name) or an address. --out is then the interface of the first node, --in that of the
next; --node is the node of --interface, --dnat and facts without a node.`,
    `In Kubernetes' words: pod/[NAMESPACE/]NAME, pod/NAMESPACE/LABEL=VALUE, svc/[NAMESPACE/]NAME, node/NAME, external:ADDRESS,
and deployment/, statefulset/, daemonset/, replicaset/, job/ and ns/ for their pods, with kubectl's short names. The
namespace is that of -n, else default. PORT is a number or a port's name, may follow the end of --to (node/node2:31852), and
is not needed for a Service of one port. Every backend that a node may choose, and pods that are not alike, are evaluated one
by one; the verdict says whether they differ, and --expect holds only where it does for each.`,
    `Facts: a folder with addr.json (ip -j addr), route.json (ip -j route) and nat.txt (iptables-save -t nat), each optional;
any names with \`addr\`, \`route\`, \`nat\` or \`iptables\` in them do. Or a folder of such folders, called after the nodes.
--interface and --dnat take precedence over a flow file, and that over saved facts.`,
  ],
  exits: {
    1: "a packet cannot be evaluated, or something cannot be read",
    3: "an expectation is not met, or --repair finds no edit",
  },
  examples: [
    { line: "calicoctl simulate --from default/web-1 --to db-1 tcp 5432", shows: "through both nodes, and back" },
    {
      line: "calicoctl simulate --offline -f cluster.yaml --from pod/shop/db-0 --to svc/shop/web",
      shows: "to each backend of a Service",
    },
    {
      line: "calicoctl simulate --offline -f cluster.yaml --from external:203.0.113.9 --to node/node1:31852",
      shows: "from outside to a NodePort",
    },
    {
      line: "calicoctl simulate --offline -f cluster.yaml --from deploy/shop/web --to pod/shop/db-0 tcp 5432",
      shows: "from each kind of pod that a Deployment has",
    },
    {
      line: "calicoctl simulate --facts saved/ --node node1 tcp 198.51.100.7 10.240.0.5:31852",
      shows: "with the DNATs that node1 has",
    },
    {
      line: "calicoctl simulate tcp 198.51.100.7 10.240.0.5:8443",
      shows: "a packet from outside, to an address of a host endpoint",
    },
    {
      line: "calicoctl simulate -o mermaid tcp 198.51.100.7 10.240.0.5:8443",
      shows: "the path as a flowchart, for a pull request",
    },
    {
      line: "calicoctl simulate -f new.yaml --node node1 --in eth0 tcp 198.51.100.7 10.240.0.5:22",
      shows: "what would happen if new.yaml were applied",
    },
    {
      line: "calicoctl simulate --repair allow tcp 198.51.100.7 10.240.0.5:8443",
      shows: "the smallest edits that let it in, and what else they open",
    },
    { line: "calicoctl simulate --node node1 --from-process tcp 10.240.0.5 203.0.113.9:443", shows: "out of the node" },
    { line: "calicoctl simulate -f policies/ --offline --flows flows.yaml", shows: "a file of flows, no datastore" },
    {
      before: [
        "echo from,protocol,srcIP,srcPort,dstIP,dstPort > flows.csv",
        "echo interface:eth0,TCP,203.0.113.9,40000,10.240.0.5,443 >> flows.csv",
        "echo interface:eth0,TCP,203.0.113.9,40000,10.240.0.5,9100 >> flows.csv",
      ],
      line: "calicoctl simulate -f policies/ --offline --node node1 --flows flows.csv -o csv",
      shows: "millions of flows, one per line: a verdict and what decided for each",
    },
  ],
});

/** What `simulate` evaluates, on what, and how it prints the answers. */
export interface SimulateOptions {
  readonly scenario: ScenarioOptions;
  readonly query: Query;
  readonly output: AnswersOutput["output"];
  /** The form of the answers to flows one per line. */
  readonly lineForm: LineFormName;
  readonly allSteps: boolean;
  /** The verdict that the packet is to have after an edit; absent where none is looked for. */
  readonly repair: Verdict | undefined;
}

/** The options of `simulate`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): SimulateOptions {
  const { allSteps, flows, repair } = options;
  checkOffline(options);
  const query = queryOf(words, options);
  const { output, lineForm } = outputOf(query, options.output);
  if (repair !== undefined && flows !== undefined) {
    throw new UsageError("--repair is for one packet, not for --flows", "give the packet as words");
  }
  if (flows !== undefined) checkStdin(options, [flows]);
  return { scenario: options, query, output, lineForm, allSteps, repair };
}

/** The form of answers, and that of answers to flows one per line, of which each has forms that the other has not. */
function outputOf(
  { kind }: Query,
  output: AnswersOutput["output"] | "csv" | undefined,
): Pick<SimulateOptions, "output" | "lineForm"> {
  if (kind === "lines") {
    const lineForm = LINE_FORM_NAMES.find((form) => form === (output ?? "json"));
    if (lineForm !== undefined) return { output: "json", lineForm };
    throw new UsageError(`-o ${output} is not for flows one per line`, "they are answered as json or csv");
  }
  if (output !== "csv") return { output: output ?? "table", lineForm: "json" };
  throw new UsageError("-o csv is for flows one per line", "name a file of them: --flows FILE.csv or FILE.ndjson");
}

/**
 * `simulate`: what a node does to a packet, on the datastore's resources with `-f` laid over them (`--offline`: on the
 * files alone). Exit 3 when an expectation is not met, 1 when a flow could not be evaluated.
 */
export async function run({ query, ...options }: SimulateOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const opened = await openScenario(options.scenario, context);
  if (!opened.ok) return printRefusal(opened.refusal, io);
  const { scenario } = opened;
  printDiagnostics(scenario.diagnostics, scenario.sources, io);
  if (query.kind === "lines") {
    const facts = factsOfLines(scenario, query);
    const { node } = facts;
    printDiagnostics(unusedFacts(scenario.saved, [node]), [], io);
    const { streamFlows } = await import("../scenario/lines/stream-flows.ts");
    return codeOnScenario(scenario, await streamFlows(query, options.lineForm, { world: scenario.world, facts }, io));
  }
  const answers = await answersOf(scenario, query, context);
  if (answers === undefined) return EXIT.failed;
  const { repair } = options;
  const isOne = query.kind !== "flow-file";
  const node = query.node ?? answers[0]?.node ?? "";
  let repairs: AnswersOutput["repairs"];
  if (isOne && repair !== undefined) {
    const { repairsOf } = await import("../scenario/repair/repair-flow.ts");
    repairs = repairsOf(scenario, repair, (of, trace) => answerOf(of, query, trace), { node, ...query.facts });
  }
  await printAnswers(answers, { ...options, repairs }, scenario, io);
  const entered = answers.flatMap((one) => ("isEndToEnd" in one ? one.outcome.hops.map(({ node }) => node) : one.node));
  printDiagnostics(unusedFacts(scenario.saved, entered), [], io);
  const code = exitCode(answers, io);
  const isOpen = repairs !== undefined && !repairs.met && repairs.repairs.length === 0;
  return codeOnScenario(scenario, code === EXIT.ok && isOpen ? EXIT.unmet : code);
}

/** The answers to a query; `undefined` where its flows cannot be read, which has been reported. */
async function answersOf(
  scenario: Scenario,
  query: Exclude<Query, { kind: "lines" }>,
  context: CommandContext,
): Promise<readonly (FlowAnswer | EndToEndAnswer)[] | undefined> {
  if (query.kind === "flow-file") {
    const { answersOfFile } = await import("../scenario/file-answers.ts");
    return answersOfFile(scenario, query, context);
  }
  return [answerOf(scenario, query)];
}

/** The answer to the packet of a command line. */
function answerOf(
  scenario: Scenario,
  query: Extract<Query, { kind: "packet" | "end-to-end" }>,
  trace: TraceOptions = {},
): FlowAnswer | EndToEndAnswer {
  if (query.kind === "end-to-end") return answerEndToEnd(scenario, query);
  const answer = answerFlow(scenario, flowOfQuery(scenario, query), trace);
  const withHelp = <One extends { readonly outcome: Outcome }>(one: One): One => ({
    ...one,
    outcome: { ...one.outcome, diagnostics: one.outcome.diagnostics.map(withFlagHelp) },
  });
  return { ...withHelp(answer), ...(answer.choices && { choices: answer.choices.map(withHelp) }) };
}

/** The exit code of the answers; reports the expectations that are not met. */
function exitCode(answers: readonly FlowAnswer[], io: Io): number {
  const unmet = answers.filter((one) => one.unmet !== undefined);
  for (const { flow, unmet: why } of unmet)
    io.stderr.write(`${printable(`expectation not met${flow.name ? ` (${flow.name})` : ""}: ${why}`)}\n`);
  if (answers.some(({ outcome }) => outcome.decidedBy.kind === "not-evaluated")) return EXIT.failed;
  return unmet.length > 0 ? EXIT.unmet : EXIT.ok;
}
