import type { ClusterReading } from "../../datastore/datastore.ts";
import { overlaidObjects } from "../../kubernetes/overlaid-objects.ts";
import type { ClusterService } from "../../kubernetes/services/services.ts";
import { READS_OBJECTS, skipsKinds } from "../../manifest/foreign/object-reading.ts";
import { type Diagnostic, hasErrors, type SourceText } from "../../model/diagnostic.ts";
import type { JsonObject } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Located } from "../../model/resource.ts";
import { CompileMemo } from "../../policy/compile-memo.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { WorldOptions } from "../../policy/world/world.ts";
import { errorSummary } from "../../report/findings/summary.ts";
import { versionOfFiles } from "../resources/files-version.ts";
import { checkInput, type Input, parseInput } from "../resources/input.ts";
import { overlay, storedResources, unreadFindings } from "../resources/stored-resources.ts";
import { withInput } from "../resources/use-input.ts";
import type { CommandContext } from "../shell/context.ts";
import type { Io } from "../shell/io/io.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT, UsageError } from "../shell/usage.ts";
import { factsOfCluster } from "./cluster-facts.ts";
import { compileCluster, listsSlices } from "./compile-cluster.ts";
import type { SavedFacts } from "./node-facts.ts";
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

/** What flows are evaluated on without the manifests of `-f`. */
export interface Previous {
  readonly world: World;
  readonly saved: SavedFacts;
  readonly resources: readonly Located[];
}

/** What flows are evaluated on: the datastore's resources with the manifests of `-f` laid over them, and saved facts. */
export interface Scenario {
  readonly world: World;
  /** What the World is made of, but for what a cluster makes of it. */
  readonly resources: readonly Located[];
  /** The World of other resources, all else as it is; one that differs from the last in a few takes little time. */
  readonly compile: (resources: readonly Located[]) => World;
  /** Whether all that there is was read: the datastore, and all of it. */
  readonly isWhole: boolean;
  /** The World without the manifests, made once; absent without manifests, or offline. */
  readonly before: (() => World) | undefined;
  /** What there is without the manifests, made once; absent where nothing is stored, nor taken to be. */
  readonly previous: (() => Previous) | undefined;
  readonly saved: SavedFacts;
  /** The objects of Kubernetes: those of the manifests over those of a live cluster, each in its namespace. */
  readonly objects: readonly JsonObject[];
  /** The Services among them, with their backends. */
  readonly services: readonly ClusterService[];
  /** Warnings about manifests, facts and resources. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that the diagnostics point into. */
  readonly sources: readonly SourceText[];
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

/**
 * Reads manifests, facts and the datastore, which is closed again, and compiles the World. Prints nothing, but for what
 * happens to the datastore.
 */
export async function openScenario(options: ScenarioOptions, context: CommandContext): Promise<ScenarioResult> {
  const { recursive, offline, filename, skipKinds = [] } = options;
  const reading = { ...READS_OBJECTS, ...(skipKinds.length > 0 && { skips: skipsKinds(skipKinds) }) };
  const parsed = await parseInput(filename, context.io, { recursive, allowBlank: true });
  const base = options.base && (await parseInput(options.base.files, context.io, { recursive }));
  const { saved, ...ofFacts } = readSavedFacts(options, context.io);
  const refused = (input: Input, version?: string): ScenarioResult => {
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
  const opened = ({ input, calico, stored, storedObjects, cluster }: Parts, ofNodes: SavedFacts): ScenarioResult => {
    const isReplaced = options.base?.isReplaced ?? false;
    const resources = isReplaced ? input.resources : overlay(stored ?? [], input.resources);
    const worldOptions = { calico, memo: new CompileMemo(), ...dataplaneOf(options, calico) };
    const lower = storedObjects ?? cluster?.items ?? [];
    const objects = isReplaced ? input.objects : overlaidObjects(lower, input.objects, context.namespace);
    const compiled = compileCluster(resources, { objects, cluster }, worldOptions);
    const { diagnostics, sources } = together(input, ofFacts);
    const factsIn = (of: readonly JsonObject[], world: World) =>
      of.length === 0 ? undefined : factsOfCluster(of, world, listsSlices(cluster));
    const made = factsIn(objects, compiled.world);
    const savedWith = (facts: typeof made) =>
      facts === undefined ? ofNodes : { ...ofNodes, ofCluster: facts.ofCluster };
    const saved = savedWith(made);
    const previous =
      stored &&
      remembered((): Previous => {
        const { world } = compileCluster(stored, { objects: lower, cluster }, worldOptions);
        return { world, saved: savedWith(factsIn(lower, world)), resources: stored };
      });
    const before = previous && input.resources.length > 0 ? () => previous().world : undefined;
    const isRead = stored !== undefined && options.base === undefined;
    const isWhole = isRead && !diagnostics.some(({ code }) => LEFT_OUT.has(code));
    const compile: Scenario["compile"] = (edited) => compileCluster(edited, { objects, cluster }, worldOptions).world;
    const whole = { world: compiled.world, resources, isWhole, compile, before, previous };
    const scenario = { ...whole, saved, sources, objects, services: made?.services ?? [] };
    // What a resource is warned about where it was read is not repeated where it is compiled.
    const reported = new Set(diagnostics.map(findingKey));
    const others = compiled.diagnostics.filter((diagnostic) => !reported.has(findingKey(diagnostic)));
    return {
      ok: true,
      scenario: { ...scenario, diagnostics: [...diagnostics, ...(made?.diagnostics ?? []), ...others] },
    };
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
  let result: ScenarioResult = { ok: false, refusal: undefined };
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

function findingKey({ code, resource, path }: Diagnostic): string {
  return `${code} ${resource} ${path}`;
}

const LEFT_OUT: ReadonlySet<string> = new Set(["value.unreadable", "store.unread"]);

/** What the datastore holds of a scenario that cannot be read, a line each, so that answers given as data say it, too. */
export function leftOutOf({ diagnostics }: Scenario): { readonly leftOut?: readonly string[] } {
  const isLeftOut = ({ code, severity }: Diagnostic) => severity === "error" && LEFT_OUT.has(code);
  const leftOut = diagnostics.filter(isLeftOut).map(({ message }) => message);
  return leftOut.length === 0 ? {} : { leftOut };
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

type Findings = Pick<Refusal, "diagnostics" | "sources">;

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

/** The same function, whose result is made once. */
function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
