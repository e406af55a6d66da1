import type { ClusterReading } from "../../datastore/datastore.ts";
import { isStdin } from "../../files/read-text.ts";
import { READS_OBJECTS, skipsKinds } from "../../manifest/foreign/object-reading.ts";
import { type Diagnostic, hasErrors, type SourceText } from "../../model/diagnostic.ts";
import type { JsonObject } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Located } from "../../model/resource.ts";
import type { WorldOptions } from "../../policy/world/world.ts";
import { errorSummary } from "../../report/findings/summary.ts";
import type { SavedFacts } from "../../scenario/node-facts.ts";
import { type Findings, makeScenario, type Scenario, type ScenarioParts } from "../../scenario/scenario.ts";
import { listsSlices, storedResources, unreadFindings } from "../resources/evaluated-resources.ts";
import { versionOfFiles } from "../resources/files-version.ts";
import { checkInput, type Input, parseInput } from "../resources/input.ts";
import { withInput } from "../resources/use-input.ts";
import type { CommandContext } from "../shell/context.ts";
import type { Io } from "../shell/io/io.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT, UsageError } from "../shell/usage.ts";
import { type FactsOptions, readSavedFacts } from "./saved-facts.ts";

/** Where a scenario comes from. */
export interface ScenarioOptions extends FactsOptions {
  /** The files of `-f`. */
  readonly filename: readonly string[];
  readonly recursive: boolean;
  /** Whether the files are all there is, without the datastore. */
  readonly offline: boolean;
  /** The dataplane of nodes whose FelixConfiguration does not choose one. */
  readonly dataplane: "iptables" | "nftables" | undefined;
  /** Kinds of the files that are not looked at, as if they were not there; a word may list several with commas. */
  readonly skipKinds?: readonly string[] | undefined;
  /** Files that stand for the datastore. */
  readonly base?: BaseFiles | undefined;
}

/** Files that are taken to be what is stored. */
export interface BaseFiles {
  readonly files: readonly string[];
  /** Whether those of `-f` take their place, instead of being laid over them. */
  readonly isReplaced: boolean;
}

/** Why there is no scenario. */
export interface Refusal {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  /** How much is wrong with the manifests; absent where nothing is. */
  readonly summary: string | undefined;
}

/** A scenario, or why there is none; no refusal where the datastore's fault has been reported. */
export type ScenarioResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly refusal: Refusal | undefined };

/** What a scenario is made of, with the texts of its manifests; or why there is none. */
export type PartsResult =
  | { readonly ok: true; readonly parts: ScenarioParts; readonly manifests: readonly SourceText[] }
  | Extract<ScenarioResult, { ok: false }>;

/** What was read for a scenario. */
interface Parts {
  readonly input: Input;
  readonly calico: CalicoVersionRules;
  readonly stored: readonly Located[] | undefined;
  /** The objects of Kubernetes of the files that stand for the datastore. */
  readonly storedObjects?: readonly JsonObject[];
  /** What a live cluster has of the objects that nodes' translations are made from; absent where no cluster is asked. */
  readonly cluster?: ClusterReading<JsonObject>;
}

/** Wrong usage where there would be nothing to evaluate on. */
export function checkOffline({ offline, filename }: Pick<ScenarioOptions, "offline" | "filename">): void {
  if (offline && filename.length === 0) {
    throw new UsageError("--offline evaluates files alone, and no file is given", "name one with -f");
  }
}

/** Wrong usage where both resources and flows are to be read from standard input, which can be read once. */
export function checkStdin({ filename }: Pick<ScenarioOptions, "filename">, flows: readonly string[]): void {
  if (filename.some(isStdin) && flows.some(isStdin)) {
    throw new UsageError("standard input can hold flows or resources, not both", "name a file for one of them");
  }
}

/**
 * Reads manifests, facts and the datastore, which is closed again, and compiles the World. Prints nothing, but for what
 * happens to the datastore.
 */
export async function openScenario(options: ScenarioOptions, context: CommandContext): Promise<ScenarioResult> {
  const read = await readScenario(options, context);
  return read.ok ? { ok: true, scenario: makeScenario(read.parts) } : read;
}

