import { describer } from "../../analysis/describe/describe.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { displayId, type Located, type Resource, type ResourceId, resourceId } from "../../model/resource.ts";
import { descriptionData, descriptionText } from "../../report/describe/description-output.ts";
import { goJson } from "../../report/json.ts";
import { factsOfNode } from "../../scenario/node-facts.ts";
import { findingsOfResources, isLinted, MOST_LINTED } from "../../scenario/resource-findings.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { Selector } from "../../selector/selector.ts";
import { namespaceOf, selected, selection, selectorOf } from "../resources/selection.ts";
import { similarAmong } from "../resources/similar-name.ts";
import {
  checkOffline,
  codeOnScenario,
  openScenario,
  printRefusal,
  type ScenarioOptions,
} from "../scenario/open-scenario.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics, styleFor } from "../shell/io/print-diagnostics.ts";
import { EXIT, UsageError } from "../shell/usage.ts";
import { unevaluatedResources } from "./unevaluated-resources.ts";

/** What `describe` describes, on what, and how. */
export interface DescribeOptions {
  readonly words: readonly string[];
  readonly selector: Selector | undefined;
  readonly allNamespaces: boolean;
  readonly scenario: ScenarioOptions;
  readonly output: "text" | "json";
}

/** The options of `describe`; throws `UsageError` where they do not fit together. */
export function describeOptions(
  words: readonly string[],
  options: ScenarioOptions & {
    readonly selector: string | undefined;
    readonly allNamespaces: boolean;
    readonly output: "text" | "json" | undefined;
  },
): DescribeOptions {
  checkOffline(options);
  const { allNamespaces, output = "text" } = options;
  const selector = selectorOf(options.selector);
  const byName = words.length > 1 || (words[0] ?? "").includes("/");
  if (words.length === 0 && options.filename.length === 0)
    throw new UsageError("which resource?", "name one, such as `calicoctl describe hep node1-eth0`, or a file with -f");
  if (byName && (allNamespaces || selector !== undefined))
    throw new UsageError("--selector and --all-namespaces go with a whole kind, not with names", "leave out the names");
  return { words, selector, allNamespaces, scenario: options, output };
}

/** Describes the chosen resources; reports those that do not exist. Returns the exit code. */
export async function describeCommand(options: DescribeOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const chosen = options.words.length === 0 ? undefined : selection(options.words, context);
  const opened = await openScenario(options.scenario, context);
  if (!opened.ok) return printRefusal(opened.refusal, io);
  const { scenario } = opened;
  // Warnings about a resource stand with its description.
  const isApart = ({ severity, resource }: Diagnostic) => severity === "error" || resource === undefined;
  printDiagnostics(scenario.diagnostics.filter(isApart), scenario.sources, io);
  const kinds =
    chosen === undefined
      ? []
      : chosen.kind === "kinds"
        ? chosen.infos.map(({ kind }) => kind)
        : chosen.targets.map(({ id }) => id.kind);
  const others = options.scenario.offline ? [] : await unevaluatedResources(kinds, context);
  if (others === undefined) return EXIT.failed;
  const { resources, missing } = choose(options, context, scenario, others);
  const describe = describer({
    world: scenario.world,
    findings: findingsOfResources(scenario),
    factsOf: (node) => factsOfNode(scenario.saved, node),
  });
  const descriptions = resources.map(describe);
  if (!isLinted(scenario) && resources.length > 0)
    io.stderr.write(`over ${MOST_LINTED} policies: what lint warns of is left out, \`calicoctl lint\` prints it\n`);
  if (options.output === "json") io.stdout.writeData(goJson(descriptions.map(descriptionData)));
  else io.stdout.write(descriptions.map((one) => descriptionText(one, styleFor(io.stdout))).join("\n"));
  if (resources.length === 0 && missing.length === 0) io.stderr.write("no resources found\n");
  printDiagnostics(missing, [], io);
  return codeOnScenario(scenario, missing.length === 0 ? EXIT.ok : EXIT.failed);
}

/** The resources that the line chooses, in its order, and those that it names and that do not exist. */
function choose(
  { words, selector, allNamespaces }: DescribeOptions,
  context: CommandContext,
  scenario: Scenario,
  others: readonly Resource[],
): { readonly resources: readonly Resource[]; readonly missing: readonly Diagnostic[] } {
  if (words.length === 0) {
    const ofFiles = scenario.resources.filter(({ source }: Located) => source !== undefined);
    return { resources: ofFiles.map(({ resource }) => resource).filter((one) => selected(one, selector)), missing: [] };
  }
  const byId = new Map<string, Resource>();
  for (const one of [...others, ...scenario.resources.map(({ resource }) => resource)])
    byId.set(displayId(resourceId(one)), one);
  const chosen = selection(words, context);
  if (chosen.kind === "targets") {
    const ids = chosen.targets.map(({ id }) => id);
    return {
      resources: ids.flatMap((id) => byId.get(displayId(id)) ?? []),
      missing: ids.filter((id) => !byId.has(displayId(id))).map((id) => missingResource(id, [...byId.values()])),
    };
  }
  const resources = chosen.infos.flatMap((info) => {
    const namespace = namespaceOf(info, context, allNamespaces);
    return [...byId.values()].filter(
      ({ kind, metadata }) => kind === info.kind && (namespace === undefined || metadata.namespace === namespace),
    );
  });
  return { resources: resources.filter((one) => selected(one, selector)), missing: [] };
}

/** The finding about a resource that does not exist, with the name of another of the kind that is like its own. */
function missingResource(id: ResourceId, existing: readonly Resource[]): Diagnostic {
  const resource = displayId(id);
  const alike = existing.filter((one) => one.kind === id.kind && one.metadata.namespace === id.namespace);
  const help = similarAmong(alike, id.name);
  const message = `${resource} does not exist`;
  return { severity: "error", code: "store.not-found", message, resource, ...(help !== undefined && { help }) };
}
