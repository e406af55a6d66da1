import type { VersionProfile } from "../../model/kinds/version.ts";
import { printable } from "../../model/printable.ts";
import type { Located } from "../../model/resource.ts";
import type { World } from "../../policy/compiled.ts";
import { world } from "../../policy/world.ts";
import { goJson } from "../../report/json.ts";
import type { FlowAnswer, PathAnswer } from "../../report/outcomes/answer.ts";
import { journeyData } from "../../report/outcomes/journey-data.ts";
import { journeyText } from "../../report/outcomes/journey-text.ts";
import { outcomeData } from "../../report/outcomes/outcome-data.ts";
import { outcomeText } from "../../report/outcomes/outcome-text.ts";
import { checkFlags, factsOfStream, fromArguments, fromFile, inFlags } from "../asked.ts";
import { answer } from "../flow-files.ts";
import { type Input, parseInput, reportInput, withInput, withInputOffline } from "../input.ts";
import { journeyAnswer } from "../journeys.ts";
import { type GivenFacts, readGivenFacts, unusedFacts } from "../node-facts.ts";
import { colours, reportDiagnostics } from "../output/report.ts";
import { goYaml } from "../resources/output/yaml.ts";
import { overlay, storedResources } from "../resources/stored-resources.ts";
import { lineFormat, streamFlows } from "../scenario/line-stream.ts";
import { declare, flag, type Line, list, oneOf, text, type UntypedLine, untyped } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, MANIFEST_OPTIONS } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