/** Reads manifests, facts and the datastore, which is closed again, and compiles nothing. Prints nothing, as `openScenario`. */
export async function readScenario(options: ScenarioOptions, context: CommandContext): Promise<PartsResult> {
  const { offline, skipKinds = [] } = options;
  const reading = { ...READS_OBJECTS, ...(skipKinds.length > 0 && { skips: skipsKinds(skipKinds) }) };
  const { parsed, base } = await parseSides(options, context.io);
  const { saved, ...ofFacts } = readSavedFacts(options, context.io);
  const refused = (input: Input, version?: string): PartsResult => {
    const isWrong = hasErrors(input.diagnostics);
    const ends = version === undefined ? "" : `; ${version}`;
    return {
      ok: false,
      refusal: {
        ...together(input, ofFacts),
        summary: isWrong ? `${errorSummary(input.diagnostics, input.resources)}${ends}` : undefined,
      },
    };
  };
  const opened = ({ input, calico, stored, storedObjects, cluster }: Parts, ofNodes: SavedFacts): PartsResult => {
    const parts: ScenarioParts = {
      ...together(input, ofFacts),
      input,
      stored,
      storedObjects: storedObjects ?? cluster?.items ?? [],
      isReplaced: options.base?.isReplaced ?? false,
      isRead: stored !== undefined && options.base === undefined,
      slicesListed: listsSlices(cluster),
      saved: ofNodes,
      namespace: context.namespace,
      calico,
      ...dataplaneOf(options, calico),
    };
    return { ok: true, parts, manifests: input.sources };
  };
  if (offline || base !== undefined || saved === undefined) {
    const documents = [...(base?.manifests.documents ?? []), ...parsed.manifests.documents];
    const { calico, notes } = await versionOfFiles({ documents }, context, "of Kubernetes");
    const checkOptions = { purpose: "simulate", namespace: context.namespace, reading } as const;
    const lower = base && (await checkInput(base, calico, checkOptions));
    const upper = await checkInput({ ...parsed, diagnostics: [...parsed.diagnostics, ...notes] }, calico, checkOptions);
    const input = lower === undefined ? upper : { ...upper, ...together(lower, withoutRepeated(upper, lower)) };
    const isWrong = saved === undefined || hasErrors(input.diagnostics);
    if (isWrong) return refused(input);
    const stored = lower && { stored: lower.resources, storedObjects: lower.objects };
    return opened({ input, calico, ...(stored ?? { stored: undefined }) }, saved);
  }
  let result: PartsResult = { ok: false, refusal: undefined };
  await withInput(parsed, context, {
    purpose: "simulate",
    reading,
    refused: (input, version) => {
      result = refused(input, version);
      return EXIT.failed;
    },
    work: async (input, store) => {
      const all = [storedResources(store), store.clusterObjects?.()] as const;
      const [{ resources: stored, diagnostics }, cluster] = await Promise.all(all);
      const ofCluster = cluster === undefined ? [] : unreadFindings(cluster);
      const read = { ...input, diagnostics: [...diagnostics, ...ofCluster, ...input.diagnostics] };
      result = opened({ input: read, calico: store.calico, stored, ...(cluster && { cluster }) }, saved);
      return EXIT.ok;
    },
  });
  return result;
}

/** Parses the files, and those that stand for the datastore where there are any. */
async function parseSides({ filename, recursive, base }: ScenarioOptions, io: Io) {
  const parsed = await parseInput(filename, io, { recursive, allowBlank: true });
  if (base === undefined) return { parsed, base: undefined };
  const { comparedSides } = await import("./empty-side.ts");
  const lower = { names: base.files, parsed: await parseInput(base.files, io, { recursive }) };
  // Files that are laid over others must have resources.
  const [before, after] = comparedSides([lower, { names: base.isReplaced ? filename : [], parsed }]);
  return { parsed: after, base: before };
}

/** The dataplane that `--dataplane` names; throws `UsageError` for one that the version does not have. */
export function dataplaneOf(
  { dataplane }: Pick<ScenarioOptions, "dataplane">,
  { nftables, version }: CalicoVersionRules,
): Pick<WorldOptions, "dataplane"> {
  if (dataplane === undefined) return {};
  if (dataplane === "nftables" && !nftables) {
    throw new UsageError(
      `Calico ${version} has no nftables dataplane`,
      "choose the release with --calico-version v3.32",
    );
  }
  return { dataplane };
}

/** The exit code of answers on a scenario: that of a failure where the datastore holds a value that they are without. */
export function codeOnScenario({ diagnostics }: Scenario, code: number): number {
  return hasErrors(diagnostics) ? EXIT.failed : code;
}

/** Prints why there is no scenario, and returns the exit code. */
export function printRefusal(refusal: Refusal | undefined, io: Io): number {
  if (refusal === undefined) return EXIT.failed;
  const { diagnostics, sources, summary } = refusal;
  printDiagnostics(diagnostics, sources, io);
  io.stderr.write(`${summary === undefined ? "" : `${summary}; `}nothing was evaluated\n`);
  return EXIT.failed;
}

function together(first: Findings, second: Findings): Findings {
  return {
    diagnostics: [...first.diagnostics, ...second.diagnostics],
    sources: [...first.sources, ...second.sources],
  };
}

/** The findings without those that the others have: a file may be on both sides. */
function withoutRepeated({ diagnostics, sources }: Findings, { diagnostics: others }: Findings): Findings {
  const known = new Set(others.map((one) => JSON.stringify(one)));
  return { diagnostics: diagnostics.filter((one) => !known.has(JSON.stringify(one))), sources };
}