export const declaration = declare({
  name: "simulate",
  summary: "Show what Calico does to a packet, and why",
  arguments: [
    { syntax: "[protocol]", help: "tcp, udp, icmp, icmpv6, sctp, udplite, or a number" },
    { syntax: "[source]", help: "source address, with :PORT where it matters; [2001:db8::1]:PORT for IPv6" },
    { syntax: "[destination]", help: "destination address and port, as the packet carries it on its way in" },
  ],
  options: {
    node: text("--node <node>", "the node the packet enters"),
    in: text("--in <interface>", "it comes in through this host interface"),
    fromProcess: flag("--from-process", "it is sent by a process of the node"),
    fromWorkload: text("--from-workload <name>", "it is sent by this workload of the node"),
    out: text("--out <interface>", "it leaves through this interface"),
    toProcess: flag("--to-process", "it is for a process of the node"),
    toWorkload: text("--to-workload <name>", "it is for this workload of the node"),
    interface: list(
      "--interface <name=addresses>",
      "addresses of an interface of the node, eth0=10.0.0.1,... (repeatable)",
    ),
    dnat: list("--dnat <rule>", "a DNAT of the node, tcp:10.0.0.1:31852=192.168.1.10:8080 (repeatable)"),
    from: text("--from <endpoint>", "with --to: from this endpoint, wherever it is (see below)"),
    to: text("--to <endpoint>", "with --from: to this endpoint, through every node on the way"),
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
    output: oneOf("-o, --output <format>", "table, json or yaml", ["table", "json", "yaml"]),
    allSteps: flag("--all-steps", "list every policy that does not apply, however many there are"),
    ...FACTS_OPTIONS,
    ...MANIFEST_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [
    `End to end: simulate --from ENDPOINT --to ENDPOINT PROTOCOL PORT, where ENDPOINT is a host endpoint, a node, a workload
([NAMESPACE/]POD, or its endpoint's name) or an address. --out is then the interface of the first node, --in that of the
next; --node says whose --interface, --dnat and facts without a node are.`,
    `Facts: a folder with addr.json (ip -j addr), route.json (ip -j route) and nat.txt (iptables-save -t nat), each optional;
any names with \`addr\`, \`route\`, \`nat\` or \`iptables\` in them do. Or a folder of such folders, called after the nodes.
--interface and --dnat come before what a flow file says, and that before what was saved.`,
  ],
  examples: [
    { line: "calicoctl simulate --from default/web-1 --to db-1 tcp 5432", shows: "through both nodes, and back" },
    {
      line: "calicoctl simulate --facts saved/ --node node1 tcp 198.51.100.7 10.240.0.5:31852",
      shows: "with the DNATs that node1 has",
    },
    {
      line: "calicoctl simulate tcp 198.51.100.7 10.240.0.5:8443",
      shows: "a packet from outside, to an address of a host endpoint",
    },
    {
      line: "calicoctl simulate -f new.yaml --node node1 --in eth0 tcp 198.51.100.7 10.240.0.5:22",
      shows: "what would happen if new.yaml were applied",
    },
    { line: "calicoctl simulate --node node1 --from-process tcp 10.240.0.5 203.0.113.9:443", shows: "out of the node" },
    { line: "calicoctl simulate -f policies/ --offline --flows flows.yaml", shows: "a file of flows, no datastore" },
  ],
});

export function parse(line: Line<typeof declaration.options>): UntypedLine {
  return untyped(line);
}

type Options = Readonly<Record<string, unknown>>;

/**
 * `simulate`: what a node does to a packet, on the datastore's resources with `-f` laid over them (`--offline`: on the
 * files alone). Exit 3 when an expectation is not met, 1 when a flow could not be evaluated.
 */
export async function run({ words: args, options }: UntypedLine, context: CommandContext): Promise<number> {
  const output = outputOf(options);
  const files = (options.filename as readonly string[] | undefined) ?? [];
  if (options.offline === true && files.length === 0) {
    throw new UsageError("--offline evaluates files alone, and no file is given", "name one with -f");
  }
  if (options.flows !== undefined && args.length > 0) throw new UsageError("give either --flows or a packet, not both");
  const parsed = await parseInput(files, context.io, { recursive: options.recursive === true, allowBlank: true });
  const refused = (input: Input, version?: string): number => {
    reportInput(input, context, "nothing was evaluated", version);
    return EXIT.failed;
  };
  if (options.offline === true) {
    return withInputOffline(parsed, context, {
      purpose: "simulate",
      refused,
      work: (input, calico) => {
        reportDiagnostics(input.diagnostics, input.sources, context.io);
        return evaluateAll(input.resources, undefined, { context, calico, args, options }, output);
      },
    });
  }
  return withInput(parsed, context, {
    purpose: "simulate",
    refused,
    work: async (input, store) => {
      reportDiagnostics(input.diagnostics, input.sources, context.io);
      const { resources } = input;
      const stored = await storedResources(store, context);
      const invocation = { context, calico: store.profile, args, options };
      return evaluateAll(overlay(stored, resources), resources.length > 0 ? stored : undefined, invocation, output);
    },
  });
}

function outputOf(options: Options): "table" | "json" | "yaml" {
  const output = options.output ?? "table";
  if (output === "table" || output === "json" || output === "yaml") return output;
  throw new UsageError(`unknown output \`${String(output)}\``, "simulate prints table, json or yaml");
}

interface Invocation {
  readonly context: CommandContext;
  readonly calico: VersionProfile;
  readonly args: readonly string[];
  readonly options: Options;
}

/** Evaluates what is asked; `stored` are the resources without those that are proposed, where there are such. */
function evaluateAll(
  resources: readonly Located[],
  stored: readonly Located[] | undefined,
  { context, calico, args, options }: Invocation,
  output: "table" | "json" | "yaml",
): number | Promise<number> {
  const { io } = context;
  const given = readGivenFacts(options, io);
  if (given === undefined) return EXIT.failed;
  const compiled = world(resources, { profile: calico });
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
  const before = stored && remembered(() => world(stored, { profile: calico }).world);
  const answers = answersOf({ world: compiled.world, resources, before }, given, { context, calico, args, options });
  if (answers === undefined) return EXIT.failed;
  print(answers, output, options.allSteps === true, context);
  const entered = answers.flatMap((one) => ("isPath" in one ? one.outcome.legs.map(({ node }) => node) : one.node));
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
  { context, args, options }: Invocation,
): readonly (FlowAnswer | PathAnswer)[] | undefined {
  if (options.from !== undefined || options.to !== undefined) {
    return [journeyAnswer({ world: compiled, before }, args, options, given)];
  }
  if (options.flows !== undefined) {
    return fromFile(resources, options, given, context)?.map((one) => answer(compiled, one, before));
  }
  return fromArguments(resources, args, options, given).map((one) => {
    const answered = answer(compiled, one, before);
    return { ...answered, outcome: { ...answered.outcome, diagnostics: answered.outcome.diagnostics.map(inFlags) } };
  });
}

function print(
  answers: readonly (FlowAnswer | PathAnswer)[],
  output: "table" | "json" | "yaml",
  allSteps: boolean,
  { io }: CommandContext,
): void {
  if (output !== "table") {
    const data = { flows: answers.map((one) => ("isPath" in one ? journeyData(one) : outcomeData(one))) };
    if (output === "json") io.stdout.write(goJson(data));
    else io.stdout.write(goYaml(data));
    return;
  }
  const chalk = colours(io.stdout, io);
  for (const [i, one] of answers.entries()) {
    const text = "isPath" in one ? journeyText(one, chalk, allSteps) : outcomeText(one, chalk, allSteps);
    io.stdout.write(`${i > 0 ? "\n" : ""}${text}`);
    reportDiagnostics(one.outcome.diagnostics, [], io);
  }
}
